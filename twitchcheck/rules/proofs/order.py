"""Which answers are worse than others, and which are the calmest: what the proofs mean by "more urgent must follow"."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from twitchcheck.questionnaire.items import NO, NONE, NOT_SURE, UNKNOWN, Item, ItemType, Role
from twitchcheck.rules.grades import GONE, GRADES
from twitchcheck.rules.logic import Logic
from twitchcheck.rules.terms import FALSE, TRUE, Amount, Chosen, Term, at_least, every, negation, replacing

LESS_IS_WORSE = ("sleep",)
"""Habits of which less is the worse answer."""


class Change(NamedTuple):
    """A change of one answer: what is true before it, and what stands in the place of the answer after it."""

    about: str
    before: Term
    atoms: Mapping[Chosen, Term]
    amounts: Mapping[Amount, Amount]


def changes_for_the_worse(logic: Logic, item: Item) -> Iterator[Change]:
    """The smallest changes for the worse; larger ones are made of them."""
    if _is_graded(item):
        yield from _of_a_row(logic, item)
    elif item.type is ItemType.CHOICES:
        yield from _of_a_list(logic, item)
    elif item.type is ItemType.CHOICE:
        for grades in _grades(item):
            yield _swap(logic, item, grades[0], NOT_SURE)
            for calmer, worse in pairwise(grades):
                yield _swap(logic, item, calmer, worse)
    elif item.role is Role.HABIT:
        yield from _of_a_habit(logic, item)


def gone_instead_of_no(logic: Logic, row: Item) -> Iterator[Change]:
    """The changes of a sign from "no" to a time at which it is over."""
    return (_swap(logic, row, NO, time) for time in row.timed if time in GONE)


def _is_graded(item: Item) -> bool:
    """Whether ticking a row is worse than leaving it. What is told of the person, such as a visit, is neither."""
    return item.is_row and item.role is not Role.PERSON


def _of_a_row(logic: Logic, row: Item) -> Iterator[Change]:
    """Any tick instead of "no"; "not sure since when" instead of a time. Among the times none is worse by itself."""
    for step in row.steps:
        if step.id not in GONE:
            yield _swap(logic, row, NO, step.id)
    yield _swap(logic, row, NO, NOT_SURE)
    if UNKNOWN in row.option_by_id:
        for time in row.timed:
            yield _swap(logic, row, time, UNKNOWN)


def _of_a_list(logic: Logic, item: Item) -> Iterator[Change]:
    given = logic.given[item.id]
    exclusive = {option.id for option in item.answer_options if option.exclusive} | {NOT_SURE}
    no_other = [negation(given[option]) for option in given if option in exclusive and option != NONE]
    for option in given:
        if option not in exclusive:
            atoms = {given[option]: TRUE} | ({given[NONE]: FALSE} if NONE in given else {})
            yield Change(f"'{option}' as well", every((negation(given[option]), *no_other)), atoms, {})
    if NONE in given:
        yield _swap(logic, item, NONE, NOT_SURE)


def _of_a_habit(logic: Logic, item: Item) -> Iterator[Change]:
    not_sure = logic.given[item.id][NOT_SURE]
    amount, other = logic.amounts[item.id], Amount(item.id, other=True)
    sign = -1 if item.id in LESS_IS_WORSE else 1
    valid = replacing({}, {amount: other})(logic.valid[item.id])
    worse_by = at_least([(sign, TRUE, other), (-sign, TRUE, amount)], 0)
    yield Change("less" if sign < 0 else "more", every((negation(not_sure), valid, worse_by)), {}, {amount: other})
    yield Change("not sure", calmest(logic, item), {not_sure: TRUE}, {})


def _swap(logic: Logic, item: Item, old: str, new: str) -> Change:
    given = logic.given[item.id]
    return Change(f"'{new}' instead of '{old}'", given[old], {given[old]: FALSE, given[new]: TRUE}, {})


def _grades(item: Item) -> tuple[tuple[str, ...], ...]:
    """The grades of a choice, from the calmest answer on."""
    if {option.id for option in item.options} == {"no", "yes"}:
        return (("no", "yes"),)
    if any(option.score for option in item.options):
        return (tuple(option.id for option in sorted(item.options, key=lambda one: one.score)),)
    return GRADES.get(item.id, ())


def calmest(logic: Logic, item: Item) -> Term:
    """The calmest answer to an item; TRUE where none is calmer than the others."""
    given = logic.given[item.id]
    if item.type is ItemType.CHOICES:
        return given.get(NONE, TRUE)
    if _is_graded(item):
        return given[NO]
    if item.type is ItemType.CHOICE:
        return next((given[grades[0]] for grades in _grades(item)), TRUE)
    if item.role is not Role.HABIT:
        return TRUE
    end, sign = (item.maximum, 1) if item.id in LESS_IS_WORSE else (item.minimum, -1)
    return every((negation(given[NOT_SURE]), at_least([(sign, TRUE, logic.amounts[item.id])], sign * end)))


def calm_terms(logic: Logic, but: Item | None = None) -> list[Term]:
    """The calmest answers to all items `but` one."""
    return [calmest(logic, item) for item in logic.items.values() if item is not but]
