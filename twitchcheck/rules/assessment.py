"""The conclusion from the answers. The most urgent red flag decides; triggers only rank explanations."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty, Evidence, evaluate, evidence
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import Role
from twitchcheck.rules.protocol import Consideration, RedFlag, Statement, Strength, TriageProtocol, Trigger

Said = TypeVar("Said", bound=Statement)


class RaisedFlag(Struct, frozen=True):
    """A red flag that holds (YES) or is left open by the answers (UNSURE), and what it counts for."""

    flag: RedFlag
    certainty: Certainty
    disposition: Disposition
    because: tuple[Evidence, ...]


class ActiveTrigger(Struct, frozen=True):
    """A trigger with its points, and the answers that made them."""

    trigger: Trigger
    points: int
    strength: Strength
    because: tuple[Evidence, ...]
    advice: tuple[Statement, ...]


class WeighedConsideration(Struct, frozen=True):
    """A consideration with what the answers say for and against raising it."""

    consideration: Consideration
    raised_by: tuple[Statement, ...]
    lowered_by: tuple[Statement, ...]
    statements: tuple[Statement, ...]


class Assessment(Struct, frozen=True):
    """The conclusion on one day.

    `red_flags` stand most urgent first, `triggers` strongest first. `unsure` lists the items worth
    clarifying: those that left a red flag open first, then other open warnings and symptoms. `facts` are
    the answers that counted.
    """

    on: date
    disposition: Disposition
    red_flags: tuple[RaisedFlag, ...]
    triggers: tuple[ActiveTrigger, ...]
    considerations: tuple[WeighedConsideration, ...]
    unsure: tuple[str, ...]
    facts: Facts

    @property
    def emergencies(self) -> tuple[RaisedFlag, ...]:
        """The red flags that hold for sure and are an emergency."""
        return tuple(
            raised
            for raised in self.red_flags
            if raised.disposition is Disposition.EMERGENCY and raised.certainty is Certainty.YES
        )

    @property
    def deciding(self) -> tuple[RaisedFlag, ...]:
        """The red flags at the level of the disposition."""
        return tuple(raised for raised in self.red_flags if raised.disposition is self.disposition)


def assess(protocol: TriageProtocol, answers: Answers, on: date) -> Assessment:
    """What follows from `answers` on the day `on`. Pure: the same arguments give the same conclusion."""
    return conclude(protocol, Facts(protocol.questionnaire, answers), on)


def conclude(protocol: TriageProtocol, facts: Facts, on: date) -> Assessment:
    """What follows from what the answers come to."""
    red_flags = raised_flags(protocol, facts)
    return Assessment(
        on=on,
        disposition=most_urgent(red_flags),
        red_flags=red_flags,
        triggers=_active_triggers(protocol, facts),
        considerations=tuple(_weighed(consideration, facts) for consideration in protocol.considerations),
        unsure=_worth_clarifying(red_flags, facts),
        facts=facts,
    )


def disposition_of(protocol: TriageProtocol, answers: Answers) -> Disposition:
    """The disposition alone."""
    return worst_of(protocol, protocol.red_flags, Facts(protocol.questionnaire, answers))


def worst_of(protocol: TriageProtocol, red_flags: Iterable[RedFlag], facts: Facts) -> Disposition:
    """The most urgent disposition that one of these red flags asks for; self-care without one."""
    worst = Disposition.SELF_CARE
    for flag in red_flags:
        if flag.disposition.urgency > worst.urgency:
            counted = _counted(protocol, flag, evaluate(flag.when, facts))
            if counted is not None and counted.urgency > worst.urgency:
                worst = counted
    return worst


def raised_flags(protocol: TriageProtocol, facts: Facts) -> tuple[RaisedFlag, ...]:
    """Every red flag that holds or is open, most urgent first, sure ones before open ones."""
    raised = []
    for flag in protocol.red_flags:
        certainty = evaluate(flag.when, facts)
        counted = _counted(protocol, flag, certainty)
        if counted is not None:
            raised.append(RaisedFlag(flag, certainty, counted, evidence(flag.when, facts)))
    return tuple(sorted(raised, key=lambda one: (-one.disposition.urgency, -one.certainty)))


def most_urgent(red_flags: Collection[RaisedFlag]) -> Disposition:
    """The disposition of the most urgent red flag; self-care without one."""
    return max((raised.disposition for raised in red_flags), key=lambda one: one.urgency, default=Disposition.SELF_CARE)


def _counted(protocol: TriageProtocol, flag: RedFlag, certainty: Certainty) -> Disposition | None:
    if certainty is Certainty.YES:
        return flag.disposition
    if certainty is Certainty.UNSURE:
        return flag.if_unsure or protocol.care_level[flag.disposition].if_unsure
    return None


def _active_triggers(protocol: TriageProtocol, facts: Facts) -> tuple[ActiveTrigger, ...]:
    active = []
    for trigger in protocol.triggers:
        holding = [factor for factor in trigger.factors if evaluate(factor.when, facts) is Certainty.YES]
        points = sum(factor.points for factor in holding)
        strength = _strength(protocol, points)
        if strength is not None:
            because = {one.subject: one for factor in holding for one in evidence(factor.when, facts)}
            advice = shown(trigger.advice, facts)
            active.append(ActiveTrigger(trigger, points, strength, tuple(because.values()), advice))
    return tuple(sorted(active, key=lambda one: -one.points))


def _strength(protocol: TriageProtocol, points: int) -> Strength | None:
    reached = [strength for strength in Strength if points >= protocol.edition.trigger_strengths[strength]]
    return reached[-1] if reached else None


def shown(statements: tuple[Said, ...], facts: Facts) -> tuple[Said, ...]:
    """The statements whose condition holds for sure."""
    return tuple(one for one in statements if one.when is None or evaluate(one.when, facts) is Certainty.YES)


def _weighed(consideration: Consideration, facts: Facts) -> WeighedConsideration:
    return WeighedConsideration(
        consideration,
        shown(consideration.raised_by, facts),
        shown(consideration.lowered_by, facts),
        shown(consideration.statements, facts),
    )


def _worth_clarifying(red_flags: tuple[RaisedFlag, ...], facts: Facts) -> tuple[str, ...]:
    measures = facts.questionnaire.measure_by_id
    leaving_open = [
        item_id
        for raised in red_flags
        for one in raised.because
        if raised.certainty is Certainty.UNSURE and one.certainty is Certainty.UNSURE
        for item_id in (measures[one.subject].item_ids if one.subject in measures else (one.subject,))
    ]
    others = [item.id for item in facts.enabled.values() if item.role in (Role.WARNING, Role.SYMPTOM)]
    return tuple(dict.fromkeys(item_id for item_id in (*leaving_open, *others) if facts.is_open(item_id)))
