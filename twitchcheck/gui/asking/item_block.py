"""One question on a page: its heading, the widget of its kind, and the word about a missing answer."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from twitchcheck.gui.asking.amount_card import AmountCard
from twitchcheck.gui.asking.amount_widgets import Duration, ShortScale, is_short_scale
from twitchcheck.gui.asking.item_widgets import ItemWidget, OptionList, WordsField
from twitchcheck.gui.asking.sign_rows import SignRows
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import label, show_if
from twitchcheck.gui.widgets.sentence_label import worded_label
from twitchcheck.questionnaire.items import Item, ItemType, Page


class ItemBlock(QWidget):
    """One item, or rows or amounts that follow each other, with its own word about a missing answer."""

    def __init__(self, session: Session, items: tuple[Item, ...], heading: str) -> None:
        super().__init__()
        self.items = items
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0 if items[0].is_row else 8)
        column.setSpacing(8)
        self._missing = label("", "error")
        self._missing.hide()
        if len(items) == 1 and not items[0].is_row:
            text = session.worded(items[0].text)
            if text != heading:
                column.addWidget(label(text, "subheading"))
            if items[0].hint:
                column.addWidget(worded_label(session, items[0].hint, "soft"))
        column.addWidget(self._missing)
        self.widget = item_widget(session, items)
        column.addWidget(self.widget)
        self.widget.answered.connect(session.answer)

    def sizeHint(self) -> QSize:
        """The least, as of what is in it."""
        return self.minimumSizeHint()

    def refresh(self, asked: set[str]) -> None:
        """Shows the answers; hides the block when none of its items is asked."""
        show_if(any(item.id in asked for item in self.items), self)
        self.widget.show_asked(asked)
        self.widget.show_answers(self._session.answers)
        if not self._missing.isHidden() and all(item.id in self._session.answers for item in self.items):
            self._missing.hide()

    def show_missing(self, missing: list[Item]) -> None:
        """Says kindly that an answer is needed. Rows say it themselves, and fields what is wrong with a text."""
        self.widget.show_missing({item.id for item in missing})
        said = next((item for item in missing if not item.is_row and not self.widget.problem(item.id)), None)
        self._missing.setVisible(said is not None)
        self._missing.setText("" if said is None else missing_text(said))

    def first(self, item_id: str) -> QWidget:
        """Where the keyboard comes in for an item."""
        return self.widget.first(item_id)


def missing_text(item: Item) -> str:
    """The kind words for a missing answer."""
    if item.type is ItemType.AMOUNT:
        request = "Please enter a number and choose a unit." if item.scales else "Please enter a number."
    else:
        request = "Please choose an answer."
    return f"{request} “{item.not_sure}” is fine." if item.not_sure else request


def groups(page: Page) -> list[tuple[Item, ...]]:
    """The items of a page, rows or amounts that follow each other together."""
    grouped: list[tuple[Item, ...]] = []
    for item in page.items:
        if grouped and _share(item, grouped[-1][0]):
            grouped[-1] = (*grouped[-1], item)
        else:
            grouped.append((item,))
    return grouped


def item_widget(session: Session, items: tuple[Item, ...]) -> ItemWidget:
    """The widget for one item, or for rows or amounts that follow each other."""
    item = items[0]
    if item.is_row:
        return SignRows(session, items)
    if item.type is ItemType.TEXT:
        return WordsField(session, item)
    if item.type is not ItemType.AMOUNT:
        return OptionList(session, item)
    if item.scales:
        return Duration(session, item)
    return AmountCard(session, items, named=len(items) > 1) if _is_counted(item) else ShortScale(session, item)


def _share(one: Item, other: Item) -> bool:
    return (one.is_row and other.is_row) or (_is_counted(one) and _is_counted(other))


def _is_counted(item: Item) -> bool:
    return item.type is ItemType.AMOUNT and not item.scales and not is_short_scale(item)
