"""Every diagnostic has its wording in both languages, and every wording its diagnostic.

The source is read as a syntax tree: the first argument of `error()`, `warning()` and `info()`, and the second of
`Failure()`, is a code and must be written out.
"""

import ast
import string
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from giaotrinh.driver.edge.messages import LANGUAGES, load_messages
from giaotrinh.model.codes import STAGES
from giaotrinh.model.diagnostic import error, info, warning
from giaotrinh.model.span import NOWHERE

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/giaotrinh"
CASES = ROOT / "tests/cases"

CODE_AT = {"error": 0, "warning": 0, "info": 0, "Failure": 1}
"""Position of the code among the arguments."""


@dataclass(frozen=True)
class Call:
    """One place that reports something."""

    place: str
    function: str
    codes: tuple[str, ...]
    arguments: frozenset[str]
    open_ended: bool
    """Whether `**more` hides some of its arguments."""


def calls() -> list[Call]:
    return [call for path in sorted(SOURCE.rglob("*.py")) if path.name != "diagnostic.py" for call in calls_in(path)]


def calls_in(path: Path) -> list[Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        Call(
            place=f"{path.relative_to(ROOT)}:{node.lineno}",
            function=node.func.id,
            codes=codes_of(node, tree),
            arguments=frozenset(keyword.arg for keyword in node.keywords if keyword.arg),
            open_ended=any(keyword.arg is None for keyword in node.keywords),
        )
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CODE_AT
    ]


def codes_of(call: ast.Call, tree: ast.Module) -> tuple[str, ...]:
    """Return the codes a call can report: one, two for a choice, none where they are not written out."""
    assert isinstance(call.func, ast.Name)
    at = CODE_AT[call.func.id]
    return literals(call.args[at], tree) if len(call.args) > at else ()


def literals(node: ast.expr, tree: ast.Module) -> tuple[str, ...]:
    """Return the texts an expression can be: a text, a choice of two, or a name that is set to one of these."""
    if isinstance(node, ast.IfExp):
        return literals(node.body, tree) + literals(node.orelse, tree)
    if isinstance(node, ast.Name):
        return tuple(text for value in values_of(node, tree) for text in literals(value, tree))
    return (node.value,) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ()


def values_of(name: ast.Name, tree: ast.Module) -> list[ast.expr]:
    """Return what the name is set to in the function that uses it."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and name in ast.walk(node)]
    return [
        node.value
        for function in functions
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name.id for target in node.targets)
    ]


def nothing_in(findings: Iterable[str]) -> bool:
    """Return True for no findings; fail with all of them, which a plain comparison would cut short."""
    found = sorted(findings)
    if found:
        pytest.fail(f"{len(found)}:\n" + "\n".join(found), pytrace=False)
    return True


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


CALLS = calls()
USED = sorted({code for call in CALLS for code in call.codes})
WORDED = sorted({code for language in LANGUAGES for code in load_messages(language)})


def test_the_scan_sees_the_calls():
    assert len(USED) > 20
    assert "project-not-found" in USED


def test_codes_are_written_out_where_they_are_reported():
    assert nothing_in(call.place for call in CALLS if not call.codes)


def test_rooms_make_diagnostics_by_the_three_functions_only():
    direct = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted(SOURCE.rglob("*.py"))
        # The driver reads back what an earlier build found.
        if path.name != "diagnostic.py" and "driver" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Diagnostic"
    ]

    assert nothing_in(direct)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_worded(language):
    assert nothing_in(code for code in USED if code not in load_messages(language))


def test_the_table_of_codes_is_the_list_of_what_is_reported():
    reported = {code: call for call in CALLS if call.function != "Failure" for code in call.codes}

    assert nothing_in(
        f"{call.place} {code}: add it to model/codes.py" for code, call in reported.items() if code not in STAGES
    )
    assert nothing_in(
        f"{code} is reported nowhere: drop it from model/codes.py" for code in STAGES if code not in reported
    )


@pytest.mark.parametrize("function", [error, warning, info])
def test_a_code_that_is_in_no_table_is_refused(function):
    with pytest.raises(ValueError, match="no-such-code"):
        function("no-such-code", NOWHERE)


def test_every_wording_has_its_code():
    assert nothing_in(code for code in WORDED if code not in USED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_says_what_and_explains(language):
    messages = load_messages(language)

    assert nothing_in(code for code, message in messages.items() if not message.text.strip())
    assert nothing_in(code for code, message in messages.items() if not message.explain.strip())


def test_both_languages_use_the_same_arguments():
    vi, en = (load_messages(language) for language in LANGUAGES)

    def differ(part: str) -> list[str]:
        both = set(vi) & set(en)
        return sorted(code for code in both if names_in(getattr(vi[code], part)) != names_in(getattr(en[code], part)))

    assert nothing_in(differ("text"))
    assert nothing_in(differ("hint"))
    assert nothing_in(code for code in set(vi) & set(en) if bool(vi[code].hint) != bool(en[code].hint))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_call_gives_what_the_text_names(language):
    messages = load_messages(language)
    lacking = [
        f"{call.place} {code}: {', '.join(sorted(missing))}"
        for call in CALLS
        if not call.open_ended
        for code in call.codes
        if code in messages and (missing := names_in(messages[code].text) - call.arguments)
    ]

    assert nothing_in(lacking)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hint_can_be_shown(language):
    given: dict[str, list[Call]] = defaultdict(list)
    for call in CALLS:
        for code in call.codes:
            given[code].append(call)
    never = [
        code
        for code, message in load_messages(language).items()
        if given[code] and not any(call.open_ended or names_in(message.hint) <= call.arguments for call in given[code])
    ]

    assert nothing_in(never)


def test_no_code_is_worded_twice():
    seen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted((SOURCE / "driver/edge/messages").glob("*.toml")):
        language = path.name.split(".")[-2]
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("[") and line.endswith("]"):
                seen[language, line[1:-1]].append(path.name)

    assert nothing_in(f"{key}: {', '.join(files)}" for key, files in seen.items() if len(files) > 1)


def test_vietnamese_wording_is_composed():
    texts = {path.name: path.read_text(encoding="utf-8") for path in (SOURCE / "driver/edge/messages").glob("*.toml")}

    assert texts
    assert nothing_in(name for name, text in texts.items() if not unicodedata.is_normalized("NFC", text))


@pytest.mark.skipif(not CASES.is_dir(), reason="there are no cases yet")
def test_every_code_is_triggered_by_a_case_or_a_test():
    expected = [path.read_text(encoding="utf-8") for path in CASES.glob("*/expected/**/*") if path.is_file()]
    tests = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    seen = "\n".join((*expected, *tests))

    assert nothing_in(code for code in USED if f"[{code}]" not in seen and f'"{code}"' not in seen)
