"""Somebody who goes through the check with a screen reader: finds by name and role, acts, reads and listens."""

from collections.abc import Mapping

from tests.desktop.screen_reader import Node, ScreenReader
from tests.desktop.tools import until
from twitchcheck.questionnaire.answers import Answer
from twitchcheck.questionnaire.interview import may_be_left, nothing_of
from twitchcheck.questionnaire.items import NO, NOT_SURE, Item, ItemType, Page
from twitchcheck.questionnaire.wording import worded
from twitchcheck.rules.protocol import TriageProtocol

GOING_ON = ("Start", "Check again", "Go on", "Continue", "Check my answers", "See my result")
"""What the button that leads on is called, depending on the page."""

MISTAKE = "I ticked this by mistake"

BUTTON, BOX, CHOICE, WORDS, LABEL, GROUP, PAGE = (
    *("push button", "check box", "radio button", "text", "label", "panel", "filler"),
)


class Person:
    """`pages` keeps what showed on every page that was read, by the name of the page."""

    def __init__(self, reader: ScreenReader, protocol: TriageProtocol) -> None:
        self.reader = reader
        self.protocol = protocol
        self.pages: dict[str, list[Node]] = {}
        self._words = next(iter(protocol.edition.person.values()))

    def page(self) -> str:
        """The name of the page that shows; none while one page takes the place of another."""
        self.reader.look()
        return self._page()

    def read(self) -> str:
        """Reads the page that shows, and keeps it; its name."""
        name = until(self.page, "a page with a name")
        self.pages[name] = self.reader.shown
        return name

    def texts(self) -> list[str]:
        """Every sentence that shows."""
        return [node.name for node in self.reader.look() if node.role == LABEL and node.name]

    def interrupted(self) -> bool:
        """Whether the interruption showed at the last look."""
        return bool(self.reader.named(MISTAKE, BUTTON))

    def go_on(self) -> str:
        """Presses the button that leads on, as it was seen last; the name of the page that comes."""
        before = self._page()
        self.press_on()
        return self.next_page(before)

    def press_on(self) -> None:
        """Presses the button that leads on, wherever that leads."""
        button = next(node for node in self.reader.shown if node.role == BUTTON and node.name in GOING_ON)
        self.reader.act(button, "Press")

    def next_page(self, before: str) -> str:
        """The name of the page that takes the place of the page `before`."""
        until(lambda: self.page() not in ("", before), f"the page after {before!r}")
        return self.read()

    def walk(self, answers: Mapping[str, Answer], target: str) -> str:
        """Answers every question that shows, page after page, up to one whose name begins with `target`,
        or to an interruption; the name of that page."""
        page = self.read()
        while not page.startswith(target):
            self.answer(answers)
            if self.interrupted():
                return self.read()
            page = self.go_on()
        return page

    def answer(self, answers: Mapping[str, Answer]) -> None:
        """Gives the answers to the questions of the page that was read; those too that open meanwhile. What is left
        of rows and lists gets the page's own words for "none of these"."""
        done: dict[str, Item] = {}
        while asked := [item for item in self._asked() if item.id in answers and item.id not in done]:
            self.give(asked[0], answers[asked[0].id])
            done[asked[0].id] = asked[0]
            if self.interrupted():
                return
        left = [self._page_of(item) for item in done.values() if self._is_left(item, answers[item.id])]
        if left:
            self._leave(left[0])

    def give(self, item: Item, answer: Answer) -> None:
        """Answers one question of those seen last, and sees that the answer has arrived."""
        question = self.worded(item.text)
        if item.type is ItemType.TEXT:
            (field,) = self.reader.named(question, WORDS)
            self.reader.write(field, str(answer))
            until(lambda: self.reader.find(question, WORDS).text == answer, f"{answer!r} in {question!r}")
        elif item.type is ItemType.AMOUNT:
            self._give_amount(item, question, answer)
        elif item.is_row:
            if answer not in (NO, NOT_SURE):
                self._tick_row(item, question, str(answer))
        elif not self._is_left(item, answer):
            for option in answer if isinstance(answer, tuple) else (str(answer),):
                self._tick(question, self.worded(item.option_by_id[option].text))
        if item.id == self.protocol.edition.person_item:
            self._words = self.protocol.edition.person[str(answer)]

    def _page_of(self, item: Item) -> Page:
        return self.protocol.questionnaire.page_of_item[item.id]

    def _is_left(self, item: Item, answer: Answer) -> bool:
        """Whether the answer is that of what the page's "none of these" answers; amounts are typed."""
        is_left = item.type is not ItemType.AMOUNT and may_be_left(self._page_of(item), item)
        return is_left and answer == nothing_of(item)

    def worded(self, text: str) -> str:
        """A content text in the words for this person."""
        return worded(text, self._words)

    def _give_amount(self, item: Item, question: str, answer: Answer) -> None:
        if answer == NOT_SURE:
            name = f"{item.brief}: {item.not_sure}"
            self.reader.act(self.reader.find(name, BOX), "Toggle")
            until(lambda: self.reader.find(name, BOX).checked, f"{name!r} ticked")
        elif self.reader.named(f"{question} {answer:g}", CHOICE):
            self._choose(f"{question} {answer:g}")
        else:
            (field,) = self.reader.named(question, WORDS)
            assert isinstance(answer, int | float)
            self.reader.write(field, f"{answer:g}")
            until(lambda: self.reader.find(question, WORDS).text == f"{answer:g}", f"{answer:g} in {question!r}")
            for scale in item.scales:
                if scale.factor == 1:
                    self._choose(f"{question} in {scale.units}")

    def _tick_row(self, item: Item, question: str, answer: str) -> None:
        """Ticks a row and chooses since when."""
        self.reader.act(self.reader.find(question, BOX), "Toggle")
        until(lambda: self.reader.find(question, BOX).checked, f"{question!r} ticked")
        if len(item.steps) > 1:
            (ask,) = (one.ask for one in self.protocol.questionnaire.courses if one.id == item.course)
            option = item.option_by_id[answer]
            if option.tucked:
                self._in(f"{question}: {ask}", "More\N{HORIZONTAL ELLIPSIS}", BUTTON, "Press")
            group, time = f"{question}: {ask}", self.worded(option.text)
            self._in(group, time, CHOICE, "Toggle")
            until(lambda: self._chosen_in(group, time), f"{time!r} chosen")

    def _chosen_in(self, group: str, name: str) -> bool:
        """Also once an interruption has taken the place of the page."""
        self.reader.look()
        inside = [node for one in self.reader.named(group, GROUP) for node in self.reader.inside(one)]
        return self.interrupted() or any(node.name == name and node.checked for node in inside)

    def _in(self, group: str, name: str, role: str, action: str) -> None:
        """Does what something in a group offers, once it shows there."""

        def found() -> list[Node]:
            self.reader.look()
            holders = self.reader.named(group, GROUP)
            return [
                node for one in holders for node in self.reader.inside(one) if (node.name, node.role) == (name, role)
            ]

        (node,) = until(found, f"{name!r} in {group!r}")
        self.reader.act(node, action)

    def _leave(self, page: Page) -> None:
        """Says that none of the other rows fits."""
        words = (self.worded(page.none), "None of the others")

        def box() -> list[Node]:
            self.reader.look()
            return [node for word in words for node in self.reader.named(word, BOX)]

        (card,) = until(box, f"{words[0]!r}")
        if not card.checked:
            self.reader.act(card, "Toggle")
            until(lambda: box()[0].checked, f"{words[0]!r} ticked")

    def _choose(self, name: str) -> None:
        self.reader.act(self.reader.find(name, CHOICE), "Toggle")
        until(lambda: self.reader.find(name, CHOICE).checked, f"{name!r} chosen")

    def _tick(self, question: str, option: str) -> None:
        row = self._row(question, option)
        if not row.checked:
            self.reader.act(row, "Toggle")
            until(lambda: self.reader.look() and self._ticked(question, option), f"{option!r} ticked")

    def _ticked(self, question: str, option: str) -> bool:
        """Also once an interruption has taken the place of the page."""
        return self.interrupted() or self._row(question, option).checked

    def _row(self, question: str, option: str) -> Node:
        (group,) = self.reader.named(question, GROUP)
        (row,) = (node for node in self.reader.inside(group) if node.name == option)
        return row

    def _page(self) -> str:
        return next((node.name for node in self.reader.shown if node.role == PAGE and node.name), "")

    def _asked(self) -> list[Item]:
        names = {node.name for node in self.reader.shown if node.role in (GROUP, WORDS)}
        boxes = {node.name for node in self.reader.shown if node.role == BOX}
        items = self.protocol.questionnaire.items.values()
        return [item for item in items if self.worded(item.text) in (boxes if item.is_row else names)]
