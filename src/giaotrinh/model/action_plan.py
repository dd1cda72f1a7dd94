"""Rows of an action plan (chương trình, kế hoạch hành động) as worksheets give them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from giaotrinh.model.span import NOWHERE, Span

COLUMNS: Mapping[str, str] = {
    "task": "Nhiệm vụ, giải pháp",
    "product": "Sản phẩm",
    "lead": "Cơ quan chủ trì",
    "partners": "Cơ quan phối hợp",
    "deadline": "Thời hạn",
    "resources": "Nguồn lực",
    "basis": "Căn cứ",
}
"""Field of a row -> head of its column, in the order of the sheet; the running number (TT) stands before them."""

NUMBER = "TT"
REQUIRED = ("task", "product", "lead", "basis")
"""What a row says before it goes into a draft; the rest may be left for a person to fill in."""

LAYOUTS = ("dang", "nha-nuoc")
"""Form of the document: of a Party body or of a State body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """A task of a unit with the provisions it carries out."""

    task: str = ""
    product: str = ""
    lead: str = ""
    partners: str = ""
    deadline: str = ""
    resources: str = ""
    basis: tuple[str, ...] = ()
    """Addresses of provisions: "II.1.c", "nq71:III.2"."""
    span: Span = NOWHERE
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)
    """Field -> place of its cell; "basis.0" of an address."""

    def place(self, name: str) -> Span:
        """Return the place of a cell, else of the row."""
        return self.spans.get(name) or self.spans.get(name.partition(".")[0]) or self.span


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSheet:
    """What one document holds: its letterhead's names, its rows in groups, their printed bases."""

    title: str
    """Official name of the document that is carried out."""
    unit: str
    """Who issues the plan; "" where nobody has said."""
    groups: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
    """Heading of a group of provisions -> its rows; a row is the cells of the seven columns, "" where open."""
    warning: str = ""
    """What a sample source must say of itself."""
