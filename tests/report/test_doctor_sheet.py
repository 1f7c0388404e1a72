"""The doctor's sheet: what is present, denied, not sure, not answered and not asked are different things."""

from collections.abc import Callable

import pytest
from msgspec import structs

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.report.doctor_sheet import DoctorSheet, Signs, doctor_sheet, sign_rows
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import SheetBlock, TriageProtocol

Sheet = Callable[..., DoctorSheet]
ROWS = ("harder", "hoarse", "fit", "cramps")


@pytest.fixture
def sheet(small: TriageProtocol, well: Callable[..., Answers]) -> Sheet:
    """The sheet for answers in which nothing is the matter but for those given."""

    def made(**given: Answer | None) -> DoctorSheet:
        answers = well(**given)
        return doctor_sheet(small, answers, assess(small, answers, DAY))

    return made


def rows(sheet: DoctorSheet) -> dict[str, str]:
    return {row.label: row.text for part in sheet.parts for row in part.rows}


def signs(sheet: DoctorSheet) -> Signs:
    (found,) = [part.signs for part in sheet.parts if part.signs is not None]
    return found


HARDER = "Reported: a task clearly harder, for some days."


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, "No lost task reported."),
        ({"harder": "days", "tasks": ("key", "jar")}, f"{HARDER} Tasks: turn a key, open a jar."),
        ({"harder": "days", "tasks": ("none",)}, f"{HARDER} Tasks: none of those asked about."),
        ({"harder": "days", "tasks": ("not_sure",)}, f"{HARDER} Tasks: not sure."),
        ({"harder": "days"}, f"{HARDER} Tasks: not answered."),
        ({"harder": "not_sure"}, "Lost tasks: a task clearly harder: not sure."),
        ({"harder": None}, "Lost tasks: a task clearly harder: not answered."),
        ({"slurred": "not_sure"}, "No lost task reported. Not sure: slurred speech."),
        (
            {"harder": "lately"},
            "No lost task reported. Reported: a task clearly harder, gone again within the last two weeks.",
        ),
    ],
)  # fmt: skip
def test_the_first_line_says_whether_function_is_lost(sheet: Sheet, given: dict[str, Answer | None], line: str) -> None:
    assert sheet(**given).function == line


def test_the_summary_says_how_long_and_where_unless_nothing_twitches(sheet: Sheet) -> None:
    assert sheet().summary == "Age 35 years. Twitching for 4 days, place: calf."
    assert sheet(places=("none",), age=None).summary == "Age not answered. Twitching: nowhere now."


def test_each_sign_is_there_with_its_time(sheet: Sheet) -> None:
    found = signs(sheet(slurred="lately", lid="today", pupil="yes", fit="as_ever", cramps="yes"))
    assert found.present == (
        "slurred speech, gone again within the last two weeks",
        "a hanging eyelid, since today or yesterday",
        "one pupil wide",
        "fit, known to a doctor, as ever",
        "cramps",
    )
    assert found.denied == ("a task clearly harder, a hoarse voice",)


def test_denied_signs_share_an_entry_for_each_page(sheet: Sheet) -> None:
    found = signs(sheet())
    assert found.present == ()
    assert found.denied == (
        "Face and speech: slurring, a hanging eyelid",
        "Strength, balance, walking: a task clearly harder, a hoarse voice, fit, cramps",
    )
    # What only opens from another sign needs no word, since that one is denied.
    assert found.not_asked == ("Tasks",)
    assert "one pupil wide" in signs(sheet(lid="days", pupil="no")).denied[0]


def test_lists_tell_what_was_ticked_and_what_was_not(sheet: Sheet) -> None:
    found = signs(sheet(harder="days", tasks=("key",)))
    assert "turn a key" in found.present
    assert found.denied[:2] == ("open a jar", "climb stairs")


def test_an_interrupted_check_denies_nothing_that_was_not_reached(sheet: Sheet) -> None:
    found = signs(sheet(slurred="today", lid=None, **dict.fromkeys(ROWS)))
    assert found.denied == ()
    assert found.not_answered == ("a hanging eyelid", "Strength, balance, walking")


def test_not_sure_is_told_by_page_where_all_of_it_is(sheet: Sheet) -> None:
    assert signs(sheet(**dict.fromkeys(ROWS, "not_sure"))).not_sure == ("Strength, balance, walking",)
    assert signs(sheet(fit="not_sure", cramps=None)).not_sure == ("fit",)
    found = signs(sheet(lid="today", slurred="not_sure", pupil="not_sure"))
    assert found.not_sure == ("slurred speech", "one pupil wide")


def test_a_list_that_is_denied_has_short_words_for_it(small: TriageProtocol, sheet: Sheet) -> None:
    tasks = small.questionnaire.items["tasks"]
    assert tasks.denial
    assert tasks.denial in signs(sheet(harder="days", tasks=("none",))).denied


def test_what_nobody_was_unsure_about_has_no_row(sheet: Sheet) -> None:
    assert [row.label.strip() for row in sign_rows(signs(sheet()))] == ["- Denied", "Not asked"]
    shown = sign_rows(signs(sheet(harder="lately", fit="not_sure", cramps=None)))
    assert [row.label.strip() for row in shown] == [
        "+ Present", "- Denied", "? Not sure", "? Not answered", "Not asked"
    ]  # fmt: skip


def test_of_denied_medicines_their_number_is_enough(small: TriageProtocol, well: Callable[..., Answers]) -> None:
    blocks = (SheetBlock("medicines", "Medicines", ("antidepressant", "statin"), signs=True),)
    changed = structs.replace(small, sheet_blocks=blocks)

    def found(**given: Answer) -> Signs:
        answers = well(**given)
        return signs(doctor_sheet(changed, answers, assess(changed, answers, DAY)))

    assert found().denied == ("2 others that were asked about",)
    assert (found(statin="less").present, found(statin="less").denied) == (
        ("statin, stopped or less",),
        ("1 other that was asked about",),
    )


def test_medicines_share_one_row(sheet: Sheet) -> None:
    assert rows(sheet())["Medicines"] == "none of these"
    assert rows(sheet(antidepressant="more"))["Medicines"] == "antidepressant, started or more; nothing else"
    assert rows(sheet(antidepressant=None, statin=None))["Medicines"] == "not answered"


def test_amounts_say_what_they_are_made_of(sheet: Sheet) -> None:
    assert rows(sheet(coffee=5.0, tea=1.0))["Caffeine"] == "500 mg (Coffee 5, Tea 1)"
    assert rows(sheet())["Caffeine"] == "none"


def test_an_amount_that_is_partly_open_says_so(sheet: Sheet) -> None:
    assert rows(sheet(coffee=5.0, tea="not_sure"))["Caffeine"] == "not fully known (Coffee 5, Tea not sure)"
    assert rows(sheet(coffee=None, tea=None))["Caffeine"] == "not answered"


def test_the_onset_has_a_date_and_hidden_follow_ups_have_no_row(sheet: Sheet) -> None:
    assert rows(sheet(days=56.0))["Twitching for"] == "8 weeks, since about 28 September 2026"
    assert rows(sheet(days="not_sure"))["Twitching for"] == "not sure"
    assert "Twitching for" not in rows(sheet(places=("none",)))


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 days"), (1, "1 day"), (6, "6 days"), (7, "1 week"), (10, "10 days"), (56, "8 weeks"), (240, "8 months"),
     (365, "1 year"), (500, "about 17 months"), (1000, "about 3 years")],
)  # fmt: skip
def test_a_duration_is_said_in_the_unit_that_fits(sheet: Sheet, days: int, words: str) -> None:
    assert rows(sheet(days=float(days)))["Twitching for"].startswith(f"{words}, since about")


def test_own_words_are_repeated_as_they_are(sheet: Sheet) -> None:
    assert [row.text for row in sheet(note=" Both calves\nripple ").words] == ["Both calves\nripple"]


def test_only_the_words_that_were_written_take_room(protocol: TriageProtocol, calm: Callable[..., Answers]) -> None:
    def words(**given: Answer) -> dict[str, str]:
        answers = Answers({key: value for key, value in calm().items() if key != "feared"} | given)
        return {row.label: row.text for row in doctor_sheet(protocol, answers, assess(protocol, answers, DAY)).words}

    assert words(main_worry="ALS", feared=("als",)) == {"Main worry": "ALS", "Fear of": "ALS"}
    assert words() == {"What happens": "not answered"}


def test_the_figure_marks_the_places_that_were_ticked(sheet: Sheet) -> None:
    picture = sheet(places=("calf", "eyelid")).picture
    assert picture is not None
    assert picture.marked == ("eyelid", "calf")
    assert sheet(places=("none",)).picture is None


def test_the_sheet_of_the_content_names_no_disease_and_no_care_level(
    protocol: TriageProtocol, calm: Callable[..., Answers]
) -> None:
    answers = calm(lost="months", lost_tasks=("key",), thinner="months", places=("hand",), duration=90.0)
    shown = repr(doctor_sheet(protocol, answers, assess(protocol, answers, DAY)))
    for level in protocol.care_levels:
        assert level.action not in shown
    for consideration in protocol.considerations:
        assert consideration.name not in shown


def test_every_row_of_the_content_stands_on_its_sheet(protocol: TriageProtocol) -> None:
    on_sheet = {subject for block in protocol.sheet_blocks for subject in block.subjects}
    assert [item.id for item in protocol.questionnaire.items.values() if item.is_row and item.id not in on_sheet] == []
