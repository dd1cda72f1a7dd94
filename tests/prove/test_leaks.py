"""The leak proof on clean files and on planted leaks."""

import pytest

from bind.books import SECRET, instructor, learner
from giaotrinh.model.text import syllables
from giaotrinh.prove import Secrets, extract, find_leaks, secrets_of, shown_by, texts_by_place
from prove.plants import PLANTS, planted

KEY = "1 B 2 C 3 A"


def secrets() -> Secrets:
    public = [syllables(text) for text in learner().page_texts]
    return secrets_of([syllables(SECRET)], public, [syllables(KEY)])


def found_in(pdf: bytes) -> list[str]:
    texts = extract(pdf, range(len(learner().page_texts)))
    return [each.code for each in find_leaks("hoc-vien", list(texts.values()), texts_by_place(pdf), secrets())]


def test_a_clean_book_holds_no_secret() -> None:
    assert found_in(learner().pdf) == []


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_secret_is_found(name: str) -> None:
    assert found_in(planted(learner().pdf, PLANTS[name], SECRET)) != []


@pytest.mark.parametrize("name", ["title", "bookmark", "attachment", "text", "white text", "text of no size"])
def test_a_planted_key_table_is_found(name: str) -> None:
    assert found_in(planted(learner().pdf, PLANTS[name], "Đáp án: 1-B, 2-C, 3-A")) != []


def test_a_part_of_a_secret_is_enough_and_a_smaller_one_is_not() -> None:
    eight, seven = " ".join(SECRET.split()[2:10]), " ".join(SECRET.split()[2:9])
    assert found_in(planted(learner().pdf, PLANTS["bookmark"], eight)) == ["leak-in-file"]
    assert found_in(planted(learner().pdf, PLANTS["bookmark"], seven)) == []


@pytest.mark.parametrize(
    "text", [SECRET.upper(), SECRET.replace(" ", ""), " ".join(SECRET), SECRET.replace(" ", "\u00ad ")]
)
def test_letter_case_and_lost_spaces_hide_nothing(text: str) -> None:
    assert found_in(planted(learner().pdf, PLANTS["title"], text)) == ["leak-in-file"]


def test_text_on_a_page_is_named_with_its_page_once() -> None:
    pdf = planted(learner().pdf, PLANTS["white text"], SECRET)
    texts = list(extract(pdf, range(len(learner().page_texts))).values())
    (leak,) = find_leaks("hoc-vien", texts, texts_by_place(pdf), secrets())
    assert (leak.code, dict(leak.arguments)["page"]) == ("leak-on-page", "2")


def test_the_instructors_own_book_would_be_stopped() -> None:
    texts = list(extract(instructor().pdf, range(len(instructor().page_texts))).values())
    beside = texts_by_place(instructor().pdf)

    assert {each.code for each in find_leaks("giang-vien", texts, beside, secrets())} == {"leak-on-page"}


def test_words_that_learners_read_too_are_no_secret() -> None:
    shared = syllables("Nghị quyết xác định khâu đột phá về thể chế, hạ tầng, nguồn nhân lực")
    found = secrets_of([shared], [("mở", "đầu", *shared)], [shared[:4]])
    assert (found.runs, found.pieces, found.keys) == (frozenset(), frozenset(), ())


def test_the_number_of_an_item_makes_no_secret_of_words_that_learners_read() -> None:
    item = syllables("Loại bỏ tư duy cấm đoán, khuyến khích đổi mới sáng tạo trong cơ quan")
    found = secrets_of([syllables("1) Giải pháp; 2)") + item], [item, syllables("Giải pháp")])
    listed = f"Nội dung 2. {' '.join(item)}"

    assert find_leaks("hoc-vien", [listed], {}, found) == ()
    assert find_leaks("hoc-vien", [f"1) Giải pháp; 2) {' '.join(item)}"], {}, found)


def test_keys_too_short_to_mean_anything_are_not_looked_for() -> None:
    assert secrets_of([], [], [("câu", "1")]).keys == ()


def test_provenance_names_the_block_and_the_part() -> None:
    jobs = {"hoc-vien/body/m1": ("m1/b1", "m1/n1"), "hoc-vien/cover": ()}
    (leak,) = shown_by("hoc-vien", jobs, frozenset({"m1/n1", "m1/n2"}))
    assert (leak.code, dict(leak.arguments)) == ("leak-by-block", {"job": "hoc-vien/body/m1", "block": "m1/n1"})
    assert shown_by("hoc-vien", {"hoc-vien/cover": ("m1/b1",)}, frozenset({"m1/n1"})) == ()
