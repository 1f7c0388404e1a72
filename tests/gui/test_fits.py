"""Nothing is cut off: in every size of window and text, every word has the room it needs."""

import pytest

from tests.gui import tour
from tests.gui.driver import Driver
from tests.gui.fitting import misfits
from twitchcheck.questionnaire.answers import Answers

SIZES = pytest.mark.parametrize(
    ("width", "height", "percent"), [(1280, 800, 100), (1280, 800, 200), (800, 600, 100), (640, 480, 100)]
)


@SIZES
def test_every_word_of_every_page_has_room(
    person: Driver, everything: Answers, width: int, height: int, percent: int
) -> None:
    person.window.theme.choose_text_size(percent)
    person.resize(width, height)
    found = {place: misfits(person.window) for place in tour.pages(person, everything)}
    assert (person.window.width(), person.window.height()) == (width, height)
    assert {place: some for place, some in found.items() if some} == {}
