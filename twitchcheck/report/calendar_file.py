"""A calendar file with one day in it, for any calendar program (RFC 5545). It tells nothing but the day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

SUMMARY = "Reminder"
"""What the calendar shows: others may look at it, so no word of health stands in the file."""

MOST_OCTETS = 75
"""How long a line may be, without its end."""

_END = "\r\n"


def calendar_file(day: date, uid: str, stamp: datetime) -> str:
    """The file for a whole day. `uid` sets it apart from every other entry, `stamp` is the moment of its making."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reminder//Reminder//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{SUMMARY}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(part + _END for line in lines for part in folded(line))


def folded(line: str) -> Iterator[str]:
    """A line in parts of no more than 75 octets, each but the first behind a space. No letter is cut in two."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > MOST_OCTETS:
            yield part
            part = " "
        part += letter
    yield part
