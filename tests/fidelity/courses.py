"""Courses for the fidelity harness: the reference course, a small one, and courses made from real documents.

A course made from a document says nothing that the document does not say: its sentences are clauses of the document,
shortened and re-spelt the way people do it (metric first, horizon first, en dashes, "tỉ" for "tỷ"), in prose, tables,
slides, questions, answers, notes, captions and alt texts. So every finding about it is a false alarm.
"""

import base64
import itertools
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from giaotrinh.intake.plain.document import read_plain
from giaotrinh.model.quantity import Quantity
from giaotrinh.model.source import Provision
from giaotrinh.model.text import slug
from giaotrinh.outline.metadata import read_metadata
from giaotrinh.outline.tree import read_outline
from giaotrinh.viet.quantity import read_quantities

ROOT = Path(__file__).resolve().parents[2]
CHARACTERS_A_PAGE = 2000
"""Of an A4 page set in 14 points."""

Files = dict[str, bytes]

_MARKS = re.compile(r"[*_`|<>\[\]{}~^\\#]|\$")
_CLAUSE = re.compile(r"(?<=[.;!?])\s+|\n")
_HEAD = "---\ntitle: Một\nshort_title: Một\nperiods: {theory: 4}\n---\n\n"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
"""A picture of one dot."""


@dataclass(frozen=True)
class Course:
    """Files of a correct course."""

    name: str
    files: Files

    @property
    def pages(self) -> float:
        """Return how many pages its text fills, by the number of its characters."""
        texts = (text for path, text in self.files.items() if "/modules/" in path or "/questions/" in path)
        return sum(len(text.decode()) for text in texts) / CHARACTERS_A_PAGE


def reference() -> Course:
    """Return the course of this repository."""
    paths = [path for path in sorted((ROOT / "course").rglob("*")) if path.is_file()]
    return Course(name="course", files={path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths})


def corpus() -> Iterator[Course]:
    """Yield a course for every document under GIAOTRINH_CORPUS that has a text; none where it is not set."""
    return (compose(name, text) for name, text in documents())


def documents() -> Iterator[tuple[str, str]]:
    """Yield name and text of every document under GIAOTRINH_CORPUS."""
    folder = os.environ.get("GIAOTRINH_CORPUS", "")
    for truth in sorted(Path(folder).glob("*/truth.yaml")) if folder else ():
        files = yaml.safe_load(truth.read_text(encoding="utf-8"))["files"]
        texts = [name for name in files.values() if name.endswith((".md", ".txt")) and "whole" not in name]
        if texts and "scan" not in truth.parent.name:
            yield truth.parent.name, read_plain((truth.parent / texts[0]).read_text(encoding="utf-8")).text


def compose(name: str, text: str, most: int = 80) -> Course:
    """Return a course that says up to `most` clauses with figures of a document, each in one kind of text."""
    facts = list(facts_of(read_outline(text, "text.txt").value or ()))
    facts = facts[:: max(1, len(facts) // most)][:most]
    parts = [f"## {fact.heading}\n\n" + _SHAPES[number % len(_SHAPES)](fact) for number, fact in enumerate(facts)]
    course = composed(name, text, parts)
    return Course(name=name, files={**course.files, "course/questions/mot.yaml": _bank(facts)})


def composed(name: str, text: str, parts: Iterable[str], settings: Mapping[str, object] | None = None) -> Course:
    """Return a course of one module with the parts, on a source with the text and more settings."""
    title = read_metadata(read_outline(text, "text.txt").value or ()).title or name
    source = slug(name)
    files = {
        "course/course.yaml": _course(source, title),
        f"course/sources/{source}/source.yaml": _source(title, settings or {}),
        f"course/sources/{source}/text.txt": text.encode(),
        "course/images/hinh.png": PICTURE,
        "course/modules/01-mot.md": (_HEAD + "\n".join(parts)).encode(),
    }
    return Course(name=name, files=files)


@dataclass(frozen=True)
class Fact:
    """A clause of a document with figures."""

    path: str
    heading: str
    clause: str
    quantity: Quantity
    """The first figure of the clause."""

    @property
    def metric(self) -> str:
        """Return the words before the figure."""
        return self.clause[: self.quantity.start].strip(" ,:-–")

    @property
    def value(self) -> str:
        """Return the figure as written, qualifier and unit included."""
        return self.clause[self.quantity.start : self.quantity.end]


def facts_of(provisions: tuple[Provision, ...]) -> Iterator[Fact]:
    """Yield every clause with figures that makes a sentence of its own."""
    for root in provisions:
        for provision in root.walk():
            for clause in _CLAUSE.split(provision.text):
                quantities = read_quantities(clause)
                if (
                    quantities
                    and 40 <= len(clause) <= 320
                    and not _MARKS.search(clause)
                    and provision.kind != "preamble"
                ):
                    heading = _heading(provision.title)
                    yield Fact(path=provision.path, heading=heading, clause=clause.strip(" ;."), quantity=quantities[0])


def _heading(title: str) -> str:
    """Return the first words of a title, up to the first figure."""
    words = re.split(r"\s", _MARKS.sub("", title))[:10]
    return " ".join(itertools.takewhile(lambda word: not re.search(r"\d", word), words)) or "Nội dung"


def _course(name: str, title: str) -> bytes:
    data = {
        "title": title,
        "short_title": title[:60],
        "kind": "Tài liệu bồi dưỡng",
        "school": {"name": "Trường"},
        "audience": "hoc-vien",
        "audiences": {"hoc-vien": "Học viên"},
        "as_of": "2035-12-31",
        "year": 2030,
        "main_source": name,
        "sources": [name],
        "modules": ["01-mot"],
        "editions": ["hoc-vien"],
    }
    return yaml.safe_dump(data, allow_unicode=True).encode()


def _source(title: str, settings: Mapping[str, object]) -> bytes:
    data = {
        "title": title,
        "short_title": title[:60],
        "cite_as": "Nghị quyết",
        "status": "complete",
        "wording": "verbatim",
        **settings,
    }
    return yaml.safe_dump(data, allow_unicode=True).encode()


def _bank(facts: list[Fact]) -> bytes:
    questions = [
        {
            "id": f"q{number}",
            "kind": "short",
            "stem": f"Nêu nội dung về: {fact.metric[:80]}",
            "answer": fact.clause,
            "cites": [fact.path],
        }
        for number, fact in enumerate(facts[::7])
    ]
    return yaml.safe_dump({"questions": questions}, allow_unicode=True).encode()


def _prose(fact: Fact) -> str:
    return f"{fact.clause} {{cite}}`{fact.path}`.\n"


def _respelt(fact: Fact) -> str:
    text = re.sub(r"(?<=\d)-(?=\d[\d.,]*\s?(?:%|triệu|tỷ|tỉ|nghìn|USD|đồng))", " – ", fact.clause)
    text = re.sub(r"\btỷ(?= đồng| USD)", "tỉ", text)
    return f"{text} {{cite}}`{fact.path}`.\n"


def _horizon_first(fact: Fact) -> str:
    horizon = re.search(r",?\s*((?:đến|vào) năm 20\d\d)\s*$", fact.clause)
    if horizon and fact.quantity.end < horizon.start():
        clause = fact.clause[: horizon.start()]
        return f"{horizon[1].capitalize()}, {clause[:1].lower()}{clause[1:]} {{cite}}`{fact.path}`.\n"
    return f"Nghị quyết xác định: {fact.clause[:1].lower()}{fact.clause[1:]} {{cite}}`{fact.path}`.\n"


def _bold(fact: Fact) -> str:
    number = fact.clause[fact.quantity.number_start : fact.quantity.number_end]
    before, after = fact.clause[: fact.quantity.number_start], fact.clause[fact.quantity.number_end :]
    return f"{before}**{number}**{after} {{cite}}`{fact.path}`.\n"


def _table(fact: Fact) -> str:
    return (
        f":::{{table}} {_short(fact)}\n\n| Nội dung | Mức | Nguồn |\n|---|---|---|\n"
        f"| {fact.metric or 'Mức'} | {fact.value} | {{cite}}`{fact.path}` |\n:::\n"
    )


def _slide(fact: Fact) -> str:
    return f":::{{slide}} {_short(fact)}\n\n- {_short(fact)}: {fact.value}\n- {{cite}}`{fact.path}`\n:::\n"


def _question(fact: Fact) -> str:
    stem = f"Trình bày nội dung: {_short(fact)}."
    return (
        f"::::{{question}}\n:kind: essay\n:cites: {fact.path}\n\n{stem}\n\n:::{{answer}}\n{fact.clause}.\n:::\n::::\n"
    )


def _notes(fact: Fact) -> str:
    return f"Nội dung này ở {{cite}}`{fact.path}`.\n\n:::{{notes}}\n:kind: stress\n\nNhấn mạnh: {fact.clause}.\n:::\n"


def _caption(fact: Fact) -> str:
    rows = f"| Mục | Nguồn |\n|---|---|\n| Nội dung | {{cite}}`{fact.path}` |\n"
    return f":::{{table}} {fact.clause}\n:source: Nghị quyết\n\n{rows}:::\n"


def _alt(fact: Fact) -> str:
    return f"Xem hình {{cite}}`{fact.path}`.\n\n:::{{figure}} Hình\n:src: hinh.png\n:alt: {fact.clause}\n:::\n"


def _quote(fact: Fact) -> str:
    return f":::{{quote}}\n:source: {fact.path}\n\n{fact.clause}\n:::\n"


def _marked(fact: Fact) -> str:
    return f"Nghị quyết nêu rõ: “{fact.clause}” {{cite}}`{fact.path}`.\n"


def _bullets(fact: Fact) -> str:
    return f"Các mức cần nhớ {{cite}}`{fact.path}`:\n\n- {fact.clause};\n- các nội dung khác.\n"


def _uncited(fact: Fact) -> str:
    return f"{fact.clause}.\n"


def _short(fact: Fact) -> str:
    return " ".join(fact.metric.split()[-10:]) or "Nội dung"


_SHAPES = (
    _prose, _table, _respelt, _slide, _quote, _question, _marked, _notes, _horizon_first, _caption, _bold, _alt,
    _bullets, _uncited,
)  # fmt: skip
