"""A screen of its own for each test file, with the program on it and somebody who listens."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.desktop.desktop_session import DesktopSession
from tests.desktop.person import Person
from tests.desktop.screen_reader import ScreenReader
from twitchcheck.rules.protocol import TriageProtocol

PROGRAM = (sys.executable, "-m", "twitchcheck")


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[DesktopSession]:
    """An empty screen."""
    home = tmp_path / "home"
    home.mkdir()
    with DesktopSession(home) as session:
        yield session


@pytest.fixture
def listen(desktop: DesktopSession) -> Iterator[Callable[[str], ScreenReader]]:
    """A screen reader for one program, from its first word on."""
    with ExitStack() as to_close:
        yield lambda program: to_close.enter_context(closing(ScreenReader(desktop.environment, program)))


@pytest.fixture
def start(
    desktop: DesktopSession, listen: Callable[[str], ScreenReader], protocol: TriageProtocol
) -> Callable[..., Person]:
    """Starts the real program on the screen, with somebody who listens."""

    def made(*command: str, **environment: str) -> Person:
        reader = listen("TwitchCheck")
        desktop.start(command or PROGRAM, **environment)
        return Person(reader, protocol)

    return made
