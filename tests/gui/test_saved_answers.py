"""Answers that are saved and opened again: nothing is changed on the way, and nothing is taken for granted."""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver, pdf_pages
from tests.one_check import answers_in, one_check
from twitchcheck.app import SAVED
from twitchcheck.gui.application import Application
from twitchcheck.gui.kept_parts import in_one_sentence
from twitchcheck.questionnaire.answers import Answers

Calm = Callable[..., Answers]


def saved(tmp_path: Path, answers: Mapping[str, object], **more: str) -> Path:
    path = tmp_path / "mine.twitchcheck"
    path.write_text(json.dumps({"answers": answers, **more}), encoding="utf-8")
    return path


def test_saved_answers_come_back_as_they_were(
    open_window: Callable[[], Driver], dialogs: Dialogs, eyelid: Answers, tmp_path: Path
) -> None:
    first, second = open_window(), open_window()
    first.hurry(eyelid)
    dialogs.target = tmp_path / "mine.twitchcheck"
    first.choose_from_menu("saveAs")
    assert first.message() == f"Saved as {dialogs.target}. From now on every answer is saved there by itself."
    second.choose_from_menu("open")
    assert second.place == "review"
    assert second.answers == first.answers
    assert second.message() == ""


def test_without_answers_there_is_nothing_to_save(person: Driver) -> None:
    assert not person.action("saveAs").isEnabled()
    person.go_on()
    person.answer_page({"who": "myself"})
    assert person.action("saveAs").isEnabled()


def test_answers_of_another_day_are_to_be_checked(person: Driver, calm: Calm, tmp_path: Path) -> None:
    person.window.open_file(saved(tmp_path, dict(calm()), date="2026-10-03"))
    assert person.place == "start"
    assert person.label("lastCheck") == "Last check, 3 October 2026: not finished"
    person.click("seeLast")
    assert person.label("earlier").startswith("These answers are of 3 October 2026.")


def test_where_an_answer_is_missing_the_check_goes_on_there(person: Driver, calm: Calm, tmp_path: Path) -> None:
    person.window.open_file(saved(tmp_path, dict(calm().without("coffee"))))
    assert "coffee" in person.asked()
    assert "coffee" not in person.answers


def test_a_saved_emergency_interrupts_and_can_be_taken_back(person: Driver, calm: Calm, tmp_path: Path) -> None:
    person.window.open_file(saved(tmp_path, dict(calm(slurred="today"))))
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
    person.window.open_file(saved(tmp_path, dict(calm())))
    assert dialogs.asked == ["Open the file?"]
    assert person.answers == before
    dialogs.click = "forgetThem"
    person.window.open_file(saved(tmp_path, dict(calm())))
    assert person.answers == dict(calm())


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "This file is empty."),
        (b"\xff\xfe", "This file was damaged at line 1, or TwitchCheck did not write it."),
        (b"answers: {a: 1,\n a: 2}", "This file was damaged at line 2, or TwitchCheck did not write it."),
    ],
)
def test_a_file_that_cannot_be_used_is_said_in_one_line_and_nothing_is_lost(
    person: Driver, eyelid: Answers, tmp_path: Path, content: bytes, told: str
) -> None:
    person.hurry(eyelid)
    before = person.answers
    (tmp_path / "mine.twitchcheck").write_bytes(content)
    person.window.open_file(tmp_path / "mine.twitchcheck")
    assert person.message().startswith("mine.twitchcheck can't be opened. ")
    assert person.message() == f"mine.twitchcheck can't be opened. {told}"
    assert person.answers == before


def test_a_missing_file_is_said(person: Driver, tmp_path: Path) -> None:
    person.window.open_file(tmp_path / "gone.twitchcheck")
    assert person.message().startswith("gone.twitchcheck can't be opened. ")


def test_a_double_click_on_a_file_reaches_the_running_program(qapp: QApplication, tmp_path: Path) -> None:
    assert isinstance(qapp, Application)
    wanted: list[Path] = []
    qapp.file_wanted.connect(wanted.append)
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "mine.twitchcheck"))))
    assert wanted == [tmp_path / "mine.twitchcheck"]


OTHERS: dict[str, object] = {"cups_a_day": 9, "coffee": "plenty", "b": ["x"], "c": None, "d": 1}
"""What this content does not ask, or not in this way."""


def test_a_file_of_another_version_is_taken_over_and_the_rest_stays_in_it(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path
) -> None:
    given = dict(calm().without("coffee"))
    person.window.open_file(saved(tmp_path, {**given, **OTHERS}))
    assert person.answers == given
    assert "coffee" in person.asked()
    coffee = person.session.questionnaire.items["coffee"].brief
    assert person.message() == (
        f"The answers to “cups a day”, “{coffee}”, “b” and 2 more stay in the file but cannot be shown: "
        "another version of TwitchCheck wrote it."
    )
    person.session.answer("coffee", 2)
    dialogs.target = tmp_path / "again.twitchcheck"
    person.choose_from_menu("saveAs")
    again = answers_in(dialogs.target)
    assert again == {**OTHERS, **json.loads(json.dumps(person.answers))}
    assert again["coffee"] == 2


def test_a_new_check_keeps_nothing_of_such_a_file(person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path) -> None:
    person.window.open_file(saved(tmp_path, {**calm(), **OTHERS}))
    dialogs.click = "forgetThem"
    person.choose_from_menu("newCheckAction")
    person.session.answer("who", "myself")
    dialogs.target = tmp_path / "again.twitchcheck"
    person.choose_from_menu("saveAs")
    assert answers_in(dialogs.target) == {"who": "myself"}


def test_hostile_names_in_a_file_stay_one_short_plain_line(person: Driver, calm: Calm, tmp_path: Path) -> None:
    names = ["<b>\u202e\x1b[31m\nall\u2028lost</b>", "x" * 900, "\N{SNOWMAN}"]
    person.window.open_file(saved(tmp_path, {**calm(), **dict.fromkeys(names, 1)}))
    told = person.message()
    assert told.isprintable()
    assert len(told) < 250
    assert "<b>" in told  # as it is, not in bold


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["a"], "The answer to “a” stays in"),
        (["a", "b"], "The answers to “a” and “b” stay in"),
        (["a", "b", "c"], "The answers to “a”, “b” and “c” stay in"),
        (["a", "b", "c", "d"], "The answers to “a”, “b”, “c” and 1 more stay in"),
    ],
)
def test_the_sentence_counts(person: Driver, names: list[str], told: str) -> None:
    record = one_check(Answers(), others=dict.fromkeys(names, 1))
    assert in_one_sentence(record, person.session.questionnaire).startswith(told)


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "2026-11-22", "2026-11-24", "9999-12-31"])
def test_a_file_of_any_day_opens_and_concludes(person: Driver, calm: Calm, tmp_path: Path, day: str) -> None:
    person.window.open_file(saved(tmp_path, dict(calm()), date=day))
    if day < "2026-11-23":
        assert person.place == "start"
        person.click("seeLast")
    else:
        assert person.place == "review"
        person.go_on()
    assert person.seen("earlier") == (day < "2026-11-23")
    assert person.place == "result"


def test_a_file_opens_while_the_interruption_stands_and_nothing_of_it_is_left(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path
) -> None:
    person.walk(calm(), "head_throat")
    person.answer("slurred", "today")
    assert person.place == "interruption"
    dialogs.click = "forgetThem"
    person.window.open_file(saved(tmp_path, dict(calm(coffee=7.0))))
    assert person.place == "review"
    assert person.answers == dict(calm(coffee=7.0))
    person.session.take_back()
    assert person.answers == dict(calm(coffee=7.0))
    person.go_on()
    dialogs.target = tmp_path / "out.pdf"
    person.choose_from_menu("printAction")
    assert "Call the emergency number now: " not in " ".join(pdf_pages(dialogs.target))


def test_of_a_saved_emergency_only_what_counts_for_it_is_taken_back(person: Driver, calm: Calm, tmp_path: Path) -> None:
    given = dict(calm(slurred="today", choking="weeks", hoarse="months"))
    person.window.open_file(saved(tmp_path, given))
    person.click("mistake")
    assert {**person.answers, "slurred": "today"} == given


def test_the_file_is_the_persons_alone(person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path) -> None:
    dialogs.target = tmp_path / "mine.twitchcheck"
    dialogs.target.write_text("old", encoding="utf-8")
    dialogs.target.chmod(0o666)
    person.hurry(calm())
    person.choose_from_menu("saveAs")
    if sys.platform != "win32":
        assert dialogs.target.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.glob("mine*")] == ["mine.twitchcheck"]


def test_the_dialog_says_that_the_file_is_not_encrypted(
    person: Driver, dialogs: Dialogs, calm: Calm, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def note(dialog: QDialog) -> int:
        titles.append(dialog.windowTitle())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr("twitchcheck.gui.handing_out.QFileDialog.exec", note)
    person.hurry(calm())
    person.choose_from_menu("saveAs")
    assert titles == ["Save as (the file is yours alone, but not encrypted)"]
    assert person.message() == ""


@pytest.mark.parametrize("name", ["ANNA.TWITCHCHECK", "Dr. Miller.TwitchCheck", "a.b.twitchcheck"])
def test_the_ending_counts_in_any_case(person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path, name: str) -> None:
    dialogs.target = tmp_path / name
    person.hurry(calm())
    person.choose_from_menu("saveAs")
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [name]
    assert name.lower().endswith(SAVED)
    person.session.forget()
    person.window.open_file(dialogs.target)
    assert person.answers == dict(calm())


def dropped(person: Driver, *paths: Path | str) -> bool:
    """Drags files over the window and lets go; whether the window takes them."""
    mime = QMimeData()
    mime.setUrls([QUrl(one) if isinstance(one, str) else QUrl.fromLocalFile(str(one)) for one in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(300, 300), copy, mime, left, none)
    entering.ignore()
    QApplication.sendEvent(person.window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(person.window, QDropEvent(QPointF(300, 300), copy, mime, left, none))
        person.settle()
    return entering.isAccepted()


def test_a_file_can_be_dropped_on_the_window(person: Driver, calm: Calm, tmp_path: Path) -> None:
    assert dropped(person, saved(tmp_path, dict(calm())))
    person.settle()
    assert person.place == "review"
    assert person.answers == dict(calm())


def test_what_is_no_single_file_is_not_taken(person: Driver, calm: Calm, tmp_path: Path) -> None:
    path = saved(tmp_path, dict(calm()))
    assert not dropped(person)
    assert not dropped(person, path, path)
    assert not dropped(person, "https://example.org/mine.twitchcheck")
    assert dropped(person, tmp_path)
    assert "is no ordinary file" in person.message()


def test_a_dropped_file_asks_before_it_takes_the_place_of_answers(
    person: Driver, dialogs: Dialogs, eyelid: Answers, calm: Calm, tmp_path: Path
) -> None:
    person.hurry(eyelid)
    assert dropped(person, saved(tmp_path, dict(calm())))
    assert dialogs.asked == ["Open the file?"]
    assert person.answers == dict(eyelid)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_file_waits_while_a_dialog_stands(person: Driver, calm: Calm, eyelid: Answers, tmp_path: Path) -> None:
    person.hurry(eyelid)

    def open_meanwhile() -> None:
        person.window.open_file(saved(tmp_path, dict(calm())))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()

    QTimer.singleShot(0, open_meanwhile)
    person.choose_from_menu("newCheckAction")
    assert person.answers == dict(eyelid)
    assert person.message() == "Close what is open here first, then open mine.twitchcheck again."


def test_the_titles_hold_no_answers(person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path) -> None:
    before = person.window.windowTitle()
    person.window.open_file(saved(tmp_path, dict(calm(main_worry="zebra", slurred="today"))))
    assert person.place == "interruption"
    # Beside the name that the person gave the file, nothing but whether all is saved.
    assert person.window.windowTitle() == f"mine[*] \N{EM DASH} {before}"
