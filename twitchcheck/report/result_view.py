"""The result in words, as one value that the window, the page and the text are made from."""

from collections.abc import Iterable
from datetime import timedelta

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty, evaluate
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import Role
from twitchcheck.report.citations import SourceRow, source_rows
from twitchcheck.report.explained_words import ExplainedWord
from twitchcheck.report.phrases import Phrases, has_times
from twitchcheck.report.pictures import Picture
from twitchcheck.rules.assessment import ActiveTrigger, Assessment, WeighedConsideration, shown
from twitchcheck.rules.counterfactuals import Change
from twitchcheck.rules.protocol import (
    CareLevel,
    Statement,
    Strength,
    Topic,
    TriageProtocol,
)

OPEN_TITLE = "Not clear yet"

SEVERAL = 3
"""From how many options of one list on a change is told by the list's own short phrase."""

SIGNS = (Role.WARNING, Role.SYMPTOM)


class Sourced(Struct, frozen=True):
    """A sentence with the short names of its sources, and the unusual words in it."""

    text: str
    tags: tuple[str, ...]
    words: tuple[ExplainedWord, ...] = ()


class Reason(Struct, frozen=True):
    """A red flag: its name, the answers behind it, why it matters, and the level it asks for."""

    title: str
    answers: tuple[str, ...]
    text: Sourced
    disposition: Disposition
    certainty: Certainty


class TriggerRow(Struct, frozen=True):
    """A trigger: `amount` is what was given, such as "about 450 mg a day"; `share` is its points against
    those of a strong one, from 0 to 1."""

    name: str
    amount: str
    strength: Strength
    points: int
    share: float
    text: Sourced
    because: tuple[str, ...]
    advice: tuple[Sourced, ...]


class ConsiderationPart(Struct, frozen=True):
    """Something doctors also consider; shown only on request where `on_request` is set."""

    id: str
    name: str
    text: Sourced
    raised_by: tuple[Sourced, ...]
    lowered_by: tuple[Sourced, ...]
    statements: tuple[Sourced, ...]
    on_request: bool


class ChangeGroup(Struct, frozen=True):
    """What would raise the advice to one level: a heading such as "Today" and short phrases."""

    disposition: Disposition
    label: str
    phrases: tuple[str, ...]


class Clarify(Struct, frozen=True):
    """A question worth clarifying, and whether it was answered "not sure" or not at all."""

    item_id: str
    question: str
    state: str


class StepPart(Struct, frozen=True):
    """A picture and what is said below it."""

    picture: Picture
    said: Sourced


class TopicPart(Struct, frozen=True):
    """An explanation with a heading, its drawn steps last."""

    id: str
    title: str
    statements: tuple[Sourced, ...]
    steps: tuple[StepPart, ...]


class ResultView(Struct, frozen=True):
    """Everything a result page says, in reading order. All texts are filled and final."""

    disposition: Disposition
    label: str
    action: str
    time_frame: str
    summary: tuple[Sourced, ...]
    advice: tuple[Sourced, ...]
    reasons: tuple[Reason, ...]
    reassuring: tuple[Sourced, ...]
    triggers: tuple[TriggerRow, ...]
    clarify: tuple[Clarify, ...]
    changes: tuple[ChangeGroup, ...]
    changes_lead: Sourced
    safety_net: tuple[Sourced, ...]
    review: Sourced
    considerations: tuple[ConsiderationPart, ...]
    topics: tuple[TopicPart, ...]
    sources: tuple[SourceRow, ...]
    date: str
    version: str
    disclaimer: str


def result_view(
    protocol: TriageProtocol, answers: Answers, assessment: Assessment, changes: Iterable[Change]
) -> ResultView:
    """The whole result in words; `changes` are what would change the advice."""
    phrases = Phrases(protocol, answers, assessment.facts)
    reasons = _reasons(phrases, assessment)
    if reasons:
        phrases.words["reason"] = reasons[0].title[0].lower() + reasons[0].title[1:]
    level = protocol.care_level[assessment.disposition]
    facts, lead = assessment.facts, protocol.edition.changes_lead
    return ResultView(
        disposition=level.id,
        label=level.label,
        action=phrases.fill(level.action),
        time_frame=level.time_frame,
        summary=_sourced(phrases, _summary(protocol, level, assessment)),
        advice=_sourced(phrases, shown(level.advice, facts)),
        reasons=reasons,
        reassuring=_sourced(phrases, shown(protocol.reassurances, facts)),
        triggers=tuple(_trigger(phrases, active) for active in assessment.triggers),
        clarify=tuple(
            Clarify(item_id, phrases.fill(protocol.questionnaire.items[item_id].text), phrases.state(item_id))
            for item_id in assessment.unsure
        ),
        changes=_change_groups(phrases, changes),
        changes_lead=_one_sourced(phrases, lead.text, lead.sources),
        safety_net=_sourced(phrases, shown(level.safety_net, facts)),
        review=_review(phrases, level, assessment),
        considerations=tuple(_consideration(phrases, weighed) for weighed in assessment.considerations),
        topics=tuple(_topic(phrases, topic) for topic in protocol.topics),
        sources=source_rows(protocol),
        date=phrases.date(assessment.on),
        version=protocol.version,
        disclaimer=protocol.edition.disclaimer,
    )


def _summary(protocol: TriageProtocol, level: CareLevel, assessment: Assessment) -> tuple[Statement, ...]:
    statements = shown(level.summary, assessment.facts)
    rests_on_open = assessment.deciding and all(one.certainty is Certainty.UNSURE for one in assessment.deciding)
    return (*statements, protocol.edition.open_summary) if rests_on_open else statements


def _one_sourced(phrases: Phrases, text: str, sources: tuple[str, ...]) -> Sourced:
    filled = phrases.fill(text)
    return Sourced(filled, phrases.tags(sources), phrases.word_finder.words(filled))


def _sourced(phrases: Phrases, statements: tuple[Statement, ...]) -> tuple[Sourced, ...]:
    return tuple(_one_sourced(phrases, one.text, one.sources) for one in statements)


def _reasons(phrases: Phrases, assessment: Assessment) -> tuple[Reason, ...]:
    """The red flags that hold, and one reason for all the questions that leave others open; the most urgent
    first."""
    sure: dict[tuple[str, tuple[str, ...]], Reason] = {}
    for raised in assessment.red_flags:
        if raised.certainty is Certainty.YES:
            title, answers = _said_once(
                phrases.fill(raised.flag.brief), tuple(phrases.evidence(one) for one in raised.because)
            )
            reason = Reason(
                title=title,
                answers=answers,
                text=_one_sourced(phrases, raised.flag.text, raised.flag.sources),
                disposition=raised.disposition,
                certainty=raised.certainty,
            )
            # A sign that is not sure since when has all its levels: the most urgent one tells them.
            sure.setdefault((title, answers), reason)
    still_open = [raised for raised in assessment.red_flags if raised.certainty is Certainty.UNSURE]
    if not still_open:
        return tuple(sure.values())
    because_open = phrases.protocol.edition.open_reason
    subjects = dict.fromkeys(
        one.subject for raised in still_open for one in raised.because if one.certainty is Certainty.UNSURE
    )
    together = Reason(
        title=OPEN_TITLE,
        answers=tuple(f"{phrases.brief(subject)}: {phrases.open_state(subject)}" for subject in subjects),
        text=_one_sourced(phrases, because_open.text, because_open.sources),
        disposition=still_open[0].disposition,
        certainty=Certainty.UNSURE,
    )
    return tuple(sorted((*sure.values(), together), key=lambda reason: -reason.disposition.urgency))


def _said_once(name: str, answers: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The title of a red flag, and the answers behind it that it does not say already.

    "Unsteady" with the answer "unsteady, since today" becomes "Unsteady, since today" alone.
    """
    fuller = [answer for answer in answers if answer.casefold().startswith(f"{name.casefold()}, ")]
    title = fuller[0] if fuller else name
    others = tuple(answer for answer in answers if answer.casefold() not in (name.casefold(), title.casefold()))
    return title[:1].upper() + title[1:], others


def _trigger(phrases: Phrases, active: ActiveTrigger) -> TriggerRow:
    trigger = active.trigger
    strong = phrases.protocol.edition.trigger_strengths[Strength.STRONG]
    amounts = [phrases.words[subject] for subject in trigger.shown if subject in phrases.words]
    because = tuple(phrases.evidence(one) for one in active.because)
    return TriggerRow(
        name=trigger.name,
        amount=", ".join(amounts) or ", ".join(because),
        strength=active.strength,
        points=active.points,
        share=min(active.points / strong, 1.0),
        text=_one_sourced(phrases, trigger.text, trigger.sources),
        because=because,
        advice=_sourced(phrases, active.advice),
    )


def _change_groups(phrases: Phrases, changes: Iterable[Change]) -> tuple[ChangeGroup, ...]:
    """The new signs by level, least urgent first; those of one question share a line, and a row has one line in all.

    A medicine or an illness that somebody does not have is no sign to watch for: only the data tell those.
    """
    by_level: dict[Disposition, dict[str, list[Change]]] = {}
    items = phrases.questionnaire.items
    of_signs = [one for one in changes if items[one.item_id].role in SIGNS]
    told = [*_first_of_rows(phrases, of_signs), *(one for one in of_signs if not items[one.item_id].is_row)]
    as_asked = list(items)
    for change in sorted(told, key=lambda one: as_asked.index(one.item_id)):
        by_level.setdefault(change.disposition, {}).setdefault(change.item_id, []).append(change)
    return tuple(
        ChangeGroup(
            disposition=level,
            label=phrases.protocol.care_level[level].label,
            phrases=tuple(_change_line(phrases, item_id, found) for item_id, found in by_level[level].items()),
        )
        for level in sorted(by_level, key=lambda one: one.urgency)
    )


def _first_of_rows(phrases: Phrases, changes: Iterable[Change]) -> tuple[Change, ...]:
    """For each row that is not there now the first of its times that would raise the advice: how it would begin."""
    firsts: dict[str, Change] = {}
    for change in changes:
        item = phrases.questionnaire.items[change.item_id]
        times = [option.id for option in item.steps]
        if item.is_row and not phrases.facts.chosen_among(item.id, tuple(times)):
            firsts[item.id] = min(firsts.get(item.id, change), change, key=lambda one: times.index(one.option))
    return tuple(firsts.values())


def _change_line(phrases: Phrases, item_id: str, changes: list[Change]) -> str:
    item = phrases.questionnaire.items[item_id]
    if has_times(item) and changes[0].option == item.steps[0].id:
        return f"{phrases.brief(item_id)}, new"
    if item.any_brief and len(changes) >= SEVERAL:
        return phrases.fill(item.any_brief)
    return "; ".join(
        phrases.alone(item_id, change.option)
        if change.amount is None
        else f"{phrases.brief(item_id)} {phrases.amount(item_id, change.amount)} or more"
        for change in changes
    )


def _review(phrases: Phrases, level: CareLevel, assessment: Assessment) -> Sourced:
    facts = assessment.facts
    review = next(one for one in level.reviews if one.when is None or evaluate(one.when, facts) is Certainty.YES)
    day = assessment.on + timedelta(days=review.after_days)
    if review.since_onset:
        lasted = facts.amount(review.since_onset) or 0
        day = max(day - timedelta(days=int(lasted)), assessment.on)
    text = review.text.replace("{date}", phrases.date(day))
    return _one_sourced(phrases, text, review.sources)


def _topic(phrases: Phrases, topic: Topic) -> TopicPart:
    return TopicPart(
        id=topic.id,
        title=topic.title,
        statements=_sourced(phrases, shown(topic.statements, phrases.facts)),
        steps=tuple(
            StepPart(Picture(step.picture, phrases.fill(step.shows)), _one_sourced(phrases, step.text, step.sources))
            for step in shown(topic.steps, phrases.facts)
        ),
    )


def _consideration(phrases: Phrases, weighed: WeighedConsideration) -> ConsiderationPart:
    consideration = weighed.consideration
    return ConsiderationPart(
        id=consideration.id,
        name=consideration.name,
        text=_one_sourced(phrases, consideration.text, consideration.sources),
        raised_by=_sourced(phrases, weighed.raised_by),
        lowered_by=_sourced(phrases, weighed.lowered_by),
        statements=_sourced(phrases, weighed.statements),
        on_request=consideration.on_request,
    )
