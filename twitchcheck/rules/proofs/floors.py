"""Property 7: the level of each time of a sign is kept."""

from twitchcheck.questionnaire.items import UNKNOWN, Item
from twitchcheck.rules.proofs.asking import Failure, Finding, Property, Solver, broken, lowered
from twitchcheck.rules.proofs.order import gone_instead_of_no
from twitchcheck.rules.terms import negation, some


def floors(solver: Solver) -> Finding:
    """Each cell of the matrix holds whatever else is answered outside its row."""
    logic = solver.logic
    failures: list[Failure] = []
    rows = [item for item in logic.items.values() if item.cells]
    for row in rows:
        failures += _cells_kept(solver, row)
    for row in (item for item in logic.items.values() if item.is_row):
        for change in gone_instead_of_no(logic, row):
            failures += lowered(solver, row, change)
    if not rows:
        failures.append(Failure("no sign has a level"))
    count = sum(len(cell.times) for row in rows for cell in row.cells)
    return Finding((f"Kept: the levels of {count} times of {len(rows)} rows.",), failures)


def _cells_kept(solver: Solver, row: Item) -> list[Failure]:
    """Where a time of a row, or "not sure since when", can be less than its level."""
    logic = solver.logic
    level_of = {time: cell.level for cell in row.cells for time in cell.times}
    of_times = [level_of[time] for time in row.timed if time in level_of]
    if UNKNOWN in row.option_by_id and of_times:
        level_of[UNKNOWN] = max(of_times, key=lambda level: level.urgency)
    failures: list[Failure] = []
    for time, level in level_of.items():
        kept = some((negation(logic.in_effect[row.id][time]), logic.at_least[level]))
        failures += broken(solver, f"{row.id} {time} is at least {level}", kept)
    return failures


FLOORS = Property(
    "floors",
    "The level of each time of a sign is kept",
    "Each sign with its time gives at least the level that the table of signs has for it, whatever else is answered; "
    "'not sure since when' gives at least the highest level of its sign; and a sign that has gone again is never less "
    "urgent than none at all.",
    floors,
)
