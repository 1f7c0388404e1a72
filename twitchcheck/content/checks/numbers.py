"""Numbers that must be in a range whatever they are about, and days."""

from collections.abc import Iterator
from datetime import date

import msgspec

from twitchcheck.content.checks.parts import Complaint, parts
from twitchcheck.questionnaire.conditions import Condition, Several
from twitchcheck.questionnaire.items import Item, Measure, Scale
from twitchcheck.rules.protocol import Factor, Later, Review, Source

RANGES: dict[type, dict[str, tuple[float, float]]] = {
    Factor: {"points": (1, 100)},
    Review: {"after_days": (0, 3650)},
    Later: {"brake_days": (1, 60)},
    Measure: {"guide": (0, 1e6)},
    Scale: {"factor": (0.001, 1e6)},
    Item: {"step": (0.01, 1000)},
}
"""From which number to which a field may be."""

YEARS = (1800, 2200)


def number_problems(entry: msgspec.Struct) -> Iterator[Complaint]:
    """Numbers of an entry that are out of range."""
    for path, part in parts(entry):
        for field, (least, most) in RANGES.get(type(part), {}).items():
            if not least <= getattr(part, field) <= most:
                yield entry, (*path, field), f"'{field}' must be from {least:g} to {most:g}"
        if isinstance(part, Source) and part.year and not YEARS[0] <= part.year <= YEARS[1]:
            yield entry, (*path, "year"), f"'year' must be from {YEARS[0]} to {YEARS[1]}"
        if isinstance(part, Measure):
            for item_id, factor in part.terms.items():
                if factor <= 0:
                    yield entry, (*path, "terms", item_id), "a factor must be above 0"
        if isinstance(part, Condition):
            for item_id, number in part.count_at_least.items():
                if number < 1:
                    yield entry, (*path, "count_at_least", item_id), "needs a count of at least 1"
        if isinstance(part, Several) and not part.of:
            yield entry, (*path, "of"), "needs something to count"
        elif isinstance(part, Several) and not 1 <= part.number <= len(part.of):
            yield entry, (*path, "number"), f"'number' must be from 1 to {len(part.of)}, as many as are counted"


def is_date(text: str) -> bool:
    """Whether a text is a day written like 2026-11-25."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
