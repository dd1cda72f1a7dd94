// The keys of keyboards and clickers that turn slides.

const STEPS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowDown: 1, ArrowLeft: -1, PageUp: -1, ArrowUp: -1 };

// Returns how many slides a key turns, 0 for none; the page must not scroll for it.
export function stepOf(event) {
  const step = event.target.tagName === "BUTTON" && event.key === " " ? 0 : (STEPS[event.key] ?? 0);
  if (step) event.preventDefault();
  return step;
}
