"""Conditions: every item, option, measure and finding that they name is there and of the right type."""

from collections.abc import Iterable, Iterator

import msgspec

from twitchcheck.content.checks.parts import Complaint, conditions
from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.items import NOT_SURE, UNKNOWN, ItemType, Questionnaire

WRONG_TYPE = {
    "has": "is answered in words, so it has no options",
    "count_at_least": "is not a list of options, so there is nothing to count",
    "at_least": "is not an amount or measure",
    "at_most": "is not an amount or measure",
}
"""What is wrong with an item of another type in each part of a condition."""


class ConditionCheck:
    """Checks conditions against one questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.findings = questionnaire.finding_conditions
        items, measures = questionnaire.items, questionnaire.measure_by_id
        self.subjects = {**dict.fromkeys(items), **dict.fromkeys(measures)}
        amounts = {item.id for item in items.values() if item.type is ItemType.AMOUNT}
        self.known: dict[str, Iterable[str]] = {
            "has": {item.id for item in items.values() if item.type is not ItemType.TEXT},
            "count_at_least": {item.id for item in items.values() if item.type is ItemType.CHOICES},
            "at_least": amounts | measures.keys(),
            "at_most": amounts | measures.keys(),
        }
        self.options = {
            item.id: [NOT_SURE] if item.id in amounts else list(item.option_by_id)
            for item in items.values()
            if item.timed or not item.is_row  # a row without a course has been told already
        }
        self.rows = {item.id for item in items.values() if item.is_row}

    def problems(self, entry: msgspec.Struct) -> Iterator[Complaint]:
        """What is wrong in the conditions of an entry."""
        for path, part in conditions(entry):
            if part.is_empty():
                yield entry, path, "a condition needs at least one part"
            for rest, message in (*self._subjects(part), *self._options(part), *self._findings(part)):
                yield entry, (*path, *rest), message

    def _subjects(self, part: Condition) -> Iterator[tuple[KeyPath, str]]:
        for field, known in self.known.items():
            for name in getattr(part, field):
                if name not in self.subjects:
                    noun = "item" if field in ("has", "count_at_least") else "amount or measure"
                    yield (field, name), f"there is no {noun} {quoted(name)}{did_you_mean(name, known)}"
                elif name not in known:
                    yield (field, name), f"{quoted(name)} {WRONG_TYPE[field]}"

    def _options(self, part: Condition) -> Iterator[tuple[KeyPath, str]]:
        for item_id, wanted in part.has.items():
            known = self.options.get(item_id)
            if known is None or item_id not in self.known["has"]:
                continue
            if not wanted:
                yield ("has", item_id), "needs at least one option"
            for index, option_id in enumerate(wanted):
                if option_id == UNKNOWN and item_id in self.rows:
                    yield ("has", item_id, index), f"{quoted(option_id)} counts as any time without being named"
                elif option_id not in known:
                    message = f"{item_id} has no option {quoted(option_id)}{did_you_mean(option_id, known)}"
                    yield ("has", item_id, index), message

    def _findings(self, part: Condition) -> Iterator[tuple[KeyPath, str]]:
        for index, name in enumerate(part.findings):
            if name not in self.findings:
                message = f"there is no finding {quoted(name)}{did_you_mean(name, self.findings)}"
                yield ("findings", index), message
