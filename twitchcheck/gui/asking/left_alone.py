"""The cards that answer all rows, amounts and lists of a page which were left alone: "None of these", "I am not
sure"."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from twitchcheck.gui.asking.option_cards import NONE_KEY, CheckCard
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import show_if, thin_line
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.interview import answered_none, answered_not_sure, may_be_left, not_sure_of, nothing_of
from twitchcheck.questionnaire.items import NONE, NOT_SURE, Item, ItemType, Page

_OF_THE_OTHERS = "None of the others"
_NARROW = 30


def can_be_left(page: Page) -> tuple[Item, ...]:
    """The items of a page that may be left alone."""
    return tuple(item for item in page.items if may_be_left(page, item))


def is_begun(items: Iterable[Item], answers: Answers, drafts: Mapping[str, str]) -> bool:
    """Whether one of the items was ticked, or has an amount."""
    return any(item.id in drafts or _is_given(item, answers) for item in items)


def _is_given(item: Item, answers: Answers) -> bool:
    answer = answers.get(item.id)
    is_nothing = item.type is not ItemType.AMOUNT and answer == nothing_of(item)
    return answer not in (None, NOT_SURE, (NOT_SURE,)) and not is_nothing


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
        show_if(bool(self._asked), self)
        is_open = any(item.id not in answers and item.id not in drafts for item in self._asked)
        rows = [item for item in self._asked if item.type is not ItemType.AMOUNT]
        for kind, made in self.cards.items():
            said = any(_is_left(item, answers, kind) for item in self._asked)
            other = any(_is_left(item, answers, one) for item in rows for one in self.cards if one != kind)
            made.show_checked(said and not other and not is_open)
        self.cards[NONE].reword(_OF_THE_OTHERS if self._is_ticked(answers) else self._words)

    def first(self) -> QWidget:
        """Where the keyboard comes in."""
        return self.cards[NONE]

    def _is_ticked(self, answers: Answers) -> bool:
        given = [item for item in self._asked if answers.get(item.id) != nothing_of(item)]
        return is_begun(given, answers, self._session.drafts)

    def _answer(self, kind: str, on: bool) -> None:
        """Gives this answer to what has none, and to what has that of the other card; or takes it back. An amount
        that is not sure by its own box stays so."""
        answers, drafts = self._session.answers, self._session.drafts
        if not on:
            self.answered.emit({item.id: None for item in self._asked if _is_left(item, answers, kind)})
            return
        others = [other for other in self.cards if other != kind]
        ticked = [other for other in others if self.cards[other].isChecked()]
        left = [
            item
            for item in self._asked
            if item.id not in drafts
            and (
                item.id not in answers
                or any(_is_left(item, answers, other) for other in (ticked if item.type is ItemType.AMOUNT else others))
            )
        ]
        answered = answered_none if kind == NONE else answered_not_sure
        self.answered.emit(answered(Answers(), left))


def _left(item: Item, kind: str) -> Answer | None:
    return nothing_of(item) if kind == NONE else not_sure_of(item)


def _is_left(item: Item, answers: Answers, kind: str) -> bool:
    return item.id in answers and answers[item.id] == _left(item, kind)


def _card(text: str, kind: str) -> CheckCard:
    made = CheckCard()
    made.set_up(text, "", compact=True, key=NONE_KEY if kind == NONE else "")
    made.setObjectName(f"leftAlone.{kind}")
    return made
