"""Which page is asked next, what is missing on it, and the words of options, pages and placeholders."""

from typing import Any

import msgspec
import pytest

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.interview import (
    answered_none,
    answered_not_sure,
    enabled_items,
    enabled_pages,
    left_alone,
    missing_items,
)
from twitchcheck.questionnaire.items import (
    AnswerOption,
    Course,
    Item,
    ItemType,
    Page,
    Questionnaire,
    Role,
    Section,
    with_courses,
)
from twitchcheck.questionnaire.wording import worded


def page(questionnaire: Questionnaire, page_id: str) -> Page:
    return next(one for one in questionnaire.pages() if one.id == page_id)


@pytest.mark.parametrize(
    ("weak", "asked"),
    [
        ("normal", ["first", "signs", "cups", "pills", "worry"]),
        ("not_sure", ["first", "signs", "cups", "pills", "worry"]),
        ("lost", ["first", "follow_up", "signs", "cups", "pills", "worry"]),
    ],
)
def test_the_interview_passes_over_pages_without_questions(
    questionnaire: Questionnaire, weak: str, asked: list[str]
) -> None:
    facts = Facts(questionnaire, Answers({"weak": weak}))
    assert [one.id for one in enabled_pages(facts)] == asked


@pytest.mark.parametrize(
    ("page_id", "given", "missing"),
    [
        ("first", {}, ["places", "weak"]),
        ("first", {"places": ("none",), "weak": "not_sure"}, []),
        ("first", {"places": (), "weak": "lost"}, ["places"]),
        ("follow_up", {"weak": "normal"}, []),
        ("follow_up", {"weak": "lost"}, ["speed"]),
        ("cups", {"tea": "not_sure", "age": 30.0}, ["coffee"]),
        ("signs", {"slurred": "today", "fit": "no"}, ["spit"]),
        ("signs", {"slurred": "unknown", "spit": "not_sure"}, ["fit"]),
        ("signs", {"slurred": "lately", "fit": "as_ever"}, []),
        ("worry", {"nervous": "never", "signs": ("none",)}, []),
    ],
)
def test_what_is_missing_on_a_page(
    questionnaire: Questionnaire, page_id: str, given: dict[str, Answer], missing: list[str]
) -> None:
    found = missing_items(Facts(questionnaire, Answers(given)), page(questionnaire, page_id))
    assert [item.id for item in found] == missing


@pytest.mark.parametrize(
    ("page_id", "given", "none", "not_sure"),
    [
        # What is under a row that is not ticked is not asked, so it is not answered either.
        ("signs", {}, {"slurred": "no", "fit": "no"}, {"slurred": "not_sure", "fit": "not_sure"}),
        ("signs", {"slurred": "today"}, {"spit": "no", "fit": "no"}, {"spit": "not_sure", "fit": "not_sure"}),
        ("cups", {"tea": 2.0}, {"coffee": 0, "age": 1}, {"coffee": "not_sure"}),  # an age has no "not sure"
        ("cups", {"coffee": 1.0, "tea": "not_sure", "age": 9.0}, {"decaf": 0}, {"decaf": "not_sure"}),
        ("first", {}, {}, {}),  # a page without words for it
    ],
)
def test_one_answer_for_all_that_was_left_alone(
    questionnaire: Questionnaire,
    page_id: str,
    given: dict[str, Answer],
    none: dict[str, Answer],
    not_sure: dict[str, Answer],
) -> None:
    answers = Answers(given)
    items = left_alone(Facts(questionnaire, answers), page(questionnaire, page_id))
    assert dict(answered_none(answers, items)) == {**given, **none}
    assert dict(answered_not_sure(answers, items)) == {**given, **not_sure}


def test_one_answer_for_several_lists_of_a_page() -> None:
    def of(name: str, **more: Any) -> Item:
        kind = ItemType.CHOICES
        return Item(name, kind, name, Role.HEALTH, name, options=(AnswerOption("one", "One"),), **more)

    lists = (of("ill", none="None", not_sure="Not sure"), of("family", none="None known"), of("other"))
    asked = Page("health", "", lists, none="None of these")
    whole = Questionnaire((Section("s", "S", (asked,)),))
    items = left_alone(Facts(whole, Answers({})), asked)
    assert [item.id for item in items] == ["ill", "family"]  # the third has no "none" that could be meant
    assert dict(answered_none(Answers(), items)) == {"ill": ("none",), "family": ("none",)}
    assert dict(answered_not_sure(Answers(), items)) == {"ill": ("not_sure",)}
    assert left_alone(Facts(whole, Answers({"ill": ("one",), "family": ("none",)})), asked) == ()


def test_only_enabled_items_of_a_page_are_asked(questionnaire: Questionnaire) -> None:
    cups = page(questionnaire, "cups")
    for coffee, asked in ((0.0, ["coffee", "tea", "age"]), (1.0, ["coffee", "tea", "decaf", "age"])):
        found = enabled_items(Facts(questionnaire, Answers({"coffee": coffee})), cups)
        assert [item.id for item in found] == asked


def test_options_stand_in_order_with_none_and_not_sure_last(questionnaire: Questionnaire) -> None:
    options = questionnaire.items["pills"].answer_options
    assert [option.phrase for option in options] == ["IRON", "ZINC", "none", "not sure"]
    assert [option.exclusive for option in options] == [False, False, True, True]
    assert questionnaire.option("pills", "zinc").text == "ZINC"
    assert questionnaire.option("pills", "none").text == "None of these"
    assert questionnaire.items["tea"].answer_options == ()
    with pytest.raises(KeyError):
        questionnaire.option("pills", "copper")


def test_a_row_has_the_options_of_its_course_and_the_words_of_its_page(questionnaire: Questionnaire) -> None:
    slurred, spit, fit = page(questionnaire, "signs").items
    assert [option.id for option in slurred.answer_options] == ["no", "today", "days", "lately", "unknown", "not_sure"]
    assert [option.id for option in slurred.steps] == ["today", "days", "lately", "unknown"]
    assert slurred.option_by_id["not_sure"].text == "I am not sure"
    assert [option.id for option in spit.steps] == ["yes"]
    assert [option.text for option in fit.steps] == ["today", "unknown", "My usual fits"]
    assert (slurred.timed, fit.timed) == (("today", "days", "lately"), ("today",))
    assert questionnaire.items["weak"].timed == ()


def test_a_row_keeps_its_own_words_and_a_course_that_is_not_there_has_no_options(questionnaire: Questionnaire) -> None:
    signs = questionnaire.section_of_page["signs"]
    own = msgspec.structs.replace(signs.pages[0].items[0], options=(), not_sure="Hard to say", alone="Speech: {option}")
    given = msgspec.structs.replace(signs, pages=(msgspec.structs.replace(signs.pages[0], items=(own,)),))
    (row,) = with_courses(given, [Course("other", ())]).pages[0].items
    assert [option.text for option in row.answer_options] == ["No", "Hard to say"]
    assert row.alone == "Speech: {option}"


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
