"""The texts of the content that the person reads, as opposed to ids, source titles and the doctor's short phrases."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from twitchcheck.content.checks.parts import all_entries, parts
from twitchcheck.content.glossary import Glossary
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.items import AnswerOption, Cell, Course, Finding, Item, Measure, Page, Section
from twitchcheck.questionnaire.wording import worded
from twitchcheck.rules.protocol import (
    CareLevel,
    Consideration,
    Edition,
    Helpline,
    HelpTopic,
    PlannedChange,
    RedFlag,
    Review,
    Statement,
    Step,
    Term,
    Topic,
    TriageProtocol,
    Trigger,
)

READ: dict[type, tuple[str, ...]] = {
    Edition: ("disclaimer",),
    Section: ("title",),
    Page: ("title", "lead", "why", "note", "none", "not_sure", "still"),
    Item: ("text", "hint", "none", "not_sure", "as_ever", "matters"),
    Course: ("ask",),
    Cell: ("text", "say"),
    AnswerOption: ("text", "hint"),
    Measure: ("total", "guide_text"),
    Finding: ("text",),
    CareLevel: ("label", "action", "time_frame"),
    RedFlag: ("brief", "text", "say"),
    Trigger: ("name", "text", "helps"),
    PlannedChange: ("title", "text", "aim", "counted"),
    Consideration: ("name", "text"),
    Statement: ("text",),
    Step: ("text", "shows"),
    Review: ("text",),
    Topic: ("title",),
    HelpTopic: ("title", "text"),
    Term: ("text",),
    Helpline: ("name",),
}
"""The fields that the person reads."""


class PersonText(NamedTuple):
    """One text with its entry and the path below it; `group` is the path of what it is read together with: its page,
    or the whole entry."""

    entry: msgspec.Struct
    path: KeyPath
    group: KeyPath
    text: str


def person_texts(protocol: TriageProtocol, glossary: Glossary) -> Iterator[PersonText]:
    """Every text that the person reads, with the words for the first kind of person filled in."""
    words = next(iter(protocol.edition.person.values()), {})
    for entry in (*all_entries(protocol), glossary):
        group: KeyPath = ()
        for path, part in parts(entry):
            if isinstance(part, Page):
                group = path
            for field in READ.get(type(part), ()):
                text = getattr(part, field)
                if text:
                    yield PersonText(entry, (*path, field), group, worded(text, words))
