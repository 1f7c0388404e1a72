"""The rows of a page that follow each other, those that refine another one indented below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from twitchcheck.gui.asking.item_widgets import ItemWidget
from twitchcheck.gui.asking.sign_row import SignRow
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import announce, show_if
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import Item

_INDENT = 34


class SignRows(ItemWidget):
    """Rows below each other. `begun` carries the item of a row that was ticked and has no time yet."""

    begun = Signal(str)

    def __init__(self, session: Session, items: tuple[Item, ...]) -> None:
        super().__init__(*items)
        self._session = session
        self._asks = {course.id: course.ask for course in session.questionnaire.courses}
        self.rows: dict[str, SignRow] = {}
        self._holders: dict[str, QWidget] = {}
        self.column.setSpacing(4)
        for item in items:
            row = SignRow(session, item, session.worded(self._asks[item.course]), self._tick, self._choose)
            self.rows[item.id] = row
            self._holders[item.id] = _indented(row) if item.under else row
            self.column.addWidget(self._holders[item.id])
        self.begun.connect(session.begin)

    def show_answers(self, answers: Answers) -> None:
        """Ticks the rows and marks their times."""
        for item_id, row in self.rows.items():
            answer = answers.get(item_id)
            row.show_answer(answer if isinstance(answer, str) else None, item_id in self._session.drafts)

    def show_asked(self, asked: set[str]) -> None:
        """Shows the rows that are asked."""
        for item_id, holder in self._holders.items():
            show_if(item_id in asked, holder)

    def show_missing(self, missing: set[str]) -> None:
        """Marks the rows of which the time is missing."""
        for item_id, row in self.rows.items():
            row.show_missing(item_id in missing)

    def first(self, item_id: str) -> QWidget:
        """The row, or the times of a row that has none yet."""
        return self.rows[item_id].first()

    def again(self, item_id: str) -> QWidget:
        """The words of the row, not its times."""
        return self.rows[item_id].words

    def place_of(self, item_id: str) -> QWidget:
        """The whole row."""
        return self.rows[item_id]

    def _tick(self, item: Item, on: bool) -> None:
        if not on:
            self.answered.emit(item.id, None)
        elif self.rows[item.id].is_whole:
            self._choose(item, item.steps[0].id)
        else:
            self.begun.emit(item.id)

    def _choose(self, item: Item, time: str) -> None:
        before = self._open_below(item)
        self.answered.emit(item.id, time)
        opened = [one.item.text for one in self._open_below(item) if one not in before]
        if opened:
            announce(self, f"Opened below: {'. '.join(map(self._session.worded, opened))}")

    def _open_below(self, item: Item) -> list[SignRow]:
        return [row for row in self.rows.values() if row.item.under == item.id and row.isVisibleTo(self)]


def _indented(row: SignRow) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(_INDENT, 0, 0, 0)
    line.addWidget(row)
    return holder
