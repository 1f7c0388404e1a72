"""Sentences of the content as they are said to one person, each with who says so."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from twitchcheck.report.explained_words import ExplainedWord
from twitchcheck.report.phrases import Phrases
from twitchcheck.rules.protocol import Statement


class Sourced(Struct, frozen=True):
    """A sentence with the ids of its sources, and the unusual words in it."""

    text: str
    sources: tuple[str, ...]
    words: tuple[ExplainedWord, ...] = ()


def sourced(phrases: Phrases, text: str, sources: tuple[str, ...]) -> Sourced:
    """A text of the content, filled in."""
    filled = phrases.fill(text)
    return Sourced(filled, sources, phrases.word_finder.words(filled))


def said(phrases: Phrases, statements: Iterable[Statement]) -> tuple[Sourced, ...]:
    """Statements of the content, filled in."""
    return tuple(sourced(phrases, one.text, one.sources) for one in statements)


def sentences_in(part: object) -> Iterator[Sourced]:
    """Every sentence in a part of the result, in the order of its fields, which is that of reading."""
    if isinstance(part, Sourced):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from sentences_in(one)
    elif isinstance(part, Struct):
        for field in part.__struct_fields__:
            yield from sentences_in(getattr(part, field))
