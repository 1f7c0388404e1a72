"""The result in words: what to do, by when, why, and what is open."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.report.result_view import ResultView, result_view
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]
View = Callable[..., ResultView]


@pytest.fixture
def view(protocol: TriageProtocol, calm: Calm) -> View:
    """The result of calm answers with the given ones in place."""

    def made(on: date = DAY, **given: object) -> ResultView:
        answers = calm(**given)
        assessment = assess(protocol, answers, on)
        return result_view(protocol, answers, assessment, what_would_change(protocol, answers, assessment))

    return made


def test_a_new_twitch_is_to_be_looked_at_again_two_weeks_after_it_began(view: View) -> None:
    assert "3 December 2026" in view(duration=4.0).review.text
    assert "7 December 2026" in view(duration=0.0).review.text


def test_a_twitch_of_unknown_age_counts_from_today(view: View) -> None:
    shown = view(duration="not_sure")
    assert shown.disposition is Disposition.ROUTINE
    assert "21 December 2026" in shown.review.text


def test_an_examined_twitch_has_a_late_review(view: View) -> None:
    assert "22 May 2027" in view(duration=240.0, examined="normal", changed_since="no").review.text


def test_reasons_name_the_answers_and_the_sources(view: View) -> None:
    shown = view(weakness="lost_task", lost_tasks=("key",), weakness_speed="months", weakness_side="right",
                 weakness_pain="painless")  # fmt: skip
    assert shown.action == "See a doctor soon"
    (reason,) = shown.reasons
    assert reason.answers == ("a task that no longer works", "cannot turn a key any more")
    assert reason.text.tags == ("RCGP / MNDA", "NICE NG127", "Article")


def test_open_questions_are_one_reason_and_the_summary_says_so(view: View) -> None:
    shown = view(breathing=("not_sure",), seen=("not_sure",))
    (reason,) = shown.reasons
    assert (reason.title, reason.certainty) == ("Not clear yet", Certainty.UNSURE)
    assert "Breathing and swallowing, last 24 hours: not sure" in reason.answers
    assert "Some questions are still open." in shown.summary[-1].text
    assert {one.item_id: one.state for one in shown.clarify}["seen"] == "not sure"


def test_the_reason_that_sets_the_level_stands_first_and_is_named_in_the_summary(view: View) -> None:
    open_first = view(duration=30.0, breathing=("not_sure",))
    assert [reason.certainty for reason in open_first.reasons] == [Certainty.UNSURE, Certainty.YES]
    sure_first = view(duration=30.0, seen=("wasting", "falls"))
    assert "A doctor should look at this soon: a muscle has become thinner." in sure_first.summary[0].text


def test_triggers_show_the_amount_that_was_given_and_fitted_advice(view: View) -> None:
    caffeine, sleep = view(coffee=6.0, sleep=6.0).triggers
    assert (caffeine.name, caffeine.amount, caffeine.strength, caffeine.share) == (
        "Caffeine",
        "about 540 mg",
        "strong",
        1,
    )
    assert caffeine.advice[0].text.startswith("That makes about 540 mg a day.")
    assert (sleep.amount, sleep.strength) == ("6 hours", "moderate")


def test_a_partly_known_amount_says_at_least(view: View) -> None:
    (caffeine,) = view(coffee=5.0, tea="not_sure").triggers
    assert caffeine.amount == "at least 450 mg"


def test_a_trigger_without_an_amount_shows_its_answers(view: View) -> None:
    (trigger,) = view(exercise=("hard_effort",)).triggers
    assert trigger.amount == trigger.because[0] == "very hard or long effort in the last 48 hours"


def test_changes_are_grouped_by_level_least_urgent_first(view: View) -> None:
    groups = view().changes
    assert [group.label for group in groups] == ["Not urgent", "Soon", "Today", "Emergency"]
    assert "Twitching for 2 weeks or more" in groups[0].phrases
    assert "a muscle has become thinner; trips or falls; double vision or drooping lid" in groups[1].phrases


def test_for_someone_else_the_words_change(view: View) -> None:
    shown = view(who="someone_else", sleep=5.0)
    assert shown.triggers[0].advice[0].text.startswith("They sleep about 5 hours a night.")
    assert view(sleep=5.0).triggers[0].advice[0].text.startswith("You sleep about 5 hours a night.")


def test_the_als_part_waits_until_it_is_asked_for(view: View) -> None:
    parts = {part.id: part for part in view().considerations}
    assert parts["als"].on_request
    assert not any(part.on_request for part_id, part in parts.items() if part_id != "als")
    assert [one.text for one in parts["als"].lowered_by] == ["Every task still works and no muscle is thinner."]


def test_the_als_part_never_reassures_where_a_task_is_lost(view: View) -> None:
    shown = view(weakness="lost_task", lost_tasks=("key",), weakness_speed="months", weakness_side="right",
                 weakness_pain="painless")  # fmt: skip
    als = next(part for part in shown.considerations if part.id == "als")
    texts = " ".join(one.text for one in (*als.lowered_by, *als.statements))
    assert "good news" not in texts
    assert "The examination is what counts now." in texts


def test_the_als_part_holds_back_good_news_where_the_tongue_twitches(view: View) -> None:
    def news(*places: str) -> bool:
        (als,) = (part for part in view(places=places).considerations if part.id == "als")
        return "good news" in " ".join(one.text for one in als.statements)

    assert news("calf")
    assert not news("calf", "tongue")


def test_the_result_carries_version_date_and_disclaimer(view: View, protocol: TriageProtocol) -> None:
    shown = view()
    assert (shown.version, shown.date) == (protocol.version, "23 November 2026")
    assert shown.disclaimer == "General information, not a diagnosis."


def test_no_placeholder_is_left_in_any_text(view: View) -> None:
    for given in ({}, {"who": "someone_else"}, {"coffee": "not_sure"}, {"age": 16.0, "energy_drink": 9.0}):
        assert "{" not in repr(view(**given))


def test_a_score_is_exact_and_an_amount_made_of_cups_is_about_right(view: View) -> None:
    shown = view(gad_nervous="nearly_daily", gad_worry="several_days", coffee=6.0)
    amounts = {row.name: row.amount for row in shown.triggers}
    assert amounts == {"Caffeine": "about 540 mg", "Worry": "4 of 6"}


def test_the_signs_that_would_change_the_advice_read_well_alone(view: View) -> None:
    shown = view()
    assert shown.changes_lead.text == "You did not tick these. There is no need to check for them each day."
    phrases = [phrase for group in shown.changes for phrase in group.phrases]
    assert "twitching (tongue)" in phrases
    assert "heavy drinking cut down in the last 3 days" in phrases
