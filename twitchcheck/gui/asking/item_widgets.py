"""One widget for each kind of item. Each shows an answer and tells when the person gives another."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QButtonGroup, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from twitchcheck.gui.asking.option_cards import NONE_KEY, CheckCard, RadioCard, card
from twitchcheck.gui.asking.problem import Problem
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.arrow_keys import let_tab_stop_at
from twitchcheck.gui.widgets.labels import announce, label, thin_line
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.questionnaire.answers import MAX_TEXT, Answers, toggled
from twitchcheck.questionnaire.interview import may_be_left
from twitchcheck.questionnaire.items import NONE, NOT_SURE, AnswerOption, Item, ItemType, Page
from twitchcheck.questionnaire.own_words import printable

_REPLACED = "A sign that cannot be shown or printed was replaced."

_SIDE_BY_SIDE = 4
"""Up to so many options of a choice stand side by side."""

_BETWEEN = 6

COMPACT_FROM = 8
"""Lists of so many short options stand closer together."""


class ItemWidget(QFrame):
    """What all of them have in common: `answered` carries an item's id and its answer, None for "taken back".

    A frame without a line: screen readers take it for a group, and say its name on the way in.
    """

    answered = Signal(str, object)

    def __init__(self, *items: Item) -> None:
        super().__init__()
        self.items = items
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def sizeHint(self) -> QSize:
        """The least: the page gives it all of its width, and to work out a height for another one takes long."""
        return self.minimumSizeHint()

    def show_answers(self, answers: Answers) -> None:
        """Shows what has been answered without telling anybody."""
        raise NotImplementedError

    def show_asked(self, asked: set[str]) -> None:
        """Shows those of several items that are asked."""

    def show_missing(self, missing: set[str]) -> None:
        """Marks those of several items of which the answer is missing."""

    def first(self, item_id: str) -> QWidget:
        """Where the keyboard comes in for an item."""
        raise NotImplementedError

    def again(self, item_id: str) -> QWidget:
        """Where the keyboard is put to an item that was answered by mistake: where one key too many answers nothing."""
        return self.first(item_id)

    def place_of(self, item_id: str) -> QWidget:
        """What has to be on the screen for an item to have been seen."""
        return self

    def problem(self, item_id: str) -> str:
        """What is wrong with what was typed for an item, which the widget says itself; "" where nothing is."""
        return ""


class OptionList(ItemWidget):
    """Answer options below each other, the exclusive ones last behind a thin line; a few short ones side by side."""

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__(item)
        self.setAccessibleName(session.worded(item.text))
        self._item = item
        self._several = item.type is ItemType.CHOICES
        self.cards: dict[str, RadioCard | CheckCard] = {}
        page = session.questionnaire.page_of_item[item.id]
        options = _shown_options(page, item)
        compact = len(options) >= COMPACT_FROM
        for option in options:
            text, hint = session.worded(option.text), session.worded(option.hint)
            key = NONE_KEY if option.id == NONE and _is_only_list(page, item) else ""
            self.cards[option.id] = card(self._several, item.id, option, text, hint, compact, key)
        if self._several:
            self._below_each_other(options)
        elif len(options) <= _SIDE_BY_SIDE and not any(option.hint for option in options):
            self._beside_each_other()
        else:
            for made in self.cards.values():
                self.column.addWidget(made)
        self._chosen: tuple[str, ...] = ()
        if self._several:
            for option_id, made in self.cards.items():
                # Not clicked, which a screen reader's own "toggle" does not send.
                made.toggled.connect(lambda _, chosen=option_id: self._toggle(chosen))
        else:
            self._buttons = QButtonGroup(self)
            for option_id, made in self.cards.items():
                self._buttons.addButton(made)
                made.toggled.connect(lambda on, chosen=option_id: self.answered.emit(item.id, chosen) if on else None)

    def show_answers(self, answers: Answers) -> None:
        """Ticks the options of the answer."""
        answer = answers.get(self._item.id)
        self._show(answer if isinstance(answer, tuple) else (answer,) if isinstance(answer, str) else ())

    def first(self, item_id: str) -> QWidget:
        """The chosen row, or the first one."""
        return next((made for made in self.cards.values() if made.isChecked()), next(iter(self.cards.values())))

    def _below_each_other(self, options: Sequence[AnswerOption]) -> None:
        parted = False
        for option in options:
            if option.exclusive and not parted and option is not options[0]:
                self.column.addSpacing(4)
                self.column.addWidget(thin_line())
                self.column.addSpacing(4)
                parted = True
            self.column.addWidget(self.cards[option.id])

    def _beside_each_other(self) -> None:
        """In one line, where there is room for the words of each in one line."""
        widths = sum(made.width_in_one_line() for made in self.cards.values())
        needed = widths + _BETWEEN * (len(self.cards) - 1)
        contents = [(made, made.width_in_one_line()) for made in self.cards.values()]
        self.column.addWidget(Responsive(needed / self.font().pixelSize(), _BETWEEN, *contents, below=_BETWEEN))

    def _show(self, chosen: tuple[str, ...]) -> None:
        self._chosen = chosen
        if not self._several:
            self._buttons.setExclusive(False)
        for option_id, made in self.cards.items():
            made.show_checked(option_id in self._chosen)
        if not self._several:
            self._buttons.setExclusive(True)
            let_tab_stop_at(self.first(self._item.id), list(self.cards.values()))

    def _toggle(self, option_id: str) -> None:
        self._show(toggled(self._item, self._chosen, option_id))
        self.answered.emit(self._item.id, self._chosen or None)


def _shown_options(page: Page, item: Item) -> tuple[AnswerOption, ...]:
    """The options of a list; without those that the page has for all that it asks."""
    if not may_be_left(page, item):
        return item.answer_options
    of_page = {NONE, NOT_SURE} if page.not_sure else {NONE}
    return tuple(option for option in item.answer_options if option.id not in of_page)


def _is_only_list(page: Page, item: Item) -> bool:
    """Whether no other list of the page has a "none" as well: the key for it must not mean two things."""
    return not page.none and [one.id for one in page.items if one.type is ItemType.CHOICES and one.none] == [item.id]


class WordsField(ItemWidget):
    """The person's own words, on several lines. What cannot be kept is replaced at once, so that it is seen; what is
    too long stays until the person has shortened it."""

    begun = Signal(str, str)

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__(item)
        self._item = item
        self._session = session
        self.field = QPlainTextEdit()
        self.field.setAcceptDrops(False)  # a file that falls here is opened by the window, not written as its name
        self.field.setObjectName(item.id)
        self.field.setAccessibleName(session.worded(item.text))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(round(self.field.fontMetrics().lineSpacing() * 4.6) + 20)
        self._room = label("", "hint", f"{item.id}.room")
        self._problem = Problem(self.field, "")
        self.column.addWidget(self.field)
        self.column.addWidget(self._room)
        self.column.addWidget(self._problem)
        self._room.hide()
        self.field.textChanged.connect(self._tell)
        self.begun.connect(session.begin)

    def show_answers(self, answers: Answers) -> None:
        """Shows the words."""
        answer = self._session.drafts.get(self._item.id, answers.get(self._item.id))
        self._show(answer if isinstance(answer, str) else "")

    def first(self, item_id: str) -> QWidget:
        """The field itself."""
        return self.field

    def problem(self, item_id: str) -> str:
        """By how much the words are too long."""
        over = len(self.field.toPlainText()) - MAX_TEXT
        if over <= 0:
            return ""
        return f"This is {over} {'character' if over == 1 else 'characters'} too long. Please shorten it."

    def _show(self, text: str) -> None:
        if text != self.field.toPlainText():  # setting it again would move the cursor while the person types
            self.field.blockSignals(True)
            self.field.setPlainText(text)
            self.field.blockSignals(False)
        self._tell_room(len(text))

    def _tell(self) -> None:
        text = self.field.toPlainText()
        if printable(text) != text:
            self._replace(text)
            return  # the replacing has told it
        if len(text) > MAX_TEXT:
            self.begun.emit(self._item.id, text)
        else:
            self.answered.emit(self._item.id, text or None)
        self._tell_room(len(text))

    def _replace(self, text: str) -> None:
        """Replaces each character that cannot be kept, as one step with what brought it in, so that one undo takes
        back both."""
        cursor = QTextCursor(self.field.document())
        cursor.joinPreviousEditBlock()
        for place in reversed(range(len(text))):
            if printable(text[place]) != text[place]:
                # Places in a document are counted in halves of characters beyond the first 65,536.
                start = len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
                cursor.setPosition(start)
                cursor.setPosition(start + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(printable(text[place]))
        cursor.endEditBlock()
        self._room.setText(_REPLACED)
        self._room.show()
        announce(self.field, _REPLACED)

    def _tell_room(self, length: int) -> None:
        self._problem.show_text(self.problem(self._item.id))
        is_near = MAX_TEXT * 0.9 < length <= MAX_TEXT
        if is_near:
            self._room.setText(f"{MAX_TEXT - length} characters left")
        self._room.setVisible(is_near or (self._room.text() == _REPLACED and length > 0))
