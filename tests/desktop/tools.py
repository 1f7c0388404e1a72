"""The programs of the machine that these tests drive."""

import os
import shutil

import pytest


def needs(*programs: str) -> None:
    """Skips the test where one of `programs` is missing; fails it where CI=true, since there it must run."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        leave = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        leave(f"not installed: {', '.join(missing)}")
