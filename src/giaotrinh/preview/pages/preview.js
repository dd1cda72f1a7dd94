// The preview: views, what is heard from the server, and addresses such as #module=, #block=, #provision=.

import { ask, learnerOnly, listen, make, word } from "./net.js";
import { findingsView, overview, Printing, reviewView, searchView } from "./overview.js";
import { Pages } from "./pages.js";
import { Panel } from "./panel.js";
import { language } from "./words.js";

const at = (id) => document.getElementById(id);
const main = at("main");
let state = null;
let findings = [];
let stale = [];
let view = learnerOnly ? "pages" : "overview";
let connected = true;
let refreshing = null;

const pages = new Pages((block) => openBlock(block));
const printing = new Printing();
const panel = new Panel(at("panel"), { onClose: () => document.body.classList.remove("with-panel") });
const VIEWS = learnerOnly ? ["overview", "pages"] : ["overview", "pages", "findings", "review", "print"];

function draw() {
  for (const button of at("views").children) {
    button.toggleAttribute("aria-current", button.dataset.view === view);
    if (button.dataset.view === view) button.setAttribute("aria-current", "page");
  }
  const content = {
    overview: () => overview(state),
    pages: () => pages.element,
    findings: () => findingsView(findings, openFinding),
    review: () => reviewView(stale, clear),
    print: () => printing.view(state),
  }[view]();
  if (main.firstChild !== content) main.replaceChildren(content);
}

function go(name) {
  view = name;
  draw();
}

function banner() {
  const text = !connected ? word("lost")
    : state?.banner ? `${word("broken")}: ${state.banner.text}${state.banner.findings > 1 ? ` (+${state.banner.findings - 1} ${word("more")})` : ""}`
    : state?.printing ? word("printing") : "";
  at("banner").textContent = text;
  at("banner").dataset.kind = !connected || state?.banner ? "broken" : text ? "printing" : "";
}

// One refresh at a time, and one more where something was heard meanwhile: the last state always arrives.
async function refresh() {
  if (refreshing) { refreshing.again = true; return; }
  refreshing = { again: false };
  try {
    do {
      refreshing.again = false;
      const more = learnerOnly ? [{}, {}] : [ask("/api/findings"), ask("/api/review")];
      const [fresh, found, places] = await Promise.all([ask("/api/state"), ...more]);
      stale = places.data ?? [];
      if (fresh.ok) apply(fresh.data, found.data ?? []);
    } while (refreshing.again);
  } catch { connected = false; banner(); } finally { refreshing = null; }
}

function apply(fresh, found) {
  state = fresh;
  findings = found;
  document.title = state.title || "giaotrinh";
  at("title").textContent = state.title || "giaotrinh";
  pages.update(state);
  pages.mark(findings);
  banner();
  if (!state.printing) at("quick").hidden = true;
  const busy = main.contains(document.activeElement) && document.activeElement.matches("input, textarea, select");
  if (view === "pages" || view === "review" || !busy) draw();
  document.body.dataset.generation = state.generation;
  document.body.dataset.printing = state.printing;
}

function openBlock(block, opener) {
  if (learnerOnly) return;
  document.body.classList.add("with-panel");
  panel.openBlock(block, findings.filter((found) => found.blocks[0] === block || found.blocks.includes(block)), opener);
}

function openFinding(found, opener) {
  if (!found.blocks.length) return;
  go("pages");
  pages.toBlock(...found.blocks);
  openBlock(found.blocks.find((block) => pages.hasPlace(block)) ?? found.blocks[0], opener);
}

async function clear(keys, by) {
  await ask("/api/review", { method: "POST", data: { keys, by } });
}

function quick(blocks) {
  const box = at("quick");
  box.replaceChildren(make("h2", {}, word("justChanged")), ...blocks.map(({ html }) => {
    const shown = make("div", { class: "fragment" });
    shown.innerHTML = html; // made by the program's own templates, every word escaped; scripts are barred by the policy
    return shown;
  }));
  box.hidden = false;
  document.body.dataset.quick = String(Number(document.body.dataset.quick || 0) + 1);
}

function follow() {
  const [kind, value] = decodeURIComponent(location.hash.slice(1)).split(/=(.*)/s);
  if (!value || !state) return;
  if (kind === "module") { go("pages"); pages.toModule(value); }
  if (kind === "block") { go("pages"); pages.toBlock(value); openBlock(value); }
  if (kind === "page") { go("pages"); pages.toPage(...value.split("/")); }
  if (kind === "provision" && !learnerOnly) { document.body.classList.add("with-panel"); panel.openProvision(value); }
}

at("views").append(...VIEWS.map((name) => make("button", { type: "button", "data-view": name, onclick: () => go(name) }, word(name))));
for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
const other = language === "vi" ? "en" : "vi";
Object.assign(at("language"), { href: `?lang=${other}`, lang: other, hreflang: other, textContent: other === "en" ? "English" : "Tiếng Việt" });
if (learnerOnly) at("search").remove();
else at("search").addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await ask(`/api/search?q=${encodeURIComponent(at("words").value)}`);
  main.replaceChildren(searchView(answer.data ?? []));
});
window.addEventListener("hashchange", follow);
window.addEventListener("beforeunload", (event) => { if (panel.dirty) event.preventDefault(); });
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const name = VIEWS[Number(event.key) - 1];
  if (name) go(name);
  if (event.key === "/" && at("words")) { event.preventDefault(); at("words").focus(); }
});

listen((kind, data) => {
  if (kind === "open") { connected = true; refresh(); }
  if (kind === "lost") { connected = false; banner(); }
  if (kind === "state") refresh();
  if (kind === "block") quick(data.blocks);
  if (kind === "fragment") pages.fragment(data);
  if (kind === "print") printing.heard(data);
});
await refresh();
follow();
