"""Where to go and how soon: the five care levels by name, which signs carry and rules conclude."""

from enum import StrEnum


class Disposition(StrEnum):
    """Where to go and how soon, from least to most urgent."""

    SELF_CARE = "self_care"
    ROUTINE = "routine"
    SOON = "soon"
    SAME_DAY = "same_day"
    EMERGENCY = "emergency"

    @property
    def urgency(self) -> int:
        """0 for self-care up to 4 for an emergency."""
        return _URGENCY[self]


_URGENCY = {disposition: urgency for urgency, disposition in enumerate(Disposition)}
