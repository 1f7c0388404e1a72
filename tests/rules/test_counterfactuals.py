"""Exact cases of what would change the advice."""

from datetime import date

import pytest

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

CALM: dict[str, Answer] = {"signs": ("none",), "lost": "no", "days": 1.0, "tea": 0.0, "sleep": 8.0, "seen": "no"}
BREATHLESS = "signs breathless emergency"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # 60 days would lead where 14 days lead, so only 14 and 365 are told.
        ({}, [BREATHLESS, "signs thin soon", "days 365 soon", "days 14 routine"]),
        ({"days": 14.0}, [BREATHLESS, "signs thin soon", "days 365 soon"]),
        ({"days": "not_sure"}, [BREATHLESS, "signs thin soon", "days 365 soon"]),
        ({"days": 400.0}, [BREATHLESS]),
        ({"days": 400.0, "tea": 10.0}, [BREATHLESS, "signs shaking same_day"]),
        ({"days": 400.0, "lost": "yes", "speed": "slow"}, [BREATHLESS, "speed fast same_day"]),
        ({"days": 400.0, "lost": "no", "speed": "fast"}, [BREATHLESS]),  # how fast was not asked
        ({"signs": ("thin",), "tea": 10.0}, [BREATHLESS, "signs shaking same_day"]),
        ({"signs": ("breathless",)}, []),
    ],
)
def test_every_single_change_that_raises_the_advice_is_told(
    small: TriageProtocol, given: dict[str, Answer], expected: list[str]
) -> None:
    answers = Answers({**CALM, **given})
    changes = what_would_change(small, answers, assess(small, answers, date(2026, 11, 23)))
    told = [f"{one.item_id} {one.option or format(one.amount, 'g')} {one.disposition}" for one in changes]
    assert told == expected
