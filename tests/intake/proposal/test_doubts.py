"""What is not sure about a tree is told at its line; what is sure is not."""

import pytest

from giaotrinh.intake.proposal.doubts import find_doubts
from giaotrinh.outline.metadata import Metadata
from giaotrinh.outline.tree import read_outline

KNOWN = Metadata(title="Nghị quyết về một việc", number="7/NQ-CP", date="2026-01-01", issuer="Chính phủ")


def doubts(text, metadata=KNOWN):
    provisions = read_outline(text, "text.txt").value or ()
    return [(found.code, found.span.line) for found in find_doubts(provisions, metadata, "text.txt")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Đất\n2. Nước\n3. Rừng\n1. Chính phủ\n2. Bộ", [("outline-restarted", 4)]),
        ("2. Nước\n3. Rừng", [("outline-starts-late", 1)]),
        ("III. Nhiệm vụ\nIV. Tổ chức", [("outline-starts-late", 1)]),
        ("Điều 3. Một\n1. A\nĐiều 4. Hai", [("outline-starts-late", 1)]),
        ("Điều 1. Nghỉ phép 1. Trường hợp khác\n2. Khác", [("outline-glued", 1), ("outline-starts-late", 2)]),
        ("I. QUAN ĐIỂM\nII. MỤC TIÊU\n1. Một", [("outline-heading-empty", 1)]),
        ("1. Một\n: (1) Hai\n(2) Ba\n(3) Bốn", [("outline-unplaced", 3)]),
        ("1. Một\nMục tiêu:\n1. Hai\n2. Ba\nIII. NHIỆM VỤ\n1. Bốn", [("outline-starts-late", 5)]),
        ("1. Một\n- Hai:\n(1) Ba\n(2) Bốn", [("outline-deep", 3)]),
        (f"1. Một\n{'Phương án phải gắn với việc ' * 3}của đơn vị:\n- Hai", [("outline-heading-guessed", 2)]),
        (f"1. Một\n{'Phương án phải gắn với việc ' * 6}của đơn vị:\n- Hai", [("outline-lead-in", 1)]),
    ],
)
def test_signs_of_a_wrong_tree(text, expected):
    assert doubts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I. Một\n1. Hai\na) Ba\n- Bốn\nII. Năm",
        "Chương I\nMỘT\nĐiều 1. A\n1. B\nChương II\nHAI\nĐiều 2. C\n1. D",
        "1. Một\nCác đơn vị thực hiện các việc sau đây:\n- Hai\n- Ba",
        "1. Một\nQuan điểm chỉ đạo:\n- Hai\n- Ba",
        "1. Theo Điều 1. Nghị định\n2. Hai",
    ],
)
def test_what_is_sure_is_not_doubted(text):
    assert doubts(text) == []


def test_an_act_of_the_assembly_has_articles():
    act = Metadata(title="Nghị quyết", number="1/2026/QH16", date="2026-01-01", issuer="Quốc hội")

    assert doubts("Điều 1. Một\n1. A\n2. B", act) == [("outline-one-article", 1)]
    assert doubts("Điều 1. Một\nĐiều 2. Hai", act) == []


@pytest.mark.parametrize("missing", ["title", "number", "date", "issuer"])
def test_what_the_head_does_not_say_is_told(missing):
    known = {name: getattr(KNOWN, name) for name in ("title", "number", "date", "issuer")} | {missing: ""}

    assert doubts("1. Một", Metadata(**known)) == [("import-metadata-missing", 1)]
