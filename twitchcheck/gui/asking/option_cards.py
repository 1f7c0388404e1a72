"""Answer options as rows that can be clicked anywhere: real radio buttons and check boxes, painted anew."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from twitchcheck.gui.look.marks import paint_check_mark, paint_radio_mark, paint_row, placed, reached_by_keyboard
from twitchcheck.gui.look.theme import scaled, tokens
from twitchcheck.gui.widgets.arrow_keys import move, step_along, step_down
from twitchcheck.questionnaire.items import AnswerOption

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


if TYPE_CHECKING:
    _ButtonMethods = QAbstractButton
else:
    # Two Qt classes cannot be parents of one: at run time the shared part is a plain class.
    _ButtonMethods = object


class _Card(_ButtonMethods):
    """The painting and measuring that radio and check rows share. Used beside a Qt button class."""

    def set_up(self, text: str, hint: str, compact: bool) -> None:
        """Gives the row its words; `compact` rows stand closer together in long lists."""
        self._hint = hint
        self._compact = compact
        self._ringed = False
        self._measured: dict[tuple[int, int], tuple[QRect, QRect]] = {}
        self._made_fonts: dict[int, tuple[QFont, QFont]] = {}
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def reword(self, text: str) -> None:
        """Gives the row other words."""
        if text != self.text():
            self._measured.clear()
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def _mark(self) -> float:
        return self.font().pixelSize() * 1.3

    def _text_left(self) -> int:
        return round(18 + self._mark() + 14)

    def _padding(self) -> int:
        return 8 if self._compact else 13

    def _fonts(self) -> tuple[QFont, QFont]:
        size = self.font().pixelSize()
        if size not in self._made_fonts:
            self._made_fonts[size] = scaled(self.font(), 1.0, QFont.Weight.Medium), scaled(self.font(), 0.87)
        return self._made_fonts[size]

    def _text_rects(self, width: int) -> tuple[QRect, QRect]:
        """Where text and hint go in a row of this width, before it is centred; layouts ask for it very often."""
        key = (width, self.font().pixelSize())
        if key not in self._measured:
            self._measured[key] = self._measure(width)
        return self._measured[key]

    def _measure(self, width: int) -> tuple[QRect, QRect]:
        room = QRect(self._text_left(), 0, max(40, width - self._text_left() - 18), 10_000)
        text_font, hint_font = self._fonts()
        text = QFontMetrics(text_font).boundingRect(room, int(_WRAP), self.text())
        text = QRect(room.left(), 0, room.width(), text.height())
        if not self._hint:
            return text, QRect()
        hint = QFontMetrics(hint_font).boundingRect(room, int(_WRAP), self._hint)
        return text, QRect(room.left(), text.height() + 3, room.width(), hint.height())

    def heightForWidth(self, width: int) -> int:
        """The height that the wrapped words need."""
        return max(self._words_height(width), round(self._mark())) + 2 * self._padding()

    def _words_height(self, width: int) -> int:
        text, hint = self._text_rects(width)
        return text.united(hint).height()

    def hasHeightForWidth(self) -> bool:
        """Rows grow when their words wrap."""
        return True

    def sizeHint(self) -> QSize:
        """A comfortable width; the layout stretches it."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        text_font, _ = self._fonts()
        words = QFontMetrics(text_font).boundingRect(QRect(0, 0, 1, 10_000), int(_WRAP), self.text())
        return QSize(self._text_left() + words.width() + 18, self._padding() * 2 + round(self._mark()))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row can be clicked."""
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring for people who use the keyboard."""
        self._ringed = reached_by_keyboard(event)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Row, mark, text and hint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        size = self._mark()
        self.paint_mark(painter, placed(self, QRectF(18, (self.height() - size) / 2, size, size)))
        text, hint = self._text_rects(self.width())
        down = (self.height() - self._words_height(self.width())) // 2
        text_font, hint_font = self._fonts()
        painter.setPen(QColor(tokens().ink))
        painter.setFont(text_font)
        painter.drawText(placed(self, QRectF(text.translated(0, down))), int(_WRAP), self.text())
        painter.setPen(QColor(tokens().soft_ink))
        painter.setFont(hint_font)
        painter.drawText(placed(self, QRectF(hint.translated(0, down))), int(_WRAP), self._hint)

    def is_ringed(self) -> bool:
        """Whether the row has the keyboard and shows it."""
        return self.hasFocus() and self._ringed

    def paint_ground(self, painter: QPainter) -> None:
        """The ground of the row."""
        paint_row(painter, self.rect(), chosen=self.isChecked(), hovered=self.underMouse(), ringed=self.is_ringed())

    def paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        """The mark at the beginning of the row."""
        raise NotImplementedError


class RadioCard(_Card, QRadioButton):
    """One of several answers. Arrows move the keyboard and choose nothing: a slip on the way is no answer."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves to the neighbour."""
        step = step_down(event) or step_along(event, self)
        if step:
            move(self.group().buttons(), step)
        else:
            super().keyPressEvent(event)

    def paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        """A circle with a dot."""
        paint_radio_mark(painter, rect, self.isChecked())


class CheckCard(_Card, QCheckBox):
    """An answer that may stand beside others. Up and Down lead from row to row of the whole page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves to the row above or below."""
        step = step_down(event)
        if step:
            move(rows_of_page(self), step)
        else:
            super().keyPressEvent(event)

    def paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        """A box with a tick."""
        paint_check_mark(painter, rect, self.isChecked())


def rows_of_page(widget: QWidget) -> list[CheckCard]:
    """All rows to tick that can be seen on the page of `widget`, from the top down."""
    page = widget
    while (holder := page.parentWidget()) is not None and not page.isWindow():
        page = holder
    shown = [one for one in page.findChildren(CheckCard) if one.isVisible()]
    return sorted(shown, key=lambda one: one.mapTo(page, QPoint(0, 0)).toTuple()[::-1])


def card(
    several: bool, item_id: str, option: AnswerOption, text: str, hint: str, compact: bool
) -> RadioCard | CheckCard:
    """The row for one option, found by tests as `item.option`."""
    made = CheckCard() if several else RadioCard()
    made.set_up(text, hint, compact)
    made.setObjectName(f"{item_id}.{option.id}")
    return made
