"""The measures of judged cases: exact numbers on cases made for them, and published intervals."""

from datetime import date

import pytest

from tests.rules.conftest import CALM
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.accuracy import (
    Judge,
    JudgedCase,
    Proportion,
    Verdict,
    Vignette,
    accuracy,
    judged,
    wilson_interval,
)
from twitchcheck.rules.protocol import TriageProtocol


def vignette(
    name: str = "a", expected: str = "soon", least: str = "", most: str = "", nhs: str = "routine", **more: object
) -> Vignette:
    """A case whose range is its expected level alone, unless it is given."""
    return Vignette(
        **{"id": name, "answers": Answers(CALM), "triggers": (), "red_flags": None, **more},  # type: ignore[arg-type]
        **dict.fromkeys(("story", "source", "source_url", "why"), "said"),  # type: ignore[arg-type]
        expected=Disposition(expected),
        least_urgent_safe=Disposition(least or expected),
        most_urgent_reasonable=Disposition(most or expected),
        nhs_page=Disposition(nhs),
        article=Disposition.SELF_CARE,
    )


def case(said: str, label: Vignette, triggers: tuple[str, ...] = (), red_flags: tuple[str, ...] = ()) -> JudgedCase:
    return JudgedCase(label, Disposition(said), (), red_flags, triggers, ())


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # Newcombe 1998, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        # Closed form at the ends: z² / (n + z²), z = 1.959964.
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (45, 100, 0.3561, 0.5476),
        (0, 0, 0.0, 1.0),
    ],
)
def test_wilson_intervals_are_the_published_ones(count: int, of: int, low: float, high: float) -> None:
    assert list(wilson_interval(count, of)) == pytest.approx([low, high], abs=5e-5)
    assert Proportion(count, of).interval == wilson_interval(count, of)


def test_an_interval_holds_its_share_stays_within_0_and_1_and_mirrors() -> None:
    for of in (1, 2, 7, 33, 1000):
        for count in range(of + 1):
            low, high = wilson_interval(count, of)
            assert 0 <= low <= count / of <= high <= 1
            mirrored_low, mirrored_high = wilson_interval(of - count, of)
            assert [1 - mirrored_high, 1 - mirrored_low] == pytest.approx([low, high])
        assert (wilson_interval(0, of)[0], wilson_interval(of, of)[1]) == (0, 1)


def test_of_no_cases_there_is_no_share() -> None:
    assert (Proportion(0, 0).share, Proportion(1, 4).share) == (None, 0.25)


@pytest.mark.parametrize(
    ("said", "verdict", "difference"),
    [
        ("self_care", Verdict.UNDER_TRIAGE, -2),
        ("routine", Verdict.SAFE, -1),
        ("soon", Verdict.EXACT, 0),
        ("same_day", Verdict.SAFE, 1),
        ("emergency", Verdict.OVER_TRIAGE, 2),
    ],
)
def test_the_verdict_on_a_judgement(said: str, verdict: Verdict, difference: int) -> None:
    made = case(said, vignette(least="routine", most="same_day"))
    assert (made.verdict(), made.difference()) == (verdict, difference)


def test_every_measure_on_a_small_set() -> None:
    cases = [
        case("self_care", vignette("calm", "self_care", most="routine")),
        case("routine", vignette("calm_2", "self_care", most="routine")),
        case("soon", vignette("calm_3", "self_care", most="routine", nhs="soon")),
        case("self_care", vignette("missed", "routine")),
        case("same_day", vignette("soon", "soon", most="same_day")),
        case("emergency", vignette("today", "same_day", most="emergency")),
        case("soon", vignette("today_2", "same_day", least="soon")),
        case("emergency", vignette("now", "emergency")),
        case("same_day", vignette("now_2", "emergency", least="same_day", nhs="emergency")),
    ]
    found = accuracy(cases)
    tool, nhs = found.measures[Judge.TOOL], found.measures[Judge.NHS_PAGE]
    assert tool.exact == Proportion(2, 9)
    assert tool.less_urgent == Proportion(3, 9)
    assert tool.more_urgent == Proportion(4, 9)
    assert tool.in_safe_range == Proportion(7, 9)
    assert tool.under_triage == Proportion(1, 9)
    assert tool.over_triage == Proportion(1, 9)
    assert tool.over_triage_self_care == Proportion(1, 3)
    assert tool.urgent_found == Proportion(3, 4)
    assert tool.emergencies_found == Proportion(1, 2)
    assert (nhs.exact, nhs.over_triage_self_care) == (Proportion(2, 9), Proportion(1, 3))
    assert (nhs.urgent_found, nhs.emergencies_found) == (Proportion(1, 4), Proportion(1, 2))
    assert found.measures[Judge.ARTICLE].exact == Proportion(3, 9)
    assert [one.vignette.id for one in found.disagreements] == [
        *("missed", "calm_3"),  # unsafe, then too much
        *("today_2", "now_2", "calm_2", "soon", "today"),  # in the range: the less urgent first
    ]
    confusion = found.confusion[Judge.TOOL]
    assert confusion[Disposition.SELF_CARE] == dict(zip(Disposition, (1, 1, 1, 0, 0), strict=True))
    assert confusion[Disposition.SAME_DAY] == dict(zip(Disposition, (0, 0, 1, 0, 1), strict=True))
    assert sum(sum(row.values()) for row in found.confusion[Judge.ARTICLE].values()) == 9


def test_named_triggers_and_red_flags_count_only_where_a_case_names_any() -> None:
    tea = vignette("tea", triggers=("tea", "sleep"), red_flags=("thin",))
    found = accuracy(
        [
            case("soon", tea, ("sleep", "tea", "stress"), ("thin", "long")),
            case("soon", tea, ("tea",), ("long",)),
            case("soon", vignette("none", red_flags=())),
        ]
    )
    assert (found.triggers_found, found.red_flags_found) == (Proportion(1, 2), Proportion(1, 2))
    both, one, none = found.cases
    assert (both.missed_triggers, both.missed_red_flags) == ((), ())
    assert (one.missed_triggers, one.missed_red_flags) == (("sleep",), ("thin",))
    assert (none.missed_triggers, none.missed_red_flags) == ((), ())


def test_what_the_program_concludes_from_a_case(small: TriageProtocol) -> None:
    answers = Answers({**CALM, "lost": "yes", "tea": 6.0, "days": 20.0}).without("sleep")
    (found,) = judged(small, [vignette(answers=answers)], date(2026, 11, 23))
    assert found.disposition is Disposition.SOON
    assert [raised.flag.id for raised in found.deciding] == ["fast"]  # open, since the speed is not said
    assert (found.red_flags, found.triggers) == (("fast", "long"), ("tea",))
    assert found.unanswered == ("speed", "sleep")


def test_no_cases_at_all() -> None:
    found = accuracy([])
    assert (found.measures[Judge.TOOL].exact, found.disagreements) == (Proportion(0, 0), ())
