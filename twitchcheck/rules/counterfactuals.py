"""What would change this advice: every single change of an answer that would make it more urgent."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answer, Answers, toggled
from twitchcheck.questionnaire.conditions import Condition, parts_of
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NONE, NOT_SURE, Item, ItemType, Role
from twitchcheck.rules.assessment import Assessment, worst_of
from twitchcheck.rules.protocol import TriageProtocol

CHANGEABLE = (Role.WARNING, Role.SYMPTOM, Role.HABIT, Role.HEALTH)


class Change(Struct, frozen=True):
    """One answer that would raise the disposition: an `option` of an item, or an `amount` that is reached."""

    item_id: str
    disposition: Disposition
    option: str = ""
    amount: float | None = None


def what_would_change(
    protocol: TriageProtocol, answers: Answers, assessment: Assessment, only: Collection[str] | None = None
) -> tuple[Change, ...]:
    """Every single change that would raise the disposition, most urgent first; of all questions, or `only` of some.

    Follow-up questions that such a change would open are left out of account: they were not asked, so
    the answer given here is the least that the change would do.
    """
    asked = assessment.facts.enabled
    found = []
    for item in asked.values():
        if item.role in CHANGEABLE and (only is None or item.id in only):
            amounts_raise_to = assessment.disposition
            # Only what looks at this answer can become more urgent by it.
            flags = protocol.red_flags_of[item.id]
            for value, option, amount in _alternatives(protocol, item, answers.get(item.id)):
                changed = assessment.facts.changed(answers.with_answer(item.id, value), item.id)
                disposition = worst_of(protocol, flags, changed)
                if disposition.urgency > amounts_raise_to.urgency:
                    found.append(Change(item.id, disposition, option, amount))
                    if amount is not None:  # the next higher amount is only told when it raises further
                        amounts_raise_to = disposition
    return tuple(sorted(found, key=lambda change: -change.disposition.urgency))


def _alternatives(
    protocol: TriageProtocol, item: Item, current: Answer | None
) -> Iterator[tuple[Answer, str, float | None]]:
    """Every other answer to an item, with the option or the amount that makes the difference; of a row its times."""
    if item.type is ItemType.CHOICE:
        for option_id in item.timed or [option.id for option in item.options]:
            if option_id != current:
                yield option_id, option_id, None
    elif item.type is ItemType.CHOICES:
        chosen = current if isinstance(current, tuple) else ()
        for option in item.answer_options:
            if option.id not in (NONE, NOT_SURE, *chosen):
                yield toggled(item, chosen, option.id), option.id, None
    elif item.type is ItemType.AMOUNT:
        for bound in sorted(_bounds(protocol, item.id)):
            if not isinstance(current, int | float) or current < bound:
                yield bound, "", bound


def _bounds(protocol: TriageProtocol, item_id: str) -> set[float]:
    """The bounds that a red flag sets on an amount, through findings too."""
    found: set[float] = set()

    def walk(condition: Condition) -> None:
        if item_id in condition.at_least:
            found.add(condition.at_least[item_id])
        for part in parts_of(condition):
            walk(part)
        for finding_id in condition.findings:
            walk(protocol.questionnaire.finding_conditions[finding_id])

    for flag in protocol.red_flags:
        walk(flag.when)
    return found
