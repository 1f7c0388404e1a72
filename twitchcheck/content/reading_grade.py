"""How many years of school the texts ask for (US grade, Flesch-Kincaid).

The formula is only sound for some length of text: a text counts by itself from 12 words on; shorter ones count
together with everything on their page or in their entry. The terms and names of the glossary count as a word of one
syllable, as does a number, since they cannot be said more simply. The target is grade 6, the most is grade 8.

The library that counts syllables is optional: `pip install twitchcheck[content]`.
"""

import importlib
import re
from collections.abc import Iterator
from itertools import groupby
from statistics import fmean
from typing import Any, NamedTuple

import msgspec

from twitchcheck.content.checks.parts import Complaint
from twitchcheck.content.glossary import Glossary
from twitchcheck.content.person_texts import person_texts
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.whole_words import whole_words
from twitchcheck.rules.protocol import TriageProtocol

TARGET, MOST = 6.0, 8.0
FEWEST_WORDS = 12
LIBRARY = "readability"
NOT_MEASURED = "The reading grade was not measured: pip install twitchcheck[content]"
OTHER_LANGUAGE = "The reading grade was not measured: its formula is made for English"

_SENTENCE_END = re.compile(r"[.!?:;]+(?=\s|$)")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")


class Grade(NamedTuple):
    """The grade of one text, or of a page or entry as a whole."""

    entry: msgspec.Struct
    path: KeyPath
    words: int
    grade: float


class ReadingGrade:
    """Measures the texts of one content folder; `why_not` says in a line why it can't, "" when it can."""

    def __init__(self, protocol: TriageProtocol, glossary: Glossary) -> None:
        self.protocol, self.glossary = protocol, glossary
        self.library = _library()
        self.known = whole_words([*(term.term for term in glossary.terms), *glossary.names])
        self.why_not = ""
        if protocol.edition.language != "en":
            self.why_not = OTHER_LANGUAGE
        elif self.library is None:
            self.why_not = NOT_MEASURED

    def grades(self) -> Iterator[Grade]:
        """The grade of every text that is long enough, and of every page and entry; nothing when it can't measure."""
        if self.why_not:
            return
        texts = person_texts(self.protocol, self.glossary)
        for (_, group), together in groupby(texts, key=lambda one: (id(one.entry), one.group)):
            read = list(together)
            for one in read:
                yield from self._grade(one.entry, one.path, one.text)
            if len(read) > 1:
                yield from self._grade(read[0].entry, group, ".\n".join(one.text for one in read))

    def problems(self) -> Iterator[Complaint]:
        """The texts above the agreed grade."""
        for one in self.grades():
            if round(one.grade, 1) > MOST:
                yield (
                    one.entry,
                    one.path,
                    f"reads like grade {one.grade:.1f}, more than {MOST:.0f}: use shorter words",
                )

    def summary(self) -> str:
        """One line: the mean and the worst grade, or why it was not measured."""
        grades = [one.grade for one in self.grades()]
        if not grades:
            return self.why_not or "No text is long enough for a reading grade"
        return (
            f"Reading grade of {len(grades)} texts: {fmean(grades):.1f} on average (target {TARGET:.0f}), "
            f"{max(grades):.1f} at worst (at most {MOST:.0f})"
        )

    def _grade(self, entry: msgspec.Struct, path: KeyPath, text: str) -> Iterator[Grade]:
        sentences = [self._words(sentence) for sentence in _SENTENCE_END.split(text)]
        lines = [" ".join(words) for words in sentences if words]
        count = sum(len(words) for words in sentences)
        if count >= FEWEST_WORDS:
            measured = self.library.getmeasures(lines, lang="en")["readability grades"]["Kincaid"]
            yield Grade(entry, path, count, float(measured))

    def _words(self, sentence: str) -> list[str]:
        """The words of a sentence for counting, with "term" for what the glossary excepts and "ten" for a number."""
        words = _WORD.findall(self.known.sub("term", sentence.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")))
        return ["ten" if word[0].isdigit() else word.lower() for word in words]


def _library() -> Any:
    """The module that counts syllables, None when it is not installed."""
    try:
        return importlib.import_module(LIBRARY)
    except ImportError:
        return None
