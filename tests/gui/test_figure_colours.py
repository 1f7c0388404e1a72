"""What is told apart on a figure by its colour has enough contrast, in both schemes."""

import pytest
from PySide6.QtGui import QColor

from twitchcheck.gui.tokens import DARK, LIGHT, Tokens

PAIRS = [
    *(("primary", "skin"), ("everywhere", "card"), ("primary", "card"), ("primary", "tint")),
    *(("edge", "trigger_ground"), ("ink", "card"), ("ink", "trigger_ground")),
]


def luminance(colour: str) -> float:
    channels = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_contrast(scheme: Tokens, first: str, second: str) -> None:
    lower, higher = sorted((luminance(getattr(scheme, first)), luminance(getattr(scheme, second))))
    assert (higher + 0.05) / (lower + 0.05) >= 3, (first, second)
