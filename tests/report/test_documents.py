"""The print-out as HTML, text and data."""

import re
from collections.abc import Callable

import pytest
from msgspec import structs

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.report import html_document, json_document, plain_text, questionnaire_text
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.emergency_view import emergency_view
from twitchcheck.report.pictures import Picture, inline_svg, named, painted_image
from twitchcheck.report.result_view import ResultView, result_view
from twitchcheck.rules.assessment import Assessment, assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import EmergencyNumber, TriageProtocol

Calm = Callable[..., Answers]
ATTACK = "<b>& \"'</b>"
ESCAPED = "&lt;b&gt;&amp; &quot;&#x27;&lt;/b&gt;"


def result(protocol: TriageProtocol, answers: Answers) -> tuple[Assessment, ResultView]:
    assessment = assess(protocol, answers, DAY)
    changes = what_would_change(protocol, answers, assessment)
    return assessment, result_view(protocol, answers, assessment, changes)


@pytest.mark.parametrize("given", [{}, {"duration": 30.0, "coffee": 6.0, "felt": ("cramps",), "seen": ("not_sure",)}])
def test_html_and_text_say_the_same(protocol: TriageProtocol, calm: Calm, given: dict[str, object]) -> None:
    answers = calm(**given)
    assessment, view = result(protocol, answers)
    sheet = doctor_sheet(protocol, answers, assessment)
    html = html_document.person_html(view) + html_document.doctor_html(sheet)
    text = " ".join(plain_text.text(view, sheet).split())
    said = [view.action, view.review.text, sheet.function, *(one.text for one in view.safety_net)]
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


def test_what_is_typed_is_escaped_on_the_sheet(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(own_words=f"{ATTACK}\nline two")
    assessment, _ = result(protocol, answers)
    html = html_document.doctor_html(doctor_sheet(protocol, answers, assessment), name=ATTACK, born=ATTACK)
    assert html.count(ESCAPED) == 3
    assert f"{ESCAPED}<br>line two" in html
    assert ATTACK not in html


def test_without_a_name_there_is_a_line_to_fill_in(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm()
    assessment, _ = result(protocol, answers)
    assert "Name ____" in html_document.doctor_html(doctor_sheet(protocol, answers, assessment))


def test_the_emergency_page_says_whom_to_ring_and_what_to_say(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(sudden=("limb",), who="someone_else")
    assessment = assess(protocol, answers, DAY)
    view = emergency_view(protocol, answers, assessment, protocol.emergency_number("GB"))
    html = html_document.emergency_html(view)
    assert view.ticked == ("sudden weakness or numbness of an arm or leg",)
    for expected in ("Call the emergency number now: 999", "United Kingdom", "It may be a stroke.", "Do not drive."):
        assert expected in html


def test_a_number_that_nothing_confirms_has_another_beside_it(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(sudden=("limb",))
    assessment = assess(protocol, answers, DAY)
    doubtful = EmergencyNumber("XX", "Nowhere", "127", ("aosp-ecc",))
    view = emergency_view(protocol, answers, assessment, doubtful)
    assert "Call <b>127, or 112 from a mobile phone,</b> (Nowhere)." in html_document.emergency_html(view)
    for sources in (("aosp-ecc", "ms-teams"), ("wien-144",)):
        view = emergency_view(protocol, answers, assessment, structs.replace(doubtful, sources=sources))
        assert "Call <b>127</b> (Nowhere)." in html_document.emergency_html(view)
    view = emergency_view(protocol, answers, assessment, structs.replace(doubtful, number="112"))
    assert "Call <b>112</b> (Nowhere)." in html_document.emergency_html(view)


def test_an_unknown_country_gets_the_number_of_mobile_networks(protocol: TriageProtocol) -> None:
    assert protocol.emergency_number("XX").number == "112"
    assert protocol.emergency_number("US").number == "911"


def test_the_browser_page_explains_but_keeps_the_als_part_closed(protocol: TriageProtocol, calm: Calm) -> None:
    _, view = result(protocol, calm(felt=("stiffness",), body_signs=("thyroid_slow",)))
    html = html_document.page([html_document.explanation_html(view)])
    assert "acetylcholine" in html
    assert "Stiff muscles together with feeling cold" in html
    assert "ALS (motor neuron disease)" not in html
    assert '<html lang="en">' in html


def test_data_tell_unsure_answers_and_amounts_apart(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(duration=30.0, mouth=("not_sure",), mouth_speed="months")
    assessment = assess(protocol, answers, DAY)
    data = json_document.assessment_data(protocol, answers, assessment, ())
    flags = {flag["id"]: flag for flag in data["red_flags"]}
    assert flags["two_weeks"]["because"][0] == {
        "subject": "duration", "phrase": "Twitching for: 1 month", "amount": 30.0
    }  # fmt: skip
    assert flags["voice"]["because"][0] == {
        "subject": "mouth", "phrase": "Speech and swallowing: not sure", "unsure": True
    }  # fmt: skip
    assert data["unsure"] == [{"item": "mouth", "state": "not sure"}]


def test_conditions_of_the_questionnaire_are_said_in_words(protocol: TriageProtocol) -> None:
    text = questionnaire_text.text(protocol)
    assert "Asked when: (age is 12 or more and age is 55 or less) or age is not_sure" in text
    assert "Asked when: at least 1 of medicines" in text
    assert "Asked when: finding task_lost" in text
    assert "Only options ticked in medicines" in text


def test_the_browser_page_draws_the_places_and_the_steps(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(places=("calf", "hand"))
    assessment, view = result(protocol, answers)
    sheet = doctor_sheet(protocol, answers, assessment)
    html = html_document.page((html_document.doctor_html(sheet, draw=inline_svg), html_document.explanation_html(view)))
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
