"""Contrast as WCAG 2 reckons it, and every pair of colours that meets on the screen."""

from collections.abc import Iterator
from typing import NamedTuple

from twitchcheck.gui.look.tokens import Tokens
from twitchcheck.questionnaire.disposition import Disposition

TEXT, CONTROL = 4.5, 3.0
"""The least contrast of text with its ground, and of what shows a control, its state or a number."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written as #rrggbb, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


TEXTS: dict[str, tuple[str, ...]] = {
    # Body text and headings: pages, cards, rows in each state, message bar, menus, footer, boxes
    "ink": ("ground", "card", "tint", "hover", "footer", "calm_ground", "error_ground", "trigger_ground"),
    # Hints, kickers, leads, placeholders
    "soft_ink": ("ground", "card", "tint", "hover", "trigger_ground"),
    # Links, source tags, the sign on a round button
    "primary": ("ground", "card", "tint", "calm_ground", "error_ground", "trigger_ground"),
    "on_primary": ("primary", "primary_hover"),
    "trigger_ink": ("ground", "card"),
    "calm_ink": ("calm_ground", "ground"),
    "danger": ("ground", "card"),
    "panel_ink": ("panel", "panel_done"),
    "panel_soft": ("panel",),
    # The number in the badge of the current step
    "panel": ("panel_ink",),
}
"""Text and the grounds it stands on."""

CONTROLS: dict[str, tuple[str, ...]] = {
    # Outlines of buttons, fields, cells, marks; handles of scroll bars; the muscle fibre
    "edge": ("ground", "card", "footer", "tint", "hover", "trigger_ground"),
    # Chosen marks and rows, the ring around what has the focus, bars and columns, marked places of the body
    "primary": ("ground", "card", "footer", "tint", "hover", "track", "skin"),
    # The body where "all over" is marked
    "everywhere": ("card",),
    # The outer ring around what is filled, with its inner ring or a gap between
    "ink": ("ground", "card", "footer", "trigger_ground"),
    "on_primary": ("primary",),
    "trigger": ("card", "ground", "track"),
    "panel_ink": ("panel_done",),
    "panel_soft": ("panel",),
    "danger": ("error_ground",),
    "calm": ("ground", "calm_ground"),
}
"""What shows a control, its state or a number, and what lies beside it."""

DECORATION = {"line", "trigger_line", "hair", "contour", "mouth"}
"""Lines that only set things apart, and what makes the body a body."""


class Meeting(NamedTuple):
    """Two colours that meet, and the least contrast that they need."""

    names: str
    one: str
    other: str
    least: float


def meetings(tokens: Tokens) -> Iterator[Meeting]:
    """Every pair of colours of a scheme that meets on the screen."""
    for table, least in ((TEXTS, TEXT), (CONTROLS, CONTROL)):
        for name, others in table.items():
            for other in others:
                yield Meeting(f"{name} on {other}", getattr(tokens, name), getattr(tokens, other), least)
    for level, pair in tokens.levels.items():
        yield Meeting(f"{level} on its ground", pair.ink, pair.ground, TEXT)
        if level is Disposition.EMERGENCY:
            # The disc and the button of the interruption; its level card is never shown.
            yield Meeting("alarm on ground", pair.ground, tokens.ground, CONTROL)
            continue
        for name in ("ink", "soft_ink", "primary"):
            yield Meeting(f"{name} on {level}", getattr(tokens, name), pair.ground, TEXT)
        yield Meeting(f"edge on {level}", tokens.edge, pair.ground, CONTROL)
