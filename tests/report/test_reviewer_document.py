"""The document for reviewers: everything is there once, what rests on our own choice is marked, and all is escaped."""

import re
from html import escape, unescape

import pytest
from msgspec.structs import replace

from tests.conftest import DAY
from twitchcheck.content.vignettes_file import vignettes_from
from twitchcheck.report import reviewer_document
from twitchcheck.report.reviewer_document import MOST_CASES, held_by
from twitchcheck.resource_files import vignettes_folder
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

ATTACK = "<b>&\"'</b>"


@pytest.fixture(scope="module")
def document(protocol: TriageProtocol) -> str:
    return reviewer_document.html(protocol, {})


def ids(document: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'<span class="id">([^<· ]*)</span>', document)]


def table_row(document: str, entry_id: str) -> str:
    """The row of a table that has this id."""
    rows: list[str] = re.findall(r"<tr.*?</tr>", document)
    return next(row for row in rows if f'class="id">{entry_id}</span>' in row)


def test_it_reads_from_what_a_doctor_should_see_first_to_the_sources(document: str) -> None:
    titles = re.findall(r"<h2>(.*?)</h2>", document)
    order = [
        "Signs and their times: the least urgent level", "Rules: Emergency", "Rules: Today", "Rules: Soon",
        "Rules: Not urgent", "The questions as they are read", "Sentences: what doctors also consider",
        "What rests on our own choice alone, most urgent first", "Sources by kind",
    ]  # fmt: skip
    places = [titles.index(escape(one)) for one in order]
    assert places == sorted(places)
    assert "With one hour: " in document[: document.index("<table")]


def test_every_rule_question_and_sentence_stands_in_it(protocol: TriageProtocol, document: str) -> None:
    found = ids(document)
    for wanted in (
        [flag.id for flag in protocol.red_flags],
        list(protocol.questionnaire.items),
        [one.id for one in protocol.triggers],
        [one.id for level in protocol.care_levels for one in (*level.advice, *level.summary, *level.safety_net)],
        [one.id for level in protocol.care_levels for one in level.reviews],
        [one.id for topic in protocol.topics for one in (*topic.statements, *topic.steps)],
        [one.id for one in protocol.considerations],
        [one.plan.id for one in protocol.triggers if one.plan is not None],
        [one.id for _, said in protocol.later.statements for one in said],
    ):
        assert [one for one in wanted if one not in found] == []
    for source in protocol.sources:
        assert escape(source.url) in document


def test_no_placeholder_is_left(document: str) -> None:
    assert not re.findall(r"\{[a-z_]+\}", document[document.index("<body>") :])


def test_a_rule_says_pattern_sentence_source_and_cases(small: TriageProtocol) -> None:
    cases = {"slurred_same_day": tuple(f"c-{number}" for number in range(MOST_CASES + 2))}
    row = table_row(reviewer_document.html(small, cases), "slurred_same_day")
    assert "slurred speech (some days, it has gone again)" in row.lower()
    assert "<td>It may be a stroke.</td><td>1, 2</td>" in row
    assert "c-4 and 2 more" in row
    assert "c-5" not in row


def test_what_an_open_rule_counts_for_is_said_where_it_differs(protocol: TriageProtocol, document: str) -> None:
    own = next(flag for flag in protocol.red_flags if flag.if_unsure is not None)
    label = protocol.care_level[own.if_unsure].label if own.if_unsure else ""
    assert f"<i>Left open: {label}.</i>" in table_row(document, own.id)
    usual = next(flag for flag in protocol.red_flags if flag.if_unsure is None)
    assert "Left open" not in table_row(document, usual.id)


def test_what_rests_on_our_own_choice_alone_is_marked(small: TriageProtocol) -> None:
    document = reviewer_document.html(small, {})
    assert table_row(document, "slurred_soon").startswith('<tr class="own">')
    assert table_row(document, "slurred_same_day").startswith("<tr><td>")
    own = document[document.index("What rests on our own choice") :]
    assert "[slurred_soon]" in own


def test_a_plan_stands_beside_its_trigger_with_where_it_is_not_offered(
    small: TriageProtocol, protocol: TriageProtocol, document: str
) -> None:
    plan = (
        "<b>Plan: Less tea</b>. Drink less tea. Aim: One cup. A day counts if you had one. "
        '<i>Not when, or perhaps: Who: somebody else.</i> 1 <span class="id">plan-tea</span>'
    )
    assert plan in reviewer_document.html(small, {})
    assert "Not when" not in table_row(document, "overexertion")


def test_rows_are_drawn_as_a_person_reads_them(small: TriageProtocol) -> None:
    document = reviewer_document.html(small, {})
    assert "<b>Since when?</b> ○ Today or yesterday ○ Some days" in document
    assert '<li>☐ Your speech is slurred <span class="id">Since when?</span>' in document
    assert '<li class="under">☐ One pupil is wide' in document
    assert "or “My usual fits”" in document
    assert "<b>Who?</b> ○ Me ○ Somebody else" in document
    assert "<b>Coffee</b> [____] cups" in document
    assert "<b>Which task?</b> ☐ Turn a key ☐ Open a jar ☐ Climb stairs ☐ None ☐ Not sure" in document


def test_everything_is_escaped(small: TriageProtocol) -> None:
    term, number = small.terms[0], small.emergency_numbers[0]
    assert small.triggers[0].plan is not None
    plan = replace(small.triggers[0].plan, **dict.fromkeys(("text", "title", "aim", "counted"), ATTACK))
    bad = replace(
        small,
        terms=(replace(term, text=ATTACK),),
        emergency_numbers=(replace(number, name=ATTACK),),
        combinations=tuple(replace(one, text=ATTACK, say=ATTACK) for one in small.combinations),
        triggers=tuple(replace(one, name=ATTACK, text=ATTACK, plan=plan) for one in small.triggers),
        sources=tuple(replace(one, title=ATTACK) for one in small.sources),
    )
    document = reviewer_document.html(bad, {one.id: (ATTACK,) for one in bad.red_flags})
    assert ATTACK not in document
    assert document.count(escape(ATTACK)) > 6


def test_the_cases_that_hold_a_rule_are_those_in_which_it_is_raised_for_sure(protocol: TriageProtocol) -> None:
    vignettes = vignettes_from(protocol, vignettes_folder())[:10]
    found = held_by(protocol, vignettes)
    for vignette in vignettes:
        raised = {one.flag.id for one in assess(protocol, vignette.answers, DAY).red_flags if one.certainty == 2}
        assert {flag_id for flag_id, cases in found.items() if vignette.id in cases} == raised


def test_a_level_without_rules_has_no_table(small: TriageProtocol) -> None:
    document = reviewer_document.html(replace(small, combinations=()), {})
    titles = re.findall(r"<h2>(Rules: .*?)</h2>", document)
    assert len(titles) == len({flag.disposition for flag in replace(small, combinations=()).red_flags})
