"""The result in words, as one value that the window, the page and the text are made from."""

from collections.abc import Iterable

from msgspec import Struct, structs

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.offers import offers
from twitchcheck.records.pause import URGENT
from twitchcheck.records.record import Check
from twitchcheck.report.advice_changes import ChangeGroup, change_groups
from twitchcheck.report.citations import SourceRow, cited_in
from twitchcheck.report.explained_topics import Topics, topics
from twitchcheck.report.fears import ConsiderationPart, FearPart, considered, fears
from twitchcheck.report.next_look import review_day, review_of
from twitchcheck.report.open_questions import OpenQuestions, open_questions
from twitchcheck.report.phrases import Phrases, day_in_words
from twitchcheck.report.reasons import Reasons, reasons
from twitchcheck.report.sentences import Sourced, said, sourced
from twitchcheck.report.since_view import SinceView, since_view
from twitchcheck.report.trigger_rows import TriggerRow, trigger_rows
from twitchcheck.rules.assessment import Assessment, shown
from twitchcheck.rules.counterfactuals import Change
from twitchcheck.rules.protocol import CareLevel, EmergencyNumber, Statement, TriageProtocol


class ResultView(Struct, frozen=True):
    """Everything a result page says, in reading order. All texts are filled and final. `sources` are those that it
    cites, in the order in which it does. `plan` says what a two-week plan is, where one is offered."""

    disposition: Disposition
    label: str
    action: str
    time_frame: str
    summary: tuple[Sourced, ...]
    since: SinceView | None
    advice: tuple[Sourced, ...]
    reasons: Reasons
    reassuring: tuple[Sourced, ...]
    triggers: tuple[TriggerRow, ...]
    plan: Sourced | None
    review: Sourced
    safety_net: tuple[Sourced, ...]
    open: OpenQuestions
    feared_title: str
    feared: tuple[FearPart, ...]
    topics: Topics
    changes_lead: Sourced
    changes: tuple[ChangeGroup, ...]
    considerations: tuple[ConsiderationPart, ...]
    sources: tuple[SourceRow, ...]
    date: str
    version: str
    disclaimer: str

    @property
    def is_urgent(self) -> bool:
        """Whether the advice is for today."""
        return self.disposition in URGENT

    @property
    def watch_title(self) -> str:
        """The heading over when to act again and the signs that make it more urgent."""
        return "If it gets worse" if self.is_urgent else "Keep an eye on it"


def result_view(
    protocol: TriageProtocol,
    answers: Answers,
    assessment: Assessment,
    changes: Iterable[Change],
    number: EmergencyNumber | None = None,
    before: Check | None = None,
) -> ResultView:
    """The whole result in words. `changes` are what would change the advice, `number` is whom to ring in the country
    where that is known, and `before` is the check before this one where there was one."""
    phrases = Phrases(protocol, answers, assessment.facts)
    level = protocol.care_level[assessment.disposition]
    facts, edition, urgent = assessment.facts, protocol.edition, level.id in URGENT
    told = reasons(phrases, assessment)
    feared = fears(phrases, assessment.considerations, urgent)
    found = tuple(changes)
    questions = open_questions(phrases, assessment, found)
    review = review_of(level, assessment.facts)
    next_day = review_day(level, assessment.facts, assessment.on)
    view = ResultView(
        disposition=level.id,
        label=level.label,
        action=phrases.fill(level.action),
        time_frame=time_frame(protocol, assessment),
        summary=said(phrases, _summary(protocol, level, assessment, questions)),
        since=None if before is None else since_view(phrases, before, assessment, next_day),
        advice=said(phrases, shown(level.advice, facts)),
        reasons=told,
        reassuring=() if urgent else said(phrases, shown(protocol.reassurances, facts)),
        triggers=() if urgent else trigger_rows(phrases, assessment.triggers),
        plan=said(phrases, protocol.later.diary)[0] if offers(protocol, assessment).plans else None,
        review=sourced(phrases, _dated(protocol, review.text, level, assessment), review.sources),
        safety_net=said(phrases, shown(level.safety_net, facts)),
        open=questions,
        feared_title=phrases.fill("What {you} fear"),
        feared=feared,
        topics=topics(phrases, assessment, number or edition.fallback_number, urgent),
        changes_lead=sourced(phrases, edition.changes_lead.text, edition.changes_lead.sources),
        changes=change_groups(phrases, found),
        considerations=() if urgent else considered(phrases, assessment.considerations, feared),
        sources=(),
        date=phrases.date(assessment.on),
        version=protocol.version,
        disclaimer=edition.disclaimer,
    )
    return structs.replace(view, sources=cited_in(protocol, view))


def time_frame(protocol: TriageProtocol, assessment: Assessment) -> str:
    """By when to act, in words, with the day."""
    level = protocol.care_level[assessment.disposition]
    return _dated(protocol, level.time_frame, level, assessment)


def _dated(protocol: TriageProtocol, text: str, level: CareLevel, assessment: Assessment) -> str:
    return text.replace("{date}", day_in_words(protocol, review_day(level, assessment.facts, assessment.on)))


def _summary(
    protocol: TriageProtocol, level: CareLevel, assessment: Assessment, questions: OpenQuestions
) -> tuple[Statement, ...]:
    statements = shown(level.summary, assessment.facts)
    if questions.all_open:
        return (protocol.edition.all_open,)
    rests_on_open = assessment.deciding and all(one.certainty is Certainty.UNSURE for one in assessment.deciding)
    return (*statements, protocol.edition.open_summary) if rests_on_open else statements
