"""Letters for patterns: what a capital is in Vietnamese."""

CAPITALS = "".join(char for char in map(chr, range(0x41, 0x1EFA)) if char.isupper() and (char < "\x80" or char >= "À"))
"""Every capital letter of the Latin blocks, to stand inside the brackets of a pattern."""
