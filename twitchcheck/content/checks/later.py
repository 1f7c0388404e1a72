"""The two-week plan: its amounts are asked for, and everything that a diary can come to has its words."""

from collections.abc import Iterator

from twitchcheck.content.checks.parts import Complaint
from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.questionnaire.items import ItemType
from twitchcheck.rules.protocol import RATINGS, VERDICTS, Later, TriageProtocol


def plan_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    """Planned changes of amounts that are not asked for, and such as say twice when they are offered."""
    amounts = [item.id for item in protocol.questionnaire.items.values() if item.type is ItemType.AMOUNT]
    for trigger in protocol.triggers:
        if trigger.plan is None:
            continue
        for index, item_id in enumerate(trigger.plan.amounts):
            if item_id not in amounts:
                message = f"there is no amount {quoted(item_id)}{did_you_mean(item_id, amounts)}"
                yield trigger, ("plan", "amounts", index), message
        if trigger.plan.when is not None:
            yield trigger, ("plan", "when"), "a plan has no 'when': 'unless' says where it is not offered"


def later_problems(later: Later) -> Iterator[Complaint]:
    """Verdicts and words for a day that are missing or too many, and nothing said where something is needed."""
    for name in VERDICTS:
        if name not in later.verdicts:
            yield later, ("verdicts",), f"has no verdict {quoted(name)}"
    for name in later.verdicts:
        if name not in VERDICTS:
            yield later, ("verdicts", name), f"there is no verdict {quoted(name)}{did_you_mean(name, VERDICTS)}"
    if len(later.ratings) != RATINGS or len({word for word in later.ratings if word.strip()}) != RATINGS:
        yield later, ("ratings",), f"needs {RATINGS} different words, from none to all day"
    for field in ("brake", "diary"):
        if not getattr(later, field):
            yield later, (field,), f"'{field}' needs at least one entry"
