"""Answers, amounts and dates in words, for whoever the check is about."""

from datetime import date

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty, Evidence
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import AS_EVER, NO, NOT_SURE, Item, ItemType
from twitchcheck.questionnaire.wording import worded
from twitchcheck.report.explained_words import WordFinder
from twitchcheck.rules.protocol import TriageProtocol

SAID_NOT_SURE = "not sure"
NOT_ANSWERED = "not answered"
NOT_ASKED = "not asked"


def day_in_words(protocol: TriageProtocol, day: date) -> str:
    """A day such as "7 December 2026"."""
    return f"{day.day} {protocol.edition.months[day.month - 1]} {day.year}"


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def has_times(item: Item) -> bool:
    """Whether a ticked row can be so at one time or another; where it can't, the tick is the whole answer."""
    return item.is_row and len([option for option in item.steps if option.id != AS_EVER]) > 1


class Phrases:
    """Puts the answers of one check into words."""

    def __init__(self, protocol: TriageProtocol, answers: Answers, facts: Facts) -> None:
        self.protocol = protocol
        self.questionnaire = protocol.questionnaire
        self.answers = answers
        self.facts = facts
        self.word_finder = WordFinder(protocol.terms)
        groups = protocol.edition.person
        who = answers.get(protocol.edition.person_item)
        self.words = dict(groups[who] if isinstance(who, str) and who in groups else next(iter(groups.values())))
        for subject in (*self.questionnaire.items, *self.questionnaire.measure_by_id):
            amount = self.known_amount(subject)
            if amount:
                self.words[subject] = amount

    def fill(self, text: str) -> str:
        """A text of the content with its placeholders filled."""
        return worded(text, self.words)

    def brief(self, subject: str) -> str:
        """The short name of an item or measure."""
        if subject in self.questionnaire.items:
            return self.fill(self.questionnaire.items[subject].brief)
        return self.questionnaire.measure_by_id[subject].brief

    def amount(self, subject: str, value: float) -> str:
        """A value with its unit, such as "450 mg", "5.5 hours" or "8 weeks"."""
        item = self.questionnaire.items.get(subject)
        if item is None:
            return f"{value:.0f} {self.questionnaire.measure_by_id[subject].unit}"
        for scale in reversed(item.scales):
            count = value / scale.factor
            if count >= 2 or (count == 1 and scale.factor > 1):
                exact = "" if count == int(count) else "about "
                return f"{exact}{count:.0f} {scale.unit if round(count) == 1 else scale.units}"
        if item.scales:
            return f"{value:g} {item.scales[0].unit if value == 1 else item.scales[0].units}"
        return f"{value:g} {item.unit}"

    def known_amount(self, subject: str) -> str:
        """The given value with its unit: "about ..." where it is worked out from several amounts, "at least
        ..." where a part of them is open, "" where all of it is."""
        known = self.facts.known_part(subject)
        if known is None:
            return ""
        measure = self.questionnaire.measure_by_id.get(subject)
        worked_out = "about " if measure is not None and measure.terms else ""
        prefix = worked_out if self.facts.amount(subject) is not None else "at least "
        return prefix + self.amount(subject, known)

    def option(self, item_id: str, option_id: str) -> str:
        """The short phrase of one option, beside its question."""
        return self.fill(self.questionnaire.option(item_id, option_id).phrase)

    def alone(self, item_id: str, option_id: str) -> str:
        """The phrase of one option where its question does not stand beside it.

        A row says its time: "unsteady, since today or yesterday"; without times it is the sign itself.
        """
        item = self.questionnaire.items[item_id]
        phrase = self.option(item_id, option_id)
        if item.is_row and option_id in (NO, NOT_SURE):
            return f"{self.brief(item_id)}: {phrase}"
        if item.is_row and option_id != AS_EVER and not has_times(item):
            return self.brief(item_id)
        return self.fill(worded(item.alone, {"option": phrase})) or phrase

    def state(self, item_id: str) -> str:
        """In words why an item has no answer: not sure, not answered or not asked; "" when it has one."""
        if item_id not in self.facts.enabled:
            return NOT_ASKED
        if item_id in self.facts.unanswered:
            return NOT_ANSWERED
        return SAID_NOT_SURE if self.facts.is_open(item_id) else ""

    def answer(self, item: Item) -> str:
        """The answer to an item in words, or its state where there is none."""
        if item.type is ItemType.TEXT:
            return str(self.answers.get(item.id, "")).strip() or NOT_ANSWERED
        state = self.state(item.id)
        if state:
            return state
        if item.type is ItemType.AMOUNT:
            return self.known_amount(item.id)
        chosen = self.facts.chosen_among(item.id, tuple(item.option_by_id))
        return ", ".join(self.option(item.id, one) for one in chosen)

    def evidence(self, one: Evidence) -> str:
        """One answer behind a conclusion, such as "Sleep: 5 hours" or "turn a key"."""
        if one.certainty is Certainty.UNSURE:
            return f"{self.brief(one.subject)}: {self.open_state(one.subject)}"
        if one.options:
            phrases = [self.alone(one.subject, option) for option in one.options if option != NOT_SURE]
            return ", ".join(phrases) or f"{self.brief(one.subject)}: {self.open_state(one.subject)}"
        return f"{self.brief(one.subject)}: {self.known_amount(one.subject)}"

    def open_state(self, subject: str) -> str:
        """Whether an open item or measure was left unanswered or answered "not sure"."""
        measure = self.questionnaire.measure_by_id.get(subject)
        item_ids = (subject,) if measure is None else measure.item_ids
        return NOT_ANSWERED if self.facts.unanswered.intersection(item_ids) else SAID_NOT_SURE

    def date(self, day: date) -> str:
        """A day such as "7 December 2026"."""
        return day_in_words(self.protocol, day)
