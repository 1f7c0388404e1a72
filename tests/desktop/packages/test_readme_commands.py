"""README's two commands, word for word, in a fresh clone on a bare Debian 12."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.packages.artefacts import ROOT
from tests.desktop.packages.bare_machine import BareMachine, bare_machine
from tests.desktop.screen import Screen

pytestmark = pytest.mark.desktop

# Enough to need every package that the command installs; .ci/run has the command with all tests.
SOME_TESTS = "tests/packaging tests/gui/paper/test_saving.py tests/test_cli.py tests/test_window_start.py"


@pytest.fixture
def clone(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BareMachine]:
    """A bare machine with a fresh clone of this checkout in /root/twitchcheck."""
    machine = bare_machine("bookworm", tmp_path / "bookworm", request.config.cache.mkdir("bare-machines"))
    subprocess.run(["git", "clone", "--quiet", ROOT, machine.root / "root" / "twitchcheck"], check=True)
    yield machine
    shutil.rmtree(machine.root)


def command(heading: str) -> str:
    """The first command below a heading of README."""
    below = (ROOT / "README.md").read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2]
    found = re.search(r"```sh\n(.+?)\n```", below, re.DOTALL)
    assert found, f"README has no command below {heading!r}"
    return found[1]


def as_root(line: str) -> tuple[str, ...]:
    """The command as README tells root to use it, in the clone."""
    return "sh", "-c", f"cd /root/twitchcheck && {line.replace('sudo ', '')}"


def test_the_command_that_opens(clone: BareMachine, screen: Screen) -> None:
    with clone.started(*as_root(command("Open it")), DISPLAY=screen.display) as started:
        window = screen.window("Muscle twitch self-check", started)
        assert '"TwitchCheck"' in screen.wm_class(window)
        screen.press("ctrl+q")
        said, _ = started.communicate()
        assert started.returncode == 0, said


def test_the_command_that_tests(clone: BareMachine) -> None:
    line = command("Test it")
    assert line.endswith("/pytest -n auto")
    assert " passed" in clone.run(*as_root(f"{line} -q {SOME_TESTS}"))
