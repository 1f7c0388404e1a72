"""The print-out as HTML, text and data."""

import re
from collections.abc import Callable

from msgspec import structs

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.report import json_document, questionnaire_text
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.emergency_html import emergency_html
from twitchcheck.report.emergency_view import emergency_view
from twitchcheck.report.pictures import Picture, named, painted_image
from twitchcheck.report.sheet_html import doctor_html
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import EmergencyNumber, TriageProtocol

Calm = Callable[..., Answers]
ATTACK = "<b>& \"'</b>"
ESCAPED = "&lt;b&gt;&amp; &quot;&#x27;&lt;/b&gt;"


def test_what_is_typed_is_escaped_on_the_sheet(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(own_words=f"{ATTACK}\nline two")
    assessment = assess(protocol, answers, DAY)
    html = doctor_html(doctor_sheet(protocol, answers, assessment), name=ATTACK, born=ATTACK)
    assert html.count(ESCAPED) == 3
    assert f"{ESCAPED}<br>line two" in html
    assert ATTACK not in html


def test_without_a_name_there_is_a_line_to_fill_in(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm()
    assessment = assess(protocol, answers, DAY)
    assert "Name ____" in doctor_html(doctor_sheet(protocol, answers, assessment))


def test_the_emergency_page_says_whom_to_ring_and_what_to_say(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(slurred="today", who="someone_else")
    assessment = assess(protocol, answers, DAY)
    view = emergency_view(protocol, answers, assessment, protocol.emergency_number("GB"))
    html = emergency_html(view)
    assert view.ticked == ("slurred or nasal speech, since today or yesterday",)
    for expected in ("Call the emergency number now: 999", "United Kingdom", "can be a stroke", "Do not drive."):
        assert expected in html


def test_a_number_that_nothing_confirms_has_another_beside_it(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(slurred="today")
    assessment = assess(protocol, answers, DAY)
    doubtful = EmergencyNumber("XX", "Nowhere", "127", ("aosp-ecc",))
    view = emergency_view(protocol, answers, assessment, doubtful)
    assert "Call <b>127, or 112 from a mobile phone,</b> (Nowhere)." in emergency_html(view)
    for sources in (("aosp-ecc", "ms-teams"), ("wien-144",)):
        view = emergency_view(protocol, answers, assessment, structs.replace(doubtful, sources=sources))
        assert "Call <b>127</b> (Nowhere)." in emergency_html(view)
    view = emergency_view(protocol, answers, assessment, structs.replace(doubtful, number="112"))
    assert "Call <b>112</b> (Nowhere)." in emergency_html(view)


def test_an_unknown_country_gets_the_number_of_mobile_networks(protocol: TriageProtocol) -> None:
    assert protocol.emergency_number("XX").number == "112"
    assert protocol.emergency_number("US").number == "911"


def test_the_interruption_says_the_sign_with_its_time(small: TriageProtocol, well: Calm) -> None:
    answers = well(slurred="unknown", lid="days", pupil="yes")
    view = emergency_view(small, answers, assess(small, answers, DAY), small.emergency_number("AT"))
    assert view.ticked == (
        "slurred speech, not sure since when", "one pupil wide", "a hanging eyelid, for some days"
    )  # fmt: skip
    assert view.say == ("you slur.", "One pupil is wide.", "Speech and an eyelid.")


def test_data_tell_unsure_answers_times_and_amounts_apart(small: TriageProtocol, well: Calm) -> None:
    answers = well(days=30.0, slurred="not_sure", harder="days", tasks=("none",))
    assessment = assess(small, answers, DAY)
    data = json_document.assessment_data(small, answers, assessment, what_would_change(small, answers, assessment))
    flags = {flag["id"]: flag for flag in data["red_flags"]}
    assert flags["two_weeks"]["because"] == [{"subject": "days", "phrase": "Twitching for: 1 month", "amount": 30.0}]
    assert flags["harder_same_day"]["because"] == [
        {"subject": "harder", "phrase": "a task clearly harder, for some days", "options": ("days",)}
    ]
    assert flags["slurred_emergency"]["because"] == [
        {"subject": "slurred", "phrase": "slurred speech: not sure", "unsure": True}
    ]
    assert {"item": "slurred", "state": "not sure"} in data["unsure"]
    assert {"disposition": "emergency", "item": "slurred", "option": "today"} in data["what_would_change"]


def test_the_questionnaire_as_text_says_courses_once_and_levels_by_time(small: TriageProtocol) -> None:
    text = questionnaire_text.text(small)
    assert text.count("- today: Today or yesterday") == 2  # since when, and the last time
    assert (
        "slurred (choice): Your speech is slurred\n"
        "  Course since: no, today, days, weeks, lately, unknown, not_sure\n"
        "  - emergency: today\n  - same_day: days, lately\n  - soon: weeks\n"
    ) in text
    assert "  Course whether: no, yes, not_sure; under lid\n" in text
    assert "whether: nothing more, the tick is the answer\n" in text
    assert "age (amount): How old?\n  0 to 120 years\n  May be left out\n" in text
    assert "  0 to 40 cups, or not_sure\n" in text
    assert "  Asked when: finding lost\n" in text


def test_the_questionnaire_as_data_holds_courses_and_levels(small: TriageProtocol) -> None:
    data = json_document.questionnaire_data(small)
    assert [course["id"] for course in data["courses"]] == ["since", "event", "whether", "change"]
    assert data["courses"][0]["options"][0] == {
        "id": "today", "text": "Today or yesterday", "brief": "since today or yesterday"
    }  # fmt: skip
    items = {item["id"]: item for section in data["sections"] for page in section["pages"] for item in page["items"]}
    assert (items["pupil"]["course"], items["pupil"]["under"]) == ("whether", "lid")
    assert items["pupil"]["cells"] == [{"times": ("yes",), "level": "emergency", "sources": ("nhs",)}]
    assert [option["id"] for option in items["fit"]["options"]] == ["no", "today", "weeks", "as_ever", "not_sure"]
    assert "under" not in items["fit"]
    assert items["tasks"]["enabled_when"] == {"findings": ("lost",)}


def test_conditions_of_the_questionnaire_are_said_in_words(protocol: TriageProtocol) -> None:
    text = questionnaire_text.text(protocol)
    assert "((age is 12 or more and age is 55 or less) or age is not_sure)" in text
    assert "Asked when: lid_droop is today or days or weeks" in text


def test_an_image_for_paper_says_what_to_draw_and_what_it_shows() -> None:
    html = painted_image(Picture("body", 'Marked: "calf"', ("calf", "hand")))
    assert 'alt="Marked: &quot;calf&quot;"' in html
    (source,) = re.findall('src="([^"]*)"', html)
    assert named(source) == ("body", frozenset({"calf", "hand"}))
