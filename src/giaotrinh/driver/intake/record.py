"""The files an import writes beside the text: import.json (origin of every line, what was left out), source.yaml."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from giaotrinh.intake.carrier.characters import tally
from giaotrinh.intake.carrier.extraction import Extraction, LeftOut, Paragraph, Place
from giaotrinh.model.source import Provision, Status, Wording
from giaotrinh.outline.metadata import Metadata

SCHEMA = 1
_MODELINE = "# yaml-language-server: $schema=../../../build/schema/source.json\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Which file a source was imported from."""

    name: str
    digest: str
    size: int
    converted_by: str = ""
    """Program that turned it into a form that can be read: LibreOffice, tesseract."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What an earlier import left behind."""

    text: str
    """The text as imported, before any edit."""
    wrote: Mapping[str, str]
    """File name -> SHA-256 of what the import wrote."""
    origin: str
    """SHA-256 of the imported file."""


def sha256(content: bytes) -> str:
    """Return the digest of a file, as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def write_record(extraction: Extraction, origin: Origin, wrote: Mapping[str, bytes]) -> bytes:
    """Return import.json: one line of the file for each line of the text, so that versions compare well."""
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "file": origin.name,
        "sha256": origin.digest,
        "size": origin.size,
        "carrier": extraction.carrier,
        "converted_by": origin.converted_by,
        "pages": extraction.pages,
        "wrote": {name: sha256(content) for name, content in sorted(wrote.items())},
        "account": account(extraction),
        "mended": dict(sorted(extraction.mended.items())),
    }
    lists = {
        "lines": [_line(paragraph) for paragraph in extraction.paragraphs],
        "left_out": [_left_out(part) for part in extraction.left_out],
        "damaged": [
            {"line": one.line, "column": one.column, "kind": one.kind, "text": one.text} for one in extraction.damaged
        ],
    }
    parts = [f"{_json(name)}: {_json(content)}" for name, content in head.items()]
    parts += [f"{_json(name)}: [\n{_rows(rows)}\n]" if rows else f"{_json(name)}: []" for name, rows in lists.items()]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def read_record(content: bytes | None) -> Record | None:
    """Return an earlier record, None where there is none or it cannot be trusted."""
    try:
        found = json.loads(content or b"")
        lines = [entry["text"] for entry in found["lines"]]
        wrote = {str(name): str(digest) for name, digest in found["wrote"].items()}
        if found["schema"] != SCHEMA:
            return None
        return Record(text="".join(line + "\n" for line in lines), wrote=wrote, origin=str(found["sha256"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def account(extraction: Extraction) -> dict[str, int]:
    """Return the account of characters: held + added = kept + reported, blanks and marks over letters aside."""
    missing, surplus = extraction.unaccounted()
    held, added = sum(extraction.held.values()), sum(extraction.added.values())
    reported = sum(tally([part.text for part in extraction.left_out]).values())
    return {
        "held": held,
        "added": added,
        "kept": sum(tally([paragraph.text for paragraph in extraction.paragraphs]).values()),
        "reported": reported,
        "missing": sum(missing.values()),
        "surplus": sum(surplus.values()),
    }


def write_settings(metadata: Metadata, identity: str, extra: Mapping[str, Any]) -> bytes:
    """Return source.yaml with what the text says of itself; a person completes and confirms it."""
    kind = metadata.title.split(" về ")[0].split(" quy định")[0]
    short = f"{_first_words(kind)} {metadata.number}".strip() if metadata.number else metadata.title
    settings: dict[str, Any] = {
        "title": metadata.title or identity,
        "short_title": short or identity,
        "cite_as": _first_words(kind) or "Văn bản",
        "status": Status.COMPLETE.value,
        "wording": Wording.VERBATIM.value,
        "number": metadata.number,
        "date": metadata.date,
        "issuer": metadata.issuer,
    }
    settings |= {name: content for name, content in extra.items() if content}
    # libyaml's dumper where it is compiled in: hundreds of figures take seconds without it.
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text = yaml.dump(settings, Dumper=dumper, allow_unicode=True, sort_keys=False, width=110)
    return (_MODELINE + text).encode()


def outline_counts(provisions: Sequence[Provision]) -> dict[str, int]:
    """Return how many provisions of each kind there are, in the order in which they first occur."""
    counts: dict[str, int] = {}
    for root in provisions:
        for part in root.walk():
            counts[part.kind] = counts.get(part.kind, 0) + 1
    return counts


def _first_words(title: str) -> str:
    """Return the kind of document a title begins with: "Nghị quyết", "Kết luận"."""
    words = title.split()
    return " ".join(words[:2]) if words else ""


def _line(paragraph: Paragraph) -> dict[str, Any]:
    mended = {"mended": list(paragraph.mended)} if paragraph.mended else {}
    return {"text": paragraph.text, **_place(paragraph.place), **mended}


def _left_out(part: LeftOut) -> dict[str, Any]:
    return {"reason": part.reason, "text": part.text, **_place(part.place)}


def _place(place: Place) -> dict[str, Any]:
    return {name: value for name in ("page", "paragraph", "part") if (value := getattr(place, name))}


def _rows(rows: Sequence[Mapping[str, Any]]) -> str:
    return ",\n".join("  " + _json(row) for row in rows)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)
