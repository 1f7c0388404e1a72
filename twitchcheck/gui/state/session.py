"""One check in progress, with the checks and plans before it, and the conclusion drawn from its answers."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.interview import enabled_items, missing_items
from twitchcheck.questionnaire.items import AS_EVER, SIGNS, Item, Page
from twitchcheck.questionnaire.wording import worded
from twitchcheck.records.check_again import taken_over
from twitchcheck.records.record import Check, Day, Plan, Record, last_told
from twitchcheck.report.explained_words import WordFinder
from twitchcheck.rules.assessment import Assessment, assess, conclude
from twitchcheck.rules.protocol import TriageProtocol


class Standing(NamedTuple):
    """How a check stands. Everything that is shown, printed and saved follows from it.

    `check` is the one that is shown; it has its day once a level was told, or if that is an earlier one. `drafts` is
    what has been begun and is no answer yet, by item id; "" for a row that was ticked; never saved. `earlier` are the
    checks before it, and whatever else is in the file.
    """

    check: Check = Check()
    drafts: Mapping[str, str] = MappingProxyType({})
    earlier: Record = Record()

    @property
    def answers(self) -> Answers:
        """The answers of the check that is shown."""
        return self.check.answers

    def record(self, on: date) -> Record:
        """Everything that a file holds of it, where the check is of the day `on` if of no earlier one."""
        check = self.check
        is_begun = check.at or not check.as_on  # what was only taken over is no check yet
        if not is_begun or not (check.answers or check.others):
            return self.earlier
        if "date" not in check.rest:
            check = check._replace(on=check.on or on)
        return self.earlier._replace(checks=(*self.earlier.checks, check))


class _Counted(NamedTuple):
    """Answers and what they come to."""

    answers: Answers
    facts: Facts


class Session(QObject):
    """Holds the one immutable `Standing` of the window. It is replaced in one place, which always tells.

    Everything that is shown is worked out from it anew, so no page can be stale. `changed` tells of another answer in
    the check that is shown; `exchanged`, that another check has taken its place: a new one, that of a file, or the same
    one with its signs to be asked anew.
    """

    changed = Signal()
    exchanged = Signal()

    def __init__(
        self,
        protocol: TriageProtocol,
        today: Callable[[], date],
        parent: QObject | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self.protocol = protocol
        self.questionnaire = protocol.questionnaire
        self.today = today
        self._clock = clock
        self._standing = Standing()
        self._in_file = self._standing
        """What can be opened again as it stands."""
        self._former: Mapping[str, Answer | None] = {}
        """What the last change of an answer replaced, by item; of this check alone."""
        self._counted: _Counted | None = None
        self._concluded: Assessment | None = None
        self.typed: dict[str, str] = {}
        """How the amounts were typed, by item id: "7,5" stays so. It counts only while it means the answer."""

    @property
    def standing(self) -> Standing:
        """How the check stands."""
        return self._standing

    @property
    def answers(self) -> Answers:
        """The answers, the one given last at their end."""
        return self._standing.answers

    @property
    def drafts(self) -> Mapping[str, str]:
        """What has been begun and is no answer yet, by item id."""
        return self._standing.drafts

    @property
    def answered_on(self) -> date | None:
        """The day of answers that were given on an earlier one; None for those of today."""
        on = self._standing.check.on
        return on if on is not None and on < self.today() else None

    @property
    def as_on(self) -> Mapping[str, date]:
        """The pages whose answers were taken over from an earlier check, each with the day that they are of."""
        return self._standing.check.as_on

    @property
    def before(self) -> Check | None:
        """The check that the one that is shown is set beside; None where it is the first."""
        return last_told(self._standing.earlier.checks)

    @property
    def plan(self) -> Plan | None:
        """The plan that was begun last."""
        plans = self._standing.earlier.plans
        return plans[-1] if plans else None

    @property
    def running_plan(self) -> Plan | None:
        """The plan that was begun last, as long as it has not been put away."""
        plan = self.plan
        return None if plan is None or plan.ended is not None else plan

    @property
    def former_plans(self) -> tuple[Plan, ...]:
        """The plans that were put away, the latest first."""
        return tuple(plan for plan in reversed(self._standing.earlier.plans) if plan is not self.running_plan)

    @property
    def is_kept(self) -> bool:
        """Whether there is something to come back to: a check that is over, or a plan."""
        check, earlier = self._standing.check, self._standing.earlier
        began = earlier.checks or earlier.plans or check.level or self.answered_on
        return bool(began and self.record.checks)  # a file may hold a plan alone

    @property
    def is_over(self) -> bool:
        """Whether the check that is shown was told its level, or is of an earlier day."""
        check = self._standing.check
        return bool(check.answers) and (check.level is not None or self.answered_on is not None)

    @property
    def record(self) -> Record:
        """All that goes into a file."""
        return self._standing.record(self.today())

    @property
    def unsaved(self) -> bool:
        """Whether there are answers or plans that no file holds as they stand, or a file holds what was taken back."""
        return self.record != self._in_file.record(self.today())

    def note_saved(self, standing: Standing) -> None:
        """Notes that a file holds the check as it stood then."""
        self._in_file = standing

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
        """Sets answers and takes back those that are None, all at once. What says nothing new changes nothing."""
        if not values.keys() & self.drafts.keys() and all(self.answers.get(one) == values[one] for one in values):
            return
        standing = self._kept()
        kept = {item_id: value for item_id, value in standing.answers.items() if item_id not in values}
        given = {item_id: value for item_id, value in values.items() if value is not None}
        drafts = {item_id: draft for item_id, draft in self.drafts.items() if item_id not in values}
        self._change(standing, Answers({**kept, **given}), drafts)

    def begin(self, item_id: str, draft: str = "") -> None:
        """Notes that an item has been begun: its former answer is none any more, and there is no new one yet."""
        standing = self._kept()
        self._change(standing, standing.answers.without(item_id), {**self.drafts, item_id: draft})

    def take_back(self) -> set[str]:
        """Takes back what made the emergency: the last change of an answer, or else the answer behind the emergency
        that was given last. The items that it changed."""
        undone = self._former if self._made_emergency(self._former) else self._last_cause()
        if undone:
            self.answer_several(undone)
        self._former = {}
        return set(undone)

    def _made_emergency(self, former: Mapping[str, Answer | None]) -> bool:
        before = Answers({**self.answers, **{item_id: value for item_id, value in former.items() if value is not None}})
        for item_id in (item_id for item_id, value in former.items() if value is None):
            before = before.without(item_id)
        now, then = (
            {raised.flag.id for raised in assess(self.protocol, answers, self.day).emergencies}
            for answers in (self.answers, before)
        )
        return bool(now - then)

    def _last_cause(self) -> Mapping[str, Answer | None]:
        """Of the answers behind the emergency the one given last, without the options that count for it."""
        measures = self.questionnaire.measure_by_id
        counted: dict[str, set[str]] = {}
        for one in (one for raised in self.assessment().emergencies for one in raised.because):
            for item_id in measures[one.subject].item_ids if one.subject in measures else (one.subject,):
                counted.setdefault(item_id, set()).update(one.options)
        for item_id in reversed(list(self.answers)):
            if item_id in counted:
                answer = self.answers[item_id]
                left = tuple(one for one in answer if one not in counted[item_id]) if isinstance(answer, tuple) else ()
                return {item_id: None if left == answer else left or None}
        return {}

    def seen_for(self) -> str | None:
        """The row of the emergency that a doctor may have seen already, None where there is none: the one that was
        answered last. Where ticking it says all, the row that it stands under."""
        items = self.questionnaire.items
        because = [one.subject for raised in self.assessment().emergencies[:1] for one in raised.because]
        given = {item_id: place for place, item_id in enumerate(self.answers)}
        because.sort(key=lambda item_id: given.get(item_id, -1), reverse=True)
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

    def open(self, record: Record) -> None:
        """Puts what a file holds in the place of this check: its last check, and what was before."""
        *checks, check = record.checks or (Check(),)
        if check.level is None and check.on is not None and check.on >= self.today():
            check = check._replace(on=None)  # it goes on, whenever that is
        standing = Standing(check, earlier=record._replace(checks=tuple(checks)))
        self.note_saved(standing)
        self._exchange(standing)

    def check_again(self) -> None:
        """Begins another check: what lasts is taken over, signs and their times are asked anew, as of today."""
        if self.answers:
            self._exchange(self._again())

    def look_at(self, page_id: str) -> None:
        """Notes that the person looks at a page that was taken over: what it says is of today from now on. A check of
        an earlier day stays as it was; only a change begins another one."""
        if page_id in self.as_on and self.answered_on is None:
            as_on = {page: day for page, day in self.as_on.items() if page != page_id}
            self._standing = self._standing._replace(check=self._standing.check._replace(as_on=as_on))
            self.changed.emit()

    def note_told(self) -> None:
        """Notes the level that the person has been told, and the day, so that neither a later content nor midnight
        rewrites the past. It holds as long as no answer is changed."""
        check = self._standing.check
        level = self.assessment().disposition
        if self.answered_on is None and check.level is not level:
            told = check._replace(level=level, content=self.protocol.version, on=self.today())
            self._standing = self._standing._replace(check=told)
            self.changed.emit()

    def begin_plan(self, trigger_id: str) -> None:
        """Begins a plan today."""
        self._set_plans((*self._standing.earlier.plans, Plan(trigger_id, self.today())))

    def give_day(self, number: int, given: Day) -> None:
        """Fills in a day of the plan that was begun last."""
        *former, plan = self._standing.earlier.plans
        self._set_plans((*former, plan.with_day(plan.day(number), given)))

    def end_plan(self) -> None:
        """Puts the plan that was begun last away: one with days stays in the file, an empty one is dropped."""
        *former, plan = self._standing.earlier.plans
        self._set_plans((*former, plan._replace(ended=self.today())) if plan.days or plan.unread else tuple(former))

    def resume_plan(self) -> None:
        """Takes up again the plan that was put away last."""
        *former, plan = self._standing.earlier.plans
        self._set_plans((*former, plan._replace(ended=None)))

    def forget(self) -> None:
        """Forgets every answer, and that a file holds any."""
        self.note_saved(Standing())
        self._exchange(Standing())

    def missing(self, page: Page) -> tuple[Item, ...]:
        """The items of a page that must be answered and are not, or that were begun: what was typed and is no answer
        is not passed over."""
        missing = missing_items(self.facts, page)
        return tuple(item for item in enabled_items(self.facts, page) if item in missing or item.id in self.drafts)

    @property
    def facts(self) -> Facts:
        """What the answers come to, worked out once for each standing. Which page is next follows from it without an
        assessment, which takes far longer."""
        if self._counted is None or self._counted.answers is not self.answers:
            self._counted = _Counted(self.answers, Facts(self.questionnaire, self.answers))
        return self._counted.facts

    def assessment(self) -> Assessment:
        """What follows from the answers, on their day; worked out once for each standing."""
        if self._concluded is None or self._concluded.facts is not self.facts or self._concluded.on != self.day:
            self._concluded = conclude(self.protocol, self.facts, self.day)
        return self._concluded

    def _again(self) -> Standing:
        """Another check after the one that is shown."""
        record = self.record
        check = record.checks[-1]
        answers, as_on = taken_over(self.protocol, check, record.plans, self.today())
        return Standing(Check(answers, as_on=as_on), earlier=record)

    def _time(self) -> str:
        return self._clock().strftime("%H:%M")

    def _kept(self) -> Standing:
        """What still holds when something is changed: of an earlier day only what lasts. "Since yesterday" has become
        wrong."""
        return self._standing if self.answered_on is None else self._again()

    def _change(self, kept: Standing, answers: Answers, drafts: Mapping[str, str]) -> None:
        before = self.answers
        if dict(answers) == dict(before) and drafts == self.drafts:
            return
        other = {item_id for item_id in {*answers, *before} if answers.get(item_id) != before.get(item_id)}
        if other:
            self._former = {item_id: before.get(item_id) for item_id in other}
        pages = {self.questionnaire.page_of_item[item_id].id for item_id in other}
        as_on = {page: day for page, day in kept.check.as_on.items() if page not in pages}
        at = (kept.check.at or self._time()) if answers else ""
        check = kept.check._replace(answers=answers, as_on=as_on, at=at)
        if other:
            check = check._replace(level=None, content="")
        self._standing = Standing(check, drafts, kept.earlier)
        self.changed.emit()

    def _set_plans(self, plans: tuple[Plan, ...]) -> None:
        self._standing = self._standing._replace(earlier=self._standing.earlier._replace(plans=plans))
        self.changed.emit()

    def _exchange(self, standing: Standing) -> None:
        self._standing, self._former, self.typed = standing, {}, {}
        self.exchanged.emit()
