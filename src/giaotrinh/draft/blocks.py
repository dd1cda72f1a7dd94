"""Blocks of a module as Markdown."""

from collections.abc import Iterable, Mapping

_OUTERMOST = 6


def block(kind: str, /, *body: str, title: str = "", depth: int = 3, **options: object) -> str:
    """Return a `:::{kind}` block; `depth` is its number of colons, more than those of the blocks inside it."""
    fence = ":" * depth
    lines = [f"{fence}{{{kind}}} {title}".rstrip()]
    lines += [f":{name}: {value}" for name, value in options.items() if value != ""]
    text = "\n\n".join(part for part in body if part)
    return "\n".join([*lines, *(["", text] if text else []), fence])


def outer(kind: str, /, *body: str, title: str = "", **options: object) -> str:
    """Return a block that holds blocks which hold blocks: an activity."""
    return block(kind, *body, title=title, depth=_OUTERMOST, **options)


def notes(kind: str, text: str) -> str:
    """Return a note for the instructor, "" for none."""
    return block("notes", text, kind=kind) if text else ""


def bullets(items: Iterable[str]) -> str:
    """Return a list with dashes."""
    return "\n".join(f"- {item}" for item in items)


def numbers(items: Iterable[str]) -> str:
    """Return a numbered list."""
    return "\n".join(f"{at}. {item}" for at, item in enumerate(items, start=1))


def cite(*addresses: str) -> str:
    """Return a citation of addresses."""
    return f"{{cite}}`{', '.join(addresses)}`"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a pipe table."""
    heads = tuple(heads)
    lines = [heads, ("---",) * len(heads), *(tuple(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def front_matter(entries: Mapping[str, str]) -> str:
    """Return the opening of a module file; the values are YAML already."""
    lines = ["---", "# yaml-language-server: $schema=../../build/schema/module.json"]
    return "\n".join([*lines, *(f"{key}: {entry}" for key, entry in entries.items() if entry), "---"])
