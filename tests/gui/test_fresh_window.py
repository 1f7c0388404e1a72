"""A window that has lived through much shows, and would print, what a fresh one does for the same answers."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLabel, QPlainTextEdit, QWidget

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver
from twitchcheck.gui.paper.details_dialog import Details
from twitchcheck.questionnaire.answers import Answers

Opener = Callable[[], Driver]

PASSING = ("why", "words", "checkAgain.link")
"""Folds: open or closed as somebody left them a moment ago, whatever the answers are."""


def shown(person: Driver) -> list[tuple[str, ...]]:
    """What can be read on the page, ticked and pressed, and what would be printed. Not what passes: a reproach for an
    answer that was missing when Continue was pressed, and what is unfolded."""
    person.settle()
    window = person.window
    holder = window.interruption if person.place == "interruption" else person.wizard.current_page()
    seen: list[tuple[str, ...]] = [(person.place,)]
    seen += [_read(one) for one in _visible(holder)]
    buttons = [person.button(one) for one in ("back", "next", "newCheck") if person.seen(one)]
    seen += [(one.objectName(), one.text(), str(one.isEnabled())) for one in buttons]
    names = ("previewAction", "printAction", "savePdfAction", "saveTextAction", "copySummary", "saveAs")
    seen += [(name, str(person.action(name).isEnabled())) for name in names]
    if person.action("printAction").isEnabled():
        seen.append(tuple(window.handing_out._pages(Details()).parts))
        seen.append((window.handing_out._summary(),))
    return seen


def _visible(holder: QWidget) -> Iterator[QWidget]:
    for one in holder.findChildren(QWidget):
        if isinstance(one, QLabel | QAbstractButton | QAbstractSpinBox | QPlainTextEdit) and one.isVisible():
            around: QWidget | None = one
            while around is not None and around.property("look") not in ("errors", "error"):
                around = around.parentWidget()
            if around is None:
                yield one


def _read(one: QWidget) -> tuple[str, ...]:
    told = (type(one).__name__, one.objectName(), one.accessibleName(), str(one.isEnabled()))
    if isinstance(one, QAbstractButton):
        return (*told, one.text(), str(one.isChecked()))
    if isinstance(one, QPlainTextEdit):
        return (*told, one.toPlainText())
    return (*told, one.text() if isinstance(one, QLabel | QAbstractSpinBox) else "")


def go_where(fresh: Driver, person: Driver) -> bool:
    """Gives a fresh window the answers, and brings it to the page; False where an answer before it is missing, or where
    a check has only been begun, which no file holds."""
    check = person.session.standing.check
    if check.as_on and not check.at:
        return False
    fresh.session.open(person.session.record)
    fresh.wizard.start_again()
    for item_id, draft in person.session.drafts.items():
        fresh.session.begin(item_id, draft)
    fresh.wizard._walking = True
    while fresh.wizard.currentId() != person.wizard.currentId():
        before = fresh.wizard.currentId()
        fresh.wizard.next()
        if fresh.wizard.currentId() == before:
            break
    fresh.wizard._walking = False
    if fresh.wizard.currentId() != person.wizard.currentId():
        return False
    fresh.wizard._last = -1
    fresh.wizard._changing = person.wizard._changing
    fresh.wizard._arrive(fresh.wizard.currentId())
    return True


class Hand:
    """Clicks, types and opens at random, as far as it can be reached."""

    def __init__(self, person: Driver, dialogs: Dialogs, folder: Path, given: Answers, seed: int) -> None:
        self.person = person
        self.dialogs = dialogs
        self.folder = folder
        self.given = dict(given)
        self.chance = Random(seed)
        dialogs.target = folder / "mine.twitchcheck"

    def act(self) -> None:
        self.dialogs.click = self.chance.choice(["forgetThem", "forgetThem", "saveThem", "keep"])
        acts = {
            self.tick: 30,
            self.go_on: 16,
            self.fill: 12,
            self.back: 5,
            self.open: 9,
            self.anew: 3,
            self.preview: 4,
            self.save: 3,
            self.change: 6,
            self.look: 4,
        }
        if self.person.place == "interruption":
            acts = {self.undo: 8, self.seen: 4, self.open: 4, self.anew: 2, self.preview: 2, self.look: 1}
        self.chance.choices(list(acts), list(acts.values()))[0]()

    def _names(self, *prefixes: str) -> list[str]:
        page = self.person.wizard.current_page()
        buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        return [one.objectName() for one in buttons if one.objectName().startswith(prefixes)]

    def tick(self) -> None:
        asked = self.person.asked()
        names = [name for name in self._names("leftAlone.", *asked) if not name.endswith(".others")]
        if names:
            self.person.click(self.chance.choice(names))

    def go_on(self) -> None:
        if self.person.seen("next"):
            self.person.go_on()

    def fill(self) -> None:
        """The whole page, calmly."""
        self.person.answer_page(self.given)

    def back(self) -> None:
        if self.person.seen("back"):
            self.person.back()

    def undo(self) -> None:
        self.person.click("mistake")

    def seen(self) -> None:
        if self.person.seen("seen"):
            self.person.click("seen")

    def open(self) -> None:
        path = self.folder / f"{self.chance.randint(0, 99)}.twitchcheck"
        answers = dict(self.given)
        rows = [one.id for one in self.person.session.questionnaire.items.values() if one.is_row]
        for row in self.chance.sample(rows, self.chance.choice([0, 1, 3])):
            answers[row] = self.chance.choice(self.person.session.questionnaire.items[row].steps).id
        for missing in self.chance.sample(list(answers), self.chance.choice([0, 0, 1])):
            del answers[missing]
        day = self.chance.choice(["2026-11-23", "2026-10-03", "2031-01-01"])
        path.write_text(json.dumps({"answers": answers, "date": day}), encoding="utf-8")
        self.person.window.open_file(path)

    def anew(self) -> None:
        self.person.choose_from_menu("newCheckAction")

    def preview(self) -> None:
        if self.person.action("previewAction").isEnabled():
            target, self.dialogs.target = self.dialogs.target, self.folder / "out.pdf"
            self.person.choose_from_menu("previewAction")
            self.dialogs.target = target

    def save(self) -> None:
        if self.person.action("saveAs").isEnabled():
            self.person.choose_from_menu("saveAs")

    def change(self) -> None:
        names = self._names("change.", "checkAgain")
        if names and self.person.place in ("review", "result"):
            self.person.click(self.chance.choice(names))

    def look(self) -> None:
        self.person.choose_from_menu(self.chance.choice(["text+10", "text-10", "textUsual", "scheme.dark"]))


def live(hand: Hand, fresh: Driver, steps: int) -> tuple[int, int]:
    """Takes random steps and compares after each; how often that was possible, and how often at an interruption."""
    compared = interruptions = 0
    for step in range(steps):
        hand.act()
        person = hand.person
        fresh.window.theme.choose_text_size(person.window.theme.text_size)
        fresh.window.theme.choose_scheme(person.window.theme.scheme)
        is_there = go_where(fresh, person)
        fresh.settle()
        if is_there or person.place == "interruption":
            assert shown(fresh) == shown(person), f"step {step}"
            compared += 1
            interruptions += person.place == "interruption"
    return compared, interruptions


def test_a_window_that_has_lived_shows_what_a_fresh_one_does(
    person: Driver, open_window: Opener, dialogs: Dialogs, eyelid: Answers, tmp_path: Path
) -> None:
    # With an emergency in each file, so that interruptions are among what is compared.
    hand = Hand(person, dialogs, tmp_path, eyelid.with_answer("gasping", "today"), 1)
    hand.open()
    compared, interruptions = live(hand, open_window(), 8)
    assert compared > 4
    assert interruptions


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_the_same_in_two_hundred_steps(
    person: Driver, open_window: Opener, dialogs: Dialogs, eyelid: Answers, tmp_path: Path, seed: int
) -> None:
    compared, _ = live(Hand(person, dialogs, tmp_path, eyelid, seed), open_window(), 20)
    assert compared > 8
