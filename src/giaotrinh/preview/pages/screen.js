// The window on the screen: the slide alone; keys and clickers work here too.

import { stepOf } from "./keys.js";
import { picture } from "./net.js";

const module = document.querySelector('meta[name="module"]').content;
const channel = new BroadcastChannel(`giaotrinh-${module}`);
const image = document.getElementById("now");

channel.addEventListener("message", ({ data }) => {
  if (!data.digest) return;
  image.src = picture(data.digest, Math.min(2000, Math.ceil((window.innerWidth * devicePixelRatio) / 100) * 100));
  image.alt = data.title;
  document.title = data.title;
  document.getElementById("title").textContent = data.title;
});
document.addEventListener("keydown", (event) => {
  const step = stepOf(event);
  if (step) channel.postMessage({ by: step });
  if (event.key === "f") document.documentElement.requestFullscreen?.();
});
channel.postMessage({ hello: true });
