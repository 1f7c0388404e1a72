"""Own words as they are typed and pasted: nothing is cut, and what cannot be kept is replaced in sight."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from tests.gui.driver import Driver
from twitchcheck.questionnaire.answers import MAX_TEXT, Answers

Calm = Callable[..., Answers]


@pytest.fixture
def words(person: Driver, calm: Calm) -> Driver:
    """Somebody on the page for their own words, with the cursor in the field."""
    person.hurry(calm(), "words")
    person.click("own_words")
    return person


def paste(person: Driver, text: str) -> None:
    """Pastes from the clipboard with the keys for it."""
    QGuiApplication.clipboard().setText(text)
    person.shortcut(Qt.Key.Key_V)


def text(person: Driver) -> str:
    field = person.find("own_words")
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def test_pasting_beyond_the_limit_keeps_everything_and_continue_waits(words: Driver) -> None:
    long = "ab " * 700
    paste(words, long)
    assert text(words) == long
    assert words.says(f"This is {len(long) - MAX_TEXT} characters too long. Please shorten it.")
    words.go_on()
    assert (words.place, words.focus()) == ("words", "own_words")
    words.choose_from_menu("text+10")
    words.back()
    words.go_on()
    assert text(words) == long
    words.click("own_words")
    words.shortcut(Qt.Key.Key_A)
    words.keys("short")
    assert not words.says("too long")
    words.go_on()
    assert words.place == "review"
    assert words.answers["own_words"] == "short"


def test_the_room_that_is_left_is_told_and_the_last_character_is_kept(words: Driver) -> None:
    paste(words, "x" * (MAX_TEXT - 1))
    assert words.says("1 characters left")
    words.keys("y")
    assert len(str(words.answers["own_words"])) == MAX_TEXT
    words.keys("z")
    assert words.says("This is 1 character too long. Please shorten it.")
    assert "own_words" not in words.answers


@pytest.mark.parametrize(
    ("pasted", "kept"), [("it\u0092s", "it\N{RIGHT SINGLE QUOTATION MARK}s"), ("a\u0007b", "a\ufffdb")]
)
def test_what_cannot_be_kept_is_replaced_in_sight_and_undo_takes_it_back(words: Driver, pasted: str, kept: str) -> None:
    words.keys("one ")
    paste(words, f"\N{FACE WITH OPEN MOUTH}{pasted}")
    assert text(words) == words.answers["own_words"] == f"one \N{FACE WITH OPEN MOUTH}{kept}"
    assert words.says("A sign that cannot be shown or printed was replaced.")
    words.shortcut(Qt.Key.Key_Z)
    assert text(words) == words.answers["own_words"] == "one "
