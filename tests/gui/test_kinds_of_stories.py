"""Every story of a kind that fixed windows of time once let through, answered in the window, gets its level there."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.gui.driver import Driver
from tests.scenarios.test_scenarios import stories
from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.yaml_source import Document
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.disposition import Disposition

Calm = Callable[..., Answers]
KINDS = [one for one in stories() if one.id is not None and one.id.startswith("kinds-")]


def click_through(person: Driver, calm: Answers, given: dict[str, Answer]) -> None:
    """Answers with clicks what makes the story, on the pages that ask it; the rest is calm and its pages are passed. Up
    to the result or an interruption."""
    questionnaire, wizard = person.session.questionnaire, person.wizard
    names = ["start", *(page.id for page in questionnaire.pages()), "review", "result"]
    asking = {questionnaire.page_of_item[item_id].id for item_id in given}
    known = calm
    for item_id in given:
        known = known.without(item_id)
    person.recall(known)
    while person.place not in ("result", "interruption"):
        before = person.place
        if before in asking:
            person.answer_page({**calm, **given})
        if person.place == before:
            with person.passing(names[wizard.nextId()] not in (*asking, "result")):
                person.go_on() if before in asking else wizard.next()
        assert person.place != before, person.texts()


def test_there_are_stories_of_every_kind() -> None:
    assert len(KINDS) > 90


@pytest.mark.slow
@pytest.mark.parametrize("story", KINDS)
def test_a_story_gets_its_level_in_the_window(person: Driver, calm: Calm, story: dict[str, Any]) -> None:
    document = Document("story")
    document.value = {"answers": story["given"]}
    given = dict(answers_from(person.session.questionnaire, document)[0])
    click_through(person, calm(), given)
    if story["expect"].get("interrupted"):
        assert person.place == "interruption"
    else:
        level = person.session.protocol.care_level[Disposition(story["expect"]["disposition"])]
        assert person.label("action") == person.session.worded(level.action)
