"""What every test may use: the real protocol, and answers in which nothing is the matter."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

# Without a screen of its own Qt takes one that is smaller than the window.
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={Path(__file__).with_name('screen.json')}")
if sys.platform == "win32":
    # Without a screen Qt knows no fonts there, and warns of it.
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["WINDIR"], "Fonts")))

from tests.calm_answers import calm_answers
from twitchcheck.content.loader import load
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.resource_files import content_folder
from twitchcheck.rules.protocol import TriageProtocol

DAY = date(2026, 11, 23)
"""The day of the check in tests."""


@pytest.fixture(scope="session")
def protocol() -> TriageProtocol:
    """The real content."""
    return load(content_folder())


@pytest.fixture
def calm(protocol: TriageProtocol) -> Callable[..., Answers]:
    """Complete answers in which nothing is the matter, but for the answers given."""

    def made(**given: Answer) -> Answers:
        return calm_answers(protocol, given)

    return made
