"""The result in words: what to do, by when, why, and what is open."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec import structs

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.report.result_view import ResultView, result_view
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]
View = Callable[..., ResultView]


@pytest.fixture
def small_view(small: TriageProtocol, well: Calm) -> View:
    """The result of the small content, where nothing is the matter but for the answers given."""

    def made(**given: Answer | None) -> ResultView:
        answers = well(**given)
        assessment = assess(small, answers, DAY)
        return result_view(small, answers, assessment, what_would_change(small, answers, assessment))

    return made


@pytest.fixture
def view(protocol: TriageProtocol, calm: Calm) -> View:
    """The result of calm answers with the given ones in place."""

    def made(on: date = DAY, **given: object) -> ResultView:
        answers = calm(**given)
        assessment = assess(protocol, answers, on)
        return result_view(protocol, answers, assessment, what_would_change(protocol, answers, assessment))

    return made


def test_a_new_twitch_is_to_be_looked_at_again_two_weeks_after_it_began(view: View) -> None:
    assert "3 December 2026" in view(places=("calf",), duration=4.0).review.text
    assert "7 December 2026" in view(places=("calf",), duration=0.0).review.text


def test_a_twitch_of_unknown_age_counts_from_today(view: View) -> None:
    shown = view(places=("calf",), duration="not_sure")
    assert shown.disposition is Disposition.ROUTINE
    assert "21 December 2026" in shown.review.text


def test_an_examined_twitch_has_a_late_review(view: View) -> None:
    assert "22 May 2027" in view(places=("calf",), duration=240.0, examined="normal", changed_since="no").review.text


def test_a_sign_and_its_time_are_one_reason_that_says_nothing_twice(small_view: View) -> None:
    (reason,) = small_view(harder="days", tasks=("none",)).reasons.in_full
    assert (reason.title, reason.answers) == ("A task clearly harder, for some days", ())
    assert (reason.text.text, reason.text.sources) == ("A nerve may be hurt.", ("nhs",))


def test_a_cell_says_its_own_why(small_view: View) -> None:
    (reason,) = small_view(slurred="weeks").reasons.in_full
    assert reason.text.text == "Slurring that lasts should be seen."


def test_a_combination_names_every_answer_behind_it(small_view: View) -> None:
    together = small_view(slurred="weeks", lid="weeks").reasons.in_full[0]
    assert together.title == "Slurred speech and a hanging eyelid together"
    assert together.answers == ("slurred speech, for some weeks", "a hanging eyelid, for some weeks")
    twitching, medicine = small_view(days=30.0, statin="more", cramps="yes").reasons.in_full[::-1]
    assert (twitching.title, twitching.answers) == ("Two weeks of twitching", ("Twitching for: 1 month",))
    assert medicine.answers == ("statin, started or more", "cramps")


def test_a_red_flag_with_the_words_of_its_answer_says_them_once(small: TriageProtocol, well: Calm) -> None:
    named = tuple(structs.replace(flag, brief="cramps") for flag in small.combinations)
    changed = structs.replace(small, combinations=named)
    answers = well(advice="yes", statin="more", cramps="yes")
    (reason,) = result_view(changed, answers, assess(changed, answers, DAY), ()).reasons.in_full
    assert (reason.title, reason.answers) == ("Cramps", ("statin, started or more", "yes"))


def test_a_sign_that_is_not_sure_since_when_is_one_reason_at_its_highest_level(small_view: View) -> None:
    (reason,) = small_view(slurred="unknown").reasons.in_full
    assert (reason.title, reason.disposition) == ("Slurred speech, not sure since when", Disposition.EMERGENCY)


def test_what_would_change_the_advice_names_each_sign_once_as_it_would_begin(small_view: View) -> None:
    groups = {group.label: group.phrases for group in small_view().changes}
    assert groups == {
        "Routine": ("A hoarse voice, for some weeks", "Twitching for 2 weeks or more"),
        "Today": ("A hanging eyelid, if it starts now", "A task clearly harder, if it starts now"),
        "Now": ("Slurred speech, if it starts now", "Fit, if it starts now"),
    }


def test_a_sign_that_is_there_or_was_is_no_new_one(small_view: View) -> None:
    told = [phrase for group in small_view(slurred="lately", fit="as_ever").changes for phrase in group.phrases]
    assert told == []
    told = [phrase for group in small_view(lid="weeks").changes for phrase in group.phrases]
    assert not [phrase for phrase in told if "eyelid" in phrase]
    assert "Slurred speech, if it starts now" in told


def test_a_row_without_times_changes_the_advice_by_its_name_alone(small_view: View) -> None:
    (now,) = [group for group in small_view(lid="today", pupil="no").changes if group.label == "Now"]
    assert "One pupil wide" in now.phrases


def test_three_or_more_of_a_list_are_told_by_its_own_words(small_view: View) -> None:
    (today,) = [group for group in small_view(harder="weeks", tasks=("none",)).changes if group.label == "Today"]
    assert "Some task lost" in today.phrases
    told = small_view(harder="weeks", tasks=("key",)).changes
    assert "some task lost" not in [phrase for group in told for phrase in group.phrases]


def test_open_questions_are_one_reason_and_the_summary_says_so(small_view: View) -> None:
    shown = small_view(slurred="not_sure", hoarse=None)
    (reason,) = shown.reasons.in_full
    assert (reason.title, reason.certainty) == ("Not clear yet", Certainty.UNSURE)
    assert reason.answers == ("slurred speech: not sure", "a hoarse voice: not answered")
    assert shown.summary[-1].text == "It rests on open questions."
    assert [(one.item_id, one.state) for one in shown.open.first] == [("slurred", "not sure")]
    assert [(one.item_id, one.state) for one in shown.open.others] == [("hoarse", "not answered")]
    assert not shown.open.all_open


def test_the_reason_that_sets_the_level_stands_first_and_beside_what_is_urgent_no_other_is_explained(
    small_view: View,
) -> None:
    open_first = small_view(days=30.0, slurred="not_sure").reasons
    assert [reason.certainty for reason in open_first.in_full] == [Certainty.UNSURE]
    assert open_first.others == ("Two weeks of twitching",)
    assert open_first.number == 2


def test_a_medicine_as_a_trigger_says_whether_it_is_new(small_view: View) -> None:
    (trigger,) = small_view(antidepressant="more").triggers
    assert (trigger.amount, trigger.because) == (
        "antidepressant, started or more",
        ("antidepressant, started or more",),
    )


def test_triggers_show_the_amount_that_was_given_and_fitted_advice(view: View) -> None:
    caffeine, sleep = view(coffee=6.0, sleep=6.0).triggers
    assert (caffeine.name, caffeine.amount, caffeine.strength, caffeine.share) == (
        "Caffeine",
        "about 540 mg",
        "strong",
        1,
    )
    assert caffeine.advice[0].text.startswith("That makes about 540 mg of caffeine a day.")
    assert (sleep.amount, sleep.strength) == ("6 hours", "moderate")


def test_a_partly_known_amount_says_at_least(view: View) -> None:
    (caffeine,) = view(coffee=5.0, tea="not_sure").triggers
    assert caffeine.amount == "at least 450 mg"


def test_a_trigger_without_an_amount_shows_its_answers(view: View) -> None:
    (trigger,) = view(exercise=("hard_effort",)).triggers
    assert trigger.amount == trigger.because[0] == "very hard or long effort in the last 48 hours"


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
    shown = view(lost="months", lost_tasks=("key",))
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


def test_the_signs_that_would_change_the_advice_are_told_in_few_words(view: View) -> None:
    shown = view()
    assert shown.changes_lead.text.endswith("You did not tick them, and there is no need to check for them each day.")
    urgencies = [group.disposition.urgency for group in shown.changes]
    assert urgencies == sorted(urgencies)
    phrases = [phrase for group in shown.changes for phrase in group.phrases]
    assert len(phrases) == len(set(phrases))
    assert "Double vision, if it starts now" in phrases
    assert "Twitching (tongue)" in phrases
