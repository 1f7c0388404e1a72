"""The person's part on paper and as text: short, in order, and nothing left out."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from msgspec import structs

from tests.conftest import DAY
from twitchcheck.content.vignettes_file import vignettes_from
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.report import plain_text
from twitchcheck.report.doctor_sheet import DoctorSheet, doctor_sheet
from twitchcheck.report.html_document import balance, explanation_html, person_html
from twitchcheck.report.pictures import inline_svg
from twitchcheck.report.result_view import ResultView, result_view
from twitchcheck.resource_files import vignettes_folder
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]
Told = tuple[ResultView, DoctorSheet]

LINE = "=" * plain_text.WIDTH
RICH: dict[str, Answer] = {
    "places": ("calf",), "duration": 30.0, "coffee": 6.0, "sleep": 5.0, "cramps": "yes", "thinner": "not_sure",
    "fears": "yes", "feared": ("als",), "gad_nervous": "nearly_daily", "gad_worry": "most_days", "family": ("mnd",),
}  # fmt: skip


def told(protocol: TriageProtocol, answers: Answers) -> Told:
    assessment = assess(protocol, answers, DAY)
    changes = what_would_change(protocol, answers, assessment)
    return result_view(protocol, answers, assessment, changes), doctor_sheet(protocol, answers, assessment)


def flowing(text: str) -> str:
    return " ".join(text.split())


def plain(html: str) -> str:
    return flowing(unescape(re.sub(r"<[^>]*>", " ", html)))


def parts(text: str) -> list[list[str]]:
    """The lines of the person's part, of the doctor's, and of the sources."""
    return [part.strip("\n").split("\n") for part in text.split(LINE)]


def test_every_written_case_is_one_page_for_the_person_and_one_for_the_doctor(protocol: TriageProtocol) -> None:
    for case in vignettes_from(protocol, vignettes_folder()):
        text = plain_text.text(*told(protocol, case.answers))
        person, doctor, sources = parts(text)
        assert len(person) <= 60, case.id
        assert len(doctor) <= 40, case.id
        assert len(text.splitlines()) <= 110, case.id
        cited = {int(one) for mark in re.findall(r"\[([\d,]+)\]", "\n".join(person)) for one in mark.split(",")}
        listed = {int(one) for one in re.findall(r"(?:^|  )\[(\d+)\]", "\n".join(sources), re.MULTILINE)}
        assert listed == cited == set(range(1, len(listed) + 1)), case.id


def test_what_is_long_leaves_out_first_what_can_be_spared(protocol: TriageProtocol, calm: Calm) -> None:
    view, sheet = told(protocol, calm(**RICH))
    whole = plain_text.text(view, sheet)
    assert view.reassuring[0].text in flowing(whole)
    much = structs.replace(view, reassuring=view.reassuring * 12)
    text = plain_text.text(much, sheet)
    assert view.reassuring[0].text not in flowing(text)
    assert view.topics.in_sight[-1].steps[0].said.text in flowing(text)
    longer = structs.replace(much, advice=view.advice * 20)
    assert view.topics.in_sight[-1].steps[0].said.text not in flowing(plain_text.text(longer, sheet))


@pytest.mark.parametrize("given", [{}, RICH, {"slurred": "days", "fears": "yes", "feared": ("als",)}])
def test_paper_and_text_say_the_same(protocol: TriageProtocol, calm: Calm, given: dict[str, Answer]) -> None:
    view, sheet = told(protocol, calm(**given))
    html, text = plain(person_html(view)), flowing(plain_text.text(view, sheet))
    said = [view.action, view.time_frame, view.review.text, view.watch_title]
    said += [one.text for one in (*view.summary, *view.advice, *view.safety_net)]
    said += [one.title for one in view.reasons.in_full] + [one.name for one in view.triggers]
    said += [one.question for one in view.open.first]
    for part in view.feared:
        said += [part.name, part.said.text, *(one.text for one in (*part.raised_by, *part.lowered_by))]
    for topic in view.topics.in_sight:
        said += [topic.title, *(one.text for one in topic.statements), *(step.said.text for step in topic.steps)]
    for expected in said:
        assert expected in text
        assert expected in html


@pytest.mark.parametrize(
    ("given", "headings"),
    [
        (RICH, ["What to do", "Why", "What may set it off", "Keep an eye on it", "Open questions", "What you fear"]),
        ({"slurred": "days"}, ["What to do", "If it gets worse", "Why"]),
    ],
)
def test_the_order_is_that_of_doing(
    protocol: TriageProtocol, calm: Calm, given: dict[str, Answer], headings: list[str]
) -> None:
    view, sheet = told(protocol, calm(**given))
    for made in (person_html(view), plain_text.text(view, sheet)):
        places = [made.index(heading) for heading in headings]
        assert places == sorted(places)


def test_the_steps_of_a_twitch_are_drawn(protocol: TriageProtocol, calm: Calm) -> None:
    view, _ = told(protocol, calm())
    assert person_html(view).count("<img ") == 4
    drawn = person_html(view, draw=inline_svg)
    assert drawn.count("<svg ") == 4
    assert all(f"<title>{step.picture.shows}</title>" in drawn for step in view.topics.in_sight[-1].steps)


def test_sources_stand_at_the_foot_by_number(protocol: TriageProtocol, calm: Calm) -> None:
    view, _ = told(protocol, calm())
    html = person_html(view)
    assert '<span class="source">[1,2]</span>' in html
    foot = html[html.index("<b>Sources:</b>") :]
    assert "[1] NHS, https://www.nhs.uk/conditions/twitching/ · [2] Article" in foot


def test_what_waits_to_be_opened_is_explained_on_the_page_for_browsers(protocol: TriageProtocol, calm: Calm) -> None:
    view, _ = told(protocol, calm(stiff="months", thyroid_slow="months"))
    html = explanation_html(view)
    for expected in ("About 70 of 100", "Stiff muscles together with feeling cold", view.changes_lead.text):
        assert expected in html
    assert "ALS (motor neuron disease)" not in html
    urgent, _ = told(protocol, calm(slurred="days"))
    assert "What doctors also consider" not in explanation_html(structs.replace(urgent, changes=()))


def test_the_balance_is_told_in_numbers() -> None:
    assert balance(1, 2).startswith("1 sign for a doctor, 2 everyday triggers.")
    assert balance(0, 1).startswith("0 signs for a doctor, 1 everyday trigger.")


def test_many_reasons_take_a_line_in_all(small: TriageProtocol, well: Calm) -> None:
    view, sheet = told(small, well(harder="days", tasks=("none",), slurred="weeks", lid="weeks"))
    text = flowing(plain_text.text(view, sheet))
    assert "* Slurred speech and a hanging eyelid together: slurred speech, for some weeks; a hanging eyelid" in text
    others = tuple(f"Sign {number}" for number in range(7))
    many = structs.replace(view, reasons=structs.replace(view.reasons, others=others))
    assert "* Also: Sign 0; Sign 1; Sign 2; Sign 3; Sign 4; and 2 more" in flowing(plain_text.text(many, sheet))
    few = structs.replace(view, reasons=structs.replace(view.reasons, others=("Sign 0",)))
    assert "* Also: Sign 0" in plain_text.text(few, sheet)
    assert "<li>Sign 6</li>" in person_html(many)


def test_a_trigger_without_advice_has_no_change_to_try(small: TriageProtocol, well: Calm) -> None:
    bare = tuple(structs.replace(one, advice=()) for one in small.triggers)
    view, sheet = told(structs.replace(small, triggers=bare), well(antidepressant="more"))
    assert view.triggers
    assert "Worth trying first" not in plain_text.text(view, sheet) + person_html(view)


def test_where_all_is_open_no_list_follows(protocol: TriageProtocol) -> None:
    view, sheet = told(protocol, Answers({"who": "myself"}))
    assert "Open questions" not in plain_text.text(view, sheet)
    assert "Open questions" not in person_html(view)
