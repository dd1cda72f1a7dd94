"""What the questions of a module are drafted from, and how its source is named and quoted."""

import re
from dataclasses import dataclass
from functools import cached_property

from giaotrinh.draft.bank.choice import digest
from giaotrinh.draft.bank.known import Known
from giaotrinh.draft.provisions.duties import is_body
from giaotrinh.draft.provisions.formal import is_formal
from giaotrinh.draft.provisions.wording import heading_of
from giaotrinh.model.course import Question
from giaotrinh.model.source import Provision, Role, Source, Status, Wording
from giaotrinh.model.text import slug
from giaotrinh.outline.places import place_of
from giaotrinh.viet.roles import NAMES

UNALTERED = frozenset({Role.VIEWPOINT, Role.LESSON, Role.THEME, Role.ORIENTATION, Role.BREAKTHROUGH})
"""Roles from which no false statement and no altered wording is ever made."""

BASIC, ANALYTIC, APPLIED = "cơ bản", "phân tích", "vận dụng"
"""Levels of questions."""

_MARKS = re.compile('[“”„«»"]')


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
        return tuple(
            each for each in self.source.walk() if each.path in self.taught and is_body(each) and not is_formal(each)
        )

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

    def title(self, provision: Provision) -> str:
        """Return what a stem calls a provision: its heading or its few words, quoted, else its place in words."""
        name = heading(provision, most=30)
        # A figure in the stem of an essay would give away the questions that ask for it.
        tells = not heading_of(provision) and bool(provision.quantities)
        return self.quoted(name) if name and not tells else f"nội dung ở {place_of(provision.path)}"

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


def heading(provision: Provision, *, most: int = 40) -> str:
    """Return what names a provision: its heading, its words where they are few, else "" for none."""
    name = heading_of(provision) or " ".join(provision.text.split()).rstrip(" .:;,/")
    return name if len(name.split()) <= most and (not provision.children or heading_of(provision)) else ""


def question(ground: Ground, kind: str, provision: Provision, *words: str, **fields: object) -> Question:
    """Return a question about a provision with its id, place, topic and citation."""
    given = {"cites": (ground.address(provision),), "topic": ground.topic(provision), **fields}
    identity = ground.identity(kind, provision, *words)
    return Question(id=identity, kind=kind, module=ground.module, **given)  # type: ignore[arg-type]  # typed by callers
