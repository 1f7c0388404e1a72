"""From the first page to the result as a screen reader tells it: the real program, reached through AT-SPI only."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.calm_answers import calm_answers
from tests.desktop.person import BOX, BUTTON, CHOICE, LABEL, MISTAKE, WORDS, Person
from tests.desktop.tools import until
from tests.gui.driver import pdf_pages
from tests.scenarios.test_scenarios import stories
from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.yaml_source import Document
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.protocol import TriageProtocol

pytestmark = pytest.mark.desktop

WORRY = "Is it dangerous?"


CONTROLS = (BUTTON, BOX, CHOICE, WORDS, "combo box")
"""What somebody can be told to press, tick, choose, count or write."""


def assert_every_control_is_told(person: Person) -> None:
    for page, shown in person.pages.items():
        for control in shown:
            if "FOCUSABLE" in control.states and control.role != LABEL:  # a label whose text can be selected
                assert control.name, f"{page}: {control}"
                assert control.role in CONTROLS, f"{page}: {control}"


def assert_every_page_was_announced(person: Person) -> None:
    heard = person.reader.heard()
    start, *others = person.pages
    assert start.startswith("Muscle twitch self-check.")
    missed = [page for page in others if page not in heard]
    assert not missed


def told(protocol: TriageProtocol, story: str) -> Answers:
    """The answers of one of the written stories."""
    (given,) = (one.values[0]["given"] for one in stories() if one.id == story)
    document = Document(story)
    document.value = {"answers": given}
    return calm_answers(protocol, answers_from(protocol.questionnaire, document)[0])


def advice(protocol: TriageProtocol, level: Disposition) -> list[str]:
    known = protocol.care_level[level]
    return [known.label, known.action]


def test_a_calm_story_from_the_first_page_to_the_saved_pdf(
    start: Callable[..., Person], calm: Callable[..., Answers], protocol: TriageProtocol, tmp_path: Path
) -> None:
    person = start()
    answers = calm(places=("eyelid",), side="left", coffee=5.0, sleep=5.5, main_worry=WORRY)
    assert person.walk(answers, "Your result.").startswith("Your result. ")
    texts = person.texts()
    assert set(advice(protocol, Disposition.SELF_CARE)) <= set(texts)
    assert len(person.pages) >= 17
    assert_every_control_is_told(person)
    assert_every_page_was_announced(person)
    person.reader.press("Save as PDF…")
    person.reader.write(person.reader.find("Name", WORDS), "Kim Example")
    person.reader.press("Go on to save")
    target = tmp_path / "mine.pdf"
    person.reader.write(person.reader.find("File name:", WORDS), str(target))
    person.reader.press("Save")
    until(lambda: f"Saved as {target}." in person.texts(), "the word that it is saved")
    assert f"Saved as {target}." in person.reader.heard()
    own, doctors = pdf_pages(target)
    assert advice(protocol, Disposition.SELF_CARE)[1] in own
    assert "Kim Example" in doctors
    assert WORRY in doctors


def test_a_story_for_a_doctor_soon(start: Callable[..., Person], protocol: TriageProtocol) -> None:
    person = start()
    assert person.walk(told(protocol, "soon-1"), "Your result.").startswith("Your result. ")
    texts = person.texts()
    assert set(advice(protocol, Disposition.SOON)) <= set(texts)
    assert "Why" in texts
    assert_every_control_is_told(person)
    assert_every_page_was_announced(person)


def test_an_emergency_interrupts_and_can_be_taken_back(
    start: Callable[..., Person], calm: Callable[..., Answers]
) -> None:
    person = start()
    page = person.walk(calm(gasping="today"), "Your result.")
    assert person.interrupted()
    assert page.startswith("Call ")
    assert any(heard.startswith(page) and "You answered: " in heard for heard in person.reader.heard())
    assert page in person.texts(), "the heading says the number"
    assert any(text.startswith("You answered: ") for text in person.texts())
    assert_every_control_is_told(person)
    assert [node for node in person.reader.shown if node.name.startswith("Change country: ")]
    person.reader.press(MISTAKE)
    question = person.next_page(page)
    assert "Signs · 1 of 5" in question
    assert not [box for box in person.reader.shown if box.role == BOX and box.checked]
    person.answer(calm())
    assert person.go_on() != question


def test_a_missing_answer_is_said(start: Callable[..., Person]) -> None:
    person = start()
    person.read()
    question = person.go_on()
    person.press_on()
    until(lambda: "One answer is missing." in person.texts(), "the word about the missing answer")
    assert "Please choose an answer." in person.texts()
    assert "One answer is missing. Please choose an answer." in person.reader.heard()
    assert person.page() == question
    (jump,) = (node for node in person.reader.shown if node.role == BUTTON and node.name == "Who is this check for?")
    person.reader.act(jump, "Press")
    until(lambda: "FOCUSED" in person.reader.find("For me", CHOICE).states, "the keyboard at the first answer")
