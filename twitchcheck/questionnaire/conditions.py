"""The closed vocabulary of conditions over answers, and how sure a condition is.

There is no negation. A condition can only become surer when an answer goes from "no" to "not sure" to
"yes", so no such change can ever make a red flag go away.
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import Protocol

from msgspec import Struct


class Certainty(IntEnum):
    """How sure it is that a condition holds; ordered, so that `min` is "and" and `max` is "or"."""

    NO = 0
    UNSURE = 1
    YES = 2


class Condition(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Holds when every part that is given holds.

    `has` maps an item to options of which at least one is chosen; `count_at_least` maps an item to the
    number of ordinary options chosen; `at_least` and `at_most` map an amount item or a measure to an
    inclusive bound in its own unit; `findings` names shared conditions; `all`, `any` and `several` nest.
    """

    has: dict[str, tuple[str, ...]] = {}
    count_at_least: dict[str, int] = {}
    at_least: dict[str, float] = {}
    at_most: dict[str, float] = {}
    findings: tuple[str, ...] = ()
    all: tuple["Condition", ...] = ()
    any: tuple["Condition", ...] = ()
    several: "Several | None" = None

    def is_empty(self) -> bool:
        """True when no part is given."""
        return self == Condition()


class Several(Struct, frozen=True, forbid_unknown_fields=True):
    """Holds when at least `number` of the conditions in `of` hold."""

    number: int
    of: tuple[Condition, ...]


class Evidence(Struct, frozen=True):
    """One answer that made a condition hold, or left it open.

    `subject` is an item or measure id. `options` are the chosen options that counted; `amount` is the
    value in the subject's unit, or the known part of it. Both are empty where the answer is "not sure" or
    missing.
    """

    subject: str
    certainty: Certainty
    options: tuple[str, ...] = ()
    amount: float | None = None


class Circumstances(Protocol):
    """What a condition can look at; `facts.Facts` is the real one."""

    def choice(self, item_id: str, wanted: tuple[str, ...]) -> Certainty:
        """Whether one of the `wanted` options is chosen; of a row, "not sure since when" is any time."""

    def count(self, item_id: str, at_least: int) -> Certainty:
        """Whether at least so many ordinary options are chosen."""

    def reaches(self, subject: str, bound: float) -> Certainty:
        """Whether an amount or measure is at least `bound`."""

    def stays_within(self, subject: str, bound: float) -> Certainty:
        """Whether an amount or measure is at most `bound`."""

    def finding(self, finding_id: str) -> Certainty:
        """Whether a shared condition holds."""

    def finding_condition(self, finding_id: str) -> Condition:
        """The shared condition itself."""

    def chosen_among(self, item_id: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """The chosen options that meet `wanted`, in the order of `wanted`."""

    def chosen(self, item_id: str) -> tuple[str, ...]:
        """All ordinary options chosen."""

    def known_part(self, subject: str) -> float | None:
        """What is known of the value of an amount or measure, None when nothing is."""


def evaluate(condition: Condition, circumstances: Circumstances) -> Certainty:
    """How sure it is that `condition` holds; an empty condition always does."""
    certainty = Certainty.YES
    for item_id, wanted in condition.has.items():
        certainty = min(certainty, circumstances.choice(item_id, wanted))
        if not certainty:
            return certainty
    for item_id, number in condition.count_at_least.items():
        certainty = min(certainty, circumstances.count(item_id, number))
    for subject, bound in condition.at_least.items():
        certainty = min(certainty, circumstances.reaches(subject, bound))
    for subject, bound in condition.at_most.items():
        certainty = min(certainty, circumstances.stays_within(subject, bound))
    for finding_id in condition.findings:
        certainty = min(certainty, circumstances.finding(finding_id))
    if not certainty:
        return certainty
    for part in condition.all:
        certainty = min(certainty, evaluate(part, circumstances))
        if not certainty:
            return certainty
    if condition.any:
        certainty = min(certainty, max(evaluate(part, circumstances) for part in condition.any))
    if condition.several is not None:
        certainty = min(certainty, _counted(condition.several, circumstances))
    return certainty


def _counted(several: Several, circumstances: Circumstances) -> Certainty:
    """How sure it is that enough parts hold: with three needed, as sure as the third surest."""
    surest_first = sorted((evaluate(part, circumstances) for part in several.of), reverse=True)
    return surest_first[several.number - 1]


def evidence(condition: Condition, circumstances: Circumstances) -> tuple[Evidence, ...]:
    """The answers that carry a condition which holds or is open, each once, in the order they are named.

    Of an `any`, only the parts that are as sure as the surest one count; of `several`, those that are sure enough.
    """
    found: dict[str, Evidence] = {}

    def add(new: Evidence) -> None:
        old = found.get(new.subject)
        if old is not None:
            new = Evidence(
                new.subject,
                max(old.certainty, new.certainty),
                tuple(dict.fromkeys(old.options + new.options)),
                new.amount if old.amount is None else old.amount,
            )
        found[new.subject] = new

    def walk(part: Condition) -> None:
        for item_id, wanted in part.has.items():
            certainty = circumstances.choice(item_id, wanted)
            add(Evidence(item_id, certainty, circumstances.chosen_among(item_id, wanted)))
        for item_id, number in part.count_at_least.items():
            add(Evidence(item_id, circumstances.count(item_id, number), circumstances.chosen(item_id)))
        for subject, bound in part.at_least.items():
            add(Evidence(subject, circumstances.reaches(subject, bound), amount=circumstances.known_part(subject)))
        for subject, bound in part.at_most.items():
            add(Evidence(subject, circumstances.stays_within(subject, bound), amount=circumstances.known_part(subject)))
        for finding_id in part.findings:
            walk(circumstances.finding_condition(finding_id))
        for nested in part.all:
            walk(nested)
        if part.any:
            certainties = [evaluate(nested, circumstances) for nested in part.any]
            for nested, certainty in zip(part.any, certainties, strict=True):
                if certainty == max(certainties):
                    walk(nested)
        if part.several is not None:
            needed = _counted(part.several, circumstances)
            for nested in part.several.of:
                if evaluate(nested, circumstances) >= needed:
                    walk(nested)

    walk(condition)
    return tuple(found.values())


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions that stand inside a condition."""
    return (*condition.all, *condition.any, *(condition.several.of if condition.several is not None else ()))


def subjects(condition: Condition, findings: Mapping[str, Condition]) -> set[str]:
    """Every item and measure id that `condition` looks at, through `findings` too; unknown findings are left out."""
    named = {*condition.has, *condition.count_at_least, *condition.at_least, *condition.at_most}
    nested = [*parts_of(condition), *(findings[name] for name in condition.findings if name in findings)]
    return named.union(*(subjects(part, findings) for part in nested))
