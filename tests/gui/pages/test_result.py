"""The result: what to do and how soon, with its reasons; and what stays closed until it is asked for."""

from collections.abc import Callable

import msgspec
import pytest

from tests.gui.driver import Driver, conclusion
from twitchcheck.gui.widgets.bars import Columns, ShareBar
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NOT_SURE
from twitchcheck.rules.protocol import Source, TriageProtocol

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


@pytest.mark.parametrize(
    ("level", "given"),
    [
        (Disposition.SELF_CARE, {}),
        (Disposition.ROUTINE, {"places": ("calf",), "duration": 60.0}),
        (Disposition.SOON, LOST),
        (Disposition.SAME_DAY, {"claw": "days", "worse_daily": "no"}),
    ],
)
def test_each_care_level_says_what_to_do_and_how_soon(
    person: Driver, calm: Calm, level: Disposition, given: dict[str, Answer]
) -> None:
    person.hurry(calm(**given), "result")
    expected = person.session.protocol.care_level[level]
    assert person.label("level") == expected.label
    assert person.label("action") == expected.action
    assert person.label("timeFrame") == expected.time_frame
    spoken = person.wizard.current_page().accessibleName()
    for said in (expected.label, expected.action, expected.time_frame):
        assert said in spoken


def test_every_reason_stands_with_its_answers_and_sources(person: Driver, calm: Calm) -> None:
    person.hurry(calm(**LOST, hoarse="months"), "result")
    reasons = conclusion(person)[0].reasons
    assert len(reasons) >= 2
    for reason in reasons:
        assert person.says(reason.title)
        assert person.says("; ".join(reason.answers))
        assert reason.text.tags
        assert person.says(f"{reason.text.text} Source: {', '.join(reason.text.tags)}")
    assert person.says("A task that no longer works, for some weeks")


def test_triggers_advice_changes_and_safety_net_are_all_there(person: Driver, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    view = conclusion(person)[0]
    assert [(row.name, row.amount) for row in view.triggers] == [
        ("Caffeine", "about 450 mg"),
        ("Lack of sleep", "5.5 hours"),
    ]
    for place, row in enumerate(view.triggers):
        for said in (row.name, row.amount, row.strength):
            assert person.says(said)
        if place:  # only the strongest tells at once what helps
            assert not person.says(row.advice[0].text)
            person.click(f"helps.{row.name}.link")
        for one in row.advice:
            assert person.says(one.text)
    for one in (*view.summary, *view.advice, *view.reassuring, *view.safety_net, view.review):
        assert person.says(f"{one.text} Source: {', '.join(one.tags)}" if one.tags else one.text)
    assert person.says("2 December 2026")
    for group in view.changes:
        assert person.says(group.label)
        assert person.says(group.phrases[0])


def test_what_does_not_fit_is_one_click_away(person: Driver, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    for group in conclusion(person)[0].changes:
        if len(group.phrases) > 2:
            last = group.phrases[-1]
            assert last not in person.texts()
            person.click(f"changes.{group.disposition}.link")
            assert last in person.texts()


def test_the_balance_is_told_in_numbers_beside_its_pictures(person: Driver, calm: Calm) -> None:
    person.hurry(calm(**LOST, coffee=5.0, sleep=5.5), "result")
    view = conclusion(person)[0]
    texts = person.texts()
    for number, words in ((len(view.triggers), "everyday trigger"), (len(view.reasons), "sign")):
        place = next(place for place, text in enumerate(texts) if text.startswith(words))
        assert texts[place - 1] == str(number)
    page = person.wizard.current_page()
    assert [one.accessibleName().split()[0] for one in page.findChildren(Columns)] == [
        str(len(view.reasons)),
        str(len(view.triggers)),
    ]
    assert all(": " in one.accessibleName() for one in page.findChildren(ShareBar))


def test_open_questions_are_listed_and_can_be_answered_from_there(person: Driver, calm: Calm) -> None:
    person.hurry(calm(hoarse=NOT_SURE, lost=NOT_SURE), "result")
    questions = person.session.questionnaire.items
    assert person.says(person.session.worded(questions["lost"].text))
    assert person.says("not sure")
    assert person.level() is not Disposition.SELF_CARE
    person.click("clarify.lost")
    assert (person.place, person.answers["lost"]) == ("strength", NOT_SURE)
    person.click("leftAlone.none")
    person.go_on()
    assert person.place == "review"
    person.go_on()
    assert not person.seen("clarify.lost")
    assert person.seen("clarify.hoarse")


def test_without_open_questions_none_are_listed(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "result")
    assert not person.says("Worth clarifying")


@pytest.mark.parametrize("given", [{}, LOST])
def test_the_als_part_is_closed_until_it_is_opened(person: Driver, calm: Calm, given: dict[str, Answer]) -> None:
    person.hurry(calm(**given), "result")
    part = next(one for one in conclusion(person)[0].considerations if one.id == "als")
    said = [one.text for one in (part.text, *part.statements, *part.raised_by, *part.lowered_by)]
    assert not [text for text in said if person.says(text)]
    assert person.seen("worry.als.link")
    person.click("considerations.link")
    assert not [text for text in said if person.says(text)]
    person.click("worry.als.link")
    assert [text for text in said if person.says(text)] == said
    person.click("worry.als.link")
    assert not [text for text in said if person.says(text)]


def test_with_a_lost_task_nothing_soothes(person: Driver, calm: Calm) -> None:
    person.hurry(calm(**LOST), "result")
    person.click("worry.als.link")
    assert not [text for text in person.texts() if "good news" in text or "harmless twitching" in text]
    assert person.says("either direction")


def test_without_a_sign_the_als_part_says_so_with_care(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "result")
    person.click("worry.als.link")
    assert person.says("not proof")


def test_every_source_is_listed_with_what_it_is(person: Driver, calm: Calm) -> None:
    def named(source: Source) -> str:
        return f"{source.tag}: {source.title}"

    person.hurry(calm(), "result")
    assert not person.says(named(person.session.protocol.sources[0]))
    person.click("sources.link")
    texts = person.texts()
    assert not [named(one) for one in person.session.protocol.sources if named(one) not in texts]
    assert person.says("(guideline)")


def test_date_content_version_and_disclaimer_stand_at_the_end(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "result")
    protocol = person.session.protocol
    assert person.says(f"{protocol.edition.disclaimer} Checked on 23 November 2026. Content {protocol.version}.")


def test_content_that_tells_nothing_on_request_has_no_way_to_it(
    open_window: Callable[..., Driver], protocol: TriageProtocol, calm: Calm
) -> None:
    told_at_once = tuple(msgspec.structs.replace(one, on_request=False) for one in protocol.considerations)
    person = open_window(msgspec.structs.replace(protocol, considerations=told_at_once))
    person.hurry(calm(), "result")
    assert person.says("What is reassuring")
    assert not person.seen("worried")


def test_the_way_to_a_worry_opens_nothing_by_itself(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "result")
    person.click("worried")
    assert person.focus() == "worry.als.link"
    assert not person.button("worry.als.link").isChecked()
