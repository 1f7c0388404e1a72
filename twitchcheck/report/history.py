"""The checks and plans of a file over time, as text for people and as data for programs."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from twitchcheck.records.record import Plan, Record, last_told
from twitchcheck.report.next_look import review_day
from twitchcheck.report.phrases import Phrases, day_in_words
from twitchcheck.report.record_view import record_view
from twitchcheck.report.since_view import SinceView, since_view
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol


def text(protocol: TriageProtocol, record: Record, today: date) -> str:
    """A few lines for each check, the oldest first, and for each plan."""
    view = record_view(protocol, record.checks, today)
    lines = [] if view is None else list(_check_lines(protocol, record, today))
    for plan in record.plans:
        lines += [f"Two-week plan from {day_in_words(protocol, plan.began)}: {plan.trigger}", *_plan_lines(plan)]
    return "".join(f"{line}\n" for line in lines or ["No check yet."])


def data(protocol: TriageProtocol, record: Record, today: date) -> dict[str, Any]:
    """Every check with the level that was told and what changed since the one before, and the plans with their days."""
    return {
        "checks": [_check_data(protocol, record, place, today) for place in range(len(record.checks))],
        "plans": [
            {
                "trigger": plan.trigger,
                "began": plan.began.isoformat(),
                "days": [
                    {"date": day.isoformat(), "twitching": given.twitching, "kept": given.kept, "note": given.note}
                    for day, given in plan.days.items()
                ],
            }
            for plan in record.plans
        ],
        "disclaimer": protocol.edition.disclaimer,
    }


def _check_lines(protocol: TriageProtocol, record: Record, today: date) -> Iterator[str]:
    for place, check in enumerate(record.checks):
        level = "not finished" if check.level is None else protocol.care_level[check.level].label
        yield f"{check.moment or 'day not known'}: {level}"
        since = _since(protocol, record, place, today)
        if since is not None:
            yield from (f"  {name}: {words}" for name, words in since.rows)


def _plan_lines(plan: Plan) -> Iterator[str]:
    for day, given in plan.days.items():
        kept = {True: ", kept to it", False: ", not kept to it", None: ""}[given.kept]
        yield f"  {day.isoformat()}: {given.twitching or 'not given'}{kept}"


def _check_data(protocol: TriageProtocol, record: Record, place: int, today: date) -> dict[str, Any]:
    check = record.checks[place]
    since = _since(protocol, record, place, today)
    return {
        "date": None if check.on is None else check.on.isoformat(),
        "time": check.at or None,
        "content_version": check.content or None,
        "disposition": check.level,
        "since_last": None if since is None else dict(since.rows),
        "not_asked_here": list(check.others),
    }


def _since(protocol: TriageProtocol, record: Record, place: int, today: date) -> SinceView | None:
    """What changed from the check before; None for the first, and for one that is not finished."""
    check, before = record.checks[place], last_told(record.checks[:place])
    if before is None or check.level is None:
        return None
    assessment = assess(protocol, check.answers, check.on or today)
    phrases = Phrases(protocol, check.answers, assessment.facts)
    next_day = review_day(protocol.care_level[assessment.disposition], assessment.facts, assessment.on)
    return since_view(phrases, before, assessment, next_day)
