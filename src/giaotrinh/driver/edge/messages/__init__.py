"""The wording of diagnostics and failures: one table per code in `*.vi.toml` and `*.en.toml`."""

import string
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

LANGUAGES = ("vi", "en")

SEVERITY_WORDS = {
    "vi": {"error": "lỗi", "warning": "cảnh báo", "info": "thông tin"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What people read about a code, with {arguments} in braces."""

    text: str
    hint: str = ""
    explain: str = ""


@lru_cache(maxsize=4)
def load_messages(language: str) -> dict[str, Message]:
    """Return the messages of a language by code."""
    messages: dict[str, Message] = {}
    for file in sorted(files(__name__).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(f".{language}.toml"):
            tables = tomllib.loads(file.read_text(encoding="utf-8"))
            messages |= {code: Message(**table) for code, table in tables.items()}
    return messages


def fill(template: str, arguments: dict[str, str]) -> str:
    """Return the template with its arguments; "" when one it names is missing or empty.

    A hint such as "gần nhất: {nearest}" so disappears where there is nothing near.
    """
    names = [name for _, name, _, _ in string.Formatter().parse(template) if name]
    if any(not arguments.get(name) for name in names):
        return ""
    return template.format(**{name: printable(value) for name, value in arguments.items()})


def fill_text(template: str, arguments: dict[str, str]) -> str:
    """Return the template with its arguments, missing ones left empty: a headline never disappears."""
    names = [name for _, name, _, _ in string.Formatter().parse(template) if name]
    return template.format(**{name: printable(arguments.get(name, "")) for name in names})


def printable(text: str) -> str:
    """Return a text that can be written anywhere: bytes of a file name that are no UTF-8 become "\ufffd"."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
