"""The review: every answer in a row that leads back to its question."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from twitchcheck.gui.pages.check_page import CheckPage, opening
from twitchcheck.gui.pages.review_row import ReviewRow
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import framed, label, stack
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import Item, Section
from twitchcheck.report.phrases import NOT_ANSWERED, SAID_NOT_SURE, Phrases

_HEADING = "Check your answers"
_LEAD = "Is everything as you meant it? Nothing is lost when you change an answer."


class ReviewPage(CheckPage):
    """All enabled items by section. `change_wanted` carries the id of the page to go back to."""

    change_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "page.review")

    def spoken(self) -> str:
        """Heading and lead."""
        return f"{_HEADING}. {_LEAD}"

    def fill(self, column: QVBoxLayout) -> None:
        """Adds a card of rows for each section."""
        opening(column, label("Last step", "kicker"), label(_HEADING, "heading", "heading"), label(_LEAD, "lead"))
        column.addSpacing(8)
        facts = Facts(self.session.questionnaire, self.session.answers)
        phrases = Phrases(self.session.protocol, self.session.answers, facts)
        for section in self.session.questionnaire.sections:
            items = [item for page in section.pages for item in page.items if item.id in facts.enabled]
            if items:
                self._add_section(column, section, items, phrases)

    def _add_section(self, column: QVBoxLayout, section: Section, items: list[Item], phrases: Phrases) -> None:
        spaced(column, 20, label(self.session.worded(section.title), "section"))
        rows: list[ReviewRow] = []
        for item in items:
            answer = phrases.answer(item)
            is_open = answer in (SAID_NOT_SURE, NOT_ANSWERED)
            row = ReviewRow(phrases.brief(item.id), _shown(answer), is_open=is_open, first=not rows)
            row.setObjectName(f"change.{item.id}")
            page_id = self.session.questionnaire.page_of_item[item.id].id
            row.clicked.connect(lambda _, page_id=page_id: self.change_wanted.emit(page_id))
            rows.append(row)
        spaced(column, 8, framed("card", stack(*rows, spacing=0), margins=(22, 5, 22, 5)))


def _shown(answer: str) -> str:
    return answer[:1].upper() + answer[1:]
