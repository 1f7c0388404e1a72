"""When another check makes sense, and whether somebody checks again too soon for anything to have changed."""

from datetime import date

from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check
from twitchcheck.records.since import SinceLast
from twitchcheck.rules.protocol import TriageProtocol

URGENT = (Disposition.SAME_DAY, Disposition.EMERGENCY)
"""Levels at which nobody is told to wait."""


def is_too_soon(protocol: TriageProtocol, before: Check, on: date) -> bool:
    """Whether the day `on` is within days of a check that told nothing urgent."""
    if before.on is None or before.level is None or before.level in URGENT:
        return False
    return 0 <= (on - before.on).days < protocol.later.brake_days


def has_nothing_new(protocol: TriageProtocol, before: Check, since: SinceLast, on: date) -> bool:
    """Whether a check came so soon that nothing was likely to be new, and nothing is worse."""
    return is_too_soon(protocol, before, on) and not since.is_worse and since.level_now not in URGENT
