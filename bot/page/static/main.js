// The chat page: who is shown, and what the server says.

import { Clock } from "./clock.js";
import { listen, post } from "./connection.js";
import { avatar, h } from "./dom.js";
import { kept } from "./memory.js";
import { Phone } from "./phone.js";
import { say } from "./words.js";

const narrow = matchMedia("(max-width: 45rem)"); // the same as in page.css
const list = document.querySelector("#people ul");
const main = document.querySelector("#phones");
const notice = document.querySelector("#notice");
const phones = new Map();
let epoch = null;
const hidden = new Set(kept.get("hidden", [])); // in a wide window: whom not to show
let active = kept.get("active", null); // in a narrow one: whom to show
let awaited = null; // who was just added

const clock = new Clock(tell);
const page = {
  now: () => clock.now(),
  onUnread: drawPeople,
  async onRemove(phone) {
    const answer = await post("phones/remove", { id: phone.id });
    if (!answer.ok) tell(say("error-unknown"));
    else list.querySelector("button")?.focus();
  },
};

// what the server says

function hear(event) {
  if (event.type === "hello") hello(event);
  else if (event.type === "phones") setPhones(event.phones);
  else if (event.type === "line") phones.get(event.phone)?.show({ ...event.line, epoch });
  else if (event.type === "drop") phones.get(event.phone)?.drop(event.id);
  else if (event.type === "clock") clock.set(event);
}

function hello(event) {
  const anew = epoch !== event.epoch;
  epoch = event.epoch;
  clock.set(event.clock);
  // A server that was started anew forgot who was added: those stay on the page and are told to it again.
  const there = new Set(event.phones.map((person) => person.id));
  const forgotten = anew ? kept.get("people", []).filter((person) => !there.has(person.id)) : [];
  setPhones([...event.phones, ...forgotten.map((person) => ({ ...person, closed: false }))]);
  for (const phone of phones.values()) {
    phone.fillWith(event.lines[phone.id] ?? [], epoch);
    phone.flush();
  }
  for (const person of forgotten) post("phones", person);
}

function setPhones(people) {
  const here = new Set(people.map((person) => person.id));
  for (const [id, phone] of phones) {
    if (here.has(id)) continue;
    phone.element.remove();
    phones.delete(id);
  }
  for (const person of people) {
    const phone = phones.get(person.id) ?? add(person);
    phone.close(person.closed);
  }
  kept.set("people", people.map(({ id, name }) => ({ id, name })));
  drawPeople();
  welcome();
}

function add(person) {
  const phone = new Phone(person, page);
  phones.set(person.id, phone);
  main.append(phone.element);
  setTimeout(() => phone.log.removeAttribute("aria-busy"), 1000);
  return phone;
}

// who is shown

function drawPeople() {
  if (!phones.has(active)) active = phones.keys().next().value ?? null;
  for (const phone of phones.values()) {
    phone.element.classList.toggle("hidden", hidden.has(phone.id));
    phone.element.classList.toggle("active", phone.id === active);
    if (phone.onScreen && phone.unread) phone.looked();
  }
  const focused = document.activeElement?.dataset?.person;
  list.replaceChildren(...[...phones.values()].map(drawPerson));
  if (focused !== undefined) list.querySelector(`[data-person="${CSS.escape(focused)}"]`)?.focus();
}

function drawPerson(phone) {
  const shown = narrow.matches ? phone.id === active : !hidden.has(phone.id);
  const name = phone.unread ? say("person-new", { name: phone.name, count: phone.unread }) : phone.name;
  return h(
    "li",
    {},
    h(
      "button",
      {
        type: "button",
        class: "person",
        "aria-pressed": String(shown),
        "aria-label": say("person-show", { name }),
        "data-person": phone.id,
        onclick: () => choose(phone),
      },
      avatar(phone),
      phone.name,
      phone.unread ? h("span", { class: "badge" }, String(phone.unread)) : null,
    ),
  );
}

function choose(phone) {
  if (narrow.matches) active = phone.id;
  else if (!hidden.delete(phone.id)) hidden.add(phone.id);
  kept.set("hidden", [...hidden]);
  kept.set("active", active);
  drawPeople();
  if (phone.onScreen) phone.looked();
  drawPeople();
}

const adding = document.querySelector("#adding");
const form = document.querySelector("#add");
const field = document.querySelector("#name");

function openForm(open) {
  form.hidden = !open;
  adding.setAttribute("aria-expanded", String(open));
  (open ? field : adding).focus();
}

adding.addEventListener("click", () => openForm(form.hidden));
form.addEventListener("keydown", (event) => event.key === "Escape" && openForm(false));
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await post("phones", { name: field.value });
  tell(answer.ok ? "" : say(`error-${answer.body.error ?? "unknown"}`));
  if (!answer.ok) return;
  field.value = "";
  openForm(false);
  awaited = answer.body.id;
  welcome();
});

/** Go to the phone that was just added: its stream may tell of it later than the answer, or sooner. */
function welcome() {
  if (!phones.has(awaited)) return;
  active = awaited;
  hidden.delete(active);
  awaited = null;
  drawPeople();
  phones.get(active).box.focus();
}

// what the person at the keyboard is told

function tell(text) {
  clearTimeout(tell.timer);
  notice.textContent = text;
  notice.hidden = !text;
  if (text) tell.timer = setTimeout(() => tell(""), 10000);
}

let lost = false;
function state(there) {
  if (there && lost) {
    lost = false;
    clearTimeout(state.timer);
    if (notice.textContent === say("lost")) tell("");
  } else if (!there && !lost) {
    lost = true;
    state.timer = setTimeout(() => {
      notice.textContent = say("lost");
      notice.hidden = false;
    }, 1000);
  }
}

narrow.addEventListener("change", drawPeople);
listen(hear, state);
