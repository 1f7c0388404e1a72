"""The file that checks are kept in: its name in the title, saving by itself, and nothing of others overwritten."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import DAY
from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver
from tests.one_check import answers_in
from twitchcheck.app import read_stored
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check, Record
from twitchcheck.records.writing import record_text

Calm = Callable[..., Answers]
OpenWindow = Callable[[], Driver]

BEFORE = date(2026, 11, 3)
"""A day before the last check, whose answers may still be taken over."""


@pytest.fixture
def kept(tmp_path: Path, calm: Calm) -> Path:
    """A file with two checks that are over, of which the last told self-care."""
    path = tmp_path / "calf.twitchcheck"
    first = Check(calm(coffee=5.0), date(2026, 9, 1), "08:00", "2026.09 (0000000)", Disposition.ROUTINE)
    last = Check(calm(coffee=4.0), date(2026, 11, 9), "09:30", "2026.11 (0000000)", Disposition.SELF_CARE)
    path.write_text(record_text(Record((first, last))), encoding="utf-8")
    return path


def test_the_title_has_the_name_that_the_person_chose(
    person: Driver, dialogs: Dialogs, qtbot: QtBot, calm: Calm, tmp_path: Path
) -> None:
    person.hurry(calm())
    assert person.window.windowTitle() == "Muscle twitch self-check"
    dialogs.target = tmp_path / "my calf.twitchcheck"
    person.choose_from_menu("saveAs")
    assert person.window.windowTitle() == "my calf[*] \N{EM DASH} Muscle twitch self-check"
    assert not person.window.isWindowModified()
    person.session.answer("coffee", 9.0)
    assert person.window.isWindowModified()
    qtbot.waitUntil(lambda: not person.window.isWindowModified(), timeout=3000)
    assert answers_in(dialogs.target)["coffee"] == 9.0


def test_once_it_has_a_name_save_asks_nothing(person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path) -> None:
    person.hurry(calm())
    dialogs.target = tmp_path / "mine.twitchcheck"
    person.choose_from_menu("save")
    asked = list(dialogs.asked)
    person.session.answer("coffee", 9.0)
    person.choose_from_menu("save")
    assert dialogs.asked == asked == ["place"]
    assert answers_in(dialogs.target)["coffee"] == 9.0


def test_two_windows_on_one_file(open_window: OpenWindow, qtbot: QtBot, kept: Path) -> None:
    first, second = open_window(), open_window()
    for person in (first, second):
        person.window.open_file(kept)
        person.go_on()
        assert person.place != "start"
    first.session.answer("hoarse", "days")
    qtbot.waitUntil(lambda: not first.session.unsaved, timeout=3000)
    saved = kept.read_bytes()
    second.session.answer("hoarse", "months")
    qtbot.waitUntil(lambda: "was changed by another window or program" in second.message(), timeout=3000)
    assert kept.read_bytes() == saved
    assert second.answers["hoarse"] == "months"


def test_a_file_opens_on_its_first_page(person: Driver, kept: Path) -> None:
    person.window.open_file(kept)
    assert person.place == "start"
    assert person.primary() == "Check again"
    assert person.label("lastCheck") == "Last check, 9 November 2026: Self-care"
    assert person.says("Another check makes sense")
    assert not person.seen("brake")
    person.click("history.link")
    assert person.says("1 September 2026: Not urgent")


def test_who_comes_back_within_days_is_told_kindly_and_can_go_on(person: Driver, kept: Path, calm: Calm) -> None:
    last = Check(calm(), date(2026, 11, 21), "09:30", "2026.11 (0000000)", Disposition.SELF_CARE)
    kept.write_text(record_text(Record((last,))), encoding="utf-8")
    person.window.open_file(kept)
    assert person.seen("brake")
    assert person.says("nothing new is likely to show")
    person.go_on()
    assert person.place != "start"


def test_the_level_that_was_told_stays_whatever_the_content_says(person: Driver, kept: Path) -> None:
    person.window.open_file(kept)
    person.click("seeLast")
    record, _ = read_stored(person.session.protocol, kept)
    assert record.checks[-1].level is Disposition.SELF_CARE
    assert record.checks[-1].content == "2026.11 (0000000)"


def test_checking_again_adds_a_check_to_the_file(person: Driver, kept: Path, calm: Calm, qtbot: QtBot) -> None:
    person.window.open_file(kept)
    person.go_on()
    person.hurry({**calm(numb_area="days", worse_daily="no"), "coffee": 4.0}, "result")
    assert person.says("Since 9 November 2026")
    assert person.says("new: ")
    qtbot.waitUntil(lambda: not person.session.unsaved, timeout=3000)
    record, _ = read_stored(person.session.protocol, kept)
    assert [check.on for check in record.checks] == [date(2026, 9, 1), date(2026, 11, 9), DAY]
    assert record.checks[-1].level is person.session.assessment().disposition
    assert record.checks[-1].as_on["drinks"] == date(2026, 11, 9)
    assert dict(record.checks[1].answers) == {**calm(), "coffee": 4.0}


def test_a_check_that_is_only_begun_hides_nothing(person: Driver, kept: Path) -> None:
    before = kept.read_bytes()
    person.window.open_file(kept)
    person.go_on()
    assert person.session.answers
    person.back()
    assert person.label("lastCheck") == "Last check, 9 November 2026: Self-care"
    assert not person.seen("seeLast")
    person.window.document.save()
    assert kept.read_bytes() == before  # what was only taken over is no check yet
    person.go_on()
    person.session.answer("hoarse", "no")
    person.back()
    assert person.label("lastCheck") == "Last check, 9 November 2026: Self-care"
    assert person.label("unfinished") == "A check begun on 23 November 2026 is not finished."


def test_the_file_that_is_open_can_be_opened_again(person: Driver, kept: Path, calm: Calm) -> None:
    kept.write_text(record_text(Record((Check(calm(), DAY),))), encoding="utf-8")
    person.window.open_file(kept)
    person.session.answer("coffee", 9.0)
    person.window.open_file(kept)  # before it was saved by itself
    assert person.answers["coffee"] == 9.0
    person.session.answer("coffee", 8.0)
    assert person.window.document.save()


def test_a_file_that_is_only_looked_at_stays_as_it_is(person: Driver, kept: Path) -> None:
    kept.write_text("date: 2026-11-01\nanswers: {age: 35, coffee: 2}  # by hand\n", encoding="utf-8")
    before = kept.read_bytes()
    person.window.open_file(kept)
    person.window.close()
    assert not person.window.isVisible()
    assert kept.read_bytes() == before


def test_a_file_that_is_deleted_stays_away_until_somebody_saves(person: Driver, kept: Path, qtbot: QtBot) -> None:
    person.window.open_file(kept)
    person.go_on()
    kept.unlink()
    person.session.answer("hoarse", "no")
    qtbot.waitUntil(lambda: "calf.twitchcheck was deleted or moved" in person.message(), timeout=3000)
    assert not kept.exists()
    assert person.window.isWindowModified()
    assert person.answers["hoarse"] == "no"
    person.choose_from_menu("save")
    assert answers_in(kept)["hoarse"] == "no"
    person.session.answer("hoarse", "days")  # and from now on by itself again
    qtbot.waitUntil(lambda: not person.window.isWindowModified(), timeout=3000)
    assert answers_in(kept)["hoarse"] == "days"


def test_who_closes_after_deleting_the_file_is_asked_and_gets_none_back(
    person: Driver, kept: Path, dialogs: Dialogs
) -> None:
    person.window.open_file(kept)
    kept.unlink()
    person.window.close()
    assert dialogs.asked == ["Close TwitchCheck?"]
    assert person.window.isVisible()
    dialogs.click = "forgetThem"
    person.window.close()
    assert not person.window.isVisible()
    assert not kept.exists()


def test_a_file_that_has_gone_is_written_anew_for_who_saves(person: Driver, kept: Path) -> None:
    person.window.open_file(kept)
    kept.unlink()
    person.choose_from_menu("save")
    assert kept.exists()


@pytest.fixture
def taken_over(kept: Path, calm: Calm) -> Path:
    """A file with a check of an earlier day whose drinks were taken over from a check before it."""
    last = Check(
        calm(coffee=4.0), date(2026, 11, 9), "09:30", "2026.11 (0000000)", Disposition.SELF_CARE, {"drinks": BEFORE}
    )
    kept.write_text(record_text(Record((last,))), encoding="utf-8")
    return kept


def test_looking_at_an_answer_of_an_earlier_day_changes_nothing(person: Driver, taken_over: Path) -> None:
    before = taken_over.read_bytes()
    person.window.open_file(taken_over)
    person.click("seeLast")
    person.back()
    person.change("coffee")
    assert person.place == "drinks"
    assert person.number("coffee") == "4"
    person.go_on()
    assert person.place == "review"
    assert person.window.save()
    assert taken_over.read_bytes() == before


def test_another_answer_on_a_page_of_an_earlier_day_is_of_today_and_the_rest_keeps_its_day(
    person: Driver, taken_over: Path
) -> None:
    person.window.open_file(taken_over)
    person.click("seeLast")
    person.back()
    person.change("coffee")
    person.go_on()
    person.change("sleep")
    person.enter_number("sleep", "6")
    assert person.window.save()
    former, begun = read_stored(person.session.protocol, taken_over)[0].checks
    assert former.as_on == {"drinks": BEFORE}
    assert begun.as_on["drinks"] == BEFORE
    assert "load" not in begun.as_on


def test_the_last_answer_that_is_taken_back_leaves_the_file_too(person: Driver, kept: Path, qtbot: QtBot) -> None:
    kept.write_text(record_text(Record((Check(Answers({"who": "myself"}), DAY),))), encoding="utf-8")
    person.window.open_file(kept)
    person.session.answer("who", None)
    assert person.window.isWindowModified()
    qtbot.waitUntil(lambda: not person.window.isWindowModified(), timeout=3000)
    assert read_stored(person.session.protocol, kept)[0] == Record()


def test_a_pregnancy_of_weeks_ago_is_asked_anew_and_nothing_else_of_its_page(
    person: Driver, kept: Path, calm: Calm
) -> None:
    given = calm(sex="female", pregnancy="early", gad_worry="several_days")
    last = Check(given, date(2026, 10, 20), "09:30", "2026.11 (0000000)", Disposition.SELF_CARE)
    kept.write_text(record_text(Record((last,))), encoding="utf-8")
    person.window.open_file(kept)
    person.go_on()  # "Check again"
    assert person.place == "about"
    assert person.ticked("pregnancy") == ()
    assert person.ticked("sex") == ("female",)
    person.click("pregnancy.late")
    signs = {one: given[one] for one in given if one not in person.answers and not one.startswith("gad_")}
    person.hurry(signs, "load")
    assert person.ticked("gad_worry") == ()


def test_a_second_check_of_the_same_day_has_its_time(person: Driver, kept: Path, calm: Calm) -> None:
    last = Check(calm(), DAY, "09:30", "2026.11 (0000000)", Disposition.SELF_CARE)
    kept.write_text(record_text(Record((last,))), encoding="utf-8")
    person.window.open_file(kept)
    person.go_on()
    person.hurry(calm(), "result")
    person.window.save()
    record, _ = read_stored(person.session.protocol, kept)
    assert [check.on for check in record.checks] == [DAY, DAY]
    assert record.checks[0].at == "09:30"
    assert record.checks[1].at


def test_an_emergency_of_an_earlier_day_is_told_and_interrupts_nothing(person: Driver, kept: Path, calm: Calm) -> None:
    last = Check(calm(slurred="today"), date(2026, 11, 9), "09:30", "2026.11 (0000000)", Disposition.EMERGENCY)
    kept.write_text(record_text(Record((last,))), encoding="utf-8")
    person.window.open_file(kept)
    assert person.place == "start"
    assert person.label("lastAction") == "Call the emergency number now"
    assert not person.seen("brake")
    person.click("seeLast")
    assert person.place == "interruption"
    assert not person.seen("mistake")
    person.click("backToChecks")
    assert person.place == "start"
    assert person.session.record.checks == (last,)  # nothing of it has been changed


def test_a_new_check_leaves_the_file_as_it_is(person: Driver, kept: Path) -> None:
    before = kept.read_bytes()
    person.window.open_file(kept)
    person.choose_from_menu("newCheckAction")
    assert person.place == "start"
    assert person.primary() == "Start"
    assert person.window.windowTitle() == "Muscle twitch self-check"
    person.session.answer("who", "myself")
    person.window.document.save()
    assert kept.read_bytes() == before


def test_no_file_is_remembered_until_that_is_allowed(person: Driver, kept: Path) -> None:
    person.window.open_file(kept)
    assert person.recent() == []
    person.choose_recent("keepRecent")
    assert person.recent() == ["1 calf"]
    person.choose_from_menu("newCheckAction")
    person.choose_recent("recent.1")
    assert person.label("lastCheck").startswith("Last check, 9 November 2026")
    person.choose_recent("clearRecent")
    assert person.recent() == []
    assert person.window.preferences.recent == ()
    person.window.note_recent()
    person.choose_recent("keepRecent")  # no longer allowed: the list is forgotten at once
    assert not person.window.preferences.recent


def test_without_a_file_the_first_page_says_that_nothing_is_kept(person: Driver) -> None:
    assert person.says("nothing is kept unless you save it")


def test_a_check_that_is_over_stays_of_its_day_when_midnight_passes(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path
) -> None:
    person.hurry(calm(), "result")
    dialogs.target = tmp_path / "mine.twitchcheck"
    person.choose_from_menu("saveAs")
    person.session.today = lambda: DAY + timedelta(days=1)
    person.session.answer("coffee", 9.0)  # begins another check, since signs of yesterday are not those of today
    person.window.save()
    first, second = read_stored(person.session.protocol, dialogs.target)[0].checks
    assert (first.on, first.level) == (DAY, Disposition.SELF_CARE)
    assert (second.on, second.level) == (DAY + timedelta(days=1), None)
