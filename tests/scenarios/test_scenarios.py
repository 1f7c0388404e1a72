"""Written stories and the conclusion each must lead to."""

from pathlib import Path
from typing import Any

import pytest

from tests.calm_answers import calm_answers
from tests.conftest import DAY
from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.yaml_source import Document, read_file
from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.assessment import Assessment, assess
from twitchcheck.rules.protocol import TriageProtocol

FOLDER = Path(__file__).parent


def stories() -> list[Any]:
    """Every story of the folder, named after its file and number."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        content: Any = read_file(path, path.name).value
        found += [pytest.param(story, id=f"{path.stem}-{n}") for n, story in enumerate(content["scenarios"], 1)]
    return found


def assessed(protocol: TriageProtocol, story: dict[str, Any]) -> Assessment:
    """The conclusion from a story, its answers checked like those of a file."""
    document = Document("story")
    document.value = {"answers": story["given"]}
    given = answers_from(protocol.questionnaire, document)[0]
    return assess(protocol, calm_answers(protocol, given), DAY)


@pytest.mark.parametrize("story", stories())
def test_the_story_leads_to_its_conclusion(protocol: TriageProtocol, story: dict[str, Any]) -> None:
    assessment = assessed(protocol, story)
    sure = {raised.flag.id for raised in assessment.red_flags if raised.certainty is Certainty.YES}
    expected = story["expect"]
    assert (assessment.disposition, sure, [one.trigger.id for one in assessment.triggers]) == (
        expected["disposition"],
        set(expected["red_flags"]),
        expected["triggers"],
    )
    assert bool(assessment.emergencies) is expected.get("interrupted", False)


def test_the_stories_answer_every_question_that_needs_it(protocol: TriageProtocol) -> None:
    for parameters in stories():
        assessment = assessed(protocol, parameters.values[0])
        items = protocol.questionnaire.items
        assert all(items[item_id].optional for item_id in assessment.facts.unanswered), parameters.id


def test_every_red_flag_trigger_and_care_level_has_a_story(protocol: TriageProtocol) -> None:
    expected = [parameters.values[0]["expect"] for parameters in stories()]
    assert {flag for one in expected for flag in one["red_flags"]} == {flag.id for flag in protocol.red_flags}
    assert {trigger for one in expected for trigger in one["triggers"]} == {one.id for one in protocol.triggers}
    assert {one["disposition"] for one in expected} == set(Disposition)
