"""Asks z3 whether there are answers for which a term is true. The only importer of z3, and never at the start."""

from collections.abc import Iterable, Mapping
from typing import Any

import z3  # type: ignore[import-untyped]

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.items import NOT_SURE, Item, ItemType
from twitchcheck.rules.logic import Logic
from twitchcheck.rules.terms import Amount, And, AtLeast, Chosen, Not, Summand, Term

PRIME = "'"
"""Marks the second answer to an item in the names of variables."""


class Z3Solver:
    """One incremental solver over all valid answers to one questionnaire."""

    def __init__(self, logic: Logic) -> None:
        self.logic = logic
        self.checks = 0
        self._made: dict[Term | Amount, Any] = {}
        self._whole = z3.Bool("whole steps")
        self._solver = z3.SimpleSolver()
        self._solver.add(*map(self._expression, logic.valid.values()))
        for item_id, amount in logic.amounts.items():
            item, steps = logic.items[item_id], z3.ToReal(z3.Int(f"{item_id} steps"))
            on_a_step = self._number(amount) == z3.RealVal(item.minimum) + z3.RealVal(item.step) * steps
            self._solver.add(z3.Implies(self._whole, on_a_step))

    def is_possible(self, wanted: Term) -> bool:
        """Whether `wanted` is true for some answers, with all amounts in whole steps as the window takes them."""
        self._solver.push()
        self._solver.add(self._expression(wanted))
        found = self._check(self._whole)
        self._solver.pop()
        return found

    def example(
        self,
        wanted: Term,
        calmer: Iterable[Term] = (),
        atoms: Mapping[Chosen, Term] = {},
        amounts: Mapping[Amount, Amount] = {},
    ) -> tuple[Answers, Answers] | None:
        """Answers for which `wanted` is true, None when there are none at all: a proof of the opposite.

        Where there are some, amounts are in whole steps if they can be, and as many of `calmer` are true as can
        be, so that what matters stands out. The second answers are the first with `atoms` and `amounts` replaced.
        """
        scopes = self._solver.num_scopes()
        self._solver.push()
        self._solver.add(self._expression(wanted))
        found = None
        if self._check():
            model = self._calmest(calmer)
            found = self._read(model, {}, {}), self._read(model, atoms, amounts)
        self._solver.pop(self._solver.num_scopes() - scopes)
        return found

    def _calmest(self, calmer: Iterable[Term]) -> Any:
        assumed = [self._whole] if self._check(self._whole) else []
        self._keep(list(calmer), assumed)
        self._check(*assumed)
        return self._solver.model()

    def _keep(self, terms: list[Term], assumed: list[Any]) -> None:
        """Makes true of `terms` what can be, in their order: all at once, or else one half after the other."""
        self._solver.push()
        self._solver.add(*map(self._expression, terms))
        if self._check(*assumed):
            return
        self._solver.pop()
        if len(terms) > 1:
            half = len(terms) // 2
            self._keep(terms[:half], assumed)
            self._keep(terms[half:], assumed)

    def _check(self, *assumed: Any) -> bool:
        self.checks += 1
        result = self._solver.check(*assumed)
        assert result.r != z3.Z3_L_UNDEF, self._solver.reason_unknown()
        return bool(result.r == z3.Z3_L_TRUE)

    def _read(self, model: Any, atoms: Mapping[Chosen, Term], amounts: Mapping[Amount, Amount]) -> Answers:
        def is_true(atom: Chosen) -> bool:
            return bool(z3.is_true(model.eval(self._expression(atoms.get(atom, atom)), model_completion=True)))

        found: dict[str, Answer] = {}
        for item in self.logic.items.values():
            chosen = tuple(option for option, atom in self.logic.given[item.id].items() if is_true(atom))
            if chosen != (NOT_SURE,) or item.not_sure:  # the only way to be unsure may be to give no answer
                found[item.id] = self._answer(model, item, chosen, amounts)
        return Answers(found)

    def _answer(self, model: Any, item: Item, chosen: tuple[str, ...], amounts: Mapping[Amount, Amount]) -> Answer:
        if item.type is ItemType.CHOICES:
            return chosen
        if chosen:
            return chosen[0]
        amount = self.logic.amounts[item.id]
        value = model.eval(self._number(amounts.get(amount, amount)), model_completion=True)
        return float(value.as_fraction())

    def _expression(self, term: Term) -> Any:
        made = self._made.get(term)
        if made is None:
            made = self._made[term] = self._translated(term)
        return made

    def _translated(self, term: Term) -> Any:
        if isinstance(term, Chosen):
            return z3.Bool(f"{term.item_id} {term.option_id}{PRIME * term.other}")
        if isinstance(term, Not):
            return z3.Not(self._expression(term.part))
        if isinstance(term, AtLeast):
            return self._reached(term)
        return self._joined(z3.Z3_mk_and if isinstance(term, And) else z3.Z3_mk_or, term.parts)

    def _joined(self, make: Any, parts: tuple[Term, ...]) -> Any:
        """All parts in one; z3.And and z3.Or would look for the common type of every two parts, which takes longer than
        all the solving."""
        context = self._whole.ctx
        made = (z3.Ast * len(parts))(*(self._expression(part).as_ast() for part in parts))
        return z3.BoolRef(make(context.ref(), len(parts), made), context)

    def _reached(self, term: AtLeast) -> Any:
        if all(one.amount is None for one in term.summands):
            return self._counted(term)
        return z3.Sum([self._summand(one) for one in term.summands]) >= term.bound

    def _counted(self, term: AtLeast) -> Any:
        """A sum without amounts, as a pseudo-Boolean constraint: with a factor below zero turned around."""
        weighted = [(self._expression(one.when), one.factor) for one in term.summands]
        turned = [(made, factor) if factor > 0 else (z3.Not(made), -factor) for made, factor in weighted]
        return z3.PbGe(turned, term.bound - sum(min(factor, 0) for _, factor in weighted))

    def _summand(self, one: Summand) -> Any:
        value = one.factor * self._number(one.amount) if one.amount else z3.RealVal(one.factor)
        return z3.If(self._expression(one.when), value, z3.RealVal(0))

    def _number(self, amount: Amount) -> Any:
        if amount not in self._made:
            self._made[amount] = z3.Real(f"{amount.item_id} amount{PRIME * amount.other}")
        return self._made[amount]
