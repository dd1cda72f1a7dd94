"""One record for each kind of block: what it is told of, it is everywhere."""

from pathlib import Path

import pytest

from giaotrinh.model.blocks import DRAWN, KINDS, RUNS, Drawing, Series
from giaotrinh.read.markup.counting import Counting
from giaotrinh.render.blocks.words import NUMBERED_THINGS

TEMPLATES = Path(__file__).resolve().parents[2] / "templates/base/blocks"


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.series], ids=lambda kind: kind.name)
def test_what_is_numbered_can_be_referred_to(kind):
    counting = Counting(module=3)

    assert counting.number(kind.name).endswith("1")
    assert kind.name in NUMBERED_THINGS or kind.series in (Series.DISCUSSION, Series.EXERCISE)


def test_every_kind_that_stands_on_a_page_has_its_template():
    drawn = {name for name in KINDS if name not in DRAWN[Drawing.OPENED] | DRAWN[Drawing.NEVER]}
    inside = {"row", "cell", "handout", "slide"}

    assert {path.stem for path in TEMPLATES.glob("*.html")} >= (drawn - inside) | set(RUNS.values())


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_record_does_not_contradict_itself(kind):
    assert not (kind.is_timed and kind.for_instructors)
    assert not (kind.is_short_form and kind.series)
    assert not (kind.is_markdown and kind.options)
    assert kind.is_timed == ("minutes" in kind.options)
