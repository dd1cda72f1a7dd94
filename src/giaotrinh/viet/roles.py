"""What the parts of a resolution are called: the nouns a count announces them by, and their names in a sentence."""

import re
from collections.abc import Mapping

from giaotrinh.model.source import Role
from giaotrinh.viet.lexicon import any_of, word_lists

_LISTS = {role: word_lists("roles")[role.value] for role in Role}

NAMES: Mapping[Role, str] = {role: words.name for role, words in _LISTS.items()}
"""Role -> its name in the middle of a sentence."""

NOUNS: Mapping[Role, str] = {role: any_of(words.words) for role, words in _LISTS.items()}
"""Role -> pattern of the nouns that announce a number of its provisions."""

TERMS = (Role.TARGET, Role.BREAKTHROUGH, Role.LESSON, Role.ORIENTATION, Role.TASK_GROUP, Role.VIEWPOINT)
"""Roles whose nouns are terms of the resolution; "nhiệm vụ" and "mục tiêu" are everybody's words."""

COUNTED = (*TERMS, Role.TASK, Role.GOAL)
"""Roles whose provisions a resolution announces the number of."""

_TERMS = tuple((role, re.compile(rf"(?:{NOUNS[role]})\b", re.IGNORECASE)) for role in TERMS)


def role_named(unit: str) -> Role | None:
    """Return the role whose term a unit or a noun begins with, None where it begins with none."""
    return next((role for role, pattern in _TERMS if pattern.match(unit)), None)
