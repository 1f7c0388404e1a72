"""A desktop of its own: a screen, a window manager and a session bus, with nothing of the person who runs the tests."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from tests.desktop.tools import needs, until


class DesktopSession:
    """Ends everything that was started in it. `environment` leads programs there; `home` is a new folder,
    `runtime` one for sockets."""

    def __init__(self, home: Path) -> None:
        needs("Xvfb", "openbox", "dbus-daemon", "xdotool")
        self.home = home
        # Not in the folder of the test: the path of a socket must be short.
        self._runtime = tempfile.TemporaryDirectory(prefix="desktop-")
        self.runtime = runtime = Path(self._runtime.name)
        self._started: list[subprocess.Popen[bytes]] = []
        self.environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def __enter__(self) -> "DesktopSession":
        with ExitStack() as undone:
            undone.callback(self.close)
            self._begin()
            undone.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends everything, the newest first."""
        while self._started:
            end(self._started.pop())
        self._runtime.cleanup()

    def start(self, command: Sequence[str], **environment: str) -> subprocess.Popen[bytes]:
        """Starts a program in this session."""
        started = subprocess.Popen(
            command,
            env={**self.environment, **environment},
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._started.append(started)
        return started

    def run(self, *command: str, **environment: str) -> str:
        """What a program says that ends by itself; empty where it fails."""
        done = subprocess.run(
            command, env={**self.environment, **environment}, cwd=self.home, capture_output=True, text=True, check=False
        )
        return done.stdout if done.returncode == 0 else ""

    def _begin(self) -> None:
        self.environment["DISPLAY"] = self._screen()
        # What belongs to the desktop writes its own files elsewhere.
        elsewhere = {"HOME": str(self.runtime)}
        self.start(["dbus-daemon", "--session", "--nofork", "--address", f"unix:path={self.runtime}/bus"], **elsewhere)
        until((self.runtime / "bus").exists, "the session bus")
        self.start(["openbox"], **elsewhere)
        until(self._managed, "the window manager")

    def _screen(self) -> str:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
        command.append("-noreset")  # else it turns away whoever connects while the last other program leaves
        self._started.append(subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as number:
            return f":{number.readline().strip()}"

    def _managed(self) -> bool:
        return bool(self.run("xdotool", "get_num_desktops"))


def end(started: subprocess.Popen[bytes]) -> None:
    """Ends a program and waits for that."""
    started.terminate()
    try:
        started.wait(10)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()
