"""What the interruption says: whom to ring, why, what to tell them, what to do."""

from collections.abc import Iterator

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.report.citations import Citations, Cited, source_rows
from twitchcheck.report.doctor_sheet import SheetRow, told_block
from twitchcheck.report.phrases import NOT_ANSWERED, SAID_NOT_SURE, Phrases
from twitchcheck.rules.assessment import Assessment
from twitchcheck.rules.protocol import EmergencyNumber, TriageProtocol

MOBILE = "112"
"""What every mobile network takes for an emergency call."""


class EmergencyView(Struct, frozen=True):
    """The interruption in words: `call` is the number, with another beside it where nothing confirms it; `ticked` are
    the answers behind it, `why` and `say` one text a red flag, `marks` the numbers behind each `why` and `sources` what
    they stand for. `crew` is what the ambulance asks next, as far as it was answered: an empty text is to be filled in.
    """

    action: str
    number: str
    call: str
    country: str
    ticked: tuple[str, ...]
    why: tuple[str, ...]
    marks: tuple[str, ...]
    sources: tuple[Cited, ...]
    crew: tuple[SheetRow, ...]
    say: tuple[str, ...]
    steps: tuple[str, ...]
    date: str
    version: str
    disclaimer: str


def emergency_view(
    protocol: TriageProtocol, answers: Answers, assessment: Assessment, number: EmergencyNumber
) -> EmergencyView:
    """The interruption for an assessment that has emergencies."""
    phrases = Phrases(protocol, answers, assessment.facts)
    raised = assessment.emergencies
    citations = Citations(source_rows(protocol))
    marks = tuple(citations.mark(flag.flag.sources) for flag in raised)
    ticked = (phrases.evidence(one) for flag in raised for one in flag.because)
    return EmergencyView(
        action=protocol.care_level[Disposition.EMERGENCY].action,
        number=number.number,
        call=whom_to_ring(protocol, number),
        country=number.name,
        ticked=tuple(dict.fromkeys(ticked)),
        why=tuple(phrases.fill(flag.flag.text) for flag in raised),
        marks=marks,
        sources=citations.cited,
        crew=tuple(_for_crew(phrases, assessment)),
        say=tuple(phrases.fill(flag.flag.say) for flag in raised),
        steps=tuple(phrases.fill(step.text) for step in protocol.edition.emergency_steps),
        date=phrases.date(assessment.on),
        version=protocol.version,
        disclaimer=protocol.edition.disclaimer,
    )


def _for_crew(phrases: Phrases, assessment: Assessment) -> Iterator[SheetRow]:
    """What was answered of the blocks for the crew. What was not reached is left to be written, never denied."""
    for block in phrases.protocol.sheet_blocks:
        if block.for_crew:
            told = told_block(phrases, block, assessment)
            yield SheetRow(block.title, "" if told in (NOT_ANSWERED, SAID_NOT_SURE) else told)


def whom_to_ring(protocol: TriageProtocol, number: EmergencyNumber) -> str:
    """The number as said in a sentence: "144", or "127, or 112 from a mobile phone," where nothing confirms it."""
    if number.number == MOBILE or protocol.confirmed(number):
        return number.number
    return f"{number.number}, or {MOBILE} from a mobile phone,"
