"""The two-week plan in words: what is offered, what a day says, and that there is one verdict, at the end."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from tests.conftest import DAY
from tests.report.conftest import Well
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check, Day, Plan, Record, Twitching
from twitchcheck.report.plan_view import UNNAMED, Phase, PlanView, is_offered, plan_name, plan_offer, plan_view
from twitchcheck.report.sentences import sentences_in
from twitchcheck.rules.protocol import TriageProtocol

BEGAN = DAY + timedelta(days=7)
"""Monday, 30 November 2026."""

RATINGS = list(Twitching)
LESS = (3, 3, 4, 3, *[0] * 10)
MORE = (0, 0, 1, 0, *[3] * 10)
SAME = (2, 2, 1, 2, *[2] * 10)


def rated(ratings: Sequence[int | None], trigger: str = "caffeine") -> Plan:
    """A plan with these days rated, None for one that was missed."""
    plan = Plan(trigger, BEGAN)
    for number, rating in enumerate(ratings, 1):
        if rating is not None:
            plan = plan.with_day(plan.day(number), Day(RATINGS[rating]))
    return plan


@pytest.fixture
def check(well: Well) -> Check:
    """A check with much tea, that told self-care."""
    return Check(well(tea=8.0), DAY, level=Disposition.SELF_CARE)


@pytest.fixture
def seen(small: TriageProtocol, check: Check) -> Callable[..., PlanView]:
    """A plan as it is shown on one of its days."""

    def made(plan: Plan, number: int, checks: Sequence[Check] = (check,)) -> PlanView:
        return plan_view(small, plan, checks, plan.day(number))

    return made


def said(view: PlanView) -> list[str]:
    return [one.text for one in view.outcome]


# ---- what can be tried ----


def test_a_change_is_offered_with_its_aim_and_how_it_is_counted(small: TriageProtocol, check: Check) -> None:
    offer = plan_offer(small, Record((check,)), DAY)
    (change,) = offer.changes
    assert (change.trigger, change.name, change.title) == ("caffeine", "Caffeine", "Less tea")
    assert (change.text.text, change.aim) == ("Drink less tea.", "Aim: One cup.")
    assert change.counted == "A day counts if you had one."
    assert [one.text for one in offer.lead] == ["Try it."]
    assert (offer.with_diary, offer.at_once, offer.others, offer.former) == (True, None, "", "")
    assert is_offered(small, (check,), DAY)


def test_it_cites_its_sources_in_the_order_of_reading(small: TriageProtocol, check: Check) -> None:
    offer = plan_offer(small, Record((check,)), DAY)
    assert [one.id for one in offer.sources] == ["ours", "nhs"]
    assert {source for one in sentences_in(offer) for source in one.sources} == {one.id for one in offer.sources}


def test_who_worries_much_gets_the_change_without_the_diary(small: TriageProtocol, check: Check) -> None:
    statement = replace(small.later.without_diary, when=Condition(at_least={"tea": 1.0}))
    offer = plan_offer(replace(small, later=replace(small.later, without_diary=statement)), Record((check,)), DAY)
    assert [one.text for one in offer.lead] == ["Just do it."]
    assert not offer.with_diary
    assert len(offer.changes) == 1


@pytest.mark.parametrize(("nervous", "with_diary"), [("several_days", True), ("most_days", False)])
def test_three_points_for_worry_are_much(
    protocol: TriageProtocol, calm: Callable[..., Answers], nervous: str, with_diary: bool
) -> None:
    answers = calm(coffee=8.0, gad_nervous=nervous, gad_worry="several_days")
    offer = plan_offer(protocol, Record((Check(answers, DAY, level=Disposition.SELF_CARE),)), DAY)
    assert offer.with_diary is with_diary
    assert "caffeine" in [one.trigger for one in offer.changes]


def test_what_should_change_at_once_has_no_diary(small: TriageProtocol, well: Well) -> None:
    check = Check(well(tea=8.0, antidepressant="more"), DAY, level=Disposition.SELF_CARE)
    offer = plan_offer(small, Record((check,)), DAY)
    assert [one.trigger for one in offer.changes] == ["caffeine"]
    assert offer.at_once is not None
    assert (offer.at_once.text, offer.others) == ("Do it now.", "Without a plan: A medicine.")


@pytest.mark.parametrize("level", [Disposition.SOON, Disposition.SAME_DAY, Disposition.EMERGENCY])
def test_nothing_is_offered_where_a_doctor_comes_first(small: TriageProtocol, check: Check, level: Disposition) -> None:
    told = check._replace(level=level)
    offer = plan_offer(small, Record((told,)), DAY)
    assert (offer.changes, offer.lead, offer.at_once) == ((), (), None)
    assert not is_offered(small, (told,), DAY)


def test_a_new_sign_of_the_check_that_goes_on_takes_the_offer_away(
    small: TriageProtocol, check: Check, well: Well
) -> None:
    assert is_offered(small, (check, Check(well(tea=8.0))), DAY)
    assert not is_offered(small, (check, Check(well(tea=8.0, slurred="today"))), DAY)


def test_without_a_check_nothing_is_offered(small: TriageProtocol) -> None:
    assert not is_offered(small, (), DAY)
    assert plan_offer(small, Record(), DAY).changes == ()


@pytest.mark.parametrize(("days", "words"), [(1, "1 day"), (2, "2 days")])
def test_a_plan_that_was_put_away_is_told(small: TriageProtocol, check: Check, days: int, words: str) -> None:
    offer = plan_offer(small, Record((check,), (rated([1] * days),)), DAY)
    assert offer.former == (
        f"The last plan, “Less tea”, began on 30 November 2026. It is put away with {words} filled in."
    )
    unknown = plan_offer(small, Record((check,), (Plan("gone", BEGAN),)), DAY)
    assert UNNAMED in unknown.former


def test_a_plan_that_was_put_away_early_ends_with_its_last_day(seen: Callable[..., PlanView]) -> None:
    view = seen(rated([1, 1])._replace(ended=BEGAN + timedelta(days=5)), 90)
    assert view.kicker == "Two-week plan · ended on 5 December 2026"
    assert [row.number for row in view.shown] == [1, 2, 3, 4, 5, 6]
    assert said(view)[0] == "Too early."
    assert not any(row.is_today for row in view.rows)
    after = seen(rated([1] * 8)._replace(ended=BEGAN + timedelta(days=5)), 90)  # another clock filled in more
    assert len(after.shown) == 8


def test_what_comes_first_is_not_said_of_a_plan_that_was_put_away(seen: Callable[..., PlanView], check: Check) -> None:
    told = check._replace(level=Disposition.SAME_DAY)
    assert seen(rated([1]), 2, (told,)).first
    assert not seen(rated([1])._replace(ended=BEGAN), 2, (told,)).first


def test_a_plan_is_named_by_its_title_and_its_first_day(small: TriageProtocol) -> None:
    assert plan_name(small, rated([1]), {}) == "Less tea, begun on 30 November 2026"
    assert plan_name(small, Plan("gone", BEGAN), {}) == f"{UNNAMED}, begun on 30 November 2026"


# ---- a plan that runs ----


def test_the_head_says_which_plan_and_which_day(seen: Callable[..., PlanView]) -> None:
    view = seen(rated(()), 6)
    assert view.kicker == "Two-week plan · day 6 of 14"
    assert (view.title, view.started, view.first) == ("Less tea", "Started on 30 November 2026.", "")
    assert view.aim is not None
    assert (view.aim.text, view.aim.sources) == ("Aim: One cup.", ("nhs",))
    assert view.counted == "A day counts if you had one."
    assert [one.text for one in view.how] == ["Drink less tea.", "Try it."]
    assert {one.id for one in view.sources} == {source for one in sentences_in(view) for source in one.sources}


def test_a_plan_of_another_content_is_shown_with_its_days(seen: Callable[..., PlanView]) -> None:
    view = seen(rated([2], trigger="gone"), 2)
    assert (view.title, view.aim, view.counted) == (UNNAMED, None, "")
    assert view.rows[0].rating == "some"
    assert "not known" in view.for_doctor


def test_the_days_have_their_date_and_part(seen: Callable[..., PlanView]) -> None:
    rows = seen(rated(()), 6).rows
    assert [row.number for row in rows] == [*range(1, 15)]
    assert (rows[0].day, rows[0].in_full, rows[13].day) == ("Mon 30 Nov", "Monday 30 November", "Sun 13 Dec")
    assert [row.number for row in rows if row.phase is Phase.USUAL] == [1, 2, 3, 4]
    assert [row.number for row in rows if row.asks_kept] == [*range(5, 15)]


@pytest.mark.parametrize(
    ("number", "fillable", "to_come"),
    [(1, 1, "13 days to come."), (6, 6, "8 days to come."), (13, 13, "1 day to come."), (14, 14, ""), (30, 14, "")],
)
def test_days_to_come_cannot_be_filled_in(
    seen: Callable[..., PlanView], number: int, fillable: int, to_come: str
) -> None:
    view = seen(rated(()), number)
    assert [row.may_fill for row in view.rows] == [place < fillable for place in range(14)]
    assert [row.number for row in view.rows if row.is_today] == ([number] if number <= 14 else [])
    assert (len(view.shown), view.to_come) == (fillable, to_come)


def test_a_clock_that_was_put_back_fills_in_nothing(seen: Callable[..., PlanView]) -> None:
    view = seen(rated(()), -3)
    assert view.kicker == "Two-week plan · begins on 30 November 2026"
    assert view.started == "Starts on 30 November 2026."
    assert said(view)[0] == "Too early to tell: the plan begins on 30 November 2026."
    assert view.shown == ()


GIVEN: Mapping[str, tuple[Day, str]] = {
    "missed": (Day(), "Fri 4 Dec: not filled in"),
    "kept": (Day(Twitching.ALL_DAY, True), "Fri 4 Dec: all day; kept to it: yes"),
    "not kept": (Day(None, False, "Tired"), "Fri 4 Dec: kept to it: no; Tired"),
}


@pytest.mark.parametrize("name", GIVEN)
def test_a_day_says_what_was_given(seen: Callable[..., PlanView], name: str) -> None:
    given, words = GIVEN[name]
    view = seen(Plan("caffeine", BEGAN).with_day(BEGAN + timedelta(days=4), given), 6)
    assert view.rows[4].in_a_line == words
    assert view.has_days is (name != "missed")


def test_the_chart_can_be_read(seen: Callable[..., PlanView]) -> None:
    view = seen(rated([3, None, 0]), 6)
    assert view.chart == ((1, 3), (3, 0))
    assert view.chart_in_words == "Twitching by day: day 1 much, day 3 none."
    assert seen(rated(()), 6).chart_in_words == "No day is filled in yet."


# ---- what the days show ----


@pytest.mark.parametrize("number", [1, 6, 14])
def test_before_the_end_it_is_too_early_whatever_the_days_are(seen: Callable[..., PlanView], number: int) -> None:
    view = seen(rated(LESS), number)
    assert said(view) == [f"Too early to tell: day {number} of 14.", "It goes."]
    assert (view.is_over, view.averages) == (False, ())


@pytest.mark.parametrize(
    ("ratings", "outcome"),
    [
        (LESS, ["From 3.3 to 0.0.", "It goes."]),
        (MORE, ["More: 3.0.", "It goes.", "See a doctor on 3 December 2026."]),
        (SAME, ["Not clear.", "It goes.", "See a doctor on 3 December 2026."]),
        ((3, 3, None, None, *[0] * 10), ["Too early.", "It goes.", "See a doctor on 3 December 2026."]),
    ],
)
def test_at_the_end_there_is_one_verdict_and_what_comes_next(
    seen: Callable[..., PlanView], ratings: Sequence[int | None], outcome: list[str]
) -> None:
    view = seen(rated(ratings), 15)
    assert view.kicker == "Two-week plan · the two weeks are over"
    assert said(view) == outcome


def test_the_averages_are_told_in_words(seen: Callable[..., PlanView]) -> None:
    assert seen(rated(LESS), 15).averages == (
        "Usual days: 3.3 on average, about “much”, from 4 days.",
        "Days with the change kept to: 0.0 on average, about “none”, from 10 days.",
        "0 stands for “none”, 4 for “all day”.",
    )
    assert seen(rated([2, 3, 2, 3]), 15).averages[0] == "Usual days: 2.5 on average, about “much”, from 4 days."
    assert seen(rated([None, 2]), 15).averages[:2] == (
        "Usual days: 2.0 on average, about “some”, from 1 day.",
        "Days with the change kept to: none rated.",
    )


@pytest.mark.parametrize("level", [Disposition.SOON, Disposition.SAME_DAY])
def test_a_doctor_who_was_advised_comes_first(seen: Callable[..., PlanView], check: Check, level: Disposition) -> None:
    view = seen(rated(MORE), 15, [check._replace(level=level)])
    assert view.first.startswith("The last check said: ")
    assert view.first.endswith("Act. That comes first; the plan can wait.")
    assert said(view) == ["More: 3.0.", "It goes."]


def test_without_a_check_there_is_no_day_to_name(seen: Callable[..., PlanView]) -> None:
    view = seen(rated(MORE), 15, [])
    assert said(view) == ["More: 3.0.", "It goes."]
    assert view.first == ""


def test_the_level_that_was_told_counts_not_the_check_that_goes_on(
    seen: Callable[..., PlanView], check: Check, well: Well
) -> None:
    later = Check(well(), date(2026, 12, 10))
    assert said(seen(rated(MORE), 15, [check, later]))[2] == "See a doctor on 3 December 2026."
    untold = [check._replace(level=None)]
    assert said(seen(rated(MORE), 15, untold))[2] == "See a doctor on 3 December 2026."


def test_the_doctor_reads_how_the_diary_came_about(seen: Callable[..., PlanView]) -> None:
    plan = rated([3, 3, 2]).with_day(BEGAN + timedelta(days=4), Day(Twitching.LITTLE, True))
    plan = plan.with_day(BEGAN + timedelta(days=5), Day(None, False))
    assert seen(plan, 6).for_doctor == (
        "For the doctor: self-rated once a day, 4 of 14 days rated. Changed from day 5 on: Caffeine. "
        "Kept to on 1 of 2 days for which that was said."
    )
    assert seen(rated([3]), 6).for_doctor.endswith("1 of 14 days rated. Changed from day 5 on: Caffeine.")
    assert seen(rated(()), 6).for_doctor == ""
