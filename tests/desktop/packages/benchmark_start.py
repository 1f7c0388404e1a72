"""How long until the first painted page and how much memory, for each form that people get, beside a bare QWidget.

    python -m tests.desktop.packages.benchmark_start [ROUNDS]

Starts the forms in turn on a screen of its own, so that whatever else the machine does falls on all alike; figures are
medians, ratios first. Qt itself tells when it hands the first painted picture to the screen. Builds the bundles where
that has not been done, and takes the wheel's own form from an environment of its own.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.desktop.packages.artefacts import ROOT, artefacts
from tests.desktop.screen import new_screen

BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
app.exec()
"""
PAINTED = b"qt.widgets.painting: Flushing"


def forms(venv: Path) -> dict[str, list[str]]:
    """The command of each form; the environment `venv` has the package installed."""
    built = artefacts()
    python = str(venv / "bin" / "python")
    return {
        "bare QWidget": [python, "-c", BARE],
        "venv": [python, "-m", "twitchcheck"],
        "onedir": [str(built.onedir / "twitchcheck")],
        "single file": [str(built.single_file)],
    }


def first_paint(command: Sequence[str], display: str, home: str) -> tuple[float, float]:
    """Milliseconds until the first picture is painted, and the most memory that one process used, in MiB."""
    environment = {**os.environ, "DISPLAY": display, "HOME": home, "XDG_CONFIG_HOME": home, "QT_QPA_PLATFORM": "xcb"}
    environment["QT_LOGGING_RULES"] = "qt.widgets.painting.debug=true"
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    painted = next((time.perf_counter() for line in process.stderr if line.startswith(PAINTED)), None)
    process.terminate()
    _, _, used = os.wait4(process.pid, 0)
    process.stderr.close()
    if painted is None:
        raise SystemExit(f"{command[0]} painted nothing")
    return (painted - begun) * 1000, used.ru_maxrss / 1024


def main(rounds: int, say: Callable[[str], object]) -> None:
    """Measures in turn and says the figures."""
    with tempfile.TemporaryDirectory() as home, new_screen() as screen:
        venv = Path(home, "venv")
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([venv / "bin" / "pip", "install", "--quiet", ROOT], check=True)
        commands = forms(venv)
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for turn in range(rounds + 1):
            for name, command in commands.items():
                measured = first_paint(command, screen.display, home)
                if turn:  # the first one reads everything from the disk
                    found[name].append(measured)
    medians = {name: [statistics.median(column) for column in zip(*all_, strict=True)] for name, all_ in found.items()}
    bare_ms, bare_mib = medians["bare QWidget"]
    for name, (ms, mib) in medians.items():
        say(f"{name}: {ms / bare_ms:.2f} x ({ms:.0f} ms), bare {mib - bare_mib:+.0f} MiB ({mib:.0f} MiB)\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9, sys.stdout.write)
