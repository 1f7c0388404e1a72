"""A sentence of the content: its sources in small print behind it, its unusual words explained where they stand."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from twitchcheck.gui.look.theme import tokens
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import announce, label
from twitchcheck.report.explained_words import ExplainedWord
from twitchcheck.report.result_view import Sourced

_REACH = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class SentenceLabel(QLabel):
    """Unusual words are underlined; a click or Enter opens their explanation below the sentence, and closes it."""

    def __init__(self, text: str, words: Iterable[ExplainedWord], tags: tuple[str, ...], look: str) -> None:
        super().__init__()
        self._sentence = text
        self._words = tuple(words)
        self._tags = tags
        self._opened: set[str] = set()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setProperty("look", look)
        self.setAccessibleName(f"{text} Source: {', '.join(tags)}" if tags else text)
        if self._words:
            self.setTextInteractionFlags(_REACH)
            self.setAccessibleDescription(" ".join(map(_explanation, self._words)))
            self.linkActivated.connect(self._toggle)
        self._write()

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
        for tag in self._tags:
            small = f"color:{colours.primary}; background-color:{colours.tint}; font-size:small"
            parts.append(f' <span style="{small}">&nbsp;{escape(tag).replace(" ", "&nbsp;")}&nbsp;</span>')
        for word in self._words:
            if word.term.term in self._opened:
                parts.append(f'<br><span style="color:{colours.soft_ink}">{escape(_explanation(word))}</span>')
        self.setText("".join(parts))


def _explanation(word: ExplainedWord) -> str:
    return f"{word.term.term}: {word.term.text}"


def sourced_label(sentence: Sourced, look: str = "") -> QLabel:
    """A sentence of the result with its sources and its unusual words explained."""
    return SentenceLabel(sentence.text, sentence.words, sentence.tags, look)


def worded_label(session: Session, text: str, look: str = "") -> QLabel:
    """A text of the content, worded for the person, with its unusual words explained."""
    filled = session.worded(text)
    words = session.word_finder.words(filled)
    return SentenceLabel(filled, words, (), look) if words else label(filled, look)
