"""What the builds for Windows and macOS begin with: an environment of its own in build/, and the bundle made in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPEC = "resources/packaging/twitchcheck.spec"
ONEDIR = ROOT / "build" / "onedir"
DIST = ROOT / "dist"


def make_bundle() -> None:
    """Builds into build/ from this checkout, with the versions in pins.txt. Raises CalledProcessError."""
    for folder in (ROOT / "build", DIST):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    environment = {**os.environ, "PIP_CONSTRAINT": str(ROOT / "resources" / "packaging" / "pins.txt")}
    programs = ROOT / "build" / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    quietly = ("--noconfirm", "--log-level", "WARN")
    for command in (
        (sys.executable, "-m", "venv", "build/venv"),
        (programs / "python", "-m", "pip", "install", "--quiet", ".[packaging]"),
        # By its own name, since Python would take the checkout for the installed package.
        (programs / "pyinstaller", *quietly, "--distpath", "build/onedir", "--workpath", "build/work", SPEC),
    ):
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
