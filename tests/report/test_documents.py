"""The print-out as HTML, text and data."""

import re
from collections.abc import Callable

import pytest

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.report import html_document, json_document, plain_text, questionnaire_text
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.pictures import Picture, inline_svg, named, painted_image
from twitchcheck.report.result_view import ResultView, result_view
from twitchcheck.report.sheet_html import doctor_html
from twitchcheck.report.web_page import page
from twitchcheck.rules.assessment import Assessment, assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]


def result(protocol: TriageProtocol, answers: Answers) -> tuple[Assessment, ResultView]:
    assessment = assess(protocol, answers, DAY)
    changes = what_would_change(protocol, answers, assessment)
    return assessment, result_view(protocol, answers, assessment, changes)


@pytest.mark.parametrize("given", [{}, {"duration": 30.0, "coffee": 6.0, "cramps": "yes", "thinner": "not_sure"}])
def test_html_and_text_say_the_same(protocol: TriageProtocol, calm: Calm, given: dict[str, object]) -> None:
    answers = calm(**given)
    assessment, view = result(protocol, answers)
    sheet = doctor_sheet(protocol, answers, assessment)
    html = html_document.person_html(view) + doctor_html(sheet)
    text = " ".join(plain_text.text(view, sheet).split())
    said = [view.action, view.review.text, sheet.deciding, *(one.text for one in view.safety_net)]
    said += [reason.title for reason in view.reasons] + [trigger.name for trigger in view.triggers]
    for expected in said:
        assert expected in text
        assert expected.replace("'", "&#x27;") in html


def test_the_date_comes_first_the_doubt_last_and_each_trigger_says_why(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(gad_nervous="nearly_daily", gad_worry="nearly_daily")
    assessment, view = result(protocol, answers)
    text = " ".join(plain_text.text(view, doctor_sheet(protocol, answers, assessment)).split())
    for made in (text, html_document.person_html(view)):
        kept = made[made.index("Keep an eye on it") :]
        order = [kept.index(one) for one in (view.review.text, "Call the emergency number", "No questionnaire can be")]
        assert order == sorted(order)
        assert "It is a real cause, not an imagined one." in made
        assert made.index(view.changes_lead.text) < made.index(view.changes[0].phrases[0])


def test_an_unknown_country_gets_the_number_of_mobile_networks(protocol: TriageProtocol) -> None:
    assert protocol.emergency_number("XX").number == "112"
    assert protocol.emergency_number("US").number == "911"


def test_the_browser_page_explains_but_keeps_the_als_part_closed(protocol: TriageProtocol, calm: Calm) -> None:
    _, view = result(protocol, calm(stiff="months", thyroid_slow="months"))
    html = page([html_document.explanation_html(view)])
    assert "acetylcholine" in html
    assert "Stiff muscles together with feeling cold" in html
    assert "ALS (motor neuron disease)" not in html
    assert '<html lang="en">' in html


def test_a_reason_is_said_once_in_text_and_html(small: TriageProtocol, well: Calm) -> None:
    answers = well(harder="days", tasks=("none",), slurred="weeks", lid="weeks")
    assessment, view = result(small, answers)
    text = " ".join(plain_text.text(view, doctor_sheet(small, answers, assessment)).split())
    html = html_document.person_html(view)
    assert "* A task clearly harder, for some days. A nerve may be hurt. [NHS]" in text
    assert "<b>A task clearly harder, for some days</b>. A nerve may be hurt." in html
    together = "Slurred speech and a hanging eyelid together"
    answered = "slurred speech, for some weeks; a hanging eyelid, for some weeks."
    assert f"* {together}: {answered}" in text
    assert f"<b>{together}</b>: {answered}" in html


def test_on_the_sheet_what_is_present_stands_out(small: TriageProtocol, well: Calm) -> None:
    answers = well(harder="lately", cramps="yes", hoarse="not_sure")
    html = doctor_html(doctor_sheet(small, answers, assess(small, answers, DAY)))
    present = "+ Present: a task clearly harder, gone again within the last two weeks; cramps"
    assert f'<td class="small"><b>{present}</b><br>- Denied: ' in html
    assert "<br>? Not sure: a hoarse voice<br>Not asked: Tasks</td>" in html


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


def test_the_browser_page_draws_the_places_and_the_steps(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(places=("calf", "hand"))
    assessment, view = result(protocol, answers)
    sheet = doctor_sheet(protocol, answers, assessment)
    html = page((doctor_html(sheet, draw=inline_svg), html_document.explanation_html(view)))
    assert html.count("<svg ") == html.count('role="img"><title>') == 5
    assert "<title>Front and back of a body. Marked, on both sides: hand or thumb, calf.</title>" in html
    assert sorted(re.findall('id="([a-z_]*)" data-marked="yes"', html)) == ["calf", "hand"]
    for step in next(topic.steps for topic in view.topics if topic.id == "how"):
        assert f"<title>{step.picture.shows}</title>" in html
        assert step.said.text in html
        assert step.said.text in " ".join(plain_text.text(view, sheet).split())
    assert "<img" not in html


def test_an_image_for_paper_says_what_to_draw_and_what_it_shows() -> None:
    html = painted_image(Picture("body", 'Marked: "calf"', ("calf", "hand")))
    assert 'alt="Marked: &quot;calf&quot;"' in html
    (source,) = re.findall('src="([^"]*)"', html)
    assert named(source) == ("body", frozenset({"calf", "hand"}))
