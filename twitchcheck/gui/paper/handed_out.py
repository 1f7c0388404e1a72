"""What can be handed out: the result, an emergency or a two-week plan, each as pages to print, a web page and text."""

from datetime import date
from typing import Protocol

from msgspec import Struct

from twitchcheck.gui.paper.details_dialog import Details
from twitchcheck.gui.paper.printing import Handout, handout
from twitchcheck.report.doctor_sheet import DoctorSheet
from twitchcheck.report.emergency_html import emergency_html
from twitchcheck.report.emergency_view import EmergencyView
from twitchcheck.report.html_document import person_html
from twitchcheck.report.plain_text import text
from twitchcheck.report.plan_html import PLAN_STYLE, plan_html
from twitchcheck.report.plan_text import plan_text
from twitchcheck.report.plan_view import PlanView
from twitchcheck.report.result_view import ResultView
from twitchcheck.report.sheet_html import doctor_html
from twitchcheck.report.web_page import emergency_page, plan_page, result_page


class HandedOut(Protocol):
    """Something that is shown and can be handed out."""

    @property
    def file_name(self) -> str:
        """What a file of it is called, with the day behind it and never the name of a person."""

    @property
    def on(self) -> date:
        """The day that stands in the name."""

    @property
    def asks_details(self) -> bool:
        """Whether it is worth asking for a name."""

    def pages(self, details: Details) -> Handout:
        """The pages to print."""

    def web_page(self, details: Details) -> str:
        """Everything as one page for a browser."""

    def text(self) -> str:
        """The summary as text."""


CHECK_FILE = "Muscle twitch check"


class ResultOut(Struct, frozen=True):
    """The person's page and the doctor's sheet."""

    view: ResultView
    sheet: DoctorSheet
    on: date
    file_name: str = CHECK_FILE
    asks_details: bool = True

    def pages(self, details: Details) -> Handout:
        """The pages to print."""
        sheet = doctor_html(self.sheet, details.name, details.born)
        return handout((person_html(self.view), sheet), self.view.version, self.view.disclaimer)

    def web_page(self, details: Details) -> str:
        """Everything as one page for a browser."""
        return result_page(self.view, self.sheet, details.name, details.born)

    def text(self) -> str:
        """The summary as text."""
        return text(self.view, self.sheet)


class EmergencyOut(Struct, frozen=True):
    """What to do at once, and the doctor's sheet. Nothing but the printer or the place is asked."""

    view: EmergencyView
    result: ResultOut
    file_name: str = CHECK_FILE
    asks_details: bool = False

    @property
    def on(self) -> date:
        """The day of the check."""
        return self.result.on

    def pages(self, details: Details) -> Handout:
        """The pages to print."""
        sheet = doctor_html(self.result.sheet, details.name, details.born)
        return handout((emergency_html(self.view), sheet), self.view.version, self.view.disclaimer)

    def web_page(self, details: Details) -> str:
        """Everything as one page for a browser."""
        return emergency_page(self.view, self.result.sheet)

    def text(self) -> str:
        """The summary as text."""
        return self.result.text()


class PlanOut(Struct, frozen=True):
    """The sheet of a two-week plan. It hangs where others see it, so a name is asked only once days are filled in."""

    view: PlanView
    on: date
    file_name: str = "Two-week plan"

    @property
    def asks_details(self) -> bool:
        """Whether it is worth asking for a name."""
        return self.view.has_days

    def pages(self, details: Details) -> Handout:
        """The pages to print."""
        part = plan_html(self.view, details.name, details.born)
        return handout((part,), self.view.version, self.view.disclaimer, PLAN_STYLE)

    def web_page(self, details: Details) -> str:
        """Everything as one page for a browser."""
        return plan_page(self.view, details.name, details.born)

    def text(self) -> str:
        """The plan as text."""
        return plan_text(self.view)
