"""What has changed since the check before, in words: levels, signs, and the amounts behind the triggers."""

from collections.abc import Collection, Iterator
from datetime import date

from msgspec import Struct

from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.pause import has_nothing_new
from twitchcheck.records.record import Check
from twitchcheck.records.since import WORSE, Course, SignChange, SinceLast, TriggerChange, since_last
from twitchcheck.report.next_look import review_day
from twitchcheck.report.phrases import Phrases
from twitchcheck.report.sentences import Sourced, sourced
from twitchcheck.rules.assessment import Assessment

UNKNOWN_DAY = "the check before"
NOT_GIVEN = "not known"
NOTHING_CHANGED = "No sign has changed."
OTHER_ANSWERS = "No sign has changed. Other answers make the advice more urgent."
_DATED = (Disposition.ROUTINE, Disposition.SOON)
"""Levels with a day by which to be seen."""

_BEGUN = {Course.NEW: "new", Course.ANEW: "began again", Course.PASSED: "came and went"}


class SinceView(Struct, frozen=True):
    """A check beside the one before it. `level` says both levels, `worse` stands before `better` whatever they are;
    `brake` is for who checks again within days without anything new."""

    title: str
    level: str
    has_risen: bool
    worse: tuple[str, ...]
    better: tuple[str, ...]
    amounts: tuple[str, ...]
    brake: tuple[Sourced, ...]

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What there is to say, each with its name, in the order of reading."""
        named = (("Worse", self.worse), ("Better", self.better), ("Amounts", self.amounts))
        told = [(name, "; ".join(found)) for name, found in named if found]
        unchanged = OTHER_ANSWERS if self.has_risen else NOTHING_CHANGED
        signs = [] if self.worse or self.better else [("Signs", unchanged)]
        return (("Advice", self.level), *signs, *told)


def since_view(phrases: Phrases, before: Check, assessment: Assessment, next_day: date) -> SinceView:
    """What is different from the check `before`. `next_day` is when another one makes sense."""
    since = since_last(phrases.protocol, before, assessment)
    then = Phrases(phrases.protocol, before.answers, since.facts_then)
    day = UNKNOWN_DAY if before.on is None else phrases.date(before.on)
    told = [(one, _sign(phrases, then, one)) for one in since.signs]
    soon = has_nothing_new(phrases.protocol, before, since, assessment.on)
    return SinceView(
        title=f"Since {day}",
        level=_levels(phrases, since, before),
        has_risen=since.has_risen,
        worse=tuple(words for one, words in told if one.course in WORSE),
        better=tuple(words for one, words in told if one.course not in WORSE),
        amounts=tuple(_amounts(phrases, then, since.triggers)),
        brake=brake_sentences(phrases, next_day) if soon else (),
    )


def brake_sentences(phrases: Phrases, next_day: date) -> tuple[Sourced, ...]:
    """What is said to who checks again within days; {date} in it is when another check makes sense."""
    day = phrases.date(next_day)
    return tuple(sourced(phrases, one.text.replace("{date}", day), one.sources) for one in phrases.protocol.later.brake)


def _levels(phrases: Phrases, since: SinceLast, before: Check) -> str:
    """Both levels. A day that was told does not move on because somebody checks again."""
    labels = phrases.protocol.care_level
    now = labels[since.level_now].label
    if since.level_then is None:
        return now
    if since.level_then is not since.level_now:
        return _from(labels[since.level_then].label, now)
    if before.on is None or since.level_now not in _DATED:
        return f"{now}, as before"
    day = review_day(labels[since.level_now], since.facts_then, before.on)
    return f"{now}, as before. The day that was told then still stands: {phrases.date(day)}"


def _from(before: str, after: str) -> str:
    """How something went. Not "then" and "now": how often it twitches may be "now and then"."""
    return f"from {before} to {after}"


def _sign(phrases: Phrases, then: Phrases, one: SignChange) -> str:
    """A sign with how it went, such as "new: slurred speech, since today or yesterday"."""
    if one.course is Course.GONE:
        item = phrases.questionnaire.items[one.item_id]
        return f"gone: {phrases.brief(one.item_id) if item.is_row else then.alone(one.item_id, one.then)}"
    if one.course in _BEGUN:
        return f"{_BEGUN[one.course]}: {phrases.alone(one.item_id, one.now)}"
    before, after = phrases.option(one.item_id, one.then), phrases.option(one.item_id, one.now)
    return f"{phrases.brief(one.item_id)}: {_from(before, after)}"


def _amounts(phrases: Phrases, then: Phrases, changes: Collection[TriggerChange]) -> Iterator[str]:
    """The amounts behind the triggers, where they are not the same in both checks."""
    for subject in dict.fromkeys(subject for one in changes for subject in one.trigger.shown):
        before, after = then.known_amount(subject), phrases.known_amount(subject)
        if before != after:
            yield f"{phrases.brief(subject)}: {_from(before or NOT_GIVEN, after or NOT_GIVEN)}"
    for one in changes:
        if not one.trigger.shown and one.was_active != one.is_active:
            yield f"{one.trigger.name}: {'no longer' if one.was_active else 'new'}"
