// The program's clock: shown, and moved forward.

import { post } from "./connection.js";
import { say, spokenDay, spokenTime, wallClock } from "./words.js";

export class Clock {
  /** `tell(text)` shows what went wrong. */
  constructor(tell) {
    this.tell = tell;
    this.at = Date.now();
    this.since = performance.now();
    this.moving = false;
    this.time = document.querySelector("#now time");
    this.choose = document.querySelector("#choose");
    this.moment = document.querySelector("#moment");
    this.to = document.querySelector("#to");
    for (const button of document.querySelectorAll("[data-step]")) {
      button.addEventListener("click", () => this.move({ step: button.dataset.step }));
    }
    this.choose.addEventListener("click", () => this.open(this.moment.hidden));
    this.moment.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await this.move({ to: this.to.value })) {
        this.open(false);
        this.choose.focus();
      }
    });
    this.moment.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      this.open(false);
      this.choose.focus();
    });
    setInterval(() => this.draw(), 2000);
  }

  now() {
    return new Date(this.at + (this.moving ? 0 : performance.now() - this.since));
  }

  set(event) {
    this.at = Date.parse(event.now);
    this.since = performance.now();
    this.moving = event.moving;
    document.querySelector("#clock").classList.toggle("moving", this.moving);
    for (const button of document.querySelectorAll("#clock button")) {
      if (this.moving) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
    this.draw();
  }

  draw() {
    const now = this.now();
    const text = `${spokenDay(now)}, ${spokenTime(now)}`;
    if (this.time.textContent === text) return;
    this.time.textContent = text;
    this.time.dateTime = now.toISOString();
  }

  open(open) {
    this.moment.hidden = !open;
    this.choose.setAttribute("aria-expanded", String(open));
    if (!open) return;
    this.to.min = wallClock(this.now());
    this.to.value = wallClock(new Date(Math.ceil((this.now().getTime() + 1) / 3600000) * 3600000));
    this.to.focus();
  }

  async move(how) {
    if (this.moving) return false;
    const shown = document.querySelector("#now");
    shown.setAttribute("aria-live", "polite"); // the time that is reached is read out, not every minute after it
    setTimeout(() => shown.removeAttribute("aria-live"), 3000);
    const long = setTimeout(() => this.tell(say("clock-moving")), 400);
    const answer = await post("clock", how, 600);
    clearTimeout(long);
    this.tell(answer.ok ? "" : say(`error-${answer.body.error ?? "unknown"}`));
    return answer.ok;
  }
}
