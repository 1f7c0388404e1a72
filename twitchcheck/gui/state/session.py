"""One check in progress: the protocol, the answers as they stand, and the conclusion drawn from them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject, Signal

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.interview import with_initial_amounts
from twitchcheck.questionnaire.items import Page
from twitchcheck.questionnaire.wording import worded
from twitchcheck.report.explained_words import WordFinder
from twitchcheck.rules.assessment import Assessment, assess
from twitchcheck.rules.protocol import TriageProtocol


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

    def answer(self, item_id: str, value: Answer | None) -> None:
        """Sets an answer, or takes it back with None."""
        answers = self.answers
        self._replace(answers.without(item_id) if value is None else answers.with_answer(item_id, value))

    def leave(self, page: Page) -> None:
        """Counts what the steppers of a page show, now that the person has seen it."""
        self._replace(with_initial_amounts(self.questionnaire, self.answers, page))

    def take_back(self) -> None:
        """Undoes the last change of an answer."""
        self._replace(self._before)

    def restore(self, answers: Answers) -> None:
        """Takes over answers that were saved. What would be taken back is the emergency among them, if there is one."""
        emergencies = assess(self.protocol, answers, self.today()).emergencies
        ticked = {one.subject for raised in emergencies for one in raised.because}
        self.answers = Answers({item_id: value for item_id, value in answers.items() if item_id not in ticked})
        self._replace(answers)

    def forget(self) -> None:
        """Forgets every answer."""
        self._replace(Answers())
        self._before = self.answers

    def assessment(self) -> Assessment:
        """What follows from the answers today."""
        return assess(self.protocol, self.answers, self.today())

    def _replace(self, answers: Answers) -> None:
        if dict(answers) != dict(self.answers):
            self._before, self.answers = self.answers, answers
            self.changed.emit()
