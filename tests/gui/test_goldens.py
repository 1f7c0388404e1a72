"""Every page looks as it was agreed. A picture that differs is kept in build/ with the difference beside it."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.gui.driver import Driver
from tests.gui.goldens import COMMAND, FOLDER, path, pictures, save
from tests.gui.pictures import difference, differing
from twitchcheck.gui.look.theme import Scheme
from twitchcheck.questionnaire.answers import Answers

CHANGED = Path(__file__).parents[2] / "build" / "pictures"
MOST = 0.0002
"""The share of colour values that may differ: one short word of a page is more."""


@pytest.mark.skipif(sys.platform != "linux", reason="letters have other edges elsewhere; the pictures are Linux's")
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_page_looks_as_agreed(person: Driver, everything: Answers, scheme: Scheme) -> None:
    changed, names = [], set()
    for name, image in pictures(person, everything, scheme):
        names.add(name)
        agreed = QImage(str(path(name)))
        if agreed.isNull() or differing(image, agreed) > MOST:
            save(image, CHANGED / f"{name}.png")
            save(difference(image, agreed), CHANGED / f"{name}.difference.png")
            changed.append(name)
    gone = {one.stem for one in FOLDER.glob(f"*-{scheme}.png")} - names
    assert not changed, f"Look at {CHANGED}. If it is meant to be so: {COMMAND}"
    assert not gone, f"No page looks like these any more: {COMMAND}"


def test_the_pictures_stay_small() -> None:
    sizes = [one.stat().st_size for one in FOLDER.glob("*.png")]
    assert max(sizes) < 66_000
    assert sum(sizes) < 4_000_000
