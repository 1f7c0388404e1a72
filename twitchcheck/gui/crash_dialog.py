"""What the person sees when the program fails: kind words, and details that can be copied and tell no answers."""

import platform
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from twitchcheck import __version__
from twitchcheck.gui.widgets.labels import button, label


def crash_details(error: BaseException, content_version: str) -> str:
    """Type and place of an error with the versions. Messages and values are left out: they could quote answers."""
    frames = [
        f"  {frame.f_globals.get('__name__', '?')}:{line} in {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    return "\n".join(
        (
            f"TwitchCheck {__version__}, content {content_version}",
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
            type(error).__name__,
            *frames,
        )
    )


class CrashDialog(QDialog):
    """Says that something went wrong; the window stays open behind it."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash")
        self.setWindowTitle("Something went wrong")
        self._details = details
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setAccessibleName("Details of the error")
        copy = button("&Copy details", "copyDetails")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close = button("C&lose", "closeCrash", "primary")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 24, 26, 22)
        column.setSpacing(12)
        column.addWidget(label("Something went wrong", "big"))
        column.addWidget(
            label(
                "That should not have happened. Your answers are still there. If you wish to report it, "
                "copy the details. They hold none of your answers."
            )
        )
        column.addWidget(text)
        column.addLayout(row)
        em = self.font().pixelSize()
        self.resize(em * 37, em * 26)
