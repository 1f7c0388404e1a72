"""Property 9: nothing that is ticked among the signs is lost."""

from collections.abc import Iterator

from twitchcheck.questionnaire.items import NO, NONE, NOT_SURE, Item, Role
from twitchcheck.rules.logic import Logic
from twitchcheck.rules.proofs.asking import Failure, Finding, Property, Solver, broken
from twitchcheck.rules.terms import Term, negation, some

NOTHING_SAID = (NO, NONE, NOT_SURE)


def nothing_lost(solver: Solver) -> Finding:
    """Every answer to a sign is named by the doctor's sheet or among the reasons."""
    logic = solver.logic
    on_sheet = {subject for block in logic.protocol.sheet_blocks for subject in block.subjects}
    signs = [item for item in logic.items.values() if item.options and item.role in (Role.WARNING, Role.SYMPTOM)]
    reasons_only = [item for item in signs if item.id not in on_sheet]
    failures: list[Failure] = []
    for item in reasons_only:
        for option_id, named in _named_in_reasons(logic, item):
            about = f"{item.id} {option_id} is named in the reasons or by the doctor's sheet"
            failures += broken(solver, about, some((negation(logic.in_effect[item.id][option_id]), named)))
    if not signs:
        failures.append(Failure("no sign is asked about"))
    notes = [f"On the doctor's sheet: {len(signs) - len(reasons_only)} of {len(signs)} signs, with each answer."]
    if reasons_only:
        notes.append(f"Among the reasons alone: {'; '.join(item.brief for item in reasons_only)}.")
    return Finding(tuple(notes), failures)


def _named_in_reasons(logic: Logic, item: Item) -> Iterator[tuple[str, Term]]:
    """Each answer that says something, with where a red flag that rests on it holds."""
    for option in item.options:
        if option.id not in NOTHING_SAID:
            resting = (
                flag for flag in logic.protocol.red_flags if item.meets(option.id, flag.when.has.get(item.id, ()))
            )
            yield option.id, some(logic.flags[flag.id].sure for flag in resting)


NOTHING_LOST = Property(
    "nothing_lost",
    "Nothing that is ticked is lost",
    "Each time of each sign, and each other answer to a question about signs, is named by the doctor's sheet, or among "
    "the reasons for the advice as part of a red flag that holds.",
    nothing_lost,
)
