"""Property 3: an emergency answer is always an emergency, and "not sure" never interrupts."""

from collections.abc import Iterator

from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NOT_SURE, Item, Role
from twitchcheck.rules.proofs.asking import Failure, Finding, Property, Solver, broken, examples
from twitchcheck.rules.proofs.order import calm_terms
from twitchcheck.rules.terms import FALSE, every, negation, replacing, some


def emergencies(solver: Solver) -> Finding:
    """An answer that is an emergency with nothing else the matter is one whatever else is answered."""
    logic = solver.logic
    emergency = logic.at_least[Disposition.EMERGENCY]
    failures: list[Failure] = []
    by_themselves = []
    for item in logic.items.values():
        found = [option for option in item.options if _is_emergency(solver, item, option.id)]
        for option in found:
            about = f"{item.id} {option.id} is always an emergency"
            failures += broken(solver, about, some((negation(logic.in_effect[item.id][option.id]), emergency)))
        if found:
            by_themselves.append(f"{item.brief} ({', '.join(option.phrase for option in found)})")
    if not by_themselves:
        failures.append(Failure("no answer is an emergency by itself"))
    failures += _interrupting(solver)
    return Finding((f"Always an emergency: {'; '.join(by_themselves)}.",), failures)


def _is_emergency(solver: Solver, item: Item, option_id: str) -> bool:
    """Whether an answer has such a level in its row, or outside a row is an emergency with nothing else the matter."""
    if item.is_row:
        return any(item.meets(option_id, cell.times) for cell in item.cells if cell.level is Disposition.EMERGENCY)
    logic = solver.logic
    alone = (negation(logic.given[item.id][other.id]) for other in item.options if other.id != option_id)
    chosen, emergency = logic.in_effect[item.id][option_id], logic.at_least[Disposition.EMERGENCY]
    return solver.is_possible(every((chosen, *alone, *calm_terms(logic, item), emergency)))


def _interrupting(solver: Solver) -> Iterator[Failure]:
    """Items of which "not sure", or no answer, helps to make it sure that there is an emergency.

    What is not known of the person, such as the age, opens questions: it is their answers that interrupt.
    """
    logic = solver.logic
    flags = (flag for flag in logic.protocol.red_flags if flag.disposition is Disposition.EMERGENCY)
    sure = some(logic.flags[flag.id].sure for flag in flags)
    for item in (one for one in logic.items.values() if one.role is not Role.PERSON):
        not_sure = logic.given[item.id][NOT_SURE]
        without = replacing({not_sure: FALSE}, {})(sure)
        wanted = FALSE if without is sure else every((not_sure, sure, negation(without)))
        found = None if wanted is FALSE else solver.example(wanted, calm_terms(logic, item))
        if found is not None:
            yield Failure(f"{item.id}: 'not sure' interrupts", examples(logic, found[0]))


EMERGENCIES = Property(
    "emergencies",
    "An emergency answer is always an emergency",
    "Each time of a sign that is an emergency, and each other answer that is one with nothing else the matter, gives "
    "'emergency' whatever else is answered. 'Not sure' and an answer that is missing never make it sure that there is "
    "one, so they never interrupt.",
    emergencies,
)
