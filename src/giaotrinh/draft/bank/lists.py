"""Questions about what belongs to a list of the source, and in which order it stands there."""

import re
from collections.abc import Iterator

from giaotrinh.draft.bank.choice import LETTERS, digest, letters_of, shuffled
from giaotrinh.draft.bank.ground import BASIC, Ground, heading, is_article, question
from giaotrinh.draft.bank.guide import STEP
from giaotrinh.draft.provisions.duties import is_body, names_body
from giaotrinh.draft.provisions.formal import is_formal
from giaotrinh.model.course import MarkingStep, Question
from giaotrinh.model.source import Provision
from giaotrinh.model.text import fold, syllables

LEAST, MOST = 3, 8
"""Items of a list that is asked for whole."""

_WORDS = 24
"""Words of an item that a learner can be asked to name."""
_SHORT = 16
"""Words of an item that is to be put in order."""
_ORDERED = ("number", "roman", "decimal", "paren", "letter", "ordinal")
_STEPS = re.compile(r"trình tự|các bước|quy trình|lộ trình|giai đoạn|thứ tự ưu tiên", re.IGNORECASE)
"""Headings of lists in which the order of the items is part of what they say."""
_RIGHT, _WRONG = 3, 2
_NAMING = 4
"""Words of a heading that says of what its list is; "Mục tiêu" does not."""
_POINTING = re.compile(
    r"(?:Điều|khoản|[Đđ]iểm|mục)\s+(?:này|[\dIVXa-e]+\b)|^(?:Đối với|Đề nghị|Bộ|[UỦ][ỷy] ban) |quy định chi tiết|\|"
)
_ALIKE = 0.5
"""Share of common syllables from which two items are too much alike."""


def enumerations(ground: Ground) -> Iterator[Question]:
    """Yield a short question for every list of which all items can be named."""
    for parent in _lists(ground):
        items = _items(parent, _WORDS)
        if len(items) == len(parent.children) and LEAST <= len(items) <= MOST:
            yield _named(ground, parent, items)


def memberships(ground: Ground) -> Iterator[Question]:
    """Yield a question of several right answers for every list: what belongs to it and what to another."""
    for parent in _lists(ground):
        if _may_be_mixed(ground, parent):
            asked = _membership(ground, parent)
            if asked is not None:
                yield asked


def orders(ground: Ground) -> Iterator[Question]:
    """Yield a question of order for a list whose order is one of time: steps, stages, a procedure."""
    for parent in _lists(ground):
        items = _items(parent, _SHORT)[:5]
        has_steps = _STEPS.search(heading(parent)) is not None
        is_list = has_steps and all(child.kind in _ORDERED for child in parent.children) and len(items) > LEAST
        if is_list and _may_be_mixed(ground, parent):
            yield _ordered(ground, parent, items)


def _lists(ground: Ground) -> Iterator[Provision]:
    for parent in ground.provisions:
        labelled = [child for child in parent.children if child.label and is_body(child) and not is_formal(child)]
        names_something = len(heading(parent, most=30).split()) >= _NAMING and not names_body(parent)
        if len(labelled) >= LEAST and len(labelled) == len(parent.children) and names_something:
            yield parent


def _may_be_mixed(ground: Ground, parent: Provision) -> bool:
    return not any(ground.is_unaltered(each) for each in (parent, *parent.children))


def _items(parent: Provision, most: int) -> list[str]:
    """Return what names the items of a list, those that can be named whole in so many words."""
    names = [heading(child, most=most) for child in parent.children]
    return [name for name in names if name and not _POINTING.search(name)]


def _title(ground: Ground, parent: Provision) -> str:
    return f"{'quy định' if is_article(parent) else 'mục'} {ground.title(parent)}"


def _named(ground: Ground, parent: Provision, items: list[str]) -> Question:
    said = "; ".join(f"{number}) {item}" for number, item in enumerate(items, start=1))
    return question(
        ground,
        "short",
        parent,
        *items,
        stem=f"Nêu {len(items)} ý của {_title(ground, parent)} theo {ground.name}.",
        cites=tuple(ground.address(each) for each in (parent, *parent.children)),
        answer=f"{ground.name_begins} nêu: {said}.",
        points=STEP * len(items),
        guide=tuple(MarkingStep(text=f"Nêu đúng: {ground.quoted(item)}.", points=STEP) for item in items),
        level=BASIC,
    )


def _membership(ground: Ground, parent: Provision) -> Question | None:
    wrong = _strangers(ground, parent)
    limit = max((len(item) for item in wrong), default=0)
    # A right answer is never the longest: what is longer than every wrong one is not offered.
    right = shuffled([item for item in _items(parent, _WORDS) if len(item) <= limit], parent.text, "right")[:_RIGHT]
    if len(right) < 2 or len(wrong) < _WRONG:
        return None
    options = shuffled([*right, *wrong], parent.text, "options")
    return question(
        ground,
        "multiple",
        parent,
        *right,
        stem=f"Theo {ground.name}, những ý nào sau đây thuộc {_title(ground, parent)}?",
        cites=tuple(ground.address(each) for each in (parent, *parent.children)),
        options=options,
        key=letters_of(options, right),
        answer=f"Thuộc mục này: {'; '.join(right)}. Các ý còn lại thuộc mục khác của {ground.name}.",
        level=BASIC,
    )


def _strangers(ground: Ground, parent: Provision) -> tuple[str, ...]:
    """Return items of other lists of the source, the longest and one more, that say nothing of what this one says."""
    own = fold(parent.full_text())
    inside = {each.path for each in parent.walk()}
    near = _items(parent, 60)
    found: dict[str, str] = {}
    for other in ground.source.walk():
        is_list = is_body(other) and other.path not in inside and len(other.children) >= LEAST
        if not is_list or not _may_be_mixed(ground, other) or _is_above(ground, other, parent):
            continue
        if ground.known.role(other.children[0]) is not ground.known.role(parent.children[0]):
            continue
        for item in _items(other, _WORDS):
            if fold(item) not in own and not any(_is_alike(item, each) for each in near) and len(item.split()) > 3:
                found[fold(item)] = item
    items = sorted(found.values(), key=lambda item: digest(parent.text, item))[:8]
    return tuple(sorted(items, key=len, reverse=True)[:_WRONG])


def _is_above(ground: Ground, other: Provision, parent: Provision) -> bool:
    return any(each.path == other.path for each in ground.known.above(parent))


def _is_alike(one: str, other: str) -> bool:
    first, second = set(syllables(one)), set(syllables(other))
    return len(first & second) >= _ALIKE * min(len(first), len(second))


def _ordered(ground: Ground, parent: Provision, items: list[str]) -> Question:
    options = shuffled(items, parent.text, "order")
    return question(
        ground,
        "ordering",
        parent,
        *items,
        stem=f"Sắp xếp các ý sau theo thứ tự trong {_title(ground, parent)} của {ground.name}.",
        cites=tuple(ground.address(each) for each in (parent, *parent.children[: len(items)])),
        options=options,
        key=tuple(LETTERS[options.index(item)] for item in items),
        answer=f"Thứ tự trong {ground.name}: {'; '.join(items)}.",
        level=BASIC,
    )
