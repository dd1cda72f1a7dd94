"""Reviews: a corrected source marks exactly the places that lean on what changed."""

from check.small_course import SOURCE_TEXT, checked
from giaotrinh.check.course.review import (
    LinkState,
    Review,
    Reviews,
    changed_words,
    cleared,
    fingerprint,
    links_of,
    read_reviews,
    reviewed,
    write_reviews,
)
from giaotrinh.model.source import Provision

BODY = "Một {cite}`II.1`.\n\nHai {cite}`II.2`, lại {cite}`II.1`.\n\n:::{callout} Ô\n:id: o\n\nBa {cite}`II.1`.\n:::"
NEW_TEXT = SOURCE_TEXT.replace("8.300-8.500 USD", "8.300-8.600 USD")


def all_reviewed(curriculum):
    return cleared(Reviews(), links_of(curriculum, Reviews()), by="An", date="2021-09-30")


def states(links):
    return {link.key[1:]: link.state for link in links}


def test_new_places_are_new_until_a_person_clears_them():
    curriculum = checked(BODY).curriculum

    assert {link.state for link in links_of(curriculum, Reviews())} == {LinkState.NEW}
    assert {link.state for link in links_of(curriculum, all_reviewed(curriculum))} == {LinkState.CURRENT}


def test_changed_provision_makes_its_places_suspect_and_no_others():
    reviews = all_reviewed(checked(BODY).curriculum)
    links = links_of(checked(BODY, text=NEW_TEXT).curriculum, reviews)

    assert {key for key, state in states(links).items() if state is LinkState.SUSPECT} == {
        ("#1", "nq:II.1"),
        ("#2", "nq:II.1"),
        ("#3", "nq:II.1"),
    }
    assert states(links)["#1", "nq:II.2"] is LinkState.CURRENT


def test_typography_and_text_above_change_nothing():
    reviews = all_reviewed(checked(BODY).curriculum)
    later = checked(
        "Thêm một đoạn.\n\n" + BODY, text=SOURCE_TEXT.replace("Hoàn thiện", "Hòan  thiện").replace("-8.500", "–8.500")
    )

    assert {link.state for link in links_of(later.curriculum, reviews)} == {LinkState.CURRENT}


def test_findings_show_the_words_that_changed():
    reviews = all_reviewed(checked(BODY).curriculum)
    found = [
        each for each in reviewed(checked(BODY, text=NEW_TEXT).curriculum, reviews) if each.code == "review-suspect"
    ]

    assert len(found) == 3
    assert dict(found[0].arguments)["before"] == "8.300-8.500"
    assert dict(found[0].arguments)["now"] == "8.300-8.600"
    assert found[0].span.file == "course/modules/01-mot.md"


def test_gone_place_is_orphaned_and_can_be_dropped():
    reviews = all_reviewed(checked(BODY).curriculum)
    curriculum = checked("Một {cite}`II.1`.").curriculum
    links = links_of(curriculum, reviews)
    gone = [link for link in links if link.state is LinkState.ORPHANED]

    assert {found.code for found in reviewed(curriculum, reviews)} == {"review-orphaned"}
    assert {link.key[1:] for link in gone} == {("#1", "nq:II.2"), ("#2", "nq:II.1"), ("#3", "nq:II.1")}
    assert len(cleared(reviews, gone, by="An", date="2021-09-30").links) == 1


def test_place_recorded_twice_differently():
    curriculum = checked(BODY).curriculum
    reviews = all_reviewed(curriculum)
    first = reviews.links[0]
    twice = Reviews(links=(*reviews.links, Review(key=first.key, fingerprint="0" * 16)), items=reviews.items)

    assert [found.code for found in reviewed(curriculum, twice)] == ["review-duplicate"]


def test_lock_file_is_read_as_written_and_sorted():
    reviews = all_reviewed(checked(BODY).curriculum)
    text = write_reviews(reviews)

    assert write_reviews(read_reviews(text)) == text
    assert text.splitlines() == sorted(text.splitlines())
    assert read_reviews("hỏng\n[1, 2]\n" + text).links == tuple(
        Review(key=one.key, fingerprint=one.fingerprint, by=one.by, date=one.date, line=one.line + 2)
        for one in read_reviews(text).links
    )


def test_fingerprint_covers_what_stands_below():
    child = Provision(path="1.a", label="a)", kind="letter", lines=("a) Một.",))
    other = Provision(path="1.a", label="a)", kind="letter", lines=("a) Hai.",))
    parent = [
        Provision(path="1", label="1.", kind="number", lines=("1. Đầu",), children=(each,)) for each in (child, other)
    ]

    assert fingerprint(parent[0]) != fingerprint(parent[1])


def test_changed_words_leaves_equal_words_out():
    assert changed_words("đạt 8% vào năm 2025", "phấn đấu đạt 9% vào năm 2025") == ("8%", "phấn đấu ... 9%")
