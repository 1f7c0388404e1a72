"""What a twitch is and what helps, in words fitted to the answers."""

from msgspec import Struct

from twitchcheck.report.phrases import Phrases
from twitchcheck.report.pictures import Picture
from twitchcheck.report.sentences import Sourced, said, sourced
from twitchcheck.rules.assessment import Assessment, shown
from twitchcheck.rules.protocol import EmergencyNumber, Statement, Topic

HELPLINE = "{helpline}"


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


class Topics(Struct, frozen=True):
    """The explanations that stand `in_sight`, and the `others`, which wait to be opened."""

    in_sight: tuple[TopicPart, ...]
    others: tuple[TopicPart, ...]


def topics(phrases: Phrases, assessment: Assessment, number: EmergencyNumber, urgent: bool) -> Topics:
    """The explanations for these answers; what is `urgent` goes without all that is not for it too."""
    phrases.words["fitting"] = _fitting(phrases, assessment)
    helpline = number.helpline
    phrases.words["helpline"] = (
        f"the emergency number ({number.number})" if helpline is None else f"{helpline.name} on {helpline.number}"
    )
    told = [topic for topic in phrases.protocol.topics if topic.always or not urgent]
    parts = [(topic.in_sight, _topic(phrases, topic, number)) for topic in told]
    return Topics(
        in_sight=tuple(part for in_sight, part in parts if in_sight and part.statements),
        others=tuple(part for in_sight, part in parts if not in_sight and part.statements),
    )


def _fitting(phrases: Phrases, assessment: Assessment) -> str:
    """What helps against the triggers that there are; against all of them where there are none."""
    active = [one.trigger.helps for one in assessment.triggers if one.trigger.helps]
    every = [one.helps for one in phrases.protocol.triggers if one.helps]
    *first, last = dict.fromkeys(active or every or [""])
    return f"{', '.join(first)} and {last}" if first else last


def _topic(phrases: Phrases, topic: Topic, number: EmergencyNumber) -> TopicPart:
    statements = shown(topic.statements, phrases.facts)
    return TopicPart(
        id=topic.id,
        title=topic.title,
        statements=tuple(sourced(phrases, one.text, _sources(one, number)) for one in statements),
        steps=tuple(
            StepPart(Picture(step.picture, phrases.fill(step.shows)), said(phrases, (step,))[0])
            for step in shown(topic.steps, phrases.facts)
        ),
    )


def _sources(one: Statement, number: EmergencyNumber) -> tuple[str, ...]:
    """The sources of a statement, and those of the helpline that it names."""
    named = number.helpline if HELPLINE in one.text else None
    return (*one.sources, *named.sources) if named is not None else one.sources
