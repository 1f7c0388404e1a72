"""What one `.twitchcheck` file holds: checks in their order, and the plans with their days."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition

NOTHING: Mapping[str, object] = MappingProxyType({})
NO_PAGES: Mapping[str, date] = MappingProxyType({})


class Check(NamedTuple):
    """One check. `on` is its day, None where nothing tells it, `at` the time when it began ("14:32").

    `level` is the care level that the person was told, by the content of that version; None while nobody was told one.
    `as_on` are the pages whose answers were taken over from an earlier check, each with the day they are of. `others`
    are answers to what is not asked here, or not in this way, and `rest` whatever else the file says of the check; both
    are kept as they are.
    """

    answers: Answers = Answers()
    on: date | None = None
    at: str = ""
    content: str = ""
    level: Disposition | None = None
    as_on: Mapping[str, date] = NO_PAGES
    others: Mapping[str, object] = NOTHING
    rest: Mapping[str, object] = NOTHING

    @property
    def moment(self) -> str:
        """Day and time as they are named at a prompt: "2026-11-25T14:32", or the day alone."""
        day = "" if self.on is None else self.on.isoformat()
        return f"{day}T{self.at}" if self.at else day


def last_told(checks: Sequence[Check]) -> Check | None:
    """The last check that told a level, else the last one: what a later one is set beside. One that was begun and left
    says little of what is not so."""
    told = [one for one in checks if one.level is not None]
    return (told or checks)[-1] if checks else None


class Twitching(StrEnum):
    """How much it twitched on one day of the diary, from least to most."""

    NONE = "none"
    LITTLE = "little"
    SOME = "some"
    MUCH = "much"
    ALL_DAY = "all_day"

    @property
    def rank(self) -> int:
        """0 for none to 4 for all day."""
        return list(Twitching).index(self)


class Day(NamedTuple):
    """One day of the diary. `kept` says whether the change was kept to; None while that was not said."""

    twitching: Twitching | None = None
    kept: bool | None = None
    note: str = ""
    rest: Mapping[str, object] = NOTHING

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given for it."""
        return self == Day()


class Plan(NamedTuple):
    """One change tried for two weeks: the trigger that it is about, its first day, and the days that were filled in.

    `ended` is the day on which the person put it away, None while it runs; it keeps its days. `unread` are days that
    make no sense here; they are kept.
    """

    trigger: str
    began: date
    days: Mapping[date, Day] = MappingProxyType({})
    ended: date | None = None
    unread: Mapping[str, object] = NOTHING
    rest: Mapping[str, object] = NOTHING

    def number(self, day: date) -> int:
        """Which day of the plan it is, from 1 on; 0 or less before it began."""
        return (day - self.began).days + 1

    def day(self, number: int) -> date:
        """The date of a day of the plan."""
        return self.began + timedelta(days=number - 1)

    def given(self, number: int) -> Day:
        """What was filled in for a day of the plan."""
        return self.days.get(self.day(number), Day())

    def with_day(self, day: date, given: Day) -> "Plan":
        """The plan with another day; an empty one is taken out."""
        days = {one: value for one, value in self.days.items() if one != day}
        if not given.is_empty:
            days[day] = given
        return self._replace(days=MappingProxyType(dict(sorted(days.items()))))

    def ratings(self, days: int) -> dict[int, int]:
        """The filled-in days among the first `days`: number of the day -> 0 (none) to 4 (all day)."""
        found = {number: self.given(number).twitching for number in range(1, days + 1)}
        return {number: one.rank for number, one in found.items() if one is not None}

    def compared(self, days: int) -> dict[int, int]:
        """The same without the days on which the change was not kept to: they say nothing of the change."""
        rated = self.ratings(days)
        return {number: rank for number, rank in rated.items() if self.given(number).kept is not False}


class Record(NamedTuple):
    """Everything in one file, the oldest check and plan first. `unread` are checks and plans that make no sense here,
    under the key of the list that holds them and their place in it, and `rest` whatever else the file says; both are
    kept as they are."""

    checks: tuple[Check, ...] = ()
    plans: tuple[Plan, ...] = ()
    unread: Mapping[str, Mapping[int, object]] = MappingProxyType({})
    rest: Mapping[str, object] = NOTHING
