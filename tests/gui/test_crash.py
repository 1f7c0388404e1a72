"""When the program fails: kind words, and details that can be handed on because they tell no answer."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver
from twitchcheck.gui.crash_dialog import CrashDialog, crash_details
from twitchcheck.questionnaire.answers import Answers

SECRET = "pregnant, lithium and a flicker that nobody believes"


def fail(answers: Answers) -> None:
    """Fails as code does that quotes what it was given."""
    raise ValueError(f"cannot understand {dict(answers)} of Anna Muster")


@pytest.fixture
def error() -> BaseException:
    """A failure whose message tells answers, caused by another one."""
    try:
        try:
            fail(Answers({"own_words": SECRET, "lithium": "same"}))
        except ValueError as cause:
            raise KeyError(SECRET) from cause
    except KeyError as raised:
        return raised
    raise AssertionError


def test_the_details_tell_kind_and_place_but_neither_message_nor_answers(error: BaseException) -> None:
    details = crash_details(error, "2026.11 (abc)")
    assert "KeyError" in details
    assert "tests.gui.test_crash:" in details
    assert "content 2026.11 (abc)" in details
    for word in (SECRET, "lithium", "Anna", "own_words", "cannot understand"):
        assert word not in details


def test_what_is_shown_is_what_is_copied(qtbot: QtBot, error: BaseException) -> None:
    details = crash_details(error, "1")
    dialog = CrashDialog(details)
    qtbot.addWidget(dialog)
    shown = dialog.findChild(QPlainTextEdit)
    copy = dialog.findChild(QPushButton, "copyDetails")
    assert isinstance(shown, QPlainTextEdit)
    assert isinstance(copy, QPushButton)
    copy.click()
    assert QGuiApplication.clipboard().text() == shown.toPlainText() == details


def test_answers_do_not_show_themselves_in_a_traceback(person: Driver) -> None:
    person.session.answer("own_words", SECRET)
    assert SECRET not in repr(person.session.answers)


IN_A_PROCESS_OF_ITS_OWN = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from twitchcheck.content.loader import load
from twitchcheck.gui import application, crash_dialog, main_window
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.resource_files import content_folder

def read(dialog):
    dialog.findChild(QPushButton, "copyDetails").click()
    window = dialog.parent()
    print(QGuiApplication.clipboard().text(), "kept" if window.session.answers else "lost")
    window.session.forget()
    QTimer.singleShot(0, window.close)

def fail(window):
    window.session.answer("own_words", {SECRET!r})
    raise ValueError(dict(window.session.answers))

shown = main_window.MainWindow.show
main_window.MainWindow.show = lambda window: (shown(window), QTimer.singleShot(0, lambda: fail(window)))
crash_dialog.CrashDialog.exec = read
sys.exit(application.run(load(content_folder()), lambda _: None, None))
"""


def test_a_failure_in_the_running_window_is_shown_and_the_answers_stay() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "ValueError" in done.stdout
    assert "in fail" in done.stdout
    assert done.stdout.endswith("kept\n")
    assert "ValueError" in done.stderr  # the log holds the same
    for text in (done.stdout, done.stderr):
        assert SECRET not in text
        assert "own_words" not in text
