"""The body beside a list of places: what is clicked on it is ticked in the list, and what is ticked is coloured.

It is a second way for the mouse. Keys and screen readers use the list, so the map takes no focus and only says
what is marked.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from twitchcheck.gui.look.figures import Figure, Ink, Shape, figure, paint_figure, screen_ink
from twitchcheck.gui.look.theme import scaled, tokens
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import framed, label
from twitchcheck.questionnaire.answers import Answers, toggled
from twitchcheck.questionnaire.items import Item

WIDTH = 400
"""Pixels of the drawing: the smallest place on it, an eyelid, can then be hit like a button of 24 by 24."""

SLACK = 4.0
"""How far beside a place, in pixels, a click still counts for it."""

_GAP = 28
_ITEMS = 19
"""The least width of the items beside the map, in units of the font size."""

_INVITATION = "Click here, or tick the list. Left and right are asked below."


class BodyMap(QWidget):
    """The figure with the places of one list. `answered` tells the item's id and its new answer."""

    answered = Signal(str, object)

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__()
        assert item.picture is not None
        self.setObjectName(f"map.{item.id}")
        self._item = item
        self._places = {option.id: session.worded(option.text) for option in item.options}
        self._figure = figure(item.picture)
        self._chosen: tuple[str, ...] = ()
        self._drawing = _Drawing(self._figure, self._places)
        self._drawing.setAccessibleName("Front and back of a body")
        self._drawing.clicked.connect(self._toggle)
        self._drawing.pointed.connect(self._name)
        self._named = label(_INVITATION, "hint", "mapLabel")
        self._named.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 8)
        column.addWidget(framed("card", self._drawing, self._named, margins=(14, 14, 14, 12)))
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_answers(self, answers: Answers) -> None:
        """Colours the places of the answer."""
        answer = answers.get(self._item.id)
        self._chosen = answer if isinstance(answer, tuple) else ()
        marked = [place for place in self._places if place in self._chosen]
        names = ", ".join(self._places[place] for place in marked) or "nothing"
        self._drawing.setAccessibleDescription(f"Marked: {names}. The list of places does the same.")
        self._drawing.mark(frozenset(marked))

    def _toggle(self, place: str) -> None:
        self.answered.emit(self._item.id, toggled(self._item, self._chosen, place) or None)

    def _name(self, place: str) -> None:
        self._named.setText(self._places.get(place, _INVITATION))


class _Drawing(QWidget):
    """The painted figure, and where the mouse is on it."""

    clicked = Signal(str)
    pointed = Signal(str)
    """The place under the mouse, "" beside all places."""

    def __init__(self, figure: Figure, places: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("mapDrawing")
        self._figure = figure
        self._places = places
        self._marked: frozenset[str] = frozenset()
        self._under = ""
        self._pressed = ""
        self.setMouseTracking(True)
        self.setFixedSize(QSize(WIDTH, round(figure.height * WIDTH / figure.width)))

    def mark(self, marked: frozenset[str]) -> None:
        """Colours these places and no others."""
        self._marked = marked
        self.update()

    def place_at(self, point: QPointF) -> str:
        """The place at a point of the widget, "" where there is none."""
        scale = self._figure.scale(QRectF(self.rect()))
        return self._figure.part_at(point / scale, self._places, SLACK / scale) or ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Names the place under the mouse."""
        self._point_at(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """No place is pointed at any more."""
        self._point_at("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers the place; it counts when the button is let go on the same one."""
        self._pressed = self.place_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tells the place."""
        if self._pressed and self._pressed == self.place_at(event.position()):
            self.clicked.emit(self._pressed)
        self._pressed = ""

    def event(self, event: QEvent) -> bool:
        """Shows the name of a place as a tool tip too."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._places.get(self._under, ""), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure in the colours of now. It is never mirrored: its left stays left, whatever way one reads."""
        word = QColor(tokens().soft_ink)
        paint_figure(QPainter(self), self._figure, QRectF(self.rect()), self._ink, word, scaled(self.font(), 0.87))

    def _point_at(self, place: str) -> None:
        if place == self._under:
            return
        self._under = place
        if place:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.pointed.emit(place)
        self.update()

    def _ink(self, shape: Shape) -> Ink:
        ink, colours = screen_ink(shape), tokens()
        if shape.look == "line" and shape.parts & self._marked:
            return Ink(outline=colours.card)
        if shape.look != "skin":
            return ink
        fill = colours.everywhere if shape.parts & self._marked else ink.fill
        if shape.part in self._marked:
            fill = colours.primary
        if shape.part and shape.part == self._under:
            return Ink(fill if shape.parts & self._marked else colours.tint, colours.primary)
        return Ink(fill, ink.outline)


class Beside(QWidget):
    """A map beside the items that it belongs to; where that is too narrow, the items alone."""

    def __init__(self, picture: QWidget, items: QWidget) -> None:
        super().__init__()
        self._picture = picture
        self._items = items
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(picture)
        row.addWidget(items, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows the map where the words of the items keep enough room."""
        left = event.size().width() - self._picture.sizeHint().width() - _GAP
        self._picture.setVisible(left >= max(self.font().pixelSize() * _ITEMS, self._items.minimumSizeHint().width()))
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the items alone."""
        return QSize(0, super().minimumSizeHint().height())
