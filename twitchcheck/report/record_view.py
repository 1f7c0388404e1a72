"""What a file of checks says on its first page: the last check, when another one makes sense, and all before it."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.records.pause import URGENT, is_too_soon
from twitchcheck.records.record import Check, last_told
from twitchcheck.report.citations import SourceRow, cited_in
from twitchcheck.report.next_look import review_day
from twitchcheck.report.phrases import Phrases, day_in_words
from twitchcheck.report.sentences import Sourced
from twitchcheck.report.since_view import brake_sentences
from twitchcheck.rules.protocol import TriageProtocol

NO_LEVEL = "not finished"
NO_DAY = "day not known"


class CheckRow(Struct, frozen=True):
    """One check in a line: its day, with the time where the day has several, and the level that was told."""

    day: str
    level: str
    disposition: Disposition | None


class RecordView(Struct, frozen=True):
    """The last check that told a level, else the last one, and all of them, the latest first. `unfinished` tells of one
    that was begun after it. `action` is what its level says to do, "" where nobody was told
    one; `next` says when another check makes sense, and `brake` is for who comes back within days."""

    last: CheckRow
    action: str
    unfinished: str
    next: str
    brake: tuple[Sourced, ...]
    history: tuple[CheckRow, ...]
    sources: tuple[SourceRow, ...]


def record_view(protocol: TriageProtocol, checks: Iterable[Check], today: date) -> RecordView | None:
    """The view of checks, the oldest first; None where there is none."""
    found = tuple(checks)
    if not found:
        return None
    last = last_told(found) or found[-1]
    action, following = "", ""
    brake: tuple[Sourced, ...] = ()
    if last.level is not None:
        level = protocol.care_level[last.level]
        phrases = Phrases(protocol, last.answers, Facts(protocol.questionnaire, last.answers))
        action = phrases.fill(level.action)
        day = next_check(protocol, found, today)
        if day is not None:
            words = "now" if day == today else f"on {day_in_words(protocol, day)}"
            following = f"Another check makes sense {words}, or as soon as something new comes."
            if is_too_soon(protocol, last, today) and day > today:
                brake = brake_sentences(phrases, day)
    rows = tuple(_row(protocol, check, found) for check in found)
    sources = cited_in(protocol, brake)
    newest = rows[-1]
    going_on = "" if found[-1] is last else f"A check begun on {newest.day} is not finished."
    return RecordView(_row(protocol, last, found), action, going_on, following, brake, rows[::-1], sources)


def next_check(protocol: TriageProtocol, checks: Sequence[Check], today: date) -> date | None:
    """The day on which another check makes sense after the last one that told a level, today where it has come; None
    where that was urgent, or none was told."""
    last = last_told(checks)
    if last is None or last.level is None or last.level in URGENT:
        return None
    facts = Facts(protocol.questionnaire, last.answers)
    return max(review_day(protocol.care_level[last.level], facts, last.on or today), today)


def _row(protocol: TriageProtocol, check: Check, checks: tuple[Check, ...]) -> CheckRow:
    day = NO_DAY if check.on is None else day_in_words(protocol, check.on)
    if check.at and sum(one.on == check.on for one in checks) > 1:
        day = f"{day}, {check.at}"
    level = NO_LEVEL if check.level is None else protocol.care_level[check.level].label
    return CheckRow(day, level, check.level)
