"""The review: every answer in a row that leads back to its question."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from twitchcheck.gui.pages.check_page import CheckPage, opening
from twitchcheck.gui.pages.earlier_answers import earlier_note
from twitchcheck.gui.pages.review_row import ReviewRow
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import framed, label, stack
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.report.phrases import Phrases, day_in_words
from twitchcheck.report.review_lines import ReviewLine, review_lines

_HEADING = "Check your answers"
_LEAD = "Is everything as you meant it? Nothing is lost when you change an answer."


class ReviewPage(CheckPage):
    """All enabled items by section, and before them what was taken over from an earlier check, to confirm or change.
    `change_wanted` carries the id of the page to go back to. Who comes back from a change finds the same place, and
    what has become different is marked."""

    change_wanted = Signal(str)
    check_again_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session, "page.review")
        self._rows: dict[str, ReviewRow] = {}
        self._said: dict[str, str] = {}
        self._changed: frozenset[str] = frozenset()
        self._left_from = ""
        self._place = 0

    def spoken(self) -> str:
        """Heading and lead."""
        return f"{_HEADING}. {_LEAD}"

    def fill(self, column: QVBoxLayout) -> None:
        """Adds a card of rows for what was taken over, and for each section."""
        opening(column, label("Last look", "kicker"), label(_HEADING, "heading", "heading"), label(_LEAD, "lead"))
        earlier = earlier_note(self.session, self.check_again_wanted.emit)
        if earlier is not None:
            spaced(column, 16, earlier)
        column.addSpacing(8)
        lines = self._lines()
        said = {line.name: line.answer for line in lines}
        if self._left_from:
            self._changed = frozenset(name for name, answer in said.items() if self._said.get(name) != answer)
        elif said != self._said:
            self._changed = frozenset()
        self._said = said
        self._rows = {}
        as_on, sections = self.session.as_on, self.session.questionnaire.section_of_page
        pages = list(self.session.questionnaire.pages())
        for still, day in dict.fromkeys((page.still, as_on[page.id]) for page in pages if page.id in as_on):
            taken_over = {page.id for page in pages if page.still == still and as_on.get(page.id) == day}
            title = f"As on {day_in_words(self.session.protocol, day)}. {self.session.worded(still)}"
            self._add_card(column, title, [line for line in lines if line.page_id in taken_over])
        for section in self.session.questionnaire.sections:
            asked = [line for line in lines if line.page_id not in as_on and sections[line.page_id] is section]
            self._add_card(column, self.session.worded(section.title), asked)

    def drop(self) -> None:
        """Remembers the place."""
        if self.area is not None:
            self._place = self.area.verticalScrollBar().value()
        super().drop()

    def focus_first(self) -> None:
        """The line that was changed, at the place where it was; else the page itself."""
        row, self._left_from = self._rows.get(self._left_from), ""
        if row is None or self.area is None:
            super().focus_first()
            return
        row.setFocus(self.way)
        self.area.return_to(self._place)
        # Once more when the page has its size, which it gets after it is entered.
        QTimer.singleShot(0, self.area, partial(self.area.return_to, self._place))

    def _lines(self) -> list[ReviewLine]:
        session = self.session
        phrases = Phrases(session.protocol, session.answers, session.facts)
        pages = session.questionnaire.pages()
        return [line for page in pages for line in review_lines(phrases, page, session.drafts)]

    def _add_card(self, column: QVBoxLayout, title: str, lines: list[ReviewLine]) -> None:
        """A card of rows with its heading; none where there are no rows."""
        if not lines:
            return
        spaced(column, 20, label(title, "section"))
        rows: list[ReviewRow] = []
        for line in lines:
            row = ReviewRow(
                line.brief, line.answer, is_open=line.is_open, first=not rows, changed=line.name in self._changed
            )
            row.setObjectName(f"change.{line.name}")
            row.clicked.connect(lambda _, line=line: self._change(line))
            rows.append(row)
            self._rows[line.name] = row
        spaced(column, 8, framed("card", stack(*rows, spacing=0), margins=(22, 5, 22, 5)))

    def _change(self, line: ReviewLine) -> None:
        self._left_from = line.name
        self.change_wanted.emit(line.page_id)
