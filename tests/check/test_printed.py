"""Figures printed by {value}: qualifier, time and metric of the words around them."""

import pytest

from check.small_course import checked


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Kinh tế số chiếm {value}`kinh-te-so` GRDP {cite}`II.2`.", "value-without-qualifier"),
        ("Thất nghiệp trên {value}`that-nghiep` {cite}`II.3`.", "figure-qualifier"),
        ("Đến năm 2030, GRDP bình quân đầu người đạt {value}`grdp-2025` {cite}`II.1`.", "figure-horizon"),
        ("GRDP bình quân đầu người đạt {value}`grdp-2025` vào năm 2030 {cite}`II.1`.", "figure-horizon"),
        ("GRDP bình quân đầu người đạt {value}`grdp-2025` {cite}`III.1`.", "figure-elsewhere"),
        ("Kim ngạch xuất khẩu đạt {value}`grdp-2025`.", "figure-differs"),
    ],
)
def test_words_that_do_not_fit_the_figure(body, code):
    result = checked(body)

    assert result.codes() == [code]
    assert result.words(code).startswith("{value}`")


@pytest.mark.parametrize(
    "body",
    [
        "Kinh tế số chiếm khoảng {value}`kinh-te-so` GRDP {cite}`II.2`.",
        "Năm 2025, GRDP bình quân đầu người đạt {value}`grdp-2025` {cite}`II.1`.",
        "GRDP bình quân đầu người năm 2020 ước đạt 5.420 USD, đến năm 2025 đạt {value}`grdp-2025` {cite}`I.2, II.1`.",
        "GRDP bình quân đầu người đạt {value}`grdp-2025`.",
        "Một khoảng {value}`grdp-2025` có hai đầu {cite}`II.1`.",
    ],
)
def test_words_that_fit(body):
    assert checked(body).codes() == []
