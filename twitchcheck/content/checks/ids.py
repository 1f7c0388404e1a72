"""Ids: each used once, and no finding that leads back to itself."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

import msgspec

from twitchcheck.content.checks.parts import Complaint, all_entries, parts
from twitchcheck.content.problems import quoted
from twitchcheck.questionnaire.conditions import Condition, parts_of
from twitchcheck.questionnaire.items import Item, Measure, Page, Questionnaire
from twitchcheck.rules.protocol import Review, Statement, TriageProtocol

MOST_FINDINGS = 25
"""Of how many findings a finding may be made, itself included and each as often as it is named."""


def repeated_ids(protocol: TriageProtocol) -> Iterator[Complaint]:
    """Ids that stand for two things: subjects, pages, statements and reviews anywhere; others in their own file."""
    questionnaire = protocol.questionnaire
    asked = [
        (entry, path, part)
        for entry in (*questionnaire.sections, *questionnaire.measures)
        for path, part in parts(entry)
    ]
    yield from _repeated([one for one in asked if isinstance(one[2], Item | Measure)])
    yield from _repeated([one for one in asked if isinstance(one[2], Page)])
    for entry, path, part in asked:
        if isinstance(part, Item) and not part.is_row:
            counted = Counter(option.id for option in part.answer_options)
            for index, option in enumerate(part.options):
                if counted[option.id] > 1:
                    yield entry, (*path, "options", index, "id"), "the option is used more than once"
    for entries in (
        *(questionnaire.sections, questionnaire.findings, questionnaire.courses, protocol.care_levels),
        protocol.combinations,
        *(protocol.triggers, protocol.considerations, protocol.topics, protocol.sheet_blocks, protocol.sources),
        protocol.help_topics,
    ):
        yield from _repeated([(entry, (), entry) for entry in entries])
    countries = Counter(number.country for number in protocol.emergency_numbers)
    for number in protocol.emergency_numbers:
        if countries[number.country] > 1:
            yield number, ("country",), f"the country {quoted(number.country)} is used more than once"
    said = [(entry, path, part) for entry in all_entries(protocol) for path, part in parts(entry)]
    yield from _repeated([one for one in said if isinstance(one[2], Statement | Review)])


def _repeated(named: list[tuple[msgspec.Struct, tuple[str | int, ...], object]]) -> Iterator[Complaint]:
    counted = Counter(str(getattr(part, "id")) for _, _, part in named)  # noqa: B009  (only some structs have ids)
    for entry, path, part in named:
        part_id = str(getattr(part, "id"))  # noqa: B009
        if counted[part_id] > 1:
            yield entry, (*path, "id"), f"the id {quoted(part_id)} is used more than once"


def finding_cycles(questionnaire: Questionnaire) -> Iterator[Complaint]:
    """Findings that depend on themselves, or are made of so many others that working them out takes too long."""
    mentions = {finding.id: list(_mentioned(finding.when)) for finding in questionnaire.findings}
    order, rest = _sorted(mentions)
    mentioned_by: dict[str, list[str]] = {name: [] for name in rest}
    for name in rest:
        for one in rest & set(mentions[name]):
            mentioned_by[one].append(name)
    in_cycle = _sorted(mentioned_by)[1]  # without those that only lead into a cycle
    sizes: dict[str, int] = {}
    for name in order:
        sizes[name] = 1 + sum(sizes.get(one, 0) for one in mentions.get(name, ()))
    for finding in questionnaire.findings:
        if finding.id in in_cycle:
            yield finding, ("when",), "depends on itself"
        elif sizes.get(finding.id, 0) > MOST_FINDINGS:
            yield finding, ("when",), f"is made of more than {MOST_FINDINGS - 1} other findings"


def _sorted(leads_to: dict[str, list[str]]) -> tuple[list[str], set[str]]:
    """The names in an order in which each comes after those it leads to, and the names for which there is none."""
    sorter = TopologicalSorter(leads_to)
    order: list[str] = []
    with suppress(CycleError):
        sorter.prepare()
    while ready := sorter.get_ready():
        order += ready
        sorter.done(*ready)
    return order, leads_to.keys() - set(order)


def _mentioned(condition: Condition) -> Iterator[str]:
    yield from condition.findings
    for part in parts_of(condition):
        yield from _mentioned(part)
