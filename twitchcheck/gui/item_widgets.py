"""One widget for each kind of item. Each shows an answer and tells when the person gives another."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QVBoxLayout, QWidget

from twitchcheck.gui.labels import label, thin_line
from twitchcheck.gui.option_cards import CheckCard, RadioCard, card
from twitchcheck.gui.session import Session
from twitchcheck.questionnaire.answers import MAX_TEXT, Answer, toggled
from twitchcheck.questionnaire.items import Item, ItemType

COMPACT_FROM = 8
"""Lists of so many short options stand closer together."""


class ItemWidget(QWidget):
    """What all of them have in common: `answered` carries the item's id and its answer, None for "taken back"."""

    answered = Signal(str, object)

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def show_answer(self, answer: Answer | None) -> None:
        """Shows an answer without telling anybody."""
        raise NotImplementedError

    def commit(self) -> None:
        """Tells an answer that is still being typed."""

    def first(self) -> QWidget:
        """Where the keyboard comes in."""
        raise NotImplementedError


class OptionList(ItemWidget):
    """Answer options below each other, the exclusive ones last behind a thin line."""

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__(item)
        self._several = item.type is ItemType.CHOICES
        self._group: QObject | None = None
        self.cards: dict[str, RadioCard | CheckCard] = {}
        options = offered_options(session, item)
        compact = len(options) >= COMPACT_FROM
        parted = False
        for option in options:
            made = card(
                self._several, item.id, option, session.worded(option.text), session.worded(option.hint), compact
            )
            if option.exclusive and self._several and not parted and self.cards:
                self.column.addSpacing(4)
                self.column.addWidget(thin_line())
                self.column.addSpacing(4)
                parted = True
            self.column.addWidget(made)
            self.cards[option.id] = made
        self._chosen: tuple[str, ...] = ()
        if self._several:
            for option_id, made in self.cards.items():
                made.clicked.connect(lambda _, chosen=option_id: self._toggle(chosen))
        else:
            self._buttons = QButtonGroup(self)
            for option_id, made in self.cards.items():
                self._buttons.addButton(made)
                made.toggled.connect(lambda on, chosen=option_id: self.answered.emit(item.id, chosen) if on else None)

    def show_answer(self, answer: Answer | None) -> None:
        """Ticks the options of an answer."""
        self._chosen = answer if isinstance(answer, tuple) else (answer,) if isinstance(answer, str) else ()
        if not self._several:
            self._buttons.setExclusive(False)
        for option_id, made in self.cards.items():
            made.blockSignals(True)
            made.setChecked(option_id in self._chosen)
            made.blockSignals(False)
            made.update()
        if not self._several:
            self._buttons.setExclusive(True)

    def first(self) -> QWidget:
        """The chosen row, or the first one."""
        return next((made for made in self.cards.values() if made.isChecked()), next(iter(self.cards.values())))

    def _toggle(self, option_id: str) -> None:
        self.show_answer(toggled(self.item, self._chosen, option_id))
        self.answered.emit(self.item.id, self._chosen or None)


class WordsField(ItemWidget):
    """The person's own words, on several lines."""

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__(item)
        self.field = QPlainTextEdit()
        self.field.setObjectName(item.id)
        self.field.setAccessibleName(session.worded(item.text))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(round(self.field.fontMetrics().lineSpacing() * 4.6) + 20)
        self._room = label("", "hint")
        self.column.addWidget(self.field)
        self.column.addWidget(self._room)
        self._room.hide()
        self.field.textChanged.connect(self._tell)

    def show_answer(self, answer: Answer | None) -> None:
        """Shows the words."""
        self.field.blockSignals(True)
        self.field.setPlainText(answer if isinstance(answer, str) else "")
        self.field.blockSignals(False)

    def first(self) -> QWidget:
        """The field itself."""
        return self.field

    def _tell(self) -> None:
        text = self.field.toPlainText()
        if len(text) > MAX_TEXT:
            cursor = self.field.textCursor()
            place = min(cursor.position(), MAX_TEXT)
            text = text[:MAX_TEXT]
            self.show_answer(text)
            cursor.setPosition(place)
            self.field.setTextCursor(cursor)
        self._room.setVisible(len(text) > MAX_TEXT * 0.9)
        self._room.setText(f"{MAX_TEXT - len(text)} characters left")
        self.answered.emit(self.item.id, text or None)
