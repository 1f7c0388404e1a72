"""The checks of a file over time: on its first page, on the result, for the doctor, and in a terminal."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check, Day, Plan, Record, Twitching
from twitchcheck.report import history
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.html_document import person_html
from twitchcheck.report.plain_text import text
from twitchcheck.report.record_view import RecordView, record_view
from twitchcheck.report.result_view import ResultView, result_view
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]
LATER = DAY + timedelta(days=14)


@pytest.fixture
def seen(protocol: TriageProtocol) -> Callable[..., RecordView]:
    """The first page of a file with these checks."""

    def made(*checks: Check, today: date = LATER) -> RecordView:
        view = record_view(protocol, checks, today)
        assert view is not None
        return view

    return made


def test_a_file_without_checks_has_no_first_page(protocol: TriageProtocol) -> None:
    assert record_view(protocol, (), DAY) is None


def test_the_last_check_is_told_with_its_level_and_when_another_makes_sense(
    seen: Callable[..., RecordView], calm: Calm
) -> None:
    twitching: dict[str, Answer] = {"places": ("eyelid",), "side": "left", "duration": 4.0}
    view = seen(Check(calm(**twitching), DAY, level=Disposition.SELF_CARE), today=DAY + timedelta(days=8))
    assert (view.last.day, view.last.level) == ("23 November 2026", "Self-care")
    assert view.action == "No doctor is needed for this now"
    assert view.next == "Another check makes sense on 3 December 2026, or as soon as something new comes."
    assert view.brake == ()


def test_where_that_day_has_come_it_makes_sense_now(seen: Callable[..., RecordView], calm: Calm) -> None:
    view = seen(Check(calm(), DAY, level=Disposition.ROUTINE), today=DAY + timedelta(days=60))
    assert view.next == "Another check makes sense now, or as soon as something new comes."


@pytest.mark.parametrize("level", [Disposition.SAME_DAY, Disposition.EMERGENCY])
def test_who_was_told_to_act_today_is_told_no_day_to_check_again(
    seen: Callable[..., RecordView], calm: Calm, level: Disposition
) -> None:
    view = seen(Check(calm(), DAY, level=level), today=DAY + timedelta(days=2))
    assert view.action
    assert (view.next, view.brake) == ("", ())


def test_who_comes_back_within_days_reads_why_that_shows_little(seen: Callable[..., RecordView], calm: Calm) -> None:
    view = seen(Check(calm(), DAY, level=Disposition.ROUTINE), today=DAY + timedelta(days=2))
    told = " ".join(one.text for one in view.brake)
    assert "nothing new is likely to show" in told
    assert "21 December 2026" in told
    assert all(one.sources for one in view.brake)
    assert {source for one in view.brake for source in one.sources} == {one.id for one in view.sources}


@pytest.mark.parametrize("level", [Disposition.SAME_DAY, Disposition.EMERGENCY])
def test_nobody_is_told_to_wait_with_what_is_urgent(
    seen: Callable[..., RecordView], calm: Calm, level: Disposition
) -> None:
    view = seen(Check(calm(), DAY, level=level), today=DAY)
    assert (view.next, view.brake) == ("", ())
    assert view.action


def test_what_is_not_known_of_a_check_is_said(seen: Callable[..., RecordView], calm: Calm) -> None:
    view = seen(Check(calm()), Check(calm(), DAY, "09:05"), Check(calm(), DAY, "21:10", level=Disposition.SOON))
    assert [(one.day, one.level) for one in view.history] == [
        ("23 November 2026, 21:10", "Soon"),
        ("23 November 2026, 09:05", "not finished"),
        ("day not known", "not finished"),
    ]


@pytest.fixture
def result(protocol: TriageProtocol, calm: Calm) -> Callable[..., ResultView]:
    """The result of a check, some days after another one."""

    def made(then: Check, days: int = 14, **now: Answer) -> ResultView:
        answers = calm(**now)
        assessment = assess(protocol, answers, DAY + timedelta(days=days))
        return result_view(protocol, answers, assessment, (), before=then)

    return made


def test_what_has_changed_stands_on_the_result_and_on_paper(result: Callable[..., ResultView], calm: Calm) -> None:
    then = Check(calm(coffee=5.0, sore="weeks"), DAY, level=Disposition.ROUTINE)
    view = result(then, coffee=1.0, numb_area="days")
    assert view.since is not None
    assert view.since.title == "Since 23 November 2026"
    assert view.since.rows == (
        ("Advice", "Not urgent, as before. The day that was told then still stands: 21 December 2026"),
        ("Worse", "new: numb area, for some days"),
        ("Amounts", "Caffeine: from about 450 mg to about 90 mg"),
    )
    html = person_html(view, draw=lambda _: "")
    for name, words in view.since.rows:
        assert f"<b>{name}:</b> {words}" in html


def test_without_a_change_that_is_said(result: Callable[..., ResultView], calm: Calm) -> None:
    view = result(Check(calm(), DAY, level=Disposition.SELF_CARE))
    assert view.since is not None
    assert ("Signs", "No sign has changed.") in view.since.rows
    assert view.since.brake == ()


def test_grades_places_and_triggers_are_told_with_both_states(result: Callable[..., ResultView], calm: Calm) -> None:
    twitching: dict[str, Answer] = {"places": ("eyelid",), "side": "left", "often": "constant", "course": "same"}
    then = Check(calm(**twitching, exercise=("more",)), None)
    view = result(then, **{**twitching, "places": ("calf",), "often": "now_and_then", "sleep": 5.0})
    assert view.since is not None
    assert view.since.title == "Since the check before"
    risen = result(Check(calm(), DAY, level=Disposition.SELF_CARE), numb_area="days").since
    assert risen is not None
    assert risen.level == "from Self-care to Not urgent"
    assert view.since.level == "Self-care"
    assert "new: twitching (calf)" in view.since.worse
    assert "gone: twitching (eyelid)" in view.since.better
    assert "How often: from nearly all the time to now and then" in view.since.better
    assert "Hard or new effort: no longer" in view.since.amounts
    assert any(one.startswith("Sleep: from ") for one in view.since.amounts)


def test_a_sign_that_has_gone_and_one_that_came_back(result: Callable[..., ResultView], calm: Calm) -> None:
    then = Check(calm(numb_area="weeks", hoarse="weeks"), DAY, level=Disposition.SOON)
    view = result(then, numb_area="no", hoarse="today")
    assert view.since is not None
    assert [one for one in view.since.better if one.startswith("gone: ")]
    assert [one for one in view.since.worse if one.startswith("began again: ")]


def test_who_checks_too_soon_without_anything_new_reads_the_brake_on_the_result(
    result: Callable[..., ResultView], calm: Calm
) -> None:
    then = Check(calm(), DAY, level=Disposition.SELF_CARE)
    soon, new = result(then, days=1), result(then, days=1, numb_area="today")
    assert soon.since is not None
    assert soon.since.brake
    assert {source for one in soon.since.brake for source in one.sources} <= {one.id for one in soon.sources}
    assert new.since is not None
    assert new.since.brake == ()


def test_the_doctor_sees_the_course_over_time(protocol: TriageProtocol, calm: Calm) -> None:
    earlier = (
        Check(calm(), date(2026, 9, 1), level=Disposition.SELF_CARE),
        Check(calm(), date(2026, 10, 1)),
        Check(calm(), DAY, level=Disposition.ROUTINE),
    )
    answers = calm(numb_area="days")
    sheet = doctor_sheet(protocol, answers, assess(protocol, answers, LATER), earlier)
    rows = {row.label: row.text for part in sheet.parts if part.title == "Course" for row in part.rows}
    assert rows["Checks before"] == "1 September 2026 Self-care; 23 November 2026 Not urgent"
    assert "numb" in rows["Since 23 November 2026: worse"]
    alone = doctor_sheet(protocol, answers, assess(protocol, answers, LATER), earlier[1:2])
    assert not [row for part in alone.parts for row in part.rows if row.label == "Checks before"]
    assert "Course" not in [
        part.title for part in doctor_sheet(protocol, answers, assess(protocol, answers, DAY)).parts
    ]


def test_the_text_has_it_too(protocol: TriageProtocol, result: Callable[..., ResultView], calm: Calm) -> None:
    view = result(Check(calm(), DAY, level=Disposition.SELF_CARE), days=1)
    sheet = doctor_sheet(protocol, calm(), assess(protocol, calm(), DAY))
    assert "Since 23 November 2026\n* Advice: Self-care, as before" in text(view, sheet)


RECORD_DAYS = {
    DAY: Day(Twitching.MUCH),
    LATER: Day(kept=True, note="x"),
    date(2026, 12, 8): Day(Twitching.NONE, kept=False),
}


def test_the_history_as_text_and_as_data(protocol: TriageProtocol, calm: Calm) -> None:
    record = Record(
        (
            Check(calm(), DAY, "09:05", "2026.11", Disposition.SELF_CARE),
            Check(calm(), date(2026, 12, 1)),
            Check(calm(numb_area="days"), LATER, level=Disposition.ROUTINE),
        ),
        (Plan("caffeine", DAY, RECORD_DAYS),),
    )
    told = history.text(protocol, record, LATER).splitlines()
    assert told[0] == "2026-11-23T09:05: Self-care"
    assert told[1:3] == ["2026-12-01: not finished", "2026-12-07: Not urgent"]
    assert any(line.startswith("  Worse: new: ") for line in told[3:])
    assert "  2026-11-23: much" in told
    assert "  2026-12-07: not given, kept to it" in told
    assert "  2026-12-08: none, not kept to it" in told
    data = history.data(protocol, record, LATER)
    assert [(one["date"], one["time"], one["disposition"]) for one in data["checks"]] == [
        ("2026-11-23", "09:05", "self_care"),
        ("2026-12-01", None, None),
        ("2026-12-07", None, "routine"),
    ]
    assert data["checks"][0]["since_last"] is None
    assert data["checks"][1]["since_last"] is None  # it is not finished
    assert "Worse" in data["checks"][2]["since_last"]
    assert data["plans"][0]["days"][0] == {"date": "2026-11-23", "twitching": "much", "kept": None, "note": ""}


def test_an_empty_history(protocol: TriageProtocol) -> None:
    assert history.text(protocol, Record(), DAY) == "No check yet.\n"
    assert history.data(protocol, Record((Check(),)), DAY)["checks"][0]["date"] is None


def test_a_rise_without_a_sign_is_not_called_no_change(result: Callable[..., ResultView], calm: Calm) -> None:
    calf: dict[str, Answer] = {"places": ("calf",), "side": "left"}
    view = result(Check(calm(**calf, duration=3.0), DAY, level=Disposition.SELF_CARE), **calf, duration=17.0)
    assert view.since is not None
    assert ("Signs", "No sign has changed. Other answers make the advice more urgent.") in view.since.rows
