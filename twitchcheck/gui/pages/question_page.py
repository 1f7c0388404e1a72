"""A page that asks: heading, why we ask, the items, and kind words where an answer is missing."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from twitchcheck.gui.asking.item_block import ItemBlock, groups, missing_text
from twitchcheck.gui.asking.left_alone import LeftAlone, can_be_left, is_begun
from twitchcheck.gui.pages.check_page import CheckPage, opening
from twitchcheck.gui.pages.seen_rows import SeenRows
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import Fold, announce, framed, label, link, note, stack
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.gui.widgets.sentence_label import worded_label
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.interview import (
    answered_none,
    enabled_items,
    enabled_pages,
    left_alone,
)
from twitchcheck.questionnaire.items import SIGNS, Item, ItemType, Page
from twitchcheck.report.explained_words import ExplainedWord

if TYPE_CHECKING:
    from twitchcheck.gui.asking.body_map import BodyMap

_MORE = "There is more here. Please look at it too: what you leave alone counts as no."

WIDEST_ROWS = 61.4
"""The widest column of rows, in units of the font size: their times stand beside the words."""

REVIEW_AND_RESULT = 2
"""The parts that follow those with questions."""


class QuestionPage(CheckPage):
    """One content page. It shows the session's answers and hands every change to the session. `told` carries what
    to say where the person looks."""

    told = Signal(str)

    def __init__(self, session: Session, page: Page) -> None:
        super().__init__(session, f"page.{page.id}")
        self.page = page
        self._can_be_left = can_be_left(page)
        if any(item.is_row for item in page.items):
            self.widest = WIDEST_ROWS
        self._blocks: list[ItemBlock] = []
        self._words = session.words
        self._left_alone: LeftAlone | None = None
        self._seen: SeenRows | None = None
        self._map: BodyMap | None = None
        self._missing: tuple[Item, ...] = ()
        self._shown: set[str] | None = None
        self._new: set[str] = set()
        self._put_away: tuple[tuple[Item, ...], frozenset[str], frozenset[str]] = ((), frozenset(), frozenset())
        session.changed.connect(self._refresh)

    def heading(self) -> str:
        """The question at the top, worded for the person."""
        return self.session.worded(self.page.heading)

    def kicker(self) -> str:
        """Where the page stands, such as "Part 4 of 8 · Daily life · 2 of 3 in this part"."""
        section = self.session.questionnaire.section_of_page[self.page.id]
        enabled = {page.id for page in enabled_pages(self.session.facts)}
        asked = [page.id for page in section.pages if page.id in enabled or page.id == self.page.id]
        place = f"{asked.index(self.page.id) + 1} of {len(asked)} in this part"
        parts = self.session.questionnaire.sections
        part = f"Part {parts.index(section) + 1} of {len(parts) + REVIEW_AND_RESULT}"
        return f"{part} · {self.session.worded(section.title)} · {place}"

    def spoken(self) -> str:
        """Place, question and lead."""
        parts = (self.kicker(), self.heading(), self.session.worded(self.page.lead))
        return ". ".join(part.rstrip(".") for part in parts if part)

    def fill(self, column: QVBoxLayout) -> None:
        """Adds the question and its items."""
        self._words = self.session.words
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
        mapped = next((item for item in self.page.items if item.picture), None)
        if mapped is None:
            for part in self._with_left_alone():
                column.addWidget(part)
        else:
            self._add_map(column, mapped, stack(*self._with_left_alone(), spacing=0))
        if self.page.note:
            spaced(column, 16, note(worded_label(self.session, self.page.note, "calm")))
        if self.area is not None and self._can_be_left:
            self._seen = SeenRows(self.area, self._places())
        self._show_answers()

    def _with_left_alone(self) -> list[QWidget]:
        """The blocks, and the cards for what is left alone: behind the last block with such an item, and before the
        first one where "none" is the commonest answer, as for medicines."""
        blocks: list[QWidget] = list(self._blocks)
        if not self._can_be_left:
            return blocks
        places = [place for place, block in enumerate(self._blocks) if block.items[0] in self._can_be_left]
        first = all(item.is_row and item.role not in SIGNS for item in self._can_be_left)
        self._left_alone = LeftAlone(self.session, self.page, first)
        self._left_alone.answered.connect(self.session.answer_several)
        self._left_alone.setContentsMargins(0, 10 if first else 8, 0, 0)
        blocks.insert(places[0] if first else places[-1] + 1, self._left_alone)
        return blocks

    def _places(self) -> dict[str, QWidget]:
        """What has to be on the screen for an item to have been seen."""
        return {
            item.id: block.widget.place_of(item.id)
            for block in self._blocks
            for item in block.items
            if item in self._can_be_left
        }

    def _words_in_options(self) -> tuple[ExplainedWord, ...]:
        """The unusual words in options and rows, which are painted and hold no links."""
        texts = " ".join(
            f"{one.text} {one.hint}" for item in self.page.items for one in ((item,) if item.is_row else item.options)
        )
        return self.session.word_finder.words(self.session.worded(texts))

    def _add_map(self, column: QVBoxLayout, item: Item, items: QWidget) -> None:
        # Only here: most pages have no figure.
        from twitchcheck.gui.asking.body_map import Beside, BodyMap

        self._map = BodyMap(self.session, item)
        self._map.answered.connect(self.session.answer)
        column.addWidget(Beside(self._map, items))

    def say_again(self) -> None:
        """Says anew what is missing, and remembers what has been seen and what has opened."""
        missing, new, seen = self._put_away
        self._new |= new
        if self._seen is not None:
            self._seen.take_over(seen)
        if missing:
            self._show_missing(missing)

    def put_away(self) -> None:
        """Lets go of the items for a moment."""
        if self._blocks:
            seen = self._seen.seen() if self._seen is not None else frozenset()
            self._put_away = (self._missing, frozenset(self._new), seen)
        super().put_away()

    def drop(self) -> None:
        """Lets go of the items too."""
        self._blocks = []
        self._left_alone = None
        self._seen = None
        self._map = None
        self._shown = None
        self._missing = ()
        self._new.clear()
        super().drop()

    def focus_first(self) -> None:
        """The first item's answer."""
        if self._left_alone is not None and self._left_alone.comes_first:
            self.give_keyboard(self._left_alone.first())
            return
        for block in self._blocks:
            if not block.isHidden():
                self.give_keyboard(block.first(block.items[0].id))
                return

    def show_item(self, item_id: str) -> None:
        """Puts the keyboard to an item and scrolls to it."""
        for block in self._blocks:
            if any(item.id == item_id for item in block.items):
                self.show_widget(block.widget.again(item_id))

    def validatePage(self) -> bool:
        """Whether the person can go on. Says where an answer is missing; opens follow-ups first."""
        if not self._blocks:  # passed over on the way to the review: what nobody has seen is not filled in
            return not self._missing_items()
        if not self._settle_left_alone():
            return False
        missing = self._missing_items()
        appeared = [item for item in missing if item.id in self._new]
        self._show_missing(() if appeared else missing)
        if missing:
            first = (appeared or missing)[0]
            self._new.discard(first.id)
            self._go_to(first)
        # An emergency that this page has just completed is shown instead of the next page.
        return not missing and not self.session.assessment().emergencies

    def _settle_left_alone(self) -> bool:
        """Answers what was left alone with "no" or nothing, once something was ticked and all of it was seen. Whether
        nothing is left that has not been seen."""
        left = [item for item in self._left() if item.id not in self.session.drafts]
        asked = self._asked()
        begun = is_begun(
            [item for item in self._can_be_left if item.id in asked], self.session.answers, self.session.drafts
        )
        if not left or not begun or self._seen is None:
            return True
        self._seen.look()
        unseen = [item for item in left if item.id in self._new or not self._seen.has(item.id)]
        if unseen:
            self._new.clear()
            self._show_missing(())
            self._go_to(unseen[0])
            self.told.emit(_MORE)
            announce(self, _MORE)
            return False
        self.session.answer_several(answered_none(Answers(), left))
        return True

    def _left(self) -> tuple[Item, ...]:
        return left_alone(self.session.facts, self.page)

    def _missing_items(self) -> tuple[Item, ...]:
        return self.session.missing(self.page)

    def _asked(self) -> set[str]:
        return {item.id for item in enabled_items(self.session.facts, self.page)}

    def _refresh(self) -> None:
        if not self._blocks:
            return
        if self.session.words != self._words:
            self._reword()
            return
        self._show_answers()
        if self.area is not None and self._seen is not None and self.isVisible():
            self.area.lay_out()

    def _show_answers(self) -> None:
        asked = self._asked()
        if self._shown is not None and asked - self._shown:
            # A question that has opened may not have been seen: it is brought into view before it is called missing.
            self._new |= asked - self._shown
        self._shown = asked
        for block in self._blocks:
            block.refresh(asked)
        if self._left_alone is not None:
            self._left_alone.show_answers(self.session.answers, asked)
        if self._map is not None:
            self._map.show_answers(self.session.answers)
        if all(item.id in self.session.answers for item in self._missing):
            self._summary.hide()

    def _reword(self) -> None:
        """Asks everything anew in the words for another person."""
        self.setUpdatesEnabled(False)
        self.make_again()
        self.setUpdatesEnabled(True)

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
        named = self._named(missing)
        text = "One answer is missing." if len(named) == 1 else f"{len(named)} answers are missing."
        layout.addWidget(label(text, "strong"))
        for item, words in named:
            jump = link(words, f"missing.{item.id}")
            jump.clicked.connect(lambda _, item=item: self._go_to(item))
            layout.addWidget(jump)
        first, words = named[0]
        says_it = first in self._can_be_left or self._problem_with(first)
        announce(self, f"{text} {words if says_it else missing_text(first)}")

    def _problem_with(self, item: Item) -> str:
        return next(block.widget.problem(item.id) for block in self._blocks if item in block.items)

    def _named(self, missing: tuple[Item, ...]) -> list[tuple[Item, str]]:
        """What is missing in words: each item by its question, and what was left alone together."""
        named: list[tuple[Item, str]] = []
        worded, drafts = self.session.worded, self.session.drafts
        left = [item for item in missing if item in self._can_be_left and item.id not in drafts]
        asks = {course.id: course.ask for course in self.session.questionnaire.courses}
        for item in missing:
            if item in left[:1]:
                do = "Enter" if item.type is ItemType.AMOUNT else "Tick"
                named.append((item, f"{do} what fits, or choose “{worded(self.page.none)}”."))
            elif item.is_row and item not in left:
                named.append((item, f"“{worded(item.text)}”: {worded(asks[item.course])}"))
            elif item not in left:
                named.append((item, self._problem_with(item) or worded(item.text)))
        return named

    def _go_to(self, item: Item) -> None:
        for block in self._blocks:
            if item in block.items:
                self.show_widget(block.first(item.id))


def _explanations(words: Iterable[ExplainedWord]) -> QWidget:
    return stack(*(label(f"{word.term.term}: {word.term.text}", "soft") for word in words))
