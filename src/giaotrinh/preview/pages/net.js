// Asking the server, and making elements without ever parsing text as HTML.

import { language, word } from "./words.js";

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";

export const token = meta("token");
export const root = meta("root");
export const learnerOnly = meta("mode") === "learner";

export async function ask(address, { method = "GET", data } = {}) {
  const mark = address.includes("?") ? "&" : "?";
  const answer = await fetch(`${address}${mark}lang=${language}`, {
    method,
    headers: { "x-token": token, ...(data ? { "content-type": "application/json" } : {}) },
    body: data ? JSON.stringify(data) : undefined,
  });
  const isData = answer.headers.get("content-type")?.includes("json");
  return { status: answer.status, ok: answer.ok, data: isData ? await answer.json() : null };
}

export function listen(heard) {
  const events = new EventSource("/api/events");
  for (const kind of ["state", "block", "fragment", "print"]) {
    events.addEventListener(kind, (event) => heard(kind, JSON.parse(event.data)));
  }
  events.addEventListener("open", () => heard("open", {}));
  events.addEventListener("error", () => heard("lost", {}));
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

export const picture = (digest, width) => `/page/${digest}.png?width=${width}`;

export const place = (file, line, column = 1) =>
  root
    ? make("a", { class: "place", href: `vscode://file${encodeURI(root)}/${encodeURI(file)}:${line}:${column}` }, `${file}:${line}`)
    : `${file}:${line}`;

export { word };
