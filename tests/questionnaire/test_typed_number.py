"""Typed numbers: what was meant is taken, what is unclear is said, and nothing becomes another number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchcheck.questionnaire.typed_number import Typed, judged


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            ("5", 5),
            (" 5 ", 5),
            ("0", 0),
            ("007", 7),
            ("7.5", 7.5),
            ("7,5", 7.5),
            ("7.", 7),
            (",5", 0.5),
            (".25", 0.25),
        ),
        *(("٣", 3), ("３", 3), ("٧٫٥", 7.5), ("７．５", 7.5), ("120", 120)),
    ],
)
def test_what_was_meant_is_taken(text: str, value: float) -> None:
    assert judged(text, "Age", 0, 120) == Typed(value)


@pytest.mark.parametrize("text", ["", "  "])
def test_nothing_typed_is_no_answer(text: str) -> None:
    assert judged(text, "Age", 0, 120) == Typed()


@pytest.mark.parametrize("text", ["²", "5²", "five", "1 2", "-1", "1.2.3", "1,2.3", ".", "½", "1e2", "+5", "∞", "5–6"])
def test_what_is_no_number_is_said_with_what_was_typed(text: str) -> None:
    assert judged(text, "Age", 0, 120) == Typed(problem=f"Age needs a number, such as 5 or 7.5. You typed “{text}”.")


@pytest.mark.parametrize("text", ["1.000", "1,000", "0.500", "12,345"])
def test_what_may_mean_thousands_is_asked(text: str) -> None:
    assert judged(text, "Days", 0, 99999).problem == (
        f"“{text}” can be read in two ways. Please type it without the point or comma."
    )


def test_what_is_out_of_range_is_said_and_stays_what_it_is() -> None:
    assert judged("130", "Age", 0, 120).problem == "Age goes to 120. You typed 130."
    assert judged("0", "Months", 1, 12).problem == "Months starts at 1. You typed 0."
    assert judged("120,5", "Age", 0, 120).problem == "Age goes to 120. You typed 120,5."


@given(st.text(max_size=12))
def test_whatever_is_typed_is_nothing_or_a_number_in_range_or_a_problem(text: str) -> None:
    value, problem = judged(text, "Cups", 0, 40)
    assert (value is None) or (0 <= value <= 40 and not problem)
    assert bool(text.strip()) == (value is not None or bool(problem))


@given(st.floats(0, 40).map(lambda number: round(number, 2)))
def test_every_amount_can_be_typed_with_either_sign(number: float) -> None:
    for sign in ".,":
        assert judged(f"{number:g}".replace(".", sign), "Cups", 0, 40) == Typed(float(f"{number:g}"))
