"""What `giaotrinh verify --json` writes. The types are the schema, published by `giaotrinh schema`."""

import json
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, Final, Literal

from giaotrinh.bind.marks import Mark
from giaotrinh.driver.tasks.signatures import Signature
from giaotrinh.driver.tasks.verifying import Verdict, Verified

SCHEMA: Final = 2
"""Raised when a key changes its meaning or goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictReport:
    """What is known of a file."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    schema: Literal[2]
    identity: dict[str, str]
    verdict: Verdict
    altered_pages: tuple[int, ...]
    """From 1; empty where pages came or went, or what differs is not the content of a page."""
    marks: tuple[Mark, ...]
    signatures: tuple[Signature, ...]
    recorded: bool | None
    """Whether the manifest lists it, or what it was before it was signed or marked; null without a manifest."""
    compared: bool
    """Whether there was a course to compare its sources with."""
    changed_sources: tuple[str, ...]
    good: bool
    """Whether it may be used; the exit code says the same."""


def as_json(found: Verified) -> str:
    """Return the report of a file as JSON."""
    report = VerdictReport(
        schema=SCHEMA,
        identity=found.identity,
        verdict=found.verdict,
        altered_pages=found.altered_pages,
        marks=found.marks,
        signatures=found.signatures,
        recorded=found.recorded,
        compared=found.compared,
        changed_sources=found.changed,
        good=found.good,
    )
    return json.dumps(asdict(report), ensure_ascii=False, indent=2)


def verdict_schema() -> dict[str, Any]:
    """Return the JSON schema of the report."""
    from pydantic import TypeAdapter

    return TypeAdapter(VerdictReport).json_schema(mode="serialization")
