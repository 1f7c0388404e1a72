"""What is cut off or too small to hit in a window: needed and given sizes compared."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from tests.gui.driver import CONTROLS
from twitchcheck.gui.widgets.labels import SMALLEST_TARGET


def misfits(root: QWidget) -> list[str]:
    """Everything visible below `root` that has less room than its words need, sticks out, or is a small target."""
    return [complaint for one in _visible(root) for complaint in _complaints(root, one)]


def _visible(root: QWidget) -> Iterator[QWidget]:
    """All visible widgets that are ours, from the outside in; not the parts that Qt makes fields of."""
    for child in root.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield child
            if not isinstance(child, QAbstractSpinBox | QComboBox | QLineEdit | QMenuBar):
                yield from _visible(child)


def _complaints(root: QWidget, widget: QWidget) -> Iterator[str]:
    need, given = needed(widget), widget.size()
    if need.width() > given.width() or need.height() > given.height():
        yield f"{named(widget)} needs {_size(need)} and has {_size(given)}"
    if is_outside(widget):
        yield f"{named(widget)} sticks out of {named(widget.parentWidget() or root)}"
    left = widget.mapTo(root, QPoint(0, 0)).x()
    if left < 0 or left + given.width() > root.width():
        yield f"{named(widget)} is from {left} to {left + given.width()} in a window {root.width()} wide"
    if isinstance(widget, CONTROLS) and min(given.width(), given.height()) < SMALLEST_TARGET:
        yield f"{named(widget)} is a small target: {_size(given)}"


def needed(widget: QWidget) -> QSize:
    """The room that the words of a widget need at its present width; nothing for a widget without words."""
    if isinstance(widget, QLabel):
        if not widget.text():
            return QSize(0, 0)
        return (
            QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
            if widget.wordWrap()
            else widget.sizeHint()
        )
    if isinstance(widget, QRadioButton | QCheckBox):
        return _answer_size(widget)
    if isinstance(widget, QAbstractButton):
        if widget.hasHeightForWidth():
            return QSize(widget.minimumSizeHint().width(), widget.heightForWidth(widget.width()))
        return widget.sizeHint()
    if isinstance(widget, QAbstractSpinBox):
        texts = (widget.textFromValue(value) for value in (widget.minimum(), widget.maximum()))  # type: ignore[attr-defined]
        return QSize(max(map(widget.fontMetrics().horizontalAdvance, texts)) + 12, widget.fontMetrics().height())
    if isinstance(widget, QComboBox | QLineEdit | QMenuBar):
        return widget.sizeHint()
    return QSize(0, 0)


def _answer_size(widget: QRadioButton | QCheckBox) -> QSize:
    """A painted answer: its widest word beside the mark, at the weight that a chosen one has."""
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold)
    widest = max(QFontMetrics(font).horizontalAdvance(word) for word in widget.text().split())
    if widget.hasHeightForWidth():
        return QSize(widest + widget.fontMetrics().height(), widget.heightForWidth(widget.width()))
    return QSize(QFontMetrics(font).horizontalAdvance(widget.text()) + 4, widget.fontMetrics().height())


def is_outside(widget: QWidget) -> bool:
    """Whether a widget reaches beyond its parent; what scrolls may do so upwards and downwards."""
    holder = widget.parentWidget()
    if holder is None:
        return False
    area = QRect(widget.pos(), widget.size())
    room = holder.rect()
    scroller = holder.parentWidget()
    if isinstance(scroller, QScrollArea) and scroller.viewport() is holder:
        return area.left() < room.left() or area.right() > room.right()
    return not room.contains(area) and not isinstance(scroller, QAbstractScrollArea)


def named(widget: QWidget) -> str:
    """A widget by its name or its words."""
    words = getattr(widget, "text", str)() if not isinstance(widget, QAbstractSpinBox) else ""
    return f"{type(widget).__name__} {widget.objectName() or words[:40]!r}"


def _size(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"
