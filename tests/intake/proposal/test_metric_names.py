"""Names proposed for the figures of a source."""

from giaotrinh.intake.proposal.metric_names import propose_figures
from giaotrinh.model.quantity import Figure
from giaotrinh.outline.figures import read_figures
from giaotrinh.outline.tree import read_outline


def figures(text: str) -> tuple[Figure, ...]:
    provisions = read_outline(text, "text.txt").value or ()
    return propose_figures(provisions, read_figures(provisions))


def test_one_metric_over_two_times_has_one_id_and_two_names() -> None:
    text = "I. GRDP bình quân đầu người đến năm 2025 đạt khoảng 8.300-8.500 USD, đến năm 2030 đạt 12.000 - 13.000 USD."
    first, second = figures(text)
    assert (first.metric, first.metric_id) == ("GRDP bình quân đầu người", "grdp-binh-quan-dau-nguoi")
    assert (first.name, second.name) == ("grdp-binh-quan-dau-nguoi-2025", "grdp-binh-quan-dau-nguoi-2030")
    assert (first.text, first.unit, first.horizon, first.provision) == ("khoảng 8.300-8.500", "USD", "2025", "I")
    assert second.metric_id == first.metric_id


def test_the_name_begins_where_the_measure_begins() -> None:
    first, second = figures(
        "1. Kinh tế ổn định; tỷ lệ đô thị hóa đạt 60-62%, tỷ trọng kinh tế số trong GRDP khoảng 30%."
    )
    assert (first.metric, second.metric) == ("tỷ lệ đô thị hóa", "tỷ trọng kinh tế số trong GRDP")


def test_words_behind_the_number_name_it_where_none_stand_before() -> None:
    (found,) = figures("a) 100% các phường, xã tổ chức ra quân.")
    assert (found.metric, found.text, found.unit) == ("các phường", "100", "%")


def test_equal_names_are_told_apart() -> None:
    names = [figure.name for figure in figures("1. Giảm ít nhất 30% chi phí.\n2. Giảm ít nhất 30% chi phí.")]
    assert len(set(names)) == 2
