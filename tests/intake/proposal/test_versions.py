"""A corrected copy compared with the one before it."""

from giaotrinh.intake.proposal.versions import ChangeKind, compare_versions, keep_addresses
from giaotrinh.model.source import Provision
from giaotrinh.outline.tree import read_outline

OLD = "I. Quan điểm chung\n1. Phát triển nhanh và bền vững\n2. Lấy người dân làm trung tâm\n"
OLD += "II. Mục tiêu\n1. Tăng 7,5% mỗi năm"


def read(text: str) -> tuple[Provision, ...]:
    return read_outline(text, "text.txt").value or ()


def changes(new: str) -> list[tuple[ChangeKind, str, str]]:
    found = compare_versions(read(OLD), read(new))
    return [(one.kind, one.old.path if one.old else "", one.new.path if one.new else "") for one in found]


def test_a_copy_with_other_spelling_is_the_same() -> None:
    assert changes(OLD.replace("hòa", "hoà").replace(" - ", " – ")) == []


def test_a_corrected_wording_keeps_its_address() -> None:
    assert changes(OLD.replace("7,5% mỗi năm", "8% mỗi năm")) == [(ChangeKind.WORDED, "II.1", "II.1")]


def test_an_inserted_provision_moves_the_others_and_is_told() -> None:
    new = OLD.replace("1. Phát triển", "1. Tăng cường sự lãnh đạo\n2. Phát triển").replace("2. Lấy", "3. Lấy")
    assert changes(new) == [
        (ChangeKind.ADDED, "", "I.1"),
        (ChangeKind.MOVED, "I.1", "I.2"),
        (ChangeKind.MOVED, "I.2", "I.3"),
    ]
    assert keep_addresses(read(OLD), read(new)) == {"I": "I", "I.2": "I.1", "I.3": "I.2", "II": "II", "II.1": "II.1"}


def test_a_lost_provision_is_told_last() -> None:
    assert changes(OLD.replace("\n2. Lấy người dân làm trung tâm", "")) == [(ChangeKind.REMOVED, "I.2", "")]
