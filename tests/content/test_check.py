"""Everything that is told before a person sees the content: loose ends, words, reading grade, stray files."""

import sys
from pathlib import Path

import msgspec
import pytest

from tests.content.conftest import TINY
from twitchcheck.content import entries, reading_grade
from twitchcheck.content.check import check, reading_summary
from twitchcheck.content.checks.never_holds import MOST_WAYS, NeverHolds
from twitchcheck.content.loader import read_folder
from twitchcheck.content.problems import ProblemsError
from twitchcheck.content.reading_grade import FEWEST_WORDS, NOT_MEASURED, OTHER_LANGUAGE, TARGET, ReadingGrade
from twitchcheck.questionnaire.conditions import Condition, Several
from twitchcheck.questionnaire.items import Finding
from twitchcheck.resource_files import content_folder
from twitchcheck.rules.protocol import Statement, TriageProtocol


def changed(folder: Path, file: str, replaced: str, by: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert replaced in text
    path.write_text(text.replace(replaced, by), encoding="utf-8")


@pytest.mark.parametrize("folder", [TINY, content_folder()], ids=["tiny", "real"])
def test_there_is_no_problem(folder: Path) -> None:
    assert check(folder) == ()


def test_a_file_that_nothing_reads_is_told_whether_the_others_are_right_or_not(tiny_copy: Path) -> None:
    (tiny_copy / "red_flag.yaml").write_text("red_flags: []\n", encoding="utf-8")
    told = ["red_flag.yaml:1:1: is not a file of the content, did you mean 'red_flags.yaml'?"]
    assert [str(problem) for problem in check(tiny_copy)] == told
    (tiny_copy / "topics.yaml").unlink()
    assert [str(problem) for problem in check(tiny_copy)] == [
        *told,
        "topics.yaml: can't be read: No such file or directory",
    ]


def test_the_texts_are_easy_enough_on_average() -> None:
    content = read_folder(content_folder())
    grades = list(ReadingGrade(content.protocol, content.glossary).grades())
    assert len(grades) > 300
    assert sum(one.grade for one in grades) / len(grades) < TARGET


def test_the_reading_grade_is_that_of_flesch_and_kincaid(tiny_copy: Path) -> None:
    # 14 words in 2 sentences; 17 syllables, the number and the term Tea counting one each
    changed(
        tiny_copy, "edition.yaml", "No diagnosis.", '"Drink 1,500 cups: Tea is good for you. Never sleep on it; do so."'
    )
    content = read_folder(tiny_copy)
    grade = next(iter(ReadingGrade(content.protocol, content.glossary).grades()))
    assert (grade.path, grade.words) == (("disclaimer",), 14)
    assert grade.grade == pytest.approx(0.39 * 14 / 4 + 11.8 * 15 / 14 - 15.59)


def test_a_text_counts_by_itself_from_twelve_words_on(tiny_copy: Path) -> None:
    def measured() -> list[object]:
        content = read_folder(tiny_copy)
        found = ReadingGrade(content.protocol, content.glossary).grades()
        return [one.path for one in found if one.entry is content.protocol.edition]

    changed(tiny_copy, "edition.yaml", "No diagnosis.", "one " * (FEWEST_WORDS - 1))
    assert measured() == [()]
    changed(tiny_copy, "edition.yaml", "one one", "one two one")
    assert measured() == [("disclaimer",), ()]


def test_the_summary_gives_the_mean_and_the_worst_in_one_line() -> None:
    summary = reading_summary(content_folder())
    assert summary.startswith("Reading grade of ")
    assert summary.endswith(" at worst (at most 8)")
    assert summary.count("\n") == 0


def test_without_its_library_the_grade_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, reading_grade.LIBRARY, None)
    assert reading_summary(content_folder()) == NOT_MEASURED
    assert "twitchcheck[content]" in NOT_MEASURED
    assert check(content_folder()) == ()


def test_in_another_language_the_grade_is_not_measured(tiny_copy: Path) -> None:
    changed(tiny_copy, "edition.yaml", "language: en", "language: de")
    assert reading_summary(tiny_copy) == OTHER_LANGUAGE


def test_content_with_almost_no_text_has_a_summary_too(tiny: TriageProtocol) -> None:
    content = read_folder(TINY)
    questionnaire = msgspec.structs.replace(tiny.questionnaire, sections=())
    short = msgspec.structs.replace(tiny.edition.open_summary, text="Open.")
    edition = msgspec.structs.replace(
        tiny.edition, intended_use=(), emergency_steps=(), disclaimer="No.", open_summary=short
    )
    later = msgspec.structs.replace(tiny.later, brake=(), diary=(), verdicts={})
    parts = {"edition": edition, "questionnaire": questionnaire, "care_levels": (), "triggers": (), "later": later}
    nothing = msgspec.structs.replace(tiny, **parts)
    assert ReadingGrade(nothing, content.glossary).summary() == "No text is long enough for a reading grade"


def test_content_of_the_wrong_form_has_no_summary(tiny_copy: Path) -> None:
    (tiny_copy / "topics.yaml").unlink()
    with pytest.raises(ProblemsError):
        reading_summary(tiny_copy)


EYELID, CALF, NOWHERE = (Condition(has={"places": (option,)}) for option in ("eyelid", "calf", "none"))


def never_holds(tiny: TriageProtocol, condition: Condition, *findings: Finding) -> bool:
    questionnaire = msgspec.structs.replace(tiny.questionnaire, findings=(*tiny.questionnaire.findings, *findings))
    return bool(list(NeverHolds(questionnaire).problems(Statement("x", "X.", (), condition))))


@pytest.mark.parametrize(
    ("condition", "never"),
    [
        (Condition(has={"places": ("eyelid",)}, all=(Condition(has={"places": ("calf",)}),)), False),
        (Condition(has={"places": ("eyelid", "none")}, all=(Condition(has={"places": ("none", "calf")}),)), False),
        (Condition(has={"places": ("eyelid",)}, all=(Condition(has={"places": ("none",)}),)), True),
        (Condition(has={"places": ("none",)}, count_at_least={"places": 1}), True),
        (Condition(has={"slurred": ("today",)}, all=(Condition(has={"slurred": ("days",)}),)), False),  # not sure when
        (Condition(has={"slurred": ("today",)}, all=(Condition(has={"slurred": ("as_ever",)}),)), True),
        (Condition(has={"spit": ("yes",)}, all=(Condition(has={"spit": ("no",)}),)), True),
        (Condition(several=Several(2, (EYELID, NOWHERE, CALF))), False),
        (Condition(several=Several(3, (EYELID, NOWHERE, CALF))), True),
        (Condition(several=Several(2, (EYELID, NOWHERE)), any=(CALF,)), True),
        (Condition(several=Several(1, (EYELID, NOWHERE)), any=(CALF, EYELID)), False),
        (Condition(several=Several(1, (EYELID, CALF)), any=(NOWHERE,)), True),
        (Condition(count_at_least={"still_there": 2}), False),
        (Condition(count_at_least={"still_there": 3}), True),
        (Condition(has={"tasks": ("yes",)}, findings=("lost",)), False),
        (Condition(has={"tasks": ("no",)}, findings=("lost",)), True),
        (Condition(has={"tasks": ("no",)}, findings=("both",)), False),
        (Condition(has={"tasks": ("no",)}, at_least={"tea": 1}, findings=("both",)), True),
        (Condition(at_most={"days": 5}, all=(Condition(at_least={"days": 5}),)), False),
        (Condition(at_most={"days": 4.9}, all=(Condition(at_least={"days": 5}),)), True),
        (Condition(at_least={"caffeine": 2000}), False),
        (Condition(at_least={"caffeine": 2000.1}), True),
        (Condition(at_most={"days": -1}), True),
        (Condition(at_least={"ache": 6}), False),
        (Condition(at_least={"ache": 6.1}), True),
    ],
)
def test_only_conditions_that_no_answers_meet_never_hold(
    tiny: TriageProtocol, condition: Condition, never: bool
) -> None:
    questionnaire = tiny.questionnaire
    items = questionnaire.items
    places = msgspec.structs.replace(
        items["places"],
        options=tuple(msgspec.structs.replace(option, score=2) for option in items["places"].options),
    )
    tasks = msgspec.structs.replace(
        items["tasks"],
        options=tuple(msgspec.structs.replace(option, score=2) for option in items["tasks"].options),
    )
    sections = tuple(
        msgspec.structs.replace(
            section,
            pages=tuple(
                msgspec.structs.replace(
                    page, items=tuple({"places": places, "tasks": tasks}.get(item.id, item) for item in page.items)
                )
                for page in section.pages
            ),
        )
        for section in questionnaire.sections
    )
    ache = msgspec.structs.replace(questionnaire.measures[0], id="ache", terms={}, scored=("places", "tasks"))
    changed_one = msgspec.structs.replace(questionnaire, sections=sections, measures=(*questionnaire.measures, ache))
    assert never_holds(msgspec.structs.replace(tiny, questionnaire=changed_one), condition) == never


@pytest.mark.parametrize(
    "condition",
    [
        Condition(has={"nobody": ("x",)}, all=(Condition(has={"nobody": ("y",)}),)),
        Condition(has={"tasks": ("oui",)}),
        Condition(has={"tasks": ()}),
        Condition(several=Several(9, (EYELID, CALF))),
        Condition(several=Several(-1, (EYELID, NOWHERE))),
        Condition(has={"note": ("x",)}),
        Condition(count_at_least={"tasks": 5}),
        Condition(at_least={"nothing": 5}, at_most={"tasks": -5}),
        Condition(findings=("nothing",)),
    ],
)
def test_what_is_told_elsewhere_is_not_told_again(tiny: TriageProtocol, condition: Condition) -> None:
    assert not never_holds(tiny, condition)


def test_too_many_ways_to_look_at_count_as_possible(tiny: TriageProtocol) -> None:
    ways = Condition(any=tuple(Condition(at_least={"days": number}) for number in (1, 2)))
    never = Condition(at_most={"days": -1})
    assert never_holds(tiny, Condition(all=(never,)))
    levels = MOST_WAYS.bit_length() + 1
    assert not never_holds(
        tiny,
        Condition(any=(Condition(any=(ways,) * 3, all=(ways,) * levels, findings=("never",)),)),
        Finding("never", "Never.", Condition(any=(never, never))),
    )


def test_parts_that_may_be_left_out_may_be_null_and_a_section_needs_pages(tiny_copy: Path) -> None:
    changed(tiny_copy, "sections/1-body.yaml", "step: 1", "enabled_when: null")
    assert check(tiny_copy) == ()
    (tiny_copy / "sections/4-last.yaml").write_text("id: last\ntitle: Last\npages: []\n", encoding="utf-8")
    told = "sections/4-last.yaml:3:8: section last: needs at least one page"
    assert [str(problem) for problem in check(tiny_copy)] == [told]


def test_every_file_kind_has_its_entries_read_alone() -> None:
    for name in entries.file_names(TINY):
        made = entries.read_entries(name, (TINY / name).read_bytes())
        assert made
        assert all(entry.document.name == name for entry in made)
