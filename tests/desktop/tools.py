"""The programs of the machine that these tests drive, how they end, and waiting until something has happened."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

Found = TypeVar("Found")


def needs(*programs: str) -> None:
    """Skips the test where one of `programs`, names or paths, is missing; fails it where CI=true: there it must run."""
    missing = [program for program in programs if shutil.which(program) is None and not Path(program).exists()]
    if missing:
        leave = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        leave(f"not installed: {', '.join(missing)}")


def until(look: Callable[[], Found], awaited: str, seconds: float = 30) -> Found:
    """What `look` finds, as soon as it is something; fails the test when that does not come."""
    end = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > end:
            pytest.fail(f"waited in vain for {awaited}", pytrace=True)
        time.sleep(0.02)
    return found


def run(*command: str | Path, folder: Path | None = None) -> str:
    """What a command says that ends by itself; fails the test, with that, where it does not end well."""
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return done.stdout


def end(started: subprocess.Popen[bytes]) -> None:
    """Ends a program and waits for that."""
    started.terminate()
    try:
        started.wait(10)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()
