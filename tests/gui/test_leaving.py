"""Leaving and starting anew: nothing is lost without a question, and nothing stays after it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver
from tests.one_check import answers_in
from twitchcheck.questionnaire.answers import Answers

Calm = Callable[..., Answers]


def esc(person: Driver) -> None:
    person.press(Qt.Key.Key_Escape)


def close(person: Driver) -> None:
    person.window.close()


def leave(person: Driver) -> None:
    person.choose_from_menu("quit")


WAYS = pytest.mark.parametrize("way", [esc, close, leave])


@WAYS
def test_without_answers_nothing_is_asked(person: Driver, dialogs: Dialogs, way: Callable[[Driver], None]) -> None:
    person.go_on()
    way(person)
    assert dialogs.asked == []
    assert not person.window.isVisible()


@WAYS
def test_with_answers_it_asks_and_keeps_them(
    person: Driver, dialogs: Dialogs, calm: Calm, way: Callable[[Driver], None]
) -> None:
    person.walk(calm(), "head_throat")
    before = person.answers
    way(person)
    assert dialogs.asked == ["Close TwitchCheck?"]
    assert person.window.isVisible()
    assert (person.place, person.answers) == ("head_throat", before)
    dialogs.click = "forgetThem"
    way(person)
    assert not person.window.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_esc_at_the_question_itself_keeps_the_answers(person: Driver) -> None:
    shown = []

    def press_esc() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            shown.append([button.text().replace("&", "") for button in box.buttons()])
            QTest.keyClick(box, Qt.Key.Key_Escape)

    person.go_on()
    person.answer_page({"who": "myself"})
    QTimer.singleShot(0, press_esc)
    person.window.close()
    assert [sorted(texts) for texts in shown] == [["Close and forget them", "Go back", "Save them…"]]
    assert person.window.isVisible()
    assert person.answers


def test_a_new_check_asks_and_can_keep_the_answers(person: Driver, dialogs: Dialogs, calm: Calm) -> None:
    person.hurry(calm())
    before = person.answers
    person.choose_from_menu("newCheckAction")
    assert dialogs.asked == ["Start a new check?"]
    assert (person.place, person.answers) == ("review", before)


def test_a_new_check_forgets_everything(person: Driver, dialogs: Dialogs, everything: Answers) -> None:
    dialogs.click = "forgetThem"
    passed = person.walk({**everything, "own_words": "A flicker.", "who": "someone_else"})
    person.go_on()
    person.click("newCheck")
    assert dialogs.asked == ["Start a new check?"]
    assert (person.place, person.answers, person.primary()) == ("start", {}, "Start")
    assert not person.action("printAction").isEnabled()
    person.go_on()
    assert person.shown("who") is None
    # What one page shows at first must not come from the check before.
    for page in passed[1:]:
        if person.place == page:
            shown = {item_id: person.shown(item_id) for item_id in person.asked()}
            assert shown == dict.fromkeys(person.asked(), None)
            person.answer_page(everything)
            person.go_on()
    assert person.place in ("review", "words")


def test_after_a_new_check_a_slip_cannot_bring_old_answers_back(person: Driver, dialogs: Dialogs, calm: Calm) -> None:
    dialogs.click = "forgetThem"
    person.hurry(calm(), "review")
    person.choose_from_menu("newCheckAction")
    person.window.session.take_back()
    assert person.answers == {}


def opened(person: Driver, answers: Answers, tmp_path: Path) -> None:
    path = tmp_path / "mine.twitchcheck"
    path.write_text(json.dumps({"answers": dict(answers)}), encoding="utf-8")
    person.window.open_file(path)


@WAYS
def test_leaving_can_save(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path, way: Callable[[Driver], None]
) -> None:
    person.hurry(calm())
    dialogs.click, dialogs.target = "saveThem", tmp_path / "mine.twitchcheck"
    way(person)
    assert not person.window.isVisible()
    assert answers_in(dialogs.target) == json.loads(json.dumps(person.answers))


@WAYS
def test_who_does_not_save_after_all_stays(
    person: Driver, dialogs: Dialogs, calm: Calm, monkeypatch: pytest.MonkeyPatch, way: Callable[[Driver], None]
) -> None:
    person.hurry(calm())
    dialogs.click = "saveThem"
    monkeypatch.setattr("twitchcheck.gui.handing_out.QFileDialog.exec", lambda _: QDialog.DialogCode.Rejected)
    way(person)
    assert person.window.isVisible()
    assert person.answers == dict(calm())


@WAYS
def test_a_save_that_fails_loses_nothing(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path, way: Callable[[Driver], None]
) -> None:
    person.hurry(calm())
    dialogs.click, dialogs.target = "saveThem", tmp_path / "no such folder" / "mine.twitchcheck"
    way(person)
    assert person.window.isVisible()
    assert person.message().startswith("That did not work.")
    assert person.answers == dict(calm())
    dialogs.click = "keep"
    way(person)
    assert dialogs.asked == ["Close TwitchCheck?", "place", "Close TwitchCheck?"]


@WAYS
def test_right_after_saving_nothing_is_asked(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path, way: Callable[[Driver], None]
) -> None:
    person.hurry(calm())
    dialogs.target = tmp_path / "mine.twitchcheck"
    person.choose_from_menu("saveAs")
    way(person)
    assert dialogs.asked == ["place"]
    assert not person.window.isVisible()


@WAYS
def test_opened_answers_that_nobody_touched_are_not_asked_about(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path, way: Callable[[Driver], None]
) -> None:
    opened(person, calm(), tmp_path)
    person.go_on()
    way(person)
    assert dialogs.asked == []
    assert not person.window.isVisible()


def test_a_change_in_a_file_is_saved_without_a_question(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path
) -> None:
    opened(person, calm(), tmp_path)
    person.session.answer("coffee", 9)
    close(person)
    assert dialogs.asked == []
    assert not person.window.isVisible()
    assert answers_in(tmp_path / "mine.twitchcheck")["coffee"] == 9


def test_a_change_that_cannot_be_saved_is_asked_about(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path
) -> None:
    opened(person, calm(), tmp_path)
    (tmp_path / "mine.twitchcheck").write_text('{"answers": {}}', encoding="utf-8")  # as another program would
    person.session.answer("coffee", 9)
    close(person)
    assert dialogs.asked == ["Close TwitchCheck?"]
    assert person.window.isVisible()
    assert person.answers["coffee"] == 9
    assert (tmp_path / "mine.twitchcheck").read_text(encoding="utf-8") == '{"answers": {}}'


def test_other_answers_can_be_opened_after_these_are_saved(
    person: Driver, dialogs: Dialogs, calm: Calm, eyelid: Answers, tmp_path: Path
) -> None:
    person.hurry(eyelid)
    dialogs.click, dialogs.target = "saveThem", tmp_path / "other.twitchcheck"
    opened(person, calm(), tmp_path)
    assert person.answers == dict(calm())
    assert answers_in(dialogs.target) == json.loads(json.dumps(dict(eyelid)))


def test_what_is_being_typed_is_saved_too(person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path) -> None:
    opened(person, calm(coffee=4), tmp_path)
    person.change("coffee")
    person.write("coffee", "7")  # and the field still has the keyboard
    close(person)
    assert dialogs.asked == []
    assert answers_in(tmp_path / "mine.twitchcheck")["coffee"] == 7
