"""What a later check takes over from the one before it, and what it asks anew."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import NO, NOT_SURE, Item
from twitchcheck.records.record import Check, Plan
from twitchcheck.rules.protocol import TriageProtocol


class TakenOver(NamedTuple):
    """Answers of an earlier check that still hold, and the pages that they answer whole, with the day they are of."""

    answers: Answers
    as_on: dict[str, date]


def taken_over(protocol: TriageProtocol, check: Check, plans: Iterable[Plan], on: date) -> TakenOver:
    """What a check on the day `on` takes over: the answers of the pages that may still be so, with the age by the
    calendar. Signs are asked anew, the amounts that a plan was about, a medicine that was changed lately, and what was
    about a short time that has gone by."""
    of_plans = _amounts_of(protocol, plans)
    enabled = Facts(protocol.questionnaire, check.answers).enabled
    answers: dict[str, Answer] = {}
    as_on: dict[str, date] = {}
    then = check.on or on
    for page in protocol.questionnaire.pages():
        if not page.still:
            continue
        given = {item.id: check.answers[item.id] for item in page.items if item.id in check.answers}
        given_on = check.as_on.get(page.id, check.on)
        anew = {
            item.id
            for item in page.items
            if item.id in of_plans
            or _is_of_that_time(item, given.get(item.id))
            or (item.id in enabled and _is_too_old(item, given_on, on))
        }
        answers |= {item_id: answer for item_id, answer in given.items() if item_id not in anew}
        if not anew and (given or all(item.optional for item in page.items if item.enabled_when is None)):
            as_on[page.id] = given_on or on
    age_item = protocol.edition.age_item
    age = answers.get(age_item)
    if isinstance(age, int | float):
        item = protocol.questionnaire.items[age_item]
        said_on = check.as_on.get(protocol.questionnaire.page_of_item[age_item].id, then)
        answers[age_item] = min(age + _years(said_on, on) - _years(said_on, then), item.maximum)
    return TakenOver(Answers(answers), as_on)


def _amounts_of(protocol: TriageProtocol, plans: Iterable[Plan]) -> set[str]:
    """The items that plans were about."""
    tried = {plan.trigger for plan in plans}
    changes = [trigger.plan for trigger in protocol.triggers if trigger.id in tried and trigger.plan is not None]
    return {item_id for change in changes for item_id in change.amounts}


def _is_of_that_time(item: Item, answer: Answer | None) -> bool:
    """Whether a row says what was new then, such as a medicine that was started: not whether it is as before."""
    return item.is_row and len(item.steps) > 1 and answer not in (None, NO, NOT_SURE, item.steps[0].id)


def _is_too_old(item: Item, given_on: date | None, on: date) -> bool:
    """Whether an answer is about a short time that has gone by, or nobody knows whether it has."""
    return item.still_days is not None and (given_on is None or (on - given_on).days > item.still_days)


def _years(since: date, on: date) -> int:
    """Whole years between two days."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))
