"""How a twitch happens: each step's picture with its words, side by side where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from twitchcheck.gui.look.figures import figure, paint_figure, screen_ink
from twitchcheck.gui.look.theme import tokens
from twitchcheck.gui.widgets.labels import framed, label, stack
from twitchcheck.gui.widgets.sentence_label import Citing
from twitchcheck.report.explained_topics import StepPart, TopicPart
from twitchcheck.report.pictures import Picture

_WIDTH = 12.4
"""The width of a picture, in units of the font size."""

_MARGIN = 12


def topic_content(topic: TopicPart, citing: Citing) -> QWidget:
    """A topic's sentences, and its steps drawn below them where it has some."""
    said = citing.stack(topic.statements)
    return stack(said, TwitchFigure(topic.steps, citing), spacing=8) if topic.steps else said


class TwitchFigure(QWidget):
    """The steps in as many columns as fit, numbered."""

    def __init__(self, steps: Sequence[StepPart], citing: Citing) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 6, 0, 6)
        self._grid.setSpacing(14)
        self._columns = 0
        self._steps = [
            _card(_StepPicture(step.picture), label(f"Step {number}", "kicker"), citing.label(step.said))
            for number, step in enumerate(steps, 1)
        ]
        self._place(len(self._steps))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chooses one row, two columns, or one."""
        step = self.font().pixelSize() * _WIDTH + 2 * _MARGIN
        space = self._grid.spacing()
        room = (event.size().width() + space) / (step + space)
        self._place(next((columns for columns in (len(self._steps), 2) if columns <= room), 1))
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column."""
        return QSize(0, super().minimumSizeHint().height())

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, step in enumerate(self._steps):
            self._grid.addWidget(step, place // columns, place % columns)
        for column in range(len(self._steps)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _card(picture: QWidget, *words: QWidget) -> QWidget:
    card = framed("card", picture, *words, margins=(_MARGIN, _MARGIN, _MARGIN, _MARGIN))
    layout = card.layout()
    if isinstance(layout, QVBoxLayout):
        layout.addStretch(1)
    return card


class _StepPicture(QWidget):
    """One painted picture, as large as the text asks for, in the colours of now."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._figure = figure(picture.figure)
        self.setAccessibleName(f"Picture: {picture.shows}")
        width = self.font().pixelSize() * _WIDTH
        self.setFixedSize(round(width), round(width * self._figure.height / self._figure.width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture."""
        paint_figure(QPainter(self), self._figure, QRectF(self.rect()), screen_ink, QColor(tokens().ink), self.font())
