"""Exact cases of what would change the advice."""

from datetime import date

import pytest

from tests.rules.conftest import CALM
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

BREATHLESS = "signs breathless emergency"
SLURRED_NOW = "slurred today emergency"
SLURRED = ["slurred days soon", "slurred lately soon"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # 60 days would lead where 14 days lead, so only 14 and 365 are told.
        ({}, [BREATHLESS, SLURRED_NOW, "signs thin soon", "days 365 soon", *SLURRED, "days 14 routine"]),
        ({"days": 14.0}, [BREATHLESS, SLURRED_NOW, "signs thin soon", "days 365 soon", *SLURRED]),
        ({"days": "not_sure"}, [BREATHLESS, SLURRED_NOW, "signs thin soon", "days 365 soon", *SLURRED]),
        ({"days": 400.0}, [BREATHLESS, SLURRED_NOW]),
        ({"days": 400.0, "tea": 10.0}, [BREATHLESS, SLURRED_NOW, "signs shaking same_day"]),
        (
            {"days": 400.0, "lost": "yes", "speed": "slow"},
            [
                *(BREATHLESS, SLURRED_NOW, "speed fast same_day", "tea 20 same_day"),
                *("slurred days same_day", "slurred weeks same_day"),
            ],
        ),
        ({"days": 400.0, "lost": "no", "speed": "fast"}, [BREATHLESS, SLURRED_NOW]),  # how fast was not asked
        ({"signs": ("thin",), "tea": 10.0}, [BREATHLESS, SLURRED_NOW, "signs shaking same_day"]),
        ({"signs": ("breathless",)}, []),
        # Of a row its times are told, neither "not sure since when" nor what lowers.
        ({"slurred": "days"}, [BREATHLESS, SLURRED_NOW, "lost yes same_day", "tea 20 same_day"]),
        ({"slurred": "unknown"}, []),
        ({"days": 400.0, "slurred": "as_ever"}, [BREATHLESS, SLURRED_NOW]),
    ],
)
def test_every_single_change_that_raises_the_advice_is_told(
    small: TriageProtocol, given: dict[str, Answer], expected: list[str]
) -> None:
    answers = Answers({**CALM, **given})
    changes = what_would_change(small, answers, assess(small, answers, date(2026, 11, 23)))
    told = [f"{one.item_id} {one.option or format(one.amount, 'g')} {one.disposition}" for one in changes]
    assert told == expected
