// The overview: modules, framework of the course, coverage; findings; printing to files.

import { ask, make, place, word } from "./net.js";

const cells = (tag, values) => values.map((value, at) => make(tag, typeof value === "number" ? { class: "number" } : tag === "th" ? { scope: "col" } : {}, value instanceof Node ? value : String(value)));
const table = (caption, head, rows, foot) => make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
  make("table", {}, make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...cells("th", head))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...cells("td", row)))),
    foot ? make("tfoot", {}, make("tr", {}, ...cells("td", foot))) : null));

const counted = (findings = {}) =>
  ["error", "warning", "info"].filter((kind) => findings[kind]).map((kind) => `${findings[kind]} ${word(kind)}`).join(", ");

export function overview(state) {
  const link = (each) => make("a", { href: `#module=${each.id}` }, each.title);
  const present = (each) => make("a", { href: `/presenter/${each.id}`, target: "_blank", rel: "noopener" }, word("present"));
  if (state.learner_only) {
    return make("section", {}, table(word("overview"), [word("number"), word("module"), word("periods"), word("pageCount")],
      state.modules.map((each) => [each.number, link(each), each.periods, each.pages])));
  }
  const modules = table(word("overview"),
    [word("number"), word("module"), word("periods"), word("pageCount"), word("cited"), word("found"), word("state"), word("present")],
    state.modules.map((each) => [each.number, link(each), each.periods, each.pages, each.provisions, counted(each.findings), word(each.state), present(each)]));
  const frame = state.framework && table(word("framework"),
    [word("number"), word("module"), word("total"), ...state.framework.columns.map(word)], state.framework.rows,
    ["", word("sum"), ...state.framework.sums]);
  const covered = state.coverage && table(word("coverage"), Object.keys(state.coverage).map(word), [Object.values(state.coverage)]);
  return make("section", {}, modules, frame, covered);
}

export function findingsView(findings, open) {
  if (!findings.length) return make("section", {}, make("h2", {}, word("findings")), make("p", {}, word("none")));
  return make("section", {}, make("h2", {}, word("findings")),
    make("ul", { class: "findings" }, ...findings.map((found) => make("li", { class: "finding", "data-severity": found.severity },
      make("button", { type: "button", class: "link", onclick: (event) => open(found, event.target) }, `${word(found.severity)}: ${found.text}`),
      found.file ? make("p", {}, place(found.file, found.line || 1, found.column || 1)) : null,
      found.hint ? make("p", {}, found.hint) : null))));
}

export function searchView(results) {
  return make("section", {}, make("h2", {}, word("results")),
    results.length
      ? make("ul", {}, ...results.map((each) => make("li", {}, make("a", { href: `#${each.kind}=${each.id}` }, each.id), " ", each.words)))
      : make("p", {}, word("nothing")));
}

export function reviewView(places, clear) {
  const name = make("input", { id: "by", autocomplete: "name", value: localStorage.getItem("by") ?? "" });
  name.addEventListener("change", () => localStorage.setItem("by", name.value));
  const item = (each) => make("li", { class: "finding", "data-severity": "warning" },
    make("h3", {}, each.key[2], " ", each.block ? make("a", { href: `#block=${each.block}` }, each.block) : each.key.slice(0, 2).join(", ")),
    each.line ? make("p", {}, place(each.file, each.line)) : null,
    each.removed || each.added ? make("p", {}, make("del", {}, each.removed), " ", make("ins", {}, each.added)) : null,
    make("blockquote", {}, each.now || each.before),
    make("button", { type: "button", onclick: () => (name.value.trim() ? clear([each.key], name.value) : name.focus()) }, word("holds")));
  return make("section", {}, make("h2", {}, word("review")),
    places.length
      ? make("div", {}, make("label", { for: "by" }, word("by")), name, make("ul", { class: "findings" }, ...places.map(item)))
      : make("p", {}, word("nothingStale")));
}

export class Printing {
  constructor() {
    this.status = make("p", { role: "status" });
    this.bar = make("progress", { max: 1, value: 0, hidden: true, "aria-label": word("building") });
    this.files = make("ul", {});
  }

  view(state) {
    const edition = make("select", { id: "print-edition" }, ...state.editions.map((each) => make("option", { value: each.id }, each.title)));
    const module = make("select", { id: "print-module" }, make("option", { value: "" }, word("all")),
      ...state.modules.map((each) => make("option", { value: each.id }, `${each.number}. ${each.title}`)));
    const form = make("form", { class: "print", onsubmit: (event) => { event.preventDefault(); this.start(edition.value, module.value); } },
      make("label", { for: "print-edition" }, word("editions")), edition,
      make("label", { for: "print-module" }, word("module")), module,
      make("button", { class: "first" }, word("start")));
    return make("section", {}, make("h2", {}, word("print")), form, this.bar, this.status, this.files);
  }

  async start(edition, module) {
    this.files.replaceChildren();
    this.bar.hidden = false;
    this.bar.removeAttribute("value");
    this.status.textContent = word("building");
    const answer = await ask("/api/print", { method: "POST", data: { edition, module } });
    if (!answer.ok) this.status.textContent = answer.data?.error ?? word("building");
  }

  heard({ done, count, total, files, errors }) {
    if (!done) { this.bar.max = total || 1; this.bar.value = count; this.status.textContent = `${word("building")}: ${count}/${total}`; return; }
    this.bar.hidden = true;
    this.status.textContent = files.length ? word("done") : `${word("failed")}: ${errors.join("; ")}`;
    this.files.replaceChildren(...files.map((file) => make("li", {}, make("a", { href: `/download/${file.id}`, download: file.name }, file.name), ` ${file.pages} ${word("page")}`)));
  }
}
