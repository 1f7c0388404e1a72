"""Where the window opens and how large: all of it on the screen, its frame too, whatever was remembered."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

USUAL = QSize(1280, 800)
SMALLEST = QSize(640, 480)
FRAME = QSize(16, 48)
"""What the frame of a window takes at most; how much it really is shows only once it is on the screen."""


def place(window: QWidget) -> None:
    """Makes the window no larger than its screen and moves it there; on a tiny screen it may be below its smallest."""
    area = window.screen().availableGeometry()
    room = area.size() - FRAME
    window.setMinimumSize(SMALLEST.boundedTo(room))
    window.resize(window.size().boundedTo(room))
    frame = QRect(window.pos(), window.size() + FRAME)
    if not area.contains(frame):
        left = min(max(frame.left(), area.left()), area.right() + 1 - frame.width())
        top = min(max(frame.top(), area.top()), area.bottom() + 1 - frame.height())
        window.move(left, top)
