"""Property 6: nothing is dead."""

from collections.abc import Iterable, Iterator

from twitchcheck.questionnaire.items import NOT_SURE, ItemType
from twitchcheck.rules.logic import Logic
from twitchcheck.rules.proofs.asking import Failure, Finding, Property, Solver, examples
from twitchcheck.rules.proofs.order import calm_terms
from twitchcheck.rules.protocol import RedFlag, Strength
from twitchcheck.rules.terms import Term, every, negation


def reachable(solver: Solver) -> Finding:
    """Every question, option, rule and text plays a part for somebody."""
    logic = solver.logic
    targets = list(_targets(logic))
    failures = [Failure(f"{about} is never reached") for about, term in targets if not solver.is_possible(term)]
    for flag in logic.protocol.red_flags:
        decides = every((logic.flags[flag.id].sure, logic.disposition[flag.disposition]))
        if not solver.is_possible(decides):
            failures.append(_dead_flag(solver, flag))
    note = f"Reached: {len(targets)} questions, options, findings, trigger strengths and texts, and each of "
    return Finding((f"{note}{len(logic.flags)} red flags as the most urgent one.",), failures)


def _targets(logic: Logic) -> Iterator[tuple[str, Term]]:
    for item in logic.questionnaire.items.values():
        yield f"question {item.id}", logic.asked[item.id]
        options = [*item.option_by_id]
        if item.type is ItemType.AMOUNT and item.not_sure:
            options.append(NOT_SURE)
        for option in options:
            yield f"option {item.id} {option}", logic.in_effect[item.id][option]
    for finding in logic.questionnaire.findings:
        yield f"finding {finding.id}", logic.finding(finding.id).sure
    for trigger in logic.protocol.triggers:
        for number, term in enumerate(logic.factors[trigger.id], 1):
            yield f"trigger {trigger.id}, factor {number},", term
        for strength in _attainable(logic, [factor.points for factor in trigger.factors]):
            yield f"trigger {trigger.id}, {strength},", logic.strengths[trigger.id][strength]
    for text_id, term in logic.shown.items():
        yield f"text {text_id}", term


def _attainable(logic: Logic, points: Iterable[int]) -> list[Strength]:
    """The strengths that some of the factors add up to, and at least a slight one."""
    sums = {0}
    for number in points:
        sums |= {one + number for one in sums}
    limits = logic.protocol.edition.trigger_strengths
    reached = {
        next((one for one in reversed(Strength) if total >= limits[one]), Strength.SLIGHT) for total in sums - {0}
    }
    return [strength for strength in Strength if strength in reached]


def _dead_flag(solver: Solver, flag: RedFlag) -> Failure:
    """Why a red flag never decides: it never holds, or something more urgent holds whenever it does."""
    logic = solver.logic
    sure = logic.flags[flag.id].sure
    found = solver.example(sure, calm_terms(logic))
    if found is None:
        return Failure(f"red flag {flag.id} never holds")
    covering = [
        other.id
        for other in logic.protocol.red_flags
        if other.disposition.urgency > flag.disposition.urgency
        and not solver.is_possible(every((sure, negation(logic.flags[other.id].sure))))
    ]
    by = f"the more urgent {', '.join(covering)}" if covering else "several more urgent ones together"
    return Failure(f"red flag {flag.id} is covered by {by}", examples(logic, found[0]))


REACHABLE = Property(
    "reachable",
    "Nothing is dead",
    "There are answers for which each question is asked, each option counts, each trigger reaches each strength "
    "its points add up to, each text is shown, and each red flag is the most urgent one that holds.",
    reachable,
)
