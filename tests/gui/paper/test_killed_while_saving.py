"""Saving that is cut off at any moment leaves the old file or the new one, never a piece."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.conftest import DAY
from tests.one_check import one_check
from twitchcheck.app import read_stored
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.records.writing import record_text
from twitchcheck.rules.protocol import TriageProtocol

SAVES_FOR_EVER = """
import sys
from pathlib import Path
from twitchcheck.gui.paper.printing import save_text

target, *texts = (Path(one) for one in sys.argv[1:])
told = [text.read_text(encoding="utf-8") for text in texts]
save_text(told[0], target)
print("begun", flush=True)
while True:
    for text in told:
        save_text(text, target)
"""

Calm = Callable[..., Answers]


def cut_off(kills: int, protocol: TriageProtocol, calm: Calm, folder: Path) -> None:
    """Kills a program that saves without a pause, again and again, and looks each time at what it left."""
    chance = Random(7)
    given = [calm(own_words="zebra " * 300), calm(own_words="giraffe " * 200)]
    texts = [folder / "zebra", folder / "giraffe"]
    for text, answers in zip(texts, given, strict=True):
        text.write_text(record_text(one_check(answers, DAY)), encoding="utf-8")
    (folder / "saved").mkdir()
    target = folder / "saved" / "mine.twitchcheck"
    whole = {text.read_bytes() for text in texts}
    for kill in range(kills):
        command = [sys.executable, "-c", SAVES_FOR_EVER, str(target), *(str(text) for text in texts)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as saving:
            assert saving.stdout is not None
            assert saving.stdout.readline() == "begun\n"
            time.sleep(chance.random() * 0.02)  # any moment of a save
            saving.kill()
        assert target.read_bytes() in whole, f"after kill {kill}"
        assert dict(read_stored(protocol, target)[0].checks[-1].answers) in [dict(answers) for answers in given]
        assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="what is killed there is killed in another way")
@pytest.mark.parametrize("kills", [3, pytest.param(200, marks=pytest.mark.slow)])
def test_no_file_is_lost_or_half_written(protocol: TriageProtocol, calm: Calm, tmp_path: Path, kills: int) -> None:
    cut_off(kills, protocol, calm, tmp_path)
    left = [one.name for one in (tmp_path / "saved").iterdir() if one.name != "mine.twitchcheck"]
    assert all((tmp_path / "saved" / one).stat().st_mode & 0o077 == 0 for one in left), "what is left is the person's"
