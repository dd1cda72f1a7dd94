"""Digests of the sources a file was printed from."""

from giaotrinh.model.curriculum import Curriculum
from giaotrinh.model.snapshot import digest_of
from giaotrinh.model.source import to_text


def source_digests(curriculum: Curriculum) -> dict[str, str]:
    """Return source id -> sixteen hexadecimal digits over its text, for every source of the course."""
    return {each.id: digest_of((to_text(each.provisions).encode(),))[:16] for each in curriculum.project.sources}
