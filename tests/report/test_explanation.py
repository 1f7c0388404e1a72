"""The reviewer's view: complete, in the words of the questions, and with its sources in full."""

from typing import TypeVar

import msgspec
import pytest

from tests.content.conftest import TINY
from twitchcheck.content import loader
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


@pytest.fixture(scope="module")
def tiny() -> TriageProtocol:
    """The tiny content."""
    return loader.load(TINY)


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
        ({"has": {"tasks": ["yes", "not_sure"]}}, 'Lost: "Yes" or "Not sure"'),
        ({"has": {"still_there": ["calf", "none"]}}, 'Now: "Calf" or "None"'),
        ({"has": {"tea": ["not_sure"]}}, 'Tea: "Not sure"'),
        ({"count_at_least": {"places": 2}}, "Places: 2 or more ticked"),
        ({"at_least": {"tea": 3}, "at_most": {"caffeine": 200}}, "Tea: 3 cups or more AND Caffeine: 200 mg or less"),
        ({"at_least": {"days": 14}}, "Days: 14 or more"),
        ({"findings": ["lost"]}, 'finding lost ("A task is lost")'),
        ({"any": [{"at_least": {"tea": 3}}, {"at_most": {"days": 2}}]}, "Tea: 3 cups or more OR Days: 2 or less"),
        (
            {"has": {"tasks": ["no"]}, "any": [{"at_least": {"tea": 3, "days": 2}}, {"findings": ["lost"]}]},
            'Lost: "No" AND ((Tea: 3 cups or more AND Days: 2 or more) OR finding lost ("A task is lost"))',
        ),
        ({"all": [{"at_least": {"tea": 3}}, {"at_least": {"days": 2}}]}, "(Tea: 3 cups or more) AND (Days: 2 or more)"),
    ],
)
def test_conditions_are_said_in_the_words_of_the_questions(
    tiny: TriageProtocol, condition: dict[str, object], said: str
) -> None:
    speech = ByText(tiny.questionnaire, {})
    assert in_words(msgspec.convert(condition, Condition), speech) == said


def test_amounts_with_scales_are_said_in_the_unit_of_the_rule(protocol: TriageProtocol) -> None:
    speech = ByText(protocol.questionnaire, {"I": "I"})
    assert in_words(Condition(at_least={"duration": 60}), speech) == "Twitching for: 60 days or more"
    assert in_words(Condition(at_most={"duration": 1}), speech) == "Twitching for: 1 day or less"
    strength = in_words(Condition(has={"weakness": ("lost_task",)}), speech)
    assert strength == 'Strength: "There is something I can no longer do"'


def test_a_question_says_when_it_is_asked_and_where_its_answers_count(tiny: TriageProtocol) -> None:
    assert lines(tiny, "question", "speed") == [
        'Asked: Span: 1 days or more AND finding lost ("A task is lost")',
        "About: symptom",
        "Answer: one option",
        'Option fast: "Fast" → emergency red flag: weak',
        'Option not_sure: "Not sure"',
    ]
    # Through a finding, and through a measure.
    assert 'Option yes: "Yes" → emergency red flag: weak; opens: speed' in lines(tiny, "question", "tasks")
    assert lines(tiny, "question", "tea") == [
        "Asked: always",
        "About: habit",
        'Answer: 0 to 40 cups, or "Not sure"',
        "Not sure counts in: emergency red flag: weak",
        "Counts in: trigger through caffeine: caffeine (1 point)",
    ]
    assert lines(tiny, "question", "days")[2:] == [
        'Answer: 0 to 900, or "Not sure"',
        "Counts in: routine red flag: long; opens through span: speed; sentence: calm",
    ]
    assert lines(tiny, "question", "places")[2] == "Answer: any number of options"
    assert lines(tiny, "question", "places")[-1] == "Counts in: routine red flag: long"
    assert lines(tiny, "question", "note")[2] == "Answer: the person's own words, which count for nothing"
    assert lines(tiny, "question", "still_there")[2:] == [
        "Options: those ticked in Places",
        "Answer: any number of options",
        'Option none: "None"',
        'Option not_sure: "Not sure"',
    ]


def test_measures_and_findings_say_what_they_are_made_of_and_who_uses_them(tiny: TriageProtocol) -> None:
    assert lines(tiny, "measure", "caffeine") == [
        "Worked out as: 50 x Tea, in mg",
        "Limit shown: 400 mg: ",
        "Counts in: trigger: caffeine (1 point)",
        f"Source: {NHS}",
    ]
    assert lines(tiny, "measure", "span")[0] == "Worked out as: 1 x Days + the points of Lost, in days"
    assert lines(tiny, "finding", "lost") == [
        'Holds when: Lost: "Yes"',
        "Counts in: emergency red flag: weak; opens: speed",
    ]


def test_a_red_flag_says_where_it_leads_also_when_not_sure(tiny: TriageProtocol, protocol: TriageProtocol) -> None:
    assert lines(tiny, "red flag", "weak") == [
        'Holds when: Speed: "Fast" AND finding both ("Both")',
        "Leads to: Act (emergency; Now)",
        "If not sure: Act (same_day; Now)",
        "Says: Why.",
        "To tell the emergency services: you cannot.",
        f"Source: {NHS}",
    ]
    assert not any(line.startswith("To tell") for line in lines(tiny, "red flag", "long"))
    own = next(flag for flag in protocol.red_flags if flag.if_unsure is not None)
    assert f"({own.if_unsure};" in next(one for one in lines(protocol, "red flag", own.id) if "If not sure" in one)


def test_a_trigger_says_its_points_and_a_sentence_where_it_is_said(tiny: TriageProtocol) -> None:
    assert lines(tiny, "trigger", "caffeine")[2:4] == [
        "1 point when: Caffeine: 200 mg or more",
        f"Source of 1 point: {NHS}",
    ]
    assert entry(tiny, "sentence", "less-tea").title == "[Caffeine] is much."
    assert lines(tiny, "sentence", "less-tea") == [
        "Said in: Advice beside the trigger Caffeine",
        "Shown when: always",
        f"Source: {NHS}",
    ]
    assert lines(tiny, "sentence", "calm")[1] == "Shown when: Days: 2 or less"
    assert lines(tiny, "sentence", "why-1")[0] == "Said in: Topic: Why"


def test_care_levels_reviews_and_considerations(tiny: TriageProtocol, protocol: TriageProtocol) -> None:
    assert lines(tiny, "care level", "emergency") == [
        "Action: Act",
        "Time frame: Now",
        "While its red flags are open they count for: Act (same_day; Now)",
    ]
    review = entry(tiny, "review", "rev-soon")
    assert review.title == "By [date]."
    assert lines(tiny, "review", "rev-soon")[1:3] == [
        "Shown when: always",
        "Date: 14 days after the day the twitching began",
    ]
    examined = lines(protocol, "review", "review-examined")
    assert examined[1].startswith("Shown when: ")
    assert examined[2] == "Date: 180 days after the day of the check"
    assert "Shown: always" in lines(tiny, "consideration", "nerve")
    closed = next(one for one in protocol.considerations if one.on_request)
    assert "Shown: only when it is opened" in lines(protocol, "consideration", closed.id)


def test_an_id_of_two_kinds_gives_both_and_an_unknown_one_is_told_in_one_line(tiny: TriageProtocol) -> None:
    found = [(one.kind, one.id) for part in explanation.with_id(tiny, "caffeine") for one in part.entries]
    assert found == [("measure", "caffeine"), ("trigger", "caffeine")]
    for wanted, message in (
        ("cafeine", "there is nothing with the id 'cafeine', did you mean 'caffeine'?"),
        ("xyz\n1", "there is nothing with the id 'xyz\\n1'"),
    ):
        with pytest.raises(UnknownIdError) as caught:
            explanation.with_id(tiny, wanted)
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


def test_one_html_page_in_which_every_text_is_escaped(tiny: TriageProtocol) -> None:
    bad = msgspec.structs.replace(
        tiny,
        sources=(*tiny.sources, Source("bad", ATTACK, SourceKind.PAPER, ATTACK, ATTACK, "https://x.org/?a=1&b", 2026)),
    )
    page = explanation.html(bad, explanation.everything(bad))
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<html") == 1
    assert ATTACK not in page
    assert "&lt;b&gt;&amp;&quot;&#x27;&lt;/b&gt; 2026 (paper) https://x.org/?a=1&amp;b" in page
    assert '<h3>Weak <span class="source">[red flag weak]</span></h3>' in page
    assert "<li><b>Leads to:</b> Act (emergency; Now)</li>" in page


def test_a_single_entry_can_be_printed_too(tiny: TriageProtocol) -> None:
    parts = explanation.with_id(tiny, "long")
    assert "\n[red flag long] Long\n" in explanation.text(tiny, parts)
    assert explanation.html(tiny, parts).count("<h3>") == 1


def test_numbers_say_the_advice_line_where_there_is_one(protocol: TriageProtocol) -> None:
    with_line = next(one for one in protocol.emergency_numbers if one.advice_line)
    assert f"Urgent advice: {with_line.advice_line}" in lines(protocol, "emergency number", with_line.country)
    british = "Urgent advice: 111 (England, Scotland and Wales, not Northern Ireland)"
    assert british in lines(protocol, "emergency number", "GB")


def ids(protocol: TriageProtocol, title: str) -> list[str]:
    """The ids under the heading that begins so."""
    (part,) = [one for one in explanation.everything(protocol) if one.title.startswith(title)]
    return [one.id for one in part.entries]


def test_numbers_that_nothing_confirms_are_listed_for_reviewers(tiny: TriageProtocol) -> None:
    (austria,) = tiny.emergency_numbers
    heard = msgspec.structs.replace(tiny.source["nhs"], id="heard", kind=SourceKind.PRESS)
    numbers = (msgspec.structs.replace(austria, sources=("heard",)),)
    doubtful = msgspec.structs.replace(tiny, sources=(*tiny.sources, heard), emergency_numbers=numbers)
    assert lines(doubtful, "list", "unconfirmed-numbers") == ["AT: 144"]
    assert lines(doubtful, "emergency number", "AT")[0] == "Emergency: 144, or 112 from a mobile phone"
    with pytest.raises(UnknownIdError):
        explanation.with_id(tiny, "unconfirmed-numbers")


def test_sources_are_listed_by_their_kind_and_those_read_elsewhere_by_themselves(protocol: TriageProtocol) -> None:
    for kind in SourceKind:
        listed = [source.id for source in protocol.sources if source.kind is kind]
        if listed:
            assert ids(protocol, f"Sources: {KIND_WORDS[kind]}") == listed
    elsewhere = lines(protocol, "list", "not-at-publisher")
    assert (
        "blexrud-1993: read in a copy only, 2026-11-23, https://healthjade.com/benign-fasciculation-syndrome"
        in elsewhere
    )
    assert not [one for one in elsewhere if one.startswith("nice-ng217")]


def test_what_rests_on_our_own_choice_is_listed_from_the_most_urgent_down(tiny: TriageProtocol) -> None:
    def own(part: T) -> T:
        return msgspec.structs.replace(part, sources=("ours",))

    emergency, routine = tiny.red_flags
    changed = msgspec.structs.replace(
        tiny, red_flags=(own(routine), own(emergency)), reassurances=tuple(map(own, tiny.reassurances))
    )
    before, listed = lines(tiny, "list", "own-choice"), lines(changed, "list", "own-choice")
    assert listed[0] == "emergency red flag: [weak] Weak"
    assert [one for one in listed if one not in before] == [
        "emergency red flag: [weak] Weak",
        "routine red flag: [long] Long",
        "sentence: [calm] Calm.",
    ]
    assert "fixed words: [overdue] Old." in before


def test_the_number_for_another_country_is_the_last(protocol: TriageProtocol) -> None:
    assert lines(protocol, "emergency number", "other")[0] == "Emergency: 112"
