"""The tiny content, and copies of it that may be broken."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from twitchcheck.content import loader
from twitchcheck.content.check import check
from twitchcheck.rules.protocol import TriageProtocol

TINY = Path(__file__).parent / "tiny"


@pytest.fixture(scope="session")
def tiny() -> TriageProtocol:
    """The tiny content, loaded."""
    return loader.load(TINY)


@pytest.fixture
def tiny_copy(tmp_path: Path) -> Path:
    """A copy of the tiny content folder."""
    return shutil.copytree(TINY, tmp_path / "tiny")


@pytest.fixture
def broken(tiny_copy: Path) -> Callable[..., list[str]]:
    """What is told about the tiny content after changes, each (file, what is replaced, by what)."""

    def problems_after(*changes: tuple[str, str, str]) -> list[str]:
        for file, replaced, by in changes:
            path = tiny_copy / file
            text = path.read_text(encoding="utf-8")
            assert replaced in text
            path.write_text(text.replace(replaced, by, 1), encoding="utf-8")
        return [str(problem) for problem in check(tiny_copy)]

    return problems_after
