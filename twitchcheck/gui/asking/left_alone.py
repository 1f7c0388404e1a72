"""The cards that answer all rows and amounts of a page which were left alone: "None of these", "I am not sure"."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from twitchcheck.gui.asking.option_cards import CheckCard
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import thin_line
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.interview import answered_none, answered_not_sure
from twitchcheck.questionnaire.items import NONE, NOT_SURE, Item, ItemType, Page

_OF_THE_OTHERS = "None of the others"
_NARROW = 30


def can_be_left(page: Page) -> tuple[Item, ...]:
    """The rows and amounts of a page that may be left alone."""
    return tuple(item for item in page.items if page.none and (item.is_row or item.type is ItemType.AMOUNT))


def is_begun(items: Iterable[Item], answers: Answers, drafts: Mapping[str, str]) -> bool:
    """Whether one of the items was ticked, or has an amount."""
    return any(item.id in drafts or _is_given(item, answers) for item in items)


def _is_given(item: Item, answers: Answers) -> bool:
    answer = answers.get(item.id, NOT_SURE)
    return answer != NOT_SURE and not (item.is_row and answer == _nothing(item))


def _nothing(item: Item) -> Answer:
    return answered_none(Answers(), [item])[item.id]


class LeftAlone(QFrame):
    """One card for each of the page's words, side by side where there is room. What they show follows from the
    answers: a card is ticked when nothing is open, something has its answer and no row that of the other card.
    `answered` carries new answers by item id, None for those that are taken back."""

    answered = Signal(object)

    def __init__(self, session: Session, page: Page, first: bool) -> None:
        super().__init__()
        self._session = session
        self._words = session.worded(page.none)
        self._items = can_be_left(page)
        self._asked: tuple[Item, ...] = ()
        self.comes_first = first
        self.cards = {NONE: _card(self._words, NONE)}
        if page.not_sure:
            self.cards[NOT_SURE] = _card(session.worded(page.not_sure), NOT_SURE)
        for kind, made in self.cards.items():
            # Not clicked, which a screen reader's own "toggle" does not send.
            made.toggled.connect(lambda on, kind=kind: self._answer(kind, on))
        beside = [(made, 1) for made in self.cards.values()]
        parts: list[QWidget] = [thin_line(), Responsive(_NARROW, 8, *beside, below=4)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in reversed(parts) if first else parts:
            column.addWidget(part)

    def show_answers(self, answers: Answers, asked: set[str]) -> None:
        """Ticks the cards, and calls what is left "the others" when something was ticked."""
        drafts = self._session.drafts
        self._asked = tuple(item for item in self._items if item.id in asked)
        self.setVisible(bool(self._asked))
        is_open = any(item.id not in answers and item.id not in drafts for item in self._asked)
        rows = [item for item in self._asked if item.is_row]
        for kind, made in self.cards.items():
            said = any(answers.get(item.id) == _left(item, kind) for item in self._asked)
            other = any(answers.get(item.id) == _left(item, one) for item in rows for one in self.cards if one != kind)
            made.blockSignals(True)
            made.setChecked(said and not other and not is_open)
            made.blockSignals(False)
            made.update()
        self.cards[NONE].reword(_OF_THE_OTHERS if self._is_ticked(answers) else self._words)

    def first(self) -> QWidget:
        """Where the keyboard comes in."""
        return self.cards[NONE]

    def _is_ticked(self, answers: Answers) -> bool:
        given = [item for item in self._asked if answers.get(item.id) != _nothing(item)]
        return is_begun(given, answers, self._session.drafts)

    def _answer(self, kind: str, on: bool) -> None:
        """Gives this answer to what has none, and to what has that of the other card; or takes it back. An amount
        that is not sure by its own box stays so."""
        answers, drafts = self._session.answers, self._session.drafts
        if not on:
            back = [item.id for item in self._asked if answers.get(item.id) == _left(item, kind)]
            self.answered.emit(dict.fromkeys(back))
            return
        others = [other for other in self.cards if other != kind]
        ticked = [other for other in others if self.cards[other].isChecked()]
        left = [
            item
            for item in self._asked
            if item.id not in drafts
            and (
                item.id not in answers
                or any(answers[item.id] == _left(item, other) for other in (others if item.is_row else ticked))
            )
        ]
        self.answered.emit({item.id: _left(item, kind) for item in left})


def _left(item: Item, kind: str) -> Answer:
    return _nothing(item) if kind == NONE else answered_not_sure(Answers(), [item])[item.id]


def _card(text: str, kind: str) -> CheckCard:
    made = CheckCard()
    made.set_up(text, "", compact=True)
    made.setObjectName(f"leftAlone.{kind}")
    return made
