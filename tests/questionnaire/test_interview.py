"""Which page is asked next, what is missing on it, and the words of options, pages and placeholders."""

import pytest

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.interview import (
    enabled_items,
    enabled_pages,
    missing_items,
    next_page,
    with_initial_amounts,
)
from twitchcheck.questionnaire.items import Page, Questionnaire
from twitchcheck.questionnaire.wording import worded


def page(questionnaire: Questionnaire, page_id: str) -> Page:
    return next(one for one in questionnaire.pages() if one.id == page_id)


@pytest.mark.parametrize(
    ("weak", "asked"),
    [
        ("normal", ["first", "cups", "pills", "worry"]),
        ("not_sure", ["first", "cups", "pills", "worry"]),
        ("lost", ["first", "follow_up", "cups", "pills", "worry"]),
    ],
)
def test_the_interview_passes_over_pages_without_questions(
    questionnaire: Questionnaire, weak: str, asked: list[str]
) -> None:
    answers = Answers({"weak": weak})
    walked: list[str] = []
    here: Page | None = next(questionnaire.pages())
    while here is not None:
        walked.append(here.id)
        here = next_page(questionnaire, answers, here)
    assert walked == asked == [one.id for one in enabled_pages(questionnaire, answers)]


def test_from_a_page_that_is_no_longer_asked_the_interview_goes_on(questionnaire: Questionnaire) -> None:
    follow_up = page(questionnaire, "follow_up")
    following = next_page(questionnaire, Answers({"weak": "normal"}), follow_up)
    assert following is page(questionnaire, "cups")


@pytest.mark.parametrize(
    ("page_id", "given", "missing"),
    [
        ("first", {}, ["places", "weak"]),
        ("first", {"places": ("none",), "weak": "not_sure"}, []),
        ("first", {"places": (), "weak": "lost"}, ["places"]),
        ("follow_up", {"weak": "normal"}, []),
        ("follow_up", {"weak": "lost"}, ["speed"]),
        ("cups", {"tea": "not_sure", "age": 30.0}, ["coffee"]),
        ("pills", {"pills": ("iron",), "new_pills": ("zinc",)}, ["new_pills"]),
        ("worry", {"nervous": "never", "signs": ("none",)}, []),
    ],
)
def test_what_is_missing_on_a_page(
    questionnaire: Questionnaire, page_id: str, given: dict[str, Answer], missing: list[str]
) -> None:
    found = missing_items(questionnaire, Answers(given), page(questionnaire, page_id))
    assert [item.id for item in found] == missing


def test_a_stepper_that_is_left_as_it_is_counts_as_what_it_shows(questionnaire: Questionnaire) -> None:
    cups = page(questionnaire, "cups")
    assert dict(with_initial_amounts(questionnaire, Answers(), cups)) == {"coffee": 0}
    for given in (3.0, "not_sure"):
        assert dict(with_initial_amounts(questionnaire, Answers({"coffee": given}), cups)) == {"coffee": given}


def test_only_enabled_items_of_a_page_are_asked(questionnaire: Questionnaire) -> None:
    cups = page(questionnaire, "cups")
    for coffee, asked in ((0.0, ["coffee", "tea", "age"]), (1.0, ["coffee", "tea", "decaf", "age"])):
        found = enabled_items(questionnaire, Answers({"coffee": coffee}), cups)
        assert [item.id for item in found] == asked


def test_options_stand_in_order_with_none_and_not_sure_last(questionnaire: Questionnaire) -> None:
    options = questionnaire.options_of(questionnaire.items["new_pills"])
    assert [option.phrase for option in options] == ["IRON", "ZINC", "ALL_NEW", "none", "not sure"]
    assert [option.exclusive for option in options] == [False, False, False, True, True]
    assert questionnaire.option("new_pills", "zinc").text == "ZINC"
    assert questionnaire.option("new_pills", "none").text == "None of these"
    assert questionnaire.items["tea"].answer_options == ()
    with pytest.raises(KeyError):
        questionnaire.option("new_pills", "copper")


def test_every_page_knows_its_heading_and_every_item_its_page(questionnaire: Questionnaire) -> None:
    assert [one.heading for one in questionnaire.pages()][:2] == ["Where and how", "How fast?"]
    assert questionnaire.page_of_item["decaf"].id == "cups"
    assert questionnaire.section_of_page["cups"].title == "Life"
    assert questionnaire.measure_by_id["worry"].item_ids == ("nervous", "signs")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{You} drink {caffeine}.", "They drink 400 mg."),
        ("{you}{you}", "theythey"),
        ("{unknown} and {} and {you", "{unknown} and {} and {you"),
        ("no placeholder", "no placeholder"),
    ],
)
def test_placeholders_become_words_and_unknown_ones_stay(text: str, expected: str) -> None:
    assert worded(text, {"you": "they", "You": "They", "caffeine": "400 mg"}) == expected
