// The printed pages: editions side by side, kept in step, only changed pages loaded again.

import { ask, learnerOnly, make, picture, word } from "./net.js";

const WEIGHT = { error: 3, warning: 2, info: 1 };

export class Pages {
  constructor(onBlock) {
    this.onBlock = onBlock;
    this.state = null;
    this.findings = new Map();
    this.shown = [];
    this.width = Number(sessionStorage.getItem("width")) || Math.min(620, Math.max(280, window.innerWidth - 40));
    this.columns = make("div", { class: "columns" });
    this.tools = make("div", { class: "tools", role: "group", "aria-label": word("editions") });
    this.element = make("section", { class: "pages-view", "aria-label": word("pages") }, this.tools, this.columns);
    this.leader = null;
    this.ratio = Math.min(window.devicePixelRatio || 1, 2);
  }

  update(state) {
    this.state = state;
    const known = state.editions.map((edition) => edition.id);
    this.shown = this.shown.filter((name) => known.includes(name));
    const book = state.editions.find((edition) => edition.is_book);
    if (!this.shown.length && known.length) this.show(book ? book.id : known[0], true);
    this.drawTools();
    this.drawColumns();
  }

  mark(findings) {
    this.findings = new Map();
    for (const found of findings) {
      for (const block of found.blocks) {
        const worst = this.findings.get(block);
        if (!worst || WEIGHT[found.severity] > WEIGHT[worst.severity]) this.findings.set(block, found);
        if (this.hasPlace(block)) break; // the innermost block that stands on a page
      }
    }
    for (const spot of this.columns.querySelectorAll(".spot")) this.colour(spot);
  }

  hasPlace(block) {
    return this.columns.querySelector(`.spot[data-block="${CSS.escape(block)}"]`) !== null;
  }

  show(edition, wanted) {
    this.shown = wanted ? [...new Set([...this.shown, edition])] : this.shown.filter((name) => name !== edition);
    if (wanted) ask(`/api/open/${edition}`, { method: "POST" });
    if (this.state) this.drawColumns();
  }

  drawTools() {
    const boxes = this.state.editions.map((edition) =>
      make("label", {},
        make("input", {
          type: "checkbox", value: edition.id, checked: this.shown.includes(edition.id),
          onchange: (event) => this.show(edition.id, event.target.checked),
        }), edition.title));
    const size = make("input", { type: "range", min: 240, max: 1400, step: 20, value: this.width });
    size.addEventListener("input", () => this.resize(Number(size.value)));
    const modules = make("select", { onchange: (event) => this.toModule(event.target.value) },
      make("option", { value: "" }, word("whole")),
      ...this.state.modules.map((each) => make("option", { value: each.id }, `${each.number}. ${each.title}`)));
    const focused = document.activeElement?.value;
    this.tools.replaceChildren(...boxes, make("label", {}, word("width"), size), make("label", {}, word("module"), modules));
    if (focused) this.tools.querySelector(`input[value="${CSS.escape(focused)}"]`)?.focus();
  }

  resize(width) {
    this.width = width;
    sessionStorage.setItem("width", width);
    const anchor = this.topBlock(this.columns.querySelector(".column"));
    for (const page of this.columns.querySelectorAll(".page")) this.size(page);
    if (anchor) this.toBlock(anchor);
  }

  size(page) {
    page.style.setProperty("width", `${this.width}px`);
    page.style.setProperty("height", `${(this.width * page.dataset.height) / page.dataset.width}px`);
  }

  drawColumns() {
    const columns = this.shown.map((name) => this.column(this.state.editions.find((edition) => edition.id === name)));
    const same = columns.length === this.columns.children.length && columns.every((each, at) => each === this.columns.children[at]);
    if (!same) this.columns.replaceChildren(...columns); // moving an element would lose its scroll position
  }

  column(edition) {
    let column = this.columns.querySelector(`.column[data-edition="${edition.id}"]`);
    if (!column) {
      column = make("div", { class: "column", "data-edition": edition.id, tabindex: 0, role: "region", "aria-label": edition.title });
      column.addEventListener("scroll", () => this.follow(column), { passive: true });
      for (const kind of ["pointerenter", "focusin", "touchstart"]) {
        column.addEventListener(kind, () => { this.leader = column; }, { passive: true });
      }
    }
    const wanted = edition.files.flatMap((file) => file.pages.map((page, at) => ({ file, page, at })));
    const old = [...column.querySelectorAll(".page")];
    wanted.forEach((each, at) => {
      const page = old[at] ?? make("figure", { class: "page" }, make("img", { loading: "lazy", decoding: "async", alt: "" }), make("div", { class: "spots" }), make("figcaption", {}));
      this.drawPage(page, each, edition);
      if (!old[at]) column.append(page);
    });
    old.slice(wanted.length).forEach((page) => page.remove());
    let waiting = column.querySelector(".waiting");
    if (!wanted.length && !waiting) column.append(make("p", { class: "waiting" }, word("waiting")));
    if (wanted.length) waiting?.remove();
    return column;
  }

  drawPage(page, { file, page: data, at }, edition) {
    Object.assign(page.dataset, { job: data.job, index: data.index, width: file.width, height: file.height, file: file.id, page: at, module: file.module });
    page.id = `p-${edition.id}-${file.id}-${at}`;
    this.size(page);
    page.querySelector("figcaption").textContent = `${word("page")} ${data.label || at + 1}`;
    page.querySelector("img").alt = `${edition.title}, ${word("page")} ${data.label || at + 1}`;
    this.swap(page, data.digest);
    if (!learnerOnly) this.drawSpots(page, data, file);
  }

  swap(page, digest) {
    if (page.dataset.digest === digest) return;
    page.dataset.digest = digest;
    const old = page.querySelector("img");
    const address = picture(digest, Math.ceil((this.width * this.ratio) / 100) * 100);
    if (!old.src) { old.src = address; return; }
    const fresh = new Image();
    fresh.onload = () => { if (page.dataset.digest === digest) { old.src = address; page.dataset.swapped = digest; } };
    fresh.src = address; // the old picture stays until the new one is there
  }

  drawSpots(page, data, file) {
    const spots = data.blocks.map(([block, top], at) => {
      const below = data.blocks.slice(at + 1).find(([, other]) => other > top + 1)?.[1] ?? file.height - 20;
      const spot = make("button", { class: "spot", type: "button", "data-block": block, tabindex: -1, "aria-label": `${word("block")} ${block}`, onclick: () => this.onBlock(block) });
      spot.style.setProperty("top", `${(100 * top) / file.height}%`);
      spot.style.setProperty("height", `${(100 * Math.max(below - top, 3)) / file.height}%`);
      this.colour(spot);
      return spot;
    });
    page.querySelector(".spots").replaceChildren(...spots);
  }

  colour(spot) {
    const found = this.findings.get(spot.dataset.block);
    spot.dataset.severity = found?.severity ?? "";
    spot.title = found ? `${word(found.severity)}: ${found.text}` : "";
    spot.tabIndex = found ? 0 : -1;
    spot.setAttribute("aria-label", found ? `${word(found.severity)}: ${found.text}` : `${word("block")} ${spot.dataset.block}`);
  }

  fragment({ job, count, pages }) {
    const shown = [...this.columns.querySelectorAll(`.page[data-job="${CSS.escape(job)}"]`)];
    const perEdition = new Map();
    for (const page of shown) perEdition.set(page.closest(".column"), (perEdition.get(page.closest(".column")) ?? 0) + 1);
    for (const page of shown) {
      const fresh = pages[page.dataset.index];
      if (fresh && perEdition.get(page.closest(".column")) === count) this.swap(page, fresh);
    }
  }

  topBlock(column) {
    if (!column) return null;
    const top = column.getBoundingClientRect().top + 40;
    for (const page of column.querySelectorAll(".page")) {
      if (page.getBoundingClientRect().bottom < top) continue;
      const spots = [...page.querySelectorAll(".spot")];
      const spot = spots.find((each) => each.getBoundingClientRect().bottom > top) ?? spots[0];
      if (spot) return spot.dataset.block;
    }
    return null;
  }

  follow(column) {
    if (column !== this.leader || this.columns.children.length < 2) return;
    const block = this.topBlock(column);
    if (!block) return;
    for (const other of this.columns.children) if (other !== column) this.scrollTo(other, block);
  }

  scrollTo(column, block) {
    const spot = column.querySelector(`.spot[data-block="${CSS.escape(block)}"]`);
    if (spot) column.scrollTop += spot.getBoundingClientRect().top - column.getBoundingClientRect().top - 40;
    return spot;
  }

  toBlock(...blocks) {
    for (const block of blocks) {
      const spots = [...this.columns.children].map((column) => this.scrollTo(column, block)).filter(Boolean);
      if (spots.length) { spots.forEach((spot) => spot.classList.add("here")); setTimeout(() => spots.forEach((spot) => spot.classList.remove("here")), 2500); return true; }
    }
    return false;
  }

  toPage(file, index) {
    const page = this.columns.querySelector(`.page[data-file="${file}"][data-page="${index}"]`);
    page?.scrollIntoView();
    return page !== null;
  }

  toModule(module) {
    for (const column of this.columns.children) {
      const page = [...column.querySelectorAll(".page")].find((each) => !module || each.dataset.job.endsWith(`/${module}`));
      page?.scrollIntoView();
    }
  }
}
