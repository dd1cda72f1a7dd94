// The panel beside the pages: a block's findings, the provisions it leans on, its source text to edit.

import { ask, make, place, word } from "./net.js";

export class Panel {
  constructor(element, { onProvision, onClose }) {
    this.element = element;
    this.onProvision = onProvision;
    this.onClose = onClose;
    this.text = null;
    this.area = null;
    element.addEventListener("keydown", (event) => this.key(event));
  }

  get dirty() { return this.area !== null && this.text !== null && this.area.value !== this.text.text; }

  async openBlock(block, findings, opener) {
    if (this.dirty && !confirm(word("unsaved"))) return;
    this.opener = opener ?? document.activeElement;
    const answer = await ask(`/api/block/${block}`);
    if (!answer.ok) return;
    this.text = answer.data;
    this.area = make("textarea", { id: "source", rows: Math.min(24, this.text.text.split("\n").length + 2), spellcheck: "false" });
    this.area.value = this.text.text;
    this.status = make("p", { class: "status", role: "status" });
    this.conflict = make("div", { class: "conflict" });
    const provisions = [...new Map(findings.flatMap((found) => found.provisions).map((each) => [each.source + each.path, each])).values()];
    this.fill(
      place(this.text.file, this.text.line),
      ...findings.map((found) => this.finding(found)),
      provisions.length ? this.provisions(provisions) : this.citations(this.text.citations),
      make("label", { for: "source" }, word("source")), this.area,
      make("div", { class: "tools" },
        make("button", { type: "button", class: "first", onclick: () => this.save() }, word("save")),
        make("button", { type: "button", onclick: () => this.close() }, word("close"))),
      this.status, this.conflict);
    this.area.focus();
  }

  async openProvision(address) {
    if (this.dirty && !confirm(word("unsaved"))) return;
    const answer = await ask(`/api/provision/${address}`);
    if (!answer.ok) return;
    this.text = this.area = null;
    const data = answer.data;
    const list = (name) => make("section", {}, make("h3", {}, `${word(name)} (${data[name].length})`),
      make("ul", {}, ...data[name].map((each) => make("li", {}, make("a", { href: `#block=${each.block}` }, each.words || each.block)))));
    this.fill(
      make("h3", {}, data.place), make("blockquote", {}, data.text),
      data.accepted ? make("p", {}, data.accepted) : null,
      list("taught"), list("practised"), list("tested"),
      make("section", {}, make("h3", {}, word("printed")),
        make("ul", {}, ...data.printed.map((each) => make("li", {}, make("a", { href: `#page=${each.file}/${each.index}` }, `${each.edition}, ${word("page")} ${each.label}`))))),
      make("div", { class: "tools" }, make("button", { type: "button", onclick: () => this.close() }, word("close"))));
    this.element.querySelector("button").focus();
  }

  fill(...children) {
    this.element.replaceChildren(make("h2", { id: "panel-title" }, this.text ? `${word("block")} ${this.text.block}` : word("provisions")), ...children.filter(Boolean));
    this.element.hidden = false;
  }

  finding(found) {
    return make("section", { class: "finding", "data-severity": found.severity },
      make("h3", {}, `${word(found.severity)}: ${found.text}`),
      found.source ? make("pre", {}, this.marked(found)) : null,
      found.hint ? make("p", {}, `${word("hint")}: ${found.hint}`) : null,
      ...found.related.map((each) => make("p", { class: "related" }, each.place, " ", make("q", {}, each.text))),
      found.explain ? make("details", {}, make("summary", {}, found.code), found.explain) : make("p", {}, found.code));
  }

  marked(found) {
    const [from, to] = [found.column - 1, (found.end_column || found.column + 1) - 1];
    if (from < 0) return found.source;
    return make("span", {}, found.source.slice(0, from), make("mark", {}, found.source.slice(from, to)), found.source.slice(to));
  }

  provisions(provisions) {
    return make("section", { class: "beside" }, make("h3", {}, word("beside")),
      ...provisions.map((each) => make("div", {},
        make("a", { href: `#provision=${each.source}:${each.path}` }, each.place), make("blockquote", {}, each.text))));
  }

  citations(addresses) {
    if (!addresses.length) return null;
    return make("section", { class: "beside" }, make("h3", {}, word("beside")),
      ...addresses.map((each) => make("p", {}, make("a", { href: `#provision=${each}` }, each))));
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return; // an input method is still writing
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") { event.preventDefault(); this.save(); }
    if (event.key === "Escape") this.close();
  }

  async save() {
    if (!this.text) return;
    const after = this.area.value;
    const { file, line, text, digest, block } = this.text;
    const answer = await ask(`/api/block/${block}`, { method: "PUT", data: { file, line, digest, before: text, after } });
    if (answer.status === 409) return this.showConflict(answer.data.now);
    if (!answer.ok) { this.status.textContent = answer.data?.error ?? String(answer.status); return; }
    this.conflict.replaceChildren();
    this.text = { ...this.text, text: after, digest: "" };
    this.status.textContent = word("saved");
  }

  showConflict(now) {
    const take = make("button", { type: "button", onclick: () => { this.area.value = now; this.text = { ...this.text, text: now, digest: "" }; this.conflict.replaceChildren(); } }, word("takeTheirs"));
    const keep = make("button", { type: "button", onclick: () => { this.text = { ...this.text, text: now, digest: "" }; this.conflict.replaceChildren(); this.area.focus(); } }, word("keepMine"));
    this.conflict.replaceChildren(make("p", { role: "alert" }, word("conflict")), make("pre", {}, now), make("div", { class: "tools" }, take, keep));
  }

  close() {
    if (this.dirty && !confirm(word("unsaved"))) return;
    this.element.hidden = true;
    this.text = this.area = null;
    this.element.replaceChildren();
    this.onClose();
    if (this.opener?.isConnected) this.opener.focus();
  }
}
