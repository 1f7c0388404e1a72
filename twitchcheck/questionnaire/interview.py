"""The interview: which pages are asked with these answers, what is still missing, what comes next."""

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import Item, ItemType, Page, Questionnaire


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


def with_initial_amounts(questionnaire: Questionnaire, answers: Answers, page: Page) -> Answers:
    """The answers once a page is left: a stepper that shows a value counts as that value."""
    for item in enabled_items(questionnaire, answers, page):
        if item.initial is not None and item.id not in answers:
            answers = answers.with_answer(item.id, item.initial)
    return answers
