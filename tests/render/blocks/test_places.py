"""Places of a source in the words of a printed citation."""

from dataclasses import replace

import pytest

from giaotrinh.model.source import Status
from giaotrinh.outline.places import place_of
from giaotrinh.render.blocks.places import cite, name_of
from render.sample import curriculum, html, with_text, words


@pytest.mark.parametrize(
    ("path", "printed"),
    [
        ("II.1.c", "mục II.1.c"),
        ("III.-2", "mục III, ý 2"),
        ("II.1.c.-2", "mục II.1.c, ý 2"),
        ("D5.2.a", "Điều 5, khoản 2, điểm a"),
        ("PL1/I.2", "Phụ lục 1, mục I.2"),
        ("II.1~2", "mục II.1"),
    ],
)
def test_a_path_in_words(path, printed):
    assert place_of(path) == printed


def test_places_of_one_source_share_its_name():
    assert cite(curriculum(), "II.1.a, II.2") == "Tư liệu mẫu, mục II.1.a, II.2"


def test_places_of_two_sources_are_told_apart():
    assert cite(curriculum(), "II.1, luat:D5.2") == "Tư liệu mẫu, mục II.1; Luật mẫu, Điều 5, khoản 2"


def test_a_sample_never_borrows_the_name_of_the_resolution():
    source = replace(curriculum().sources["nq17"], cite_as="Nghị quyết")

    assert name_of(source) == "Tư liệu mẫu"
    assert name_of(replace(source, status=Status.COMPLETE)) == "Nghị quyết"


def test_a_reference_to_a_block_without_number_and_title_says_what_it_is():
    text = ":::{keypoints}\n:id: cot-loi\n\n1. Ba mốc {cite}`II`.\n:::\n\nXem {ref}`cot-loi`.\n"

    assert "Xem nội dung cốt lõi ." in words(html("body", "02-muc-tieu", course=with_text(text)))
