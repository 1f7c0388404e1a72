"""Answer options as rows that can be clicked anywhere: real radio buttons and check boxes, painted anew."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from twitchcheck.gui.look.marks import paint_check_mark, paint_radio_mark, paint_row, placed
from twitchcheck.gui.look.theme import scaled, tokens
from twitchcheck.gui.widgets.arrow_keys import move, step_along, step_down
from twitchcheck.gui.widgets.labels import without_key
from twitchcheck.gui.widgets.painted_button import PaintedButton
from twitchcheck.questionnaire.items import AnswerOption

NONE_KEY = "n"
"""With Alt it says "none of these", wherever the keyboard is on the page."""

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ENDLESS = QRect(0, 0, 10_000, 10_000)


class _Card(PaintedButton):
    """The painting and measuring that radio and check rows share. Used beside a Qt button class."""

    def set_up(self, text: str, hint: str, compact: bool, key: str = "") -> None:
        """Gives the row its words; `compact` rows stand closer together in long lists. With Alt and `key`, which is
        underlined in the words, it is clicked."""
        self._key = key
        self._hint = hint
        self._compact = compact
        self._measured: dict[tuple[int, int], tuple[QRect, QRect]] = {}
        self._lines: dict[int, tuple[QSize, QSize]] = {}
        self._longest: dict[int, int] = {}
        self._made_fonts: dict[int, tuple[QFont, QFont]] = {}
        self._say(text)
        if key:
            # Not the button's own, with which Qt clicks a tenth of a second later, when Enter may have been pressed.
            shortcut = QShortcut(QKeySequence(f"Alt+{key.upper()}"), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.click)
        if hint:
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
            self._lines.clear()
            self._longest.clear()
            self._say(text)
            self.updateGeometry()

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        without_key(self)

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
        lines = zip((self.text(), self._hint), self._fonts(), self._each_in_one_line(), strict=True)
        text, hint = (
            line.height() if line.width() <= room.width() else _wrapped(words, font, room).height()
            for words, font, line in lines
        )
        below = QRect(room.left(), text + 3, room.width(), hint) if self._hint else QRect()
        return QRect(room.left(), 0, room.width(), text), below

    def _each_in_one_line(self) -> tuple[QSize, QSize]:
        """How large text and hint are while neither wraps, whatever the width; measured once for a size of text."""
        size = self.font().pixelSize()
        if size not in self._lines:
            text_font, hint_font = self._fonts()
            hint = _wrapped(self._hint, hint_font, _ENDLESS).size() if self._hint else QSize(0, 0)
            self._lines[size] = _wrapped(self.text(), text_font, _ENDLESS).size(), hint
        return self._lines[size]

    def heightForWidth(self, width: int) -> int:
        """The height that the wrapped words need."""
        return max(self._words_height(width), round(self._mark())) + 2 * self._padding()

    def _words_height(self, width: int) -> int:
        text, hint = self._text_rects(width)
        return text.united(hint).height()

    def sizeHint(self) -> QSize:
        """A comfortable width; the layout stretches it, and asks for the height of the width that it gives."""
        return QSize(420, self._least_height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        size = self.font().pixelSize()
        if size not in self._longest:
            self._longest[size] = _wrapped(self.text(), self._fonts()[0], QRect(0, 0, 1, 10_000)).width()
        return QSize(self._text_left() + self._longest[size] + 18, self._least_height())

    def _least_height(self) -> int:
        return round(self._mark()) + 2 * self._padding()

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
        self._paint_words(painter, placed(self, QRectF(text.translated(0, down))))
        if self._hint:
            painter.setPen(QColor(tokens().soft_ink))
            painter.setFont(hint_font)
            painter.drawText(placed(self, QRectF(hint.translated(0, down))), int(_WRAP), self._hint)

    def width_in_one_line(self) -> int:
        """How wide the row is with its words on one line."""
        text_font, _ = self._fonts()
        return self._text_left() + QFontMetrics(text_font).horizontalAdvance(self.text()) + 18 + 2

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        """The words, in which the key is underlined."""
        place = self.text().lower().find(self._key) if self._key else -1
        before, after = (
            part.replace("&", "&&") for part in (self.text()[: max(place, 0)], self.text()[max(place, 0) :])
        )
        words = f"{before}{'&' if place >= 0 else ''}{after}"
        painter.drawText(area, int(_WRAP | Qt.TextFlag.TextShowMnemonic), words)

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


def _wrapped(words: str, font: QFont, room: QRect) -> QRect:
    return QFontMetrics(font).boundingRect(room, int(_WRAP), words)


def rows_of_page(widget: QWidget) -> list[CheckCard]:
    """All rows to tick that can be seen on the page of `widget`, from the top down."""
    page = widget
    while (holder := page.parentWidget()) is not None and not page.isWindow():
        page = holder
    shown = [one for one in page.findChildren(CheckCard) if one.isVisible()]
    return sorted(shown, key=lambda one: one.mapTo(page, QPoint(0, 0)).toTuple()[::-1])


def card(
    several: bool, item_id: str, option: AnswerOption, text: str, hint: str, compact: bool, key: str = ""
) -> RadioCard | CheckCard:
    """The row for one option, found by tests as `item.option`."""
    made = CheckCard() if several else RadioCard()
    made.set_up(text, hint, compact, key)
    made.setObjectName(f"{item_id}.{option.id}")
    return made
