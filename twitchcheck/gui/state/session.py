"""One check in progress: the protocol, the answers as they stand, and the conclusion drawn from them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from twitchcheck.questionnaire.answers import Answer, Answers, SavedAnswers
from twitchcheck.questionnaire.interview import enabled_items, missing_items
from twitchcheck.questionnaire.items import AS_EVER, Item, Page, Role
from twitchcheck.questionnaire.wording import worded
from twitchcheck.report.explained_words import WordFinder
from twitchcheck.rules.assessment import Assessment, assess
from twitchcheck.rules.protocol import TriageProtocol

SIGNS = (Role.WARNING, Role.SYMPTOM)
"""What changes from day to day."""


class Session(QObject):
    """Holds the one immutable `Answers` value of the window and tells when it is replaced.

    Everything that is shown is worked out from it anew, so no page can be stale.
    """

    changed = Signal()

    def __init__(self, protocol: TriageProtocol, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.protocol = protocol
        self.questionnaire = protocol.questionnaire
        self.today = today
        self.answers = Answers()
        self.drafts: Mapping[str, str] = {}
        """What has been begun and is no answer yet, by item id; "" for a row that was ticked. Never saved."""
        self.typed: dict[str, str] = {}
        """How the amounts were typed, by item id: "7,5" stays so. It counts only while it means the answer."""
        self.answered_on: date | None = None
        """The day of answers that were given on an earlier one; None for those of today."""
        self.others: Mapping[str, object] = {}
        """Answers of a file to what is not asked here, which are saved again."""
        self._before = self.answers

    @property
    def words(self) -> Mapping[str, str]:
        """The words for the person who is asked about; those of the first option until that is known."""
        edition = self.protocol.edition
        who = self.answers.get(edition.person_item)
        return edition.person[who] if isinstance(who, str) else next(iter(edition.person.values()))

    def worded(self, text: str) -> str:
        """A content text with its placeholders filled."""
        return worded(text, self.words)

    @cached_property
    def word_finder(self) -> WordFinder:
        """Finds the words that the content explains."""
        return WordFinder(self.protocol.terms)

    @property
    def day(self) -> date:
        """The day that times count from: that of the answers."""
        return self.answered_on or self.today()

    def answer(self, item_id: str, value: Answer | None) -> None:
        """Sets an answer, or takes it back with None."""
        self.answer_several({item_id: value})

    def answer_several(self, values: Mapping[str, Answer | None]) -> None:
        """Sets answers and takes back those that are None, all at once."""
        kept = {item_id: value for item_id, value in self._kept().items() if item_id not in values}
        given = {item_id: value for item_id, value in values.items() if value is not None}
        drafts = {item_id: draft for item_id, draft in self.drafts.items() if item_id not in values}
        self._replace(Answers({**kept, **given}), drafts)

    def begin(self, item_id: str, draft: str = "") -> None:
        """Notes that an item has been begun: its former answer is none any more, and there is no new one yet."""
        self._replace(self._kept().without(item_id), {**self.drafts, item_id: draft})

    def take_back(self) -> set[str]:
        """Undoes the last change of an answer; the items that it changed."""
        changed = {
            item_id
            for item_id in {*self.answers, *self._before}
            if self.answers.get(item_id) != self._before.get(item_id)
        }
        drafts = {item_id: draft for item_id, draft in self.drafts.items() if item_id not in changed}
        self._replace(self._before, drafts)
        return changed

    def seen_for(self) -> str | None:
        """The row of the emergency that a doctor may have seen already, None where there is none: the one that was
        answered last, or the first one. Where ticking it says all, the row that it stands under."""
        items = self.questionnaire.items
        because = [one.subject for raised in self.assessment().emergencies[:1] for one in raised.because]
        because.sort(key=lambda item_id: self.answers.get(item_id) == self._before.get(item_id))
        for item_id in because:
            item = items.get(item_id)
            while item is not None and item.is_row and item.role in SIGNS:
                if len(item.steps) > 1:
                    return item.id
                item = items.get(item.under)
        return None

    def say_seen(self) -> str | None:
        """Notes for the row of the emergency that a doctor knows it, or asks anew since when; the row's item."""
        item_id = self.seen_for()
        if item_id is not None:
            if AS_EVER in self.questionnaire.items[item_id].option_by_id:
                self.answer(item_id, AS_EVER)
            else:
                self.begin(item_id)
        return item_id

    def restore(self, saved: SavedAnswers) -> None:
        """Takes over answers that were saved. What would be taken back is the emergency among them, if there is one."""
        on = saved.on
        self.answered_on = on if on is not None and on < self.today() else None
        emergencies = assess(self.protocol, saved.answers, self.day).emergencies
        ticked = {one.subject for raised in emergencies for one in raised.because}
        self.drafts = {}
        self.others = saved.others
        self.answers = Answers({item_id: value for item_id, value in saved.answers.items() if item_id not in ticked})
        self._replace(saved.answers, {})

    def check_again(self) -> None:
        """Goes on with answers of an earlier day: signs and their times are asked anew, as of today."""
        if self.answered_on is not None:
            self.answers = self._kept()
            self.changed.emit()

    def forget(self) -> None:
        """Forgets every answer."""
        self.answered_on = None
        self.others = {}
        self._replace(Answers(), {})
        self._before = self.answers

    def missing(self, page: Page) -> tuple[Item, ...]:
        """The items of a page that must be answered and are not, or that were begun: what was typed and is no answer
        is not passed over."""
        missing = missing_items(self.questionnaire, self.answers, page)
        asked = enabled_items(self.questionnaire, self.answers, page)
        return tuple(item for item in asked if item in missing or item.id in self.drafts)

    def assessment(self) -> Assessment:
        """What follows from the answers, on their day."""
        return assess(self.protocol, self.answers, self.day)

    def _kept(self) -> Answers:
        """The answers that still hold when something is changed. Of an earlier day those about signs do not: "since
        yesterday" has become wrong."""
        if self.answered_on is None:
            return self.answers
        self.answered_on = None
        items = self.questionnaire.items
        return Answers({item_id: value for item_id, value in self.answers.items() if items[item_id].role not in SIGNS})

    def _replace(self, answers: Answers, drafts: Mapping[str, str]) -> None:
        if dict(answers) == dict(self.answers) and drafts == self.drafts:
            return
        if dict(answers) != dict(self.answers):
            self._before = self.answers
        self.answers, self.drafts = answers, drafts
        self.changed.emit()
