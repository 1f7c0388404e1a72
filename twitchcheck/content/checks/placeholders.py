"""Placeholders: each has something to be filled with where it stands."""

from collections.abc import Iterator

import msgspec

from twitchcheck.content.checks.parts import Complaint, parts
from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.wording import PLACEHOLDER
from twitchcheck.rules.protocol import CareLevel, Later, SheetBlock, Source, Topic, TriageProtocol

BRACE = frozenset("{}")


class PlaceholderCheck:
    """Checks the texts of entries for placeholders that nothing fills."""

    def __init__(self, protocol: TriageProtocol) -> None:
        words = {word: None for group in protocol.edition.person.values() for word in group}
        items, measures = protocol.questionnaire.items, protocol.questionnaire.measure_by_id
        self.everywhere = {**words, **dict.fromkeys(items), **dict.fromkeys(measures)}

    def problems(self, entry: msgspec.Struct) -> Iterator[Complaint]:
        """Every placeholder in an entry that has nothing to be filled with, and every brace without its pair."""
        if isinstance(entry, Source):
            return
        for path, part in parts(entry):
            if not isinstance(part, str) or not BRACE & set(part):
                continue
            known = {**self.everywhere, **dict.fromkeys(_filled_here(entry, path))}
            for name in dict.fromkeys(PLACEHOLDER.findall(part)):
                if name not in known:
                    yield entry, path, f"there is nothing to fill {_braced(name)} with{did_you_mean(name, known)}"
            if BRACE & set(PLACEHOLDER.sub("", part)):
                yield entry, path, "has a brace without its pair: a placeholder is written like {you}"


def _filled_here(entry: msgspec.Struct, path: KeyPath) -> tuple[str, ...]:
    """The placeholders that have a value only in some places: the date of a review and of a time frame, what helps
    and whom to ring in a topic, the date of the next check and what a diary comes to, the answer on the doctor's sheet,
    the option in what is said without its question."""
    if isinstance(entry, CareLevel):
        return ("date",) if path[0] in ("reviews", "time_frame") else ()
    if isinstance(entry, Topic):
        return "fitting", "helpline"
    if isinstance(entry, Later):
        return _filled_later(path)
    if isinstance(entry, SheetBlock):
        return ("answer",) if path[0] == "said" else ()
    return ("option",) if path[-1] == "alone" else ()


def _filled_later(path: KeyPath) -> tuple[str, ...]:
    if path[0] == "verdicts":
        return () if path[1] == "too_early" else ("usual", "changed")
    return ("date",) if path[0] in ("brake", "next_step") else ()


def _braced(name: str) -> str:
    return "{" + quoted(name)[1:-1] + "}"
