"""A row's answer in words, with its time."""

from collections.abc import Callable

import pytest

from twitchcheck.questionnaire.conditions import Certainty, Evidence
from twitchcheck.report.phrases import Phrases

Said = Callable[..., Phrases]


@pytest.mark.parametrize(
    ("item_id", "option", "phrase"),
    [
        ("slurred", "today", "slurred speech, since today or yesterday"),
        ("slurred", "lately", "slurred speech, gone again within the last two weeks"),
        ("slurred", "unknown", "slurred speech, not sure since when"),
        ("fit", "today", "fit, last time today or yesterday"),
        ("fit", "as_ever", "fit, known to a doctor, as ever"),
        ("antidepressant", "more", "antidepressant, started or more"),
        ("cramps", "yes", "cramps"),
        ("pupil", "yes", "one pupil wide"),
        ("slurred", "no", "slurred speech: no"),
        ("tasks", "key", "turn a key"),
    ],
)
def test_an_answer_alone_names_its_sign_and_time(said: Said, item_id: str, option: str, phrase: str) -> None:
    assert said().alone(item_id, option) == phrase


def test_evidence_says_the_time_that_was_given_not_the_one_that_a_rule_asks_for(said: Said) -> None:
    phrases = said(slurred="unknown", harder="not_sure")
    assert phrases.evidence(Evidence("slurred", Certainty.YES, ("unknown",))) == "slurred speech, not sure since when"
    assert phrases.evidence(Evidence("harder", Certainty.UNSURE, ())) == "a task clearly harder: not sure"


def test_beside_its_name_a_row_says_its_time_alone(said: Said) -> None:
    phrases = said(slurred="days", cramps="yes", lid=None)
    answers = [phrases.answer(phrases.questionnaire.items[one]) for one in ("slurred", "cramps", "hoarse", "lid")]
    assert answers == ["for some days", "Yes", "no", "not answered"]


def test_own_words_are_an_answer_as_they_are(said: Said) -> None:
    note = said().questionnaire.items["note"]
    assert said(note=" So it is ").answer(note) == "So it is"
    assert said().answer(note) == "not answered"
