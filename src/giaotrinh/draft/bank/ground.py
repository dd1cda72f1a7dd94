"""What the questions of a module are drafted from, and how its source is named and quoted."""

import re
from dataclasses import dataclass
from functools import cached_property

from giaotrinh.draft.bank.choice import digest
from giaotrinh.draft.bank.known import Known
from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision, Role, Source, Status, Wording
from giaotrinh.model.text import slug
from giaotrinh.viet.capitals import CAPITALS
from giaotrinh.viet.roles import NAMES

UNALTERED = frozenset({Role.VIEWPOINT, Role.LESSON, Role.THEME, Role.ORIENTATION, Role.BREAKTHROUGH})
"""Roles from which no false statement and no altered wording is ever made."""

BASIC, ANALYTIC, APPLIED = "cơ bản", "phân tích", "vận dụng"
"""Levels of questions."""

CUT = "[…]"
"""Where words of the source are left out."""

_MARKS = re.compile('[“”„«»"]')
_SENTENCE = re.compile(rf"(?<=[.!?…])\s+(?=[{CAPITALS}\"“(])|\n")
_HANGING = re.compile(r"(?:[\s,;:]+(?:như|gồm|bao gồm|là|và|của|với|các|về|theo|trong|để|cho|từ|đến))+$")
_QUALIFYING = "không|quá|trên|dưới|khoảng|tối|thiểu|đa|ít|nhất|từ|đến|đạt|hơn|gần|là|lên|mức"
_FIGURE = re.compile(rf"(?:\s+(?:{_QUALIFYING}))*(?:\s+\S*\d\S*(?:\s+\S+){{0,3}})?$")
_OUTSIDE = ("ket-thuc", "mo-dau")
_FORMAL = ("Thông qua ", "Nơi nhận")
"""What a congress decides about its own reports and elections asks nothing of a unit."""
_HEADING = 250
"""Characters: a first line longer than this is no heading."""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What is known of a source, the provisions one module teaches, and the module's id."""

    known: Known
    module: str
    taught: frozenset[str]
    """Paths of the provisions whose words the module teaches."""

    @property
    def source(self) -> Source:
        """Return the source."""
        return self.known.source

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """Return the provisions of the module that are body of the document, in the order of the text."""
        return tuple(each for each in self.source.walk() if each.path in self.taught and is_body(each))

    @cached_property
    def roots(self) -> tuple[Provision, ...]:
        """Return the provisions of the module that stand below no other of it."""
        below = {child.path for each in self.provisions for child in each.children}
        return tuple(each for each in self.provisions if each.path not in below)

    @property
    def name(self) -> str:
        """Return what sentences call the source: "Nghị quyết"; a sample never passes for the document."""
        if self.source.status is Status.COMPLETE:
            return self.source.cite_as
        return self.source.cite_as[:1].lower() + self.source.cite_as[1:]

    @property
    def name_begins(self) -> str:
        """Return the name of the source at the beginning of a sentence."""
        return self.name[:1].upper() + self.name[1:]

    def quoted(self, words: str) -> str:
        """Return words of the source as it may be cited: in quotation marks only where they are its own."""
        verbatim = self.source.status is Status.COMPLETE and self.source.wording is Wording.VERBATIM
        return f"“{words}”" if verbatim and not _MARKS.search(words) else words

    def address(self, provision: Provision) -> str:
        """Return the address by which a question cites a provision."""
        return f"{self.source.id}:{provision.path}"

    def is_unaltered(self, provision: Provision) -> bool:
        """Whether nothing false may be made of a provision's words."""
        return self.known.role(provision) in UNALTERED

    def identity(self, kind: str, provision: Provision, *words: str) -> str:
        """Return an id that edits elsewhere in the source do not change: it is made of the words asked about."""
        repeat = self.known.repeats[provision.path]
        number = digest(self.source.id, kind, repeat, *(words or (provision.text,)))
        return f"{slug(self.source.id)[:24]}-{kind}-{number:016x}"[:60]

    def topic(self, provision: Provision) -> str:
        """Return the topic of a question: the role of its provision, or of the nearest one above that has a role."""
        role = self.known.role(provision)
        if role is not None:
            return NAMES[role]
        return "quy định" if is_article(provision) else "nội dung chung"


def is_article(provision: Provision) -> bool:
    """Whether a provision stands in the articles of a legal text: "D5.2.a"."""
    return re.match(r"D\d", provision.path) is not None


def is_body(provision: Provision) -> bool:
    """Whether a provision is part of what the document decides: not its letterhead, its end, a table, a vote of thanks."""
    frame = provision.kind in ("preamble", "annex") or provision.path.startswith(_OUTSIDE)
    return not frame and "|" not in provision.text and not provision.text.startswith(_FORMAL)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each as written."""
    return tuple(part.strip() for part in _SENTENCE.split(text) if part.strip())


def heading(provision: Provision, *, most: int = 40) -> str:
    """Return what names a provision: its heading, or its first sentence; longer ones are cut with […]."""
    title = provision.title
    first = title if len(title) <= _HEADING and (provision.children or "\n" in provision.text) else sentences(title)[0]
    return shortened(first.strip().rstrip(".:;,…").strip(), most=most)


def shortened(text: str, *, most: int) -> str:
    """Return the first words of a text, at most so many, cut at a comma where there is one, with […] at the end."""
    words = text.split()
    if len(words) <= most:
        return text
    kept = words[:most]
    stops = [at for at, word in enumerate(kept) if word[-1] in ",;:" and at >= most // 2]
    cut = " ".join(kept[: stops[-1] + 1] if stops else kept).rstrip(",;: ")
    if not stops:
        cut = _FIGURE.sub("", cut)  # a number torn from its unit says something else
    return f"{_HANGING.sub('', cut)} {CUT}"


def question(ground: Ground, kind: str, provision: Provision, *words: str, **fields: object) -> Question:
    """Return a question about a provision with its id, place, topic and citation."""
    given = {"cites": (ground.address(provision),), "topic": ground.topic(provision), **fields}
    identity = ground.identity(kind, provision, *words)
    return Question(id=identity, kind=kind, module=ground.module, **given)  # type: ignore[arg-type]  # typed by callers
