import pytest

from giaotrinh.model.blocks import DIRECTIVES, OPTIONS
from reading_cases import argument, check_body, read_body


def test_every_block_has_its_options():
    assert set(OPTIONS) == DIRECTIVES


@pytest.mark.parametrize(
    ("block", "codes"),
    [
        (":::{hint}\n:¦level: 2\n:::", ["option-unknown"]),
        (":::{notes}\n:kind: ¦stres\n:::", ["option-word-unknown"]),
        ("¦:::{notes}\n:::", ["option-missing"]),
        ("¦:::{notes}\n:kind:\n:::", ["option-missing"]),
        (":::{break}\n:minutes: ¦15 phút\n:::", ["option-not-number"]),
        (":::{break}\n:minutes: ¦0\n:::", ["option-not-number"]),
        (":::{break}\n:minutes: ¦-5\n:::", ["option-not-number"]),
        ("¦:::{figure} Sơ đồ\n:src: a.png\n:::", ["option-missing"]),
        (":::{provision} I.1\n:children: ¦có\n:::", ["option-word-unknown"]),
        ("¦:::{provision}\n:::", ["option-missing"]),
        ("¦:::{form}\n:::", ["form-without-space"]),
        ("¦:::{form}\n:columns: A | B\n:::", ["form-without-space"]),
        (":::{hint}\n:id: ¦Cau 1\n:::", ["id-malformed"]),
        (":::{hint}\n:id: ¦b12\n:::", ["id-malformed"]),
        (":::{hint}\n:¦id:\n:::", ["id-malformed"]),
        (":::{question}\n:kind: ¦eassy\n:¦cite: I.1\n:::", ["option-word-unknown", "option-unknown"]),
    ],
)
def test_a_wrong_option_is_placed(block, codes):
    check_body(block, *codes)


@pytest.mark.parametrize(
    "block",
    [
        ":::{form}\n:lines: 4\n:worksheet: yes\n:::",
        ":::{form}\n:columns: A | B\n:rows: 5\n:::",
        ":::{callout} Liên hệ\n:::",
        ":::{hint}\n:id: goi-y-1\n:audience: can-bo-nguon\n:::",
        ":::{chart} Các mốc\n:kind: horizons\n:figures: a, b\n:::",
        ":::{slide}\n:after: bang-1\n:::",
        ":::{handout}\n:::",
    ],
)
def test_a_right_option_says_nothing(block):
    check_body(block)


@pytest.mark.parametrize(
    ("block", "nearest"),
    [(":::{notes}\n:kind: stres\n:::", "stress"), (":::{break}\n:minute: 5\n:minutes: 5\n:::", "minutes")],
)
def test_the_nearest_name_is_given(block, nearest):
    [finding] = read_body(block).diagnostics

    assert argument(finding, "nearest") == nearest


def test_options_of_an_unknown_block_are_not_judged():
    check_body(":::{¦nots}\n:whatever: 1\n:::", "block-unknown")
