"""What a later check takes over from the one before it, and what it asks anew."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.items import Page
from twitchcheck.records.record import Check, Plan
from twitchcheck.rules.protocol import TriageProtocol


class TakenOver(NamedTuple):
    """Answers of an earlier check that still hold, and the pages that they answer whole, with the day they are of."""

    answers: Answers
    as_on: dict[str, date]


def taken_over(protocol: TriageProtocol, check: Check, plans: Iterable[Plan], on: date) -> TakenOver:
    """What a check on the day `on` takes over: the answers of the pages that last, with the age by the calendar. Signs
    are asked anew, and the amounts that a plan was about."""
    triggers = {trigger.id: trigger for trigger in protocol.triggers}
    changed = {
        item_id
        for plan in plans
        if plan.trigger in triggers and (planned := triggers[plan.trigger].plan) is not None
        for item_id in planned.amounts
    }
    answers: dict[str, Answer] = {}
    as_on: dict[str, date] = {}
    then = check.on or on
    for page in protocol.questionnaire.pages():
        if page.lasting:
            kept = {
                item.id: check.answers[item.id]
                for item in page.items
                if item.id in check.answers and item.id not in changed
            }
            answers |= kept
            if kept and not changed & _ids(page):
                as_on[page.id] = check.as_on.get(page.id, then)
    age_item = protocol.edition.age_item
    age = answers.get(age_item)
    if isinstance(age, int | float):
        item = protocol.questionnaire.items[age_item]
        given_on = as_on.get(protocol.questionnaire.page_of_item[age_item].id, then)
        answers[age_item] = min(age + _years(given_on, on) - _years(given_on, then), item.maximum)
    return TakenOver(Answers(answers), as_on)


def _ids(page: Page) -> set[str]:
    return {item.id for item in page.items}


def _years(since: date, on: date) -> int:
    """Whole years between two days."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))
