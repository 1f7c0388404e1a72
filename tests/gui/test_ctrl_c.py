"""Ctrl+C in the terminal, sent to a program of its own whose event loop has nothing to do."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to every program of the terminal")

SCRIPT = """
import os, signal, sys
from PySide6.QtCore import QAbstractEventDispatcher, QTimer
from PySide6.QtWidgets import QDialog, QMessageBox
from twitchcheck import app
from twitchcheck.gui import application, main_window

signal.signal(signal.SIGINT, signal.default_int_handler)
shown, ask = main_window.MainWindow.show, QMessageBox.exec
clicks, tell = [], lambda word: print(word, flush=True)

def idle():
    dispatcher = QAbstractEventDispatcher.instance()
    def once():
        dispatcher.aboutToBlock.disconnect(once)
        tell("idle")
    dispatcher.aboutToBlock.connect(once)

def show(window):
    shown(window)
    prepare(window)

def asked(box):
    tell(f"{box.text()}")
    if clicks:
        QTimer.singleShot(0, box.findChild(object, clicks.pop(0)).click)
    else:
        idle()
    code = ask(box)
    if box.clickedButton().objectName() == "keep":
        idle()
    return code

main_window.MainWindow.show = show
QMessageBox.exec = asked
application.set_icon = lambda app: idle()  # the last thing that happens by itself
"""
START = "sys.exit(app.main([]))"
NOTHING = "prepare = lambda window: None\n"
ANSWERS = "prepare = lambda window: window.session.answer('places', ('eyelid',))\n"


Program = subprocess.Popen[str]


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@contextmanager
def started(code: str) -> Iterator[Program]:
    """The program, which is killed if it takes longer than a minute."""
    pipe = subprocess.PIPE
    line = [sys.executable, "-c", SCRIPT + code + START]
    with subprocess.Popen(line, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as program:
        too_late = Timer(60, program.kill)
        too_late.start()
        try:
            yield program
        finally:
            program.kill()
            too_late.cancel()


def heard(program: Program, *words: str) -> None:
    assert program.stdout is not None
    for word in words:
        assert program.stdout.readline() == f"{word}\n"


def ended(program: Program) -> int:
    """The exit code of a program that has said nothing more, and no traceback."""
    out, err = program.communicate()
    assert out == ""
    assert "Traceback" not in err
    assert "Interrupt" not in err
    return program.returncode


def test_an_idle_window_closes_as_when_it_is_quit() -> None:
    with started(NOTHING) as program:
        heard(program, "idle")
        program.send_signal(signal.SIGINT)
        assert ended(program) == 0


def test_answers_are_asked_about_and_stay_where_the_person_keeps_them() -> None:
    with started("clicks[:] = ['keep', 'forgetThem']\n" + ANSWERS) as program:
        heard(program, "idle")
        program.send_signal(signal.SIGINT)
        heard(program, "Close TwitchCheck?", "idle")
        program.send_signal(signal.SIGINT)
        heard(program, "Close TwitchCheck?")
        assert ended(program) == 0


def test_a_second_one_ends_it_at_once() -> None:
    with started(ANSWERS) as program:
        heard(program, "idle")
        program.send_signal(signal.SIGINT)
        heard(program, "Close TwitchCheck?", "idle")
        program.send_signal(signal.SIGINT)
        assert ended(program) == -signal.SIGINT  # which a shell calls 130


def test_an_open_dialog_closes_with_the_window() -> None:
    with started("prepare = lambda window: QTimer.singleShot(0, QDialog(window).exec)\n") as program:
        heard(program, "idle")
        program.send_signal(signal.SIGINT)
        assert ended(program) == 0


def test_before_there_is_a_window_it_ends_at_once() -> None:
    with started("application.make_window = lambda *given: (tell('makes'), input())\n") as program:
        heard(program, "makes")
        program.send_signal(signal.SIGINT)
        assert program.wait() == -signal.SIGINT


def test_in_the_background_it_is_meant_for_another() -> None:
    ignored = "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    press = "os.kill(os.getpid(), signal.SIGINT), tell('here'), QTimer.singleShot(0, window.close)"
    with started(f"{ignored}prepare = lambda window: ({press})\n") as program:
        heard(program, "here")
        assert ended(program) == 0
