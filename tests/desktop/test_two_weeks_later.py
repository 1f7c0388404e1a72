"""Two weeks with one file, in the real program: a check, a plan whose days are filled in as the clock moves on, what it
shows, another check, and all of it on paper. The program is never closed: it is killed."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from subprocess import Popen
from time import monotonic

import pytest

from tests.desktop.conftest import PROGRAM
from tests.desktop.desktop_session import DesktopSession
from tests.desktop.person import CHOICE, WORDS, Person
from tests.desktop.screen_reader import ScreenReader
from tests.desktop.tools import needs, until
from tests.gui.driver import pdf_pages
from twitchcheck.app import read_stored
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.items import SIGNS, Item
from twitchcheck.records.record import Day, Record, Twitching
from twitchcheck.records.verdict import DAYS, USUAL_DAYS, Verdict
from twitchcheck.report.phrases import day_in_words
from twitchcheck.rules.protocol import TriageProtocol

pytestmark = pytest.mark.desktop

CLOCK = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), Path("/usr/lib/faketime/libfaketime.so.1"))

FIRST = date(2026, 11, 25)
SIXTH, AFTER = FIRST + timedelta(days=5), FIRST + timedelta(days=DAYS)

AS_USUAL, CHANGED = Twitching.MUCH, Twitching.LITTLE
"""How much it twitches on each day of the two parts of the plan."""

SAVED_AFTER = 1.0
"""Seconds after which an answer is to be in the file, whatever happens."""

MOST_SCREENS = 12
"""How many pages there may be when somebody checks again."""


class Owner(Person):
    """Somebody with a file; keeps when each question was answered."""

    def __init__(self, reader: ScreenReader, protocol: TriageProtocol, desktop: DesktopSession, file: Path) -> None:
        super().__init__(reader, protocol)
        self.given: dict[str, float] = {}
        self.keyboard = desktop.screen
        self._file = file

    def give(self, item: Item, answer: Answer) -> None:
        """Answers a question."""
        super().give(item, answer)
        self.given[item.id] = monotonic()

    def walk_until_given(self, answers: Answers, item_id: str) -> None:
        """Goes on, page after page, until a question is answered; leaves off there."""
        while item_id not in self.given:
            self.read()
            asked = set(self.given)
            self.answer(answers)
            # What is left alone is answered only with the last word on its page.
            self.given |= {one: monotonic() for one in self.given if one not in asked}
            if item_id not in self.given:
                self.go_on()

    def type_name(self, title: str, path: Path) -> None:
        """Types a name into the dialog that asks for it, and waits for the word that it is saved."""
        until(lambda: self.keyboard.active().startswith(title), f"the dialog {title!r}")
        self.keyboard.write(str(path))
        until(lambda: self.reader.find("File name:", WORDS).text == str(path), "the name in its field")
        self.keyboard.press("Return")
        until(lambda: any(text.startswith(f"Saved as {path}.") for text in self.texts()), f"{path.name} saved")

    def open_plan(self) -> None:
        """From the first page of the file to the plan."""
        assert self.read().startswith("Your checks.")
        self.reader.press("Two-week plan")
        assert self.next_page("Your checks.").startswith("Two-week plan")

    def fill_in(self, numbers: Iterable[int]) -> None:
        """Fills in days of the plan, each with a choice or two, and waits until the file holds them."""
        given = {}
        for number in numbers:
            day = FIRST + timedelta(days=number - 1)
            in_full = f"{day:%A} {day.day} {day:%B}"
            given[day] = Day(AS_USUAL) if number <= USUAL_DAYS else Day(CHANGED, kept=True)
            self._in(f"Twitching on {in_full}", self._rating(given[day]), CHOICE, "Toggle")
            if number > USUAL_DAYS:
                self._in(f"Kept to it on {in_full}?", "yes", CHOICE, "Toggle")
        until(lambda: given.items() <= self._saved_days().items(), f"{len(given)} days in the file")

    def _rating(self, day: Day) -> str:
        return "" if day.twitching is None else self.protocol.later.ratings[day.twitching.rank]

    def _saved_days(self) -> Mapping[date, Day]:
        """The days of the one plan in the file."""
        return next((plan.days for plan in self.saved().plans), {})

    def saved(self) -> Record:
        """What the file holds."""
        return read_stored(self.protocol, self._file)[0]


Visit = Callable[[date], tuple[Owner, Popen[bytes]]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.twitchcheck"


@pytest.fixture
def visit(
    desktop: DesktopSession, listen: Callable[[str], ScreenReader], protocol: TriageProtocol, file: Path
) -> Visit:
    """Starts the program at ten in the morning of a day, with the file once there is one."""
    needs(str(CLOCK))

    def made(day: date) -> tuple[Owner, Popen[bytes]]:
        reader = listen("TwitchCheck")
        clock = {"LD_PRELOAD": str(CLOCK), "FAKETIME": f"@{day} 10:00:00", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        program = desktop.start((*PROGRAM, str(file)) if file.exists() else PROGRAM, **clock)
        return Owner(reader, protocol, desktop, file), program

    return made


def kill(program: Popen[bytes]) -> None:
    """Ends it as a power cut does; then what its moved clock left in memory goes too."""
    program.kill()
    program.wait()
    for left in Path("/dev/shm").glob(f"*faketime*_{program.pid}"):
        left.unlink()


def test_from_the_first_check_to_the_next_two_weeks_later(
    visit: Visit, calm: Callable[..., Answers], protocol: TriageProtocol, file: Path, tmp_path: Path
) -> None:
    answers = calm(duration=4.0, places=("eyelid",), side="left", coffee=5.0, sleep=5.0)
    caffeine = next(one.plan for one in protocol.triggers if one.id == "caffeine")
    assert caffeine is not None

    # The first check, saved under a name while it goes on, and killed right after an answer.
    person, program = visit(FIRST)
    person.walk_until_given(answers, "places")
    person.keyboard.press("ctrl+s")
    person.type_name("Save as (the file is yours alone, but not encrypted)", file)
    person.go_on()
    person.walk_until_given(answers, "coffee")
    killed = monotonic()
    kill(program)
    (check,) = person.saved().checks
    for item_id in (one for one, when in person.given.items() if when < killed - SAVED_AFTER):
        assert check.answers.get(item_id) == answers[item_id], item_id
    asked = set(person.given)

    # It goes on where it was left, up to the result, and is killed there.
    person, program = visit(FIRST)
    person.walk(answers, "Your result.")
    assert len(person.given.keys() & asked) < len(asked), "what is in the file is not asked once more"
    asked |= person.given.keys()
    until(lambda: person.saved().checks[0].level, "the level in the file")
    kill(program)

    # The plan begins, with its first day.
    person, program = visit(FIRST)
    person.open_plan()
    before = person.page()
    person.reader.press(f"Try this: {caffeine.title}")
    assert "day 1 of 14" in person.next_page(before)
    person.fill_in([1])
    kill(program)

    # Day 6: the days up to today can be filled in, and no other.
    person, program = visit(SIXTH)
    person.open_plan()
    assert "8 days to come." in person.texts()
    person.fill_in(range(2, 7))
    kill(program)

    # Two weeks later: the rest, the verdict, and the plan on paper.
    person, program = visit(AFTER)
    person.open_plan()
    verdicts = protocol.later.verdicts
    assert any(verdicts[Verdict.TOO_EARLY].text in text for text in person.texts())
    person.fill_in(range(7, DAYS + 1))
    shown = verdicts[Verdict.LESS].text.replace("{usual}", "3.0").replace("{changed}", "1.0")
    until(lambda: any(shown in text for text in person.texts()), "the verdict")
    person.keyboard.press("ctrl+e")
    person.reader.press("Go on to save")
    person.type_name("Save as PDF", tmp_path / "plan.pdf")
    (plan,) = pdf_pages(tmp_path / "plan.pdf")
    assert shown in plan
    assert caffeine.title in plan

    # Another check: what lasts is taken over, signs and the amounts of the plan are asked anew.
    person.reader.press("Back to the checks")
    until(lambda: person.page().startswith("Your checks."), "the first page")
    again = Answers({**answers, "duration": 18.0, "coffee": 2.0})
    person.walk(again, "Your result.")
    items = protocol.questionnaire.items
    assert {one for one in asked if items[one].role in SIGNS} <= person.given.keys()
    assert set(caffeine.amounts) <= person.given.keys()
    assert not person.given.keys() & {"who", "age", "sex", "sleep", "conditions"}
    assert len(person.pages) - 1 <= MOST_SCREENS
    day = day_in_words(protocol, FIRST)
    (review,) = (shown for page, shown in person.pages.items() if page.startswith("Check your answers."))
    assert f"As on {day}. Is it still so?" in {node.name for node in review}
    assert f"Since {day}" in person.texts()
    person.reader.press("Save as PDF…")
    person.reader.press("Go on to save")
    person.type_name("Save as PDF", tmp_path / "result.pdf")
    own, *_ = pdf_pages(tmp_path / "result.pdf")
    assert f"Since {day}" in own
    until(lambda: person.saved().checks[-1].level, "the level of the second check in the file")
    kill(program)
    first, second = person.saved().checks
    assert (first.on, second.on) == (FIRST, AFTER)
    for check, given in ((first, answers), (second, again)):
        assert asked <= check.answers.keys()
        assert not [item_id for item_id, answer in check.answers.items() if answer != given[item_id]]
