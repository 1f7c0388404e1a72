"""What no single entry can know: ids that must exist, order, sources, placeholders, complete care levels."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

import msgspec

from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.conditions import Condition, subjects
from twitchcheck.questionnaire.items import NONE, NOT_SURE, Item, ItemType, Measure, Questionnaire, Role
from twitchcheck.rules.protocol import Disposition, Source, Statement, Strength, TriageProtocol

Complaint = tuple[object, KeyPath, str]
"""The entry of a file, the path below it, and what is wrong there."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def cross_check(protocol: TriageProtocol) -> Iterator[Complaint]:
    """Every problem between the entries of the content, as (entry, path below it, message)."""
    yield from _repeated_ids(protocol)
    cycles = list(_finding_cycles(protocol.questionnaire))
    yield from cycles
    for entry in _entries(protocol):
        yield from _source_problems(protocol, entry)
        yield from _placeholder_problems(protocol, entry)
        if not cycles:
            yield from _condition_problems(protocol.questionnaire, entry)
    for section in protocol.questionnaire.sections:
        for page_index, page in enumerate(section.pages):
            for item_index, item in enumerate(page.items):
                found = _item_problems(protocol.questionnaire, item)
                order = () if cycles else _order_problems(protocol.questionnaire, item)
                for rest, message in chain(found, order):
                    yield section, ("pages", page_index, "items", item_index, *rest), message
    yield from _measure_problems(protocol.questionnaire)
    if not cycles:
        yield from _red_flag_problems(protocol)
    yield from _care_level_problems(protocol)
    yield from _subject_problems(protocol)
    yield from _edition_problems(protocol)


def _entries(protocol: TriageProtocol) -> Iterator[msgspec.Struct]:
    questionnaire = protocol.questionnaire
    yield protocol.edition
    yield from chain(questionnaire.sections, questionnaire.measures, questionnaire.findings)
    yield from chain(protocol.care_levels, protocol.red_flags, protocol.triggers, protocol.considerations)
    yield from chain(protocol.reassurances, protocol.topics, protocol.sheet_blocks)
    yield from chain(protocol.emergency_numbers, protocol.sources)


def _parts(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Every value inside an entry with its path, the entry itself first."""
    yield path, value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _parts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _parts(one, (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _parts(one, (*path, key))


def _repeated_ids(protocol: TriageProtocol) -> Iterator[Complaint]:
    questionnaire = protocol.questionnaire
    subject_ids = Counter(
        [item.id for page in questionnaire.pages() for item in page.items]
        + [measure.id for measure in questionnaire.measures]
    )
    for entry in chain(questionnaire.sections, questionnaire.measures):
        for path, part in _parts(entry):
            if isinstance(part, Item | Measure) and subject_ids[part.id] > 1:
                yield entry, (*path, "id"), f"id {quoted(part.id)} is used more than once"
            if isinstance(part, Item):
                yield from (
                    (entry, (*path, "options", index, "id"), f"option {quoted(option.id)} is used more than once")
                    for index, option in enumerate(part.options)
                    if sum(option.id == other.id for other in part.answer_options) > 1
                )
    page_ids = Counter(page.id for page in questionnaire.pages())
    for section in questionnaire.sections:
        for index, page in enumerate(section.pages):
            if page_ids[page.id] > 1:
                yield section, ("pages", index, "id"), f"id {quoted(page.id)} is used more than once"
    named: tuple[tuple[msgspec.Struct, ...], ...] = (
        questionnaire.sections,
        questionnaire.findings,
        protocol.care_levels,
        protocol.red_flags,
        protocol.triggers,
        protocol.considerations,
        protocol.topics,
        protocol.sheet_blocks,
        protocol.sources,
    )
    for entries in named:
        counted = Counter(entry.id for entry in entries)  # type: ignore[attr-defined]
        for entry in entries:
            if counted[entry.id] > 1:  # type: ignore[attr-defined]
                yield entry, ("id",), f"id {quoted(entry.id)} is used more than once"  # type: ignore[attr-defined]
    statements = [
        (entry, path, part)
        for entry in _entries(protocol)
        for path, part in _parts(entry)
        if isinstance(part, Statement)
    ]
    counted = Counter(part.id for _, _, part in statements)
    for entry, path, part in statements:
        if counted[part.id] > 1:
            yield entry, (*path, "id"), f"statement id {quoted(part.id)} is used more than once"


def _finding_cycles(questionnaire: Questionnaire) -> Iterator[Complaint]:
    conditions = questionnaire.finding_conditions

    def mentioned(condition: Condition) -> Iterator[str]:
        yield from (name for name in condition.findings if name in conditions)
        for part in (*condition.all, *condition.any):
            yield from mentioned(part)

    for finding in questionnaire.findings:
        reached: set[str] = set()
        waiting = set(mentioned(finding.when))
        while waiting:
            name = waiting.pop()
            reached.add(name)
            waiting.update(set(mentioned(conditions[name])) - reached)
        if finding.id in reached:
            yield finding, ("when",), f"finding {quoted(finding.id)} depends on itself"


def _source_problems(protocol: TriageProtocol, entry: msgspec.Struct) -> Iterator[Complaint]:
    for path, part in _parts(entry):
        if isinstance(part, msgspec.Struct) and "sources" in part.__struct_fields__:
            cited: tuple[str, ...] = getattr(part, "sources")  # noqa: B009  (the field is not part of Struct's type)
            if not cited and not (isinstance(part, Measure) and not part.guide):
                yield entry, (*path, "sources"), "needs at least one source"
            for index, source_id in enumerate(cited):
                if source_id not in protocol.source:
                    message = f"there is no source {quoted(source_id)}{did_you_mean(source_id, protocol.source)}"
                    yield entry, (*path, "sources", index), message


def _placeholder_problems(protocol: TriageProtocol, entry: msgspec.Struct) -> Iterator[Complaint]:
    if isinstance(entry, Source):
        return
    words = {word for group in protocol.edition.person.values() for word in group}
    values = {*protocol.questionnaire.items, *protocol.questionnaire.measure_by_id, "date", "option", "reason"}
    for path, part in _parts(entry):
        if isinstance(part, str):
            for name in PLACEHOLDER.findall(part):
                if name not in words and name not in values:
                    message = f"there is nothing to fill {{{name}}} with{did_you_mean(name, words | values)}"
                    yield entry, path, message


def _condition_problems(questionnaire: Questionnaire, entry: msgspec.Struct) -> Iterator[Complaint]:
    for path, part in _parts(entry):
        if isinstance(part, Condition):
            if part.is_empty():
                yield entry, path, "a condition needs at least one part"
            for rest, message in _unknown_in_condition(questionnaire, part):
                yield entry, (*path, *rest), message


def _unknown_in_condition(questionnaire: Questionnaire, part: Condition) -> Iterator[tuple[KeyPath, str]]:
    items, measures = questionnaire.items, questionnaire.measure_by_id
    choices = {item.id for item in items.values() if item.type is not ItemType.TEXT}
    lists = {item.id for item in items.values() if item.type is ItemType.CHOICES}
    amounts = {item.id for item in items.values() if item.type is ItemType.AMOUNT} | measures.keys()
    for field, named, known, kind in (
        ("has", part.has, choices, "item with options"),
        ("count_at_least", part.count_at_least, lists, "item with a list of options"),
        ("at_least", part.at_least, amounts, "amount or measure"),
        ("at_most", part.at_most, amounts, "amount or measure"),
    ):
        for name in named:
            if name not in known:
                yield (field, name), f"there is no {kind} {quoted(name)}{did_you_mean(name, known)}"
    for item_id, wanted in part.has.items():
        if item_id in choices:
            item = items[item_id]
            amount = item.type is ItemType.AMOUNT
            known_options = [NOT_SURE] if amount else [option.id for option in questionnaire.options_of(item)]
            for index, option_id in enumerate(wanted):
                if option_id not in known_options:
                    message = f"{item_id} has no option {quoted(option_id)}{did_you_mean(option_id, known_options)}"
                    yield ("has", item_id, index), message
            if not wanted:
                yield ("has", item_id), "needs at least one option"
    for index, name in enumerate(part.findings):
        if name not in questionnaire.finding_conditions:
            known_findings = questionnaire.finding_conditions
            yield ("findings", index), f"there is no finding {quoted(name)}{did_you_mean(name, known_findings)}"


def _known_subjects(questionnaire: Questionnaire, condition: Condition) -> set[str]:
    """The item ids below a condition; unknown findings are left to `_unknown_in_condition`."""
    found = subjects(condition, questionnaire.finding_conditions)
    measures = questionnaire.measure_by_id
    return set(chain.from_iterable(measures[one].item_ids if one in measures else (one,) for one in found))


def _item_problems(questionnaire: Questionnaire, item: Item) -> Iterator[tuple[KeyPath, str]]:
    order = list(questionnaire.items)
    earlier = set(order[: order.index(item.id)])
    listed = item.type in (ItemType.CHOICE, ItemType.CHOICES)
    if listed and not questionnaire_has_options(questionnaire, item):
        yield ("options",), "needs options"
    if not listed and (item.options or item.options_from or item.none):
        yield ("type",), f"an item of type {item.type} has no options"
    if item.options_from and item.options_from not in earlier:
        yield ("options_from",), f"there is no earlier item {quoted(item.options_from)}"
    if item.role in (Role.WARNING, Role.SYMPTOM) and not item.not_sure:
        yield (), "a warning or symptom needs the answer not_sure"
    if item.role in (Role.WARNING, Role.SYMPTOM) and item.type is ItemType.CHOICES and not item.none:
        yield (), "a list of warnings or symptoms needs the answer none"
    if item.type is ItemType.AMOUNT:
        if not item.minimum < item.maximum:
            yield ("maximum",), "needs a maximum above its minimum"
        if item.initial is not None and not item.minimum <= item.initial <= item.maximum:
            yield ("initial",), f"must be from {item.minimum:g} to {item.maximum:g}"


def _order_problems(questionnaire: Questionnaire, item: Item) -> Iterator[tuple[KeyPath, str]]:
    if item.enabled_when is not None:
        order = list(questionnaire.items)
        earlier = set(order[: order.index(item.id)])
        later = _known_subjects(questionnaire, item.enabled_when) - earlier
        for item_id in sorted(later & set(order)):
            yield ("enabled_when",), f"can only depend on items before it, not on {quoted(item_id)}"


def questionnaire_has_options(questionnaire: Questionnaire, item: Item) -> bool:
    """Whether a choice has anything to choose, of its own or from the item it names."""
    if item.options_from:
        return item.options_from in questionnaire.items and bool(questionnaire.items[item.options_from].options)
    return bool(item.options)


def _measure_problems(questionnaire: Questionnaire) -> Iterator[Complaint]:
    for measure in questionnaire.measures:
        for field, named, kinds in (
            ("terms", measure.terms, (ItemType.AMOUNT,)),
            ("scored", measure.scored, (ItemType.CHOICE, ItemType.CHOICES)),
        ):
            known = [item.id for item in questionnaire.items.values() if item.type in kinds]
            for item_id in named:
                if item_id not in known:
                    message = f"there is no such item {quoted(item_id)}{did_you_mean(item_id, known)}"
                    yield measure, (field,), message


def _red_flag_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    """A red flag may not rest on "none" or "not sure" of a symptom: that would be a negation."""
    items = protocol.questionnaire.items
    for flag in protocol.red_flags:
        for path, part in _with_findings(flag.when, ("when",), protocol.questionnaire.finding_conditions):
            for item_id, wanted in part.has.items():
                item = items.get(item_id)
                if item is not None and item.role in (Role.WARNING, Role.SYMPTOM):
                    for option_id in {NONE, NOT_SURE} & set(wanted):
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
    """A condition and all that it is made of, each with the path below which it is named."""
    for here, part in _parts(condition, path):
        if isinstance(part, Condition):
            yield here, part
            for index, name in enumerate(part.findings):
                if name in findings:
                    yield from _with_findings(findings[name], (*here, "findings", index), findings)


def _care_level_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    for disposition in Disposition:
        if disposition not in protocol.care_level:
            yield protocol.edition, (), f"there is no care level '{disposition}'"
    for level in protocol.care_levels:
        if level.if_unsure.urgency > level.id.urgency:
            yield level, ("if_unsure",), "can't be more urgent than the care level itself"
        for field in ("summary", "advice", "safety_net", "reviews"):
            if not getattr(level, field):
                yield level, (field,), "needs at least one entry"
        if level.reviews and level.reviews[-1].when is not None:
            yield level, ("reviews", len(level.reviews) - 1, "when"), "the last review must hold for everybody"
        for index, review in enumerate(level.reviews):
            if review.since_onset and review.since_onset not in protocol.questionnaire.items:
                yield level, ("reviews", index, "since_onset"), f"there is no item {quoted(review.since_onset)}"


def _subject_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    known = {*protocol.questionnaire.items, *protocol.questionnaire.measure_by_id}
    blocks = [(block, "subjects", block.subjects) for block in protocol.sheet_blocks]
    triggers = [(trigger, "shown", trigger.shown) for trigger in protocol.triggers]
    for entry, field, named in (*blocks, *triggers):
        for index, subject in enumerate(named):
            if subject not in known:
                message = f"there is no item or measure {quoted(subject)}{did_you_mean(subject, known)}"
                yield entry, (field, index), message


def _edition_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    edition, items = protocol.edition, protocol.questionnaire.items
    for field in edition.__struct_fields__:
        if field.endswith("_item") and getattr(edition, field) not in items:
            message = (
                f"there is no item {quoted(getattr(edition, field))}{did_you_mean(getattr(edition, field), items)}"
            )
            yield edition, (field,), message
    if edition.function_finding not in protocol.questionnaire.finding_conditions:
        yield edition, ("function_finding",), f"there is no finding {quoted(edition.function_finding)}"
    if len(edition.months) != 12:
        yield edition, ("months",), "needs the names of the twelve months"
    person = items.get(edition.person_item)
    if person is not None:
        for option in person.options:
            if option.id not in edition.person:
                yield edition, ("person",), f"has no words for the option '{option.id}'"
    groups = list(edition.person.values())
    for group_id, group in edition.person.items():
        for word in set(chain.from_iterable(groups)) - group.keys():
            yield edition, ("person", group_id), f"has no word for {{{word}}}"
    points = [edition.trigger_strengths.get(strength) for strength in Strength]
    if None in points or points != sorted(set(points)):  # type: ignore[type-var]
        yield edition, ("trigger_strengths",), "needs rising points for slight, moderate and strong"
