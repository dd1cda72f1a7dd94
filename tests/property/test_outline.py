"""Printing a tree of provisions and reading it again gives the tree; no line of any text is lost."""

from collections import Counter
from dataclasses import dataclass, field, replace

from hypothesis import given
from hypothesis import strategies as st

from giaotrinh.model.source import Provision, to_text
from giaotrinh.outline.tree import read_outline
from giaotrinh.viet.list_places import LATIN_ORDER, LIST_ORDER

ROMANS = ("I", "II", "III", "IV", "V", "VI")
STYLES = (
    "part",
    "chapter",
    "section",
    "capital",
    "roman",
    "article",
    "number",
    "decimal",
    "letter",
    "paren",
    "dash",
    "plus",
)
"""In the order in which texts nest them."""
WORDS = ("Đẩy mạnh cải cách", "Xây dựng Đảng", "Phát triển văn hóa", "Bảo đảm quốc phòng", "Hoàn thiện thể chế")
PREFIXES = (
    "",
    "I. ",
    "II- ",
    "A- ",
    "C. ",
    "1. ",
    "2. ",
    "3) ",
    "1.1. ",
    "2.3.1. ",
    "a) ",
    "đ) ",
    "e. ",
    "(1) ",
    "(ii) ",
    "- ",
    "+ ",
    "• ",
    "Điều 1. ",
    "Điều 7 ",
    "Chương II",
    "Mục 1: ",
    "Phụ lục I",
    "PHỤ LỤC",
    "Một là, ",
    "Thứ hai, ",
    "| 1 | ",
    "| TT | ",
    "Nơi nhận: ",
    "TM. CHÍNH PHỦ",
    "(Kèm theo Nghị quyết số 5)",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "[^1]: ",
)


@dataclass
class Printer:
    """Prints a plan of a tree as the outline is to read it."""

    order: str
    roman_mark: str
    lines: int = 0
    articles: int = 0
    paths: Counter[str] = field(default_factory=Counter)

    def provision(self, plan: "Plan", styles: tuple[str, ...], place: int, parent: Provision | None) -> Provision:
        style = styles[0]
        if style == "article":
            self.articles += 1
        label = self.label(style, place, parent)
        path = self.path(style, place, parent, label)
        own = (f"{label} {plan.words}".strip(), *plan.paragraphs)
        start = self.lines + 1
        self.lines += len(own)
        shell = Provision(path=path, label=label, kind=style, lines=own, line=start)
        below = tuple(
            self.provision(child, styles[1:], at, shell) for at, child in enumerate(plan.children, 1) if styles[1:]
        )
        return replace(shell, children=below)

    def label(self, style: str, place: int, parent: Provision | None) -> str:
        roman = ROMANS[place - 1]
        return {
            "part": f"Phần {roman}",
            "chapter": f"Chương {roman}",
            "section": f"Mục {place}.",
            "article": f"Điều {self.articles}.",
            "capital": f"{'ABCDĐE'[place - 1]}-",
            "roman": f"{roman}{self.roman_mark}",
            "number": f"{place}.",
            "decimal": f"{parent.label if parent and parent.kind == 'number' else '3.'}{place}.",
            "letter": f"{self.order[place - 1]})",
            "paren": f"({place})",
            "dash": "-",
            "plus": "+",
        }[style]

    def path(self, style: str, place: int, parent: Provision | None, label: str) -> str:
        named = {"part": "P", "chapter": "C", "section": "M"}
        bullets = {"dash": "-", "plus": "+"}
        if style == "article":
            return f"D{self.articles}"
        last = named.get(style, bullets.get(style, ""))
        segment = f"{last}{place}" if last else label.strip("().-")
        if style == "decimal" and parent is not None and parent.kind == "number":
            segment = str(place)
        return f"{parent.path}.{segment}" if parent else segment


@dataclass(frozen=True)
class Plan:
    """A provision before it has a marker."""

    words: str
    paragraphs: tuple[str, ...]
    children: tuple["Plan", ...]


texts = st.builds("{} {}.".format, st.sampled_from(WORDS), st.sampled_from(WORDS))
plans = st.recursive(
    st.builds(Plan, texts, st.lists(texts, max_size=1).map(tuple), st.just(())),
    lambda below: st.builds(
        Plan, texts, st.lists(texts, max_size=1).map(tuple), st.lists(below, max_size=4).map(tuple)
    ),
    max_leaves=25,
)
chains = st.lists(st.sampled_from(STYLES), min_size=1, max_size=6, unique=True).map(
    lambda chosen: tuple(style for style in STYLES if style in chosen)
)


@st.composite
def trees(draw: st.DrawFn) -> tuple[Provision, ...]:
    """Return provisions of one numbering scheme, with or without a preamble."""
    printer = Printer(order=draw(st.sampled_from((LIST_ORDER, LATIN_ORDER))), roman_mark=draw(st.sampled_from(".-")))
    roots: list[Provision] = []
    if draw(st.booleans()):
        lines = tuple(draw(st.lists(texts, min_size=1, max_size=3)))
        roots.append(Provision(path="mo-dau", label="", kind="preamble", lines=lines, line=1))
        printer.lines = len(lines)
    styles = draw(chains)
    if styles[0] == "decimal":
        styles = ("number", *styles)
    chosen = draw(st.lists(plans, min_size=1, max_size=4))
    roots += [printer.provision(plan, styles, place, None) for place, plan in enumerate(chosen, 1)]
    return tuple(roots)


@given(trees())
def test_a_printed_tree_reads_as_itself(tree: tuple[Provision, ...]) -> None:
    assert read_outline(to_text(tree), "text.txt").value == tree


@given(st.lists(st.builds("{}{}".format, st.sampled_from(PREFIXES), st.sampled_from(("", *WORDS))), max_size=40))
def test_every_line_is_placed_once_and_in_order(lines: list[str]) -> None:
    provisions = read_outline("\n".join(lines), "text.txt").value or ()
    assert to_text(provisions).split("\n")[:-1] == [line.strip() for line in lines if line.strip()]


@given(st.lists(st.builds("{}{}".format, st.sampled_from(PREFIXES), st.sampled_from(WORDS)), min_size=1, max_size=40))
def test_any_text_reads_the_same_after_printing(lines: list[str]) -> None:
    first = read_outline("\n".join(lines), "text.txt").value or ()
    again = read_outline(to_text(first), "text.txt").value
    assert again == first


@given(st.lists(st.builds("{}{}".format, st.sampled_from(PREFIXES), st.sampled_from(WORDS)), min_size=1, max_size=40))
def test_no_two_provisions_have_one_address(lines: list[str]) -> None:
    provisions = read_outline("\n".join(lines), "text.txt").value or ()
    paths = [part.path for root in provisions for part in root.walk()]
    assert len(paths) == len(set(paths))
