"""The page of the two-week plan: what can be tried, two taps a day, one verdict at the end, and what is handed out."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.conftest import DAY
from tests.gui import tour
from tests.gui.conftest import Dialogs
from tests.gui.driver import CONTROLS, Driver, pdf_pages, pdf_size
from tests.gui.fitting import misfits
from tests.gui.look.contrast import TEXT
from tests.gui.look.test_contrast import picture, strongest, texts
from tests.gui.pseudo_locale import translate_the_rest, translated
from tests.gui.test_keyboard import mnemonics
from twitchcheck.gui.look.theme import Scheme
from twitchcheck.gui.pages.plan_days import LONGEST_NOTE
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.records.record import Day, Plan, Twitching
from twitchcheck.report.plan_html import MARK
from twitchcheck.rules.protocol import TriageProtocol

RATINGS = list(Twitching)
SAME = (2, 2, 1, 2, *[2] * 10)
MORE = (0, 0, 1, 0, *[3] * 10)


class Planner:
    """Somebody with a plan, whose clock the test moves."""

    def __init__(self, person: Driver, answers: Answers) -> None:
        self.person = person
        self.today = DAY
        person.session.today = lambda: self.today
        person.hurry(answers, "result")

    @property
    def plan(self) -> Plan:
        plan = self.person.session.plan
        assert plan is not None
        return plan

    def begin(self) -> None:
        self.person.click("openPlan")
        self.person.click("begin.caffeine")

    def go_to_day(self, number: int, ratings: Sequence[int] = ()) -> None:
        """Moves the clock, fills in days, and opens the plan then."""
        self.today = DAY + timedelta(days=number - 1)
        for day, rating in enumerate(ratings, 1):
            self.person.session.give_day(day, Day(RATINGS[rating], True if day > 4 else None))
        self.person.window.open_plan()
        tour.rest(self.person)

    def given(self, number: int) -> Day:
        return self.plan.given(number)


@pytest.fixture
def planner(person: Driver, eyelid: Answers) -> Planner:
    """Somebody in front of the result, with much coffee and little sleep."""
    return Planner(person, eyelid)


@pytest.fixture
def sixth(planner: Planner) -> Planner:
    """Somebody on the sixth day of a plan."""
    planner.begin()
    planner.go_to_day(6, (3, 3, 2, 2))
    return planner


# ---- the way there and back ----


def test_the_result_leads_to_what_can_be_tried_and_the_person_picks(planner: Planner) -> None:
    person = planner.person
    person.click("openPlan")
    assert person.place == "plan"
    assert person.heading() == "One change to try"
    found = [one.objectName() for one in person.controls() if one.objectName().startswith("begin.")]
    assert found == ["begin.caffeine", "begin.sleep"]
    person.click("begin.sleep")
    assert person.heading() == "Half an hour earlier to bed"
    assert (planner.plan.trigger, planner.plan.began) == ("sleep", DAY)
    person.click("leavePlan")
    assert person.place == "result"
    assert person.button("openPlan").text() == "See my &two-week plan"


def test_a_plan_without_a_file_is_told_to_be_kept_only_once_saved(
    planner: Planner, dialogs: Dialogs, tmp_path: Path
) -> None:
    person = planner.person
    planner.begin()
    assert "Save it (Ctrl+S)" in person.message()
    dialogs.target = tmp_path / "mine.twitchcheck"
    person.choose_from_menu("save")
    person.click("endPlan")
    person.click("closeMessage")
    person.click("begin.caffeine")
    assert person.message() == ""


def test_the_start_page_leads_there_and_back(planner: Planner, dialogs: Dialogs, tmp_path: Path) -> None:
    person = planner.person
    dialogs.target = tmp_path / "mine.twitchcheck"
    person.choose_from_menu("save")
    person.window.open_file(dialogs.target)
    person.click("openPlan")
    assert person.place == "plan"
    person.click("leavePlan")
    assert person.place == "start"


def test_the_start_page_has_no_way_to_a_plan_where_nothing_is_offered(
    person: Driver, calm: Callable[..., Answers], dialogs: Dialogs, tmp_path: Path
) -> None:
    Planner(person, calm())
    assert not person.seen("openPlan")
    dialogs.target = tmp_path / "mine.twitchcheck"
    person.choose_from_menu("save")
    person.window.open_file(dialogs.target)
    assert person.seen("lastCheck")
    assert not person.seen("openPlan")


def test_esc_leads_back(planner: Planner) -> None:
    planner.person.click("openPlan")
    planner.person.press(Qt.Key.Key_Escape)
    assert planner.person.place == "result"


def test_who_worries_much_gets_the_change_without_the_diary(person: Driver, calm: Callable[..., Answers]) -> None:
    worried = calm(places=("eyelid",), coffee=8.0, gad_nervous="nearly_daily", gad_worry="nearly_daily")
    planner = Planner(person, worried)
    planner.person.click("openPlan")
    assert person.says("One cup less every few days")
    assert person.says("so here is the change without the diary")
    assert not person.seen("begin.caffeine")


def test_another_file_takes_the_place_of_the_plan(sixth: Planner, dialogs: Dialogs, tmp_path: Path) -> None:
    other = tmp_path / "other.twitchcheck"
    other.write_text('{"checks": [{"answers": {"who": "myself"}}]}', encoding="utf-8")
    dialogs.click = "forgetThem"
    sixth.person.window.open_file(other)
    assert sixth.person.place != "plan"
    sixth.person.settle()
    assert not sixth.person.window.plan_page.findChildren(QWidget, "heading")


def test_a_file_with_a_plan_alone_opens(person: Driver, tmp_path: Path) -> None:
    odd = tmp_path / "odd.twitchcheck"
    odd.write_text('{"checks": [], "plans": [{"trigger": "sleep", "began": "2026-11-20"}]}', encoding="utf-8")
    person.window.open_file(odd)
    assert (person.place, person.heading()) == ("start", "Muscle twitch self-check")
    assert person.session.plan is not None


# ---- two taps a day ----


def test_a_day_takes_two_taps_and_a_second_tap_clears_it(sixth: Planner) -> None:
    person = sixth.person
    person.click("day.6.little")
    person.click("kept.6.yes")
    assert sixth.given(6) == Day(Twitching.LITTLE, True)
    person.click("day.6.much")
    person.click("kept.6.no")
    assert sixth.given(6) == Day(Twitching.MUCH, False)
    assert person.ticked("day.6") == ("much",)
    person.click("day.6.much")
    person.click("kept.6.no")
    assert sixth.given(6).is_empty
    assert person.ticked("day.6") == ()


def test_a_missed_day_stays_empty_and_an_old_one_can_be_changed(sixth: Planner) -> None:
    sixth.person.click("day.6.some")
    assert sixth.given(5).is_empty
    sixth.person.click("day.1.none")
    assert sixth.given(1) == Day(Twitching.NONE)


def test_days_to_come_cannot_be_filled_in(sixth: Planner) -> None:
    assert sixth.person.seen("day.6.none")
    assert not sixth.person.seen("day.7.none")
    assert sixth.person.label("toCome") == "8 days to come."


def test_keeping_to_it_is_asked_from_the_fifth_day_on(sixth: Planner) -> None:
    assert [day for day in range(1, 7) if sixth.person.seen(f"kept.{day}.yes")] == [5, 6]


def test_a_note_is_opened_written_and_taken_back(sixth: Planner) -> None:
    person = sixth.person
    assert not person.seen("note.6")
    person.click("openNote.6")
    assert person.focus() == "note.6"
    person.keys("A bad night")
    person.click("day.6.all_day")
    assert sixth.given(6) == Day(Twitching.ALL_DAY, note="A bad night")
    sixth.go_to_day(6)
    field = person.find("note.6")
    assert isinstance(field, QLineEdit)
    assert field.text() == "A bad night"
    person.write("note.6", " ")
    assert sixth.given(6).note == ""


def test_a_long_note_of_another_program_is_not_cut(sixth: Planner) -> None:
    sixth.person.session.give_day(6, Day(note="long " * 40))
    sixth.go_to_day(6)
    sixth.person.click("day.6.some")
    assert sixth.given(6).note == "long " * 40


# ---- keys and wheel ----


def test_today_gets_the_keyboard_as_long_as_it_is_not_rated(sixth: Planner) -> None:
    assert sixth.person.focus() == "day.6.none"
    sixth.person.click("day.6.some")
    sixth.go_to_day(6)
    assert sixth.person.focus() == "page.plan"
    sixth.go_to_day(20)
    assert sixth.person.focus() == "page.plan"


def test_no_arrow_and_no_wheel_answers(sixth: Planner) -> None:
    person = sixth.person
    before = sixth.plan
    for key, focus in (
        (Qt.Key.Key_Right, "day.6.little"),
        (Qt.Key.Key_Right, "day.6.some"),
        (Qt.Key.Key_Up, "day.5.none"),
        (Qt.Key.Key_Up, "day.4.some"),
        (Qt.Key.Key_Down, "day.5.none"),
        (Qt.Key.Key_Down, "day.6.none"),
        (Qt.Key.Key_Down, "day.6.none"),
    ):
        person.press(key)
        assert person.focus() == focus
    for name in ("day.6.none", "kept.6.yes", "chart"):
        person.wheel(name, 1)
        person.wheel(name, -1)
    assert sixth.plan == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_choose(sixth: Planner, key: Qt.Key) -> None:
    sixth.person.press(Qt.Key.Key_Right)
    sixth.person.press(key)
    assert sixth.given(6) == Day(Twitching.LITTLE)
    assert sixth.person.focus() == "day.6.little"
    sixth.person.press(Qt.Key.Key_Tab)
    sixth.person.press(key)
    assert sixth.given(6) == Day(Twitching.LITTLE, True)


def test_a_key_that_is_held_down_on_the_page_before_answers_nothing(sixth: Planner) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", True))
    assert sixth.given(6).is_empty


def test_up_and_down_lead_past_a_question_that_a_day_has_not(sixth: Planner) -> None:
    sixth.person.find("kept.5.yes").setFocus(Qt.FocusReason.TabFocusReason)
    sixth.person.press(Qt.Key.Key_Up)
    assert sixth.person.focus() == "kept.5.yes"
    sixth.person.press(Qt.Key.Key_Down)
    assert sixth.person.focus() == "kept.6.yes"


def test_everything_has_a_name_for_who_does_not_see_it(sixth: Planner) -> None:
    person = sixth.person
    person.click("openNote.6")
    named = {one.objectName(): QAccessible.queryAccessibleInterface(one) for one in person.controls()}
    for name, one in named.items():
        assert one is not None
        assert one.text(QAccessible.Text.Name), name
    groups = [one.accessibleName() for one in person.window.findChildren(QWidget) if one.isVisible()]
    assert "Twitching on Saturday 28 November" in groups
    assert "Kept to it on Saturday 28 November?" in groups
    assert "Twitching by day: day 1 much, day 2 much, day 3 some, day 4 some." in groups


def test_the_chart_says_what_was_given_last(sixth: Planner) -> None:
    sixth.person.click("day.6.none")
    assert sixth.person.find("chart").accessibleName().endswith("day 4 some, day 6 none.")


def test_no_letter_is_used_twice(planner: Planner) -> None:
    keys = Counter(mnemonics(planner.person.window))
    assert [key for key, number in keys.items() if number > 1] == []
    for state in states(planner):
        keys = Counter(mnemonics(planner.person.window))
        assert keys.total() >= 5, state
        assert [key for key, number in keys.items() if number > 1] == [], state


# ---- the end ----


def test_before_the_end_nothing_is_concluded(sixth: Planner) -> None:
    assert sixth.person.says("Too early to tell: day 6 of 14.")
    sixth.go_to_day(14, MORE)
    assert sixth.person.says("Too early to tell: day 14 of 14.")
    assert not sixth.person.says("On average, it twitched")


def test_at_the_end_there_is_one_verdict_and_what_comes_next(sixth: Planner) -> None:
    person = sixth.person
    sixth.go_to_day(15, MORE)
    assert person.label("kicker") == "Two-week plan · the two weeks are over"
    assert person.says("it twitched more with the change (3.0) than on the usual days (0.3)")
    assert person.says("most of it eases by itself")
    assert person.says("If it still twitches on ")
    assert not person.seen("toCome")


def test_a_day_that_is_changed_after_the_end_changes_the_verdict(sixth: Planner) -> None:
    person = sixth.person
    sixth.go_to_day(15, SAME)
    assert person.says("There is no clear difference: on average 1.8")
    # The days stay the same ones: who works them through a screen reader would lose them under the fingers.
    days = [person.find(f"day.{number}.all_day") for number in (1, 2)]
    person.click("day.1.all_day")
    assert person.says("There is no clear difference: on average 2.3")
    assert not person.says("There is no clear difference: on average 1.8")
    assert person.focus() == "day.1.all_day"
    assert [person.find(f"day.{number}.all_day") for number in (1, 2)] == days


# ---- another change ----


def test_a_plan_with_days_is_put_away_and_can_be_taken_up_again(sixth: Planner) -> None:
    person, before = sixth.person, sixth.plan
    person.click("endPlan")
    assert sixth.plan == before._replace(ended=sixth.today)
    assert (person.heading(), person.focus()) == ("One change to try", "page.plan")
    assert "is put away with 4 days filled in" in person.label("former")
    person.click("resumePlan")
    assert sixth.plan == before
    assert person.seen("day.6.none")


def test_another_plan_leaves_the_former_one_in_the_file(sixth: Planner) -> None:
    sixth.person.click("endPlan")
    sixth.person.click("begin.sleep")
    first, second = sixth.person.session.record.plans
    assert (first.trigger, len(first.days), first.ended) == ("caffeine", 4, sixth.today)
    assert (second.trigger, second.began, second.ended) == ("sleep", sixth.today, None)


def test_an_empty_plan_is_dropped(planner: Planner) -> None:
    planner.begin()
    planner.person.click("endPlan")
    assert planner.person.session.plan is None
    assert not planner.person.seen("former")


@pytest.fixture
def put_away(sixth: Planner) -> Planner:
    """Somebody who has put a plan away after its end."""
    sixth.go_to_day(15, MORE)
    sixth.person.click("endPlan")
    return sixth


def test_a_plan_that_was_put_away_can_be_looked_at_and_stays_so(put_away: Planner) -> None:
    person, before = put_away.person, put_away.plan
    person.click("lookAtPlan")
    assert person.label("kicker") == "Two-week plan · ended on 7 December 2026"
    assert person.heading() == "One cup less every few days"
    assert person.label("toldDay.1") == "Mon 23 Nov: none"
    assert person.label("toldDay.14") == "Sun 6 Dec: much; kept to it: yes"
    assert person.says("it twitched more with the change (3.0) than on the usual days (0.3)")
    assert "day 14 much" in person.find("chart").accessibleName()
    assert not person.seen("day.1.none")
    assert put_away.plan == before
    person.click("other")
    assert person.heading() == "One change to try"
    person.click("lookAtPlan")
    person.click("resumePlan")
    assert person.seen("day.1.none")
    assert put_away.plan == before._replace(ended=None)


def test_a_plan_that_was_put_away_is_printed_and_saved(put_away: Planner, dialogs: Dialogs) -> None:
    person = put_away.person
    assert not person.action("savePdfAction").isEnabled()
    person.click("lookAtPlan")
    assert person.seen("printPlan")
    person.choose_from_menu("savePdfAction")
    (page,) = pdf_pages(dialogs.target)
    assert "ended on 7 December 2026" in page
    assert "it twitched more with the change" in page
    person.click("other")
    assert not person.seen("printPlan")
    assert not person.action("savePdfAction").isEnabled()


def test_the_first_page_leads_to_every_plan_that_was_put_away(
    put_away: Planner, dialogs: Dialogs, tmp_path: Path
) -> None:
    person = put_away.person
    put_away.today = DAY + timedelta(days=20)
    person.click("begin.sleep")
    dialogs.target = tmp_path / "mine.twitchcheck"
    person.choose_from_menu("save")
    person.window.open_file(dialogs.target)
    person.click("formerPlans.link")
    assert person.button("formerPlan.1").text() == "One cup less every few days, begun on 23 November 2026"
    person.tab_to("formerPlan.1")
    person.press(Qt.Key.Key_Space)
    assert person.heading() == "One cup less every few days"
    assert not person.seen("resumePlan")  # another one runs
    assert person.action("printAction").isEnabled()
    person.window.theme.choose_scheme(Scheme.DARK)
    tour.rest(person)
    assert person.heading() == "One cup less every few days"
    person.click("other")
    assert person.heading() == "Half an hour earlier to bed"
    person.click("leavePlan")
    assert person.place == "start"


def test_what_was_put_away_stays_so_in_the_file(sixth: Planner, dialogs: Dialogs, tmp_path: Path) -> None:
    sixth.person.click("endPlan")
    dialogs.target = tmp_path / "mine.twitchcheck"
    sixth.person.choose_from_menu("save")
    before = sixth.plan
    sixth.person.window.open_file(dialogs.target)
    assert sixth.plan == before


# ---- what is handed out ----


@pytest.mark.parametrize(("paper", "size"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_the_filled_sheet_is_one_page(sixth: Planner, dialogs: Dialogs, paper: str, size: tuple[int, int]) -> None:
    dialogs.paper, dialogs.name = paper, "Ann"
    sixth.person.choose_from_menu("savePdfAction")
    assert dialogs.asked == ["details", "place"]
    assert dialogs.suggested == [f"Two-week plan {sixth.today.isoformat()}.pdf"]
    (page,) = pdf_pages(dialogs.target)
    assert pdf_size(dialogs.target) == size
    assert "One cup less every few days" in page
    assert page.count(MARK) == 4
    assert "Name Ann" in page


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("number", [14, 15])
def test_the_fullest_sheet_is_one_page_too(planner: Planner, dialogs: Dialogs, paper: str, number: int) -> None:
    planner.begin()
    note = ("a long day and a short night " * 3)[:LONGEST_NOTE]
    planner.today = DAY + timedelta(days=number - 1)
    for day in range(1, 15):
        planner.person.session.give_day(day, Day(Twitching.MUCH, True if day > 4 else None, note))
    dialogs.paper, dialogs.name, dialogs.born = paper, "Ann Example", "1 February 1980"
    planner.person.choose_from_menu("savePdfAction")
    (page,) = pdf_pages(dialogs.target)
    assert page.count(note) == 14
    assert "Sources:" in page


def test_a_blank_sheet_asks_for_no_name(planner: Planner, dialogs: Dialogs) -> None:
    planner.begin()
    planner.person.click("printPlan")
    assert dialogs.asked == ["printer"]
    (page,) = pdf_pages(dialogs.target)
    assert "Sun 6 Dec" in page
    assert MARK not in page


def test_every_way_out_gives_the_plan_while_it_is_shown(sixth: Planner, dialogs: Dialogs, tmp_path: Path) -> None:
    person = sixth.person
    person.choose_from_menu("copySummary")
    assert "Mon 23 Nov: much" in QApplication.clipboard().text()
    for entry, name in (("saveTextAction", "out.txt"), ("savePageAction", "out.html"), ("previewAction", "out.pdf")):
        dialogs.target = tmp_path / name
        person.choose_from_menu(entry)
    assert "Mon 23 Nov: much" in (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert "Mon 23 Nov</th>" in (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "Mon 23 Nov" in pdf_pages(tmp_path / "out.pdf")[0]
    assert not person.action("findAction").isEnabled()
    person.click("leavePlan")
    person.choose_from_menu("copySummary")
    assert "FOR THE DOCTOR" in QApplication.clipboard().text()
    assert person.action("findAction").isEnabled()


def test_where_only_changes_are_offered_there_is_nothing_to_print(planner: Planner) -> None:
    planner.person.click("openPlan")
    assert not planner.person.action("printAction").isEnabled()
    assert not planner.person.seen("printPlan")
    planner.person.click("begin.caffeine")
    assert planner.person.action("printAction").isEnabled()
    assert planner.person.seen("printPlan")


def test_a_reminder_of_the_next_check_is_saved(planner: Planner, dialogs: Dialogs, tmp_path: Path) -> None:
    dialogs.target = tmp_path / "out.ics"
    planner.person.choose_from_menu("saveReminderAction")
    (name,) = dialogs.suggested
    made = dialogs.target.read_bytes().decode()
    day = date.fromisoformat(name.removeprefix("Reminder ").removesuffix(".ics"))
    assert day > DAY
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\n" in made
    assert "twitch" not in made.lower()


def test_without_a_day_to_come_there_is_no_reminder(
    person: Driver, eyelid: Answers, dialogs: Dialogs, tmp_path: Path
) -> None:
    assert not person.action("saveReminderAction").isEnabled()
    planner = Planner(person, eyelid)
    assert person.action("saveReminderAction").isEnabled()
    planner.today = DAY + timedelta(days=100)  # while the window stays open
    assert not person.action("saveReminderAction").isEnabled()
    dialogs.target = tmp_path / "mine.twitchcheck"
    person.choose_from_menu("save")
    person.window.open_file(dialogs.target)
    assert not person.action("saveReminderAction").isEnabled()
    asked = len(dialogs.asked)
    person.window.handing_out.save_reminder()
    assert len(dialogs.asked) == asked


# ---- the look ----


def states(planner: Planner) -> Iterator[str]:
    """Every state of the page, while it is shown."""
    person = planner.person
    person.click("openPlan")
    yield "offer"
    person.click("begin.caffeine")
    yield "first day"
    planner.go_to_day(6, (3, 3, 2, 2, 1))
    person.click("openNote.6")
    tour.open_folds(person.window.plan_page)
    yield "sixth day"
    planner.go_to_day(15, MORE)
    yield "over"
    person.click("endPlan")
    yield "put away"
    person.click("lookAtPlan")
    yield "looked at"


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    """The program in a language that is read from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


SIZES = pytest.mark.parametrize(("width", "height", "percent"), [(1280, 800, 200), (800, 600, 100), (640, 480, 100)])


@SIZES
def test_every_word_has_room(planner: Planner, width: int, height: int, percent: int) -> None:
    person = planner.person
    person.window.theme.choose_text_size(percent)
    person.resize(width, height)
    found = {}
    for state in states(planner):
        tour.rest(person)
        found[state] = misfits(person.window)
    assert len(found) == 6
    assert {state: some for state, some in found.items() if some} == {}


@SIZES
def test_longer_words_from_the_right_have_room_too(
    from_the_right: None,
    open_window: Callable[..., Driver],
    protocol: TriageProtocol,
    eyelid: Answers,
    width: int,
    height: int,
    percent: int,
) -> None:
    person = open_window(translated(protocol))
    planner = Planner(person, eyelid)
    person.window.theme.choose_text_size(percent)
    person.resize(width, height)
    found = {}
    for state in states(planner):
        translate_the_rest(person.window)
        tour.rest(person)
        found[state] = misfits(person.window)
    assert {state: some for state, some in found.items() if some} == {}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_text_has_contrast_enough(planner: Planner, scheme: Scheme) -> None:
    person = planner.person
    person.window.theme.choose_text_size(200)
    person.window.theme.choose_scheme(scheme)
    faint = {}
    for state in states(planner):
        tour.rest(person)
        for widget in texts(person.window):
            found = strongest(picture(widget))
            if found < TEXT:
                faint[f"{widget.objectName()} in {state}"] = round(found, 2)
    assert faint == {}


def test_another_look_keeps_the_keyboard_and_the_days(sixth: Planner) -> None:
    person = sixth.person
    person.click("day.6.some")
    person.window.theme.choose_scheme(Scheme.DARK)
    tour.rest(person)
    assert (person.place, person.focus()) == ("plan", "day.6.some")
    assert person.ticked("day.6") == ("some",)
    assert all(isinstance(one, CONTROLS) for one in person.controls())
