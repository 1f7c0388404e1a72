"""Property 4: self-care is impossible where a doctor has to look."""

from collections.abc import Mapping

from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.proofs.asking import Failure, Finding, Property, Solver, not_kept
from twitchcheck.rules.terms import negation

STILL_THERE = ("today", "days", "weeks", "months")

NEVER_SELF_CARE: Mapping[str, Condition] = {
    "a task that is harder or lost": Condition(
        any=tuple(Condition(has={one: STILL_THERE}) for one in ("harder", "lost"))
    ),
    "a wasted muscle": Condition(has={"thinner": STILL_THERE}),
    "slurred speech": Condition(has={"slurred": STILL_THERE}),
    "trouble with swallowing": Condition(has={"choking": STILL_THERE}),
    "a voice changed for weeks": Condition(has={"hoarse": ("weeks", "months")}),
    "two weeks or more, not examined and found harmless": Condition(
        at_least={"duration": 14}, findings=("not_cleared",)
    ),
}
"""With these, or with a loss of function (named in the edition), self-care is never enough."""


def never_self_care(solver: Solver) -> Finding:
    """Self-care is impossible where a doctor has to look, also while the answers leave it open."""
    logic = solver.logic
    loss = Condition(findings=(logic.protocol.edition.function_finding,))
    conditions = {"a loss of function": loss, **NEVER_SELF_CARE}
    more = negation(logic.disposition[Disposition.SELF_CARE])
    failures: list[Failure] = []
    for name, condition in conditions.items():
        about = f"{name}, given or left open, is never self_care"
        failures += not_kept(solver, about, condition, more, given="possible")
    return Finding((f"Never self-care, given or left open: {'; '.join(conditions)}.",), failures)


SELF_CARE_IMPOSSIBLE = Property(
    "never_self_care",
    "Self-care is impossible where a doctor has to look",
    "With a task that is harder or lost, a wasted muscle, slurred speech or trouble with swallowing that is still "
    "there, a voice changed for weeks, or two weeks or more of twitching that nobody has found harmless, the advice is "
    "never self-care; nor while the answers leave one of these open.",
    never_self_care,
)
