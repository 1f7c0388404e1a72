"""What has changed from one check to the next: signs, their grades, the level, and the everyday triggers."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import AS_EVER, NO, NONE, NOT_SURE, SIGNS, UNKNOWN, Item, ItemType
from twitchcheck.records.record import Check
from twitchcheck.rules.assessment import Assessment, assess
from twitchcheck.rules.grades import GONE, GRADES
from twitchcheck.rules.protocol import TriageProtocol, Trigger


class Course(StrEnum):
    """How a sign went from one check to the next. `anew` is a sign that was there and began once more, `passed` one
    that came and went in between."""

    NEW = "new"
    ANEW = "anew"
    MORE = "more"
    PASSED = "passed"
    LESS = "less"
    GONE = "gone"


WORSE = (Course.NEW, Course.ANEW, Course.MORE, Course.PASSED)


REACHES_BACK = {"today": 1, "days": 14, "weeks": 62}
"""How many days back a time goes at most: what began no longer ago was not there at a check before that."""


class SignChange(NamedTuple):
    """A sign that is not as it was. `then` and `now` are the options; one of them is "" where a list had it not."""

    item_id: str
    course: Course
    then: str
    now: str


class TriggerChange(NamedTuple):
    """A trigger that counted in one of two checks, or in both."""

    trigger: Trigger
    was_active: bool
    is_active: bool


class SinceLast(NamedTuple):
    """A check beside the one before it. `level_then` is what was told, None where nobody was told one."""

    facts_then: Facts
    level_then: Disposition | None
    level_now: Disposition
    signs: tuple[SignChange, ...]
    triggers: tuple[TriggerChange, ...]

    @property
    def has_risen(self) -> bool:
        """Whether the advice is more urgent than it was."""
        return self.level_then is not None and self.level_now.urgency > self.level_then.urgency

    @property
    def is_worse(self) -> bool:
        """Whether anything is: a calmer level hides none of it."""
        return self.has_risen or any(one.course in WORSE for one in self.signs)


def since_last(protocol: TriageProtocol, before: Check, assessment: Assessment) -> SinceLast:
    """What has changed since the check `before`."""
    on = before.on or assessment.on
    former = assess(protocol, before.answers, on)
    then, now = former.facts, assessment.facts
    gap = (assessment.on - on).days
    was, is_now = ({active.trigger.id for active in one.triggers} for one in (former, assessment))
    changes = (TriggerChange(one, one.id in was, one.id in is_now) for one in protocol.triggers)
    return SinceLast(
        then,
        before.level,
        assessment.disposition,
        tuple(one for item in protocol.questionnaire.items.values() for one in _changes(item, then, now, gap)),
        tuple(one for one in changes if one.was_active or one.is_active),
    )


def _changes(item: Item, then: Facts, now: Facts, gap: int) -> Iterator[SignChange]:
    if item.role not in SIGNS:
        return
    before, after = then.chosen(item.id), now.chosen(item.id)
    if item.is_row:
        yield from _of_a_row(item, _only(before), _only(after), gap)
    elif item.type is ItemType.CHOICES:
        yield from (SignChange(item.id, Course.NEW, "", one) for one in after if one not in before)
        if not now.is_open(item.id):
            yield from (SignChange(item.id, Course.GONE, one, "") for one in before if one not in after)
    elif before and after:
        yield from _of_a_grade(item, before[0], after[0])


def _of_a_row(item: Item, before: str, after: str, gap: int) -> Iterator[SignChange]:
    was, is_there = _is_there(before), _is_there(after)
    if is_there and not was:
        yield SignChange(item.id, Course.NEW, before, after)
    elif was and not is_there and after:
        yield SignChange(item.id, Course.GONE, before, after)
    elif not was and after in GONE and before not in GONE:
        yield SignChange(item.id, Course.PASSED, before, after)
    elif was and is_there and UNKNOWN not in (before, after):
        places = [option.id for option in item.steps]
        if places.index(after) < places.index(before) or gap > REACHES_BACK.get(after, gap):
            yield SignChange(item.id, Course.ANEW, before, after)


def _of_a_grade(item: Item, before: str, after: str) -> Iterator[SignChange]:
    for grades in GRADES.get(item.id, ()):
        if before in grades and after in grades and before != after:
            course = Course.MORE if grades.index(after) > grades.index(before) else Course.LESS
            yield SignChange(item.id, course, before, after)


def _only(chosen: tuple[str, ...]) -> str:
    """The one option chosen, "" where the answer is open or was not asked."""
    return chosen[0] if chosen else ""


def _is_there(option: str) -> bool:
    """Whether a row is so: at any time but gone, and not as a doctor knows it."""
    return option not in ("", NO, NONE, NOT_SURE, AS_EVER, *GONE)
