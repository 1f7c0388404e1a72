"""A small content with rows of every kind, whose words the tests of the report know."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.conftest import DAY
from twitchcheck.content import loader
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.report.phrases import Phrases
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

SMALL = Path(__file__).parent / "small"

NOTHING: Mapping[str, Answer] = {
    **{"who": "me", "age": 35.0, "slurred": "no", "lid": "no", "harder": "no", "hoarse": "no", "fit": "no"},
    **{"cramps": "no", "places": ("calf",), "days": 4.0, "coffee": 0.0, "tea": 0.0, "antidepressant": "no"},
    **{"statin": "no", "advice": "no"},
}
"""Answers of somebody with a twitching calf in whom nothing else is the matter."""

Well = Callable[..., Answers]


@pytest.fixture(scope="session")
def small() -> TriageProtocol:
    """The small content."""
    return loader.load(SMALL)


@pytest.fixture
def well() -> Well:
    """Answers in which nothing is the matter but for those given; None takes an answer back."""

    def made(**given: Answer | None) -> Answers:
        kept = {**NOTHING, **given}
        return Answers({item_id: answer for item_id, answer in kept.items() if answer is not None})

    return made


@pytest.fixture
def said(small: TriageProtocol, well: Well) -> Callable[..., Phrases]:
    """The phrases for these answers."""

    def made(**given: Answer | None) -> Phrases:
        answers = well(**given)
        return Phrases(small, answers, assess(small, answers, DAY).facts)

    return made
