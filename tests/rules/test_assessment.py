"""Exact conclusions of the small protocol: what decides, what an open answer counts for, what is shown."""

from datetime import date

import pytest

from tests.rules.conftest import CALM
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.conditions import Certainty, Evidence
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.assessment import Assessment, assess, disposition_of
from twitchcheck.rules.protocol import Strength, TriageProtocol


def concluded(small: TriageProtocol, **given: Answer) -> Assessment:
    return assess(small, Answers({**CALM, **given}), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("given", "disposition", "flags"),
    [
        ({}, "self_care", []),
        ({"days": 14.0}, "routine", ["long"]),
        ({"days": 400.0}, "soon", ["years", "long", "very_long"]),
        ({"signs": ("thin",), "days": 60.0}, "soon", ["thin", "long", "very_long"]),
        ({"lost": "yes", "speed": "fast", "signs": ("thin",)}, "same_day", ["fast", "thin"]),
        ({"lost": "no", "speed": "fast"}, "self_care", []),
        ({"lost": "yes", "speed": "slow"}, "self_care", []),
        ({"signs": ("breathless",), "lost": "yes", "speed": "fast"}, "emergency", ["breathless", "fast"]),
        ({"signs": ("shaking",), "tea": 10.0}, "same_day", ["much_tea"]),
        ({"slurred": "today"}, "emergency", ["slurred_emergency"]),
        ({"slurred": "days"}, "soon", ["slurred_soon"]),
        ({"slurred": "weeks"}, "self_care", []),
        ({"slurred": "as_ever"}, "self_care", []),
        ({"slurred": "unknown"}, "emergency", ["slurred_emergency", "slurred_soon"]),  # any time, so the highest level
        ({"slurred": "weeks", "lost": "yes", "speed": "slow"}, "same_day", ["two"]),
        ({"slurred": "weeks", "tea": 20.0}, "same_day", ["two"]),
        # What is open counts for the `if_unsure` of its level, and stands behind what is sure.
        ({"days": "not_sure"}, "routine", ["years", "long", "very_long"]),
        ({"lost": "yes"}, "soon", ["fast"]),
        ({"slurred": "not_sure"}, "same_day", ["slurred_emergency", "slurred_soon"]),
        ({"slurred": "not_sure", "tea": 20.0}, "same_day", ["slurred_emergency", "two", "slurred_soon"]),
        ({"signs": ("not_sure",)}, "same_day", ["breathless", "thin"]),
        ({"signs": ("not_sure",), "lost": "yes", "speed": "fast"}, "same_day", ["fast", "breathless", "thin"]),
        ({"signs": ("thin", "shaking"), "tea": "not_sure"}, "soon", ["thin", "much_tea"]),
    ],
)
def test_the_most_urgent_red_flag_decides(
    small: TriageProtocol, given: dict[str, Answer], disposition: str, flags: list[str]
) -> None:
    assessment = concluded(small, **given)
    assert assessment.disposition == disposition == disposition_of(small, Answers({**CALM, **given}))
    assert [raised.flag.id for raised in assessment.red_flags] == flags
    assert assessment.on == date(2026, 11, 23)


def test_a_red_flag_may_say_itself_what_it_counts_for_while_it_is_open(small: TriageProtocol) -> None:
    unasked = Answers(CALM).without("seen")
    assert disposition_of(small, unasked) is Disposition.ROUTINE
    (raised,) = assess(small, unasked, date(2026, 11, 23)).red_flags
    assert (raised.certainty, raised.disposition) == (Certainty.UNSURE, Disposition.ROUTINE)
    assert concluded(small, seen="yes").disposition is Disposition.SAME_DAY


def test_reasons_and_deciding_flags(small: TriageProtocol) -> None:
    assessment = concluded(small, signs=("not_sure",), lost="yes", speed="fast")
    fast, breathless, thin = assessment.red_flags
    assert assessment.deciding == (fast, breathless)
    assert (fast.certainty, breathless.certainty) == (Certainty.YES, Certainty.UNSURE)
    assert breathless.disposition is Disposition.SAME_DAY
    assert thin.disposition is Disposition.ROUTINE
    assert fast.because == (Evidence("lost", Certainty.YES, ("yes",)), Evidence("speed", Certainty.YES, ("fast",)))


def test_a_sign_is_named_with_its_time_and_says_why_it_counts(small: TriageProtocol) -> None:
    (today,) = concluded(small, slurred="today").red_flags
    assert today.because == (Evidence("slurred", Certainty.YES, ("today",)),)
    assert (today.flag.text, today.flag.say) == ("Now.", "Slurred.")
    (lately,) = concluded(small, slurred="lately").red_flags
    assert (lately.flag.text, lately.flag.say) == ("Why.", "")
    assert concluded(small, slurred="unknown").red_flags[0].because[0].options == ("unknown",)


def test_only_a_sure_emergency_is_an_emergency(small: TriageProtocol) -> None:
    assert [one.flag.id for one in concluded(small, signs=("breathless", "thin")).emergencies] == ["breathless"]
    assert [one.flag.id for one in concluded(small, slurred="unknown").emergencies] == ["slurred_emergency"]
    for open_sign in ({"signs": ("not_sure",)}, {"slurred": "not_sure"}):
        assert concluded(small, **open_sign).emergencies == ()
    assert concluded(small, signs=("thin",)).emergencies == ()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, []),
        ({"tea": 2.0}, [("tea", 1, Strength.SLIGHT)]),
        ({"tea": 5.0}, [("tea", 3, Strength.MODERATE)]),
        ({"tea": 6.0}, [("tea", 6, Strength.STRONG)]),
        ({"tea": 2.0, "sleep": 6.0}, [("sleep", 3, Strength.MODERATE), ("tea", 1, Strength.SLIGHT)]),
        ({"tea": 5.0, "sleep": 6.0}, [("tea", 3, Strength.MODERATE), ("sleep", 3, Strength.MODERATE)]),
        ({"tea": "not_sure", "sleep": "not_sure"}, []),  # only what is sure scores
        ({"tea": 6.0, "lost": "not_sure"}, [("tea", 3, Strength.MODERATE)]),
    ],
)
def test_triggers_rank_by_the_points_of_sure_answers(
    small: TriageProtocol, given: dict[str, Answer], expected: list[tuple[str, int, Strength]]
) -> None:
    active = concluded(small, **given).triggers
    assert [(one.trigger.id, one.points, one.strength) for one in active] == expected


def test_a_trigger_tells_each_answer_once_and_gives_the_advice_that_fits(small: TriageProtocol) -> None:
    (tea,) = concluded(small, tea=5.0).triggers
    assert [(one.subject, one.amount) for one in tea.because] == [("drink", 250.0), ("tea", 5.0)]
    assert [one.id for one in tea.advice] == ["less", "much_less"]
    (little_tea,) = concluded(small, tea=4.0).triggers
    assert [one.id for one in little_tea.advice] == ["less"]


@pytest.mark.parametrize(
    ("given", "raised", "lowered", "said"),
    [
        ({"lost": "yes"}, ["for"], [], ["always"]),
        ({"lost": "no", "days": 14.0}, [], ["against"], ["always", "if_long"]),
        ({"lost": "not_sure", "days": "not_sure"}, [], [], ["always"]),
    ],
)
def test_a_consideration_is_weighed_with_sure_answers_only(
    small: TriageProtocol, given: dict[str, Answer], raised: list[str], lowered: list[str], said: list[str]
) -> None:
    (weighed,) = concluded(small, **given).considerations
    found = (weighed.raised_by, weighed.lowered_by, weighed.statements)
    assert [[one.id for one in statements] for statements in found] == [raised, lowered, said]


@pytest.mark.parametrize(
    ("given", "unsure"),
    [
        ({}, []),
        ({"sleep": "not_sure"}, []),
        ({"lost": "not_sure", "days": "not_sure"}, ["days", "lost"]),  # days leaves a red flag open, lost does not
        ({"signs": ("shaking",), "tea": "not_sure"}, ["tea"]),  # found through the measure
        ({"signs": ("not_sure",), "tea": "not_sure"}, ["signs", "tea"]),
        ({"lost": "yes", "speed": "not_sure"}, ["speed"]),
        ({"lost": "no", "speed": "not_sure"}, []),
    ],
)
def test_what_is_worth_clarifying(small: TriageProtocol, given: dict[str, Answer], unsure: list[str]) -> None:
    assert list(concluded(small, **given).unsure) == unsure


def test_nothing_answered_is_open_and_never_an_emergency_for_sure(small: TriageProtocol) -> None:
    assessment = assess(small, Answers(), date(2026, 11, 23))
    assert (assessment.disposition, assessment.emergencies) == (Disposition.SAME_DAY, ())


def test_the_protocol_finds_what_is_asked_by_id(small: TriageProtocol) -> None:
    assert small.version == "1 (abc1234)"
    assert (small.emergency_number("AT").number, small.emergency_number("XX").number) == ("144", "112")
    assert small.source["nhs"].tag == "NHS"
    assert [level.urgency for level in Disposition] == [0, 1, 2, 3, 4]
