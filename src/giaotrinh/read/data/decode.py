"""YAML values -> frozen dataclasses: strict types, no unknown keys, every mistake at once with its place.

pydantic decodes entry types: a type of the model without the fields the reader itself gives (spans, file names,
what was read elsewhere). A field added to the model is thereby known here and in the JSON schema.
"""

import functools
import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, make_dataclass
from enum import Enum
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.nearest import nearest
from giaotrinh.model.reading import Reading
from giaotrinh.model.span import Span
from giaotrinh.read.data.yaml import YamlDocument

STRICT = {"extra": "forbid", "strict": True}
"""pydantic's configuration of every entry type; the dataclasses inside inherit it."""

T = TypeVar("T")
Extra = Mapping[str, tuple[Any, Any]]
"""Field name -> (type, `field(...)` with its default)."""


def entry_type(kind: type, *, without: frozenset[str], extra: Extra | None = None) -> type:
    """Return a dataclass with the fields of `kind` that people write, and `extra` ones that only the file has."""
    hints = get_type_hints(kind, include_extras=True)
    kept = [(each.name, hints[each.name], _same_default(each)) for each in fields(kind) if each.name not in without]
    more = [(name, hint, default) for name, (hint, default) in (extra or {}).items()]
    return make_dataclass(
        kind.__name__, [*kept, *more], frozen=True, kw_only=True, namespace={"__pydantic_config__": STRICT}
    )


def build(kind: type[T], entry: object, **given: object) -> T:
    """Return a model value from a decoded entry and what the reader gives."""
    names = {each.name for each in fields(kind)}  # type: ignore[arg-type]  # T is a dataclass type at every call
    written = {name: value for name, value in vars(entry).items() if name in names and name not in given}
    return kind(**written, **given)


def decode(kind: type, document: YamlDocument, file: str) -> Reading[Any]:
    """Return an entry of `kind` decoded from a YAML document; None with all its errors where it does not fit."""
    try:
        # JSON mode: strict, and yet a list may become a tuple and a word an enumeration.
        return Reading(value=_adapter(kind).validate_json(json.dumps(_begun(document.value, kind))))
    except ValidationError as problems:
        found = (_diagnose(problem, kind, document, file) for problem in problems.errors(include_url=False))
        return Reading(value=None, diagnostics=tuple(found))


def json_schema(kind: type) -> dict[str, Any]:
    """Return the JSON schema of the files that decode to `kind`."""
    return _adapter(kind).json_schema()


@functools.cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _same_default(each: Field[Any]) -> Any:
    if each.default is not MISSING:
        return field(default=each.default)
    return field(default_factory=each.default_factory) if each.default_factory is not MISSING else field()


def _diagnose(problem: ErrorDetails, kind: type, document: YamlDocument, file: str) -> Diagnostic:
    at = _At(problem=problem, kind=kind, document=document, file=file)
    return _DIAGNOSES.get(problem["type"], _refused)(at)


@dataclass(frozen=True, slots=True, kw_only=True)
class _At:
    """A mistake pydantic found, with what it takes to say where and what."""

    problem: ErrorDetails
    kind: type
    document: YamlDocument
    file: str

    @property
    def keys(self) -> tuple[str, ...]:
        keys = self.problem["loc"]
        # A mapping's key that is not in its enumeration is reported below the key, as "[key]".
        return tuple(str(key) for key in keys if key != "[key]")

    @property
    def is_key(self) -> bool:
        return "[key]" in self.problem["loc"]

    @property
    def path(self) -> str:
        return ".".join(self.keys)

    @property
    def span(self) -> Span:
        return self.document.span(self.path, self.file)

    @property
    def key_span(self) -> Span:
        return self.document.keys.get(self.path, self.span)

    @property
    def given(self) -> str:
        value = self.problem["input"]
        if self.span in self.document.written and not self.is_key:
            return self.document.written[self.span]
        return json.dumps(value, ensure_ascii=False) if isinstance(value, bool | None) else str(value)


def _missing(at: _At) -> Diagnostic:
    holder = at.document.span(".".join(at.keys[:-1]), at.file)
    return error("key-missing", at.document.keys.get(at.path, holder), name=at.keys[-1])


def _unknown(at: _At) -> Diagnostic:
    known = _field_names(at.kind, at.keys[:-1])
    near = nearest(at.keys[-1], known)
    return error("key-unknown", at.key_span, name=at.keys[-1], nearest=near, known=", ".join(known))


def _not_text(at: _At) -> Diagnostic:
    written = at.document.written.get(at.span, "") if isinstance(at.problem["input"], (bool, int, float)) else ""
    return error("expected-text", at.span, path=at.path, written=written)


def _not_number(at: _At) -> Diagnostic:
    return error("expected-number", at.span, path=at.path)


def _not_boolean(at: _At) -> Diagnostic:
    return error("expected-true-or-false", at.span, path=at.path)


def _not_list(at: _At) -> Diagnostic:
    return error("expected-list", at.span, path=at.path)


def _not_mapping(at: _At) -> Diagnostic:
    return error("expected-mapping", at.span, path=at.path)


def _not_listed(at: _At) -> Diagnostic:
    known = [str(word) for word in _words(_type_at(at.kind, at.keys, key=at.is_key))]
    span = at.key_span if at.is_key else at.span
    return error("word-unknown", span, given=at.given, nearest=nearest(at.given, known), known=", ".join(known))


def _refused(at: _At) -> Diagnostic:
    return error("value-refused", at.span, path=at.path, given=at.given, problem=at.problem["msg"])


_DIAGNOSES = {
    "missing": _missing,
    "missing_keyword_only_argument": _missing,
    "unexpected_keyword_argument": _unknown,
    "extra_forbidden": _unknown,
    "string_type": _not_text,
    "int_type": _not_number,
    "int_from_float": _not_number,
    "float_type": _not_number,
    "decimal_type": _not_number,
    "decimal_parsing": _not_number,
    "bool_type": _not_boolean,
    "tuple_type": _not_list,
    "list_type": _not_list,
    "dict_type": _not_mapping,
    "mapping_type": _not_mapping,
    "dataclass_type": _not_mapping,
    "dataclass_exact_type": _not_mapping,
    "enum": _not_listed,
    "literal_error": _not_listed,
}
"""pydantic's name of a mistake -> ours; tests hold each one."""


def _begun(value: Any, kind: Any) -> Any:
    """Return a value without the known keys whose value is still to be written: they are as if not there."""
    holder = _plain_type(kind)
    inside = get_args(holder)
    if isinstance(value, dict) and is_dataclass(holder):
        hints = get_type_hints(holder)
        return {
            key: _begun(each, hints.get(key)) for key, each in value.items() if each is not None or key not in hints
        }
    if isinstance(value, dict) and inside:
        return {key: _begun(each, inside[-1]) for key, each in value.items()}
    return [_begun(each, inside[0]) for each in value] if isinstance(value, list) and inside else value


def _field_names(kind: type, keys: tuple[str, ...]) -> tuple[str, ...]:
    found = _type_at(kind, keys)
    return tuple(each.name for each in fields(found)) if is_dataclass(found) else ()


def _type_at(kind: Any, keys: tuple[str, ...], *, key: bool = False) -> Any:
    """Return the type that stands at a path below `kind`; with `key` the type of the mapping's keys there."""
    holder = _plain_type(kind)
    for depth, name in enumerate(keys):
        inside = get_args(holder)
        if key and depth == len(keys) - 1 and inside:
            return inside[0]
        if is_dataclass(holder):
            holder = _plain_type(get_type_hints(holder).get(name))
        elif inside:
            holder = _plain_type(inside[0] if get_origin(holder) is tuple else inside[-1])
    return holder


def _plain_type(kind: Any) -> Any:
    """Return the type without `Annotated` and without `| None`."""
    if get_origin(kind) is Annotated:
        return _plain_type(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _plain_type(next(part for part in get_args(kind) if part is not type(None)))
    return kind


def _words(kind: Any) -> tuple[Any, ...]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(kind)
    return get_args(kind)
