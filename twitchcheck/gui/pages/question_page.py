"""A page that asks: heading, why we ask, the items, and kind words where an answer is missing."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from twitchcheck.gui.asking.item_block import ItemBlock, groups, missing_text
from twitchcheck.gui.pages.check_page import CheckPage, opening
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import Fold, announce, framed, label, link, note, stack
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.gui.widgets.sentence_label import worded_label
from twitchcheck.questionnaire.interview import enabled_items, enabled_pages, missing_items
from twitchcheck.questionnaire.items import Item, Page
from twitchcheck.report.explained_words import ExplainedWord

if TYPE_CHECKING:
    from twitchcheck.gui.asking.body_map import BodyMap

_TIME_TO_NOTICE = 1000

REVIEW_AND_RESULT = 2
"""The parts that follow those with questions."""


class QuestionPage(CheckPage):
    """One content page. It shows the session's answers and hands every change to the session."""

    def __init__(self, session: Session, page: Page) -> None:
        super().__init__(session, f"page.{page.id}")
        self.page = page
        self._blocks: list[ItemBlock] = []
        self._map: BodyMap | None = None
        self._missing: tuple[Item, ...] = ()
        self._shown: set[str] | None = None
        self._new: set[str] = set()
        session.changed.connect(self._refresh)

    def heading(self) -> str:
        """The question at the top, worded for the person."""
        return self.session.worded(self.page.heading)

    def kicker(self) -> str:
        """Where the page stands, such as "Part 5 of 8 · Daily life · question 2". Questions have no total: answers
        open further ones."""
        section = self.session.questionnaire.section_of_page[self.page.id]
        enabled = {page.id for page in enabled_pages(self.session.questionnaire, self.session.answers)}
        asked = [page.id for page in section.pages if page.id in enabled or page.id == self.page.id]
        place = f"question {asked.index(self.page.id) + 1}"
        parts = self.session.questionnaire.sections
        part = f"Part {parts.index(section) + 1} of {len(parts) + REVIEW_AND_RESULT}"
        return f"{part} · {self.session.worded(section.title)} · {place}"

    def spoken(self) -> str:
        """Place, question and lead."""
        parts = (self.kicker(), self.heading(), self.session.worded(self.page.lead))
        return ". ".join(part.rstrip(".") for part in parts if part)

    def fill(self, column: QVBoxLayout) -> None:
        """Adds the question and its items."""
        lead = worded_label(self.session, self.page.lead, "lead") if self.page.lead else None
        opening(column, label(self.kicker(), "kicker"), label(self.heading(), "heading", "heading"), lead)
        spaced(column, 6, Fold("Why do we ask?", partial(worded_label, self.session, self.page.why, "soft"), "why"))
        words = self._words_in_options()
        if words:
            spaced(column, 2, Fold("What do these words mean?", partial(_explanations, words), "words"))
        self._summary = framed("errors", margins=(18, 12, 18, 12))
        self._summary.hide()
        spaced(column, 12, self._summary)
        self._blocks = [ItemBlock(self.session, group, self.heading()) for group in groups(self.page)]
        items = stack(*self._blocks, spacing=0)
        mapped = next((item for item in self.page.items if item.picture), None)
        if mapped is None:
            column.addWidget(items)
        else:
            self._add_map(column, mapped, items)
        if self.page.note:
            spaced(column, 16, note(worded_label(self.session, self.page.note, "calm")))
        self._refresh()

    def _words_in_options(self) -> tuple[ExplainedWord, ...]:
        """The unusual words in the options, which are painted and hold no links."""
        options = [option for item in self.page.items for option in item.options]
        texts = " ".join(f"{option.text} {option.hint}" for option in options)
        return self.session.word_finder.words(self.session.worded(texts))

    def _add_map(self, column: QVBoxLayout, item: Item, items: QWidget) -> None:
        # Only here: most pages have no figure.
        from twitchcheck.gui.asking.body_map import Beside, BodyMap

        self._map = BodyMap(self.session, item)
        self._map.answered.connect(self.session.answer)
        column.addWidget(Beside(self._map, items))

    def drop(self) -> None:
        """Lets go of the items too."""
        self._blocks = []
        self._map = None
        self._shown = None
        self._missing = ()
        super().drop()

    def focus_first(self) -> None:
        """The first item's answer."""
        for block in self._blocks:
            if not block.isHidden():
                block.first(block.items[0].id).setFocus(self.way)
                return

    def cleanupPage(self) -> None:
        """Going back keeps the answers, those of untouched steppers too."""
        if self._blocks:  # a page that is not shown was left before, or belongs to a check that is forgotten
            self._commit()

    def validatePage(self) -> bool:
        """Whether the person can go on. Says where an answer is missing; opens follow-ups first."""
        if not self._blocks:  # passed over on the way to the review: what nobody has seen is not filled in
            return not missing_items(self.session.questionnaire, self.session.answers, self.page)
        self._commit()
        missing = missing_items(self.session.questionnaire, self.session.answers, self.page)
        appeared = [item for item in missing if item.id in self._new]
        self._show_missing(() if appeared else missing)
        if missing:
            self._go_to((appeared or missing)[0])
        # An emergency that this page has just completed is shown instead of the next page.
        return not missing and not self.session.assessment().emergencies

    def _commit(self) -> None:
        for block in self._blocks:
            block.widget.commit()
        self.session.leave(self.page)

    def _asked(self) -> set[str]:
        return {item.id for item in enabled_items(self.session.questionnaire, self.session.answers, self.page)}

    def _refresh(self) -> None:
        if not self._blocks:
            return
        asked = self._asked()
        if self._shown is not None and asked - self._shown:
            # A question that opened a moment ago has not been read yet: it is no mistake to miss it.
            self._new |= asked - self._shown
            QTimer.singleShot(_TIME_TO_NOTICE, self, self._new.clear)
        self._shown = asked
        for block in self._blocks:
            block.refresh(asked)
        if self._map is not None:
            self._map.show_answers(self.session.answers)
        if all(item.id in self.session.answers for item in self._missing):
            self._summary.hide()

    def _show_missing(self, missing: tuple[Item, ...]) -> None:
        self._missing = missing
        for block in self._blocks:
            block.show_missing([item for item in missing if item in block.items])
        layout = self._summary.layout()
        while layout is not None and (entry := layout.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.deleteLater()
        self._summary.setVisible(bool(missing))
        if layout is None or not missing:
            return
        text = "One answer is missing." if len(missing) == 1 else f"{len(missing)} answers are missing."
        layout.addWidget(label(text, "strong"))
        for item in missing:
            jump = link(self.session.worded(item.text), f"missing.{item.id}")
            jump.clicked.connect(lambda _, item=item: self._go_to(item))
            layout.addWidget(jump)
        announce(self, f"{text} {missing_text(missing[0])}")

    def _go_to(self, item: Item) -> None:
        for block in self._blocks:
            if item in block.items:
                self.show_widget(block.first(item.id))


def _explanations(words: Iterable[ExplainedWord]) -> QWidget:
    return stack(*(label(f"{word.term.term}: {word.term.text}", "soft") for word in words))
