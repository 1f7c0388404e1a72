"""Protocols that are broken on purpose, and what the proofs say of them."""

from collections.abc import Callable
from typing import Any

import msgspec

from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.logic import Logic
from twitchcheck.rules.proofs import Failure, Finding
from twitchcheck.rules.protocol import RedFlag, TriageProtocol, Trigger
from twitchcheck.rules.z3_solver import Z3Solver

Broken = Callable[[TriageProtocol], TriageProtocol]

replace = msgspec.structs.replace


def failures_of(protocol: TriageProtocol, ask: Callable[[Z3Solver], Finding]) -> list[Failure]:
    """The failures of one property, the others not asked."""
    return ask(Z3Solver(Logic(protocol))).failures


def abouts(failures: list[Failure]) -> list[str]:
    """What each failure is about."""
    return [failure.about for failure in failures]


def condition(**parts: Any) -> Condition:
    """A condition as a content editor writes it."""
    return msgspec.convert(parts, Condition)


def with_flags(protocol: TriageProtocol, flags: tuple[RedFlag, ...]) -> TriageProtocol:
    """The protocol with other red flags, those of cells too: as if a cell were not what its red flag says."""
    made = replace(protocol)
    made.__dict__["red_flags"] = flags
    return made


def with_flag(protocol: TriageProtocol, flag_id: str, **changes: Any) -> TriageProtocol:
    """The protocol with one red flag changed."""
    assert any(flag.id == flag_id for flag in protocol.red_flags)
    flags = (replace(flag, **changes) if flag.id == flag_id else flag for flag in protocol.red_flags)
    return with_flags(protocol, tuple(flags))


def without_flags(protocol: TriageProtocol, *flag_ids: str) -> TriageProtocol:
    """The protocol without some red flags."""
    assert {flag.id for flag in protocol.red_flags}.issuperset(flag_ids)
    return with_flags(protocol, tuple(flag for flag in protocol.red_flags if flag.id not in flag_ids))


def with_trigger(protocol: TriageProtocol, trigger_id: str, **changes: Any) -> TriageProtocol:
    """The protocol with one trigger changed."""

    def changed(trigger: Trigger) -> Trigger:
        return replace(trigger, **changes) if trigger.id == trigger_id else trigger

    return replace(protocol, triggers=tuple(map(changed, protocol.triggers)))


def with_item(protocol: TriageProtocol, item_id: str, **changes: Any) -> TriageProtocol:
    """The protocol with one question changed."""
    questionnaire = protocol.questionnaire
    sections = tuple(
        replace(
            section,
            pages=tuple(
                replace(page, items=tuple(replace(one, **changes) if one.id == item_id else one for one in page.items))
                for page in section.pages
            ),
        )
        for section in questionnaire.sections
    )
    return replace(protocol, questionnaire=replace(questionnaire, sections=sections))


def with_level(protocol: TriageProtocol, level: Disposition, **changes: Any) -> TriageProtocol:
    """The protocol with one care level changed."""
    levels = tuple(replace(one, **changes) if one.id is level else one for one in protocol.care_levels)
    return replace(protocol, care_levels=levels)
