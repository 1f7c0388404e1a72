"""What a file holds, as plain values -> a record. Nothing that can be read is lost, and what cannot is kept."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from types import MappingProxyType
from typing import TypeVar

from twitchcheck.questionnaire.answers import MAX_TEXT, Answer, Answers, problem_with
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import ItemType, Questionnaire
from twitchcheck.records.record import Check, Day, Plan, Record, Twitching
from twitchcheck.records.verdict import DAYS
from twitchcheck.records.writing import FORM

Read = TypeVar("Read")

_Keys = dict[str, object]

_LAST_BEGIN = date.max - timedelta(days=DAYS)
"""Of a plan: there are dates for all its days."""


def record_from(questionnaire: Questionnaire, plain: object) -> Record:
    """The record in a file, also of a version before or after this one: what has the same meaning is taken, the rest
    is kept where it stands.

    Raises ValueError where it is no such file: no keys, or neither checks nor answers among them.
    """
    if not isinstance(plain, dict):
        raise ValueError("needs keys with values")
    content = dict(plain)
    if "checks" not in content and isinstance(content.get("answers"), dict):  # the first form: a file was one check
        return Record((_check(questionnaire, content),))
    if not isinstance(content.get("checks"), list):
        raise ValueError("needs the key 'checks' with a list")
    form = content.get("twitchcheck")
    if not isinstance(form, int) or isinstance(form, bool) or form <= FORM:
        content.pop("twitchcheck", None)  # that of a later program stays
    unread: dict[str, Mapping[int, object]] = {}
    checks = _all(content, "checks", lambda one: _check(questionnaire, one), unread)
    plans = _all(content, "plans", _plan, unread)
    return Record(checks, plans, MappingProxyType(unread), MappingProxyType(content))


def _all(
    content: _Keys, key: str, read: Callable[[_Keys], Read], unread: dict[str, Mapping[int, object]]
) -> tuple[Read, ...]:
    """The entries of a list that can be read; the others go to `unread`, and so does what should be a list."""
    found: list[Read] = []
    odd: dict[int, object] = {}
    entries = content.pop(key, None)
    listed = entries if isinstance(entries, list) else [] if entries is None else [entries]
    for place, one in enumerate(listed):
        try:
            if not isinstance(one, dict):
                raise ValueError
            found.append(read(dict(one)))
        except ValueError:
            odd[place] = one
    if odd:
        unread[key] = odd
    return tuple(found)


def _check(questionnaire: Questionnaire, entry: _Keys) -> Check:
    given = entry.pop("answers", None)
    if not isinstance(given, dict):
        raise ValueError
    answers: dict[str, Answer] = {}
    others: dict[str, object] = {}
    for item_id, plain in given.items():
        value = _answer(questionnaire, item_id, plain)
        if value is not None:
            answers[item_id] = value
        elif plain is not None or item_id not in questionnaire.items:
            others[item_id] = plain
    return Check(
        Answers(answers),
        _take(entry, "date", day_from),
        _take(entry, "time", _time_from) or "",
        _take(entry, "content", _short_text) or "",
        _take(entry, "level", _level),
        _take(entry, "as_on", _days_from) or {},
        others,
        entry,
    )


def _answer(questionnaire: Questionnaire, item_id: str, plain: object) -> Answer | None:
    """The answer to an item; None where this content does not ask it, or not in this way."""
    item = questionnaire.items.get(item_id)
    if item is None:
        return None
    value = tuple(plain) if isinstance(plain, list) else plain
    if item.type is ItemType.CHOICES and not isinstance(value, tuple):
        value = (value,)
    return None if problem_with(item, value) else value  # type: ignore[return-value]  # then it is an Answer


def _plan(entry: _Keys) -> Plan:
    trigger, given = entry.get("trigger"), entry.get("days", {})
    began = day_from(entry.get("began"))
    if not isinstance(trigger, str) or not isinstance(given, dict) or began > _LAST_BEGIN:
        raise ValueError
    days: dict[date, Day] = {}
    unread: dict[str, object] = {}
    for key, plain in given.items():
        try:
            days[day_from(key)] = _day(plain)
        except ValueError:
            unread[key] = plain
    ended = _take(entry, "ended", day_from)
    rest = {key: value for key, value in entry.items() if key not in ("trigger", "began", "days")}
    return Plan(trigger, began, MappingProxyType(dict(sorted(days.items()))), ended, unread, rest)


def _day(plain: object) -> Day:
    if not isinstance(plain, dict):
        raise ValueError
    entry = dict(plain)
    twitching, kept = _take(entry, "twitching", _twitching), _take(entry, "kept", _truth)
    return Day(twitching, kept, _take(entry, "note", _text) or "", entry)


def _take(entry: _Keys, key: str, read: Callable[[object], Read]) -> Read | None:
    """What an entry says under a key, taken out of it; what can't be read stays in it."""
    try:
        value = read(entry[key])
    except (KeyError, ValueError):
        return None
    del entry[key]
    return value


def day_from(plain: object) -> date:
    """A day written like 2026-11-23 and in no other way; raises ValueError."""
    day = date.fromisoformat(plain if isinstance(plain, str) else "")
    if day.isoformat() != plain:  # "20261123" and "2026-W48-1" are days too
        raise ValueError
    return day


def _time_from(plain: object) -> str:
    moment = time.fromisoformat(plain if isinstance(plain, str) else "")
    if moment.isoformat("minutes") != plain:
        raise ValueError
    return moment.isoformat("minutes")


def _days_from(plain: object) -> Mapping[str, date]:
    if not isinstance(plain, dict):
        raise ValueError
    return {key: day_from(value) for key, value in plain.items()}


def _level(plain: object) -> Disposition:
    return Disposition(_text(plain))


def _twitching(plain: object) -> Twitching:
    return Twitching(_text(plain))


def _truth(plain: object) -> bool:
    if not isinstance(plain, bool):
        raise ValueError
    return plain


def _text(plain: object) -> str:
    if not isinstance(plain, str) or len(plain) > MAX_TEXT:
        raise ValueError
    return plain


def _short_text(plain: object) -> str:
    if not _text(plain).isprintable():
        raise ValueError
    return str(plain)
