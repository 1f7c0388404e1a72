"""How a property is asked of a solver that looks for the opposite, and how it is told what was found."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Condition, parts_of
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import Item
from twitchcheck.rules.assessment import disposition_of
from twitchcheck.rules.logic import Logic
from twitchcheck.rules.proofs.order import Change, calm_terms
from twitchcheck.rules.terms import FALSE, TRUE, Amount, Chosen, Term, every, negation, replacing, some


class Solver(Protocol):
    """What the proofs ask; `z3_solver.Z3Solver` is the real one."""

    logic: Logic
    checks: int

    def is_possible(self, wanted: Term) -> bool:
        """Whether `wanted` is true for some answers with amounts in whole steps."""

    def example(
        self,
        wanted: Term,
        calmer: Iterable[Term] = (),
        atoms: Mapping[Chosen, Term] = {},
        amounts: Mapping[Amount, Amount] = {},
    ) -> tuple[Answers, Answers] | None:
        """Answers for which `wanted` is true, and the same with atoms and amounts replaced; None without any."""


class CounterExample(Struct, frozen=True):
    """Answers that can be given to `assess`, and the disposition that they get there."""

    answers: Answers
    disposition: Disposition


class Failure(Struct, frozen=True):
    """One thing that does not hold. It has two examples where it is about a change, none where nothing leads there."""

    about: str
    examples: tuple[CounterExample, ...] = ()


class Outcome(Struct, frozen=True):
    """What became of one property; `checks` is how many questions the solver answered for it, in how
    many `seconds` of the processor's time."""

    id: str
    title: str
    claim: str
    notes: tuple[str, ...]
    checks: int
    seconds: float
    failures: tuple[Failure, ...]

    @property
    def holds(self) -> bool:
        """Whether the property is proven."""
        return not self.failures


class Finding(NamedTuple):
    """What a property found: notes for the reader, and failures."""

    notes: tuple[str, ...]
    failures: list[Failure]


class Property(NamedTuple):
    """A property to prove: its claim in words that a doctor can judge, and how it is asked."""

    id: str
    title: str
    claim: str
    ask: Callable[[Solver], Finding]


def broken(solver: Solver, about: str, always: Term) -> Iterator[Failure]:
    """A failure with an example where `always` is not always true."""
    if always is not TRUE:
        found = solver.example(negation(always), calm_terms(solver.logic))
        if found is not None:
            yield Failure(f"not so: {about}", examples(solver.logic, found[0]))


def not_kept(
    solver: Solver, about: str, condition: Condition, promised: Term, given: str = "sure"
) -> Iterator[Failure]:
    """A failure where `promised` is not always true with a `condition` that is `given`, "sure" or just "possible";
    or where nothing can meet the condition any more, so that the promise is empty."""
    gone = list(not_asked(solver.logic, condition))
    if gone:
        yield Failure(f"{about}: the questions no longer ask about {', '.join(gone)}")
        return
    holds: Term = getattr(solver.logic.holds(condition), given)
    if solver.is_possible(holds):
        yield from broken(solver, about, some((negation(holds), promised)))
    else:
        yield Failure(f"{about}: the questions never lead there")


def not_asked(logic: Logic, condition: Condition) -> Iterator[str]:
    """The items, options and findings that a condition names and the questionnaire does not know."""
    findings = logic.questionnaire.finding_conditions
    for item_id, options in condition.has.items():
        for option in options:
            if option not in logic.given.get(item_id, ()):
                yield f"{item_id} {option}"
    for subject in (*condition.count_at_least, *condition.at_least, *condition.at_most):
        if subject not in logic.items and subject not in logic.questionnaire.measure_by_id:
            yield subject
    yield from (finding for finding in condition.findings if finding not in findings)
    for part in parts_of(condition):
        yield from not_asked(logic, part)


def lowered(solver: Solver, item: Item, change: Change) -> Iterator[Failure]:
    """A failure with two examples where a change of an answer makes the disposition less urgent.

    Where no single red flag falls, the disposition does not either: that is asked first, since it is quick.
    """
    logic = solver.logic
    after = replacing(change.atoms, change.amounts)

    def falls(terms: Iterable[Term]) -> Term:
        fallen = (every((term, negation(after(term)))) for term in terms if after(term) is not term)
        return every((change.before, some(fallen)))

    a_flag = falls(term for certain in logic.flags.values() for term in certain)
    if a_flag is FALSE or solver.example(a_flag) is None:
        return
    found = solver.example(falls(logic.at_least.values()), calm_terms(logic, item), change.atoms, change.amounts)
    if found is not None:
        yield Failure(f"{item.id}: {change.about}", examples(logic, *found))


def examples(logic: Logic, *answer_sets: Answers, but: Item | None = None) -> tuple[CounterExample, ...]:
    """Counter-examples without the answers that are hidden in all of them, `but` for those to one item."""
    kept = set() if but is None else {but.id}
    for answers in answer_sets:
        kept.update(Facts(logic.questionnaire, answers).enabled)
    shortened = [Answers({key: value for key, value in answers.items() if key in kept}) for answers in answer_sets]
    return tuple(CounterExample(answers, disposition_of(logic.protocol, answers)) for answers in shortened)
