"""Property 2: nothing that is said makes the advice less urgent."""

from twitchcheck.questionnaire.items import Item
from twitchcheck.rules.logic import Logic
from twitchcheck.rules.proofs.asking import Failure, Finding, Property, Solver, lowered
from twitchcheck.rules.proofs.order import changes_for_the_worse
from twitchcheck.rules.terms import FALSE, Amount, replacing


def monotone(solver: Solver) -> Finding:
    """No change for the worse gives a less urgent disposition."""
    logic = solver.logic
    failures: list[Failure] = []
    without_order = []
    for item in logic.items.values():
        changes = list(changes_for_the_worse(logic, item))
        if not changes:
            without_order.append(item.brief)
        for change in changes:
            failures += lowered(solver, item, change)
    playing_no_part = [item.brief for item in logic.items.values() if not _plays_a_part(logic, item)]
    notes = (
        f"No better or worse is defined for: {'; '.join(without_order)}.",
        f"Play no part in the care level: {'; '.join(playing_no_part)}.",
        "Trigger points do not occur in the formula of the care level at all.",
    )
    return Finding(notes, failures)


def _plays_a_part(logic: Logic, item: Item) -> bool:
    atoms = dict.fromkeys(logic.given[item.id].values(), FALSE)
    amounts = {logic.amounts[item.id]: Amount(item.id, other=True)} if item.id in logic.amounts else {}
    after = replacing(atoms, amounts)
    return any(after(term) is not term for term in logic.at_least.values())


MONOTONE = Property(
    "monotone",
    "Saying more never makes it less urgent",
    "With all other answers the same, none of these ever gives a less urgent care level: a sign or a medicine that is "
    "ticked instead of 'no'; 'not sure since when' instead of any time; one more tick in a list; 'not sure' instead of "
    "'no', 'none' or the calmest answer; a worse or faster grade; more of a habit (of sleep: less). This holds for "
    "warnings, symptoms, habits, illnesses and medicines, whatever is answered to the follow-up questions that it "
    "opens.",
    monotone,
)
