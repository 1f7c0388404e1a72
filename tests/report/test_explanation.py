"""The reviewer's view: complete, in the words of the questions, and with its sources in full."""

from typing import TypeVar

import msgspec
import pytest

from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.report import explanation
from twitchcheck.report.citations import KIND_WORDS
from twitchcheck.report.explanation import Entry, UnknownIdError
from twitchcheck.report.questionnaire_text import ByText, in_words
from twitchcheck.rules.protocol import Source, SourceKind, Step, TriageProtocol

T = TypeVar("T", bound=msgspec.Struct)
ATTACK = "<b>&\"'</b>"
NHS = (
    "NHS: Twitching. NHS 2023 (public body) https://nhs.example/twitching "
    "[read in a copy only, 2026-11-23, mirror.example]"
)


def entry(protocol: TriageProtocol, kind: str, wanted: str) -> Entry:
    """The one entry with this kind and id."""
    parts = explanation.with_id(protocol, wanted)
    (found,) = [one for part in parts for one in part.entries if one.kind == kind]
    return found


def lines(protocol: TriageProtocol, kind: str, wanted: str) -> list[str]:
    return [f"{line.label}: {line.text}" for line in entry(protocol, kind, wanted).lines]


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"has": {"lid": ["today", "not_sure"]}}, 'a hanging eyelid: "Today or yesterday" or "I am not sure"'),
        ({"has": {"places": ["calf", "none"]}}, 'Places: "Calf" or "Nowhere"'),
        ({"has": {"tea": ["not_sure"]}}, 'Tea: "Not sure"'),
        ({"count_at_least": {"places": 2}}, "Places: 2 or more ticked"),
        ({"at_least": {"tea": 3}, "at_most": {"caffeine": 200}}, "Tea: 3 cups or more AND Caffeine: 200 mg or less"),
        ({"at_least": {"days": 60}}, "Twitching for: 60 days or more"),
        ({"at_most": {"days": 1}}, "Twitching for: 1 day or less"),
        ({"findings": ["lost"]}, 'finding lost ("A task is harder")'),
        (
            {"any": [{"at_least": {"tea": 3}}, {"at_most": {"coffee": 2}}]},
            "Tea: 3 cups or more OR Coffee: 2 cups or less",
        ),
        (
            {"has": {"cramps": ["yes"]}, "any": [{"at_least": {"tea": 3, "coffee": 2}}, {"findings": ["lost"]}]},
            'cramps: "Yes" AND ((Tea: 3 cups or more AND Coffee: 2 cups or more) OR finding lost ("A task is harder"))',
        ),
        ({"all": [{"at_least": {"tea": 3}}, {"at_least": {"coffee": 2}}]},
         "(Tea: 3 cups or more) AND (Coffee: 2 cups or more)"),
        ({"several": {"number": 2, "of": [{"has": {"cramps": ["yes"]}}, {"has": {"fit": ["today"]}},
                                          {"at_least": {"tea": 3}}]}},
         '(at least 2 of: cramps: "Yes"; fit: "Today or yesterday"; Tea: 3 cups or more)'),
    ],
)  # fmt: skip
def test_conditions_are_said_in_the_words_of_the_questions(
    small: TriageProtocol, condition: dict[str, object], said: str
) -> None:
    speech = ByText(small.questionnaire, {})
    assert in_words(msgspec.convert(condition, Condition), speech) == said


def test_a_row_says_how_it_is_answered_and_where_each_time_leads(small: TriageProtocol) -> None:
    assert lines(small, "question", "slurred") == [
        "Asked: always",
        "About: warning",
        'Answer: ticked, then "Since when?"',
        "Why it counts: It may be a stroke.",
        'Option no: "No"',
        'Option today: "Today or yesterday" → emergency red flag: slurred_emergency, speech_and_eyelid',
        'Option days: "Some days" → emergency red flag: speech_and_eyelid; same_day red flag: slurred_same_day',
        'Option weeks: "Some weeks" → emergency red flag: speech_and_eyelid; soon red flag: slurred_soon',
        'Option lately: "It has gone again" → same_day red flag: slurred_same_day',
        'Option unknown: "I am not sure since when"',
        'Option not_sure: "I am not sure"',
    ]
    assert lines(small, "question", "pupil")[2:4] == ["Answer: ticked or not", "Opens under: a hanging eyelid"]
    assert lines(small, "question", "cramps")[2:4] == ["Answer: ticked or not", 'Option no: "No"']


def test_a_question_says_when_it_is_asked_and_where_its_answers_count(small: TriageProtocol) -> None:
    assert lines(small, "question", "tasks") == [
        'Asked: finding lost ("A task is harder")',
        "About: symptom",
        "Answer: any number of options",
        'Option key: "Turn a key" → same_day red flag: named_task',
        'Option jar: "Open a jar" → same_day red flag: named_task',
        'Option stairs: "Climb stairs" → same_day red flag: named_task',
        'Option none: "None"',
        'Option not_sure: "Not sure"',
    ]
    # Through a finding, and through a measure.
    assert any("opens: tasks" in line for line in lines(small, "question", "harder"))
    assert lines(small, "question", "tea") == [
        "Asked: always",
        "About: habit",
        'Answer: 0 to 40 cups, or "Not sure"',
        "Counts in: trigger through caffeine: caffeine (1 point)",
    ]
    assert lines(small, "question", "days")[2:] == [
        'Answer: 0 to 9000 days, or "Not sure"',
        "Counts in: routine red flag: two_weeks; sentence: calm",
    ]
    assert "Answer: one option" in lines(small, "question", "who")
    assert lines(small, "question", "note")[2] == "Answer: the person's own words, which count for nothing"
    assert "Hint: As read on it." in lines(small, "question", "age")


def test_measures_and_findings_say_what_they_are_made_of_and_who_uses_them(small: TriageProtocol) -> None:
    assert lines(small, "measure", "caffeine") == [
        "Worked out as: 90 x Coffee + 50 x Tea, in mg",
        "Limit shown: 400 mg: ",
        "Counts in: trigger: caffeine (1 point)",
        f"Source: {NHS}",
    ]
    assert lines(small, "measure", "stirred")[0] == "Worked out as: the points of Seen, in points"
    assert lines(small, "finding", "lost") == [
        'Holds when: a task clearly harder: "Today or yesterday" or "Some days" or "Some weeks"',
        "Counts in: opens: tasks",
    ]


def test_a_red_flag_says_where_it_leads_also_when_not_sure(small: TriageProtocol, protocol: TriageProtocol) -> None:
    assert lines(small, "red flag", "slurred_emergency") == [
        'Holds when: slurred speech: "Today or yesterday"',
        "Leads to: Act (emergency; Now)",
        "If not sure: Act (same_day; Now)",
        "Says: It may be a stroke.",
        "To tell the emergency services: you slur.",
        f"Source: {NHS}",
    ]
    assert not any(line.startswith("To tell") for line in lines(small, "red flag", "two_weeks"))
    own = next(flag for flag in protocol.red_flags if flag.if_unsure is not None)
    assert f"({own.if_unsure};" in next(one for one in lines(protocol, "red flag", own.id) if "If not sure" in one)


def test_a_trigger_says_its_points_and_a_sentence_where_it_is_said(small: TriageProtocol) -> None:
    assert lines(small, "trigger", "caffeine")[2:4] == [
        "1 point when: Caffeine: 200 mg or more",
        f"Source of 1 point: {NHS}",
    ]
    assert entry(small, "sentence", "less-tea").title == "[Caffeine] is much."
    assert lines(small, "sentence", "less-tea") == [
        "Said in: Advice beside the trigger Caffeine",
        "Shown when: always",
        f"Source: {NHS}",
    ]
    assert lines(small, "sentence", "calm")[1] == "Shown when: Twitching for: 2 days or less"
    assert lines(small, "sentence", "why-1")[0] == "Said in: Topic: Why"


def test_a_plan_says_its_aim_what_counts_and_where_it_is_not_offered(
    small: TriageProtocol, protocol: TriageProtocol
) -> None:
    assert entry(small, "plan", "plan-tea").title == "Less tea"
    assert lines(small, "plan", "plan-tea") == [
        "Says: Drink less tea.",
        "Aim: One cup.",
        "A day counts as kept when: A day counts if you had one.",
        'Not offered when it holds or may hold: Who: "Somebody else"',
        "Asked anew later: Tea",
        f"Source: {NHS}",
    ]
    assert 'Option other: "Somebody else" → no plan: plan-tea' in lines(small, "question", "who")
    effort = lines(protocol, "plan", "plan-effort")
    assert effort[3:5] == ["Not offered when it holds or may hold: never", "Asked anew later: nothing"]
    plans = [trigger.plan.id for trigger in protocol.triggers if trigger.plan is not None]
    found = [one.id for part in explanation.everything(protocol) for one in part.entries if one.kind == "plan"]
    assert found == plans


def test_what_is_said_two_weeks_later_is_told_with_its_place(small: TriageProtocol) -> None:
    assert lines(small, "later", "diary") == [
        "Too soon is: within 7 days",
        "A day is: none, little, some, much, all day",
    ]
    assert entry(small, "sentence", "less").title == "From [usual] to [changed]."
    assert lines(small, "sentence", "brake")[0] == "Said in: Checking again soon"
    assert "sentence: [brake] Wait until [date]." in lines(small, "list", "own-choice")


def test_care_levels_reviews_and_considerations(small: TriageProtocol, protocol: TriageProtocol) -> None:
    assert lines(small, "care level", "emergency") == [
        "Action: Act",
        "Time frame: Now",
        "While its red flags are open they count for: Act (same_day; Now)",
    ]
    review = entry(small, "review", "rev-soon")
    assert review.title == "By [date]."
    assert lines(small, "review", "rev-soon")[1:3] == [
        "Shown when: always",
        "Date: 14 days after the day the twitching began",
    ]
    examined = lines(protocol, "review", "review-examined")
    assert examined[1].startswith("Shown when: ")
    assert examined[2] == "Date: 180 days after the day of the check"
    assert "Shown: always" in lines(small, "consideration", "nerve")
    closed = next(one for one in protocol.considerations if one.on_request)
    assert "Shown: only when it is opened" in lines(protocol, "consideration", closed.id)


def test_an_id_of_two_kinds_gives_both_and_an_unknown_one_is_told_in_one_line(small: TriageProtocol) -> None:
    found = [(one.kind, one.id) for part in explanation.with_id(small, "caffeine") for one in part.entries]
    assert found == [("measure", "caffeine"), ("trigger", "caffeine")]
    for wanted, message in (
        ("cafeine", "there is nothing with the id 'cafeine', did you mean 'caffeine'?"),
        ("xyz\n1", "there is nothing with the id 'xyz\\n1'"),
    ):
        with pytest.raises(UnknownIdError) as caught:
            explanation.with_id(small, wanted)
        assert str(caught.value) == message


def test_the_whole_content_is_there_in_order(protocol: TriageProtocol) -> None:
    parts = explanation.everything(protocol)
    found = [(one.kind, one.id) for part in parts for one in part.entries]
    assert len(found) == len(set(found))
    by_kind = {kind: [one for other, one in found if other == kind] for kind, _ in found}
    assert by_kind["question"] == list(protocol.questionnaire.items)
    urgency = {flag.id: flag.disposition.urgency for flag in protocol.red_flags}
    urgencies = [urgency[one] for one in by_kind["red flag"]]
    assert urgencies == sorted(urgencies, reverse=True)
    assert set(urgency) == set(by_kind["red flag"])
    for kind, entries in (
        ("finding", protocol.questionnaire.findings),
        ("measure", protocol.questionnaire.measures),
        ("trigger", protocol.triggers),
        ("consideration", protocol.considerations),
        ("sheet block", protocol.sheet_blocks),
        ("source", sorted(protocol.sources, key=lambda source: list(SourceKind).index(source.kind))),
    ):
        assert by_kind[kind] == [one.id for one in entries]
    assert by_kind["care level"] == ["emergency", "same_day", "soon", "routine", "self_care"]
    assert set(by_kind["sentence"]) == statement_ids(msgspec.to_builtins(protocol))


def statement_ids(value: object) -> set[str]:
    """The ids of everything in plain content that has the form of a statement or a step and nothing more."""
    if isinstance(value, dict):
        if {"id", "text", "sources"} <= set(value) <= set(Step.__struct_fields__):
            return {value["id"]}
        return set().union(*map(statement_ids, value.values()))
    return set().union(*map(statement_ids, value)) if isinstance(value, list | tuple) else set()


def test_no_id_no_placeholder_and_no_condition_is_left_unsaid(protocol: TriageProtocol) -> None:
    text = explanation.text(protocol, explanation.everything(protocol))
    assert text.startswith("What TwitchCheck asks, concludes and says\n")
    assert "{" not in text
    flowing = " ".join(text.split())
    for flag in protocol.red_flags:
        assert f"[red flag {flag.id}]" in flowing
    for source in protocol.sources:
        assert source.url in flowing
    assert [line for line in text.splitlines() if len(line) > 78 and "http" not in line] == []


def test_one_html_page_in_which_every_text_is_escaped(small: TriageProtocol) -> None:
    bad = msgspec.structs.replace(
        small,
        sources=(*small.sources, Source("bad", ATTACK, SourceKind.PAPER, ATTACK, ATTACK, "https://x.org/?a=1&b", 2026)),
    )
    page = explanation.html(bad, explanation.everything(bad))
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<html") == 1
    assert ATTACK not in page
    assert "&lt;b&gt;&amp;&quot;&#x27;&lt;/b&gt; 2026 (paper) https://x.org/?a=1&amp;b" in page
    assert '<h3>Two weeks of twitching <span class="source">[red flag two_weeks]</span></h3>' in page
    assert "<li><b>Leads to:</b> Act (emergency; Now)</li>" in page


def test_a_single_entry_can_be_printed_too(small: TriageProtocol) -> None:
    parts = explanation.with_id(small, "two_weeks")
    assert "\n[red flag two_weeks] Two weeks of twitching\n" in explanation.text(small, parts)
    assert explanation.html(small, parts).count("<h3>") == 1


def test_numbers_say_the_advice_line_where_there_is_one(protocol: TriageProtocol) -> None:
    with_line = next(one for one in protocol.emergency_numbers if one.advice_line)
    assert f"Urgent advice: {with_line.advice_line}" in lines(protocol, "emergency number", with_line.country)
    british = "Urgent advice: 111 (England, Scotland and Wales, not Northern Ireland)"
    assert british in lines(protocol, "emergency number", "GB")


def ids(protocol: TriageProtocol, title: str) -> list[str]:
    """The ids under the heading that begins so."""
    (part,) = [one for one in explanation.everything(protocol) if one.title.startswith(title)]
    return [one.id for one in part.entries]


def test_numbers_that_nothing_confirms_are_listed_for_reviewers(small: TriageProtocol) -> None:
    (austria,) = small.emergency_numbers
    heard = msgspec.structs.replace(small.source["nhs"], id="heard", kind=SourceKind.PRESS)
    numbers = (msgspec.structs.replace(austria, sources=("heard",)),)
    doubtful = msgspec.structs.replace(small, sources=(*small.sources, heard), emergency_numbers=numbers)
    assert lines(doubtful, "list", "unconfirmed-numbers") == ["AT: 144"]
    assert lines(doubtful, "emergency number", "AT")[0] == "Emergency: 144, or 112 from a mobile phone"
    with pytest.raises(UnknownIdError):
        explanation.with_id(small, "unconfirmed-numbers")


def test_sources_are_listed_by_their_kind_and_those_read_elsewhere_by_themselves(protocol: TriageProtocol) -> None:
    for kind in SourceKind:
        listed = [source.id for source in protocol.sources if source.kind is kind]
        if listed:
            assert ids(protocol, f"Sources: {KIND_WORDS[kind]}") == listed
    elsewhere = lines(protocol, "list", "not-at-publisher")
    assert "rcgp-mnd: read in a copy only, 2026-11-23, https://www.nasgp.org.uk/mnd/" in elsewhere
    assert not [one for one in elsewhere if one.startswith("nice-ng217")]


def test_what_rests_on_our_own_choice_is_listed_from_the_most_urgent_down(small: TriageProtocol) -> None:
    def own(part: T) -> T:
        return msgspec.structs.replace(part, sources=("ours",))

    changed = msgspec.structs.replace(
        small,
        combinations=tuple(map(own, reversed(small.combinations))),
        reassurances=tuple(map(own, small.reassurances)),
    )
    before, listed = lines(small, "list", "own-choice"), lines(changed, "list", "own-choice")
    assert before[0] == "soon red flag: [slurred_soon] slurred speech"
    assert listed[0] == "emergency red flag: [speech_and_eyelid] Slurred speech and a hanging eyelid together"
    assert [one for one in listed if one not in before] == [
        "emergency red flag: [speech_and_eyelid] Slurred speech and a hanging eyelid together",
        "same_day red flag: [named_task] A task that is named",
        "routine red flag: [new_medicine] A medicine that was started or raised",
        "sentence: [calm] Calm.",
    ]
    assert "fixed words: [overdue] Old." in before


def test_the_number_for_another_country_is_the_last(protocol: TriageProtocol) -> None:
    assert lines(protocol, "emergency number", "other")[0] == "Emergency: 112"
