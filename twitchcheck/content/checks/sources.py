"""Sources: everything medical has one, every one that is cited exists, and a link is a link."""

from collections.abc import Iterator

import msgspec

from twitchcheck.content.checks.parts import Complaint, parts
from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.questionnaire.items import Measure
from twitchcheck.rules.protocol import Source, TriageProtocol


def source_problems(protocol: TriageProtocol, entry: msgspec.Struct) -> Iterator[Complaint]:
    """Missing and unknown sources in an entry."""
    if isinstance(entry, Source) and entry.url and not entry.url.startswith(("https://", "http://")):
        yield entry, ("url",), "a link starts with https:// or http://"
    for path, part in parts(entry):
        cited = cited_by(part)
        if cited is None:
            continue
        if not cited and not (isinstance(part, Measure) and not part.guide):
            yield entry, (*path, "sources"), "needs at least one source"
        for index, source_id in enumerate(cited):
            if source_id not in protocol.source:
                message = f"there is no source {quoted(source_id)}{did_you_mean(source_id, protocol.source)}"
                yield entry, (*path, "sources", index), message


def cited_by(part: object) -> tuple[str, ...] | None:
    """The sources of a part of an entry; None where it is something that has none."""
    if isinstance(part, msgspec.Struct) and "sources" in part.__struct_fields__:
        cited: tuple[str, ...] = getattr(part, "sources")  # noqa: B009  (the field is not part of Struct's type)
        return cited
    return None
