"""Which changes are offered as a two-week plan, and whether with a diary."""

from msgspec import Struct

from twitchcheck.questionnaire.conditions import Certainty, evaluate
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.records.pause import MAY_WAIT
from twitchcheck.rules.assessment import Assessment
from twitchcheck.rules.protocol import PlannedChange, TriageProtocol, Trigger

OFFERED_AT = MAY_WAIT


class Offers(Struct, frozen=True):
    """The triggers whose change can be tried, the strongest first; `with_diary` is False for who worries much.
    `at_once` are the triggers without a plan: there the advice stands, without a diary."""

    plans: tuple[Trigger, ...]
    at_once: tuple[Trigger, ...]
    with_diary: bool


def offers(protocol: TriageProtocol, assessment: Assessment) -> Offers:
    """What is offered after a check."""
    if assessment.disposition not in OFFERED_AT:
        return Offers((), (), with_diary=False)
    facts = assessment.facts
    active = [one.trigger for one in assessment.triggers]
    plans = tuple(one for one in active if one.plan is not None and may_wait(one.plan, facts))
    return Offers(plans, tuple(one for one in active if one not in plans), with_diary=watching_is_safe(protocol, facts))


def watching_is_safe(protocol: TriageProtocol, facts: Facts) -> bool:
    """Whether a diary is offered: not to who worries much, for watching feeds the twitching."""
    worries = protocol.later.without_diary.when
    return worries is None or evaluate(worries, facts) is not Certainty.YES


def may_wait(change: PlannedChange, facts: Facts) -> bool:
    """Whether somebody may go on as usual for four days: not where that may do harm."""
    return change.unless is None or evaluate(change.unless, facts) is Certainty.NO
