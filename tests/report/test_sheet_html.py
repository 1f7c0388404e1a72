"""The doctor's sheet as HTML: what is typed stays text, and what is not known is a line to write on."""

from collections.abc import Callable

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.report.doctor_sheet import DoctorSheet, doctor_sheet
from twitchcheck.report.sheet_html import doctor_html
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]
ATTACK = "<b>& \"'</b>"
ESCAPED = "&lt;b&gt;&amp; &quot;&#x27;&lt;/b&gt;"


def sheet(protocol: TriageProtocol, answers: Answers) -> DoctorSheet:
    return doctor_sheet(protocol, answers, assess(protocol, answers, DAY))


def test_what_is_typed_is_escaped(protocol: TriageProtocol, calm: Calm) -> None:
    html = doctor_html(sheet(protocol, calm(own_words=f"{ATTACK}\nline two")), name=ATTACK, born=ATTACK)
    assert html.count(ESCAPED) == 3
    assert f"{ESCAPED}<br>line two" in html
    assert ATTACK not in html


def test_what_is_not_known_is_a_line_to_fill_in(protocol: TriageProtocol, calm: Calm) -> None:
    html = doctor_html(sheet(protocol, calm(who="someone_else")))
    for line in ("Name ____", "Born ____", "answered for the person by ____"):
        assert line in html
    assert "answered by the person</p>" in doctor_html(sheet(protocol, calm()))


def test_words_and_figure_have_no_place_where_there_are_none(protocol: TriageProtocol, calm: Calm) -> None:
    html = doctor_html(sheet(protocol, calm(places=("none",), last_twitch="days")))
    assert "In their own words" not in html
    assert "<img" not in html
    assert "In their own words" in doctor_html(sheet(protocol, calm(main_worry="My job")))


def test_what_was_denied_flows_on_in_short_words(protocol: TriageProtocol, calm: Calm) -> None:
    html = doctor_html(sheet(protocol, calm()))
    assert '<p class="small"><b>Head:</b> face droop, ptosis, face spasm' in html


def test_every_sign_has_a_short_word_for_a_doctor(protocol: TriageProtocol) -> None:
    for block in protocol.sheet_blocks:
        rows = [one for one in block.subjects if block.place == "signs" and protocol.questionnaire.items[one].is_row]
        assert [one for one in rows if one not in block.denied] == []
