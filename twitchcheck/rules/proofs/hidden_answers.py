"""Property 5: an answer to a question that is not asked changes nothing."""

from collections.abc import Iterable, Iterator

from twitchcheck.questionnaire.items import Item
from twitchcheck.rules.proofs.asking import Failure, Finding, Property, Solver, examples
from twitchcheck.rules.proofs.order import calm_terms
from twitchcheck.rules.terms import TRUE, Amount, Chosen, Term, differ, every, negation, replacing, some


def hidden_answers(solver: Solver) -> Finding:
    """The answer to an item that is not asked changes no conclusion."""
    logic = solver.logic
    conclusions = [*logic.at_least.values(), *logic.asked.values(), *logic.shown.values()]
    conclusions += [term for flag in logic.flags.values() for term in flag]
    conclusions += [term for strengths in logic.strengths.values() for term in strengths.values()]
    failures: list[Failure] = []
    followups = []
    for item in logic.items.values():
        if logic.asked[item.id] is not TRUE:
            followups.append(item.brief)
            failures += _leak(solver, item, conclusions)
    return Finding((f"Asked only of some: {'; '.join(followups)}.",), failures)


def _leak(solver: Solver, item: Item, conclusions: Iterable[Term]) -> Iterator[Failure]:
    logic = solver.logic
    atoms = {atom: Chosen(item.id, option, other=True) for option, atom in logic.given[item.id].items()}
    amounts = {logic.amounts[item.id]: Amount(item.id, other=True)} if item.id in logic.amounts else {}
    other = replacing(atoms, amounts)
    changed = some(differ(term, other(term)) for term in conclusions)
    wanted = every((negation(logic.asked[item.id]), other(logic.valid[item.id]), changed))
    found = solver.example(wanted, calm_terms(logic, item), atoms, amounts)
    if found is not None:
        yield Failure(f"{item.id} is not asked, and yet its answer counts", examples(logic, *found, but=item))


HIDDEN_ANSWERS = Property(
    "hidden_answers",
    "An answer to a question that is not asked changes nothing",
    "Whatever stands behind a question that is not asked: care level, red flags, triggers, texts and further "
    "questions stay the same.",
    hidden_answers,
)
