"""The interview: which pages are asked with these answers, what is still missing, what comes next."""

from collections.abc import Iterable

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import NO, NOT_SURE, Item, ItemType, Page, Questionnaire


def enabled_pages(questionnaire: Questionnaire, answers: Answers) -> tuple[Page, ...]:
    """The pages with at least one enabled item, in order."""
    enabled = Facts(questionnaire, answers).enabled
    return tuple(page for page in questionnaire.pages() if any(item.id in enabled for item in page.items))


def enabled_items(questionnaire: Questionnaire, answers: Answers, page: Page) -> tuple[Item, ...]:
    """The items of one page that are asked."""
    enabled = Facts(questionnaire, answers).enabled
    return tuple(item for item in page.items if item.id in enabled)


def next_page(questionnaire: Questionnaire, answers: Answers, page: Page) -> Page | None:
    """The next page to ask after `page`; None when it is the last one."""
    following = False
    enabled = {one.id for one in enabled_pages(questionnaire, answers)}
    for one in questionnaire.pages():
        if following and one.id in enabled:
            return one
        following = following or one.id == page.id
    return None


def missing_items(questionnaire: Questionnaire, answers: Answers, page: Page) -> tuple[Item, ...]:
    """The enabled items of a page that must be answered and are not; "not sure" is an answer."""
    facts = Facts(questionnaire, answers)
    return tuple(
        item
        for item in page.items
        if item.id in facts.unanswered and item.type is not ItemType.TEXT and not item.optional
    )


def left_alone(questionnaire: Questionnaire, answers: Answers, page: Page) -> tuple[Item, ...]:
    """The rows and amounts of a page with words for "none of these" that are asked and have no answer yet."""
    if not page.none:
        return ()
    asked = enabled_items(questionnaire, answers, page)
    return tuple(item for item in asked if item.id not in answers and (item.is_row or item.type is ItemType.AMOUNT))


def answered_none(answers: Answers, items: Iterable[Item]) -> Answers:
    """The answers with each of these rows "no" and each of these amounts nothing."""
    return answers.with_answers({item.id: NO if item.is_row else item.minimum for item in items})


def answered_not_sure(answers: Answers, items: Iterable[Item]) -> Answers:
    """The answers with each of these rows and amounts "not sure", where that is an answer."""
    return answers.with_answers({item.id: NOT_SURE for item in items if item.not_sure})
