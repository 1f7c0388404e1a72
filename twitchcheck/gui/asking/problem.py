"""The sentence below a field that says what is wrong with what was typed; a screen reader hears it too."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from twitchcheck.gui.widgets.labels import announce, label


class Problem(QLabel):
    """Hidden while nothing is wrong with what stands in `field`, which has `hint` as its description besides."""

    def __init__(self, field: QWidget, hint: str) -> None:
        super().__init__()
        like = label("", "error")
        self.setTextFormat(like.textFormat())
        self.setWordWrap(True)
        self.setProperty("look", "error")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._field = field
        self._hint = hint
        field.setAccessibleDescription(hint)
        self.hide()

    def show_text(self, text: str) -> None:
        """Says it, aloud when it was not wrong before: nobody wants to hear it again with every key."""
        if text == self.text():
            return
        if text and not self.text():
            announce(self._field, text)
        self.setText(text)
        self.setVisible(bool(text))
        self._field.setAccessibleDescription(". ".join(part for part in (text.rstrip("."), self._hint) if part))
