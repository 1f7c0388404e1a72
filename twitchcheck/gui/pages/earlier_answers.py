"""The note that answers are of an earlier day, and the way to go on with them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import framed, label, link
from twitchcheck.report.phrases import day_in_words


def earlier_note(session: Session, check_again: Callable[[], object]) -> QWidget | None:
    """The note for answers of an earlier day, None for those of today."""
    if session.answered_on is None:
        return None
    day = day_in_words(session.protocol, session.answered_on)
    again = link("Check again with these", "checkAgain")
    again.clicked.connect(check_again)
    words = label(f"These answers are of {day}. What you see is as it was on that day.", "strongCalm", "earlier")
    more = label("If you change one or check again, we ask about signs and the twitch anew.", "calm")
    return framed("note", words, more, again, margins=(18, 13, 18, 13))
