"""The first page: what the check is, what it is not, and that nothing leaves the computer. Of a file that holds checks
it tells the last one instead, and what to do next."""

from PySide6.QtCore import Signal
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

    see_last_wanted = Signal()
    plan_wanted = Signal()
    former_plan_wanted = Signal(object)
    """Carries the plan that was put away and is to be looked at."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__(session, "page.start")
        self._preferences = preferences

    def spoken(self) -> str:
        """The name and every sentence, since there is nothing else to read."""
        if self.session.is_kept:
            from twitchcheck.gui.pages.record_cards import record_words

            return record_words(self.session)
        protocol = self.session.protocol
        texts = [one.text for one in protocol.edition.intended_use]
        if protocol.overdue(self.session.today()):
            texts.append(protocol.edition.overdue.text)
        return " ".join(("Muscle twitch self-check.", *texts))

    def fill(self, column: QVBoxLayout) -> None:
        """Adds what the file holds, or else the sentences of the intended use."""
        if self.session.is_kept:
            from twitchcheck.gui.pages.record_cards import add_record

            ways = (self.see_last_wanted.emit, self.plan_wanted.emit, self.former_plan_wanted.emit)
            add_record(self, column, *ways)
        else:
            self._welcome(column)
        self._add_number(column)
        protocol = self.session.protocol
        if protocol.overdue(self.session.today()):
            spaced(column, 10, note(label(protocol.edition.overdue.text, "calm")))
        if not self.session.is_kept:
            keys = "Small print? Ctrl and + make the text larger. Tab moves, Space ticks, Enter goes on."
            spaced(column, 22, note(label(keys, "calm")))

    def _welcome(self, column: QVBoxLayout) -> None:
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

    def _add_number(self, column: QVBoxLayout) -> None:
        self._call = label("", "strong", "emergencyNumber")
        country = CountryChoice(self.session.protocol, self._preferences)
        country.chosen.connect(self._show_number)
        self._show_number()
        spaced(column, 10, framed("card", self._call, country, margins=_CARD))

    def _show_number(self) -> None:
        protocol = self.session.protocol
        number = protocol.emergency_number(self._preferences.country)
        self._call.setText(f"In an emergency, call {whom_to_ring(protocol, number)} now. ({number.name})")
