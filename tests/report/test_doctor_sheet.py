"""The doctor's sheet: what is present, denied, not sure and not asked are four different things."""

from collections.abc import Callable

import pytest

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.report.doctor_sheet import DoctorSheet, Signs, doctor_sheet
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

Sheet = Callable[..., DoctorSheet]


@pytest.fixture
def sheet(protocol: TriageProtocol, calm: Callable[..., Answers]) -> Sheet:
    """The sheet for calm answers with the given ones in place, without those that are None."""

    def made(**given: object) -> DoctorSheet:
        answers = calm(**{key: value for key, value in given.items() if value is not None})
        for key, value in given.items():
            if value is None:
                answers = answers.without(key)
        return doctor_sheet(protocol, answers, assess(protocol, answers, DAY))

    return made


def rows(sheet: DoctorSheet) -> dict[str, str]:
    return {row.label: row.text for part in sheet.parts for row in part.rows}


def signs(sheet: DoctorSheet) -> Signs:
    (found,) = [part.signs for part in sheet.parts if part.signs is not None]
    return found


def test_the_first_line_says_whether_function_is_lost(sheet: Sheet) -> None:
    detail = {"weakness_speed": "months", "weakness_side": "right", "weakness_pain": "painless"}
    assert sheet().function == "No lost task reported."
    assert sheet(mouth=("not_sure",)).function == "No lost task reported. Not sure: Speech and swallowing."
    lost = sheet(weakness="lost_task", lost_tasks=("key", "jar"), **detail)
    assert lost.function == "Lost tasks reported: turn a key, open a jar or carry a bag."
    unnamed = sheet(weakness="worsening", lost_tasks=("none",), **detail)
    none_lost = "none of the tasks asked about is fully lost"
    assert unnamed.function == f"Reported: a task no longer works, and it is getting worse; {none_lost}."
    harder = sheet(weakness="harder", lost_tasks=("none",), **detail)
    assert harder.function == f"Reported: a task that has become clearly harder; {none_lost}."
    unsure = sheet(weakness="harder", lost_tasks=("not_sure",), **detail)
    assert unsure.function == "Reported: a task that has become clearly harder; tasks lost: not sure."
    assert sheet(weakness="not_sure", lost_tasks=("not_sure",)).function == "Lost tasks: not sure."
    assert sheet(weakness=None, lost_tasks=None).function == "Lost tasks: not answered."


def test_present_denied_not_sure_not_asked_and_not_answered_are_kept_apart(sheet: Sheet) -> None:
    found = signs(sheet(felt=("cramps",), seen=("not_sure",), mouth=None, sensation=None))
    assert found.present == ("cramps",)
    assert "tingling" in found.denied
    assert "slurred speech" not in found.denied
    assert "Muscles, falls, double vision" in found.not_sure
    assert found.not_answered == ("Speech and swallowing",)
    assert "Pregnancy warning signs" in found.not_asked


def test_emergency_signs_that_are_denied_take_one_entry_a_question(sheet: Sheet) -> None:
    assert "24 h: short of breath, cannot swallow spit, head drop" in signs(sheet()).denied
    found = signs(sheet(unwell=("sweating",)))
    assert "sweating or shivering" in found.present
    assert "fever" in found.denied


def test_amounts_say_what_they_are_made_of(sheet: Sheet) -> None:
    shown = rows(sheet(coffee=5.0, tea=1.0, wine=2.0, gad_worry="most_days"))
    assert shown["Caffeine"] == "500 mg (Coffee 5, Tea 1)"
    assert shown["Alcohol"] == "5 units (Wine 2)"
    assert shown["Worry (GAD-2)"].startswith("2 of 6")
    assert rows(sheet())["Caffeine"] == "none"


def test_an_amount_that_is_partly_open_says_so(sheet: Sheet) -> None:
    assert rows(sheet(coffee=5.0, tea="not_sure"))["Caffeine"] == "not fully known (Coffee 5, Tea not sure)"
    drinks = dict.fromkeys(("coffee", "espresso", "tea", "cola", "energy_drink"))
    assert rows(sheet(**drinks))["Caffeine"] == "not answered"


def test_the_onset_has_a_date_and_hidden_follow_ups_have_no_row(sheet: Sheet) -> None:
    shown = rows(sheet(duration=56.0))
    assert shown["Twitching for"] == "8 weeks, since about 28 September 2026"
    assert "Weakness came" not in shown
    assert rows(sheet(duration="not_sure"))["Twitching for"] == "not sure"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 days"), (1, "1 day"), (6, "6 days"), (7, "1 week"), (10, "10 days"), (56, "8 weeks"), (240, "8 months"),
     (365, "1 year"), (500, "about 17 months"), (1000, "about 3 years")],
)  # fmt: skip
def test_a_duration_is_said_in_the_unit_that_fits(sheet: Sheet, days: int, words: str) -> None:
    assert rows(sheet(duration=float(days)))["Twitching for"].startswith(f"{words}, since about")


def test_own_words_are_repeated_as_they_are(sheet: Sheet) -> None:
    words = {row.label: row.text for row in sheet(own_words="Both calves\nripple", main_worry=" ALS ").words}
    assert words == {"What happens": "Both calves\nripple", "Main worry": "ALS"}


def test_the_sheet_names_no_disease_and_no_care_level(sheet: Sheet, protocol: TriageProtocol) -> None:
    shown = repr(sheet(weakness="worsening", lost_tasks=("key",), weakness_speed="months", weakness_side="right",
                       weakness_pain="painless", seen=("wasting",), duration=90.0))  # fmt: skip
    for level in protocol.care_levels:
        assert level.action not in shown
    for consideration in protocol.considerations:
        assert consideration.name not in shown
