"""The `parts:` of an edition: which templates it prints, in which order, once or for every module."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.nearest import nearest
from giaotrinh.read.data.yaml import YamlDocument

NUMBERINGS = ("none", "roman", "arabic", "own")

_NAMED_KEYS = frozenset({"part", "numbering", "opens_right"})
_FACING_KEYS = frozenset({"pages-of", "notes", "numbering"})

_NAME = {"type": "string"}
_NAMED = {
    "type": "object",
    "properties": {"part": _NAME, "numbering": {"enum": list(NUMBERINGS)}, "opens_right": {"type": "boolean"}},
    "required": ["part"],
    "additionalProperties": False,
}
_FACING = {
    "type": "object",
    "properties": {
        "facing": {
            "type": "object",
            "properties": {"pages-of": _NAME, "notes": _NAME, "numbering": {"enum": list(NUMBERINGS)}},
            "required": ["pages-of", "notes"],
            "additionalProperties": False,
        }
    },
    "required": ["facing"],
    "additionalProperties": False,
}
_SINGLE = [_NAME, _NAMED, _FACING]
_EACH = {
    "type": "object",
    "properties": {"each-module": {"type": "array", "items": {"anyOf": _SINGLE}}},
    "required": ["each-module"],
    "additionalProperties": False,
}
PARTS_SCHEMA: dict[str, Any] = {"type": "array", "items": {"anyOf": [*_SINGLE, _EACH]}}
"""JSON schema of `parts:`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPart:
    """A part as edition.yaml names it, its template not yet looked up."""

    template: str
    path: str
    """Where its name stands in the file."""
    each_module: bool = False
    faces: str = ""
    numbering: str = "arabic"
    opens_right: bool = False
    is_faced: bool = False
    """Whether notes face its pages; then it opens and counts as in the edition it comes from."""


@dataclass(slots=True, kw_only=True)
class PartsReader:
    """Reads the list of one edition; collects what is wrong."""

    document: YamlDocument
    file: str
    found: list[Diagnostic] = field(default_factory=list)

    def read(self, parts: list[object]) -> tuple[WrittenPart, ...]:
        """Return the parts in order; a facing part gives two, the faced pages and the notes against them."""
        return tuple(part for index, entry in enumerate(parts) for part in self._entry(entry, f"parts.{index}"))

    def _entry(self, entry: object, path: str) -> Iterator[WrittenPart]:
        if isinstance(entry, dict) and set(entry) == {"each-module"}:
            inside = entry["each-module"]
            if not isinstance(inside, list):
                self._malformed(path)
                return
            for index, part in enumerate(inside):
                for written in self._single(part, f"{path}.each-module.{index}"):
                    yield replace(written, each_module=True)
        else:
            yield from self._single(entry, path)

    def _single(self, entry: object, path: str) -> Iterator[WrittenPart]:
        if isinstance(entry, str):
            yield WrittenPart(template=entry, path=path)
        elif isinstance(entry, dict) and "part" in entry:
            yield from self._named(entry, path)
        elif isinstance(entry, dict) and set(entry) == {"facing"} and isinstance(entry["facing"], dict):
            yield from self._facing(entry["facing"], f"{path}.facing")
        else:
            self._malformed(path)

    def _named(self, entry: dict[str, Any], path: str) -> Iterator[WrittenPart]:
        self._check_keys(entry, _NAMED_KEYS, path)
        opens_right = entry.get("opens_right", False)
        if not isinstance(entry["part"], str) or not isinstance(opens_right, bool):
            self._malformed(path)
            return
        numbering = self._numbering(entry, path, "arabic")
        yield WrittenPart(template=entry["part"], path=f"{path}.part", numbering=numbering, opens_right=opens_right)

    def _facing(self, entry: dict[str, Any], path: str) -> Iterator[WrittenPart]:
        self._check_keys(entry, _FACING_KEYS, path)
        pages, notes = entry.get("pages-of"), entry.get("notes")
        if not isinstance(pages, str) or not isinstance(notes, str):
            self._malformed(path)
            return
        yield WrittenPart(template=pages, path=f"{path}.pages-of", is_faced=True)
        numbering = self._numbering(entry, path, "own")
        yield WrittenPart(template=notes, path=f"{path}.notes", faces=pages, numbering=numbering)

    def _numbering(self, entry: dict[str, Any], path: str, default: str) -> str:
        given = entry.get("numbering", default)
        if given in NUMBERINGS:
            return str(given)
        span = self.document.span(f"{path}.numbering", self.file)
        near = nearest(str(given), NUMBERINGS)
        self.found.append(error("word-unknown", span, given=given, nearest=near, known=", ".join(NUMBERINGS)))
        return default

    def _check_keys(self, entry: dict[str, Any], known: frozenset[str], path: str) -> None:
        for name in sorted(entry.keys() - known):
            span = self.document.keys[f"{path}.{name}"]
            near = nearest(name, known)
            self.found.append(error("key-unknown", span, name=name, nearest=near, known=", ".join(sorted(known))))

    def _malformed(self, path: str) -> None:
        self.found.append(error("part-malformed", self.document.span(path, self.file)))
