"""What is shown and printed follows from how the check stands alone: not from what came before it."""

from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import DAY
from tests.one_check import one_check
from tests.scenarios.test_scenarios import stories
from twitchcheck.gui.pages.result_page import current_view
from twitchcheck.gui.state.preferences import Preferences
from twitchcheck.gui.state.session import Session
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import NOT_SURE, Item, ItemType
from twitchcheck.report.doctor_sheet import DoctorSheet, doctor_sheet
from twitchcheck.report.emergency_html import emergency_html
from twitchcheck.report.emergency_view import emergency_view
from twitchcheck.report.html_document import person_html
from twitchcheck.report.phrases import Phrases
from twitchcheck.report.review_lines import ReviewLine, review_lines
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]


class Shown(NamedTuple):
    """What a window shows of a check."""

    asked: tuple[str, ...]
    missing: frozenset[str]
    lines: tuple[ReviewLine, ...]
    interrupted: bool
    seen_for: str | None
    sheet: DoctorSheet


def shown(session: Session) -> Shown:
    """Worked out as the pages do it."""
    protocol, answers = session.protocol, session.answers
    assessment = session.assessment()
    phrases = Phrases(protocol, answers, assessment.facts)
    facts = assessment.facts
    return Shown(
        tuple(facts.enabled),
        frozenset(facts.unanswered),
        tuple(line for page in session.questionnaire.pages() for line in review_lines(phrases, page, session.drafts)),
        bool(assessment.emergencies),
        session.seen_for(),
        doctor_sheet(protocol, answers, assessment),
    )


def paper(session: Session) -> str:
    """What the window would print of it."""
    assessment = session.assessment()
    if not assessment.emergencies:
        return person_html(current_view(session, Preferences()), draw=lambda _: "")
    number = session.protocol.edition.fallback_number
    return emergency_html(emergency_view(session.protocol, session.answers, assessment, number))


class Watcher:
    """Looks each time the session tells, as the window does, and never otherwise."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.sees = shown(session)
        session.changed.connect(self.look)
        session.exchanged.connect(self.look)

    def look(self) -> None:
        self.sees = shown(self.session)


def freshly(session: Session) -> Session:
    """A session that knows nothing but how this one stands."""
    fresh = Session(session.protocol, session.today)
    fresh.open(session.record)
    for item_id, draft in session.drafts.items():
        fresh.begin(item_id, draft)
    return fresh


def some_answer(item: Item, chance: Random) -> Answer | None:
    """An answer that the item takes; now and then none."""
    if chance.random() < 0.1:
        return None
    if item.type is ItemType.TEXT:
        return chance.choice(["zebra", "giraffe"])
    if item.type is ItemType.AMOUNT:
        if item.not_sure and chance.random() < 0.1:
            return NOT_SURE
        return float(chance.randint(int(item.minimum), int(min(item.maximum, item.minimum + 90))))
    options = item.answer_options
    if item.type is ItemType.CHOICES:
        many = [one.id for one in options if not one.exclusive]
        return tuple(chance.sample(many, min(len(many), chance.randint(1, 2))))
    return chance.choice(options).id


class Person:
    """Does at random what a person can do to a check, and remembers what was said in this one."""

    def __init__(self, session: Session, calm: Calm, seed: int) -> None:
        self.session = session
        self.calm = calm
        self.chance = Random(seed)
        self.said: set[tuple[str, Answer]] = set()

    def act(self) -> None:
        if self.session.assessment().emergencies and self.chance.random() < 0.6:
            self.chance.choice((self.session.take_back, self.see))()
        else:
            self.chance.choices((self.answer, self.begin, self.open, self.again, self.forget), (70, 8, 12, 5, 5))[0]()

    def _asked(self) -> list[Item]:
        return list(Facts(self.session.questionnaire, self.session.answers).enabled.values())

    def answer(self) -> None:
        several = self.chance.sample(self._asked(), 2 if self.chance.random() < 0.1 else 1)
        values = {item.id: some_answer(item, self.chance) for item in several}
        self.said |= {(item_id, value) for item_id, value in values.items() if value is not None}
        self.session.answer_several(values)

    def begin(self) -> None:
        rows = [item for item in self._asked() if item.is_row]
        if rows:
            self.session.begin(self.chance.choice(rows).id)

    def see(self) -> None:
        item_id = self.session.say_seen()
        if item_id is not None and item_id in self.session.answers:
            self.said.add((item_id, self.session.answers[item_id]))

    def open(self) -> None:
        signs = [item for item in self.session.questionnaire.items.values() if item.is_row]
        given = {item.id: self.chance.choice(item.steps).id for item in self.chance.sample(signs, 6)}
        answers = self.calm(**(given if self.chance.random() < 0.6 else {}))
        on = self.chance.choice([None, DAY, date(2026, 10, 3), date(2031, 1, 1)])
        others = {"cups_a_day": 3} if self.chance.random() < 0.3 else {}
        self.said = set(answers.items())
        self.session.open(one_check(answers, on, others))

    def again(self) -> None:
        self.session.check_again()

    def forget(self) -> None:
        self.said = set()
        self.session.forget()


def live(protocol: TriageProtocol, calm: Calm, seed: int, steps: int) -> int:
    """Takes random steps and compares after each; how often the check stood interrupted."""
    session = Session(protocol, lambda: DAY)
    person, watcher = Person(session, calm, seed), Watcher(session)
    interrupted = 0
    for step in range(steps):
        person.act()
        check = session.standing.check
        if session.before is not None and not (check.answers and (check.at or not check.as_on)):
            continue  # a file has no check without an answer of its own, so it would be opened at the one before
        fresh = freshly(session)
        assert fresh.standing == session.standing
        assert watcher.sees == shown(fresh), f"seed {seed}, step {step}"
        assert set(session.answers.items()) <= person.said, f"of a former check: seed {seed}, step {step}"
        if watcher.sees.interrupted or step % 50 == 0:  # a result takes a hundred times as long as an interruption
            assert paper(session) == paper(fresh), f"seed {seed}, step {step}"
        interrupted += watcher.sees.interrupted
    return interrupted


def test_what_is_shown_is_what_a_fresh_session_shows(qapp: QApplication, protocol: TriageProtocol, calm: Calm) -> None:
    assert live(protocol, calm, 1, 400) >= 20


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_the_same_in_ten_thousand_steps(qapp: QApplication, protocol: TriageProtocol, calm: Calm, seed: int) -> None:
    assert live(protocol, calm, seed, 1000) > 50


EMERGENCIES = [one for one in stories() if one.values[0]["expect"].get("interrupted")]


@pytest.mark.parametrize("story", EMERGENCIES)
def test_every_saved_emergency_can_be_taken_back_and_nothing_else_goes(
    qapp: QApplication, protocol: TriageProtocol, calm: Calm, story: dict[str, dict[str, object]]
) -> None:
    session = Session(protocol, lambda: DAY)
    given = {key: tuple(one) if isinstance(one, list) else one for key, one in story["given"].items()}
    answers = calm(**given)
    session.open(one_check(answers, DAY))
    pressed = 0
    while session.assessment().emergencies:
        behind = {one.subject for raised in session.assessment().emergencies for one in raised.because}
        assert session.take_back()
        pressed += 1
    assert 0 < pressed <= 4
    assert behind
    assert set(session.answers) <= set(answers)
    assert len(answers) - len(session.answers) <= pressed
