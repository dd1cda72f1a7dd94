"""Questions -> the YAML of course/questions/<module>.yaml."""

from collections.abc import Sequence
from typing import Any

from giaotrinh.model.course import Question

_MODELINE = "# yaml-language-server: $schema=../../build/schema/questions.json\n"
_ORDER = ("id", "kind", "module", "topic", "level", "points", "sealed", "stem", "options", "key", "answer")


def questions_text(questions: Sequence[Question]) -> str:
    """Return the text of a file of the question bank; reading it gives the same questions."""
    import yaml

    # libyaml's dumper where it is compiled in: a bank of a large resolution takes seconds without it.
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    entries = [_entry(each) for each in questions]
    text = yaml.dump({"questions": entries}, Dumper=dumper, allow_unicode=True, sort_keys=False, width=110)
    return _MODELINE + str(text)


def _entry(question: Question) -> dict[str, Any]:
    entry = {name: _plain(getattr(question, name)) for name in _ORDER if getattr(question, name)}
    if question.guide:
        entry["guide"] = [{"points": str(step.points), "text": step.text} for step in question.guide]
    entry |= {name: _plain(getattr(question, name)) for name in ("cites", "allow") if getattr(question, name)}
    return entry


def _plain(value: Any) -> Any:
    if isinstance(value, str | bool):
        return value
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if hasattr(value, "keys") else str(value)
