"""Ctrl+C in the terminal where the window was started: it closes as "Quit" does, and a second one ends it at once."""

import os
import signal
import sys
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget

_LOOK_EVERY = 300
"""Milliseconds between two looks where the system does not wake the event loop."""


def ends_at_once() -> None:
    """Leaves Ctrl+C to the system, which ends the program whatever it is busy with."""
    if not _is_ignored():
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _is_ignored() -> bool:
    """Whether the shell started the program in the background, where Ctrl+C is meant for another."""
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN


class CtrlC(QObject):
    """Waits for Ctrl+C as long as there is the window.

    Python hears of a signal only when it runs, and an idle event loop runs nothing: the signal writes into a pipe that
    wakes the loop. Windows wakes nothing by a pipe, so a clock ticks there, where there is a terminal at all.
    """

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._pressed = False
        if _is_ignored():
            return
        if sys.platform != "win32":
            self._reading, writing = os.pipe()
            os.set_blocking(self._reading, False)
            os.set_blocking(writing, False)
            signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
            QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self).activated.connect(self._wake)
        elif sys.stderr is not None:
            clock = QTimer(self, interval=_LOOK_EVERY)
            clock.timeout.connect(self._look)
            clock.start()
        signal.signal(signal.SIGINT, self._note)

    def _note(self, *_: object) -> None:
        """Runs between any two steps of the program, so it closes nothing yet."""
        ends_at_once()
        self._pressed = True

    def _wake(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._reading, 64)
        self._look()

    def _look(self) -> None:
        """Closes every window, an open dialog first; where the person keeps the answers, all is as before."""
        if self._pressed:
            self._pressed = False
            self._app.closeAllWindows()
            if self._window.isVisible():
                signal.signal(signal.SIGINT, self._note)
