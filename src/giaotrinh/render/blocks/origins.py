"""Where figures and provisions of a sample source were seen and how sure that is, in the words that print."""

from collections.abc import Iterable

from giaotrinh.render.blocks.words import CONFIDENCE


def origins_in_words(pairs: Iterable[tuple[str, str]]) -> str:
    """Return (origin, confidence) pairs as one run, origins of one confidence together.

    "Nhân Dân, 25-12-2020; VOV (theo báo chí, chưa đối chiếu nguyên văn); ban biên soạn (tính toán ...)"; "" for a
    complete source, which names neither.
    """
    groups: dict[str, dict[str, None]] = {}
    for origin, confidence in pairs:
        members = groups.setdefault(CONFIDENCE.get(confidence, ""), {})
        members.update((name.strip(), None) for name in origin.split(";") if name.strip())
    return "; ".join(filter(None, (_group(list(origins), words) for words, origins in groups.items())))


def _group(origins: list[str], words: str) -> str:
    listed = "; ".join(origins)
    if not (listed and words):
        return listed or words
    return f"{listed} ({words})"
