"""Answers that are saved and opened again: nothing is changed on the way, and nothing is taken for granted."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver
from twitchcheck.gui.application import Application
from twitchcheck.questionnaire.answers import Answer, Answers

Calm = Callable[..., Answers]


def saved(tmp_path: Path, answers: dict[str, Answer], **more: str) -> Path:
    path = tmp_path / "mine.twitchcheck"
    path.write_text(json.dumps({"answers": answers, **more}), encoding="utf-8")
    return path


def test_saved_answers_come_back_as_they_were(
    open_window: Callable[[], Driver], dialogs: Dialogs, eyelid: Answers, tmp_path: Path
) -> None:
    first, second = open_window(), open_window()
    first.hurry(eyelid)
    dialogs.target = tmp_path / "mine.twitchcheck"
    first.choose_from_menu("saveAnswers")
    assert first.message() == f"Saved as {dialogs.target}."
    second.choose_from_menu("openAnswers")
    assert second.place == "review"
    assert second.answers == first.answers
    assert second.message() == ""


def test_without_answers_there_is_nothing_to_save(person: Driver) -> None:
    assert not person.action("saveAnswers").isEnabled()
    person.go_on()
    person.answer_page({"who": "myself"})
    assert person.action("saveAnswers").isEnabled()


def test_answers_of_another_day_are_to_be_checked(person: Driver, calm: Calm, tmp_path: Path) -> None:
    person.window.open_answers(saved(tmp_path, dict(calm()), date="2026-10-03"))
    assert person.place == "review"
    assert person.label("earlier").startswith("These answers are of 3 October 2026.")


def test_where_an_answer_is_missing_the_check_goes_on_there(person: Driver, calm: Calm, tmp_path: Path) -> None:
    person.window.open_answers(saved(tmp_path, dict(calm().without("coffee"))))
    assert "coffee" in person.asked()
    assert "coffee" not in person.answers


def test_a_saved_emergency_interrupts_and_can_be_taken_back(person: Driver, calm: Calm, tmp_path: Path) -> None:
    person.window.open_answers(saved(tmp_path, dict(calm(slurred="today"))))
    assert person.place == "interruption"
    person.click("mistake")
    assert "slurred" in person.asked()
    assert "slurred" not in person.answers
    person.click("leftAlone.none")
    person.go_on()
    assert person.place == "review"


def test_other_answers_are_asked_for_first(
    person: Driver, dialogs: Dialogs, eyelid: Answers, calm: Calm, tmp_path: Path
) -> None:
    person.hurry(eyelid)
    before = person.answers
    person.window.open_answers(saved(tmp_path, dict(calm())))
    assert dialogs.asked == ["Open the saved answers?"]
    assert person.answers == before
    dialogs.click = "forgetThem"
    person.window.open_answers(saved(tmp_path, dict(calm())))
    assert person.answers == dict(calm())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\xff\xfe", "This file was damaged at line 1"),
        (b"answers: [", "This file was damaged at line 2"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_in_one_line_and_nothing_is_lost(
    person: Driver, eyelid: Answers, tmp_path: Path, content: bytes, told: str
) -> None:
    person.hurry(eyelid)
    before = person.answers
    (tmp_path / "mine.twitchcheck").write_bytes(content)
    person.window.open_answers(tmp_path / "mine.twitchcheck")
    assert person.message().startswith("mine.twitchcheck can't be opened. ")
    assert told in person.message()
    assert "\n" not in person.message()
    assert person.answers == before


def test_a_missing_file_is_said(person: Driver, tmp_path: Path) -> None:
    person.window.open_answers(tmp_path / "gone.twitchcheck")
    assert person.message().startswith("gone.twitchcheck can't be opened. ")


def test_a_double_click_on_a_file_reaches_the_running_program(qapp: QApplication, tmp_path: Path) -> None:
    assert isinstance(qapp, Application)
    wanted: list[Path] = []
    qapp.file_wanted.connect(wanted.append)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "mine.twitchcheck"))))
    assert wanted == [tmp_path / "mine.twitchcheck"]


def test_answers_to_what_is_not_asked_any_more_are_named_and_saved_again(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path
) -> None:
    person.window.open_answers(saved(tmp_path, {**calm(), "weak_speed": "feels_weak"}))
    assert person.message() == "Not asked any more, but kept in the file: weak speed."
    assert "weak_speed" not in person.answers
    dialogs.target = tmp_path / "again.twitchcheck"
    person.choose_from_menu("saveAnswers")
    assert json.loads(dialogs.target.read_text(encoding="utf-8"))["answers"]["weak_speed"] == "feels_weak"
