"""What has changed from one check to the next, and who checks again too soon."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.pause import has_nothing_new, is_too_soon
from twitchcheck.records.record import Check
from twitchcheck.records.since import Course, SinceLast, since_last
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]


@pytest.fixture
def since(protocol: TriageProtocol, calm: Calm) -> Callable[..., SinceLast]:
    """What has changed from the answers `then` to those `now`, two weeks later."""

    def made(
        then: dict[str, Answer], now: dict[str, Answer], level: Disposition | None = Disposition.SELF_CARE
    ) -> SinceLast:
        before = Check(calm(**then), DAY, level=level)
        return since_last(protocol, before, assess(protocol, calm(**now), DAY + timedelta(days=14)))

    return made


@pytest.mark.parametrize(
    ("then", "now", "course"),
    [
        ({}, {"numb_area": "days"}, Course.NEW),
        ({"numb_area": "lately"}, {"numb_area": "today"}, Course.NEW),
        ({"numb_area": "weeks"}, {"numb_area": "days"}, Course.ANEW),
        ({"numb_area": "today"}, {"numb_area": "today"}, Course.ANEW),  # two weeks lie between them
        ({}, {"numb_area": "lately"}, Course.PASSED),
        ({"numb_area": "days"}, {"numb_area": "no"}, Course.GONE),
        ({"numb_area": "days"}, {"numb_area": "lately"}, Course.GONE),
    ],
)
def test_a_sign_comes_and_goes(
    since: Callable[..., SinceLast], then: dict[str, Answer], now: dict[str, Answer], course: Course
) -> None:
    changes = [(one.item_id, one.course) for one in since(then, now).signs]
    assert ("numb_area", course) in changes


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ({}, {}),
        ({"numb_area": "days"}, {"numb_area": "weeks"}),  # the same sign, later
        ({"numb_area": "unknown"}, {"numb_area": "days"}),
        ({"numb_area": "days"}, {"numb_area": "not_sure"}),
    ],
)
def test_what_only_goes_on_is_no_change(
    since: Callable[..., SinceLast], then: dict[str, Answer], now: dict[str, Answer]
) -> None:
    assert [one for one in since(then, now).signs if one.item_id == "numb_area"] == []


def test_places_and_grades(since: Callable[..., SinceLast]) -> None:
    then: dict[str, Answer] = {
        "places": ("eyelid",),
        "side": "left",
        "often": "constant",
        "course": "same",
        "duration": 3,
    }
    now: dict[str, Answer] = {**then, "places": ("calf",), "often": "now_and_then", "course": "more"}
    found = {(one.item_id, one.course, one.then, one.now) for one in since(then, now).signs}
    assert ("places", Course.NEW, "", "calf") in found
    assert ("places", Course.GONE, "eyelid", "") in found
    assert ("often", Course.LESS, "constant", "now_and_then") in found
    assert ("course", Course.MORE, "same", "more") in found


def test_places_that_are_not_known_are_not_gone(since: Callable[..., SinceLast]) -> None:
    then: dict[str, Answer] = {"places": ("eyelid",), "side": "left", "often": "constant", "course": "same"}
    changes = since(then, {**then, "places": ("not_sure",)}).signs
    assert "places" not in [one.item_id for one in changes]


def test_worse_is_not_hidden_by_a_calmer_level(since: Callable[..., SinceLast]) -> None:
    found = since({"numb_area": "days"}, {"numb_area": "no", "cramps": "weeks"}, Disposition.SOON)
    assert found.level_now.urgency < Disposition.SOON.urgency
    assert found.is_worse


def test_a_more_urgent_level_is_worse_even_without_a_new_sign(since: Callable[..., SinceLast]) -> None:
    found = since(
        {"places": ("calf",), "side": "left", "duration": 3.0}, {"places": ("calf",), "side": "left", "duration": 60.0}
    )
    assert found.level_now.urgency > Disposition.SELF_CARE.urgency
    assert found.is_worse
    unknown = since({"duration": 3.0}, {"duration": 3.0}, None)
    assert not unknown.is_worse


def test_triggers_that_counted_in_one_of_both(since: Callable[..., SinceLast]) -> None:
    found = since({"coffee": 5.0}, {"coffee": 1.0, "sleep": 5.0})
    assert [(one.trigger.id, one.was_active, one.is_active) for one in found.triggers] == [
        ("caffeine", True, False),
        ("sleep", False, True),
    ]


@pytest.mark.parametrize(
    ("days", "level", "soon"),
    [
        (0, Disposition.SELF_CARE, True),
        (6, Disposition.ROUTINE, True),
        (7, Disposition.SELF_CARE, False),
        (-1, Disposition.SELF_CARE, False),
        (1, Disposition.SOON, False),
        (1, Disposition.SAME_DAY, False),
        (1, Disposition.EMERGENCY, False),
        (1, None, False),
    ],
)
def test_who_checks_again_within_days_is_told(
    protocol: TriageProtocol, calm: Calm, days: int, level: Disposition | None, soon: bool
) -> None:
    before = Check(calm(), DAY, level=level)
    assert is_too_soon(protocol, before, DAY + timedelta(days=days)) is soon


def test_a_check_without_a_day_is_never_too_soon(protocol: TriageProtocol, calm: Calm) -> None:
    assert not is_too_soon(protocol, Check(calm(), None, level=Disposition.SELF_CARE), date(2026, 11, 23))


@pytest.mark.parametrize(("now", "brake"), [({}, True), ({"numb_area": "today"}, False), ({"slurred": "today"}, False)])
def test_the_brake_never_stands_before_something_new(
    protocol: TriageProtocol, calm: Calm, now: dict[str, Answer], brake: bool
) -> None:
    before, on = Check(calm(), DAY, level=Disposition.SELF_CARE), DAY + timedelta(days=2)
    since = since_last(protocol, before, assess(protocol, calm(**now), on))
    assert has_nothing_new(protocol, before, since, on) is brake
