"""How a twitch happens: four pictures with words that everybody gets."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.gui.driver import Driver, conclusion, on_screen
from twitchcheck.gui.look.figures import figure
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import ItemPicture
from twitchcheck.resource_files import figure_file
from twitchcheck.rules.protocol import StepPicture


def pictures(person: Driver) -> list[QWidget]:
    found = person.find("topic.how").findChildren(QWidget)
    return [one for one in found if one.accessibleName().startswith("Picture: ")]


def test_every_picture_has_a_drawing_and_every_drawing_is_used() -> None:
    names = {one.value for one in (*ItemPicture, *StepPicture)}
    assert {path.stem for path in Path(figure_file("body")).parent.glob("*.svg")} == names
    for name in names:
        assert figure(name).shapes


def test_the_four_steps_stand_in_order_with_their_words(person: Driver, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    (topic,) = (topic for topic in conclusion(person)[0].topics.in_sight if topic.id == "how")
    assert [step.picture.figure for step in topic.steps] == list(StepPicture)
    assert [one.accessibleName() for one in pictures(person)] == [
        f"Picture: {step.picture.shows}" for step in topic.steps
    ]
    texts = person.texts()
    for number, step in enumerate(topic.steps, 1):
        said = next(place for place, text in enumerate(texts) if text.startswith(f"{step.said.text} Source "))
        assert texts[said - 1] == f"Step {number}"


def test_the_steps_take_as_many_columns_as_fit(person: Driver, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    for width, height, columns in ((1280, 800, 4), (800, 600, 2)):
        person.resize(width, height)
        assert len({on_screen(one).x() for one in pictures(person)}) == columns
        assert len({on_screen(one).y() for one in pictures(person)}) == 4 // columns
