"""Figures printed by {value}: qualifier, time and metric of the words around them."""

import re

import pytest

from check.small_course import FIGURES, SOURCE_TEXT, checked


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


def test_at_least_the_whole_is_the_whole():
    text = SOURCE_TEXT.replace("3. Nông nghiệp: 12%.", "3. Xã đạt chuẩn: 100%.")
    whole = {"metric": "Tỷ lệ xã đạt chuẩn", "metric_id": "xa", "text": "100", "unit": "%", "horizon": "2025"}
    figures = FIGURES | {"xa": whole | {"provision": "IV.3"}}
    result = checked("Xã đạt chuẩn thì đủ {value}`xa` {cite}`IV.3`.", text=text, source={"figures": figures})

    assert "figure-qualifier" not in result.codes()


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


@pytest.mark.parametrize(
    ("body", "code", "called"),
    [
        ("Tỷ lệ đô thị hóa đạt {value}`dich-vu` {cite}`II.5`.", "value-of-another-figure", "dich-vu"),
        ("Đô thị hóa {value}`dich-vu` {cite}`II.5, IV.1`.", "value-of-another-figure", "dich-vu"),
        ("Mức phải đạt {value}`dich-vu`.\n\nĐô thị hóa {cite}`II.5`.", "figure-elsewhere", "dich-vu"),
        (
            "Đô thị hóa {cite}`II.5`.\n\n## Hai\n\nMức {value}`do-thi-hoa`.\n\nXem {cite}`IV.1`.",
            "figure-elsewhere",
            "do-thi-hoa",
        ),
        (
            "Đến năm 2030, tỷ lệ đô thị hóa là {value}`do-thi-hoa` {cite}`II.5`.",
            "value-of-another-figure",
            "do-thi-hoa",
        ),
        ("Dịch vụ chiếm {value}`cong-nghiep` GRDP {cite}`IV`.", "value-of-another-figure", "cong-nghiep"),
        ("Từ {value}`do-thi-hoa`, nay lên {value}`do-thi-hoa` {cite}`II.5`.", "value-called-twice", "do-thi-hoa"),
        (
            "Hai mức {cite}`II.5`:\n\n- nay: {value}`do-thi-hoa`\n- sau: {value}`do-thi-hoa`",
            "value-called-twice",
            "do-thi-hoa",
        ),
    ],
)
def test_the_name_of_another_figure(body, code, called):
    result = checked(body, source={"figures": FIGURES})

    assert result.codes() == [code]
    assert result.words(code) == f"{{value}}`{called}`"


@pytest.mark.parametrize(
    "body",
    [
        "Tỷ lệ đô thị hóa đạt {value}`do-thi-hoa`, tỷ trọng dịch vụ trong GRDP {value}`dich-vu` {cite}`II.5, IV.1`.",
        "Mức phải đạt {value}`do-thi-hoa` {cite}`II.5`.",
        "Tỷ lệ đô thị hóa đạt {value}`do-thi-hoa`.\n\nCơ cấu GRDP {cite}`IV.1`.",
        "Mức phải đạt {value}`do-thi-hoa`. Mức {value}`do-thi-hoa` có hai đầu {cite}`II.5`.",
        "Mức phải đạt {value}`do-thi-hoa`.",
        "Đến năm 2030, tỷ lệ đô thị hóa phải cao hơn mức {value}`do-thi-hoa` {cite}`II.5`.",
        "Đến năm 2030, tỷ lệ đô thị hóa tăng nhiều từ {value}`do-thi-hoa` {cite}`II.5`.",
    ],
)
def test_the_name_of_the_figure_that_is_meant(body):
    assert checked(body, source={"figures": FIGURES}).codes() == []


EXCHANGED = [
    "Dịch vụ {value}`cong-nghiep`; công nghiệp và xây dựng {value}`dich-vu` {cite}`IV`.",
    "Cơ cấu {cite}`IV`:\n\n- dịch vụ: {value}`cong-nghiep`\n- công nghiệp và xây dựng: {value}`dich-vu`",
    "Đô thị hóa từ {value}`do-thi-hoa-2030` lên {value}`do-thi-hoa` {cite}`II.5`.",
    "Đô thị hóa: {value}`do-thi-hoa-2030` (mốc sau), rồi {value}`do-thi-hoa` {cite}`II.5`.",
    "Phần {value}`dich-vu` nằm trong phần {value}`cong-nghiep` {cite}`IV`.",
    "Tỷ trọng chung {value}`cong-nghiep`, trong đó một phần {value}`dich-vu` {cite}`IV`.",
]


@pytest.mark.parametrize("body", EXCHANGED)
def test_two_figures_in_each_others_place(body):
    result = checked(body, source={"figures": FIGURES})

    assert result.codes() == ["value-of-another-figure"] * 2


@pytest.mark.parametrize("body", EXCHANGED)
def test_the_same_two_figures_each_in_its_own_place(body):
    one, two = re.findall(r"{value}`([\w-]+)`", body)
    right = re.sub(r"(?<={value}`)[\w-]+", lambda match: two if match.group() == one else one, body)

    assert checked(right, source={"figures": FIGURES}).codes() == []
