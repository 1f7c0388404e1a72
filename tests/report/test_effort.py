"""What a check asks of a person, counted by the rules that stand in the module."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.report.effort import Effort, effort, table
from twitchcheck.rules.protocol import TriageProtocol

Well = Callable[..., Answers]


@pytest.fixture
def more(small: TriageProtocol, well: Well) -> Callable[..., Effort]:
    """By how much these answers take more than those of somebody in whom nothing is the matter."""

    def counted(**given: Answer | None) -> Effort:
        one, other = effort(small, well(**given)), effort(small, well())
        differences = (getattr(one, name) - getattr(other, name) for name in Effort.__struct_fields__)
        return Effort(*differences)

    return counted


def test_the_whole_check_is_counted(small: TriageProtocol, well: Well) -> None:
    assert effort(small, well()) == Effort(
        screens=10,  # start, 7 pages (none about lost tasks), review, result
        questions=11,  # who, age, stress · head · strength · places, days · drinks · medicines, seen · words
        options=14,  # 2 · 2 rows · 4 rows · 2 · 2 rows, 2
        words=114,  # start 3 · 19 · 10 · 15 · 13 · 5 · 11 · 1 (the one question is the heading) · review 37
        clicks=19,  # 2 · 1 · 1 · 1 and 2 · 1 · 1 and 1 · 0 · and to go on 9 times
        keys=30,
        again=10,  # nothing in this small check lasts
    )


def test_keys_go_from_stop_to_stop(small: TriageProtocol, well: Well) -> None:
    left_open = ("who", "age", "places", "days", "advice", "antidepressant", "statin", "coffee", "tea")
    rest = effort(small, well(**dict.fromkeys(left_open)))
    # "None of these" is one key on each of four pages, wherever it stands.
    assert rest.keys == 4 * 1 + 9


def test_the_key_for_none_leaves_the_way_to_what_has_none(small: TriageProtocol, well: Well) -> None:
    ids = [item.id for item in small.questionnaire.items.values()]
    alone = effort(small, Answers({"places": ("none",)})).keys - effort(small, Answers()).keys
    assert "places" in ids
    assert alone == 1


@pytest.mark.parametrize(
    ("given", "questions", "options", "clicks", "keys"),
    [
        # A row and its time instead of "none of these"; the times are 4 in sight.
        ({"slurred": "today"}, 1, 4, 1, (1 + 1 + 0 + 1) - 1),
        ({"slurred": "weeks"}, 1, 4, 1, (1 + 1 + 2 + 1) - 1),
        # A tucked time has to be opened.
        ({"slurred": "unknown"}, 1, 4, 2, (1 + 1 + 4 + 1 + 1) - 1),
        # No time: the tick is all.
        ({"cramps": "yes"}, 0, 0, 0, (3 + 1) - 1),
        # What opens under a row is one more row to read.
        ({"lid": "today", "pupil": "no"}, 1, 3 + 1, 1, (1 + 1 + 1 + 0 + 1) - 1),
        # "I am not sure" instead of "none of these" has no key of its own: past 2 rows and that line.
        ({"slurred": "not_sure", "lid": "not_sure"}, 0, 0, 0, (3 + 1) - 1),
        # Two places to tick, and two digits.
        ({"places": ("eyelid", "calf")}, 0, 0, 1, 1),
        ({"days": 14.0}, 0, 0, 0, 1),  # 2 weeks: the second unit
        ({"days": 10.0}, 0, 0, 0, 1),
        ({"days": "not_sure"}, 0, 0, -1, (1 + 1) - 3),
        ({"coffee": 3.0}, 0, 0, 0, 1 - 1),
        ({"note": "It jumps"}, 0, 0, 1, 8),
        ({"age": None}, 0, 0, -1, -3),
        ({"who": "other"}, 0, 0, 0, 1),
        ({"stress": 3.0}, 0, 0, 1, 1 + 3 + 1),  # numbers side by side
    ],
)
def test_each_answer_has_its_price(
    more: Callable[..., Effort], given: dict[str, Answer | None], questions: int, options: int, clicks: int, keys: int
) -> None:
    assert replace(more(**given), words=0) == Effort(0, questions, options, 0, clicks, keys, 0)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        # "Since when?" and the 4 times in sight; the review says 8 words instead of "None".
        ({"slurred": "today"}, 2 + (3 + 2 + 2 + 4) + 8 - 1),
        # Ticked is all; the review says "Cramps; nothing else".
        ({"cramps": "yes"}, 3 - 1),
        # What opens under a row: "One pupil is wide". Left alone the review says nothing more.
        ({"lid": "today", "pupil": "no"}, 2 + (3 + 2 + 2) + 4 + 9 - 1),
        # "Twitching for 4 days" is no longer asked: a question, four units and a line of the review.
        ({"places": ("none",), "days": None}, -(2 + 4) - 4 + 2 - 1),
        # The review says what was typed, and not "Not answered".
        ({"note": "It jumps about"}, 3 - 2),
    ],
)
def test_words_count_where_they_are_in_sight(
    more: Callable[..., Effort], given: dict[str, Answer | None], words: int
) -> None:
    assert more(**given).words == words


def test_minutes_are_for_reading_and_clicking() -> None:
    none = Effort(0, 0, 0, 0, 0, 0, 0)
    assert replace(none, words=238).minutes() == 1
    assert replace(none, words=350).minutes(175) == 2
    assert replace(none, clicks=60).minutes() == pytest.approx(1.3)


def test_the_table_has_a_line_for_each_story() -> None:
    assert table({"an eyelid": Effort(18, 34, 150, 1400, 40, 110, 12)}).splitlines() == [
        "| Story     | Screens | Questions | Options | Words | Clicks | Keys | Again | Minutes    |",
        "| --------- | ------- | --------- | ------- | ----- | ------ | ---- | ----- | ---------- |",
        "| an eyelid | 18      | 34        | 150     | 1400  | 40     | 110  | 12    | 7 (6 to 9) |",
    ]
