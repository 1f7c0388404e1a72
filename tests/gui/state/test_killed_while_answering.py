"""A program that is killed at any moment loses nothing of its file that is older than a second."""

import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

ANSWERS_FOR_EVER = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from twitchcheck.content import compiled
from twitchcheck.gui.state.document import Document
from twitchcheck.gui.state.session import Session
from twitchcheck.resource_files import content_folder
from datetime import date

app = QCoreApplication([])
session = Session(compiled.load(content_folder()), date.today)
document = Document(session)
document.save_as(Path(sys.argv[1]))
given = 0

def answer():
    global given
    given += 1
    session.answer("own_words", str(given))
    os.write(1, f"{time.monotonic()} {given}\\n".encode())

clock = QTimer(interval=7)
clock.timeout.connect(answer)
clock.start()
app.exec()
"""


def kill_again_and_again(kills: int, folder: Path) -> None:
    chance = Random(7)
    path = folder / "mine.twitchcheck"
    for kill in range(kills):
        path.unlink(missing_ok=True)
        command = [sys.executable, "-c", ANSWERS_FOR_EVER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as answering:
            assert answering.stdout is not None
            first = answering.stdout.readline()
            time.sleep(chance.random() * 1.2)  # any moment, before and after the first saving
            killed = time.monotonic()
            answering.kill()
            told = [line.split() for line in (first, *answering.stdout) if line.endswith("\n")]
        old = [int(number) for moment, number in told if float(moment) < killed - 1]
        checks = json.loads(path.read_text(encoding="utf-8"))["checks"]
        saved = int(checks[-1]["answers"]["own_words"]) if checks else 0
        assert saved >= max(old, default=0), f"kill {kill}"
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="what is killed there is killed in another way")
@pytest.mark.parametrize("kills", [2, pytest.param(200, marks=pytest.mark.slow)])
def test_nothing_older_than_a_second_is_lost(tmp_path: Path, kills: int) -> None:
    kill_again_and_again(kills, tmp_path)
