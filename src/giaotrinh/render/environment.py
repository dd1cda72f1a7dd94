"""The sandbox in which templates run, and the diagnostics they can cause.

Templates come as bytes by path ("templates/base/layout.html"); nothing is read from a disk. A template sees what it is
given: private attributes, unknown names and what is kept for other readers are errors with the template's line.
"""

import traceback
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from giaotrinh.model.diagnostic import Diagnostic, error
from giaotrinh.model.span import Span
from giaotrinh.render.blocks.typography import set_text

ROOT = "templates/"

FOR_INSTRUCTORS = frozenset(
    {"plan", "stages", "spoken_slides", "facing", "answers", "coverage", "lead_in", "method", "means", "cut", "reserve"}
)
"""Names that exist in an instructor's view only; asking for one elsewhere is `template-forbidden`."""


REPEATED = 1_000_000
"""Characters or items a product may have: no page has as many."""
LARGEST_POWER = 64


class OutOfTime(Exception):
    """A template works without end; whoever has it drawn raises this in the thread that draws."""


class ForbiddenError(UndefinedError):
    """A template asked for what its reader may not see."""


class _Absent(StrictUndefined):
    """What a template gets for a name it was not given: an error at the first use."""

    def _fail_with_undefined_error(self, *args: Any, **kwargs: Any) -> Any:
        name = self._undefined_name
        if name in FOR_INSTRUCTORS:
            raise ForbiddenError(f"{name}")
        return super()._fail_with_undefined_error(*args, **kwargs)

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = __contains__ = _fail_with_undefined_error
    __call__ = __getitem__ = _fail_with_undefined_error

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._fail_with_undefined_error()


class _Folders(BaseLoader):
    """Finds a template in the first of several folders; its name is its path, so that errors carry it."""

    def __init__(self, files: Mapping[str, bytes], folders: tuple[str, ...]) -> None:
        self._files = files
        self._folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        """Return the text and path of a template; "base/cover.html" names a folder outright."""
        for path in (*(f"{ROOT}{folder}/{template}" for folder in self._folders), f"{ROOT}{template}"):
            if path in self._files:
                return self._files[path].decode("utf-8"), path, lambda: True
        raise TemplateNotFound(template)


Files = tuple[tuple[str, bytes], ...]
"""Templates as (path, content), sorted: what a sandbox is known by."""


def files_of(templates: Mapping[str, bytes]) -> Files:
    """Return templates as a value that can be compared and remembered."""
    return tuple(sorted(templates.items()))


def draw(sandbox: Environment, name: str, values: Mapping[str, object]) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a template's text, "" with diagnostics where it is broken or asks for what it may not see."""
    try:
        return sandbox.get_template(name).render(values), ()
    except UnicodeDecodeError as problem:
        return "", (error("template-broken", Span(file=f"{ROOT}{name}"), problem=str(problem)),)
    except TemplateSyntaxError as problem:
        place = Span(file=problem.filename or problem.name or name, line=problem.lineno)
        return "", (error("template-broken", place, problem=problem.message or ""),)
    except TemplateNotFound as problem:
        return "", (error("template-missing", _place(problem, name), name=problem.name or name),)
    except (ForbiddenError, SecurityError) as problem:
        return "", (error("template-forbidden", _place(problem, name), name=problem.message or ""),)
    except OutOfTime as problem:
        return "", (error("template-broken", _place(problem, name), problem="does not come to an end"),)
    except RecursionError as problem:
        return "", (error("template-broken", _place(problem, name), problem="calls itself without end"),)
    except MemoryError as problem:
        return "", (error("template-broken", _place(problem, name), problem="asks for too much memory"),)
    except (TemplateError, TypeError, ValueError, KeyError, IndexError, AttributeError, ArithmeticError) as problem:
        return "", (error("template-broken", _place(problem, name), problem=str(problem)),)


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, in which no product or power grows beyond what a page could hold."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return a product or power; raises OverflowError for one that is out of all proportion."""
        sizes = (len(side) for side in (left, right) if isinstance(side, str | list | tuple))
        number = max((side for side in (left, right) if isinstance(side, int)), default=0)
        if operator == "*" and any(size * number > REPEATED for size in sizes):
            raise OverflowError("asks for too much memory")
        if operator == "**" and number > LARGEST_POWER:
            raise OverflowError("asks for too large a number")
        return super().call_binop(context, operator, left, right)


@lru_cache(maxsize=16)
def environment(files: Files, folders: tuple[str, ...]) -> Environment:
    """Return the sandbox over the folders, first wins; the same files give the same, already compiled, sandbox."""
    sandbox = _Sandbox(
        loader=_Folders(dict(files), folders),
        undefined=_Absent,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
    sandbox.filters["typeset"] = _typeset
    return sandbox


def _typeset(value: object) -> Markup:
    return value if isinstance(value, Markup) else set_text(str(value))


def _place(problem: Exception, name: str) -> Span:
    """Return the innermost template line of the problem's traceback, which Jinja rewrites to template places."""
    frames = traceback.extract_tb(problem.__traceback__)
    inside = [frame for frame in frames if frame.filename.startswith(ROOT)]
    if not inside:
        return Span(file=f"{ROOT}{name}")
    return Span(file=inside[-1].filename, line=inside[-1].lineno or 0)
