"""When another check makes sense, and whether somebody checks again too soon for anything to have changed."""

from datetime import date

from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check
from twitchcheck.records.since import SinceLast
from twitchcheck.rules.protocol import TriageProtocol

URGENT = (Disposition.SAME_DAY, Disposition.EMERGENCY)
"""Levels that have no time for anything but what to do: nothing soothes there, nothing explains twitches, and nobody is
told when to check again."""

MAY_WAIT = (Disposition.SELF_CARE, Disposition.ROUTINE)
"""Levels at which somebody is told that another check shows little."""


def is_too_soon(protocol: TriageProtocol, before: Check, on: date) -> bool:
    """Whether the day `on` is within days of a check that told self-care or an ordinary appointment."""
    if before.on is None or before.level not in MAY_WAIT:
        return False
    return 0 <= (on - before.on).days < protocol.later.brake_days


def has_nothing_new(protocol: TriageProtocol, before: Check, since: SinceLast, on: date) -> bool:
    """Whether a check came so soon that nothing was likely to be new, and nothing is worse."""
    return is_too_soon(protocol, before, on) and not since.is_worse and since.level_now in MAY_WAIT
