"""Finds words of a list in texts, in whatever form they stand there."""

import re
from collections.abc import Iterable


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of `words` as whole words, also with an ending such as s, ed or ing; group 1 is the word itself."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?:s|es|d|ed|ing|ly)?\b", re.IGNORECASE)
