"""What is said about the parts of a file that cannot be shown here, and stay in it."""

from twitchcheck.questionnaire.items import Questionnaire
from twitchcheck.records.record import Record

_NAMED = 3
"""How many of the answers that are not asked here are named."""

_LONGEST_NAME = 40


def in_one_sentence(record: Record, questionnaire: Questionnaire) -> str:
    """Names them, in words for people; "" where all of the file can be shown."""
    others = list(dict.fromkeys(item_id for check in record.checks for item_id in check.others))
    unread = sum(map(len, record.unread.values())) + sum(len(plan.unread) for plan in record.plans)
    names = [f"“{_name(one, questionnaire)}”" for one in others[:_NAMED]]
    if len(others) > _NAMED:
        names.append(f"{len(others) - _NAMED} more")
    parts = [f"{'the answer' if len(others) == 1 else 'the answers'} to {_listed(names)}"] if others else []
    if unread:
        many = "one part" if unread == 1 else f"{unread} parts"
        parts.append(f"{many} that this version cannot read")
    if not parts:
        return ""
    stay = "stays" if len(others) + unread == 1 else "stay"
    told = f"{_listed(parts)} {stay} in the file but cannot be shown: another version of TwitchCheck wrote it."
    return told[0].upper() + told[1:]


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _name(item_id: str, questionnaire: Questionnaire) -> str:
    """The short name of a question, or an unknown name out of a file, whatever it holds, as a few printable words."""
    if item_id in questionnaire.items:
        return questionnaire.items[item_id].brief
    words = "".join(letter if letter.isprintable() else " " for letter in item_id.replace("_", " "))
    return words if len(words) <= _LONGEST_NAME else f"{words[:_LONGEST_NAME]}…"
