// The page's texts, from locales/nl/page.ftl by way of the server.

const texts = await (await fetch("words.json")).json();

/** The text of this name, with its {holes} filled in. */
export function say(name, holes = {}) {
  const text = texts[name] ?? texts["error-unknown"];
  return text.replace(/\{(\w+)\}/g, (whole, hole) => (hole in holes ? String(holes[hole]) : whole));
}

const zone = { timeZone: "Europe/Amsterdam" };
const clock = new Intl.DateTimeFormat("nl-NL", { ...zone, hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("nl-NL", { ...zone, weekday: "long", day: "numeric", month: "long" });
const iso = new Intl.DateTimeFormat("sv-SE", { ...zone, dateStyle: "short", timeStyle: "short" });

export const spokenTime = (date) => clock.format(date);
export const spokenDay = (date) => day.format(date);
/** "2025-03-03T10:00" on the Dutch wall clock, as a datetime-local field wants it. */
export const wallClock = (date) => iso.format(date).replace(" ", "T");
