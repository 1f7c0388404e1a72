"""What is there and leads nowhere: items, measures, findings, courses, sources and publishers that nothing uses."""

from collections.abc import Iterator
from itertools import chain

import msgspec

from twitchcheck.content.checks.parts import Complaint, all_entries, parts
from twitchcheck.content.checks.sources import cited_by, host_of
from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.items import Item, Measure, Role
from twitchcheck.questionnaire.wording import PLACEHOLDER
from twitchcheck.rules.protocol import Review, SheetBlock, TriageProtocol, Trigger


def unused(protocol: TriageProtocol) -> Iterator[Complaint]:
    """Items and measures that no condition, measure, trigger, text or sheet block uses, and rows without a level too;
    findings that no condition names; courses without a row; sources that nothing cites and publishers of none. Items
    for the person's own words are used by being printed."""
    subjects, findings, sources = _used(protocol)
    questionnaire = protocol.questionnaire
    for section in questionnaire.sections:
        for path, part in parts(section):
            if isinstance(part, Item) and part.role is not Role.WORDS and part.id not in subjects:
                yield section, path, "is asked, but nothing uses the answer"
    for measure in questionnaire.measures:
        if measure.id not in subjects:
            yield measure, (), "is worked out, but nothing uses it"
    for finding in questionnaire.findings:
        if finding.id not in findings:
            yield finding, (), "no condition uses it"
    courses = {item.course for item in questionnaire.items.values()}
    for course in questionnaire.courses:
        if course.id not in courses:
            yield course, (), "no row has it"
    yield from _unused_sources(protocol, sources)


def _unused_sources(protocol: TriageProtocol, cited: set[str]) -> Iterator[Complaint]:
    for source in protocol.sources:
        if source.id not in cited:
            yield source, (), "is never cited"
    hosts = {host_of(source.url) for source in protocol.sources}
    for publisher in protocol.publishers:
        if publisher.host not in hosts:
            yield publisher, (), "no source leads there"


def _used(protocol: TriageProtocol) -> tuple[set[str], set[str], set[str]]:
    """The subjects (items and measures), findings and sources that something uses."""
    edition = protocol.edition
    subjects = {str(getattr(edition, name)) for name in edition.__struct_fields__ if name.endswith("_item")}
    findings, sources = {edition.function_finding}, set[str]()
    for entry in all_entries(protocol):
        for _, part in parts(entry):
            sources.update(cited_by(part) or ())
            if isinstance(part, Condition):
                findings.update(part.findings)
            subjects.update(_subjects(entry, part))
    return subjects, findings, sources


def _subjects(entry: msgspec.Struct, part: object) -> Iterator[str]:
    if isinstance(part, Condition):
        yield from chain(part.has, part.count_at_least, part.at_least, part.at_most)
    elif isinstance(part, Item) and part.cells:
        yield part.id
    elif isinstance(part, Review):
        yield part.since_onset
    elif isinstance(part, Measure):
        yield from part.item_ids
    elif isinstance(part, Trigger):
        yield from part.shown
    elif isinstance(part, SheetBlock):
        yield from part.subjects
    elif isinstance(part, str) and not isinstance(entry, Measure):  # a measure's own text does not make it used
        yield from PLACEHOLDER.findall(part)
