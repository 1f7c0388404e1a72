"""Sets up the Qt application: name, fonts, look, and what happens when something unforeseen goes wrong."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QSettings,
    QSocketNotifier,
    QStandardPaths,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent, QFontDatabase, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from twitchcheck import __version__
from twitchcheck.gui.look.theme import Theme
from twitchcheck.gui.main_window import MainWindow, ReadStored
from twitchcheck.gui.state.preferences import Preferences
from twitchcheck.resource_files import resource_folder
from twitchcheck.rules.protocol import TriageProtocol
from twitchcheck.terminal import WHAT_TO_INSTALL, tell

_PAGE_IS_PAINTED = 100
"""Milliseconds after which the first page has surely been painted; sooner does no harm but to the wait."""

_LOOK_EVERY = 300
"""Milliseconds between two looks where the system does not wake the event loop."""


def run(
    protocol: TriageProtocol, read_stored: ReadStored, file: Path | None, today: Callable[[], date] = date.today
) -> int:
    """Shows the window until it is closed, with what is in `file` if there is one; returns the exit code."""
    ends_at_once()  # until there is a window, there is nothing to lose
    qInstallMessageHandler(_say_why_nothing_opens)
    app = application(sys.argv[:1])
    qInstallMessageHandler(None)
    window = make_window(app, protocol, read_stored, today)

    def report_crash(kind: type[BaseException], error: BaseException, trace: object) -> None:
        from twitchcheck.gui.crash_dialog import CrashDialog, crash_details

        details = crash_details(error, protocol.version)
        tell(details)
        CrashDialog(details, window).exec()

    sys.excepthook = report_crash
    CtrlC(app, window)
    window.show()
    app.file_wanted.connect(window.open_file)
    if file is not None:
        window.open_file(file)
    # Zero milliseconds would be before the first page is painted, and reading an SVG takes longer than painting it.
    QTimer.singleShot(_PAGE_IS_PAINTED, lambda: set_icon(app))
    return app.exec()


def set_icon(app: QApplication) -> None:
    """Gives the windows their icon."""
    from PySide6.QtGui import QIcon

    app.setWindowIcon(QIcon(str(resource_folder() / "icons" / "twitchcheck.svg")))


def _say_why_nothing_opens(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """One line in place of Qt's own: without a display or one of its libraries Qt says six and aborts."""
    if kind is QtMsgType.QtFatalMsg:
        tell(f"The window can't open: there is no display, or a system library is missing. {WHAT_TO_INSTALL}")
        os._exit(1)


def ends_at_once() -> None:
    """Leaves Ctrl+C to the system, which ends the program whatever it is busy with."""
    if not _is_ignored():
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _is_ignored() -> bool:
    """Whether the shell started the program in the background, where Ctrl+C is meant for another."""
    return signal.getsignal(signal.SIGINT) is signal.SIG_IGN


class CtrlC(QObject):
    """Ctrl+C in the terminal where the window was started: closes as "Quit" does; a second one ends it at once.

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


class Application(QApplication):
    """`file_wanted` carries a file that was double-clicked while the program runs, as macOS tells it."""

    file_wanted = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Passes on the wish to open a file."""
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)


def application(arguments: list[str]) -> Application:
    """The QApplication with its name, style and fonts."""
    QCoreApplication.setApplicationName("TwitchCheck")
    QCoreApplication.setOrganizationName("TwitchCheck")
    QCoreApplication.setApplicationVersion(__version__)
    _keep_settings_together()
    # The native styles bring their own metrics and, on Windows, a wizard that breaks dark mode. Asked for here,
    # since QApplication.setStyle first makes another style and then a wrapper with every enumeration of QStyle.
    app = Application([*arguments, "-style", "Fusion"])
    app.setApplicationDisplayName("TwitchCheck")
    app.setDesktopFileName("twitchcheck")
    reach_everything(app.styleHints())
    load_fonts()
    return app


def reach_everything(hints: QStyleHints) -> None:
    """Has Tab lead to every button and answer: macOS leaves out all but lists and texts, unless it is told."""
    hints.setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)


def _keep_settings_together() -> None:
    """Has Qt's file dialog remember its folders in a file beside ours, not where all Qt programs can read them."""
    settings = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, f"{settings}/TwitchCheck")


def load_fonts() -> None:
    """Makes the bundled fonts known, so that screen and paper look the same everywhere."""
    for font in sorted((resource_folder() / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(font))


def make_window(
    app: QApplication, protocol: TriageProtocol, read_stored: ReadStored, today: Callable[[], date]
) -> MainWindow:
    """The main window with the remembered look."""
    preferences = Preferences()
    theme = Theme(app, preferences.scheme, preferences.text_size)
    return MainWindow(protocol, preferences, theme, read_stored, today)
