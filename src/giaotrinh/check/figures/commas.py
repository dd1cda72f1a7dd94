"""Decimal commas that were lost: "chỉ số 08" where the cited provision has "chỉ số 0,8"."""

import re
from collections.abc import Iterable, Iterator

from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.scope import Scope
from giaotrinh.check.passages.statement import Statement, Statements
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.diagnostic import Diagnostic, error

_BARE = re.compile(r"(?<![\w.,/-])\d{2,6}(?![\w/%-]|[.,]\d)")
_DECIMAL = re.compile(r"(?<!\d)(\d+),(\d+)(?!\d)")


def bare_numbers(passage: Passage) -> list[re.Match[str]]:
    """Return the whole numbers of a passage that were read as no quantity."""
    if not passage.has_digits:
        return []
    read = [range(each.start, each.end) for each in passage.quantities]
    return [match for match in _BARE.finditer(passage.text) if not any(match.start() in each for each in read)]


def lost_commas(
    curriculum: Curriculum, statements: Statements, passage: Passage, bare: Iterable[re.Match[str]], scope: Scope
) -> Iterator[Diagnostic]:
    """Yield a finding for every bare number with the digits of a decimal that the passage's provision states.

    A number with neither a unit nor a verb before it is read as no quantity, for it may be anything; the same digits
    in a row as those of a decimal in the very provision that is cited are no chance.
    """
    decimals = _decimals(statements, scope) if bare else {}
    for match in bare:
        statement = decimals.get(match.group())
        run = passage.run_at(match.start())
        if statement is not None and (run is None or run.kind == "text"):
            source = curriculum.sources[statement.address[0]]
            words = {"stated": statement.quantity.text, "path": statement.address[1], "source": source.cite_as}
            span = passage.place(match.start(), match.end())
            yield error("figure-differs", span, statement.span, found=match.group(), **words)


def _decimals(statements: Statements, scope: Scope) -> dict[str, Statement]:
    """Return the decimals of provisions cited near by their digits, but for those that are whole numbers as well."""
    near = [each for address in sorted(scope.own | scope.around) for each in statements.below(address)]
    whole = {digits for each in near for digits in re.findall(r"(?<![\d.,])\d+(?![\d.,])", each.quantity.text)}
    found = {"".join(match.groups()): each for each in near for match in _DECIMAL.finditer(each.quantity.text)}
    return {digits: statement for digits, statement in found.items() if digits not in whole}
