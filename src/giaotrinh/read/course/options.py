"""The options of a block against the vocabulary: unknown, repeated, missing, of the wrong kind."""

from collections.abc import Iterator

from giaotrinh.model.blocks import OPTIONS, Option
from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.nearest import nearest
from giaotrinh.read.course.vocabulary import NAME, NUMBER, RESERVED_NAME, options_of
from giaotrinh.read.markup.fences import Directive


def check_options(directive: Directive) -> Iterator[Diagnostic]:
    """Yield what is wrong with the options of a known block."""
    known = options_of(directive.name)
    for name, value in directive.options.items():
        if name in known:
            yield from _check_value(directive, name, value, known[name])
        else:
            span = directive.option_keys[name]
            near = nearest(name, known)
            yield error("option-unknown", span, name=name, block=directive.name, nearest=near, known=", ".join(known))
    for name, option in OPTIONS[directive.name].items():
        if option.is_required and not directive.options.get(name):
            yield _missing(directive, name, option)
    if directive.name == "form":
        yield from _check_form(directive)


def _check_value(directive: Directive, name: str, value: str, option: Option) -> Iterator[Diagnostic]:
    span = directive.option_spans[name]
    if option.choices and value and value not in option.choices:
        near = nearest(value, option.choices)
        yield error("option-word-unknown", span, name=name, given=value, nearest=near, known=", ".join(option.choices))
    if option.is_number and value and not NUMBER.fullmatch(value):
        yield error("option-not-number", span, name=name, given=value)
    if name == "id" and (not NAME.fullmatch(value) or RESERVED_NAME.fullmatch(value)):
        yield error("id-malformed", span, name=value)


def _missing(directive: Directive, name: str, option: Option) -> Diagnostic:
    known = ", ".join(option.choices)
    return error("option-missing", directive.span, name=name, block=directive.name, known=known)


def _check_form(directive: Directive) -> Iterator[Diagnostic]:
    has_lines, has_grid = "lines" in directive.options, {"columns", "rows"} <= directive.options.keys()
    if not has_lines and not has_grid:
        yield error("form-without-space", directive.span)
