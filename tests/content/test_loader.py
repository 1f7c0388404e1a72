"""A content folder as a whole: the protocol in it, every problem of every file at once, and its compiled form."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from twitchcheck.content import compiled, loader
from twitchcheck.content.folder import content_files
from twitchcheck.content.problems import ProblemsError
from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.rules.protocol import TriageProtocol


def test_the_tiny_content_becomes_what_is_written_there(tiny: TriageProtocol) -> None:
    assert list(tiny.questionnaire.items) == [
        *("who", "days", "places", "still_there", "tasks", "speed", "tea", "note", "slurred", "spit")
    ]
    assert [option.id for option in tiny.questionnaire.items["tasks"].options] == ["no", "yes"]
    assert tiny.questionnaire.finding_conditions["lost"] == Condition(has={"tasks": ("yes",)})
    assert tiny.edition.person["other"] == {"you": "they", "your": "their"}
    assert tiny.emergency_number("AT").number == "144"
    assert [flag.id for flag in tiny.red_flags] == [
        *("slurred_emergency", "slurred_soon", "spit_same_day", "weak", "long", "two")
    ]
    slurred = tiny.red_flags[1]
    assert (slurred.when, slurred.text) == (Condition(has={"slurred": ("days", "as_ever")}), "Why.")
    assert [option.id for option in tiny.questionnaire.items["slurred"].answer_options] == [
        *("no", "today", "days", "unknown", "as_ever", "not_sure")
    ]


def test_content_is_overdue_from_the_day_after_it_should_have_been_looked_through(tiny: TriageProtocol) -> None:
    assert [tiny.overdue(date(2027, 11, day)) for day in (22, 23, 24)] == [False, False, True]


def test_all_problems_of_all_files_are_told_at_once(tiny_copy: Path, broken: Callable[..., list[str]]) -> None:
    (tiny_copy / "triggers.yaml").unlink()
    (tiny_copy / "measures.yaml").write_bytes(b"measures:\n  - {id: caf\xe9}\n")
    (tiny_copy / "sources.yaml").write_text("# later\n", encoding="utf-8")
    assert broken(
        ("red_flags.yaml", "brief: Long", "breif: Long"),
        ("red_flags.yaml", "brief: Weak", "brief: [Weak]"),
        ("considerations.yaml", "name:", "nam: e:"),
        ("sections/2-more.yaml", "title: More\n", ""),
        ("edition.yaml", "reviewed:", "version: x\nreviewed:"),
    ) == [
        "considerations.yaml:2:23: is not valid YAML: did not find expected ',' or '}'",
        "edition.yaml:3:1: 'version' stands here again (first in line 1)",
        "measures.yaml:2:13: is not UTF-8 text",
        "red_flags.yaml:3:12: red flag weak: 'brief' needs text, not a list",
        "red_flags.yaml:9:5: red flag long: the key 'brief' is missing",
        "red_flags.yaml:10:5: red flag long: unknown key 'breif', did you mean 'brief'?",
        "sections/2-more.yaml:1:1: section more: the key 'title' is missing",
        "sources.yaml: is empty",
        "triggers.yaml: can't be read: No such file or directory",
    ]


def test_a_file_over_the_set_size_is_refused(tiny_copy: Path) -> None:
    with (tiny_copy / "topics.yaml").open("ab") as file:
        file.truncate(50_000_000)
    with pytest.raises(ProblemsError) as caught:
        loader.load(tiny_copy)
    assert str(caught.value) == "topics.yaml: is larger than 1 MB"


def test_problems_between_files_are_told_at_once(broken: Callable[..., list[str]]) -> None:
    assert broken(
        ("sheet_blocks.yaml", "[days,", "[dais,"),
        ("topics.yaml", "[nhs]", "[]"),
        ("red_flags.yaml", "[both]", "[lsot]"),
    ) == [
        "findings.yaml:3:5: finding both: no condition uses it",
        "red_flags.yaml:5:23: red flag weak: there is no finding 'lsot', did you mean 'lost'?",
        "sheet_blocks.yaml:1:55: sheet block course: there is no item or measure 'dais', did you mean 'days'?",
        "topics.yaml:1:77: statement why-1: needs at least one source",
    ]


def test_content_with_a_problem_does_not_load_but_with_a_loose_end_it_does(tiny_copy: Path) -> None:
    path = tiny_copy / "sheet_blocks.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(", still_there", ""), encoding="utf-8")
    assert loader.load(tiny_copy).sheet_blocks[0].subjects == ("days", "caffeine")
    path.write_text(path.read_text(encoding="utf-8").replace("days", "dais"), encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        loader.load(tiny_copy)
    assert str(caught.value) == (
        "sheet_blocks.yaml:1:55: sheet block course: there is no item or measure 'dais', did you mean 'days'?"
    )


def test_every_change_of_the_content_gives_another_version(tiny: TriageProtocol, tiny_copy: Path) -> None:
    assert loader.load(tiny_copy).version == tiny.version
    seen = {tiny.version}
    for path in content_files(tiny_copy):
        path.write_bytes(path.read_bytes() + b"# reviewed\n")
        seen.add(loader.load(tiny_copy).version)
    assert len(seen) == 1 + len(content_files(tiny_copy))


def test_the_compiled_form_is_the_same_and_needs_no_yaml(
    tiny: TriageProtocol, tiny_copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled.compile_folder(tiny_copy, tiny_copy)
    monkeypatch.setattr(loader, "load", None)
    assert compiled.load(tiny_copy) == tiny


def test_a_stale_compiled_form_does_not_count(tiny_copy: Path) -> None:
    compiled.compile_folder(tiny_copy, tiny_copy)
    path = tiny_copy / "edition.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("No diagnosis.", "Changed."), encoding="utf-8")
    assert compiled.load(tiny_copy).edition.disclaimer == "Changed."


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x81\xa7edition\xa1\xff", b"\x80"])
def test_a_damaged_compiled_form_does_not_count(tiny: TriageProtocol, tiny_copy: Path, damage: bytes) -> None:
    (tiny_copy / compiled.NAME).write_bytes(damage)
    assert compiled.load(tiny_copy) == tiny


def test_broken_content_is_not_compiled(tiny_copy: Path, broken: Callable[..., list[str]], tmp_path: Path) -> None:
    broken(("topics.yaml", "[nhs]", "[]"))
    with pytest.raises(ProblemsError):
        compiled.compile_folder(tiny_copy, tmp_path / "made")
    assert not (tmp_path / "made" / compiled.NAME).exists()
