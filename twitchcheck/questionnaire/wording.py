"""Fills the placeholders of a text: {you} and its kin by who answers, {caffeine} and its kin by amounts."""

import re
from collections.abc import Mapping

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def worded(text: str, words: Mapping[str, str]) -> str:
    """`text` with each placeholder replaced by its word; a placeholder without a word stays."""
    return PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), text)
