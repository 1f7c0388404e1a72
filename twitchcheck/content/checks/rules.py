"""Red flags and care levels: no rule rests on a "no", and every care level says everything it has to say."""

from collections.abc import Iterator, Mapping

from twitchcheck.content.checks.parts import Complaint, parts
from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NO, NONE, NOT_SURE, Role
from twitchcheck.rules.protocol import CareLevel, TriageProtocol, red_flag_id


def red_flag_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    """A red flag may not rest on "no", "none" or "not sure" of a symptom: that would be a negation. Nor may it have the
    id of the red flag of a cell."""
    items = protocol.questionnaire.items
    cells = {red_flag_id(item, cell): item for item in items.values() for cell in item.cells}
    for flag in protocol.combinations:
        if flag.id in cells:
            yield flag, ("id",), f"{quoted(flag.id)} is the red flag of a cell of {quoted(cells[flag.id].id)} already"
        for path, part in _with_findings(flag.when, ("when",), protocol.questionnaire.finding_conditions):
            for item_id, wanted in part.has.items():
                item = items.get(item_id)
                if item is not None and item.role in (Role.WARNING, Role.SYMPTOM):
                    for option_id in sorted({NO, NONE, NOT_SURE} & set(wanted)):
                        message = f"a red flag can't rest on the answer {quoted(option_id)} to {item_id}"
                        yield flag, (*path, "has", item_id), message
        if flag.disposition is Disposition.SELF_CARE:
            yield flag, ("disposition",), "a red flag can't lead to self_care"
        if flag.if_unsure is not None and flag.if_unsure.urgency > flag.disposition.urgency:
            yield flag, ("if_unsure",), "can't be more urgent than the red flag itself"
        if flag.disposition is Disposition.EMERGENCY and not flag.say:
            yield flag, (), "an emergency needs the key 'say': what to tell the emergency services"


def _with_findings(
    condition: Condition, path: KeyPath, findings: Mapping[str, Condition]
) -> Iterator[tuple[KeyPath, Condition]]:
    """A condition and all that it is made of, each with the path below which it is named, a finding once."""
    seen: set[str] = set()
    waiting = [(path, condition)]
    while waiting:
        path, condition = waiting.pop()
        for here, part in parts(condition, path):
            if isinstance(part, Condition):
                yield here, part
                for index, name in enumerate(part.findings):
                    if name in findings and name not in seen:
                        seen.add(name)
                        waiting.append(((*here, "findings", index), findings[name]))


def care_level_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    """Every disposition has a care level with advice, a safety net and a review that holds for everybody."""
    for disposition in Disposition:
        if disposition not in protocol.care_level:
            yield protocol.edition, (), f"there is no care level '{disposition}'"
    for level in protocol.care_levels:
        if level.if_unsure.urgency > level.id.urgency:
            yield level, ("if_unsure",), "can't be more urgent than the care level itself"
        for field in ("summary", "advice", "safety_net", "reviews"):
            if not getattr(level, field):
                yield level, (field,), f"'{field}' needs at least one entry"
        yield from _review_problems(protocol, level)


def _review_problems(protocol: TriageProtocol, level: CareLevel) -> Iterator[Complaint]:
    items = protocol.questionnaire.items
    last = len(level.reviews) - 1
    for index, review in enumerate(level.reviews):
        if index == last and review.when is not None:
            yield level, ("reviews", index, "when"), "the last review must hold for everybody"
        if index < last and review.when is None:
            yield level, ("reviews", index), "holds for everybody, so the reviews after it are never shown"
        if review.since_onset and review.since_onset not in items:
            message = f"there is no item {quoted(review.since_onset)}{did_you_mean(review.since_onset, items)}"
            yield level, ("reviews", index, "since_onset"), message
