"""The body beside the list of places: one answer, shown twice."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from tests.gui.driver import Driver
from twitchcheck.gui.asking.body_map import SLACK, WIDTH
from twitchcheck.gui.look.figures import figure
from twitchcheck.gui.look.theme import Scheme, tokens
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import NONE, ItemPicture
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]

POINTS = {
    "eyelid": [(240, 93), (200, 93)],
    "face": [(75, 52), (235, 128)],
    "tongue": [(213, 148)],
    "hand": [(147, 247), (17, 247), (423, 247)],
    "arm": [(137, 154), (302, 154)],
    "chest": [(70, 124)],
    "trunk": [(90, 184), (370, 160)],
    "thigh": [(102, 294), (373, 228)],
    "calf": [(102, 358), (62, 358), (338, 350)],
    "foot": [(103, 444), (378, 444)],
}
"""Where somebody would point at each place, in the units of the drawing; a place is in front, at the back, or both."""

NECK = (82, 84)
BESIDE = (220, 300)


@pytest.fixture
def at_places(person: Driver, calm: Calm) -> Driver:
    """Somebody who is asked where it twitches."""
    person.hurry(calm().without("places").without("side"), "places")
    return person


def drawing(person: Driver) -> QWidget:
    return person.find("mapDrawing")


def spot(point: tuple[float, float]) -> QPoint:
    scale = WIDTH / figure("body").width
    return QPoint(round(point[0] * scale), round(point[1] * scale))


def click(person: Driver, point: tuple[float, float]) -> None:
    QTest.mouseClick(drawing(person), Qt.MouseButton.LeftButton, pos=spot(point))
    person.settle()


def colour(person: Driver, point: tuple[float, float]) -> QColor:
    person.settle()
    return drawing(person).grab().toImage().pixelColor(spot(point))


def test_each_place_of_the_list_is_on_the_figure_and_no_other(protocol: TriageProtocol) -> None:
    (item,) = (item for item in protocol.questionnaire.items.values() if item.picture is ItemPicture.BODY)
    options = {option.id for option in item.options}
    shapes = figure(ItemPicture.BODY).shapes
    assert set().union(*(shape.parts for shape in shapes)) == options
    assert {shape.part for shape in shapes} - {""} == options - {"all_over"} == set(POINTS)


@pytest.mark.parametrize("place", POINTS)
def test_a_click_on_the_figure_ticks_the_list_and_another_one_takes_it_back(at_places: Driver, place: str) -> None:
    for point in POINTS[place]:
        click(at_places, point)
        assert at_places.ticked("places") == (place,)
        assert at_places.answers["places"] == (place,)
        click(at_places, point)
        assert at_places.ticked("places") == ()
        assert "places" not in at_places.answers


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_tick_in_the_list_colours_the_figure(at_places: Driver, scheme: Scheme) -> None:
    at_places.window.theme.choose_scheme(scheme)
    for place, points in POINTS.items():
        assert {colour(at_places, point).name() for point in points} == {tokens().skin.lower()}, place
        at_places.click(f"places.{place}")
        assert {colour(at_places, point).name() for point in points} == {tokens().primary.lower()}, place
    at_places.click(f"places.{NONE}")
    for points in POINTS.values():
        assert {colour(at_places, point).name() for point in points} == {tokens().skin.lower()}


def test_all_over_colours_everything_and_a_place_still_stands_out(at_places: Driver) -> None:
    at_places.click("places.all_over")
    for point in (NECK, *(point for points in POINTS.values() for point in points)):
        assert colour(at_places, point) == QColor(tokens().everywhere)
    click(at_places, POINTS["calf"][0])
    assert at_places.ticked("places") == ("calf", "all_over")
    QTest.mouseMove(drawing(at_places), spot(BESIDE))
    assert colour(at_places, POINTS["calf"][0]) == QColor(tokens().primary)
    assert colour(at_places, NECK) == QColor(tokens().everywhere)


@pytest.mark.parametrize("point", [NECK, BESIDE, (358, 30)])
def test_beside_the_places_nothing_is_clicked_or_named(at_places: Driver, point: tuple[int, int]) -> None:
    before = at_places.label("mapLabel")
    click(at_places, point)
    assert "places" not in at_places.answers
    assert at_places.label("mapLabel") == before


def test_a_press_that_is_let_go_elsewhere_counts_for_nothing(at_places: Driver) -> None:
    QTest.mousePress(drawing(at_places), Qt.MouseButton.LeftButton, pos=spot(POINTS["calf"][0]))
    QTest.mouseRelease(drawing(at_places), Qt.MouseButton.LeftButton, pos=spot(POINTS["foot"][0]))
    assert "places" not in at_places.answers


@pytest.mark.qt_log_ignore("does not support raise", extend=True)  # a tool tip without a screen
def test_the_mouse_over_a_place_names_it(at_places: Driver) -> None:
    map_drawing = drawing(at_places)
    before = at_places.label("mapLabel")
    QTest.mouseMove(map_drawing, spot(POINTS["hand"][0]))
    assert at_places.label("mapLabel") == "Hand or thumb"
    assert colour(at_places, POINTS["hand"][2]) == QColor(tokens().tint)
    where = spot(POINTS["hand"][0])
    QApplication.sendEvent(map_drawing, QHelpEvent(QEvent.Type.ToolTip, where, map_drawing.mapToGlobal(where)))
    assert QToolTip.text() == "Hand or thumb"
    QTest.mouseMove(map_drawing, spot(BESIDE))
    assert at_places.label("mapLabel") == before
    QToolTip.hideText()


def test_every_place_is_as_large_as_a_button() -> None:
    scale = WIDTH / figure("body").width
    for shape in figure("body").shapes:
        if shape.part:
            box = shape.path.boundingRect()
            assert min(box.width(), box.height()) * scale + 2 * SLACK >= 24, shape.part


def test_the_figure_follows_back_and_change(at_places: Driver) -> None:
    click(at_places, POINTS["calf"][0])
    click(at_places, POINTS["eyelid"][0])
    at_places.click("side.left")
    at_places.go_on()
    at_places.back()
    assert at_places.ticked("places") == ("eyelid", "calf")
    assert colour(at_places, POINTS["calf"][2]) == QColor(tokens().primary)
    at_places.go_on()
    at_places.hurry({}, "review")
    at_places.change("places")
    assert colour(at_places, POINTS["calf"][2]) == QColor(tokens().primary)
    click(at_places, POINTS["calf"][2])
    at_places.go_on()
    assert at_places.reviewed("places") == "Eyelid"


def test_keys_and_screen_readers_use_the_list(at_places: Driver) -> None:
    map_drawing = drawing(at_places)
    assert map_drawing.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert map_drawing.accessibleName() == "Front and back of a body"
    assert map_drawing.accessibleDescription() == "Marked: nothing. The list of places does the same."
    at_places.click("places.calf")
    click(at_places, POINTS["eyelid"][0])
    assert map_drawing.accessibleDescription() == "Marked: Eyelid, Calf. The list of places does the same."


def test_in_a_narrow_window_the_list_stands_alone(at_places: Driver) -> None:
    at_places.resize(1280, 800)
    assert at_places.seen("mapDrawing")
    at_places.resize(800, 600)
    assert not at_places.seen("mapDrawing")
    at_places.click("places.calf")
    at_places.resize(1280, 800)
    assert colour(at_places, POINTS["calf"][0]) == QColor(tokens().primary)


def test_right_to_left_the_figure_is_not_mirrored(at_places: Driver, qapp: QApplication) -> None:
    before = drawing(at_places).grab().toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert drawing(at_places).grab().toImage() == before
        assert (
            drawing(at_places).mapTo(at_places.window, QPoint()).x()
            > at_places.find("places.calf").mapTo(at_places.window, QPoint()).x()
        )
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
