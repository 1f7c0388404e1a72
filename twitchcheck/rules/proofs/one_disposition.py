"""Property 1: one advice for everybody."""

from twitchcheck.rules.proofs.asking import Finding, Property, Solver, broken
from twitchcheck.rules.terms import FALSE, TRUE, at_least, every, negation, some


def one_disposition(solver: Solver) -> Finding:
    """Exactly one disposition, and all that belongs to it, whatever is answered."""
    logic = solver.logic
    levels = list(logic.disposition.values())
    unique = every((some(levels), negation(at_least([(1, level, None) for level in levels], 2))))
    failures = [*broken(solver, "there is exactly one disposition", unique)]
    for level in logic.protocol.care_levels:
        here = logic.disposition[level.id]
        parts = {
            "an action": TRUE if level.action.strip() else FALSE,
            "a time frame": TRUE if level.time_frame.strip() else FALSE,
            "a summary": some(map(logic.statement, level.summary)),
            "advice": some(map(logic.statement, level.advice)),
            "a safety net": some(map(logic.statement, level.safety_net)),
            "a review": some(told for _, told in logic.reviews[level.id]),
        }
        for name, given in parts.items():
            failures += broken(solver, f"{level.id} comes with {name}", some((negation(here), given)))
    return Finding((), failures)


ONE_DISPOSITION = Property(
    "one_disposition",
    "One advice for everybody",
    "Whatever is answered or left open, there is exactly one care level, and it comes with an action, a time "
    "frame, a summary, advice, a safety net and a review.",
    one_disposition,
)
