"""Figures printed small above the line: kept apart from the digits before them, so that 10⁶ is never 106."""

_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ", "0123456789+-()n")


def raised(text: str) -> str:
    """Return a text in raised characters; one that holds anything but figures and signs as it is.

    The 2 of m² and the mark of a note look alike: both stay raised, and a person who compares sees them as printed.
    """
    bare = text.strip()
    return bare.translate(_RAISED) if bare and all(ord(char) in _RAISED for char in bare) else text


def lowered(text: str) -> str:
    """Return a text with its raised characters as plain ones."""
    return text.translate(_PLAIN)
