"""The words of provisions, split once and looked up by address."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from giaotrinh.check.passages.passage import Address
from giaotrinh.check.words.wording import Word, words_of
from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.source import Provision, Wording
from giaotrinh.model.text import fold


class Library:
    """Words of provisions, split once."""

    def __init__(self, curriculum: Curriculum) -> None:
        """Take the course whose sources are looked up."""
        self.curriculum = curriculum
        names = [name for source in curriculum.project.sources for name in (source.title, source.short_title)]
        self._titles = tuple(fold(name) for name in (*names, *(each.text for each in curriculum.course.references)))
        self._runs: dict[tuple[str, ...], set[Address]] | None = None
        self._words: dict[tuple[Address, bool], tuple[Word, ...]] = {}

    def is_verbatim(self, address: Address) -> bool:
        """Whether the source of an address holds the document's own words."""
        source = self.curriculum.sources.get(address[0])
        return source is not None and source.wording is Wording.VERBATIM

    def is_title(self, text: str) -> bool:
        """Whether words are those of the title of a source or of a document in the list of references."""
        said = fold(text)
        return any(said in title for title in self._titles)

    def words(self, address: Address, *, marked: bool) -> tuple[Word, ...]:
        """Return the words of a provision and all below it, with or without the markers of those below."""
        key = (address, marked)
        if key not in self._words:
            provision = self.curriculum.provisions[address]
            self._words[key] = words_of(provision.full_text() if marked else _without_markers(provision))
        return self._words[key]

    def wordings(self, addresses: Iterable[Address]) -> Iterator[tuple[Address, tuple[Word, ...]]]:
        """Yield the words of known provisions, each with and without markers."""
        for address in addresses:
            if address in self.curriculum.provisions:
                yield address, self.words(address, marked=True)
                yield address, self.words(address, marked=False)

    def most_like(self, words: Sequence[Word]) -> Address | None:
        """Return the smallest provision of a verbatim source that shares most runs of three words, None for none."""
        if self._runs is None:
            self._runs = self._indexed()
        counts = Counter(address for run in _threes(words) for address in self._runs.get(run, ()))
        return max(sorted(counts), key=lambda each: counts[each]) if counts else None

    def _indexed(self) -> dict[tuple[str, ...], set[Address]]:
        runs: dict[tuple[str, ...], set[Address]] = {}
        for source in self.curriculum.project.sources:
            for part in source.walk() if source.wording is Wording.VERBATIM else ():
                for run in _threes(words_of(part.text)):
                    runs.setdefault(run, set()).add((source.id, part.path))
        return runs


def _threes(words: Sequence[Word]) -> set[tuple[str, ...]]:
    folded = [word.folded for word in words]
    return set(zip(folded, folded[1:], folded[2:], strict=False))


def _without_markers(provision: Provision) -> str:
    return "\n".join(part.text for part in provision.walk())
