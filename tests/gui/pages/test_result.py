"""The result: what to do and how soon, why, what was feared, who says so; and what stays closed until it is opened."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.gui.driver import Driver, conclusion, on_screen
from twitchcheck.gui.widgets.balanced_columns import BalancedColumns
from twitchcheck.gui.widgets.bars import Discs, ShareBar
from twitchcheck.gui.widgets.section import Section
from twitchcheck.gui.widgets.sentence_label import SentenceLabel, spoken
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NOT_SURE, SIGNS
from twitchcheck.report.citations import Citations
from twitchcheck.report.html_document import person_html
from twitchcheck.report.result_view import ResultView
from twitchcheck.report.sentences import Sourced

Calm = Callable[..., Answers]

LOST: dict[str, Answer] = {
    "lost": "weeks",
    "worse_daily": "no",
    "weak_side": "right",
    "onset_speed": "weeks",
    "lost_tasks": ("key",),
    "first_weak": "hand",
    "weak_spread": "one_place",
    "weak_pain": "painful",
    "weak_use": ("none",),
}
ALS: dict[str, Answer] = {"fears": "yes", "feared": ("als",)}

LEVELS: list[tuple[Disposition, dict[str, Answer]]] = [
    (Disposition.SELF_CARE, {"coffee": 6.0}),
    (Disposition.ROUTINE, {"places": ("calf",), "duration": 60.0}),
    (Disposition.SOON, LOST),
    (Disposition.SAME_DAY, {"claw": "days", "worse_daily": "no"}),
]


def numbered(view: ResultView, one: Sourced) -> str:
    """A sentence as a screen reader says it, with the numbers of its sources on the page."""
    citations = Citations(view.sources)
    citations.numbers(source.id for source in view.sources)
    return spoken(one.text, citations.numbers(one.sources))


def sentences(person: Driver) -> list[SentenceLabel]:
    return [one for one in person.wizard.current_page().findChildren(SentenceLabel) if one.isVisible()]


@pytest.mark.parametrize(("level", "given"), LEVELS)
def test_each_care_level_says_what_to_do_and_how_soon(
    person: Driver, calm: Calm, level: Disposition, given: dict[str, Answer]
) -> None:
    person.hurry(calm(**given), "result")
    view = conclusion(person)[0]
    expected = person.session.protocol.care_level[level]
    assert person.label("level") == expected.label
    assert person.label("action") == expected.action
    assert person.label("timeFrame") == view.time_frame
    heard = person.wizard.current_page().accessibleName()
    for said in (expected.label, expected.action, view.time_frame):
        assert said in heard


@pytest.mark.parametrize(("level", "given"), LEVELS)
def test_level_action_date_and_first_reason_are_seen_without_scrolling(
    person: Driver, calm: Calm, level: Disposition, given: dict[str, Answer]
) -> None:
    person.hurry(calm(**given), "result")
    person.resize(1280, 800)
    view = conclusion(person)[0]
    assert view.disposition is level
    first = view.reasons.in_full[0].text.text if view.reasons.in_full else view.reassuring[0].text
    (reason,) = (one for one in sentences(person) if one.accessibleName().startswith(first))
    page = on_screen(person.wizard.current_page())
    for widget in (*map(person.find, ("level", "action", "timeFrame")), reason):
        assert page.contains(on_screen(widget)), widget
    assert person.window.size().width() == 1280


@pytest.mark.parametrize(("level", "given"), [*LEVELS, (Disposition.SELF_CARE, ALS)])
def test_paper_says_the_sentences_of_the_screen(
    person: Driver, calm: Calm, level: Disposition, given: dict[str, Answer]
) -> None:
    person.hurry(calm(**given), "result")
    assert person.level() is level
    paper = unescape(person_html(conclusion(person)[0]))
    shown = [re.sub(r" Sources? [\d, ]+$", "", one.accessibleName()) for one in sentences(person)]
    assert [one for one in shown if one not in paper] == []
    assert len(shown) > 6


def test_every_reason_stands_with_its_answers_and_sources(person: Driver, calm: Calm) -> None:
    person.hurry(calm(**LOST, places=("calf",), duration=60.0), "result")
    view = conclusion(person)[0]
    assert len(view.reasons.in_full) >= 2
    for reason in view.reasons.in_full:
        assert person.says(reason.title)
        assert person.says("; ".join(reason.answers))
        assert person.says(numbered(view, reason.text))
    for line in view.reasons.others:
        assert person.says(line)


def test_triggers_advice_changes_and_safety_net_are_all_there(person: Driver, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    view = conclusion(person)[0]
    assert [(row.name, row.amount) for row in view.triggers] == [
        ("Caffeine", "about 450 mg"),
        ("Lack of sleep", "5.5 hours"),
    ]
    first = view.triggers[0].change
    assert first is not None
    assert person.says("Worth trying first")
    assert person.says(numbered(view, first))
    for row in view.triggers:
        for said in (row.name, row.amount, row.strength):
            assert person.says(said)
        assert not person.says(row.text.text)
        person.click(f"helps.{row.name}.link")
        for one in (*row.advice, row.text):
            assert person.says(one.text)
    for one in (*view.summary, *view.advice, *view.reassuring, *view.safety_net, view.review):
        assert person.says(numbered(view, one))
    person.click("changes.link")
    for group in view.changes:
        assert person.says(group.label)
        assert person.says(group.phrases[0])


def test_nothing_is_said_twice_on_the_page(person: Driver, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    for name in (one.name for one in conclusion(person)[0].triggers):
        person.click(f"helps.{name}.link")
    texts = [one.accessibleName() for one in sentences(person)]
    assert len(texts) == len(set(texts))


def test_what_does_not_fit_is_one_click_away(person: Driver, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    person.click("changes.link")
    for group in conclusion(person)[0].changes:
        if len(group.phrases) > 2:
            last = group.phrases[-1]
            assert last not in person.texts()
            person.click(f"changes.{group.disposition}.link")
            assert last in person.texts()


def test_the_balance_is_one_figure_with_numbers(person: Driver, calm: Calm) -> None:
    person.hurry(calm(**LOST, coffee=5.0, sleep=5.5), "result")
    view = conclusion(person)[0]
    texts = person.texts()
    for number, words in ((view.reasons.number, "sign"), (len(view.triggers), "everyday trigger")):
        place = next(place for place, text in enumerate(texts) if text.startswith(words))
        assert texts[place - 1] == str(number)
    page = person.wizard.current_page()
    assert [one.accessibleName().split()[0] for one in page.findChildren(Discs)] == [
        str(view.reasons.number),
        str(len(view.triggers)),
    ]
    assert all(": " in one.accessibleName() for one in page.findChildren(ShareBar))


def test_where_it_is_urgent_nothing_explains_or_soothes(person: Driver, calm: Calm) -> None:
    person.hurry(calm(claw="days", worse_daily="no", coffee=9.0, **ALS), "result")
    headings = [one.title for one in person.wizard.current_page().findChildren(Section)]
    assert headings[:3] == ["What to do", "If it gets worse", "Why"]
    assert not person.seen("topic.how")
    assert not person.seen("considerations.link")
    assert not person.says("everyday trigger")
    assert person.says("While waiting")


def test_the_columns_are_alike_in_height_and_become_one(person: Driver, calm: Calm) -> None:
    person.hurry(calm(**LOST, coffee=5.0, sleep=5.5, **ALS), "result")
    person.resize(1280, 800)
    (columns,) = person.wizard.current_page().findChildren(BalancedColumns)
    parts = columns.findChildren(Section)
    lefts = sorted({one.x() for one in parts})
    assert len(lefts) == 2
    ends = [max(one.geometry().bottom() for one in parts if one.x() == left) for left in lefts]
    assert min(ends) > 0.5 * max(ends)
    order = [(one.x(), one.y()) for one in parts]
    assert order == sorted(order)
    person.resize(640, 480)
    assert len({one.x() for one in parts}) == 1
    assert [one.y() for one in parts] == sorted(one.y() for one in parts)
    person.resize(1280, 800)
    assert sorted({one.x() for one in parts}) == lefts


def test_open_questions_are_listed_and_can_be_answered_from_there(person: Driver, calm: Calm) -> None:
    person.hurry(calm(hoarse=NOT_SURE, lost=NOT_SURE, cramps=NOT_SURE), "result")
    questions = person.session.questionnaire.items
    assert person.says(person.session.worded(questions["lost"].text))
    assert person.says("not sure")
    assert person.level() is not Disposition.SELF_CARE
    assert not person.seen("clarify.cramps")
    person.click("clarify.others.link")
    assert person.seen("clarify.cramps")
    person.click("clarify.lost")
    assert (person.place, person.answers["lost"]) == ("strength", NOT_SURE)


def test_without_open_questions_none_are_listed(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "result")
    assert not person.says("Open questions")


def test_open_questions_that_change_nothing_take_one_line(person: Driver, calm: Calm) -> None:
    person.hurry(calm(cramps=NOT_SURE), "result")
    assert person.says("1 open, none that is urgent")


def test_where_all_is_open_the_page_says_so_and_offers_to_go_back(person: Driver, calm: Calm) -> None:
    rows = (item for item in person.session.questionnaire.items.values() if item.is_row and item.role in SIGNS)
    answers = calm(**{item.id: NOT_SURE for item in rows})
    person.hurry(answers, "result")
    assert person.says(conclusion(person)[0].summary[0].text)
    assert not person.says("Open questions")
    person.click("goBack")
    assert person.place not in ("result", "review")


@pytest.mark.parametrize("given", [{}, LOST])
def test_what_nobody_named_is_closed_until_it_is_opened(person: Driver, calm: Calm, given: dict[str, Answer]) -> None:
    person.hurry(calm(**given), "result")
    part = next(one for one in conclusion(person)[0].considerations if one.id == "als")
    said = [one.text for one in (part.text, *part.statements, *part.raised_by, *part.lowered_by)]
    assert not person.says("ALS")
    person.click("considerations.link")
    assert not [text for text in said if person.says(text)]
    person.click("worry.als.link")
    assert [text for text in said if person.says(text)] == said
    person.click("worry.als.link")
    assert not [text for text in said if person.says(text)]


def test_a_fear_that_was_named_is_answered_in_the_open(person: Driver, calm: Calm) -> None:
    person.hurry(calm(**ALS, family=("mnd",)), "result")
    assert person.says("What you fear: ALS (motor neuron disease)")
    assert person.says("Twitching is rarely its first sign.")
    assert person.says("It has occurred in the family.")
    assert person.says("Every task still works and no muscle is thinner.")


def test_with_a_sign_of_it_a_fear_gets_only_what_to_do(person: Driver, calm: Calm) -> None:
    person.hurry(calm(**LOST, **ALS), "result")
    found = person.find("fear.als").findChildren(QLabel)
    assert [one.accessibleName() or one.text() for one in found][1:] == [
        numbered(conclusion(person)[0], conclusion(person)[0].feared[0].said)
    ]
    assert not [text for text in person.texts() if "good news" in text or "rarely" in text]


def test_in_despair_the_line_of_the_chosen_country_is_named(person: Driver, calm: Calm) -> None:
    person.window.preferences.country = "AU"
    person.hurry(calm(gad_nervous="nearly_daily", gad_worry="nearly_daily"), "result")
    assert person.says("Call Lifeline on 13 11 14 now.")
    assert person.says("talking treatment works")


def test_a_number_leads_to_its_source_and_back(person: Driver, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    view = conclusion(person)[0]
    assert not person.says(view.sources[0].title)
    sentence = next(one for one in sentences(person) if one.accessibleName() == numbered(view, view.safety_net[0]))
    assert sentence.focusPolicy() & Qt.FocusPolicy.TabFocus
    sentence.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(sentence, Qt.Key.Key_Return)
    number = re.findall(r"\d+", sentence.accessibleName().rpartition("Source")[2])[0]
    assert person.focus() == f"back.{number}"
    back = person.find(f"back.{number}")
    assert view.sources[int(number) - 1].title in back.accessibleName()
    assert on_screen(person.wizard.current_page()).contains(on_screen(back))
    person.click(f"back.{number}")
    assert person.window.focusWidget() is sentence
    assert on_screen(person.wizard.current_page()).intersects(on_screen(sentence))


def test_only_what_is_cited_is_listed_in_order_with_what_it_is(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "result")
    view = conclusion(person)[0]
    person.click("sources.link")
    texts = person.texts()
    listed = [text for text in texts if re.match(r"\[\d+\] ", text)]
    assert listed == [f"[{number}] {one.tag}: {one.title}" for number, one in enumerate(view.sources, 1)]
    assert len(listed) < 40
    assert person.says("(guideline)")
    assert not person.seen("back.1")


def test_the_contents_lead_to_every_part_and_open_what_is_closed(person: Driver, calm: Calm) -> None:
    person.hurry(calm(coffee=6.0), "result")
    menu = person.find("contents").menu()  # type: ignore[attr-defined]
    titles = [action.text() for action in menu.actions()]
    assert titles == [
        "What to do", "Why", "What may set it off", "Keep an eye on it", "What happens in the muscle",
        "What would change this advice", "Why twitches happen, and what to expect", "At the doctor's",
        "What doctors also consider", "Sources",
    ]  # fmt: skip
    menu.actions()[-1].trigger()
    assert person.button("sources.link").isChecked()


def test_date_content_version_and_disclaimer_stand_at_the_end(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "result")
    protocol = person.session.protocol
    assert person.says(f"{protocol.edition.disclaimer} Checked on 23 November 2026. Content {protocol.version}.")


def test_columns_without_parts_are_no_trouble() -> None:
    empty = BalancedColumns((), 52, 44, 26)
    empty.resize(900, 100)
    assert not empty.findChildren(QWidget)
