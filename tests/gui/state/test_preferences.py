"""What is remembered between two starts, and that no answer is."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver
from twitchcheck.gui.look.theme import tokens
from twitchcheck.gui.look.tokens import DARK, LIGHT
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import NO

Calm = Callable[..., Answers]
Opener = Callable[[], Driver]

KEYS = {"window/geometry", "look/scheme", "look/text_size", "emergency/country"}


def test_size_colours_text_size_and_country_are_remembered(open_window: Opener, calm: Calm) -> None:
    first = open_window()
    first.resize(700, 600)
    first.choose_from_menu("scheme.dark")
    first.choose_from_menu("text+10")
    first.choose_from_menu("text+10")
    first.window.preferences.country = "AT"
    first.window.close()

    second = open_window()
    assert (second.window.width(), second.window.height()) == (700, 600)
    assert tokens() is DARK
    assert second.action("scheme.dark").isChecked()
    assert second.window.font().pixelSize() == 18
    second.walk(calm(), "head_throat")
    second.answer("face_droop", "today")
    assert second.label("call") == "Call 144 (Austria)."


def test_the_first_start_needs_no_settings(open_window: Opener, settings_folder: Path) -> None:
    assert not settings_folder.exists()
    person = open_window()
    assert person.place == "start"
    assert (person.window.width(), person.window.height()) == (1280, 800)


@pytest.mark.parametrize("value", ["purple", "", "-3", "huge", b"\x00\xff"])
def test_settings_that_cannot_be_understood_do_no_harm(open_window: Opener, value: object) -> None:
    settings = QSettings()
    for key in KEYS - {"emergency/country"}:
        settings.setValue(key, value)
    settings.sync()
    assert open_window().place == "start"


@pytest.mark.parametrize("size", ["10", "5000"])
def test_a_text_size_beyond_the_limits_is_brought_within_them(open_window: Opener, size: str) -> None:
    QSettings().setValue("look/text_size", size)
    person = open_window()
    assert 15 <= person.window.font().pixelSize() <= 30


def test_colours_and_text_size_change_at_once_and_keep_page_and_answers(person: Driver, calm: Calm) -> None:
    person.walk(calm(), "strength")
    given = person.answers
    person.choose_from_menu("scheme.dark")
    assert tokens() is DARK
    person.choose_from_menu("scheme.light")
    assert tokens() is LIGHT
    for _ in range(12):
        person.choose_from_menu("text+10")
    assert person.find("lost").font().pixelSize() == 30
    person.choose_from_menu("text-10")
    person.choose_from_menu("textUsual")
    assert person.find("lost").font().pixelSize() == 15
    assert (person.place, person.answers) == ("strength", given)
    person.back()
    assert person.shown("face_droop") == NO


def test_colours_can_change_while_an_emergency_is_shown(person: Driver, calm: Calm) -> None:
    person.walk(calm(), "head_throat")
    person.answer("face_droop", "today")
    person.choose_from_menu("scheme.dark")
    assert person.place == "interruption"
    assert person.seen("mistake")


def test_after_a_whole_check_the_settings_hold_no_answer(
    person: Driver, dialogs: Dialogs, everything: Answers, settings_folder: Path
) -> None:
    dialogs.click, dialogs.name, dialogs.born = "forgetThem", "Anna Muster", "1 May 1991"
    person.walk({**everything, "own_words": "zebra", "main_worry": "giraffe"}, "result")
    given = person.answers
    person.click("savePdf")
    person.click("print")
    person.choose_from_menu("copySummary")
    person.choose_from_menu("scheme.light")
    person.window.close()
    assert not person.window.isVisible()
    person.settle()
    settings = QSettings()
    settings.sync()
    assert set(settings.allKeys()) <= KEYS
    assert settings.value("window/geometry")
    chosen = {one for value in given.values() for one in (value if isinstance(value, tuple) else (value,))}
    secrets = {str(one) for one in chosen if isinstance(one, str)} | set(given) | {"Anna", "Muster", "1991"}
    for path in settings_folder.rglob("*"):
        if path.is_file():
            words = set(re.findall(r"\w{3,}", path.read_text(encoding="utf-8", errors="replace")))
            assert not words & {secret for secret in secrets if len(secret) > 3}, path


def test_the_country_is_that_of_the_telephone_not_of_the_language(
    open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LC_TELEPHONE", "de_DE.UTF-8")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert open_window().window.preferences.country == "DE"
