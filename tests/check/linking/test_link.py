"""Names are looked up: each unknown one is an error at its place, with the nearest known name."""

import pytest

from check.small_course import BANK, COURSE, MODULE, SETTINGS, SOURCE, checked
from giaotrinh.model.curriculum import Citation

UNKNOWN = [
    ("citation-unresolved", "Xem {cite}`II.9`.", "{cite}`II.9`", "II.6"),
    ("source-unknown", "Xem {cite}`tom-tatt:1`.", "{cite}`tom-tatt:1`", "tom-tat"),
    ("figure-unknown", "Đạt {value}`grdp-2026`.", "{value}`grdp-2026`", "grdp-2025"),
    ("term-unknown", "Chữ {term}`GRDB`.", "{term}`GRDB`", "GRDP"),
    ("reference-unresolved", "Xem {ref}`01-mott`.", "{ref}`01-mott`", "01-mot"),
    ("document-unknown", "Theo {from}`3,98% <baoo>`.", "{from}`3,98% <baoo>`", "bao"),
    ("citation-unresolved", ":::{provision} II.9\n:::", "II.9", "II.6"),
    ("citation-unresolved", ":::{quote}\n:source: II.9\n\nLời.\n:::", "II.9", "II.6"),
    ("citation-unresolved", "::::{question}\n:cites: II.1, II.9\n\nHỏi?\n::::", "II.1, II.9", "II.6"),
    ("metric-unknown", ":::{targets} Bảng\n:metrics: grdpp\n:::", "grdpp", "grdp"),
    ("figure-unknown", ":::{chart} Hình\n:kind: shares\n:figures: grdp-2026\n:::", "grdp-2026", "grdp-2025"),
    ("reference-unresolved", ":::{slide} Tờ\n:after: khong-co\n\n- a\n:::", "khong-co", ""),
    ("audience-unknown", ":::{callout} Ô\n:audience: hoc-vienn\n\nLời.\n:::", "hoc-vienn", "hoc-vien"),
]


@pytest.mark.parametrize(("code", "body", "words", "nearest"), UNKNOWN)
def test_unknown_name_is_an_error_with_the_nearest(code, body, words, nearest):
    result = checked(body)
    found = result.one(code)

    assert found.severity == "error"
    assert found.span.file == MODULE
    assert words in result.words(code)
    assert dict(found.arguments)["nearest"] == nearest


def test_unknown_horizon_of_a_table_names_those_there_are():
    found = checked(":::{targets} Bảng\n:metrics: grdp\n:horizons: 2025, 2031\n:::").one("horizon-unknown")

    assert dict(found.arguments) == {"name": "2031", "known": "2025"}


def test_question_of_the_bank_calls_provisions_and_a_module():
    question = {"id": "q1", "kind": "essay", "stem": "Hỏi?", "cites": ["II.9"], "module": "02-hai"}
    result = checked(questions=[question])

    assert result.one("citation-unresolved").span.file == BANK
    assert result.one("module-not-in-course").span.file == BANK


def test_policy_knows_roles_depths_and_severities():
    policy = {"coverage": {"targets": "taught"}, "severities": {"figure-differs": "fatal"}}
    result = checked(course={"policy": policy})
    found = [dict(each.arguments)["name"] for each in result.found if each.code == "policy-word-unknown"]

    assert found == ["targets", "fatal"]
    assert {each.span.file for each in result.found if each.code == "policy-word-unknown"} == {COURSE}


def test_figure_that_names_no_provision():
    figures = {"la": SOURCE["figures"]["grdp-2025"] | {"provision": "IX"}}  # type: ignore[index]

    assert "citation-unresolved" in checked(source={"figures": figures}).codes()


def test_name_given_twice_shows_both_places():
    found = checked(course={"glossary": [{"term": "A", "meaning": "a"}, {"term": "A", "meaning": "b"}]})

    assert found.one("name-repeated").related != ()


def test_citations_are_indexed_both_ways():
    result = checked(
        "Một {cite}`II.1`, hai {cite}`II.1, tom-tat:1`, ba {value}`grdp-2025`.\n\n"
        ":::{provision} III\n:children: yes\n:::"
    )
    curriculum = result.curriculum

    assert [citation.use for citation in curriculum.by_provision["nq", "II.1"]] == ["cite", "cite", "value"]
    assert curriculum.by_provision["tom-tat", "1"][0].source == "tom-tat"
    whole = curriculum.by_provision["nq", "III"][0]
    assert isinstance(whole, Citation)
    assert whole.whole
    assert curriculum.by_block[whole.block] == (whole,)


def test_reference_finds_blocks_of_its_own_module_by_short_name():
    result = checked("{ref}`bang`, {ref}`cd-01/bang`, {ref}`01-mot`\n\n:::{callout} Ô\n:id: bang\n\nLời.\n:::")

    assert "reference-unresolved" not in result.codes()
    assert result.curriculum.named("bang", result.curriculum.modules["01-mot"]) == "cd-01/bang"


def test_settings_file_is_the_place_of_what_stands_there():
    figures = {"la": SOURCE["figures"]["grdp-2025"] | {"provision": "IX"}}  # type: ignore[index]

    assert checked(source={"figures": figures}).one("citation-unresolved").span.file == SETTINGS


def test_a_picture_there_is_not_is_an_error_at_its_name():
    found = checked(":::{figure} Hình\n:src: hinhh.png\n:alt: Hình\n:::").one("picture-missing")

    assert dict(found.arguments) == {"name": "hinhh.png"}
    assert found.span.line and found.span.column
