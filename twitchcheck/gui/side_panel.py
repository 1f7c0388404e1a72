"""The dark panel at the side: the parts of the check as steps, and the promise at its foot."""

from collections.abc import Collection, Sequence
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from twitchcheck.gui.look.marks import paint_tick, placed
from twitchcheck.gui.look.theme import scaled, tokens
from twitchcheck.gui.widgets.labels import label


class _State(Enum):
    DONE = "done"
    CURRENT = "current part"
    AHEAD = "to come"


class _Step(QLabel):
    """One part: a badge with its number or a tick, and its title."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number = number
        self._title = title
        self._shown: tuple[object, ...] = ()
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_state(_State.AHEAD)

    def show_state(self, state: _State) -> None:
        """Paints the step as done, current or still to come."""
        from_left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        shown = (state, self._badge(), from_left, tokens())
        if shown == self._shown:  # most pages change no step, and each that is set anew is laid out anew
            return
        self._state, self._shown = state, shown
        self.setText(self._title)
        self.setAccessibleName(f"{self._number}. {self._title}: {state.value}")
        beside = round(self._badge()) + 12
        self.setContentsMargins(beside if from_left else 0, 0, 0 if from_left else beside, 0)
        self.setMinimumHeight(round(self._badge()) + 2)
        # Only for the current one, since each style sheet of a widget's own is parsed and applied by itself.
        current = f"QLabel {{ color: {tokens().panel_ink}; font-weight: 600; }}"
        self.setStyleSheet(current if state is _State.CURRENT else "")

    def _badge(self) -> float:
        return self.font().pixelSize() * 1.74

    def paintEvent(self, event: QPaintEvent) -> None:
        """The badge, then the title."""
        super().paintEvent(event)
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._badge()
        area = placed(self, QRectF(1, (self.height() - size) / 2, size, size).adjusted(0.5, 0.5, -0.5, -0.5))
        current, done = self._state is _State.CURRENT, self._state is _State.DONE
        painter.setPen(Qt.PenStyle.NoPen if current or done else QPen(QColor(colours.panel_soft), 1))
        fill = colours.panel_ink if current else colours.panel_done if done else None
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area)
        if done:
            paint_tick(painter, area.adjusted(2, 2, -2, -2), QColor(colours.panel_ink))
            return
        painter.setPen(QColor(colours.panel if current else colours.panel_soft))
        painter.setFont(scaled(self.font(), 0.87, QFont.Weight.DemiBold if current else QFont.Weight.Normal))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))


def _gap(height: int) -> QSpacerItem:
    """Space that gives way where the words need the height."""
    return QSpacerItem(0, height, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)


class SidePanel(QWidget):
    """Shows where in the check the person is."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 28, 18, 28)
        column.setSpacing(0)
        column.addWidget(label("TwitchCheck", name="appTitle"))
        column.addSpacing(6)
        column.addWidget(label("Muscle twitch self-check", name="appSubtitle"))
        column.addSpacerItem(_gap(44))
        self._steps = [_Step(number, title) for number, title in enumerate(titles, 1)]
        for step in self._steps:
            column.addWidget(step)
            column.addSpacerItem(_gap(16))
        column.addStretch(1)
        column.addWidget(label("Nothing leaves this computer.", name="privacy"))

    def show_place(self, current: int, done: Collection[int] = ()) -> None:
        """Marks the step at place `current`; those before it are done, and those at the places `done`. -1 is before the
        first."""
        for place, step in enumerate(self._steps):
            passed = place < current or place in done
            step.show_state(_State.CURRENT if place == current else _State.DONE if passed else _State.AHEAD)

    def fit(self, window_width: int) -> None:
        """Leaves more room for the page in a small window, all of it where the text is large for the window."""
        em = self.font().pixelSize()
        self.setHidden(window_width < em * 46)
        self.setFixedWidth(round(em * (16.5 if window_width > em * 63 else 14.8)))
