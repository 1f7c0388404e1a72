"""What must hold for every possible answer: nine properties, each asked of a solver that looks for the opposite.

An answer that is missing counts as "not sure", so every claim covers half-filled checks too. Amounts are any numbers
in their range where a claim is about all answers, and whole steps where it is enough that some answer exists.
"""

from time import process_time

from twitchcheck.rules.proofs.acute_illness import ACUTE_ILLNESS
from twitchcheck.rules.proofs.asking import CounterExample, Failure, Finding, Outcome, Property, Solver
from twitchcheck.rules.proofs.emergencies import EMERGENCIES
from twitchcheck.rules.proofs.floors import FLOORS
from twitchcheck.rules.proofs.hidden_answers import HIDDEN_ANSWERS
from twitchcheck.rules.proofs.monotone import MONOTONE
from twitchcheck.rules.proofs.never_self_care import SELF_CARE_IMPOSSIBLE
from twitchcheck.rules.proofs.nothing_lost import NOTHING_LOST
from twitchcheck.rules.proofs.one_disposition import ONE_DISPOSITION
from twitchcheck.rules.proofs.reachable import REACHABLE

__all__ = ["PROPERTIES", "CounterExample", "Failure", "Finding", "Outcome", "Property", "prove"]

PROPERTIES = (
    *(ONE_DISPOSITION, MONOTONE, EMERGENCIES, SELF_CARE_IMPOSSIBLE, HIDDEN_ANSWERS),
    *(REACHABLE, FLOORS, ACUTE_ILLNESS, NOTHING_LOST),
)


def prove(solver: Solver) -> tuple[Outcome, ...]:
    """Every property with its outcome, for the protocol that the solver's logic was made from."""
    outcomes = []
    for one in PROPERTIES:
        checks, start = solver.checks, process_time()
        notes, failures = one.ask(solver)
        spent = solver.checks - checks, process_time() - start
        outcomes.append(Outcome(one.id, one.title, one.claim, notes, *spent, tuple(failures)))
    return tuple(outcomes)
