"""A file of checks at the terminal: which of them is assessed, what has changed, and its form for other programs."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from twitchcheck import app
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check, Record
from twitchcheck.records.writing import record_text

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def kept(tmp_path: Path, calm: Callable[..., Answers]) -> Path:
    """A file with three checks, two of them of one day."""
    checks = (
        Check(calm(), date(2026, 11, 9), "09:30", "2026.11", Disposition.SELF_CARE),
        Check(calm(slurred="today"), date(2026, 11, 23), "08:00", "2026.11", Disposition.EMERGENCY),
        Check(calm(numb_area="days"), date(2026, 11, 23), "21:00", others={"cups_a_day": 3}),
    )
    path = tmp_path / "mine.twitchcheck"
    path.write_text(record_text(Record(checks)), encoding="utf-8")
    return path


def assessed(capsys: Printed, path: Path, *more: str) -> tuple[int, str, str]:
    code = app.main(["assess", str(path), "--format", "json", *more])
    printed = capsys.readouterr()
    return code, json.loads(printed.out)["disposition"] if printed.out else "", printed.err


def test_the_latest_check_is_assessed_unless_another_is_named(capsys: Printed, kept: Path) -> None:
    code, disposition, told = assessed(capsys, kept)
    assert (code, disposition) == (0, "routine")
    assert f"note: {kept}: 'cups_a_day' is not asked here, or not in this way" in told
    assert assessed(capsys, kept, "--check", "2026-11-09")[1] == "self_care"
    assert assessed(capsys, kept, "--check", "2026-11-23T08:00")[1] == "emergency"


def test_a_day_with_two_checks_needs_the_time(capsys: Printed, kept: Path) -> None:
    code, _, told = assessed(capsys, kept, "--check", "2026-11-23")
    assert code == 2
    assert told == f"{kept}: has several checks of that day, name one: 2026-11-23T08:00, 2026-11-23T21:00\n"


def test_a_check_that_is_not_there_is_said(capsys: Printed, kept: Path, tmp_path: Path) -> None:
    code, _, told = assessed(capsys, kept, "--check", "2026-01-01")
    assert code == 2
    assert "has no such check, it has 2026-11-09T09:30, " in told
    empty = tmp_path / "empty.twitchcheck"
    empty.write_text(record_text(Record()), encoding="utf-8")
    assert assessed(capsys, empty)[2] == f"{empty}: has no such check, it has none\n"


def test_the_text_says_what_has_changed(capsys: Printed, kept: Path) -> None:
    assert app.main(["assess", str(kept)]) == 0
    assert "Since 23 November 2026" in capsys.readouterr().out


def test_a_file_that_people_write_has_one_check(capsys: Printed, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("answers: {age: 35}\n", encoding="utf-8")
    assert assessed(capsys, path, "--check", "2026-11-23")[2] == f"{path}: holds one check: leave out --check\n"
    path.write_text("twitchcheck: 2\nchecks:\n  - {date: 2026-11-23, answers: {age: 35}}\n", encoding="utf-8")
    assert assessed(capsys, path, "--check", "2026-11-23")[0] == 0


def test_a_file_without_a_list_of_checks_is_refused(capsys: Printed, tmp_path: Path) -> None:
    path = tmp_path / "mine.twitchcheck"
    path.write_text('{"checks": 3}', encoding="utf-8")
    assert assessed(capsys, path)[::2] == (2, f"{path}: needs the key 'checks' with a list\n")


def test_the_history_is_told(capsys: Printed, kept: Path) -> None:
    assert app.main(["history", str(kept)]) == 0
    assert capsys.readouterr().out.startswith("2026-11-09T09:30: Self-care\n2026-11-23T08:00: Emergency\n")
    assert app.main(["history", str(kept), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [one["disposition"] for one in data["checks"]] == ["self_care", "emergency", None]


def test_the_history_needs_a_file_with_one(capsys: Printed, tmp_path: Path) -> None:
    assert app.main(["history"]) == 2
    assert capsys.readouterr().err == "history: needs a file, or --schema\n"
    path = tmp_path / "mine.yaml"
    path.write_text("answers: {age: 35}\n", encoding="utf-8")
    assert app.main(["history", str(path)]) == 2
    assert capsys.readouterr().err == f"{path}: holds the answers to one check, and no history\n"


def test_the_form_of_a_file_is_printed(capsys: Printed) -> None:
    assert app.main(["history", "--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["twitchcheck"] == {"const": 2}
