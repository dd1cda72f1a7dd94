"""Taking the numbers of a passage for what they are: sourced, computed, assumed, of the class, of the world."""

from collections.abc import Iterator, Mapping, Sequence

from giaotrinh.check.claims.claim import Claim, Kind, Number, Strength
from giaotrinh.check.claims.governing import Nearness, governing, sourced_by
from giaotrinh.check.claims.verdict import Case, Telling, Verdicts
from giaotrinh.check.figures.exchange import Judged, exchanged
from giaotrinh.check.figures.judging import Judge
from giaotrinh.check.figures.metric import clause_of, sentence_bounds
from giaotrinh.check.figures.outcome import Finding, Outcome
from giaotrinh.check.passages.passage import Passage
from giaotrinh.check.passages.scope import Scope
from giaotrinh.model.quantity import Quantity
from giaotrinh.viet.times import time_behind, times_in


class Claiming:
    """Takes the numbers of passages, one after the other, for what they are."""

    def __init__(self, judge: Judge) -> None:
        """Take the judge that compares numbers with the sources."""
        self._judge = judge
        self._known = judge.statements.addresses
        self._telling = Telling()
        self._verdicts = Verdicts(judge.statements, self._telling)

    def claims(
        self, passage: Passage, numbers: Sequence[Number], scope: Scope, skipped: Mapping[int, Kind]
    ) -> tuple[Claim, ...]:
        """Return the claims of a passage; `skipped` are kinds known from mark-up, by the place of their numbers."""
        found = self._found(passage, numbers, scope, skipped)
        said = [
            (each.number_start, finding.statement)
            for (each, finding) in ((number.said, finding) for number, finding in found)
            if finding.outcome is Outcome.SAME and finding.statement is not None
        ]
        table = sourced_by(passage, self._known)
        listed = frozenset() if "cell" in passage.inside else self._telling.cites.get(passage.headings, frozenset())
        before = table or listed
        claims = []
        for number, finding in found:
            place = number.said.number_start
            kind = skipped.get(place)
            if kind is not None:
                claims.append(Claim(number=number, kind=kind, finding=finding))
                continue
            where = governing(passage, place, scope, before)
            first, last = sentence_bounds(passage.text, place)
            wide = where.nearness is Nearness.PARAGRAPH
            taken = {id(each) for at, each in said if first <= at < last and at != place}
            taken |= self._judge.statements.alike_in(
                where.addresses, (each for at, each in said if wide and at != place)
            )
            beside = tuple(each.said for each in numbers)
            claims.append(self._verdicts.claim(Case(passage, number, finding, where, frozenset(taken), beside)))
        self._remember(passage, claims)
        return tuple(claims)

    def pass_over(self, passage: Passage) -> None:
        """Remember what a passage without numbers cites: it may answer for the list behind it."""
        self._remember(passage, ())

    def _found(
        self, passage: Passage, numbers: Sequence[Number], scope: Scope, skipped: Mapping[int, Kind]
    ) -> list[tuple[Number, Finding]]:
        judged = [
            Judged(
                said=each.said,
                context=each.context,
                finding=self._judge.judge(each.said, each.context, scope, _years(passage, each.said)),
                behind=passage.text[each.said.end : each.said.end + 80],
            )
            for each in numbers
            if each.said.number_start not in skipped
        ]
        settled = {
            each.said.number_start: each.finding
            for each in exchanged(self._judge, judged, (figure for figure, _, _ in passage.figures))
        }
        called = {start: figure for figure, start, _ in passage.figures}
        nothing = Finding(outcome=Outcome.SAME)
        found = []
        for each in numbers:
            figure = called.get(each.said.number_start)
            stated = self._judge.statements.stating(figure) if figure else ()
            own = Finding(outcome=Outcome.SAME, statement=stated[0]) if stated else nothing
            found.append((each, settled.get(each.said.number_start, own)))
        return found

    def _remember(self, passage: Passage, claims: Sequence[Claim]) -> None:
        if passage.cites:
            last = max(at for _, at in passage.cites)
            if passage.kind == "paragraph" and passage.inside.isdisjoint({"bullets", "numbers", "cell"}):
                cited = frozenset(address for address, at in passage.cites if at == last)
                self._telling.cites[passage.headings] = cited
        for each in claims:
            if each.kind in (Kind.SOURCED, Kind.CALLED) and each.finding and each.finding.outcome is Outcome.SAME:
                self._telling.qualified.setdefault(passage.headings, set()).add(id(each.finding.statement))
        if claims:
            self._telling.operands.append(tuple(each.number.said for each in claims))
            del self._telling.operands[:-24]


def in_table(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims without a ground."""
    return (each for each in claims if each.strength is Strength.TABLE)


def _years(passage: Passage, said: Quantity) -> tuple[str, ...]:
    """Return the years a number may be for besides the one that was read: none where the words are plain."""
    if time_behind(passage.text, said.end):
        return ()
    return times_in(clause_of(passage.text, said.start))
