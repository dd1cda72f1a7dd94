"""The options of every `:::{name}` block and the values they take."""

import re
from collections.abc import Mapping

from giaotrinh.model.blocks import OPTIONS, WORDS, Option

NUMBER = re.compile(r"[1-9][0-9]{0,3}")
NAME = re.compile(r"[a-z][a-z0-9-]*")
RESERVED_NAME = re.compile(r"b[0-9]+")
"""What blocks without a name of their own are called."""

EVERYWHERE: Mapping[str, Option] = {"id": WORDS, "audience": WORDS}
"""Options any block takes."""

WORDED_OPTIONS = ("alt", "caption", "source", "cut", "reserve", "group", "method", "means")
"""Options whose value is words that print: quantities are read in them."""


def options_of(block: str) -> Mapping[str, Option]:
    """Return the options a block takes, by name."""
    return {**OPTIONS[block], **EVERYWHERE}
