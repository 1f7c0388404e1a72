"""The first page: what the check is, what it is not, and that nothing leaves the computer."""

from PySide6.QtWidgets import QVBoxLayout

from twitchcheck.gui.pages.check_page import CheckPage, opening
from twitchcheck.gui.pages.country_choice import CountryChoice
from twitchcheck.gui.state.preferences import Preferences
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import framed, label, note
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.report.emergency_view import whom_to_ring

_CARD = (22, 16, 22, 16)


class StartPage(CheckPage):
    """Says what to expect, in the words of the content."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__(session, "page.start")
        self._preferences = preferences

    def spoken(self) -> str:
        """The name and every sentence, since there is nothing else to read."""
        protocol = self.session.protocol
        texts = [one.text for one in protocol.edition.intended_use]
        if protocol.overdue(self.session.today()):
            texts.append(protocol.edition.overdue.text)
        return " ".join(("Muscle twitch self-check.", *texts))

    def fill(self, column: QVBoxLayout) -> None:
        """Adds the sentences of the intended use."""
        edition = self.session.protocol.edition
        first, *others = (self.session.worded(statement.text) for statement in edition.intended_use)
        opening(
            column,
            label("Welcome", "kicker"),
            label("Muscle twitch self-check", "heading", "heading"),
            label(first, "lead"),
        )
        column.addSpacing(22)
        for text in others:
            spaced(column, 10, framed("card", label(text), margins=_CARD))
        protocol = self.session.protocol
        self._call = label("", "strong", "emergencyNumber")
        country = CountryChoice(protocol, self._preferences)
        country.chosen.connect(self._show_number)
        self._show_number()
        spaced(column, 10, framed("card", self._call, country, margins=_CARD))
        if protocol.overdue(self.session.today()):
            spaced(column, 10, note(label(edition.overdue.text, "calm")))
        keys = "Small print? Ctrl and + make the text larger. Tab moves, Space ticks, Enter goes on."
        spaced(column, 22, note(label(keys, "calm")))

    def _show_number(self) -> None:
        protocol = self.session.protocol
        number = protocol.emergency_number(self._preferences.country)
        self._call.setText(f"In an emergency, call {whom_to_ring(protocol, number)} now. ({number.name})")
