"""The unusual words in a text, each with its explanation, for showing it where the word stands."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from twitchcheck.questionnaire.whole_words import whole_words
from twitchcheck.rules.protocol import Term


class ExplainedWord(Struct, frozen=True):
    """Where a word of the glossary stands in a text (characters from `start` up to `end`), and what it means."""

    start: int
    end: int
    term: Term


class WordFinder:
    """Finds the words of a glossary."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {term.term.lower(): term for term in terms}
        self._pattern = whole_words(self._terms)

    def words(self, text: str) -> tuple[ExplainedWord, ...]:
        """The words in the order of the text, each only where it stands first."""
        return tuple(self._first_of_each(text))

    def _first_of_each(self, text: str) -> Iterator[ExplainedWord]:
        seen = set()
        for match in self._pattern.finditer(text):
            term = self._terms[match[1].lower()]
            if term not in seen:
                seen.add(term)
                yield ExplainedWord(match.start(1), match.end(), term)
