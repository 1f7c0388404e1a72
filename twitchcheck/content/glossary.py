"""The content's word list: medical words that are explained, names, and hard words with what to say instead."""

import re
from collections.abc import Iterable

from msgspec import Struct


class Term(Struct, frozen=True, forbid_unknown_fields=True):
    """A word that cannot be avoided, with what it means in plain words."""

    term: str
    text: str


class Glossary(Struct, frozen=True, forbid_unknown_fields=True):
    """Which unusual words the texts may use.

    `terms` are explained; `names` of people, places and medicines need no explanation. Neither counts in the reading
    grade. `hard_words` (word -> what to say instead) may only be used where they are a term.
    """

    terms: tuple[Term, ...]
    names: tuple[str, ...]
    hard_words: dict[str, str]


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of `words` as whole words, also with an ending such as s, ed or ing; group 1 is the word itself."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?:s|es|d|ed|ing|ly)?\b", re.IGNORECASE)
