// One person's phone: the conversation, the message box and what else can be sent.

import { post } from "./connection.js";
import { avatar, h, icon, linked } from "./dom.js";
import { kept, seen } from "./memory.js";
import { say, spokenDay, spokenTime } from "./words.js";

const WORDLESS = ["voice", "photo", "sticker", "location"];
const LINES = 300; // kept in this tab

export class Phone {
  /** `person` is {id, name, closed}; `page` gives now() and hears onUnread(phone), onRemove(phone). */
  constructor(person, page) {
    this.id = person.id;
    this.name = person.name;
    this.page = page;
    this.lines = new Map();
    this.nodes = new Map();
    this.unread = 0;
    this.sending = false;
    this.mode = null; // {kind: "edited" | "forwarded", message}
    this.outbox = kept.get(`outbox.${this.id}`, []);
    this.build();
    this.close(person.closed);
    this.filling = true; // what was said before is not new
    for (const line of seen.get(`lines.${this.id}`, [])) this.show(line);
    for (const said of this.outbox) this.showWaiting(said);
    this.filling = false;
    this.toNewest();
  }

  // what the page shows

  build() {
    const id = `phone-${crypto.randomUUID()}`;
    this.log = h("div", {
      class: "log",
      role: "log",
      tabindex: "0",
      "aria-label": say("log", this),
      "aria-busy": "true", // what was said before is not read out again
      onkeydown: (event) => this.walk(event),
      onscroll: () => this.scrolled(),
    });
    this.blank = h(
      "div",
      { class: "blank" },
      avatar(this),
      h("p", {}, say("empty", this)),
      h("button", { type: "button", class: "begin", onclick: () => this.say({ kind: "text", text: "/start" }) }, say("begin")),
    );
    this.log.append(this.blank);
    this.newest = h(
      "button",
      { type: "button", class: "newest", hidden: true, "aria-label": say("newest"), onclick: () => this.toNewest() },
      icon("down"),
    );
    this.box = h("textarea", {
      id: `${id}-box`,
      rows: "1",
      maxlength: "20000",
      placeholder: say("message-hint"),
      "aria-label": say("message", this),
      autocomplete: "off",
      oninput: () => this.typed(),
      onkeydown: (event) => {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
          event.preventDefault();
          this.submit();
        } else if (event.key === "Escape" && this.mode) this.setMode(null);
      },
    });
    this.box.value = kept.get(`draft.${this.id}`, "");
    this.menu = h("div", { class: "menu", id: `${id}-menu`, hidden: true }, ...this.menuItems());
    this.more = h(
      "button",
      {
        type: "button",
        class: "round",
        "aria-label": say("more"),
        "aria-expanded": "false",
        "aria-controls": `${id}-menu`,
        onclick: () => this.openMenu(this.menu.hidden),
      },
      icon("more"),
    );
    this.hint = h("p", { class: "hint", hidden: true });
    this.form = h(
      "form",
      {
        onsubmit: (event) => {
          event.preventDefault();
          this.submit();
        },
      },
      this.more,
      this.box,
      h("button", { class: "round send", "aria-label": say("send") }, icon("send")),
    );
    const bottom = h("div", { class: "bottom" }, this.menu, this.hint, this.form);
    bottom.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.menu.hidden) {
        this.openMenu(false);
        this.more.focus();
      }
    });
    bottom.addEventListener("focusout", (event) => {
      if (!bottom.contains(event.relatedTarget)) this.openMenu(false);
    });
    this.element = h(
      "section",
      { class: "phone", id, "aria-label": say("phone", this) },
      h(
        "div",
        { class: "top" },
        avatar(this),
        h("h2", {}, this.name),
        h(
          "button",
          { type: "button", class: "round", "aria-label": say("person-remove", this), onclick: () => this.page.onRemove(this) },
          icon("close"),
        ),
      ),
      h("div", { class: "talk" }, this.log, this.newest),
      bottom,
    );
    this.pinned = true;
    new ResizeObserver(() => this.pinned && this.toNewest()).observe(this.log);
  }

  menuItems() {
    const item = (kind, action) =>
      h(
        "button",
        {
          type: "button",
          onclick: () => {
            this.openMenu(false);
            action();
          },
        },
        icon(kind),
        say(`kind-${kind}`),
      );
    return [
      ...WORDLESS.map((kind) =>
        item(kind, () => {
          this.say({ kind });
          this.box.focus();
        }),
      ),
      item("forwarded", () => this.setMode({ kind: "forwarded" })),
      item("edited", () => this.editLast()),
      item("blocked", () => this.say({ kind: "blocked" })),
    ];
  }

  openMenu(open) {
    this.menu.hidden = !open;
    this.more.setAttribute("aria-expanded", String(open));
    if (open) this.menu.firstElementChild.focus();
  }

  close(closed) {
    if (this.closed === closed) return;
    const first = this.closed === undefined;
    this.closed = closed;
    this.form.hidden = closed;
    this.setHint(
      closed ? say("closed", this) : "",
      say("kind-unblocked"),
      () => this.say({ kind: "unblocked" }),
    );
    if (!first && this.element.contains(document.activeElement)) (closed ? this.hint.querySelector("button") : this.box).focus();
  }

  setMode(mode) {
    this.mode = mode;
    const text = { edited: "editing", forwarded: "forwarding" }[mode?.kind];
    this.setHint(text ? say(text) : "", say("cancel"), () => {
      if (this.mode?.kind === "edited") this.fill("");
      this.setMode(null);
    });
    this.box.focus();
  }

  setHint(text, label, action) {
    this.hint.hidden = !text;
    this.hint.replaceChildren(text, " ", h("button", { type: "button", onclick: action }, label));
  }

  editLast() {
    const last = [...this.lines.values()].reverse().find((line) => line.mine && ["text", "edited"].includes(line.kind));
    if (!last) return this.box.focus();
    this.fill(last.text);
    this.setMode({ kind: "edited", message: last.id });
  }

  fill(text) {
    this.box.value = text;
    this.typed();
  }

  typed() {
    kept.set(`draft.${this.id}`, this.box.value);
    this.fit();
  }

  /** The box grows with what is typed. */
  fit() {
    this.box.style.height = "auto";
    if (this.box.value) this.box.style.height = `${this.box.scrollHeight + 2}px`;
  }

  // what was said

  /** Everything the server remembers. Lines of before it was started anew stay; lines it took back go. */
  fillWith(lines, epoch) {
    const there = new Set(lines.map((line) => line.id));
    for (const line of [...this.lines.values()]) if (line.epoch === epoch && !there.has(line.id)) this.drop(line.id);
    this.filling = true;
    for (const line of lines) this.show({ ...line, epoch });
    this.filling = false;
    setTimeout(() => this.log.removeAttribute("aria-busy"), 500);
  }

  /** Add a line, or replace the one with the same id where it stands. */
  show(line) {
    const old = this.lines.get(line.id);
    if (old && JSON.stringify(old) === JSON.stringify(line)) return;
    this.lines.set(line.id, line);
    const node = this.draw(line);
    const before = this.nodes.get(line.id);
    this.nodes.set(line.id, node);
    if (old && old.epoch !== null) this.replace(before, node);
    else {
      before?.remove(); // it stood there as waiting, or not yet in the server's order
      this.append(line, node, before);
      if (!line.mine && !this.onScreen && !this.filling) {
        this.unread += 1;
        this.page.onUnread(this);
      }
    }
    this.tabStops();
    this.remember();
  }

  drop(id) {
    this.forget(id);
    const said = this.outbox.find((said) => said.id === id);
    if (said) this.showWaiting(said);
    this.remember();
  }

  forget(id) {
    this.lines.delete(id);
    this.nodes.get(id)?.remove();
    this.nodes.delete(id);
  }

  append(line, node, known = false) {
    const follow = this.pinned || line.mine;
    if (!this.filling && !known) {
      node.classList.add("fresh");
      node.addEventListener("animationend", () => node.classList.remove("fresh"), { once: true });
    }
    const day = spokenDay(new Date(line.at));
    this.blank.remove();
    if (day !== this.lastDay) this.log.append(h("p", { class: "day" }, day));
    this.lastDay = day;
    this.log.append(node);
    if (follow) this.toNewest();
    else this.newest.hidden = false;
  }

  replace(before, node) {
    const focused = before.contains(document.activeElement) ? document.activeElement.dataset.choice : undefined;
    before.replaceWith(node);
    if (focused !== undefined) {
      const same = [...node.querySelectorAll("[data-choice]")].find((button) => button.dataset.choice === focused);
      (same ?? this.box).focus();
    }
    if (this.pinned) this.toNewest();
  }

  draw(line) {
    const who = line.mine ? say("says-person", this) : say("says-program", this);
    const text = h("div", { class: "text" }, h("span", { class: "unseen" }, who, " "));
    if (line.mine && !["text", "tap", "edited", "forwarded"].includes(line.kind)) {
      text.append(icon(line.kind), say(`kind-${line.kind}`));
    } else text.append(...linked(line.text));
    const files = (line.files ?? []).map((file) => this.drawFile(file));
    const at = new Date(line.at);
    const mark = ["edited", "forwarded"].includes(line.kind) ? `${say(line.kind)} · ` : "";
    text.append(h("time", { datetime: line.at }, mark, spokenTime(at)));
    const choices = line.choices ?? [];
    return h(
      "div",
      { class: `line ${line.mine ? "mine" : "program"}` },
      h("div", { class: "bubble" }, ...files, text),
      choices.length
        ? h("div", { class: `choices${line.chosen?.length ? " answered" : ""}` }, ...choices.map((choice) => this.drawChoice(line, choice)))
        : null,
    );
  }

  drawChoice(line, choice) {
    const chosen = line.chosen?.includes(choice.id);
    return h(
      "button",
      {
        type: "button",
        class: chosen ? "choice chosen" : "choice",
        "data-choice": choice.id,
        "aria-disabled": chosen && "true", // not "disabled": that would throw the keyboard's focus away
        onclick: () => chosen || this.tap(line, choice),
      },
      chosen ? icon("chosen") : null,
      choice.label,
      chosen ? h("span", { class: "unseen" }, ` (${say("chosen")})`) : null,
    );
  }

  drawFile(file) {
    const address = `files/${file.key}`;
    const gone = () => card.replaceWith(h("p", { class: "gone" }, say("file-gone", file)));
    const name = h("span", { class: "file-name" }, file.name);
    const size = h("small", {}, `${Math.max(1, Math.round(file.size / 1024))} kB`);
    const picture = file.mime.startsWith("image/")
      ? h("img", { src: address, alt: say("file-picture", file), onload: () => this.pinned && this.toNewest(), onerror: gone })
      : null;
    const card = h(
      "a",
      {
        class: picture ? "file picture" : "file",
        href: address,
        download: file.name,
        "aria-label": say("file-open", file),
      },
      picture ?? icon("file"),
      name,
      size,
    );
    return card;
  }

  remember() {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => seen.set(`lines.${this.id}`, [...this.lines.values()].slice(-LINES)), 200);
  }

  /** Only the newest buttons are on the way of the Tab key; arrow keys reach the older ones. */
  tabStops() {
    const rows = [...this.log.querySelectorAll(".choices")];
    rows.forEach((row, index) => {
      const newest = index === rows.length - 1;
      row.classList.toggle("old", !newest);
      for (const button of row.children) button.tabIndex = newest ? 0 : -1;
    });
  }

  walk(event) {
    const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    if (!step || !event.target.matches(".choice")) return;
    const buttons = [...this.log.querySelectorAll(".choice")];
    const next = buttons[buttons.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  // scrolling

  scrolled() {
    this.pinned = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
    if (this.pinned) this.newest.hidden = true;
  }

  toNewest() {
    this.log.scrollTop = this.log.scrollHeight;
    this.pinned = true;
    this.newest.hidden = true;
  }

  get onScreen() {
    return this.element.offsetParent !== null;
  }

  /** It has come on the screen: nothing is new any more. */
  looked() {
    this.unread = 0;
    this.fit();
    this.toNewest();
  }

  // what the person does

  submit() {
    const text = this.box.value.trim();
    if (!text) return;
    const mode = this.mode;
    this.fill("");
    if (mode) this.setMode(null);
    this.say({ kind: mode?.kind ?? "text", text, message: mode?.message ?? "" });
  }

  tap(line, choice) {
    if (this.closed) return;
    this.show({ ...line, chosen: [...(line.chosen ?? []), choice.id] });
    this.say({ kind: "tap", choice: choice.id, label: choice.label, message: line.id });
  }

  say(what) {
    const said = { id: crypto.randomUUID(), phone: this.id, name: this.name, ...what };
    this.outbox.push(said);
    this.saveOutbox();
    this.showWaiting(said);
    this.flush();
  }

  showWaiting(said) {
    if (["blocked", "unblocked", "edited"].includes(said.kind)) return;
    const line = this.asLine(said);
    const node = this.draw(line);
    node.classList.add("waiting");
    if (said.problem) node.append(h("p", { class: "note" }, said.problem));
    this.nodes.set(said.id, node);
    this.append(line, node, said.problem);
  }

  asLine(said) {
    const text = said.kind === "tap" ? said.label : (said.text ?? "");
    return { id: said.id, mine: true, at: this.page.now().toISOString(), text, kind: said.kind };
  }

  saveOutbox() {
    kept.set(`outbox.${this.id}`, this.outbox);
  }

  /** Send what waits, one by one and in order. What did not arrive is tried again, under the same id. */
  async flush() {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.again);
    while (this.outbox.length) {
      const said = this.outbox[0];
      const { problem: _, ...sent } = said;
      const answer = await post("say", sent);
      if (!answer.ok && (answer.status === 0 || answer.status >= 500)) {
        this.note(said, say("waiting"));
        this.again = setTimeout(() => this.flush(), 3000);
        break;
      }
      this.outbox.shift();
      this.saveOutbox();
      if (!answer.ok) this.note(said, say("not-sent"));
      // Should the server forget before it told us, the line still stays.
      else if (this.nodes.has(said.id) && !this.lines.has(said.id)) this.show({ ...this.asLine(said), epoch: null });
    }
    this.sending = false;
  }

  /** Say at the message why it is not there yet. */
  note(said, text) {
    said.problem = text;
    const node = this.nodes.get(said.id);
    if (!node?.classList.contains("waiting")) return;
    node.querySelector(".note")?.remove();
    node.append(h("p", { class: "note" }, text));
    if (this.pinned) this.toNewest();
  }
}
