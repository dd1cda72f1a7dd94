// The window on the screen: the slide alone; keys and clickers work here too.

import { picture } from "./net.js";

const module = document.querySelector('meta[name="module"]').content;
const channel = new BroadcastChannel(`giaotrinh-${module}`);
const image = document.getElementById("now");
const KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowDown: 1, ArrowLeft: -1, PageUp: -1, ArrowUp: -1 };

channel.addEventListener("message", ({ data }) => {
  if (!data.digest) return;
  image.src = picture(data.digest, Math.min(2000, Math.ceil((window.innerWidth * devicePixelRatio) / 100) * 100));
  image.alt = data.title;
  document.title = data.title;
  document.getElementById("title").textContent = data.title;
});
document.addEventListener("keydown", (event) => {
  if (event.key in KEYS) { event.preventDefault(); channel.postMessage({ by: KEYS[event.key] }); }
  if (event.key === "f") document.documentElement.requestFullscreen?.();
});
channel.postMessage({ hello: true });
