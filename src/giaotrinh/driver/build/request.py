"""What the user asked a build for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The words of a build command."""

    editions: tuple[str, ...] = ()
    """Empty means those that course.yaml lists."""
    module: str = ""
    """Only this module, with the page numbers of the book."""
    plan: str = ""
    """Another course file over the same modules: "3-ngay" for course/3-ngay.yaml."""
    jobs: int = 0
    """Printing processes; 0 means one for each processor."""
    large: bool = False
    """Large print: type of 18 points, the text set anew."""
    grey: bool = False
    """Grey-scale: no colour in what is printed."""
    archive: bool = False
    """PDF/A-2a besides PDF/UA-1, for files that are kept for decades."""
    draft: bool = False
    """Print despite errors, with a stamp on every page."""
