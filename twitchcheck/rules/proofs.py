"""What must hold for every possible answer: six properties, each asked of a solver that looks for the opposite.

An answer that is missing counts as "not sure", so every claim covers half-filled checks too. Amounts are any numbers
in their range where a claim is about all answers, and whole steps where it is enough that some answer exists.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple, Protocol

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import NO, NONE, NOT_SURE, UNKNOWN, WITHOUT_TIME, Item, ItemType, Role
from twitchcheck.rules.assessment import disposition_of
from twitchcheck.rules.logic import Logic
from twitchcheck.rules.protocol import RedFlag, Strength
from twitchcheck.rules.terms import (
    FALSE,
    TRUE,
    Amount,
    Chosen,
    Term,
    at_least,
    differ,
    every,
    negation,
    replacing,
    some,
)

SPEEDS = (("no_change", "months", "weeks", "hours_days"), ("no_change", "fast_long_ago", "weeks"))
"""How fast a change came, from the calmest on; "fast, but long ago" is no worse than "over months" and no better."""

GRADES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "weakness": (("normal", "feels_weak", "harder", "lost_task", "worsening"),),
    "weakness_speed": SPEEDS,
    "mouth_speed": SPEEDS,
    "sensation": (("comes_goes", "constant", "spreading", "growing_fast"),),
    "course": (("fading", "same", "more", "spreading"),),
    "often": (("now_and_then", "many", "constant"),),
    "kind": (("flicker", "jerk", "both"),),
}
"""Choices with grades, from the calmest to the worst or fastest. No/yes and scored choices need no entry."""

LESS_IS_WORSE = ("sleep",)
"""Habits of which less is the worse answer."""

NEVER_SELF_CARE: Mapping[str, Condition] = {
    "a wasted muscle": Condition(has={"seen": ("wasting",)}),
    "any change of speech or swallowing": Condition(
        any=(Condition(count_at_least={"mouth": 1}), Condition(has={"lost_tasks": ("speech", "swallowing")}))
    ),
    "two weeks or more, not examined and found harmless": Condition(
        at_least={"duration": 14}, findings=("not_cleared",)
    ),
}
"""With these, or with a loss of function (named in the edition), self-care is never enough."""


class Solver(Protocol):
    """What the proofs ask; `z3_solver.Z3Solver` is the real one."""

    logic: Logic
    checks: int

    def is_possible(self, wanted: Term) -> bool:
        """Whether `wanted` is true for some answers with amounts in whole steps."""

    def example(
        self,
        wanted: Term,
        calmer: Iterable[Term] = (),
        atoms: Mapping[Chosen, Term] = {},
        amounts: Mapping[Amount, Amount] = {},
    ) -> tuple[Answers, Answers] | None:
        """Answers for which `wanted` is true, and the same with atoms and amounts replaced; None without any."""


class CounterExample(Struct, frozen=True):
    """Answers that can be given to `assess`, and the disposition that they get there."""

    answers: Answers
    disposition: Disposition


class Failure(Struct, frozen=True):
    """One thing that does not hold. It has two examples where it is about a change, none where nothing leads there."""

    about: str
    examples: tuple[CounterExample, ...] = ()


class Outcome(Struct, frozen=True):
    """What became of one property; `checks` is how many questions the solver answered for it."""

    id: str
    title: str
    claim: str
    notes: tuple[str, ...]
    checks: int
    failures: tuple[Failure, ...]

    @property
    def holds(self) -> bool:
        """Whether the property is proven."""
        return not self.failures


class Finding(NamedTuple):
    """What a property found: notes for the reader, and failures."""

    notes: tuple[str, ...]
    failures: list[Failure]


class Property(NamedTuple):
    """A property to prove: its claim in words that a doctor can judge, and how it is asked."""

    id: str
    title: str
    claim: str
    ask: Callable[[Solver], Finding]


class Change(NamedTuple):
    """A change of one answer: what is true before it, and what stands in the place of the answer after it."""

    about: str
    before: Term
    atoms: Mapping[Chosen, Term]
    amounts: Mapping[Amount, Amount]


def prove(solver: Solver) -> tuple[Outcome, ...]:
    """Every property with its outcome, for the protocol that the solver's logic was made from."""
    outcomes = []
    for one in PROPERTIES:
        before = solver.checks
        notes, failures = one.ask(solver)
        checks = solver.checks - before
        outcomes.append(Outcome(one.id, one.title, one.claim, notes, checks, tuple(failures)))
    return tuple(outcomes)


# ---- one advice for everybody ----


def one_disposition(solver: Solver) -> Finding:
    """Exactly one disposition, and all that belongs to it, whatever is answered."""
    logic = solver.logic
    levels = list(logic.disposition.values())
    unique = every((some(levels), negation(at_least([(1, level, None) for level in levels], 2))))
    failures = [*_broken(solver, "there is exactly one disposition", unique)]
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
            failures += _broken(solver, f"{level.id} comes with {name}", some((negation(here), given)))
    return Finding((), failures)


# ---- nothing that is said makes it less urgent ----


def monotone(solver: Solver) -> Finding:
    """No change for the worse gives a less urgent disposition."""
    logic = solver.logic
    failures: list[Failure] = []
    without_order = []
    for item in logic.items.values():
        changes = list(_changes_for_the_worse(logic, item))
        if not changes:
            without_order.append(item.brief)
        for change in changes:
            failures += _lowered_by(solver, item, change)
    playing_no_part = [item.brief for item in logic.items.values() if not _plays_a_part(logic, item)]
    notes = (
        f"No better or worse is defined for: {'; '.join(without_order)}.",
        f"Play no part in the care level: {'; '.join(playing_no_part)}.",
        "Trigger points do not occur in the formula of the care level at all.",
    )
    return Finding(notes, failures)


def _lowered_by(solver: Solver, item: Item, change: Change) -> Iterator[Failure]:
    logic = solver.logic
    after = replacing(change.atoms, change.amounts)
    lower = [every((term, negation(after(term)))) for term in logic.at_least.values() if after(term) is not term]
    wanted = every((change.before, some(lower)))
    if wanted is not FALSE:
        found = solver.example(wanted, _calm_terms(logic, item), change.atoms, change.amounts)
        if found is not None:
            yield Failure(f"{item.id}: {change.about}", _examples(logic, *found))


def _plays_a_part(logic: Logic, item: Item) -> bool:
    atoms = dict.fromkeys(logic.given[item.id].values(), FALSE)
    amounts = {logic.amounts[item.id]: Amount(item.id, other=True)} if item.id in logic.amounts else {}
    after = replacing(atoms, amounts)
    return any(after(term) is not term for term in logic.at_least.values())


def _changes_for_the_worse(logic: Logic, item: Item) -> Iterator[Change]:
    """The smallest changes for the worse; larger ones are made of them."""
    given = logic.given[item.id]
    if item.type is ItemType.CHOICES:
        exclusive = {option.id for option in item.answer_options if option.exclusive} | {NOT_SURE}
        no_other = [negation(given[option]) for option in given if option in exclusive and option != NONE]
        for option in given:
            if option not in exclusive:
                atoms = {given[option]: TRUE} | ({given[NONE]: FALSE} if NONE in given else {})
                yield Change(f"'{option}' as well", every((negation(given[option]), *no_other)), atoms, {})
        if NONE in given:
            yield _swap(given, NONE, NOT_SURE)
    elif item.is_row:
        for step in item.steps:
            yield _swap(given, NO, step.id)
            if step.id not in WITHOUT_TIME | {UNKNOWN} and UNKNOWN in given:
                yield _swap(given, step.id, UNKNOWN)
        yield _swap(given, NO, NOT_SURE)
    elif item.type is ItemType.CHOICE:
        for grades in _grades(item):
            yield _swap(given, grades[0], NOT_SURE)
            for calmer, worse in pairwise(grades):
                yield _swap(given, calmer, worse)
    elif item.role is Role.HABIT:
        amount, other = logic.amounts[item.id], Amount(item.id, other=True)
        sign = -1 if item.id in LESS_IS_WORSE else 1
        valid = replacing({}, {amount: other})(logic.valid[item.id])
        worse_by = at_least([(sign, TRUE, other), (-sign, TRUE, amount)], 0)
        known = negation(given[NOT_SURE])
        yield Change("less" if sign < 0 else "more", every((known, valid, worse_by)), {}, {amount: other})
        yield Change("not sure", _calm(logic, item), {given[NOT_SURE]: TRUE}, {})


def _swap(given: Mapping[str, Chosen], old: str, new: str) -> Change:
    return Change(f"'{new}' instead of '{old}'", given[old], {given[old]: FALSE, given[new]: TRUE}, {})


def _grades(item: Item) -> tuple[tuple[str, ...], ...]:
    """The grades of a choice, from the calmest answer on."""
    if {option.id for option in item.options} == {"no", "yes"}:
        return (("no", "yes"),)
    if any(option.score for option in item.options):
        return (tuple(option.id for option in sorted(item.options, key=lambda one: one.score)),)
    return GRADES.get(item.id, ())


def _calm(logic: Logic, item: Item) -> Term:
    """The calmest answer to an item; TRUE where none is calmer than the others."""
    given = logic.given[item.id]
    if item.type is ItemType.CHOICES:
        return given.get(NONE, TRUE)
    if item.is_row:
        return given[NO]
    if item.type is ItemType.CHOICE:
        return next((given[grades[0]] for grades in _grades(item)), TRUE)
    if item.role is not Role.HABIT:
        return TRUE
    end, sign = (item.maximum, 1) if item.id in LESS_IS_WORSE else (item.minimum, -1)
    return every((negation(given[NOT_SURE]), at_least([(sign, TRUE, logic.amounts[item.id])], sign * end)))


def _calm_terms(logic: Logic, but: Item | None = None) -> list[Term]:
    """The calmest answers to all items `but` one."""
    return [_calm(logic, item) for item in logic.items.values() if item is not but]


# ---- emergencies ----


def emergencies(solver: Solver) -> Finding:
    """An answer that is an emergency with nothing else the matter is one whatever else is answered."""
    logic = solver.logic
    emergency = logic.at_least[Disposition.EMERGENCY]
    failures: list[Failure] = []
    by_themselves = []
    for item in logic.items.values():
        calm = _calm_terms(logic, item)
        for option in item.options:
            chosen = logic.in_effect[item.id][option.id]
            alone = (negation(logic.given[item.id][other.id]) for other in item.options if other is not option)
            if solver.is_possible(every((chosen, *alone, *calm, emergency))):
                by_themselves.append(f"{item.brief}: {option.phrase}")
                about = f"{item.id} {option.id} is always an emergency"
                failures += _broken(solver, about, some((negation(chosen), emergency)))
    if not by_themselves:
        failures.append(Failure("no answer is an emergency by itself"))
    return Finding((f"Always an emergency: {'; '.join(by_themselves)}.",), failures)


# ---- never self-care ----


def never_self_care(solver: Solver) -> Finding:
    """Self-care is impossible where a doctor has to look, also while the answers leave it open."""
    logic, protocol = solver.logic, solver.logic.protocol
    conditions = {"a loss of function": Condition(findings=(protocol.edition.function_finding,)), **NEVER_SELF_CARE}
    failures = []
    for name, condition in conditions.items():
        unknown = set(condition.findings) - protocol.questionnaire.finding_conditions.keys()
        certain = None if unknown else logic.holds(condition)
        if certain is None or not solver.is_possible(certain.sure):
            failures.append(Failure(f"{name}: the questions no longer ask about it as this proof expects"))
        else:
            never = some((negation(certain.possible), negation(logic.disposition[Disposition.SELF_CARE])))
            failures += _broken(solver, f"{name}, given or left open, is never self_care", never)
    return Finding((f"Never self-care, given or left open: {'; '.join(conditions)}.",), failures)


# ---- hidden answers ----


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
    found = solver.example(wanted, _calm_terms(logic, item), atoms, amounts)
    if found is not None:
        yield Failure(f"{item.id} is not asked, and yet its answer counts", _examples(logic, *found, item))


# ---- nothing is dead ----


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
    found = solver.example(sure, _calm_terms(logic))
    if found is None:
        return Failure(f"red flag {flag.id} never holds")
    covering = [
        other.id
        for other in logic.protocol.red_flags
        if other.disposition.urgency > flag.disposition.urgency
        and not solver.is_possible(every((sure, negation(logic.flags[other.id].sure))))
    ]
    by = f"the more urgent {', '.join(covering)}" if covering else "several more urgent ones together"
    return Failure(f"red flag {flag.id} is covered by {by}", _examples(logic, found[0]))


# ---- shared ----


def _broken(solver: Solver, about: str, always: Term) -> Iterator[Failure]:
    """A failure with an example where `always` is not always true."""
    if always is not TRUE:
        found = solver.example(negation(always), _calm_terms(solver.logic))
        if found is not None:
            yield Failure(f"not so: {about}", _examples(solver.logic, found[0]))


def _examples(logic: Logic, *answer_sets: Answers | Item) -> tuple[CounterExample, ...]:
    """Counter-examples without the answers that are hidden in all of them, but for those of the items named."""
    sets = [one for one in answer_sets if isinstance(one, Answers)]
    kept = {one.id for one in answer_sets if isinstance(one, Item)}
    for answers in sets:
        kept.update(Facts(logic.questionnaire, answers).enabled)
    shortened = [Answers({key: value for key, value in answers.items() if key in kept}) for answers in sets]
    return tuple(CounterExample(answers, disposition_of(logic.protocol, answers)) for answers in shortened)


PROPERTIES = (
    Property(
        "one_disposition",
        "One advice for everybody",
        "Whatever is answered or left open, there is exactly one care level, and it comes with an action, a time "
        "frame, a summary, advice, a safety net and a review.",
        one_disposition,
    ),
    Property(
        "monotone",
        "Saying more never makes it less urgent",
        "With all other answers the same, none of these ever gives a less urgent care level: one more tick in a "
        "list; 'not sure' instead of 'none' or of the calmest answer; a worse or faster grade; more of a habit (of "
        "sleep: less). This holds for warnings, symptoms, habits, illnesses and medicines, whatever is answered to "
        "the follow-up questions that it opens.",
        monotone,
    ),
    Property(
        "emergencies",
        "An emergency answer is always an emergency",
        "Each answer that is an emergency with nothing else the matter gives 'emergency' whatever else is answered.",
        emergencies,
    ),
    Property(
        "never_self_care",
        "Self-care is impossible where a doctor has to look",
        "With a loss of function, a wasted muscle, any change of speech or swallowing, or two weeks or more that "
        "nobody has found harmless, the advice is never self-care; nor while the answers leave one of these open.",
        never_self_care,
    ),
    Property(
        "hidden_answers",
        "An answer to a question that is not asked changes nothing",
        "Whatever stands behind a question that is not asked: care level, red flags, triggers, texts and further "
        "questions stay the same.",
        hidden_answers,
    ),
    Property(
        "reachable",
        "Nothing is dead",
        "There are answers for which each question is asked, each option counts, each trigger reaches each strength "
        "its points add up to, each text is shown, and each red flag is the most urgent one that holds.",
        reachable,
    ),
)
