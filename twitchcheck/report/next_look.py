"""When to act, or to look again: the day of a care level's review."""

from datetime import date, timedelta

from twitchcheck.questionnaire.conditions import Certainty, evaluate
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.rules.protocol import CareLevel, Review


def review_of(level: CareLevel, facts: Facts) -> Review:
    """When to act or look again at this level."""
    return next(one for one in level.reviews if one.when is None or evaluate(one.when, facts) is Certainty.YES)


def review_day(level: CareLevel, facts: Facts, on: date) -> date:
    """The day on which to act or look again, after a check on the day `on`."""
    review = review_of(level, facts)
    day = on + timedelta(days=review.after_days)
    if review.since_onset:
        lasted = facts.amount(review.since_onset) or 0
        day = max(day - timedelta(days=int(lasted)), on)
    return day
