"""Answers as a value, ticking of lists, and which values an item accepts."""

import pytest

from twitchcheck.questionnaire.answers import Answers, problem_with, toggled
from twitchcheck.questionnaire.items import Questionnaire


def test_changing_an_answer_leaves_the_earlier_answers_as_they_were() -> None:
    given = {"weak": "normal"}
    before = Answers(given)
    given["weak"] = "lost"
    after = before.with_answer("weak", "lost").with_answer("tea", 2.0)
    assert dict(before) == {"weak": "normal"}
    assert dict(after) == {"weak": "lost", "tea": 2.0}
    assert dict(after.without("weak").without("never_asked")) == {"tea": 2.0}
    assert dict(after) == {"weak": "lost", "tea": 2.0}


def test_answers_cannot_be_changed_in_place() -> None:
    answers = Answers({"weak": "normal"})
    with pytest.raises(TypeError):
        answers["weak"] = "lost"  # type: ignore[index]


@pytest.mark.parametrize("shown", [repr, str, "{}".format, "{!r}".format])
def test_answers_never_show_themselves(shown: type[str]) -> None:
    answers = Answers({"weak": "lost", "note": "my secret", "tea": 7.25})
    assert shown(answers) == "<Answers to 3 items>"
    assert (repr(Answers()), len(Answers())) == ("<Answers to 0 items>", 0)


@pytest.mark.parametrize(
    ("before", "clicked", "after"),
    [
        ((), "calf", ("calf",)),
        (("eyelid",), "calf", ("eyelid", "calf")),
        (("calf",), "eyelid", ("calf", "eyelid")),
        (("eyelid", "calf"), "eyelid", ("calf",)),
        (("eyelid", "calf"), "none", ("none",)),
        (("eyelid", "calf"), "not_sure", ("not_sure",)),
        (("none",), "not_sure", ("not_sure",)),
        (("none",), "calf", ("calf",)),
        (("not_sure",), "calf", ("calf",)),
        (("none",), "none", ()),
    ],
)
def test_an_exclusive_option_never_stands_beside_another(
    questionnaire: Questionnaire, before: tuple[str, ...], clicked: str, after: tuple[str, ...]
) -> None:
    assert toggled(questionnaire.items["places"], before, clicked) == after


@pytest.mark.parametrize(
    ("item_id", "value", "problem"),
    [
        ("weak", "lost", ""),
        ("weak", "not_sure", ""),
        ("weak", "none", "has no option 'none'"),
        ("weak", ("lost",), "needs one option id"),
        ("weak", True, "needs one option id"),
        ("weak", None, "needs one option id"),
        ("places", ("eyelid", "calf"), ""),
        ("places", ("none",), ""),
        ("places", (), "needs at least one option"),
        ("places", ("eyelid", 3), "needs a list of option ids"),
        ("places", ("eyelid", "moon"), "has no option 'moon'"),
        ("places", ("a\nb" + "x" * 99,), "has no option 'a\\nb" + "x" * 57 + "'"),
        ("places", ("eyelid", "eyelid"), "names an option twice"),
        ("places", ("eyelid", "none"), "has 'none', which cannot stand beside another option"),
        ("places", ("not_sure", "none"), "has 'not_sure', which cannot stand beside another option"),
        ("slurred", "days", ""),
        ("slurred", "no", ""),
        ("slurred", "not_sure", ""),
        ("slurred", "unknown", ""),
        ("slurred", "as_ever", "has no option 'as_ever'"),
        ("slurred", ("days",), "needs one option id"),
        ("fit", "as_ever", ""),
        ("fit", "days", "has no option 'days'"),
        ("tea", 0, ""),
        ("tea", 2.5, ""),
        ("tea", "not_sure", ""),
        ("tea", "2", "needs a number or not_sure"),
        ("tea", True, "needs a number or not_sure"),
        ("tea", (2,), "needs a number or not_sure"),
        ("tea", -1, "must be from 0 to 40 cups"),
        ("tea", 40.5, "must be from 0 to 40 cups"),
        ("tea", float("nan"), "must be from 0 to 40 cups"),
        ("tea", float("inf"), "must be from 0 to 40 cups"),
        ("age", 0, "must be from 1 to 40"),
        ("age", "not_sure", "needs a number or not_sure"),
        ("note", "", ""),
        ("note", "x" * 2000, ""),
        ("note", "x" * 2001, "is longer than 2000 characters"),
        ("note", 5, "needs text"),
    ],
)
def test_what_is_wrong_with_a_value_is_said_in_one_line(
    questionnaire: Questionnaire, item_id: str, value: object, problem: str
) -> None:
    assert problem_with(questionnaire.items[item_id], value) == problem
