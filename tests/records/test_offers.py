"""Which changes are offered as a plan: never for what should change at once, and no diary for who worries much."""

from collections.abc import Callable

import pytest

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.records.offers import Offers, offers
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol


@pytest.fixture
def offered(protocol: TriageProtocol, calm: Callable[..., Answers]) -> Callable[..., Offers]:
    """What is offered after a check with these answers."""
    return lambda **given: offers(protocol, assess(protocol, calm(**given), DAY))


def ids(found: Offers) -> tuple[list[str], list[str], bool]:
    return [one.id for one in found.plans], [one.id for one in found.at_once], found.with_diary


@pytest.mark.parametrize(
    ("given", "plans", "at_once"),
    [
        ({}, [], []),
        ({"coffee": 5.0, "sleep": 6.5}, ["caffeine", "sleep"], []),
        ({"coffee": 5.0, "sex": "female", "pregnancy": "early"}, [], ["caffeine"]),
        ({"coffee": 5.0, "sex": "female", "pregnancy": "not_sure"}, [], ["caffeine"]),
        ({"coffee": 5.0, "age": 15.0, "sleep": 9.0}, [], ["caffeine"]),
        ({"coffee": 5.0, "age": "not_sure"}, [], ["caffeine"]),
        ({"beer": 20.0, "stress": 8.0}, ["stress"], ["alcohol"]),
        ({"fluids": ("little_drink",)}, [], ["dehydration"]),
        ({"exercise": ("more",)}, ["overexertion"], []),
    ],
)
def test_what_may_wait_is_offered(
    offered: Callable[..., Offers], given: dict[str, Answer], plans: list[str], at_once: list[str]
) -> None:
    assert ids(offered(**given)) == (plans, at_once, True)


def test_nothing_is_offered_to_who_needs_a_doctor_soon(offered: Callable[..., Offers]) -> None:
    assert ids(offered(coffee=5.0, harder="weeks")) == ([], [], False)


def test_who_worries_much_is_offered_the_change_without_the_diary(offered: Callable[..., Offers]) -> None:
    found = offered(coffee=5.0, gad_nervous="nearly_daily", gad_worry="several_days")
    assert [one.id for one in found.plans] == ["caffeine"]
    assert not found.with_diary
    assert offered(coffee=5.0, gad_nervous="several_days", gad_worry="several_days").with_diary
