"""Answers that several tests of the window begin with."""

from collections.abc import Mapping

from twitchcheck.questionnaire.answers import Answer

EVERYTHING: Mapping[str, Answer] = {
    "pregnancy": "late",
    "places": ("eyelid", "calf"),
    "kind": "both",
    "felt": ("tingling",),
    "sensation": "comes_goes",
    "weakness": "lost_task",
    "lost_tasks": ("key",),
    "weakness_speed": "months",
    "weakness_side": "right",
    "weakness_pain": "painful",
    "mouth": ("voice",),
    "mouth_speed": "months",
    "medicines": ("statin", "thyroid"),
    "medicines_new": ("none",),
    "medicines_stopped": ("thyroid",),
    "examined": "normal",
    "changed_since": "no",
}
"""What is said beyond the calm answers so that every page is asked and nothing is an emergency."""
