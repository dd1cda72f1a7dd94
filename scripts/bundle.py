"""Build hook: a wheel carries the built-in templates and the reference course.

Only a wheel: an editable install would copy them beside the checkout's own, where they go stale unseen.
"""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Bundle(BuildHookInterface[Any]):
    """Adds templates/ and course/ to the wheel, below giaotrinh/_bundled."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folders to carry, for a wheel that people install."""
        if version == "standard":
            build_data["force_include"] |= {name: f"giaotrinh/_bundled/{name}" for name in ("templates", "course")}
