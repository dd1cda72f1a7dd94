"""Real resolutions, where there are any: structure and figures read as well as promised."""

import os
from pathlib import Path

import pytest

from corpus.measure import Score, measure

FOLDER = os.environ.get("GIAOTRINH_CORPUS", "")

pytestmark = pytest.mark.skipif(not FOLDER, reason="GIAOTRINH_CORPUS names no folder of resolutions with truths")


def test_real_resolutions_are_read_as_promised() -> None:
    documents = measure(Path(FOLDER))
    sections, figures = (
        Score(sum(one.right for one in scores), sum(one.expected for one in scores))
        for scores in ([one.sections for one in documents], [one.figures for one in documents])
    )
    assert sections.share >= 0.98
    assert figures.share >= 0.97
    assert [one.name for one in documents if min(one.sections.share, one.figures.share) < 0.9] == []
    assert [one.name for one in documents if one.account] == []
