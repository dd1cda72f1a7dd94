"""Grey-scale: every colour of a job becomes the grey of the same lightness."""

import re
from dataclasses import replace

from giaotrinh.model.fragment import Job

_COLOUR = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b(?!\w)")


def in_grey(job: Job) -> Job:
    """Return the job with grey for every colour of its style sheets and drawings."""
    styles = {name: grey(text) for name, text in job.styles.items()}
    return replace(job, html=_drawings(job.html), styles=styles)


def grey(text: str) -> str:
    """Return a text with grey for every colour written as digits (weights of Rec. 709, as a grey-scale printer's)."""
    return _COLOUR.sub(_grey, text)


def _drawings(html: str) -> str:
    # Words may hold "#123456"; only what a drawing or a style attribute says is a colour.
    return re.sub(r"<svg\b.*?</svg>|style=\"[^\"]*\"", lambda found: grey(found[0]), html, flags=re.DOTALL)


def _grey(found: re.Match[str]) -> str:
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return f"#{3 * f'{round(0.2126 * red + 0.7152 * green + 0.0722 * blue):02x}'}"
