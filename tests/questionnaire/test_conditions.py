"""How sure a condition is, what carries it, and what hidden and missing answers count for."""

from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.conditions import Certainty, Condition, Evidence, evaluate, evidence, subjects
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import Measure, Questionnaire

NO, UNSURE, YES = Certainty.NO, Certainty.UNSURE, Certainty.YES

HasFacts = Callable[..., Facts]
Made = Callable[..., Condition]

LOST = {"has": {"weak": ["lost"]}}
FOOT = {"has": {"places": ["foot"]}}
TEA = {"at_least": {"tea": 3}}
TWO_OF_THREE = {"several": {"number": 2, "of": [LOST, FOOT, TEA]}}


@pytest.mark.parametrize(
    ("parts", "given", "expected"),
    [
        ({}, {}, YES),
        (FOOT, {"places": ("calf", "foot")}, YES),
        (FOOT, {"places": ("calf",)}, NO),
        (FOOT, {"places": ("none",)}, NO),
        (FOOT, {"places": ("not_sure",)}, UNSURE),
        (FOOT, {}, UNSURE),
        ({"has": {"places": ["none"]}}, {"places": ("none",)}, YES),
        ({"has": {"places": ["not_sure"]}}, {}, YES),
        ({"has": {"places": ["foot"], "weak": ["lost"]}}, {"places": ("foot",)}, UNSURE),
        ({"has": {"places": ["foot"], "weak": ["lost"]}}, {"places": ("foot",), "weak": "normal"}, NO),
        ({"count_at_least": {"places": 2}}, {"places": ("calf", "foot")}, YES),
        ({"count_at_least": {"places": 2}}, {"places": ("calf",)}, NO),
        ({"count_at_least": {"places": 1}}, {"places": ("none",)}, NO),
        ({"count_at_least": {"places": 1}}, {"places": ("not_sure",)}, UNSURE),
        (TEA, {"tea": 3.0}, YES),
        (TEA, {"tea": 2.9}, NO),
        (TEA, {"tea": "not_sure"}, UNSURE),
        (TEA, {}, UNSURE),
        ({"at_most": {"tea": 3}}, {"tea": 3.0}, YES),
        ({"at_most": {"tea": 3}}, {"tea": 3.1}, NO),
        ({"at_most": {"tea": 3}}, {"tea": "not_sure"}, UNSURE),
        ({"has": {"tea": ["not_sure"]}}, {"tea": "not_sure"}, YES),
        ({"has": {"tea": ["not_sure"]}}, {"tea": 1.0}, NO),
        ({"findings": ["lost_or_foot"]}, {"weak": "not_sure", "places": ("none",)}, UNSURE),
        ({"findings": ["lost_or_foot", "lost"]}, {"weak": "normal", "places": ("foot",)}, NO),
        ({"all": [LOST, FOOT]}, {"weak": "lost", "places": ("foot",)}, YES),
        ({"all": [LOST, FOOT]}, {"weak": "lost"}, UNSURE),
        ({"all": [LOST, FOOT]}, {"weak": "normal"}, NO),
        ({"any": [LOST, FOOT]}, {"weak": "lost"}, YES),
        ({"any": [LOST, FOOT]}, {"weak": "normal"}, UNSURE),
        ({"any": [LOST, FOOT]}, {"weak": "normal", "places": ("calf",)}, NO),
        ({"any": [LOST, FOOT], **TEA}, {"weak": "lost"}, UNSURE),
        (TWO_OF_THREE, {"weak": "lost", "places": ("foot",)}, YES),
        (TWO_OF_THREE, {"weak": "lost", "places": ("calf",), "tea": 3.0}, YES),
        (TWO_OF_THREE, {"weak": "lost", "places": ("calf",)}, UNSURE),
        (TWO_OF_THREE, {"weak": "normal"}, UNSURE),
        (TWO_OF_THREE, {"weak": "normal", "places": ("calf",)}, NO),
        ({**TWO_OF_THREE, "has": {"pills": ["iron"]}}, {"weak": "lost", "tea": 3.0, "pills": ("zinc",)}, NO),
    ],
)
def test_a_condition_is_as_sure_as_its_answers(
    condition: Made, facts: HasFacts, parts: dict[str, object], given: dict[str, Answer], expected: Certainty
) -> None:
    assert evaluate(condition(**parts), facts(**given)) is expected


@pytest.mark.parametrize(
    ("given", "reaches", "stays_within", "amount", "known_part"),
    [
        ({"coffee": 2.0, "tea": 1.0, "decaf": 2.0}, YES, NO, 240, 240),
        ({"coffee": 2.0, "tea": 0.0, "decaf": 2.0}, NO, YES, 190, 190),
        ({"coffee": 3.0, "tea": "not_sure"}, YES, NO, None, 270),  # what is known is enough already
        ({"coffee": 2.0, "tea": "not_sure"}, UNSURE, UNSURE, None, 180),
        ({"coffee": 0.0, "tea": 1.0, "decaf": 40.0}, NO, YES, 50, 50),  # decaf is not asked without coffee
        ({"coffee": 0.0, "tea": 0.0}, NO, YES, 0, 0),
        ({"coffee": 0.0, "tea": "not_sure"}, UNSURE, UNSURE, None, None),
        ({}, UNSURE, UNSURE, None, None),
    ],
)
def test_a_partly_known_measure_counts_with_what_is_known(
    facts: HasFacts,
    given: dict[str, Answer],
    reaches: Certainty,
    stays_within: Certainty,
    amount: float | None,
    known_part: float | None,
) -> None:
    made = facts(**given)
    assert (made.reaches("caffeine", 200), made.stays_within("caffeine", 199)) == (reaches, stays_within)
    assert (made.amount("caffeine"), made.known_part("caffeine")) == (amount, known_part)


def test_a_score_adds_up_the_chosen_options(facts: HasFacts) -> None:
    assert facts(nervous="often", signs=("sweat", "shake")).amount("worry") == 5
    assert facts(nervous="never", signs=("none",)).amount("worry") == 0
    open_score = facts(nervous="often", signs=("not_sure",))
    assert open_score.amount("worry") is None
    assert (open_score.reaches("worry", 2), open_score.reaches("worry", 3)) == (YES, UNSURE)


def test_an_amount_or_measure_that_is_not_asked_is_neither_high_nor_low(questionnaire: Questionnaire) -> None:
    measure = Measure("little", "", "mg", terms={"decaf": 5})
    hidden = Facts(replace(questionnaire, measures=(measure,)), Answers({"coffee": 0.0, "decaf": 9.0}))
    for subject in ("decaf", "little"):
        assert (hidden.reaches(subject, 0), hidden.stays_within(subject, 99)) == (NO, NO)
        assert (hidden.amount(subject), hidden.known_part(subject)) == (None, None)


def test_a_hidden_answer_does_not_count_and_comes_back(questionnaire: Questionnaire) -> None:
    answers = Answers({"weak": "lost", "speed": "days"})
    assert Facts(questionnaire, answers).choice("speed", ("days",)) is YES
    for other in ("normal", "not_sure"):
        hidden = Facts(questionnaire, answers.with_answer("weak", other))
        assert (hidden.choice("speed", ("days",)), hidden.choice("speed", ("not_sure",))) == (NO, NO)
        assert (hidden.count("speed", 1), hidden.chosen("speed"), hidden.is_open("speed")) == (NO, (), False)
        assert "speed" not in hidden.enabled
    toggled_back = answers.with_answer("weak", "normal").with_answer("weak", "lost")
    assert Facts(questionnaire, toggled_back).choice("speed", ("days",)) is YES


@pytest.mark.parametrize(
    ("given", "wanted", "expected"),
    [
        ("today", ("today", "days"), YES),
        ("days", ("today",), NO),
        ("no", ("today", "days", "lately"), NO),
        ("not_sure", ("today",), UNSURE),
        # "Not sure since when" is any time that is asked for, and nothing else.
        ("unknown", ("today",), YES),
        ("unknown", ("lately", "as_ever"), YES),
        ("unknown", ("as_ever",), NO),
        ("unknown", ("no", "not_sure"), NO),
    ],
)
def test_a_row_is_as_sure_as_its_time(
    questionnaire: Questionnaire, given: str, wanted: tuple[str, ...], expected: Certainty
) -> None:
    made = Facts(questionnaire, Answers({"slurred": given}))
    assert made.choice("slurred", wanted) is expected
    assert made.chosen_among("slurred", wanted) == ((given,) if expected is YES else ())


def test_what_is_under_a_row_is_asked_where_the_row_is_ticked(facts: HasFacts) -> None:
    assert "spit" in facts(slurred="today").enabled
    assert "spit" in facts(slurred="unknown").enabled
    for given in ("days", "no", "not_sure"):
        assert "spit" not in facts(slurred=given, spit="yes").enabled


def test_unknown_is_a_plain_option_where_there_is_no_row(questionnaire: Questionnaire) -> None:
    plain = msgspec.structs.replace(questionnaire.items["slurred"], course="")
    page = msgspec.structs.replace(next(questionnaire.pages()), items=(plain,))
    section = msgspec.structs.replace(questionnaire.sections[0], pages=(page,))
    made = Facts(Questionnaire((section,)), Answers({"slurred": "unknown"}))
    assert (made.choice("slurred", ("today",)), made.choice("slurred", ("unknown",))) == (NO, YES)
    assert made.chosen_among("slurred", ("today", "unknown")) == ("unknown",)


def test_missing_is_not_sure_but_is_known_to_be_missing(facts: HasFacts) -> None:
    made = facts(weak="not_sure", tea="not_sure", fit="not_sure", note="words")
    assert made.unanswered == {"places", "slurred", "coffee", "age", "pills", "nervous", "signs"}
    assert made.is_open("weak")
    assert made.is_open("places")
    assert not made.is_open("note")


@pytest.mark.parametrize(
    ("parts", "given", "expected"),
    [
        (
            {"has": {"places": ["foot", "calf"]}},
            {"places": ("calf", "eyelid", "foot")},
            [Evidence("places", YES, ("foot", "calf"))],
        ),
        (LOST, {}, [Evidence("weak", UNSURE)]),
        ({"count_at_least": {"places": 1}}, {"places": ("calf",)}, [Evidence("places", YES, ("calf",))]),
        ({"at_most": {"tea": 3}, **LOST}, {"tea": 2.0}, [Evidence("weak", UNSURE), Evidence("tea", YES, amount=2.0)]),
        ({"at_least": {"caffeine": 90}}, {"coffee": 1.0}, [Evidence("caffeine", YES, amount=90.0)]),
        ({"at_least": {"caffeine": 91}}, {}, [Evidence("caffeine", UNSURE)]),
        ({"any": [LOST, FOOT]}, {"weak": "lost"}, [Evidence("weak", YES, ("lost",))]),  # the open part is left out
        ({"any": [LOST, FOOT]}, {}, [Evidence("weak", UNSURE), Evidence("places", UNSURE)]),
        ({"findings": ["lost_or_foot"]}, {"weak": "normal", "places": ("foot",)}, [Evidence("places", YES, ("foot",))]),
        (
            {"all": [FOOT, {"count_at_least": {"places": 2}}]},
            {"places": ("calf", "foot")},
            [Evidence("places", YES, ("foot", "calf"))],  # named twice, told once
        ),
        ({"all": [TEA, {"at_most": {"tea": 5}}]}, {"tea": 4.0}, [Evidence("tea", YES, amount=4.0)]),
        (
            {"all": [{"has": {"tea": ["not_sure"]}}, TEA]},
            {"tea": "not_sure"},
            [Evidence("tea", YES, ("not_sure",))],
        ),
        ({"has": {"slurred": ["today", "days"]}}, {"slurred": "days"}, [Evidence("slurred", YES, ("days",))]),
        ({"has": {"slurred": ["today"]}}, {"slurred": "unknown"}, [Evidence("slurred", YES, ("unknown",))]),
        ({"has": {"slurred": ["today"]}}, {"slurred": "not_sure"}, [Evidence("slurred", UNSURE)]),
        # Of what is counted, all that holds is told, also what is more than enough; the open part is left out.
        (
            TWO_OF_THREE,
            {"weak": "lost", "places": ("foot",)},
            [Evidence("weak", YES, ("lost",)), Evidence("places", YES, ("foot",))],
        ),
        (
            TWO_OF_THREE,
            {"weak": "lost", "places": ("calf",)},
            [Evidence("weak", YES, ("lost",)), Evidence("tea", UNSURE)],
        ),
    ],
)
def test_evidence_names_each_answer_that_carries_a_condition_once(
    condition: Made, facts: HasFacts, parts: dict[str, object], given: dict[str, Answer], expected: list[Evidence]
) -> None:
    assert evidence(condition(**parts), facts(**given)) == tuple(expected)


def test_subjects_are_found_through_findings_and_nesting(condition: Made, questionnaire: Questionnaire) -> None:
    made = condition(findings=["lost_or_foot"], all=[TEA, {"at_most": {"caffeine": 1}}], count_at_least={"pills": 1})
    assert subjects(made, questionnaire.finding_conditions) == {"weak", "places", "tea", "caffeine", "pills"}
    assert subjects(condition(**TWO_OF_THREE), questionnaire.finding_conditions) == {"weak", "places", "tea"}
    assert made.is_empty() is False
    assert condition().is_empty() is True
