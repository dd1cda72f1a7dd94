"""The harness over a small course: every kind of error is found wherever it is planted, the course itself is silent.

The whole table, over the reference course and real documents: `python tests/fidelity/measure.py`.
"""

import re
from functools import lru_cache

import pytest

from fidelity.calling_courses import compose_calling
from fidelity.courses import compose
from fidelity.examined import Examined
from fidelity.harness import GRAVE, PLANTINGS, alarms, is_found
from fidelity.leaking import run as run_leaks
from fidelity.sample import sample

NOT_HERE = frozenset({"another document's code", "quoted summary"})
"""Kinds that need more than the small course has; the reference course has it."""


@lru_cache(maxsize=1)
def whole() -> Examined:
    return Examined(sample().files)


def test_correct_course_has_no_alarm():
    assert [(found.code, str(found.span)) for found in alarms(sample())] == []


@pytest.mark.parametrize("kind", [kind for kind in PLANTINGS if kind not in NOT_HERE])
def test_planted_error_is_found(kind):
    plants = list(PLANTINGS[kind](whole()))
    missed = [
        f"{plant.text} {plant.line}: {plant.before} -> {plant.after}"
        for plant in plants
        if not is_found(whole(), plant)
    ]

    assert plants
    assert missed == []


def test_there_are_at_least_25_kinds_and_the_grave_ones_are_among_them():
    assert len(PLANTINGS) >= 25
    assert set(PLANTINGS) >= GRAVE


def test_course_made_from_a_document_says_what_the_document_says():
    text = "I. MỤC TIÊU\n1. Đến năm 2030, tỷ lệ đô thị hóa của cả nước đạt trên 50%, kinh tế số chiếm 30% GDP.\n"
    course = compose("van-ban", text)

    assert "kinh tế số chiếm 30% GDP" in course.files["course/modules/01-mot.md"].decode()
    assert alarms(course) == []


def test_course_that_calls_the_figures_of_a_document_says_what_the_document_says():
    text = "I. MỤC TIÊU\n1. Đến năm 2030, tỷ lệ đô thị hóa của cả nước đạt trên 50%, kinh tế số chiếm 30% GDP.\n"
    course = compose_calling("van-ban", text)

    module = course.files["course/modules/01-mot.md"].decode()
    assert re.search(r"đạt trên {value}`[a-z-]+-2030`, kinh tế số chiếm {value}`[a-z-]+-2030` GDP", module)
    assert alarms(course) == []


def test_planted_leaks_are_found_in_every_form():
    scores = run_leaks(whole().curriculum, 6)

    assert {kind.partition(",")[0] for kind in scores} >= {"leaked answer", "leaked sealed question"}
    assert {kind: (score.found, score.planted) for kind, score in scores.items() if score.found < score.planted} == {}
