"""The agreed pictures of every page in both schemes. `python -m tests.gui.goldens` makes them anew."""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QPoint, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.calm_answers import calm_answers
from tests.conftest import DAY
from tests.gui import tour
from tests.gui.driver import Driver
from tests.gui.stories import EVERYTHING, PLANNER
from twitchcheck.app import read_stored
from twitchcheck.content.loader import load
from twitchcheck.gui.application import application, make_window
from twitchcheck.gui.look.theme import Scheme
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check, Day, Record, Twitching
from twitchcheck.records.verdict import USUAL_DAYS
from twitchcheck.resource_files import content_folder

FOLDER = Path(__file__).parent / "goldens"
COMMAND = ".venv/bin/python -m tests.gui.goldens"
WIDTH, HEIGHT, COLOURS = 1280, 800, 64


def pictures(person: Driver, answers: Answers, scheme: Scheme) -> Iterator[tuple[str, QImage]]:
    """Name and picture of each page, as the window shows it in one scheme on any machine."""
    QApplication.setCursorFlashTime(0)
    person.window.preferences.country = "GB"
    person.window.theme.choose_scheme(scheme)
    person.resize(WIDTH, HEIGHT)
    # Where nothing lies under the mouse, wherever it was left.
    QTest.mouseMove(person.window, QPoint(6, HEIGHT - 160))
    for stop in tour.pages(person, answers, unanswered=False, folds=False):
        yield f"{stop}-{scheme}", _picture(person)
    yield from plan_pictures(person, scheme)
    yield from record_pictures(person, scheme)


def plan_pictures(person: Driver, scheme: Scheme) -> Iterator[tuple[str, QImage]]:
    """Name and picture of the two-week plan: what can be tried, its sixth day, and the two weeks that are over."""
    session = person.session
    session.forget()
    person.hurry(calm_answers(session.protocol, PLANNER), "result")
    person.window.open_plan()
    tour.rest(person)
    yield f"plan_offer-{scheme}", _picture(person)
    session.begin_plan("caffeine")
    today = session.today
    for name, number, ratings in (("sixth_day", 6, (3, 3, 2, 2, 1)), ("over", 15, (3, 3, 2, 3, *[1] * 8, 0, 1))):
        for day, rating in enumerate(ratings, 1):
            session.give_day(day, Day(list(Twitching)[rating], day != 7 if day > USUAL_DAYS else None))
        session.today = partial(DAY.__add__, timedelta(days=number - 1))
        person.window.open_plan()
        tour.rest(person)
        yield f"plan_{name}-{scheme}", _picture(person)
    session.today = today


def record_pictures(person: Driver, scheme: Scheme) -> Iterator[tuple[str, QImage]]:
    """Name and picture of a file that is opened again: its first page, and a second check up to its result."""
    session = person.session
    session.forget()
    answers = calm_answers(session.protocol, PLANNER)
    told = ("09:30", "2026.11 (0000000)", Disposition.SELF_CARE)
    days = (DAY - timedelta(days=one) for one in (24, 3))
    session.open(Record(tuple(Check(answers, day, *told) for day in days)))
    tour.rest(person)
    yield f"record_start-{scheme}", _picture(person)
    person.window.check_again()
    person.hurry({**answers, "numb_area": "days", "worse_daily": "no", "often": "now_and_then"})
    tour.rest(person)
    yield f"record_review-{scheme}", _picture(person)
    person.go_on()
    tour.rest(person)
    yield f"record_result-{scheme}", _picture(person)


def _picture(person: Driver) -> QImage:
    return person.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def small(image: QImage) -> QImage:
    """The picture in its commonest colours, which takes a third of the room in a file."""
    commonest = Counter(memoryview(image.constBits()).cast("I")).most_common(COLOURS)
    exactly = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, [colour for colour, _ in commonest], exactly)


def path(name: str) -> Path:
    """Where an agreed picture is."""
    return FOLDER / f"{name}.png"


def save(image: QImage, file: Path) -> None:
    """Writes a picture as a PNG that is as small as it can be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file), quality=0):
        raise OSError(f"{file} could not be written")


def main() -> None:
    """Makes every picture anew, and takes away those of pages that are gone."""
    QLocale.setDefault(QLocale.c())
    app = application(sys.argv[:1])
    protocol = load(content_folder())
    made = set()
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            window = make_window(app, protocol, partial(read_stored, protocol), lambda: DAY)
            window.show()
            for name, image in pictures(Driver(window), calm_answers(protocol, EVERYTHING), scheme):
                save(small(image), path(name))
                made.add(path(name))
            window.session.forget()
            window.close()
    for old in set(FOLDER.glob("*.png")) - made:
        old.unlink()
    print(f"{len(made)} pictures in {FOLDER}, {sum(one.stat().st_size for one in made) / 1e6:.1f} MB")  # noqa: T201


if __name__ == "__main__":
    main()
