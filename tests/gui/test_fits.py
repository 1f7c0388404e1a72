"""Nothing is cut off: in every size of window and text, and in other languages, every word has the room it needs."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui import tour
from tests.gui.driver import Driver
from tests.gui.fitting import misfits
from tests.gui.pseudo_locale import translate_the_rest, translated
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.rules.protocol import TriageProtocol

SIZES = pytest.mark.parametrize(("width", "height", "percent"), [(1280, 800, 200), (800, 600, 100), (640, 480, 100)])


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    """The program in a language that is read from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@SIZES
def test_every_word_of_every_page_has_room(
    person: Driver, everything: Answers, width: int, height: int, percent: int
) -> None:
    person.window.theme.choose_text_size(percent)
    person.resize(width, height)
    found = {place: misfits(person.window) for place in tour.pages(person, everything)}
    assert len(found) > 34
    assert (person.window.width(), person.window.height()) == (width, height)
    assert {place: some for place, some in found.items() if some} == {}


@SIZES
def test_texts_that_are_longer_and_read_from_the_right_have_room_too(
    from_the_right: None,
    open_window: Callable[..., Driver],
    protocol: TriageProtocol,
    everything: Answers,
    width: int,
    height: int,
    percent: int,
) -> None:
    person = open_window(translated(protocol))
    person.window.theme.choose_text_size(percent)
    person.resize(width, height)
    found: dict[str, list[str]] = {}
    for place in tour.pages(person, everything):
        translate_the_rest(person.window)
        tour.rest(person)
        assert place in ("start", "interruption") or "[!! " in person.button("back").text()
        found[place] = misfits(person.window)
    assert {place: some for place, some in found.items() if some} == {}


@SIZES
def test_every_word_of_a_message_has_room(person: Driver, width: int, height: int, percent: int) -> None:
    person.window.theme.choose_text_size(percent)
    person.resize(width, height)
    person.window.say("That did not work. " + "A folder with a long name cannot be written. " * 4, failed=True)
    tour.rest(person)
    assert person.message()
    assert misfits(person.window) == []


@pytest.mark.parametrize(("percent", "translate"), [(100, False), (200, False), (100, True)])
@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_every_word_of_every_dialog_has_room(
    person: Driver, monkeypatch: pytest.MonkeyPatch, percent: int, translate: bool
) -> None:
    person.window.theme.choose_text_size(percent)
    for dialog in tour.dialogs(person, monkeypatch):
        if translate:
            dialog.close()
            translate_the_rest(dialog)
            dialog.open()
            tour.rest(person)
        assert misfits(dialog) == [], dialog.objectName()
        assert dialog.width() <= person.window.width(), dialog.objectName()
