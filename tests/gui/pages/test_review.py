"""The review: every answer in words, and Change leads to its page and back."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from tests.gui.driver import Driver
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NONE, NOT_SURE
from twitchcheck.report.phrases import Phrases
from twitchcheck.report.review_lines import review_lines

Calm = Callable[..., Answers]


def test_every_row_can_be_changed_and_leads_back(person: Driver, everything: Answers) -> None:
    person.hurry(everything)
    given = person.answers
    rows = [one.objectName() for one in person.controls() if one.objectName().startswith("change.")]
    session = person.session
    phrases = Phrases(session.protocol, session.answers, session.assessment().facts)
    lines = [line for page in session.questionnaire.pages() for line in review_lines(phrases, page)]
    assert rows == [f"change.{line.name}" for line in lines]
    for line in lines:
        person.click(f"change.{line.name}")
        assert person.place == line.page_id
        assert person.primary() == "Check my answers"
        person.go_on()
        assert person.place == "review"
    assert person.answers == given


def test_each_link_says_what_it_changes(person: Driver, calm: Calm) -> None:
    person.hurry(calm())
    link = person.find("change.sleep")
    assert isinstance(link, QAbstractButton)
    assert link.accessibleName() == "Change: Sleep"
    assert link.accessibleDescription().startswith("Sleep: 7.5 hours")


def test_a_changed_answer_is_in_the_review(person: Driver, calm: Calm) -> None:
    person.hurry(calm(places=("calf",), duration=5.0))
    assert person.reviewed("duration") == "5 days"
    person.change("duration")
    person.enter_number("duration", "30")
    person.go_on()
    assert person.place == "review"
    assert person.reviewed("duration") == "1 month"


def test_a_change_that_opens_questions_asks_them_first(person: Driver, everything: Answers, calm: Calm) -> None:
    more = {item_id for item_id in everything if item_id in _asked_of_weakness(person)}
    answers = calm()
    for hidden in more:
        answers = answers.without(hidden)
    person.hurry(answers)
    person.change("lost")
    person.answer("lost", "months")
    person.click("leftAlone.none")
    person.go_on()
    assert person.place == "signs_more"
    person.answer_page(everything)
    person.go_on()
    assert person.place == "review"
    assert person.reviewed("lost_tasks") == "Turn a key"
    person.go_on()
    assert person.place == "result"
    assert person.session.assessment().disposition >= Disposition.SOON


def _asked_of_weakness(person: Driver) -> list[str]:
    pages = {page.id: page for page in person.session.questionnaire.pages()}
    return [item.id for item in pages["signs_more"].items]


def test_a_change_that_closes_questions_leaves_them_out(person: Driver, everything: Answers) -> None:
    person.hurry(everything)
    assert person.seen("change.lost_tasks")
    person.change("lost")
    person.click("lost")
    person.click("leftAlone.none")
    person.go_on()
    assert person.place == "review"
    assert not person.seen("change.lost_tasks")


def test_back_from_a_changed_page_goes_to_the_page_before_it(person: Driver, calm: Calm) -> None:
    person.hurry(calm())
    person.change("lost")
    person.back()
    assert person.place == "head_throat"
    person.go_on()
    assert person.place == "review"


def test_not_sure_not_answered_and_none_are_told_apart_in_words(person: Driver, calm: Calm) -> None:
    person.hurry(calm(gad_worry=NOT_SURE, sleep=NOT_SURE, fluids=(NOT_SURE,), infection=(NONE,)))
    assert person.reviewed("gad_worry") == "Not sure"
    assert person.reviewed("sleep") == "Not sure"
    assert person.reviewed("fluids") == "Not sure"
    assert person.reviewed("infection") == "None"
    assert person.reviewed("own_words") == "Not answered"
    assert person.reviewed("alcohol_cut") == "None"
    assert person.reviewed("examined") == "None"


def test_the_result_can_be_left_to_change_an_answer(person: Driver, calm: Calm) -> None:
    person.hurry(calm(places=("calf",)), "result")
    assert person.button("back").text() == "&Back to my answers"
    assert person.label("action") == person.session.protocol.care_level[Disposition.SELF_CARE].action
    person.back()
    person.change("duration")
    person.enter_number("duration", "60")
    person.go_on()
    person.go_on()
    assert person.label("action") == person.session.protocol.care_level[Disposition.ROUTINE].action
