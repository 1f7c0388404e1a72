"""What a later check takes over, and what it asks anew."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import Role
from twitchcheck.records.check_again import taken_over
from twitchcheck.records.record import Check, Plan
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]
THEN, NOW = date(2026, 11, 25), date(2026, 12, 9)


def test_what_rarely_changes_is_taken_over_with_its_day(protocol: TriageProtocol, calm: Calm) -> None:
    given = calm(coffee=5.0, numb_area="days", age=35.0)
    answers, as_on = taken_over(protocol, Check(given, THEN), (), NOW)
    assert answers["coffee"] == 5.0
    assert answers["age"] == 35.0
    assert "numb_area" not in answers
    assert set(as_on.values()) == {THEN}


def test_nothing_that_changes_within_days_is_taken_over(protocol: TriageProtocol, calm: Calm) -> None:
    answers, as_on = taken_over(protocol, Check(calm(), THEN), (), NOW)
    items = protocol.questionnaire.items
    assert not [one for one in answers if items[one].role in (Role.WARNING, Role.SYMPTOM)]
    asked_anew = {"infection", "exercise", "fluids", "examined", "alcohol_cut"}
    assert not asked_anew & answers.keys()
    assert "lately" not in as_on


@pytest.mark.parametrize(("answer", "taken"), [("no", True), ("same", True), ("more", False), ("unknown", False)])
def test_a_medicine_that_was_changed_then_is_asked_anew(
    protocol: TriageProtocol, calm: Calm, answer: str, taken: bool
) -> None:
    answers, as_on = taken_over(protocol, Check(calm(triptan=answer), THEN), (), NOW)
    assert ("triptan" in answers) is taken
    assert ("medicines" in as_on) is taken
    assert answers["lithium"] == "no"


def test_a_page_that_was_never_reached_is_asked(protocol: TriageProtocol) -> None:
    answers, as_on = taken_over(protocol, Check(Answers({"who": "myself", "sleep": 7.0}), THEN), (), NOW)
    assert dict(answers) == {"who": "myself", "sleep": 7.0}
    assert as_on.keys() == {"about", "load", "words"}  # nothing has to be said on the last


@pytest.mark.parametrize("trigger", ["caffeine", "sleep"])
def test_what_a_plan_was_about_is_asked_anew(protocol: TriageProtocol, calm: Calm, trigger: str) -> None:
    answers, as_on = taken_over(protocol, Check(calm(), THEN), (Plan(trigger, THEN),), NOW)
    about = next(one.plan.amounts for one in protocol.triggers if one.id == trigger and one.plan is not None)
    assert not set(about) & answers.keys()
    page = protocol.questionnaire.page_of_item[about[0]]
    assert page.id not in as_on
    assert [one.id for one in page.items if one.id in answers]  # the rest of the page is as it was


@pytest.mark.parametrize(("days", "taken"), [(14, True), (21, True), (22, False)])
def test_what_was_about_a_short_time_is_asked_anew_once_that_has_gone_by(
    protocol: TriageProtocol, calm: Calm, days: int, taken: bool
) -> None:
    given = calm(sex="female", pregnancy="early", conditions=("neck_operation",), neck_operation_when="recent")
    answers, as_on = taken_over(protocol, Check(given, THEN), (), THEN + timedelta(days=days))
    short = {"pregnancy", "sleep", "stress", "gad_nervous", "gad_worry", "stimulants", "neck_operation_when"}
    assert {one for one in short if one in answers} == (short if taken else set())
    assert {"about", "drinks", "load", "conditions"} & as_on.keys() == (
        {"about", "drinks", "load", "conditions"} if taken else set()
    )
    assert (answers["sex"], answers["coffee"], answers["conditions"]) == ("female", 0, ("neck_operation",))
    assert "medicines" in as_on


def test_the_day_that_an_answer_is_of_counts_and_not_that_of_the_check_that_took_it_over(
    protocol: TriageProtocol, calm: Calm
) -> None:
    check = Check(calm(), THEN, as_on={"load": THEN - timedelta(days=14)})
    assert "gad_worry" not in taken_over(protocol, check, (), NOW).answers


def test_of_a_day_that_is_not_known_nothing_is_known_to_be_of_the_last_weeks(
    protocol: TriageProtocol, calm: Calm
) -> None:
    answers, as_on = taken_over(protocol, Check(calm()), (), NOW)
    assert "gad_worry" not in answers
    assert "load" not in as_on
    assert answers["coffee"] == 0


def test_what_was_not_asked_then_keeps_no_page_from_being_taken_over(protocol: TriageProtocol, calm: Calm) -> None:
    _, as_on = taken_over(protocol, Check(calm(sex="male"), THEN), (), NOW + timedelta(days=60))
    assert "about" in as_on  # no question about pregnancy


def test_a_missed_dialysis_is_of_its_day(protocol: TriageProtocol, calm: Calm) -> None:
    check = Check(calm(conditions=("dialysis",), dialysis_missed="no"), THEN)
    assert "dialysis_missed" in taken_over(protocol, check, (), THEN).answers
    assert "dialysis_missed" not in taken_over(protocol, check, (), THEN + timedelta(days=1)).answers


def test_a_plan_of_another_content_changes_nothing(protocol: TriageProtocol, calm: Calm) -> None:
    check = Check(calm(), THEN)
    assert taken_over(protocol, check, (Plan("tea", THEN),), NOW) == taken_over(protocol, check, (), NOW)


@pytest.mark.parametrize(
    ("on", "age"), [(date(2027, 11, 24), 35.0), (date(2027, 11, 25), 36.0), (date(2030, 1, 1), 38.0)]
)
def test_the_age_goes_by_the_calendar(protocol: TriageProtocol, calm: Calm, on: date, age: float) -> None:
    answers, as_on = taken_over(protocol, Check(calm(age=35.0, sex="male"), THEN), (), on)
    assert answers["age"] == age
    # The next check counts from the day when the age was said, not from the day of the last check.
    later = Check(answers, on, as_on=as_on)
    assert taken_over(protocol, later, (), date(2031, 11, 25)).answers["age"] == 40.0


def test_an_age_that_was_not_said_stays_so(protocol: TriageProtocol, calm: Calm) -> None:
    for given in (calm(age="not_sure"), calm().without("age")):
        assert taken_over(protocol, Check(given, THEN), (), NOW).answers.get("age") == given.get("age")


def test_what_was_taken_over_twice_keeps_its_first_day(protocol: TriageProtocol, calm: Calm) -> None:
    check = Check(calm(sex="male"), THEN, as_on={"about": date(2026, 9, 1)})
    _, as_on = taken_over(protocol, check, (), NOW)
    assert as_on["about"] == date(2026, 9, 1)
    assert as_on["drinks"] == THEN
