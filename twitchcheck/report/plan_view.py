"""The two-week plan in words: what can be tried after a check, and a plan with its days and what they show."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import NamedTuple

from msgspec import Struct, structs

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.wording import worded
from twitchcheck.records.offers import OFFERED_AT, Offers, offers
from twitchcheck.records.record import Check, Day, Plan, Record, last_told
from twitchcheck.records.verdict import DAYS, USUAL_DAYS, Averages, Verdict, averages, verdict
from twitchcheck.report.citations import SourceRow, cited_in
from twitchcheck.report.next_look import review_day
from twitchcheck.report.phrases import Phrases, day_in_words
from twitchcheck.report.sentences import Sourced, said, sourced
from twitchcheck.rules.assessment import Assessment, assess
from twitchcheck.rules.protocol import PlannedChange, Statement, TriageProtocol, Trigger

NAME = "Two-week plan"
UNNAMED = "A change that this version does not know"
"""The title of a plan whose trigger has gone from the content."""

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = 3
"""How many letters of a weekday or a month stand in a row."""


class Phase(StrEnum):
    """The two parts of a plan."""

    USUAL = "usual"
    CHANGED = "changed"


PHASE_WORDS = {
    Phase.USUAL: f"Days 1 to {USUAL_DAYS}: all as usual",
    Phase.CHANGED: f"Days {USUAL_DAYS + 1} to {DAYS}: with the change",
}


class ChangeOffer(Struct, frozen=True):
    """A change that can be tried against one trigger."""

    trigger: str
    name: str
    title: str
    text: Sourced
    aim: str
    counted: str


class PlanOffer(Struct, frozen=True):
    """What can be tried after a check, the strongest trigger first; nothing where another thing comes first.

    `lead` says what a plan is, or why there is the change alone (`with_diary` is False). `at_once` is said of the
    triggers named in `others`. `former` tells of the plan that was put away last, "" where there is none.
    """

    lead: tuple[Sourced, ...]
    changes: tuple[ChangeOffer, ...]
    at_once: Sourced | None
    others: str
    stop: Sourced
    with_diary: bool
    former: str
    sources: tuple[SourceRow, ...]


class DayRow(Struct, frozen=True):
    """One day of a plan. `rating` is the word for how much it twitched, `kept` "yes" or "no", both "" where that was
    not said. Days to come can't be filled in."""

    number: int
    day: str
    in_full: str
    phase: Phase
    given: Day
    rating: str
    may_fill: bool
    is_today: bool

    @property
    def kept(self) -> str:
        """Whether the change was kept to, in a word."""
        return {None: "", True: "yes", False: "no"}[self.given.kept]

    @property
    def asks_kept(self) -> bool:
        """Whether there is something to keep to."""
        return self.phase is Phase.CHANGED

    @property
    def in_a_line(self) -> str:
        """The day as text."""
        kept = f"kept to it: {self.kept}" if self.kept else ""
        found = [part for part in (self.rating, kept, self.given.note) if part]
        return f"{self.day}: {'; '.join(found) or 'not filled in'}"


class PlanView(Struct, frozen=True):
    """A plan with its days, in reading order. `first` says what comes before any plan, "" where nothing does.
    `is_over` is true of a plan that was put away too: no day is filled in any more.

    `outcome` is what the days show: before the end that it is too early, then one verdict and what goes with it, and
    `averages` are what it rests on. `for_doctor` says how the diary came about, "" while nothing is filled in.
    """

    kicker: str
    title: str
    first: str
    started: str
    aim: Sourced | None
    counted: str
    how: tuple[Sourced, ...]
    rows: tuple[DayRow, ...]
    ratings: tuple[str, ...]
    is_over: bool
    outcome: tuple[Sourced, ...]
    averages: tuple[str, ...]
    stop: Sourced
    for_doctor: str
    sources: tuple[SourceRow, ...]
    date: str
    version: str
    disclaimer: str

    @property
    def has_days(self) -> bool:
        """Whether something is filled in."""
        return any(not row.given.is_empty for row in self.rows)

    @property
    def shown(self) -> tuple[DayRow, ...]:
        """The days that can be filled in, today at their end; of a plan that was put away, those that could be."""
        return tuple(row for row in self.rows if row.may_fill)

    @property
    def to_come(self) -> str:
        """How many days cannot be filled in yet, "" where all can."""
        number = sum(not row.may_fill for row in self.rows)
        return f"{number} {'day' if number == 1 else 'days'} to come." if number else ""

    @property
    def chart(self) -> tuple[tuple[int, int], ...]:
        """The rated days: number of the day, and 0 for none to 4 for all day."""
        return tuple((row.number, row.given.twitching.rank) for row in self.rows if row.given.twitching is not None)

    @property
    def chart_in_words(self) -> str:
        """The same as text."""
        told = ", ".join(f"day {row.number} {row.rating}" for row in self.rows if row.rating)
        return f"Twitching by day: {told}." if told else "No day is filled in yet."


def is_offered(protocol: TriageProtocol, checks: Sequence[Check], today: date) -> bool:
    """Whether there is a change to try after these checks."""
    return bool(_Last(protocol, checks, today).offers().plans)


def plan_offer(protocol: TriageProtocol, record: Record, today: date) -> PlanOffer:
    """What can be tried after the last check of a record."""
    last = _Last(protocol, record.checks, today)
    phrases, later, found = last.phrases, protocol.later, last.offers()
    others = ", ".join(one.name for one in found.at_once)
    offer = PlanOffer(
        lead=said(phrases, later.diary if found.with_diary else (later.without_diary,)) if found.plans else (),
        changes=tuple(_change(phrases, one, one.plan) for one in found.plans if one.plan is not None),
        at_once=_sentence(phrases, later.at_once) if found.at_once else None,
        others=f"Without a plan: {others}." if others else "",
        stop=_sentence(phrases, later.stop),
        with_diary=found.with_diary,
        former=_former(phrases, record.plans[-1]) if record.plans else "",
        sources=(),
    )
    return structs.replace(offer, sources=cited_in(protocol, offer))


def plan_view(protocol: TriageProtocol, plan: Plan, checks: Sequence[Check], today: date) -> PlanView:
    """A plan as it stands on the day `today`, after these checks, the oldest first."""
    last = _Last(protocol, checks, today)
    phrases, later, change = last.phrases, protocol.later, _planned(protocol, plan)
    number = plan.number(today)
    is_over = number > DAYS or plan.ended is not None
    until = today if plan.ended is None else max((plan.ended, *plan.days))
    found = averages(plan.compared(DAYS))
    view = PlanView(
        kicker=f"{NAME} \N{MIDDLE DOT} {_state(phrases, plan, number)}",
        title=_title(protocol, plan, phrases.words),
        first=last.comes_first() if plan.ended is None else "",
        started=f"{'Starts' if number < 1 else 'Started'} on {phrases.date(plan.began)}.",
        aim=None if change is None else sourced(phrases, f"Aim: {change.aim}", change.sources),
        counted="" if change is None else phrases.fill(change.counted),
        how=said(phrases, (*(() if change is None else (change,)), *later.diary)),
        rows=tuple(_row(protocol, plan, one, until) for one in range(1, DAYS + 1)),
        ratings=later.ratings,
        is_over=is_over,
        outcome=tuple(_outcome(phrases, last, plan, found) if is_over else _too_early(phrases, plan, number)),
        averages=tuple(_averages(later.ratings, plan, found)) if is_over else (),
        stop=_sentence(phrases, later.stop),
        for_doctor=_for_doctor(protocol, plan),
        sources=(),
        date=phrases.date(today),
        version=protocol.version,
        disclaimer=protocol.edition.disclaimer,
    )
    return structs.replace(view, sources=cited_in(protocol, view))


def plan_name(protocol: TriageProtocol, plan: Plan, words: Mapping[str, str]) -> str:
    """A plan in a line, in the words for the person who is asked about: its title, and the day when it began."""
    return f"{_title(protocol, plan, words)}, begun on {day_in_words(protocol, plan.began)}"


class _Last:
    """The last check whose level was told, else the last one, and what follows from it now."""

    def __init__(self, protocol: TriageProtocol, checks: Sequence[Check], today: date) -> None:
        self._protocol = protocol
        self._check = last_told(checks) or Check()
        self._latest = checks[-1] if checks else None
        self._today = today
        self._assessment = self._assessed(self._check)
        self.phrases = Phrases(protocol, self._check.answers, self._assessment.facts)

    @property
    def _level(self) -> Disposition:
        return self._check.level or self._assessment.disposition

    def offers(self) -> Offers:
        """What is offered: nothing where the level that was told, or the check that is going on, asks for more."""
        if self._latest is None or self._level not in OFFERED_AT:
            return Offers((), (), with_diary=False)
        going_on = self._assessment if self._latest is self._check else self._assessed(self._latest)
        if going_on.disposition not in OFFERED_AT:
            return Offers((), (), with_diary=False)
        return offers(self._protocol, self._assessment)

    def comes_first(self) -> str:
        """What was told beyond an ordinary appointment, which no plan may put off."""
        if self._latest is None or self._level in OFFERED_AT:
            return ""
        level = self._protocol.care_level[self._level]
        action = self.phrases.fill(level.action)
        return f"The last check said: {level.label}. {action}. That comes first; the plan can wait."

    def next_step(self) -> Iterator[Sourced]:
        """What comes after a diary that shows no change or worse, by the day of this check's safety net."""
        if self._latest is not None and self._level in OFFERED_AT:
            day = review_day(self._protocol.care_level[self._level], self._assessment.facts, self._assessment.on)
            statement = self._protocol.later.next_step
            text = statement.text.replace("{date}", self.phrases.date(day))
            yield sourced(self.phrases, text, statement.sources)

    def _assessed(self, check: Check) -> Assessment:
        return assess(self._protocol, check.answers or Answers(), check.on or self._today)


class _Rated(NamedTuple):
    """How many days of a part of the plan are rated, and their average."""

    name: str
    days: int
    average: Fraction | None


def _sentence(phrases: Phrases, statement: Statement) -> Sourced:
    return sourced(phrases, statement.text, statement.sources)


def _change(phrases: Phrases, trigger: Trigger, change: PlannedChange) -> ChangeOffer:
    return ChangeOffer(
        trigger=trigger.id,
        name=trigger.name,
        title=phrases.fill(change.title),
        text=_sentence(phrases, change),
        aim=f"Aim: {phrases.fill(change.aim)}",
        counted=phrases.fill(change.counted),
    )


def _planned(protocol: TriageProtocol, plan: Plan) -> PlannedChange | None:
    return next((one.plan for one in protocol.triggers if one.id == plan.trigger), None)


def _title(protocol: TriageProtocol, plan: Plan, words: Mapping[str, str]) -> str:
    change = _planned(protocol, plan)
    return UNNAMED if change is None else worded(change.title, words)


def _state(phrases: Phrases, plan: Plan, number: int) -> str:
    """Where a plan stands."""
    if plan.ended is not None:
        return f"ended on {phrases.date(plan.ended)}"
    if number < 1:  # the clock was moved back
        return f"begins on {phrases.date(plan.began)}"
    return "the two weeks are over" if number > DAYS else f"day {number} of {DAYS}"


def _former(phrases: Phrases, plan: Plan) -> str:
    title = _title(phrases.protocol, plan, phrases.words)
    days = f"{len(plan.days)} {'day' if len(plan.days) == 1 else 'days'}"
    return f"The last plan, “{title}”, began on {phrases.date(plan.began)}. It is put away with {days} filled in."


def _row(protocol: TriageProtocol, plan: Plan, number: int, until: date) -> DayRow:
    """A day of a plan. `until` is the last that can be filled in: today, while the plan runs."""
    day, given = plan.day(number), plan.given(number)
    weekday, month = _WEEKDAYS[day.weekday()], protocol.edition.months[day.month - 1]
    return DayRow(
        number=number,
        day=f"{weekday[:_SHORT]} {day.day} {month[:_SHORT]}",
        in_full=f"{weekday} {day.day} {month}",
        phase=Phase.USUAL if number <= USUAL_DAYS else Phase.CHANGED,
        given=given,
        rating="" if given.twitching is None else protocol.later.ratings[given.twitching.rank],
        may_fill=day <= until,
        is_today=plan.ended is None and day == until,
    )


def _too_early(phrases: Phrases, plan: Plan, number: int) -> Iterator[Sourced]:
    where = f"day {number} of {DAYS}" if number >= 1 else f"the plan begins on {phrases.date(plan.began)}"
    yield Sourced(f"Too early to tell: {where}.", ())
    yield _sentence(phrases, phrases.protocol.later.by_itself)


def _outcome(phrases: Phrases, last: _Last, plan: Plan, found: Averages) -> Iterator[Sourced]:
    """One verdict, what stands beside each, and what comes next where the change did not help."""
    later, shows = phrases.protocol.later, verdict(plan.compared(DAYS))
    statement = later.verdicts[shows]
    text = statement.text.replace("{usual}", _number(found.usual)).replace("{changed}", _number(found.changed))
    yield sourced(phrases, text, statement.sources)
    yield _sentence(phrases, later.by_itself)
    if shows is not Verdict.LESS:
        yield from last.next_step()


def _number(average: Fraction | None) -> str:
    """With one decimal."""
    if average is None:
        return ""
    tenths = _rounded(average * 10)
    return f"{tenths // 10}.{tenths % 10}"


def _rounded(number: Fraction) -> int:
    """As people do it: halves go up."""
    return floor(number + Fraction(1, 2))


def _averages(words: tuple[str, ...], plan: Plan, found: Averages) -> Iterator[str]:
    """The averages in words, and what the numbers stand for."""
    compared = plan.compared(DAYS)
    usual = sum(number <= USUAL_DAYS for number in compared)
    rated = (
        _Rated("Usual days", usual, found.usual),
        _Rated("Days with the change kept to", len(compared) - usual, found.changed),
    )
    for one in rated:
        days = f"{one.days} {'day' if one.days == 1 else 'days'}"
        if one.average is None:
            yield f"{one.name}: none rated."
        else:
            yield f"{one.name}: {_number(one.average)} on average, about “{words[_rounded(one.average)]}”, from {days}."
    yield f"0 stands for “{words[0]}”, {len(words) - 1} for “{words[-1]}”."


def _for_doctor(protocol: TriageProtocol, plan: Plan) -> str:
    rated = len(plan.ratings(DAYS))
    told = [given.kept for given in map(plan.given, range(USUAL_DAYS + 1, DAYS + 1)) if given.kept is not None]
    if not rated and not told:
        return ""
    trigger = next((one.name for one in protocol.triggers if one.id == plan.trigger), "not known")
    kept = f" Kept to on {sum(told)} of {len(told)} days for which that was said." if told else ""
    return (
        f"For the doctor: self-rated once a day, {rated} of {DAYS} days rated. Changed from day {USUAL_DAYS + 1} on: "
        f"{trigger}.{kept}"
    )
