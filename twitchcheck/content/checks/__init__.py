"""What no single entry can know: ids that must exist, order, sources, placeholders, complete care levels.

One module for each kind of check; each check yields complaints (entry, path below it, message).
"""

from collections.abc import Iterator

from twitchcheck.content.checks.conditions import ConditionCheck
from twitchcheck.content.checks.edition import edition_problems
from twitchcheck.content.checks.ids import finding_cycles, repeated_ids
from twitchcheck.content.checks.items import item_problems, measure_problems, subject_problems
from twitchcheck.content.checks.later import later_problems, plan_problems
from twitchcheck.content.checks.never_holds import NeverHolds
from twitchcheck.content.checks.numbers import number_problems
from twitchcheck.content.checks.parts import Complaint, all_entries
from twitchcheck.content.checks.placeholders import PlaceholderCheck
from twitchcheck.content.checks.rules import care_level_problems, red_flag_problems
from twitchcheck.content.checks.sources import reference_problems, source_problems
from twitchcheck.content.checks.unused import unused
from twitchcheck.rules.protocol import TriageProtocol

__all__ = ["Complaint", "cross_check", "loose_ends"]


def cross_check(protocol: TriageProtocol) -> Iterator[Complaint]:
    """Every problem between the entries that keeps the content from being used."""
    yield from repeated_ids(protocol)
    cycles = list(finding_cycles(protocol.questionnaire))
    yield from cycles
    condition_check, placeholders = ConditionCheck(protocol.questionnaire), PlaceholderCheck(protocol)
    for entry in all_entries(protocol):
        yield from source_problems(protocol, entry)
        yield from placeholders.problems(entry)
        yield from number_problems(entry)
        yield from condition_check.problems(entry)
    yield from item_problems(protocol.questionnaire, bool(cycles))
    yield from measure_problems(protocol.questionnaire)
    yield from red_flag_problems(protocol)
    yield from care_level_problems(protocol)
    yield from subject_problems(protocol)
    yield from edition_problems(protocol)
    yield from plan_problems(protocol)
    yield from later_problems(protocol.later)
    yield from reference_problems(protocol)


def loose_ends(protocol: TriageProtocol) -> Iterator[Complaint]:
    """What leads nowhere: parts that nothing uses, and conditions that can never hold.

    Content with loose ends works, so that somebody who is still writing can look at it in the window; `check` tells
    them all.
    """
    yield from unused(protocol)
    if any(finding_cycles(protocol.questionnaire)):
        return
    never_holds = NeverHolds(protocol.questionnaire)
    for entry in all_entries(protocol):
        yield from never_holds.problems(entry)
