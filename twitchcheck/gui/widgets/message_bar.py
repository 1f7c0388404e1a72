"""A line at the top of the window that says how something went, until it is closed."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from twitchcheck.gui.widgets.labels import announce, label, link


class MessageBar(QFrame):
    """Calm when something worked, red-edged when it did not; never in the way."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("message")
        self._text = label("", name="messageText")
        close = link("Close", "closeMessage")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 10, 22, 10)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self.hide()

    def say(self, text: str, failed: bool) -> None:
        """Shows a message, and has it said aloud."""
        self.setProperty("look", "errors" if failed else "note")
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self.show()
        announce(self, text)
