"""What was proved of a finished file, for the manifest."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Facts read from the finished bytes, not from what they were made of."""

    pages: int
    letters: int
    """Letters and digits read back from all pages."""
    text_digest: str
    """SHA-256 over the words of all pages in order, as hexadecimal digits."""
    title: str
    language: str
    tagged: bool
    fonts: tuple[str, ...]
    """Names of the embedded fonts without their subset prefix, sorted."""
