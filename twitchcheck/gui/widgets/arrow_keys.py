"""Arrow keys that move the keyboard from one answer to the next and choose nothing on the way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_DOWN_OR_UP = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TO_THE_SIDE = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def step_down(event: QKeyEvent) -> int:
    """1 for the key to the next row, -1 for the one before, 0 for any other key."""
    return 0 if event.modifiers() & _MODIFIERS else _DOWN_OR_UP.get(Qt.Key(event.key()), 0)


def step_along(event: QKeyEvent, widget: QWidget) -> int:
    """1 for the key along a line in the reading direction of `widget`, -1 for the way back, 0 for any other key."""
    step = 0 if event.modifiers() & _MODIFIERS else _TO_THE_SIDE.get(Qt.Key(event.key()), 0)
    return -step if widget.isRightToLeft() else step


def move(widgets: Sequence[QWidget], step: int) -> None:
    """Moves the keyboard from the one of `widgets` that has it to its neighbour, and no further than the ends."""
    places = [place for place, one in enumerate(widgets) if one.hasFocus()]
    if places and 0 <= places[0] + step < len(widgets):
        take_keyboard(widgets[places[0] + step], step)


def let_tab_stop_at(one: QWidget, widgets: Sequence[QWidget]) -> None:
    """Has the Tab key stop at `one` of several widgets, from which the arrows lead to the others."""
    for widget in widgets:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus if widget is one else Qt.FocusPolicy.ClickFocus)


def take_keyboard(widget: QWidget, step: int = 1) -> None:
    """Gives `widget` the keyboard as the Tab key does, and scrolls to it."""
    widget.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    if holder is not None:
        holder.ensureWidgetVisible(widget, 0, 30)
