"""Logical terms: and, or, not and weighted sums over answers.

The rules are translated into these terms once. Python works them out for thousands of answer sets at a time
(`Sample`), and the solver reads the same terms, so that what is proven is what was compared with `assess`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property
from math import lcm

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answer
from twitchcheck.questionnaire.items import NOT_SURE


class Chosen(Struct, frozen=True, eq=False):
    """True where the answer to an item holds this option; of an amount there is only "not sure".

    A missing answer counts as "not sure", as it does in `Facts`, so it needs no value of its own. With
    `other` it is about a second, independent answer to the same item.
    """

    item_id: str
    option_id: str
    other: bool = False

    @property
    def items(self) -> frozenset[str]:
        """The items it looks at."""
        return frozenset((self.item_id,))


class Amount(Struct, frozen=True, eq=False):
    """The number given for an amount item, in its unit; `other` as for `Chosen`."""

    item_id: str
    other: bool = False


class Not(Struct, frozen=True, eq=False, dict=True):
    """True where `part` is not."""

    part: "Term"

    @cached_property
    def items(self) -> frozenset[str]:
        """The items it looks at."""
        return self.part.items


class And(Struct, frozen=True, eq=False, dict=True):
    """True where every part is."""

    parts: tuple["Term", ...]

    @cached_property
    def items(self) -> frozenset[str]:
        """The items it looks at."""
        return frozenset[str]().union(*(part.items for part in self.parts))


class Or(Struct, frozen=True, eq=False, dict=True):
    """True where some part is."""

    parts: tuple["Term", ...]

    @cached_property
    def items(self) -> frozenset[str]:
        """The items it looks at."""
        return frozenset[str]().union(*(part.items for part in self.parts))


class Summand(Struct, frozen=True, eq=False):
    """`factor` times the amount, or times one without an amount, where `when` is true; nothing elsewhere."""

    factor: int
    when: "Term"
    amount: Amount | None = None


class AtLeast(Struct, frozen=True, eq=False, dict=True):
    """True where the sum of the summands is `bound` or more."""

    summands: tuple[Summand, ...]
    bound: int

    @cached_property
    def items(self) -> frozenset[str]:
        """The items it looks at."""
        amounts = {one.amount.item_id for one in self.summands if one.amount}
        return frozenset(amounts).union(*(one.when.items for one in self.summands))


Term = Chosen | Not | And | Or | AtLeast

TRUE: Term = And(())
FALSE: Term = Or(())


def every(parts: Iterable[Term]) -> Term:
    """The conjunction of `parts`, simplified."""
    kept = dict.fromkeys(part for part in parts if part is not TRUE)
    if FALSE in kept:
        return FALSE
    return next(iter(kept)) if len(kept) == 1 else And(tuple(kept)) if kept else TRUE


def some(parts: Iterable[Term]) -> Term:
    """The disjunction of `parts`, simplified."""
    kept = dict.fromkeys(part for part in parts if part is not FALSE)
    if TRUE in kept:
        return TRUE
    return next(iter(kept)) if len(kept) == 1 else Or(tuple(kept)) if kept else FALSE


def negation(part: Term) -> Term:
    """The opposite of `part`, simplified."""
    if part is TRUE or part is FALSE:
        return FALSE if part is TRUE else TRUE
    return part.part if isinstance(part, Not) else Not(part)


def differ(one: Term, two: Term) -> Term:
    """True where exactly one of the two is."""
    return FALSE if one is two else some((every((one, negation(two))), every((two, negation(one)))))


def at_least(summands: Iterable[tuple[float, Term, Amount | None]], bound: float) -> Term:
    """True where the sum of (factor, condition, amount) is `bound` or more.

    Factors and bounds are taken as the decimal numbers that the content shows (1.7 is 17/10) and scaled to
    whole numbers.
    """
    exact = [(_decimal(factor), when, amount) for factor, when, amount in summands if when is not FALSE]
    limit = _decimal(bound)
    scale = lcm(limit.denominator, *(factor.denominator for factor, _, _ in exact))
    return _sum_reaches([Summand(int(factor * scale), when, amount) for factor, when, amount in exact], limit * scale)


def _decimal(number: float) -> Fraction:
    return Fraction(repr(number))


def _sum_reaches(summands: Sequence[Summand], limit: Fraction | int) -> Term:
    bound = int(limit)
    certain = [one for one in summands if one.when is TRUE and one.amount is None]
    bound -= sum(one.factor for one in certain)
    kept = tuple(one for one in summands if one not in certain and one.when is not FALSE)
    if all(one.amount is None for one in kept):
        if sum(min(one.factor, 0) for one in kept) >= bound:
            return TRUE
        if sum(max(one.factor, 0) for one in kept) < bound:
            return FALSE
        if all(one.factor >= bound for one in kept):  # the bound is above zero here, so any one will do
            return some(one.when for one in kept)
    return AtLeast(kept, bound)


def replacing(atoms: Mapping[Chosen, Term], amounts: Mapping[Amount, Amount]) -> Callable[[Term], Term]:
    """A function that puts other terms in the place of some atoms. What holds none of them stays the same object."""
    touched = {atom.item_id for atom in atoms} | {amount.item_id for amount in amounts}

    @cache
    def replaced(term: Term) -> Term:
        if touched.isdisjoint(term.items):
            return term
        if isinstance(term, Chosen):
            return atoms.get(term, term)
        if isinstance(term, Not):
            part = replaced(term.part)
            return term if part is term.part else negation(part)
        if isinstance(term, AtLeast):
            summands = [summand_replaced(one) for one in term.summands]
            same = all(new is old for new, old in zip(summands, term.summands, strict=True))
            return term if same else _sum_reaches(summands, term.bound)
        parts = tuple(replaced(part) for part in term.parts)
        return term if parts == term.parts else every(parts) if isinstance(term, And) else some(parts)

    def summand_replaced(one: Summand) -> Summand:
        when = replaced(one.when)
        amount = amounts.get(one.amount, one.amount) if one.amount else None
        return one if when is one.when and amount is one.amount else Summand(one.factor, when, amount)

    return replaced


class Sample:
    """Many answer sets worked out at once: bit i of every integer is about the i-th set."""

    def __init__(self, answer_sets: Sequence[Mapping[str, Answer]]) -> None:
        self.answer_sets = answer_sets
        self._known: dict[Term, int] = {TRUE: (1 << len(answer_sets)) - 1}
        self._chosen: dict[str, list[tuple[str, ...]]] = {}

    def holding(self, term: Term) -> int:
        """The sets in which `term` is true."""
        known = self._known.get(term)
        if known is None:
            known = self._known[term] = self._worked_out(term)
        return known

    def _worked_out(self, term: Term) -> int:
        if isinstance(term, Chosen):
            return _bits([term.option_id in chosen for chosen in self._chosen_in(term.item_id)])
        if isinstance(term, Not):
            return self.holding(TRUE) ^ self.holding(term.part)
        if isinstance(term, AtLeast):
            return _bits([total >= term.bound for total in self._totals(term)])
        result = self.holding(TRUE) if isinstance(term, And) else 0
        for part in term.parts:
            result = result & self.holding(part) if isinstance(term, And) else result | self.holding(part)
        return result

    def _chosen_in(self, item_id: str) -> list[tuple[str, ...]]:
        if item_id not in self._chosen:
            self._chosen[item_id] = [_chosen(one.get(item_id)) for one in self.answer_sets]
        return self._chosen[item_id]

    def _totals(self, term: AtLeast) -> list[Fraction | int]:
        totals: list[Fraction | int] = [0] * len(self.answer_sets)
        for one in term.summands:
            holding = f"{self.holding(one.when):b}"[::-1]
            index = holding.find("1")
            while index >= 0:
                totals[index] += one.factor * (self._number(index, one.amount) if one.amount else 1)
                index = holding.find("1", index + 1)
        return totals

    def _number(self, index: int, amount: Amount) -> Fraction | int:
        value = self.answer_sets[index].get(amount.item_id)
        assert isinstance(value, int | float), "a sum only counts amounts that are known"
        return int(value) if value == int(value) else _decimal(value)


def _chosen(answer: Answer | None) -> tuple[str, ...]:
    if isinstance(answer, int | float):
        return ()
    return ((answer,) if isinstance(answer, str) else answer) or (NOT_SURE,)


def _bits(truths: Iterable[bool]) -> int:
    return int("0" + "".join(["1" if truth else "0" for truth in truths])[::-1], 2)
