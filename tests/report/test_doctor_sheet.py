"""The doctor's sheet: what decides comes first, and present, denied, not sure and not answered are different things."""

from collections.abc import Callable

import pytest
from msgspec import structs

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.items import Questionnaire
from twitchcheck.report.doctor_sheet import (
    DENIED,
    NO_WARNING,
    NO_WARNING_YET,
    PRESENT,
    DoctorSheet,
    doctor_sheet,
)
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

Sheet = Callable[..., DoctorSheet]
ROWS = ("harder", "hoarse", "fit", "cramps")


@pytest.fixture
def sheet(small: TriageProtocol, well: Callable[..., Answers]) -> Sheet:
    """The sheet for answers in which nothing is the matter but for those given."""

    def made(**given: Answer | None) -> DoctorSheet:
        answers = well(**given)
        return doctor_sheet(small, answers, assess(small, answers, DAY))

    return made


def sheet_of(protocol: TriageProtocol, answers: Answers) -> DoctorSheet:
    return doctor_sheet(protocol, answers, assess(protocol, answers, DAY))


def without_cells(questionnaire: Questionnaire) -> Questionnaire:
    """The questions without any level."""
    return structs.replace(
        questionnaire,
        sections=tuple(
            structs.replace(
                section,
                pages=tuple(
                    structs.replace(page, items=tuple(structs.replace(item, cells=()) for item in page.items))
                    for page in section.pages
                ),
            )
            for section in questionnaire.sections
        ),
    )


def rows(sheet: DoctorSheet) -> dict[str, str]:
    return {row.label: row.text for part in sheet.parts for row in part.rows}


def part(sheet: DoctorSheet, title: str) -> dict[str, str]:
    """The rows under a heading, none where it is not there."""
    return {row.label: row.text for part in sheet.parts if part.title == title for row in part.rows}


def opened(sheet: DoctorSheet, title: str) -> str:
    """The sentence of the opening that begins with this, "" where there is none."""
    return next((one for one in sheet.opening if one.startswith(f"{title}: ")), "")


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({}, "no lost task reported"),
        ({"harder": "days", "tasks": ("key", "jar")}, "lost or harder: turn a key, open a jar"),
        ({"harder": "days", "tasks": ("none",)}, "lost or harder: none of the tasks named"),
        ({"harder": "days", "tasks": ("not_sure",)}, "lost or harder: not sure"),
        ({"harder": "days"}, "lost or harder: not answered"),
        ({"harder": "not_sure"}, "a task clearly harder: not sure"),
        ({"harder": None}, "a task clearly harder: not answered"),
        ({"harder": "lately"}, "no lost task reported"),
    ],
)  # fmt: skip
def test_function_is_told_with_the_tasks(sheet: Sheet, given: dict[str, Answer | None], line: str) -> None:
    assert rows(sheet(**given))["Function"] == line


def test_the_first_line_has_the_signs_that_decide_with_their_times(sheet: Sheet) -> None:
    decided = sheet(slurred="today", lid="days", pupil="yes", harder="weeks", tasks=("key",))
    assert decided.deciding == (
        "Slurred speech, since today or yesterday; one pupil wide; a hanging eyelid, for some days."
    )
    # What stands there is not told again, and what does not decide is told below.
    assert part(decided, PRESENT) == {
        "Function": "lost or harder: turn a key",
        "For some weeks": "a task clearly harder",
    }


def test_while_signs_are_open_the_first_line_has_what_is_open_alone(sheet: Sheet) -> None:
    # Together they would be an emergency, which is open as long as the lid is.
    found = sheet(slurred="weeks", lid="not_sure")
    assert found.deciding == "A hanging eyelid: not sure."
    assert part(found, PRESENT)["For some weeks"] == "slurred speech"


def test_answers_beyond_those_of_the_first_line_are_counted(sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twitchcheck.report.doctor_sheet.MOST_DECIDING", 1)
    found = sheet(slurred="today", lid="days", pupil="yes")
    assert found.deciding == "Slurred speech, since today or yesterday; and 2 more."
    assert part(found, PRESENT)["For some days"] == "a hanging eyelid (one pupil wide)"


def test_without_a_sign_the_first_line_says_so_as_far_as_was_answered(sheet: Sheet) -> None:
    assert sheet().deciding == NO_WARNING
    assert sheet(fit="as_ever").deciding == "Fit, known to a doctor, as ever."
    assert sheet(fit=None, slurred=None).deciding.startswith("Slurred speech: not answered; ")
    assert sheet(hoarse="not_sure").deciding == "A hoarse voice: not sure."


def test_an_open_warning_that_decides_nothing_is_no_warning_denied(
    small: TriageProtocol, well: Callable[..., Answers]
) -> None:
    calm = structs.replace(small, combinations=(), questionnaire=without_cells(small.questionnaire))
    assert sheet_of(calm, well(fit=None)).deciding == NO_WARNING_YET


def test_the_opening_says_who_answered(sheet: Sheet) -> None:
    assert (sheet().answered_by, sheet().by_another) == ("answered by the person", False)
    assert (sheet(who="other").answered_by, sheet(who="other").by_another) == ("answered for the person by", True)
    assert (sheet(who=None).answered_by, sheet(who=None).by_another) == ("answered by", True)


def test_the_opening_has_person_twitch_and_medicines(sheet: Sheet) -> None:
    found = sheet(antidepressant="more", days=56.0)
    assert found.opening == (
        "Person: aged 35 years.",
        "Twitching: calf; for 8 weeks, since about 28 September 2026.",
        "Medicines: antidepressant, started or more; nothing else; changed on ____.",
    )
    assert opened(sheet(antidepressant="same"), "Medicines") == "Medicines: antidepressant, as before; nothing else."
    assert opened(sheet(), "Medicines") == "Medicines: none of those asked about."
    assert opened(sheet(age=None), "Person") == ""
    assert opened(sheet(places=("none",)), "Twitching") == "Twitching: nowhere now."


def test_what_was_not_reached_is_said_as_such_in_the_opening(sheet: Sheet) -> None:
    found = sheet(antidepressant=None, statin=None, places=None)
    assert opened(found, "Medicines") == "Medicines: not answered."
    assert opened(found, "Twitching") == "Twitching: not answered."
    assert opened(sheet(days="not_sure"), "Twitching") == "Twitching: calf."
    assert part(sheet(days="not_sure"), "Still open") == {"Not sure": "Twitching for"}


def test_signs_stand_by_their_time_the_freshest_first(small: TriageProtocol, well: Callable[..., Answers]) -> None:
    calm = structs.replace(small, combinations=(), questionnaire=without_cells(small.questionnaire))
    answers = well(
        slurred="lately", lid="today", pupil="yes", harder="weeks", hoarse="unknown", fit="as_ever", cramps="yes"
    )
    present = part(sheet_of(calm, answers), PRESENT)
    assert list(present.items())[1:] == [
        ("Not sure since when", "a hoarse voice"),
        ("For some weeks", "a task clearly harder"),
        ("Time not asked", "cramps"),
    ]


def test_denied_signs_share_a_row_for_each_block(sheet: Sheet) -> None:
    assert part(sheet(), DENIED) == {
        "Head": "slurring, a hanging eyelid",  # what only opens from another sign needs no word
        "Limbs": "a task clearly harder, a hoarse voice, fit, cramps",
    }
    assert part(sheet(lid="days", pupil="no"), DENIED)["Head"] == "slurring, one pupil wide"


def test_an_interrupted_check_denies_nothing_that_was_not_reached(sheet: Sheet) -> None:
    left = dict.fromkeys(("lid", *ROWS, "antidepressant", "statin", "coffee", "tea", "advice", "places"))
    found = sheet(slurred="today", **left)
    assert part(found, DENIED) == {}
    assert part(found, "Health and daily life") == {}
    assert part(found, "Still open") == {
        "Not answered": "a hanging eyelid; Strength, balance, walking; Places; Drinks; Medicines"
    }


def test_not_sure_is_told_by_page_where_all_of_it_is(sheet: Sheet) -> None:
    assert part(sheet(**dict.fromkeys(ROWS, "not_sure")), "Still open") == {"Not sure": "Strength, balance, walking"}
    assert part(sheet(fit="not_sure", cramps=None), "Still open") == {"Not sure": "fit", "Not answered": "cramps"}
    assert part(sheet(), "Still open") == {}


def test_drinks_are_told_one_by_one_only_where_they_count(sheet: Sheet) -> None:
    def told(**given: Answer | None) -> str:
        return rows(sheet(**given))["Daily life"]

    assert told(coffee=5.0) == "Caffeine about 450 mg (Coffee 5 cups); Stirred 0 points"
    assert told(coffee=1.0) == "Caffeine about 90 mg; Stirred 0 points"
    assert told() == "Caffeine none; Stirred 0 points"
    assert told(coffee=5.0, tea="not_sure").startswith("Caffeine at least 450 mg (Coffee 5 cups)")
    assert told(coffee=None, tea=None) == "Stirred 0 points"


def test_what_is_only_worth_a_word_as_a_trigger_has_none_else(sheet: Sheet, small: TriageProtocol) -> None:
    assert "Stress" not in rows(sheet(stress=9.0))["Daily life"]
    always = [structs.replace(one, as_trigger=()) for one in small.sheet_blocks]
    changed = structs.replace(small, sheet_blocks=tuple(always))
    answers = Answers({"who": "me", "stress": 9.0})
    assert rows(sheet_of(changed, answers))["Daily life"] == "Stress 9 of 10"


def test_habits_say_what_was_ticked(protocol: TriageProtocol, calm: Callable[..., Answers]) -> None:
    told = rows(sheet_of(protocol, calm(alcohol_cut="yes", withdrawal_fit="no", exercise=("more",))))["Daily life"]
    assert "heavy drinking stopped or cut down in the last 7 days" in told
    assert "a fit or confusion" not in told
    assert "more training" in told
    assert "Fluids and salts: none" in told
    assert "Screens" not in told


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 days"), (1, "1 day"), (6, "6 days"), (7, "1 week"), (10, "10 days"), (56, "8 weeks"), (240, "8 months"),
     (365, "1 year"), (500, "about 17 months"), (1000, "about 3 years")],
)  # fmt: skip
def test_a_duration_is_said_in_the_unit_that_fits(sheet: Sheet, days: int, words: str) -> None:
    assert f"for {words}, since about" in opened(sheet(days=float(days)), "Twitching")


def test_own_words_are_repeated_as_they_are(sheet: Sheet) -> None:
    assert [row.text for row in sheet(note=" Both calves\nripple ").words] == ["Both calves\nripple"]


def test_only_the_words_that_were_written_take_room(protocol: TriageProtocol, calm: Callable[..., Answers]) -> None:
    def words(**given: Answer) -> dict[str, str]:
        return {row.label: row.text for row in sheet_of(protocol, calm(**given)).words}

    assert words(main_worry="ALS", fears="yes", feared=("als",)) == {
        "Main worry": "ALS", "Fears an illness": "yes", "Fear of": "ALS"
    }  # fmt: skip
    assert words(fears="no") == {}


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
