"""A desktop of its own: a screen, a home and a session bus, with nothing of the person who runs the tests."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from tests.desktop.screen import Screen, new_screen
from tests.desktop.tools import end, needs, until


class DesktopSession:
    """Ends everything that was started in it. `environment` leads programs there; `home` is a new folder,
    `runtime` one for sockets."""

    screen: Screen

    def __init__(self, home: Path) -> None:
        needs("dbus-daemon")
        self.home = home
        # Not in the folder of the test: the path of a socket must be short.
        self._runtime = tempfile.TemporaryDirectory(prefix="desktop-")
        self.runtime = runtime = Path(self._runtime.name)
        self._to_end = ExitStack()
        self.environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def __enter__(self) -> "DesktopSession":
        with self._to_end as begun:
            begun.enter_context(self._runtime)
            # What belongs to the desktop writes its own files elsewhere.
            elsewhere = {"HOME": str(self.runtime)}
            self.screen = begun.enter_context(new_screen({**self.environment, **elsewhere}))
            self.environment["DISPLAY"] = self.screen.display
            self.start(
                ["dbus-daemon", "--session", "--nofork", "--address", f"unix:path={self.runtime}/bus"], **elsewhere
            )
            until((self.runtime / "bus").exists, "the session bus")
            self._to_end = begun.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._to_end.close()

    def start(self, command: Sequence[str], **environment: str) -> subprocess.Popen[bytes]:
        """Starts a program in this session; it, so that it can be killed."""
        started = subprocess.Popen(
            command,
            env={**self.environment, **environment},
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._to_end.callback(end, started)
        return started
