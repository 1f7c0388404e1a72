"""Finding one's way on the result: the table of contents, find, and the words that are explained."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from tests.gui.driver import Driver
from twitchcheck.questionnaire.answers import Answers

Calm = Callable[..., Answers]


@pytest.fixture
def at_result(person: Driver, eyelid: Answers) -> Driver:
    person.hurry(eyelid, "result")
    return person


def contents(person: Driver) -> dict[str, QAction]:
    """The entries of the menu behind "On this page"."""
    button = person.button("contents")
    assert isinstance(button, QPushButton)
    menu = button.menu()
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions()}


def selected(person: Driver) -> list[str]:
    page = person.wizard.current_page()
    return [one.selectedText() for one in page.findChildren(QLabel) if one.hasSelectedText() and one.isVisible()]


def top(person: Driver, text: str) -> int:
    """How far below the top of the page a label stands."""
    page = person.wizard.current_page()
    found = next(one for one in page.findChildren(QLabel) if one.text() == text and one.isVisible())
    return found.mapTo(page, found.rect().topLeft()).y()


def test_the_contents_lead_to_every_part(at_result: Driver) -> None:
    entries = contents(at_result)
    assert {"What to do", "What may set it off", "Keep an eye on it", "At the doctor's", "Sources"} <= entries.keys()
    entries["Keep an eye on it"].trigger()
    at_result.settle()
    assert 0 <= top(at_result, "Keep an eye on it") < 60


def test_the_contents_open_what_is_folded(at_result: Driver) -> None:
    assert not at_result.says("Blood tests can look at salts")
    contents(at_result)["At the doctor's"].trigger()
    assert at_result.says("Blood tests can look at salts")
    assert at_result.focus() == "topic.doctor.link"


def test_only_the_result_has_contents(person: Driver, eyelid: Answers) -> None:
    person.go_on()
    assert not person.seen("contents")
    person.hurry(eyelid)
    assert not person.seen("contents")
    assert not person.action("findAction").isEnabled()


def test_find_counts_marks_and_opens_what_is_folded(at_result: Driver) -> None:
    at_result.shortcut(Qt.Key.Key_F)
    assert at_result.focus() == "find"
    at_result.write("find", "Such as gabapentin")
    assert at_result.label("found") == "1 of 1"
    assert selected(at_result) == ["such as gabapentin"]
    at_result.press(Qt.Key.Key_Escape)
    assert not at_result.seen("findBar")
    assert selected(at_result) == []


def test_find_goes_round_in_both_directions(at_result: Driver) -> None:
    at_result.choose_from_menu("findAction")
    at_result.write("find", "caffeine")
    total = int(at_result.label("found").split()[-1])
    assert total > 2
    at_result.press(Qt.Key.Key_Return)
    assert at_result.label("found") == f"2 of {total}"
    at_result.click("findPrevious")
    at_result.click("findPrevious")
    assert at_result.label("found") == f"{total} of {total}"
    at_result.click("findNext")
    assert at_result.label("found") == f"1 of {total}"
    assert len(selected(at_result)) == 1


def test_what_is_not_there_is_said(at_result: Driver) -> None:
    at_result.choose_from_menu("findAction")
    at_result.write("find", "unicorn")
    assert at_result.label("found") == "Not found"
    at_result.write("find", " ")
    assert at_result.label("found") == ""


def test_find_leaves_closed_what_opens_only_on_request(at_result: Driver) -> None:
    at_result.choose_from_menu("findAction")
    at_result.write("find", "motor neuron")
    for _ in range(int(at_result.label("found").split()[-1])):
        at_result.press(Qt.Key.Key_Return)
    assert not at_result.button("worry.als.link").isChecked()


def test_find_closes_when_the_page_is_left(at_result: Driver) -> None:
    at_result.choose_from_menu("findAction")
    at_result.write("find", "caffeine")
    at_result.back()
    assert not at_result.seen("findBar")


def explained(person: Driver, words: str) -> QLabel:
    """The visible sentence that holds these words."""
    page = person.wizard.current_page()
    return next(one for one in page.findChildren(QLabel) if words in one.accessibleName() and one.isVisible())


def test_an_unusual_word_is_explained_where_it_stands(at_result: Driver) -> None:
    at_result.click("topic.doctor.link")
    sentence = explained(at_result, "EMG measures a muscle")
    explanation = "EMG: A test of how a muscle works. A fine needle measures it."
    assert explanation in sentence.accessibleDescription()
    assert explanation not in sentence.text()
    sentence.linkActivated.emit("EMG")
    assert explanation in sentence.text()
    sentence.linkActivated.emit("EMG")
    assert explanation not in sentence.text()


def test_an_unusual_word_is_reached_and_opened_by_keys(at_result: Driver) -> None:
    at_result.click("topic.doctor.link")
    sentence = explained(at_result, "EMG measures a muscle")
    sentence.setFocus(Qt.FocusReason.TabFocusReason)
    at_result.press(Qt.Key.Key_Tab)
    at_result.press(Qt.Key.Key_Return)
    assert "A test of how" in sentence.text()


def test_the_words_of_the_options_are_explained_on_request(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "medicines")
    assert not person.says("triptan: A tablet against migraine.")
    person.click("words.link")
    assert person.says("triptan: A tablet against migraine.")


def test_a_page_without_unusual_words_offers_no_explanation(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "load")
    assert not person.seen("words.link")
