"""Property 8: an acute illness is not taken for twitching. What is promised stands in `together`."""

from collections.abc import Iterator
from itertools import combinations

from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.proofs.asking import Failure, Finding, Property, Solver, not_kept
from twitchcheck.rules.proofs.together import ACUTE_SIGNS, GETTING_WORSE, STILL_THERE, TOGETHER, WORSE_DAILY, both
from twitchcheck.rules.terms import negation


def acute_illness(solver: Solver) -> Finding:
    """What the table says of signs that come together holds whatever else is answered."""
    logic = solver.logic
    failures: list[Failure] = []
    for about, condition, level in TOGETHER:
        failures += not_kept(solver, f"{about}: at least {level}", condition, logic.at_least[level])
    failures += _worse_daily(solver)
    harmless = {frozenset(pair.signs) for pair in logic.protocol.edition.harmless_pairs}
    more = negation(logic.disposition[Disposition.SELF_CARE])
    for one, other in combinations(ACUTE_SIGNS, 2):
        if frozenset((one, other)) not in harmless:
            about = f"{one} with {other}, begun within two weeks: never self_care"
            failures += not_kept(solver, about, both(ACUTE_SIGNS[one], ACUTE_SIGNS[other]), more)
    pairs = [f"{' with '.join(pair.signs)} ({pair.text})" for pair in logic.protocol.edition.harmless_pairs]
    notes = (
        f"Signs that come together: {'; '.join(f'{about} ({level})' for about, _, level in TOGETHER)}.",
        f"Never self-care: any two of {', '.join(ACUTE_SIGNS)}, but for the pairs that the content names as harmless: "
        f"{'; '.join(pairs) or 'none'}.",
    )
    return Finding(notes, failures)


def _worse_daily(solver: Solver) -> Iterator[Failure]:
    """Where getting worse from day to day does not raise a level below same-day by one."""
    logic = solver.logic
    above = {Disposition.ROUTINE: Disposition.SOON, Disposition.SOON: Disposition.SAME_DAY}
    for row_id in GETTING_WORSE:
        if row_id not in logic.items:
            yield Failure(f"{row_id}, worse from day to day: the questions no longer ask about it")
            continue
        row = logic.items[row_id]
        for cell in row.cells:
            times = tuple(time for time in cell.times if time in STILL_THERE)
            if cell.level in above and times:
                about = f"{row.id} {' or '.join(times)}, worse from day to day: at least {above[cell.level]}"
                worse = both(Condition(has={row.id: times}), WORSE_DAILY)
                yield from not_kept(solver, about, worse, logic.at_least[above[cell.level]])


ACUTE_ILLNESS = Property(
    "acute_illness",
    "An acute illness is not taken for twitching",
    "Signs that come together give at least the level that the table of signs has for them, whatever else is answered. "
    "Weakness, numbness, walking, speech, swallowing or breath that gets worse from day to day is one level more "
    "urgent, up to same-day. Any two signs of an acute illness that began within two weeks are never self-care, unless "
    "the content names the pair as harmless, with its source.",
    acute_illness,
)
