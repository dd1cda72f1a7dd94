// The speaker's window: the slide, the next one, what to say, the clock against the lesson plan.

import { stepOf } from "./keys.js";
import { ask, listen, make, picture, word } from "./net.js";

const at = (id) => document.getElementById(id);
const module = document.querySelector('meta[name="module"]').content;
const channel = new BroadcastChannel(`giaotrinh-${module}`);
let slides = [];
let now = 0;

function draw() {
  const slide = slides[now];
  if (!slide) { at("notes").replaceChildren(make("p", {}, word("noSlides"))); return; }
  const next = slides[now + 1];
  at("title").textContent = slides[0].title;
  document.title = slides[0].title;
  at("now").src = picture(slide.digest, 1000);
  at("now").alt = slide.title;
  at("now-title").textContent = `${word("slide")} ${now + 1}/${slides.length}: ${slide.title}${slide.book_page ? ` (${word("book")} ${slide.book_page})` : ""}`;
  at("after").hidden = !next;
  if (next) { at("after").src = picture(next.digest, 500); at("after").alt = next.title; }
  at("after-title").textContent = next ? `${word("next")}: ${next.title}` : "";
  at("notes").replaceChildren(...(slide.notes.length
    ? slide.notes.map((note) => make("div", {}, make("h2", {}, note.kind), make("p", {}, note.text)))
    : [make("p", {}, word("noNotes"))]));
  clock();
  channel.postMessage({ digest: slide.digest, title: slide.title });
  document.body.dataset.slide = now;
}

function clock() {
  const time = new Date().toTimeString().slice(0, 5).replace(":", "h");
  const starts = slides[now]?.starts.replace(":", "h");
  at("clock").textContent = starts ? `${time} · ${word("planned")} ${starts}` : time;
}

function move(to) {
  now = Math.max(0, Math.min(slides.length - 1, to));
  draw();
}

async function load() {
  const answer = await ask(`/api/slides/${module}`);
  slides = answer.data ?? [];
  move(now);
}

function key(event) {
  const step = stepOf(event);
  if (step) move(now + step);
  if (event.key === "Home") move(0);
  if (event.key === "End") move(slides.length - 1);
}

at("next").textContent = word("next");
at("back").textContent = word("back");
at("screen").textContent = word("screen");
at("next").addEventListener("click", () => move(now + 1));
at("back").addEventListener("click", () => move(now - 1));
at("screen").addEventListener("click", () => window.open(`/screen/${module}`, `screen-${module}`, "popup"));
document.addEventListener("keydown", key);
channel.addEventListener("message", ({ data }) => {
  if (data.hello) draw();
  if (data.by) move(now + data.by);
});
listen((kind) => { if (kind === "state") load(); });
setInterval(clock, 10_000);
await load();
