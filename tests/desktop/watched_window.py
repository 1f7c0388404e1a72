"""The real window with somebody inside who looks on: `python -m tests.desktop.watched_window REPORT`.

Twenty times a second it writes what it has seen to the file REPORT. As problems it notes what raises, what Qt warns of,
an answer that changes after nothing but a turn of the wheel, and a keyboard that a key has moved out of sight. A window
that was closed comes back, and nothing is opened outside.
"""

import json
import sys
import traceback
from collections import deque
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QPoint, QTimer, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from twitchcheck.app import read_stored
from twitchcheck.content import compiled
from twitchcheck.gui.application import application, make_window
from twitchcheck.gui.main_window import MainWindow
from twitchcheck.resource_files import content_folder

INPUTS = {
    QEvent.Type.KeyPress: "key",
    QEvent.Type.MouseButtonPress: "click",
    QEvent.Type.MouseButtonRelease: "click",
    QEvent.Type.Wheel: "wheel",
}

_SETTLED = 150
"""Milliseconds after which the page has scrolled to what has the keyboard."""


class Watcher(QObject):
    """Sees every event before it arrives."""

    def __init__(self, window: MainWindow, report: Path) -> None:
        super().__init__(window)
        self._window = window
        self._report = report
        self._last = ""
        self._answers = dict(window.session.answers)
        self._seen = {"beat": 0, "key": 0, "click": 0, "wheel": 0, "answers": 0}
        self._pages: set[str] = set()
        self._recent: deque[str] = deque(maxlen=12)
        self.problems: list[str] = []
        window.session.changed.connect(self._look_at_answers)
        window.session.exchanged.connect(self._note_answers)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell)
        self._timer.start(50)

    def problem(self, what: str) -> None:
        """Notes a problem, and what led to it."""
        window = self._window
        looks = f"{window.width()}x{window.height()}, text at {window.theme.text_size} %"
        self.problems.append(f"{what}; after {' '.join(self._recent)}; {looks}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes what a hand did last."""
        kind = INPUTS.get(event.type())
        if kind is not None and event.spontaneous() and watched.isWindowType():
            self._last = kind
            self._seen[kind] += 1
            self._recent.append(_key(event) if isinstance(event, QKeyEvent) else kind)
        return False

    def look_at_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Looks where the keyboard has gone by a key; not where it comes back to after another window had it."""
        if now is not None and before is not None and self._last == "key":
            inputs = self._inputs()
            QTimer.singleShot(_SETTLED, now, lambda: self._must_be_seen(now, inputs))

    def _must_be_seen(self, now: QWidget, inputs: int) -> None:
        # After one more key, the page may have been scrolled away from it on purpose.
        there = now is QApplication.focusWidget() and now.isVisible() and self._inputs() == inputs
        if there and now.visibleRegion().isEmpty() and now.window() is QApplication.activeWindow():
            name = now.objectName() or type(now).__name__
            self.problem(f"out of sight: {name} on {self._page()}, {_place(now)}")

    def _inputs(self) -> int:
        return sum(self._seen[kind] for kind in set(INPUTS.values()))

    def _look_at_answers(self) -> None:
        answers = dict(self._window.session.answers)
        if answers != self._answers:
            self._seen["answers"] += 1
            if self._last == "wheel":
                changed = [one for one in {*answers, *self._answers} if answers.get(one) != self._answers.get(one)]
                self.problem(f"changed by the wheel: {changed}")
        self._answers = answers

    def _note_answers(self) -> None:
        self._answers = dict(self._window.session.answers)

    def _page(self) -> str:
        return "interruption" if self._window.interrupted else self._window.wizard.current_page().objectName()

    def _tell(self) -> None:
        if not self._window.isVisible():
            self._window.show()
        self._seen["beat"] += 1
        self._pages.add(self._page())
        told = {**self._seen, "page": self._page(), "pages": sorted(self._pages), "problems": self.problems}
        beside = self._report.with_suffix(".new")
        beside.write_text(json.dumps(told), encoding="utf-8")
        beside.replace(self._report)


def _place(widget: QWidget) -> str:
    """Where it is on the page, and which part of the page shows."""
    around: QWidget | None = widget
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is None or (content := around.widget()) is None:
        return "which does not scroll"
    top, from_ = widget.mapTo(content, QPoint(0, 0)).y(), around.verticalScrollBar().value()
    return f"from {top} to {top + widget.height()} where {from_} to {from_ + around.viewport().height()} shows"


def _key(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)


def main(report: Path) -> int:
    """Shows the window until it is ended from outside."""
    app = application(["twitchcheck"])
    app.setQuitOnLastWindowClosed(False)
    protocol = compiled.load(content_folder())
    window = make_window(app, protocol, partial(read_stored, protocol), date.today)
    watcher = Watcher(window, report)

    def note_crash(kind: type[BaseException], error: BaseException, trace: object) -> None:
        watcher.problem("".join(traceback.format_exception(error)))

    def note_warning(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "propagateSizeHints" not in message:
            watcher.problem(f"Qt: {message}")

    sys.excepthook = note_crash
    qInstallMessageHandler(note_warning)
    app.installEventFilter(watcher)
    app.focusChanged.connect(watcher.look_at_focus)
    window.show()
    return app.exec()


if __name__ == "__main__":
    QDesktopServices.openUrl = staticmethod(lambda url: isinstance(url, QUrl))  # type: ignore[method-assign]
    sys.exit(main(Path(sys.argv[1])))
