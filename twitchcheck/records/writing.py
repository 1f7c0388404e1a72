"""A record -> the text of its file."""

import json
from collections.abc import Iterable, Mapping

from twitchcheck.records.record import Check, Day, Plan, Record

FORM = 2
"""Which form of file it is; in the first one a file was one check."""


def record_text(record: Record) -> str:
    """The file as JSON, which is YAML too. Every character beyond ASCII is written as an escape, so that whatever can
    be typed can be read again."""
    unread = record.unread
    data = {
        "twitchcheck": FORM,
        **record.rest,
        "checks": _in_place(map(_check, record.checks), unread.get("checks", {})),
        "plans": _in_place(map(_plan, record.plans), unread.get("plans", {})),
    }
    return json.dumps(data, indent=1) + "\n"


def _in_place(entries: Iterable[object], unread: Mapping[int, object]) -> list[object]:
    """The entries of a list with those that make no sense here, each in its place."""
    made = list(entries)
    for place in sorted(unread):
        made.insert(place, unread[place])
    return made


def _check(check: Check) -> dict[str, object]:
    return {
        **check.rest,
        **_given(
            date=check.on and check.on.isoformat(),
            time=check.at,
            content=check.content,
            level=check.level,
            as_on={page: day.isoformat() for page, day in check.as_on.items()},
        ),
        "answers": {**check.others, **check.answers},
    }


def _plan(plan: Plan) -> dict[str, object]:
    days = {**plan.unread, **{day.isoformat(): _day(given) for day, given in plan.days.items()}}
    ended = _given(ended=plan.ended and plan.ended.isoformat())
    return {**plan.rest, "trigger": plan.trigger, "began": plan.began.isoformat(), **ended, "days": days}


def _day(day: Day) -> Mapping[str, object]:
    kept = {} if day.kept is None else {"kept": day.kept}
    return {**day.rest, **_given(twitching=day.twitching), **kept, **_given(note=day.note)}


def _given(**values: object) -> dict[str, object]:
    """What is not empty."""
    return {key: value for key, value in values.items() if value}
