"""What the checks walk over: the entries of the content and everything inside them."""

from collections.abc import Iterator
from itertools import chain

import msgspec

from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.rules.protocol import TriageProtocol

Complaint = tuple[object, KeyPath, str]
"""The entry of a file, the path below it, and what is wrong there."""


def all_entries(protocol: TriageProtocol) -> Iterator[msgspec.Struct]:
    """Every entry of every file."""
    questionnaire = protocol.questionnaire
    yield protocol.edition
    yield from chain(questionnaire.sections, questionnaire.measures, questionnaire.findings, questionnaire.courses)
    yield from chain(protocol.care_levels, protocol.combinations, protocol.triggers, protocol.considerations)
    yield from chain(protocol.reassurances, protocol.topics, (protocol.later,), protocol.sheet_blocks)
    yield from chain(protocol.emergency_numbers, protocol.sources, protocol.publishers)
    yield from protocol.help_topics


def parts(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, object]]:
    """Every value inside an entry with its path, the entry itself first."""
    yield path, value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from parts(one, (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from parts(one, (*path, key))


def conditions(entry: msgspec.Struct) -> Iterator[tuple[KeyPath, Condition]]:
    """Every condition in an entry, nested ones too."""
    return ((path, part) for path, part in parts(entry) if isinstance(part, Condition))
