"""Roman numbers: read and written, up to 3999."""

_DIGITS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_VALUES = {digit: value for value, digit in _DIGITS if len(digit) == 1}


def in_roman(number: int) -> str:
    """Return a number in capital Roman digits; "" for 0, which has none."""
    written = ""
    for value, digit in _DIGITS:
        count, number = divmod(number, value)
        written += digit * count
    return written


def read_roman(text: str) -> int:
    """Return the value of a Roman number in capital or small letters; 0 where it is none, as "IIX" and "IIII"."""
    digits = [_VALUES.get(char, 0) for char in text.upper()]
    if not digits or 0 in digits:
        return 0
    following = [*digits[1:], 0]
    value = sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))
    return value if in_roman(value) == text.upper() else 0
