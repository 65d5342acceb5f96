// Elements made by hand. Text always goes in as text, so that markup in what people write stays inert.

const ICONS = {
  send: "M4 12 20 4l-5 16-3.5-6.5L4 12z",
  more: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  down: "M12 5v14m-6-6 6 6 6-6",
  voice: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM6 11a6 6 0 0 0 12 0M12 17v4",
  photo: "M4 7h4l2-3h4l2 3h4v12H4zM12 16a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z",
  sticker: "M12 3a9 9 0 1 0 9 9c-5 0-9-4-9-9zM8.5 11v.5M8 15c2 2 5 2 7 1",
  location: "M12 21c4-5 6-8 6-11a6 6 0 0 0-12 0c0 3 2 6 6 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  forwarded: "M13 6l6 6-6 6M19 12H5",
  edited: "M5 19l1-4L16 5l3 3L9 18l-4 1z",
  blocked: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12",
  unblocked: "M5 13l4 4L19 7",
  chosen: "M5 13l4 4L19 7",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  other: "M6 3h8l4 4v14H6zM14 3v4h4",
};

/** h("button", {class: "x", onclick: f}, child, "text") */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

const LINK = /\b(?:https?|webcal):\/\/[^\s<>"]+/gi;

/** The text as nodes, with links that can be followed; no other scheme than these three ever becomes one. */
export function linked(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const address = found[0].replace(/[.,;:!?)\]'’”]+$/, "");
    if (!URL.canParse(address)) continue;
    nodes.push(text.slice(from, found.index));
    nodes.push(h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address));
    from = found.index + address.length;
  }
  nodes.push(text.slice(from));
  return nodes;
}

/** A soft colour that always goes with this name: 0 to 5. */
export function colour(name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  return sum % 6;
}

export function avatar(person) {
  const initial = [...person.name][0].toLocaleUpperCase("nl");
  return h("span", { class: `avatar colour-${colour(person.id)}`, "aria-hidden": "true" }, initial);
}
