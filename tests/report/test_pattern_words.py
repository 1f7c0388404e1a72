"""Conditions in a reviewer's table: short, in the questions' words, and with nothing left out."""

import msgspec
import pytest

from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.report.pattern_words import PatternWords
from twitchcheck.rules.protocol import TriageProtocol


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"has": {"slurred": ["today", "days"]}}, "slurred speech (today or yesterday, some days)"),
        ({"has": {"pupil": ["yes"]}}, "one pupil wide"),
        ({"has": {"tasks": ["key", "jar"]}}, "Tasks: turn a key or open a jar"),
        ({"has": {"tea": ["not_sure"]}}, "Tea: not sure"),
        ({"count_at_least": {"places": 2}}, "Places: 2 or more"),
        ({"at_least": {"tea": 3}, "at_most": {"caffeine": 200}}, "Tea: 3 cups or more AND Caffeine: 200 mg or less"),
        ({"findings": ["lost"]}, "[A task is harder]"),
        (
            {"any": [{"has": {"slurred": ["today"]}}, {"has": {"pupil": ["yes"]}}, {"has": {"lid": ["today"]}}]},
            "slurred speech OR a hanging eyelid, each (today or yesterday) OR one pupil wide",
        ),
        (
            {"has": {"pupil": ["yes"]}, "any": [{"has": {"lid": ["days"]}}, {"at_least": {"tea": 3, "age": 9}}]},
            "one pupil wide AND (a hanging eyelid (some days) OR (Tea: 3 cups or more AND Age: 9 years or more))",
        ),
        (
            {"has": {"pupil": ["yes"]}, "any": [{"has": {"lid": ["days"]}}]},
            "one pupil wide AND a hanging eyelid (some days)",
        ),
        ({"all": [{"has": {"pupil": ["yes"]}}, {"findings": ["lost"]}]}, "one pupil wide AND [A task is harder]"),
        (
            {
                "several": {
                    "number": 2,
                    "of": [{"has": {"pupil": ["yes"]}}, {"findings": ["lost"]}, {"has": {"lid": ["days"]}}],
                }
            },
            "at least 2 of: one pupil wide; [A task is harder]; a hanging eyelid (some days)",
        ),
        (
            {
                "several": {
                    "number": 2,
                    "of": [{"has": {"lid": ["days"]}}, {"has": {"slurred": ["days"]}}, {"findings": ["lost"]}],
                }
            },
            "at least 2 of: a hanging eyelid (some days); slurred speech (some days); [A task is harder]",
        ),
    ],
)
def test_a_condition_is_said_in_short(small: TriageProtocol, condition: dict[str, object], said: str) -> None:
    words = PatternWords(small.questionnaire, {"Your": "Your"})
    assert words.said(msgspec.convert(condition, Condition)) == said


def test_abbreviations_keep_their_capitals(protocol: TriageProtocol) -> None:
    words = PatternWords(protocol.questionnaire, {})
    assert "ALS" in words.said(Condition(has={"feared": ("als",)}))
