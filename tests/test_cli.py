"""The terminal: what it prints, what it refuses, and that it needs no Qt."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.calm_answers import calm_answers
from twitchcheck import app, cli
from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.yaml_source import read_file
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.rules.protocol import TriageProtocol

Printed = pytest.CaptureFixture[str]
STORIES = Path(__file__).parent / "stories"


@pytest.fixture
def answers_path(tmp_path: Path, protocol: TriageProtocol) -> Path:
    """An answers file with five coffees, five hours of sleep and a jumping eyelid."""
    answers = calm_answers(protocol, {"places": ("eyelid",), "duration": 4.0, "coffee": 5.0, "sleep": 5.0})
    return written(tmp_path / "answers.json", answers.without("last_twitch"))  # which is asked where nothing twitches


def written(path: Path, answers: Answers) -> Path:
    path.write_text(json.dumps({"date": "2026-11-23", "answers": dict(answers)}), encoding="utf-8")
    return path


def test_version_names_program_and_content(capsys: Printed, protocol: TriageProtocol) -> None:
    assert app.main(["--version"]) == 0
    assert capsys.readouterr().out == f"twitchcheck 0.1.0, content {protocol.version}\n"


def test_json_holds_the_whole_conclusion(capsys: Printed, answers_path: Path, protocol: TriageProtocol) -> None:
    assert app.main(["assess", str(answers_path), "--format", "json"]) == 0
    printed = capsys.readouterr()
    data = json.loads(printed.out)
    assert printed.err == ""
    assert (data["disposition"], data["red_flags"], data["unsure"]) == ("self_care", [], [])
    assert data["content_version"] == protocol.version
    sleep, caffeine = data["triggers"]
    assert (sleep["id"], sleep["points"], sleep["strength"]) == ("sleep", 5, "strong")
    assert caffeine["because"] == [{"subject": "caffeine", "phrase": "Caffeine: about 450 mg", "amount": 450.0}]
    assert {"disposition": "emergency", "item": "slurred", "option": "today"} in data["what_would_change"]
    assert {"disposition": "routine", "item": "duration", "at_least": 14.0} in data["what_would_change"]
    assert [one["id"] for one in data["considerations"] if one["on_request"]] == ["als"]


def test_text_says_what_to_do_by_when_and_why(capsys: Printed, answers_path: Path, protocol: TriageProtocol) -> None:
    assert app.main(["assess", str(answers_path)]) == 0
    printed = capsys.readouterr().out
    for expected in (
        "General information, not a diagnosis.",
        "No doctor is needed for this now",
        "Lack of sleep (strong): 5 hours",
        "Still there on 3 December 2026? Then make an ordinary appointment",
        "FOR THE DOCTOR",
        "Caffeine about 450 mg (Coffee 5",
    ):
        assert expected in printed
    assert max(len(line) for line in printed.splitlines() if "http" not in line) <= 78


def test_html_is_a_page_of_its_own_and_escapes_what_was_typed(tmp_path: Path, protocol: TriageProtocol) -> None:
    answers = calm_answers(protocol, {"places": ("calf",), "own_words": "<script>alert(1)</script> & more"})
    out = tmp_path / "out.html"
    path = written(tmp_path / "answers.json", answers)
    assert app.main(["assess", str(path), "--format", "html", "-o", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page


def test_missing_answers_are_on_the_safe_side_and_said(capsys: Printed, tmp_path: Path) -> None:
    assert app.main(["assess", str(written(tmp_path / "a.json", Answers())), "--format", "json"]) == 0
    printed = capsys.readouterr()
    data = json.loads(printed.out)
    assert data["disposition"] == "same_day"
    assert {"item": "slurred", "state": "not answered"} in data["unsure"]
    assert "questions are not answered; each counts as 'not sure'" in printed.err


def test_questions_as_text_and_json_name_every_item_and_option(capsys: Printed, protocol: TriageProtocol) -> None:
    assert app.main(["questions"]) == 0
    text = capsys.readouterr().out
    assert app.main(["questions", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    items = {item["id"]: item for section in data["sections"] for page in section["pages"] for item in page["items"]}
    assert list(items) == list(protocol.questionnaire.items)
    assert items["last_twitch"]["enabled_when"] == {"has": {"places": ["none"]}}
    assert (items["lid_alarm"]["course"], items["lid_alarm"]["under"]) == ("whether", "lid_droop")
    assert (items["coffee"]["minimum"], items["coffee"]["maximum"]) == (0, 40)
    assert {"id": "none", "text": "None of these", "exclusive": True} in items["fluids"]["options"]
    for item_id, item in items.items():
        assert f"{item_id} ({item['type']})" in text
        if "course" not in item:  # the answers of rows stand with their courses, once
            assert all(f"- {option['id']}:" in text for option in item.get("options", []))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("answers: {sleeep: 5}", ":1:11: there is no item 'sleeep', did you mean 'sleep'?"),
        ("answers:\n  coffee: 99", ":2:11: coffee must be from 0 to 40 cups a day"),
        ("answers:\n  who: mysef", ":2:8: who has no option 'mysef', did you mean 'myself'?"),
        ("answers: {sleep: [1, 2]}", ":1:18: sleep needs a number or not_sure"),
        ("answers: {places: [none, calf]}", ":1:19: places has 'none', which cannot stand beside another option"),
        ("answers: {sleep: 5", ": is not valid YAML: did not find expected"),
        ("", ": is empty"),
        ("date: yesterday\nanswers: {}", ":1:7: date must be written like 2026-11-23"),
    ],
)
def test_bad_input_is_said_in_one_line_each(capsys: Printed, tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(content, encoding="utf-8")
    assert app.main(["assess", str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err
    assert all(line.startswith(str(path)) for line in printed.err.splitlines())


def test_a_huge_and_a_binary_and_a_missing_file_are_refused(capsys: Printed, tmp_path: Path) -> None:
    huge, binary = tmp_path / "huge.yaml", tmp_path / "binary.yaml"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    binary.write_bytes(b"answers:\n  who: \xff\xfe")
    for path, message in (
        (huge, f"{huge}: is larger than 1 MB"),
        (binary, f"{binary}:2:8: is not UTF-8 text"),
        (tmp_path / "gone.yaml", f"{tmp_path / 'gone.yaml'}: can't be read: No such file or directory"),
    ):
        assert app.main(["assess", str(path)]) == 2
        assert capsys.readouterr().err.strip() == message


def test_an_output_that_cannot_be_written_is_said(capsys: Printed, tmp_path: Path, answers_path: Path) -> None:
    out = tmp_path / "no" / "such" / "folder.txt"
    assert app.main(["assess", str(answers_path), "-o", str(out)]) == 2
    assert capsys.readouterr().err.strip() == f"{out}: can't be written: No such file or directory"


def test_a_pdf_never_takes_the_place_of_something_else(tmp_path: Path, answers_path: Path) -> None:
    command = [sys.executable, "-m", "twitchcheck", "assess", str(answers_path), "--format", "pdf", "-o", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # of its own, since Qt starts but once
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip().endswith("it is no ordinary file.")
    assert tmp_path.is_dir()


def test_a_content_folder_that_is_none_is_said(capsys: Printed, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    for arguments in (["--content", str(gone), "questions"], ["check-content", str(gone)]):
        assert app.main(arguments) == 2
        assert capsys.readouterr().err.strip() == f"{gone}: is not a folder"


def test_the_content_is_explained_by_id(capsys: Printed) -> None:
    assert app.main(["explain", "slurred_emergency"]) == 0
    assert "[red flag slurred_emergency]" in capsys.readouterr().out
    assert app.main(["explain", "slured_emergency"]) == 2
    assert "did you mean 'slurred_emergency'?" in capsys.readouterr().err


def test_the_whole_content_as_a_page_is_the_document_for_reviewers(capsys: Printed) -> None:
    assert app.main(["explain", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.index('class="matrix"') < page.index("Rules: Emergency") < page.index("The questions as they are read")
    assert "em-01" in page
    assert app.main(["explain", "slurred", "--format", "html"]) == 0
    assert "matrix" not in capsys.readouterr().out


def test_without_the_written_cases_reviewers_get_the_document_all_the_same(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("twitchcheck.cli.vignettes_folder", lambda: tmp_path / "tests" / "vignettes")
    assert app.main(["explain", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert "Rules: Emergency" in page
    assert "em-01" not in page


def test_the_written_cases_are_measured(capsys: Printed) -> None:
    assert app.main(["vignettes", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)


def test_old_and_new_cases_stand_apart(capsys: Printed) -> None:
    app.main(["vignettes", "--format", "json"])
    groups = json.loads(capsys.readouterr().out)["groups"]
    assert "old" in groups
    assert set(groups) <= {"old", "new_ill", "new_well"}


def test_the_three_stories_are_measured(capsys: Printed) -> None:
    assert app.main(["measure"]) == 0
    shown, method = capsys.readouterr().out.split("\n\n")
    assert "an estimate" in method
    head, _, *rows = shown.splitlines()
    assert [cell.strip() for cell in head.split("|")[1:-1]] == [
        "Story", "Screens", "Questions", "Options", "Words", "Clicks", "Keys", "Again", "Minutes"
    ]  # fmt: skip
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows]
    screens = {name: int(number) for name, number, *_ in cells}
    assert set(screens) == {"eyelid of four days", "calves for eight months", "fathers hand"}
    assert screens["eyelid of four days"] <= 18
    assert max(screens.values()) <= 20
    (eyelid,) = [one for one in cells if one[0] == "eyelid of four days"]
    assert int(eyelid[3]) <= 150
    assert int(eyelid[4]) <= 1_800
    again = {one[0]: int(one[7]) for one in cells}
    assert again["eyelid of four days"] <= 12
    assert max(again.values()) <= 13  # a sign that is there, and the amounts of a plan, take a page each


def test_the_minutes_and_the_measures_that_are_told_are_the_measured_ones(
    capsys: Printed, protocol: TriageProtocol
) -> None:
    app.main(["measure"])
    table = capsys.readouterr().out.split("\n\n")[0]
    minutes = [int(row.split("|")[-2].split()[0]) for row in table.splitlines()[2:]]
    told = f"about {min(minutes)} to {max(minutes)} minutes"
    readme = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    assert any(told in one.text for one in protocol.edition.intended_use)
    assert told in readme
    assert table in readme


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_story_says_something_to_every_question_that_needs_an_answer(path: Path, protocol: TriageProtocol) -> None:
    answers = answers_from(protocol.questionnaire, read_file(path, path.name))[0]
    facts = Facts(protocol.questionnaire, answers)
    assert [one for one in facts.unanswered if not facts.enabled[one].optional] == []


def test_written_cases_are_found_in_a_checkout_or_said_to_be_elsewhere(
    capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "vignettes_folder", lambda: tmp_path / "tests" / "vignettes")
    assert app.main(["measure"]) == 0  # the present folder is a checkout
    table = capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    for command, name in (("measure", "stories"), ("vignettes", "vignettes")):
        assert app.main([command]) == 2
        assert f"come with the source of the program, in tests/{name}" in capsys.readouterr().err
    assert app.main(["measure", str(STORIES)]) == 0
    assert capsys.readouterr().out == table


def test_a_folder_without_answers_is_said(capsys: Printed, tmp_path: Path) -> None:
    assert app.main(["measure", str(tmp_path)]) == 2
    assert capsys.readouterr() == ("", f"{tmp_path}: has no file with answers\n")


def test_the_schemas_are_printed(capsys: Printed) -> None:
    assert app.main(["check-content", "--schema"]) == 0
    assert "red_flags.yaml" in json.loads(capsys.readouterr().out)


def test_everything_but_the_window_works_where_qt_is_missing(answers_path: Path, protocol: TriageProtocol) -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None; import pkgutil, importlib, twitchcheck\n"
        "for module in pkgutil.walk_packages(twitchcheck.__path__, 'twitchcheck.'):\n"
        "    if not module.name.startswith('twitchcheck.gui') and module.name != 'twitchcheck.__main__':\n"
        "        importlib.import_module(module.name)\n"
        "from twitchcheck.app import main\n"
        f"sys.exit(main(['assess', {str(answers_path)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "No doctor is needed for this now" in done.stdout


def test_standard_input_and_yaml_give_the_same_as_json(answers_path: Path, tmp_path: Path) -> None:
    data: dict[str, Any] = json.loads(answers_path.read_text(encoding="utf-8"))
    lines = ["date: 2026-11-23", "answers:"]
    lines += [f"  {key}: {json.dumps(value)}" for key, value in data["answers"].items()]
    from_json, from_yaml = (
        subprocess.run(
            [sys.executable, "-m", "twitchcheck", "assess", "-", "--format", "json"],
            input=text,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for text in (answers_path.read_text(encoding="utf-8"), "\n".join(lines))
    )
    assert from_json == from_yaml


@pytest.mark.parametrize("name", ["mine.twitchcheck", "C:\\Users\\Kim\\MINE.TWITCHCHECK"])
def test_a_file_of_answers_opens_the_window_however_its_ending_is_written(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(app, "open_window", lambda protocol, file: opened.append(file))
    app.main([name])
    assert opened == [Path(name)]


@pytest.mark.parametrize("arguments", [["--version"], ["questions"], ["--help"], ["no-such-command"]])
def test_without_a_console_nothing_that_would_be_said_is_an_error(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # As Windows starts a program of windows; elsewhere a closed stream is a failure.
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    try:
        code: object = app.main(arguments)
    except SystemExit as end:
        code = end.code
    assert code == (2 if arguments == ["no-such-command"] else 0)
