"""Sources: everything medical has one, every one that is cited exists, and its link leads to its publisher."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from twitchcheck.content.checks.numbers import is_date
from twitchcheck.content.checks.parts import Complaint, parts
from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.questionnaire.items import Measure
from twitchcheck.rules.protocol import Access, EmergencyNumber, Helpline, Publisher, Source, SourceKind, TriageProtocol

WITHOUT_LINK = frozenset({SourceKind.ARTICLE, SourceKind.DECISION})
"""The kinds that stand on no publisher's page."""

FOR_NUMBERS = frozenset({SourceKind.NUMBER_LIST, SourceKind.PRESS})
"""The kinds that are good enough for a telephone number, where nothing better can be read, and for nothing else."""


def source_problems(protocol: TriageProtocol, entry: msgspec.Struct) -> Iterator[Complaint]:
    """Missing and unknown sources in an entry, and such as may not speak for it."""
    for path, part in parts(entry):
        cited = cited_by(part)
        if cited is None:
            continue
        if not cited and not (isinstance(part, Measure) and not part.guide):
            yield entry, (*path, "sources"), "needs at least one source"
        for index, source_id in enumerate(cited):
            source = protocol.source.get(source_id)
            if source is None:
                message = f"there is no source {quoted(source_id)}{did_you_mean(source_id, protocol.source)}"
                yield entry, (*path, "sources", index), message
            elif source.kind in FOR_NUMBERS and not isinstance(part, EmergencyNumber | Helpline):
                message = f"a source of the kind {source.kind} may speak for telephone numbers only"
                yield entry, (*path, "sources", index), message


def reference_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    """What is wrong with the sources themselves: no year, no link, a link that does not lead to a publisher of the
    list, two entries for one page, and no word on how a source was read."""
    hosts = Counter(publisher.host for publisher in protocol.publishers)
    for publisher in protocol.publishers:
        if hosts[publisher.host] > 1:
            yield publisher, ("host",), f"the host {quoted(publisher.host)} is listed more than once"
    publishers = {publisher.host: publisher for publisher in protocol.publishers}
    pages: dict[str, Source] = {}
    for source in protocol.sources:
        yield from _year_problems(source)
        yield from _reading_problems(source)
        yield from _link_problems(source, publishers)
        first = pages.setdefault(_page(source.url) or source.id, source)
        if first is not source:
            yield source, ("url",), f"leads to the page of the source {quoted(first.id)}"


def _year_problems(source: Source) -> Iterator[Complaint]:
    if not source.year and not source.undated:
        yield source, (), "needs a year, or 'undated: true' where the page bears none"
    elif source.year and source.undated:
        yield source, ("undated",), "has a year: leave out 'undated'"


def _link_problems(source: Source, publishers: dict[str, Publisher]) -> Iterator[Complaint]:
    if source.kind in WITHOUT_LINK:
        if source.url:
            yield source, ("url",), f"a source of the kind {source.kind} has no link"
        return
    host = host_of(source.url)
    if not source.url.startswith("https://"):
        yield source, ("url",) if source.url else (), "needs the publisher's link, which starts with https://"
    elif host not in publishers:
        hint = did_you_mean(host, publishers)
        yield source, ("url",), f"leads to {quoted(host)}, which is no publisher of publishers.yaml{hint}"
    elif source.kind not in publishers[host].publishes:
        yield source, ("url",), f"{quoted(publishers[host].name)} does not publish the kind {source.kind}"


def _reading_problems(source: Source) -> Iterator[Complaint]:
    read = source.read
    if read is None:
        if source.kind is not SourceKind.DECISION:
            yield source, (), "needs 'read': how far it was read, and when"
        return
    if read.access is Access.NOT_READ:
        if read.on:
            yield source, ("read", "on"), "was not read: leave out the date"
    elif not is_date(read.on):
        yield source, ("read", "on") if read.on else ("read",), "needs the date it was read, like 2026-11-25"
    if read.access is Access.COPY and not read.where:
        yield source, ("read",), "needs 'where': a copy stands somewhere else"


def host_of(url: str) -> str:
    """The host of a link, as the list of publishers names it."""
    return url.partition("://")[2].partition("/")[0].lower()


def _page(url: str) -> str:
    """What two links to the same page have in common; "" without a link."""
    return url.lower().partition("://")[2].removeprefix("www.").partition("#")[0].rstrip("/")


def cited_by(part: object) -> tuple[str, ...] | None:
    """The sources of a part of an entry; None where it is something that has none."""
    if isinstance(part, msgspec.Struct) and "sources" in part.__struct_fields__:
        cited: tuple[str, ...] = getattr(part, "sources")  # noqa: B009  (the field is not part of Struct's type)
        return cited
    return None
