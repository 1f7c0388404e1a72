"""What the real content promises for any answers: nothing that is said makes the advice less urgent."""

from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.calm_answers import calm_answers
from twitchcheck.questionnaire.answers import Answer, Answers, problem_with, toggled
from twitchcheck.questionnaire.conditions import Certainty, evaluate, subjects
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import NONE, NOT_SURE, Item, ItemType, Role
from twitchcheck.rules.assessment import assess, disposition_of, worst_of
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

DAY = date(2026, 11, 23)

Sets = st.SearchStrategy[Answers]

repeatable = settings(
    max_examples=300,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

every_alternative = settings(repeatable, max_examples=50)
"""For the tests that try many other answers to each of the random sets."""

AT_A_TIME = 12
"""Of how many items, drawn anew for each answer set, other answers are tried."""

HARMLESS_OPTION = {"course": "fading", "often": "now_and_then"}
"""The answer of a choice that stands for "no" where no option has that id."""


def harmless(item: Item) -> Answer | None:
    """The answer to a list or choice that says "nothing there"; None where there is none."""
    if item.type is ItemType.CHOICES:
        return (NONE,)
    if item.type is ItemType.CHOICE:
        option = HARMLESS_OPTION.get(item.id, "no")
        return option if option in item.option_by_id else None
    return None


def possible(item: Item) -> list[Answer]:
    """Answers to try for an item, lists with one option each; bounds that rules use and their neighbours."""
    options = [option.id for option in item.answer_options]
    if item.type is ItemType.CHOICES:
        return [(option,) for option in options]
    if item.type is ItemType.CHOICE:
        return list(options)
    numbers = {item.minimum, item.maximum, *(one for one in (1, 5, 12, 14, 15, 16, 50, 60, 91) if one <= item.maximum)}
    return [*sorted(numbers), NOT_SURE]


def answer_to(item: Item) -> st.SearchStrategy[Answer]:
    """A random answer to an item; lists with one option or several."""
    single = st.sampled_from(possible(item))
    ordinary = [option.id for option in item.answer_options if not option.exclusive]
    if item.type is not ItemType.CHOICES or len(ordinary) < 2:
        return single
    return single | st.lists(st.sampled_from(ordinary), min_size=2, max_size=4, unique=True).map(tuple)


@pytest.fixture(scope="session")
def answer_sets(protocol: TriageProtocol) -> Sets:
    """Calm answers to the real content with random ones here and there, hidden items too, and a few left out.

    The random ones gather around what single red flags look at; by mere chance few of them would hold.
    """
    questionnaire = protocol.questionnaire
    items = [item for item in questionnaire.items.values() if item.type is not ItemType.TEXT]
    answers = {item.id: answer_to(item) for item in items}
    around = []
    for flag in protocol.red_flags:
        named = sorted(subjects(flag.when, questionnaire.finding_conditions))
        measures = questionnaire.measure_by_id
        around.append([one for name in named for one in (measures[name].item_ids if name in measures else (name,))])
    anywhere = st.lists(st.sampled_from(sorted(answers)), max_size=8)
    touched = st.builds(lambda flags, others: [*flags, *others], st.sampled_from(around), anywhere)

    @st.composite
    def sets(draw: st.DrawFn) -> Answers:
        random = {item_id: draw(answers[item_id]) for item_id in dict.fromkeys(draw(touched))}
        left_out = draw(st.sets(st.sampled_from(sorted(answers)), max_size=2))
        calm = calm_answers(protocol, random)
        return Answers({item_id: calm[item_id] for item_id in calm if item_id not in left_out})

    return sets()


def with_role(protocol: TriageProtocol, *roles: Role) -> list[Item]:
    return [item for item in protocol.questionnaire.items.values() if item.role in roles]


def drawn(data: st.DataObject, items: list[Item]) -> list[Item]:
    """Some of these items."""
    by_id = {item.id: item for item in items}
    ids = data.draw(st.lists(st.sampled_from(sorted(by_id)), min_size=AT_A_TIME, max_size=AT_A_TIME, unique=True))
    return [by_id[one] for one in ids]


@every_alternative
@given(data=st.data())
def test_a_symptom_never_makes_the_advice_less_urgent(
    protocol: TriageProtocol, answer_sets: Sets, data: st.DataObject
) -> None:
    answers = data.draw(answer_sets)
    for item in drawn(data, with_role(protocol, Role.WARNING, Role.SYMPTOM)):
        calm = harmless(item)
        if calm is not None:
            before = disposition_of(protocol, answers.with_answer(item.id, calm))
            unanswered = disposition_of(protocol, answers.without(item.id))
            assert unanswered.urgency >= before.urgency, (item.id, "left out")
            for value in possible(item):
                after = disposition_of(protocol, answers.with_answer(item.id, value))
                assert after.urgency >= before.urgency, (item.id, value, before, after)


@every_alternative
@given(data=st.data())
def test_one_more_tick_never_makes_the_advice_less_urgent(
    protocol: TriageProtocol, answer_sets: Sets, data: st.DataObject
) -> None:
    answers = data.draw(answer_sets)
    before = disposition_of(protocol, answers)
    for item in drawn(data, with_role(protocol, Role.WARNING, Role.SYMPTOM, Role.HABIT, Role.HEALTH)):
        chosen = answers.get(item.id)
        if isinstance(chosen, tuple) and chosen != (NOT_SURE,):
            for option in item.answer_options:
                if not option.exclusive and option.id not in chosen:
                    after = disposition_of(protocol, answers.with_answer(item.id, toggled(item, chosen, option.id)))
                    assert after.urgency >= before.urgency, (item.id, option.id, before, after)


@every_alternative
@given(data=st.data())
def test_a_habit_never_makes_the_advice_less_urgent(
    protocol: TriageProtocol, answer_sets: Sets, data: st.DataObject
) -> None:
    answers = data.draw(answer_sets)
    frugal = answers
    for item in with_role(protocol, Role.HABIT):
        least: Answer = item.options[0].id if item.type is ItemType.CHOICE else item.minimum
        frugal = frugal.with_answer(item.id, (NONE,) if item.type is ItemType.CHOICES else least)
    before = disposition_of(protocol, frugal)
    assert disposition_of(protocol, answers).urgency >= before.urgency
    for item in with_role(protocol, Role.HABIT):
        if item.id in answers:
            after = disposition_of(protocol, frugal.with_answer(item.id, answers[item.id]))
            assert after.urgency >= before.urgency, (item.id, answers[item.id], before, after)


@repeatable
@given(data=st.data())
def test_an_emergency_that_holds_is_an_emergency_whatever_else_is_said(
    protocol: TriageProtocol, answer_sets: Sets, data: st.DataObject
) -> None:
    answers = data.draw(answer_sets)
    assessment = assess(protocol, answers, DAY)
    holds = any(
        flag.disposition is Disposition.EMERGENCY and evaluate(flag.when, assessment.facts) is Certainty.YES
        for flag in protocol.red_flags
    )
    assert (assessment.disposition is Disposition.EMERGENCY) == holds == bool(assessment.emergencies)
    assert assessment.disposition is disposition_of(protocol, answers)


@repeatable
@given(data=st.data())
def test_hidden_answers_change_nothing(protocol: TriageProtocol, answer_sets: Sets, data: st.DataObject) -> None:
    answers = data.draw(answer_sets)
    asked = Facts(protocol.questionnaire, answers).enabled
    visible = Answers({item_id: value for item_id, value in answers.items() if item_id in asked})
    conclusions = [assess(protocol, given_answers, DAY) for given_answers in (answers, visible)]
    for part in ("disposition", "red_flags", "triggers", "considerations", "unsure"):
        assert getattr(conclusions[0], part) == getattr(conclusions[1], part)


@every_alternative
@given(data=st.data())
def test_each_change_that_is_told_really_raises_the_advice(
    protocol: TriageProtocol, answer_sets: Sets, data: st.DataObject
) -> None:
    answers = data.draw(answer_sets)
    assessment = assess(protocol, answers, DAY)
    changes = what_would_change(protocol, answers, assessment)
    if assessment.disposition is Disposition.EMERGENCY:
        assert changes == ()
    told: dict[tuple[str, Disposition], float] = {}
    for change in changes:
        item, current = protocol.questionnaire.items[change.item_id], answers.get(change.item_id)
        value: Answer = change.option if change.amount is None else change.amount
        if item.type is ItemType.CHOICES:
            value = toggled(item, current if isinstance(current, tuple) else (), change.option)
        assert problem_with(item, value) == ""
        after = disposition_of(protocol, answers.with_answer(item.id, value))
        assert after.urgency >= change.disposition.urgency > assessment.disposition.urgency
        if change.amount is not None:
            assert (item.id, change.disposition) not in told, "only the smallest amount of each level"
            told[item.id, change.disposition] = change.amount
            short_of_it = answers.with_answer(item.id, change.amount - 0.5)
            facts = assessment.facts.changed(short_of_it, item.id)
            below = worst_of(protocol, protocol.red_flags, facts)
            assert below.urgency < change.disposition.urgency


@every_alternative
@given(data=st.data())
def test_looking_only_at_the_red_flags_of_an_item_misses_no_change(
    protocol: TriageProtocol, answer_sets: Sets, data: st.DataObject
) -> None:
    thorough = msgspec.structs.replace(protocol)
    thorough.__dict__["red_flags_of"] = dict.fromkeys(protocol.questionnaire.items, protocol.red_flags)
    answers = data.draw(answer_sets)
    assessment = assess(protocol, answers, DAY)
    assert what_would_change(protocol, answers, assessment) == what_would_change(thorough, answers, assessment)


def test_the_random_answers_reach_every_disposition(protocol: TriageProtocol, answer_sets: Sets) -> None:
    reached: set[Disposition] = set()

    @repeatable
    @given(answers=answer_sets)
    def look(answers: Answers) -> None:
        reached.add(disposition_of(protocol, answers))

    look()
    assert reached == set(Disposition)


def test_an_amount_worked_out_from_fractions_reaches_its_bound_exactly(protocol: TriageProtocol) -> None:
    answers = calm_answers(protocol, {"beer": 4.0, "wine": 14.0, "spirits": 11.0})
    assessment = assess(protocol, answers, DAY)
    assert assessment.facts.amount("alcohol") == 50
    assert [raised.flag.id for raised in assessment.red_flags] == ["much_alcohol"]
