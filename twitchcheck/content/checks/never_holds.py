"""Conditions that no answers can meet: options that exclude each other, amounts out of range.

Only what is cheap to see is looked for: the parts of one condition against each other, its findings included. What
follows from questions that are not asked is left to the proofs.
"""

from collections.abc import Iterator
from itertools import combinations

import msgspec

from twitchcheck.content.checks.parts import Complaint, conditions, parts
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.conditions import Condition, Several
from twitchcheck.questionnaire.items import ItemType, Questionnaire
from twitchcheck.rules.protocol import Review, Statement, Step

MOST_WAYS = 2_000
"""How many ways to meet one condition are tried; with more it counts as one that can hold."""


class NeverHolds:
    """Looks for conditions that can't hold in one questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.findings = questionnaire.finding_conditions
        self.ways_left = 0
        self.conflicts: dict[str, None] = {}

    def problems(self, entry: msgspec.Struct) -> Iterator[Complaint]:
        """The innermost conditions of an entry that can't hold."""
        told: list[KeyPath] = []
        owners = {path: type(part) for path, part in parts(entry)}
        for path, condition in reversed(list(conditions(entry))):
            if not any(inner[: len(path)] == path for inner in told) and not self._can_hold(condition):
                told.append(path)
                conflicts = " and ".join(f"'{one}'" for one in self.conflicts)
                yield entry, path, f"{_lost(owners, path)}: no answer to {conflicts} fits all of the condition"

    def _can_hold(self, condition: Condition) -> bool:
        self.ways_left = MOST_WAYS
        self.conflicts = {}
        return self._possible([condition], [])

    def _possible(self, waiting: list[Condition], taken: list[Condition]) -> bool:
        """Whether all of `waiting` can hold together with the parts already `taken`."""
        waiting, taken = list(waiting), list(taken)
        while waiting:
            part = waiting.pop()
            taken.append(part)
            waiting.extend(self.findings[name] for name in part.findings if name in self.findings)
            waiting.extend(part.all)
            groups = _groups(part)
            if groups is not None:
                return self._consistent(taken) and any(self._possible([*waiting, *group], taken) for group in groups)
        return self._consistent(taken)

    def _consistent(self, taken: list[Condition]) -> bool:
        self.ways_left -= 1
        if self.ways_left < 0:
            return True
        chosen: dict[str, list[set[str]]] = {}
        counts: dict[str, int] = {}
        bounds: dict[str, tuple[float, float]] = {}
        for part in taken:
            for item_id, wanted in part.has.items():
                chosen.setdefault(item_id, []).append(set(wanted))
            for item_id, number in part.count_at_least.items():
                counts[item_id] = max(number, counts.get(item_id, 0))
            for subject, bound in part.at_least.items():
                low, high = bounds.get(subject) or self._range(subject)
                bounds[subject] = max(low, bound), high
            for subject, bound in part.at_most.items():
                low, high = bounds.get(subject) or self._range(subject)
                bounds[subject] = low, min(high, bound)
        for subject, (low, high) in bounds.items():
            if low > high or subject in chosen:  # an amount has only the option not_sure
                self.conflicts[subject] = None
                return False
        for item_id in {**chosen, **counts}:
            if not self._choosable(item_id, chosen.get(item_id, []), counts.get(item_id, 0)):
                self.conflicts[item_id] = None
                return False
        return True

    def _choosable(self, item_id: str, wanted: list[set[str]], count: int) -> bool:
        """Whether one answer to the item has an option of each of `wanted`, and `count` ordinary options."""
        item = self.questionnaire.items.get(item_id)
        if item is None or item.type not in (ItemType.CHOICE, ItemType.CHOICES):
            return True
        if not all(wanted) or (count and item.type is ItemType.CHOICE):
            return True  # has been told already, as has an option that is not there
        options = item.answer_options
        known = {option.id for option in options}
        if not set[str]().union(*wanted) <= known:
            return True
        alone = {option.id for option in options if option.exclusive or item.type is ItemType.CHOICE}
        if count == 0 and any(all(item.meets(one, group) for group in wanted) for one in alone):
            return True
        ordinary = known - alone
        return item.type is ItemType.CHOICES and all(group & ordinary for group in wanted) and len(ordinary) >= count

    def _range(self, subject: str) -> tuple[float, float]:
        """The least and the greatest value of an amount or measure; everything where it is neither."""
        items = self.questionnaire.items
        item = items.get(subject)
        if item is not None:
            return (item.minimum, item.maximum) if item.minimum < item.maximum else (-float("inf"), float("inf"))
        measure = self.questionnaire.measure_by_id.get(subject)
        asked = {one: items[one].type for one in measure.item_ids if one in items} if measure else {}
        if (
            measure is None
            or any(asked.get(one) is not ItemType.AMOUNT for one in measure.terms)
            or any(asked.get(one) not in (ItemType.CHOICE, ItemType.CHOICES) for one in measure.scored)
        ):
            return -float("inf"), float("inf")
        low = high = 0.0
        for item_id, factor in measure.terms.items():
            low += min(0, factor * items[item_id].minimum)
            high += max(0, factor * items[item_id].maximum)
        for item_id in measure.scored:
            scores = [option.score for option in items[item_id].answer_options]
            if items[item_id].type is ItemType.CHOICE:
                low, high = low + min(0, *scores), high + max(0, *scores)
            else:
                low, high = low + sum(min(0, one) for one in scores), high + sum(max(0, one) for one in scores)
        return low, high


def _groups(part: Condition) -> Iterator[tuple[Condition, ...]] | None:
    """The groups of conditions of which one must hold for `any` and `several`; None where a condition has neither."""
    if part.any:  # what is to be counted as well is left for the next round
        rest = () if part.several is None else (Condition(several=part.several),)
        return ((way, *rest) for way in part.any)
    return None if part.several is None else _enough_of(part.several)


def _enough_of(several: Several) -> Iterator[tuple[Condition, ...]]:
    """Every way to have enough of what is counted; with a number out of range, which is told elsewhere, nearly."""
    return combinations(several.of, min(max(several.number, 0), len(several.of)))


def _lost(owners: dict[KeyPath, type], path: KeyPath) -> str:
    """What is lost when the condition at `path` can't hold."""
    if path[-1] == "enabled_when":
        return "is never asked"
    return "is never shown" if owners[path[:-1]] in (Statement, Step, Review) else "can never hold"
