"""Answers that several tests of the window begin with."""

from collections.abc import Mapping

from twitchcheck.questionnaire.answers import Answer

EVERYTHING: Mapping[str, Answer] = {
    "pregnancy": "late",
    "places": ("eyelid", "calf"),
    "hoarse": "months",
    "lost": "months",
    "worse_daily": "no",
    "weak_side": "right",
    "onset_speed": "months",
    "lost_tasks": ("key",),
    "first_weak": "hand",
    "weak_spread": "one_place",
    "weak_pain": "painless",
    "weak_use": ("none",),
    "statin": "same",
    "thyroid_tablet": "less",
    "examined": "normal",
    "changed_since": "no",
}
"""What is said beyond the calm answers so that every page is asked and nothing is an emergency."""

PLANNER: Mapping[str, Answer] = {"places": ("eyelid",), "side": "left", "coffee": 5.0, "sleep": 5.5}
"""What is said beyond the calm answers so that a two-week plan is offered."""
