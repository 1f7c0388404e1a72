"""A row of small cells to choose one from: the numbers of a short scale, or the units of a duration."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from twitchcheck.gui.look.theme import scaled, tokens
from twitchcheck.gui.widgets.arrow_keys import let_tab_stop_at, move, step_along, step_down
from twitchcheck.gui.widgets.labels import without_key
from twitchcheck.gui.widgets.painted_button import PaintedButton


class _Cell(PaintedButton, QRadioButton):
    def __init__(self, text: str, name: str, spoken: str) -> None:
        super().__init__(text)
        without_key(self)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(max(text + 24, round(self.font().pixelSize() * 2.6)), round(self.font().pixelSize() * 2.8))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 12, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_along(event, self) or step_down(event)
        if step:
            move(self.group().buttons(), step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ringed = self.is_ringed()
        # The ring keeps away from a chosen cell, whose colour is too near to its own.
        inset = 5 if ringed and chosen else 2
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        ground = colours.primary if chosen else colours.tint if self.underMouse() else colours.card
        painter.setPen(QPen(QColor(colours.primary if chosen else colours.edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, 8, 8)
        if ringed:
            painter.setPen(QPen(QColor(colours.ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.setPen(QColor(colours.on_primary if chosen else colours.ink))
        painter.setFont(scaled(self.font(), 1.0, QFont.Weight.DemiBold if chosen else QFont.Weight.Medium))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class CellRow(QWidget):
    """Radio buttons side by side. `chosen` carries the place of the cell that the person chose."""

    chosen = Signal(int)

    def __init__(self, texts: Sequence[str], names: Sequence[str], spoken: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for place, (text, name, said) in enumerate(zip(texts, names, spoken, strict=True)):
            cell = _Cell(text, name, said)
            self._group.addButton(cell, place)
            layout.addWidget(cell)
        # Not idClicked, which a screen reader's own "toggle" does not send.
        self._group.idToggled.connect(lambda place, on: self.chosen.emit(place) if on else None)

    def choose(self, place: int | None) -> None:
        """Marks one cell, or none, without telling anybody."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for cell in self._group.buttons():
            cell.setChecked(self._group.id(cell) == place)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        let_tab_stop_at(self.first(), self._group.buttons())

    def place(self) -> int | None:
        """The place of the chosen cell, None when there is none."""
        place = self._group.checkedId()
        return None if place < 0 else place

    def first(self) -> QWidget:
        """Where the keyboard comes in."""
        return self._group.checkedButton() or self._group.buttons()[0]
