"""A file of course/modules -> a Module: front matter, blocks with ids, numbers and places."""

from dataclasses import fields, replace
from typing import Any

from giaotrinh.model.blocks import DIRECTIVES, TIMED
from giaotrinh.model.course import Module
from giaotrinh.model.diagnostic import Diagnostic, error, in_order
from giaotrinh.model.document import Block, Inline
from giaotrinh.model.quantity import Quantities
from giaotrinh.model.reading import Reading
from giaotrinh.read.course.front_matter import split_front_matter
from giaotrinh.read.course.options import check_options
from giaotrinh.read.course.vocabulary import NAME, RESERVED_NAME, WORDED_OPTIONS
from giaotrinh.read.data.decode import build, decode, entry_type
from giaotrinh.read.data.text_file import read_text
from giaotrinh.read.data.values import check_allowed, check_date, check_numbers, check_word
from giaotrinh.read.data.yaml import YamlDocument, read_yaml
from giaotrinh.read.markup.counting import Counting
from giaotrinh.read.markup.fences import Chunk, Directive, scan_fences
from giaotrinh.read.markup.frame import Frame, Sheet
from giaotrinh.read.markup.inline import InlineReader
from giaotrinh.read.markup.markdown import read_chunk
from giaotrinh.read.markup.measure import Measure, measure_fields
from giaotrinh.read.markup.places import one_run
from giaotrinh.viet.quantity import read_quantities

FRONT_MATTER = entry_type(Module, without=frozenset({"id", "number", "blocks", "file", "spans", "quantities"}))
"""The front matter of a module."""

STAGES = ("du-thao", "khoa-thong-qua", "da-tham-dinh", "ban-hanh")


def read_module(content: bytes, file: str, number: int, measure: Measure = read_quantities) -> Reading[Module]:
    """Return the module of a file, `number`th of its course; every mistake of the file is among the findings.

    None where the front matter cannot be used; the body is examined all the same.
    """
    text = read_text(content, file)
    if text.value is None:
        return Reading(value=None, diagnostics=text.diagnostics)
    parts = split_front_matter(text.value, file)
    inline = InlineReader(measure=measure)
    blocks, found = _read_body(parts.body, parts.body_first, file, number, inline)
    front = _read_front(parts.yaml, file)
    everything = in_order((*text.diagnostics, *parts.diagnostics, *found, *inline.found, *front.diagnostics))
    if front.value is None:
        return Reading(value=None, diagnostics=everything)
    entry, document = front.value
    identity = file.rpartition("/")[2].removesuffix(".md")
    module = build(Module, entry, id=identity, number=number, blocks=blocks, file=file, spans=document.spans)
    return Reading(value=replace(module, quantities=_quantities(module, measure)), diagnostics=everything)


def _read_front(yaml: str | None, file: str) -> Reading[tuple[object, YamlDocument]]:
    if yaml is None:
        return Reading(value=None)
    document = read_yaml(yaml, file, lines_before=1)
    if document.value is None:
        return Reading(value=None, diagnostics=document.diagnostics)
    entry = decode(FRONT_MATTER, document.value, file)
    found = (*document.diagnostics, *entry.diagnostics)
    if entry.value is None:
        return Reading(value=None, diagnostics=found)
    checked = _check_front(entry.value, document.value, file)
    return Reading(value=(entry.value, document.value), diagnostics=(*found, *checked))


def _check_front(entry: Any, document: YamlDocument, file: str) -> tuple[Diagnostic, ...]:
    periods = {f"periods.{each.name}": getattr(entry.periods, each.name) for each in fields(entry.periods)}
    return (
        *check_word(entry.state.stage, STAGES, document.span("state.stage", file)),
        *check_date(entry.state.date, document.span("state.date", file)),
        *check_allowed(entry.allow, "allow", document, file),
        *check_numbers(periods, 0, document, file),
    )


def _quantities(module: Module, measure: Measure) -> Quantities:
    words = {name: getattr(module, name) for name in ("title", "short_title", "lead_in", "method", "means")}
    words |= {f"lacks.{index}": lack for index, lack in enumerate(module.lacks)}
    return measure_fields(words, measure)


def _read_body(
    lines: tuple[str, ...], first: int, file: str, number: int, inline: InlineReader
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    body = scan_fences(lines, file, first)
    sheet = Sheet(
        file=file,
        prefix=f"cd-{number:02}",
        counting=Counting(module=number),
        inline=inline,
        exempting=body.exempting,
    )
    blocks = _read_content(body.content, sheet, Frame())
    sheet.leave()
    return blocks, (*body.diagnostics, *sheet.found)


def _read_content(content: tuple[Chunk | Directive, ...], sheet: Sheet, frame: Frame) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for part in content:
        if isinstance(part, Chunk):
            blocks += read_chunk(part, sheet, frame)
        else:
            blocks += _read_directive(part, sheet, frame)
    return tuple(blocks)


def _read_directive(directive: Directive, sheet: Sheet, frame: Frame) -> tuple[Block, ...]:
    """Return the block of a directive; nothing for an unknown one, whose words may not be for every reader."""
    identity, allowed = sheet.enter(directive.span.line)
    if directive.name not in DIRECTIVES:
        _read_content(tuple(directive.content), sheet, frame.inside(directive))
        return ()
    if directive.name == "provision":
        _take_path_from_title(directive, sheet)
    sheet.found += check_options(directive)
    if directive.name in TIMED and frame.timed is not None:
        outer = frame.timed
        sheet.found.append(
            error("timed-inside-timed", directive.span, outer.span, name=directive.name, outer=outer.name)
        )
    identity = _named(directive, sheet) or identity
    number = "" if frame.is_apart else sheet.counting.number(directive.name)
    block = Block(
        kind=directive.name,
        id=identity,
        span=directive.span,
        end_line=directive.end_line,
        title=_title(directive, sheet),
        options=directive.options,
        option_spans=directive.option_spans,
        children=_read_content(tuple(directive.content), sheet, frame.inside(directive)),
        number=number,
        allowed=allowed,
        quantities=_option_quantities(directive, sheet.inline.measure),
    )
    return (block,)


def _take_path_from_title(directive: Directive, sheet: Sheet) -> None:
    """Read the words after `:::{provision}` as its path where it has no `:path:`."""
    if directive.title and "path" not in directive.options:
        place = one_run(sheet.file, directive.span.line, directive.title_column).span(0, len(directive.title))
        directive.options["path"] = directive.title
        directive.option_spans["path"] = directive.option_keys["path"] = place
        directive.title = ""


def _named(directive: Directive, sheet: Sheet) -> str | None:
    given = directive.options.get("id", "")
    if not NAME.fullmatch(given) or RESERVED_NAME.fullmatch(given):
        return None
    return sheet.name(given, directive.option_spans["id"])


def _title(directive: Directive, sheet: Sheet) -> tuple[Inline, ...]:
    places = one_run(sheet.file, directive.span.line, directive.title_column)
    return sheet.inline.read(directive.title, places)


def _option_quantities(directive: Directive, measure: Measure) -> Quantities:
    names = [name for name in WORDED_OPTIONS if name in directive.options and directive.name != "quote"]
    return measure_fields({name: directive.options[name] for name in names}, measure)
