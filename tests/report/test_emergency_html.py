"""The emergency page: whom to ring, what to say, and for the crew what was answered, with lines for all the rest."""

from collections.abc import Callable

from msgspec import structs

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.report.emergency_html import BEGAN, LONG_LINE, emergency_html
from twitchcheck.report.emergency_view import EmergencyView, emergency_view
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import EmergencyNumber, TriageProtocol

Calm = Callable[..., Answers]


def view(protocol: TriageProtocol, answers: Answers, number: EmergencyNumber | None = None) -> EmergencyView:
    assessment = assess(protocol, answers, DAY)
    return emergency_view(protocol, answers, assessment, number or protocol.emergency_number("GB"))


def row(label: str, content: str) -> str:
    return f'<th scope="row" width="24%" align="left">{label}</th><td>{content}</td>'


def test_it_says_whom_to_ring_and_what_to_say(protocol: TriageProtocol, calm: Calm) -> None:
    shown = view(protocol, calm(slurred="today", who="someone_else"))
    html = emergency_html(shown)
    assert shown.ticked == ("slurred or nasal speech, since today or yesterday",)
    for expected in ("Call the emergency number now: 999", "United Kingdom", "can be a stroke", "Do not drive."):
        assert expected in html


def test_an_interrupted_check_leaves_the_crew_lines_and_no_denial(protocol: TriageProtocol) -> None:
    answers = Answers({"who": "someone_else", "age": 66.0, "slurred": "today", "face_droop": "today"})
    html = emergency_html(view(protocol, answers))
    assert row("Sign 1", f"<b>one side of the face droops or is numb, since today or yesterday</b><br>{BEGAN}") in html
    assert row("Sign 2", f"<b>slurred or nasal speech, since today or yesterday</b><br>{BEGAN}") in html
    assert row("Person", "66 years") in html
    for label in ("Medicines in the last 4 weeks", "Known illnesses", "Allergies", "Ate or drank last"):
        assert row(label, LONG_LINE) in html
    assert "none" not in html
    assert "not answered" not in html


def test_what_was_answered_before_is_told_to_the_crew(protocol: TriageProtocol, calm: Calm) -> None:
    html = emergency_html(view(protocol, calm(slurred="today", blood_thinner="same", conditions=("diabetes",))))
    assert row("Medicines in the last 4 weeks", "blood thinner, as before; nothing else") in html
    assert row("Known illnesses", "diabetes") in html
    assert row("Allergies", LONG_LINE) in html


def test_what_is_not_sure_is_a_line_too(protocol: TriageProtocol, calm: Calm) -> None:
    html = emergency_html(view(protocol, calm(slurred="today", conditions=("not_sure",))))
    assert row("Known illnesses", LONG_LINE) in html


def test_the_sources_stand_at_the_foot_by_their_numbers(small: TriageProtocol, well: Calm) -> None:
    flags = [structs.replace(one, sources=("ours", "nhs")) for one in small.combinations]
    cited = structs.replace(small, combinations=tuple(flags))
    shown = view(cited, well(slurred="today", lid="days", pupil="yes"), small.emergency_number("AT"))
    assert shown.marks == ("[1]", "[1]", "[1,2]")
    html = emergency_html(shown)
    assert 'It may be a stroke. <span class="source">[1]</span>' in html
    assert f"[1] {shown.sources[0].source.in_short()} · [2] {shown.sources[1].source.in_short()}</p>" in html


def test_a_number_that_nothing_confirms_has_another_beside_it(protocol: TriageProtocol, calm: Calm) -> None:
    answers = calm(slurred="today")
    doubtful = EmergencyNumber("XX", "Nowhere", "127", ("aosp-ecc",))
    assert "Call <b>127, or 112 from a mobile phone,</b> (Nowhere)." in emergency_html(
        view(protocol, answers, doubtful)
    )
    for sources in (("aosp-ecc", "ms-teams"), ("wien-144",)):
        confirmed = structs.replace(doubtful, sources=sources)
        assert "Call <b>127</b> (Nowhere)." in emergency_html(view(protocol, answers, confirmed))
    mobile = structs.replace(doubtful, number="112")
    assert "Call <b>112</b> (Nowhere)." in emergency_html(view(protocol, answers, mobile))


def test_the_interruption_says_the_sign_with_its_time(small: TriageProtocol, well: Calm) -> None:
    shown = view(small, well(slurred="unknown", lid="days", pupil="yes"), small.emergency_number("AT"))
    assert shown.ticked == (
        "slurred speech, not sure since when", "one pupil wide", "a hanging eyelid, for some days"
    )  # fmt: skip
    assert shown.say == ("you slur.", "One pupil is wide.", "Speech and an eyelid.")
