"""Sees that a built program starts where there is no screen: it tells its version, saves a PDF and paints its window.

python resources/packaging/check_start.py PROGRAM
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from threading import Timer

PATIENCE = 120
"""Seconds; a program that was just built is looked at by the system's virus scanner first."""

PAINTED = b"qt.widgets.painting: Flushing"
ANSWERS = "date: 2026-11-23\nanswers: {places: [eyelid]}\n"


def check(command: Sequence[str]) -> None:
    """Raises SystemExit with what does not work."""
    version = subprocess.run((*command, "--version"), capture_output=True, timeout=PATIENCE, check=False)
    # A program without a console, as Windows has it, may have nowhere to say it.
    if version.returncode or (version.stdout and not version.stdout.startswith(b"twitchcheck ")):
        raise SystemExit(f"--version ended with {version.returncode}: {version.stdout!r} {version.stderr!r}")
    with tempfile.TemporaryDirectory() as folder:
        answers, pdf = Path(folder, "answers.yaml"), Path(folder, "result.pdf")
        answers.write_text(ANSWERS, encoding="utf-8")
        assess = (*command, "assess", str(answers), "--format", "pdf", "-o", str(pdf))
        made = subprocess.run(assess, capture_output=True, timeout=PATIENCE, check=False)
        if made.returncode or not pdf.read_bytes().startswith(b"%PDF-"):
            raise SystemExit(f"the PDF ended with {made.returncode}: {made.stderr!r}")
    if not paints(command):
        raise SystemExit("the window was not painted")


def paints(command: Sequence[str]) -> bool:
    """Whether the window is painted before the program ends, or before the patience does."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.widgets.painting.debug=true",
        "QT_FORCE_STDERR_LOGGING": "1",
    }
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as program:
        assert program.stderr is not None
        too_late = Timer(PATIENCE, program.terminate)
        too_late.start()
        try:
            return any(line.startswith(PAINTED) for line in program.stderr)
        finally:
            too_late.cancel()
            program.terminate()  # which the single file hands on to what it unpacked


if __name__ == "__main__":
    check(sys.argv[1:])
