"""The calendar file: a whole day as RFC 5545 has it, and nothing in it that tells what it is for."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.conftest import DAY
from tests.report.conftest import Well
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check
from twitchcheck.report.calendar_file import MOST_OCTETS, calendar_file, folded
from twitchcheck.report.record_view import next_check
from twitchcheck.rules.protocol import TriageProtocol

STAMP = datetime(2026, 11, 23, 13, 5, tzinfo=timezone(timedelta(hours=1)))

MADE = calendar_file(date(2026, 12, 31), "0b5c", STAMP)


def test_it_is_one_whole_day() -> None:
    assert MADE.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reminder//Reminder//EN",
        "BEGIN:VEVENT",
        "UID:0b5c",
        "DTSTAMP:20261123T120500Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Reminder",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_every_line_ends_as_the_standard_has_it() -> None:
    assert MADE.count("\n") == MADE.count("\r\n")


@pytest.mark.parametrize("word", ["twitch", "muscle", "check", "health", "doctor", "plan", "nerve"])
def test_nothing_in_it_tells_of_health(word: str) -> None:
    assert word not in MADE.lower()


@pytest.mark.parametrize("line", ["", "X:short", "X:" + "a" * 73, "X:" + "a" * 74, "X:" + "aé✓" * 90])
def test_long_lines_are_folded_between_letters(line: str) -> None:
    parts = [*folded(line)]
    assert all(len(part.encode()) <= MOST_OCTETS for part in parts)
    assert all(part.startswith(" ") for part in parts[1:])
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line
    assert (len(parts) == 1) is (len(line.encode()) <= MOST_OCTETS)


def test_a_long_id_is_folded_in_the_file() -> None:
    made = calendar_file(DAY, "x" * 100, datetime(2026, 1, 1, tzinfo=UTC))
    assert "UID:" + "x" * 71 + "\r\n " + "x" * 29 + "\r\n" in made


# ---- the day ----


@pytest.fixture
def told(well: Well) -> Check:
    return Check(well(), DAY, level=Disposition.SELF_CARE)


def test_the_day_is_that_of_the_last_check_that_was_finished(small: TriageProtocol, well: Well, told: Check) -> None:
    day = date(2026, 12, 3)  # four days had gone by of the 14
    assert next_check(small, [told], DAY) == day
    assert next_check(small, [told, Check(well(), DAY)], DAY) == day
    assert next_check(small, [told, told._replace(on=DAY + timedelta(days=1))], DAY) == day + timedelta(days=1)
    assert next_check(small, [told._replace(on=None)], DAY) == day


def test_there_is_none_without_a_finished_check_and_it_is_never_gone_by(
    small: TriageProtocol, well: Well, told: Check
) -> None:
    assert next_check(small, [], DAY) is None
    assert next_check(small, [Check(well(), DAY)], DAY) is None
    assert next_check(small, [told], date(2026, 12, 2)) == date(2026, 12, 3)
    assert next_check(small, [told], date(2026, 12, 20)) == date(2026, 12, 20)  # now


@pytest.mark.parametrize("level", [Disposition.SAME_DAY, Disposition.EMERGENCY])
def test_nobody_is_told_to_wait_with_what_is_urgent(small: TriageProtocol, told: Check, level: Disposition) -> None:
    assert next_check(small, [told._replace(level=level)], DAY) is None
