"""Which answers are worse than others where their options have an order, and the times of a sign that is over."""

from collections.abc import Mapping

GRADES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "onset_speed": (("months", "weeks", "days", "sudden"),),
    "weak_spread": (("one_place", "same_limb", "other_limbs"),),
    "course": (("fading", "same", "more", "spreading"),),
    "often": (("now_and_then", "many", "constant"),),
}
"""Choices with grades, from the calmest to the worst or fastest. Rows, no/yes and scored choices need no entry."""

GONE = ("lately", "long_ago")
"""The times of a sign that is over."""
