"""A sentence of the content: numbers that lead to its sources, and its unusual words explained where they stand."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from twitchcheck.gui.look.theme import tokens
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import announce, label, stack
from twitchcheck.report.citations import Citations
from twitchcheck.report.explained_words import ExplainedWord
from twitchcheck.report.sentences import Sourced

_REACH = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

_SOURCE = "source:"
"""What the address of a link begins with that leads to a source; its number follows. No word of the glossary does."""


class SentenceLabel(QLabel):
    """Unusual words are underlined; a click or Enter opens their explanation below the sentence, and closes it. The
    numbers of the sources stand behind it, and one that is clicked goes to `lead`."""

    def __init__(
        self,
        text: str,
        words: Iterable[ExplainedWord],
        look: str,
        numbers: tuple[int, ...] = (),
        lead: Callable[[int, QWidget], object] = lambda _number, _from: None,
    ) -> None:
        super().__init__()
        self._sentence = text
        self._words = tuple(words)
        self._numbers = numbers
        self._lead = lead
        self._opened: set[str] = set()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("look", look)
        self.setAccessibleName(spoken(text, numbers))
        if self._words or numbers:
            self.setTextInteractionFlags(_REACH)
            self.linkActivated.connect(self._follow)
        self.setAccessibleDescription(" ".join(map(_explanation, self._words)))
        self._write()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Goes straight to the first link, or to the last one for who comes from below."""
        super().focusInEvent(event)
        if event.reason() in _BY_TAB:
            self.focusNextPrevChild(event.reason() is not Qt.FocusReason.BacktabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keeps Enter to itself, which would else mean the button of the page."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def _follow(self, link: str) -> None:
        if link.startswith(_SOURCE):
            self._lead(int(link.removeprefix(_SOURCE)), self)
        else:
            self._toggle(link)

    def _toggle(self, term: str) -> None:
        self._opened ^= {term}
        self._write()
        announce(self, " ".join(_explanation(word) for word in self._words if word.term.term in self._opened))

    def _write(self) -> None:
        from html import escape

        colours = tokens()
        parts, done = [], 0
        for word in self._words:
            parts.append(escape(self._sentence[done : word.start]))
            name = escape(self._sentence[word.start : word.end])
            parts.append(f'<a href="{escape(word.term.term)}" style="color:{colours.primary}">{name}</a>')
            done = word.end
        parts.append(escape(self._sentence[done:]))
        plain = f"color:{colours.primary}; text-decoration:none; font-size:small"
        marks = (f'<a href="{_SOURCE}{one}" style="{plain}">[{one}]</a>' for one in self._numbers)
        parts += [f"&nbsp;{mark}" for mark in marks]
        for word in self._words:
            if word.term.term in self._opened:
                parts.append(f'<br><span style="color:{colours.soft_ink}">{escape(_explanation(word))}</span>')
        self.setText("".join(parts))


class Citing:
    """Makes labels of sentences whose numbers lead to the sources of one page."""

    def __init__(self, citations: Citations, lead: Callable[[int, QWidget], object]) -> None:
        self._citations = citations
        self._lead = lead

    def label(self, sentence: Sourced, look: str = "") -> QLabel:
        """A sentence with the numbers of its sources, and its unusual words explained."""
        numbers = self._citations.numbers(sentence.sources)
        return SentenceLabel(sentence.text, sentence.words, look, numbers, self._lead)

    def stack(self, sentences: Iterable[Sourced], look: str = "") -> QWidget:
        """Sentences below each other."""
        return stack(*(self.label(one, look) for one in sentences), spacing=8)


def spoken(text: str, numbers: tuple[int, ...]) -> str:
    """What a screen reader says of a sentence and its sources."""
    if not numbers:
        return text
    return f"{text} {'Source' if len(numbers) == 1 else 'Sources'} {', '.join(map(str, numbers))}"


def _explanation(word: ExplainedWord) -> str:
    return f"{word.term.term}: {word.term.text}"


def worded_label(session: Session, text: str, look: str = "") -> QLabel:
    """A text of the content, worded for the person, with its unusual words explained."""
    filled = session.worded(text)
    words = session.word_finder.words(filled)
    return SentenceLabel(filled, words, look) if words else label(filled, look)
