"""When saving fails: the reason stands in the window, the answers stay, and no half file is left."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver, pdf_pages
from twitchcheck.gui.paper.details_dialog import DetailsDialog
from twitchcheck.questionnaire.answers import Answers

KINDS = pytest.mark.parametrize(
    ("entry", "suffix"), [("savePdfAction", "pdf"), ("savePageAction", "html"), ("saveTextAction", "txt")]
)


def missing_folder(tmp_path: Path, suffix: str) -> Path:
    return tmp_path / "missing" / f"out.{suffix}"


def below_a_file(tmp_path: Path, suffix: str) -> Path:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    return tmp_path / "file" / f"out.{suffix}"


def a_folder(tmp_path: Path, suffix: str) -> Path:
    (tmp_path / f"out.{suffix}").mkdir()
    return tmp_path / f"out.{suffix}"


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow beyond a few hundred bytes, as on a disk without room."""
    resource = pytest.importorskip("resource", reason="only Unix can limit the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@KINDS
@pytest.mark.parametrize("place", [missing_folder, below_a_file, a_folder])
def test_a_place_that_cannot_be_written(
    person: Driver,
    dialogs: Dialogs,
    eyelid: Answers,
    tmp_path: Path,
    place: Callable[[Path, str], Path],
    entry: str,
    suffix: str,
) -> None:
    dialogs.target = place(tmp_path, suffix)
    person.hurry(eyelid, "result")
    given, before = person.answers, files(tmp_path)
    person.choose_from_menu(entry)
    assert person.message().startswith(f"That did not work. {dialogs.target} cannot be written: ")
    assert person.message().endswith("Your answers are still here.")
    assert (person.place, person.answers) == ("result", given)
    assert files(tmp_path) == before
    person.click("closeMessage")
    assert person.message() == ""


@KINDS
def test_a_full_disk_leaves_the_older_file_as_it_was(
    person: Driver, dialogs: Dialogs, eyelid: Answers, tmp_path: Path, entry: str, suffix: str
) -> None:
    dialogs.target = tmp_path / f"out.{suffix}"
    dialogs.target.write_text("an older one", encoding="utf-8")
    person.hurry(eyelid, "result")
    given, before = person.answers, files(tmp_path)
    with full_disk():
        person.choose_from_menu(entry)
    assert person.message().startswith("That did not work.")
    assert (person.place, person.answers) == ("result", given)
    assert files(tmp_path) == before


def test_after_a_failure_another_place_works(person: Driver, dialogs: Dialogs, eyelid: Answers, tmp_path: Path) -> None:
    dialogs.target = missing_folder(tmp_path, "pdf")
    person.hurry(eyelid, "result")
    person.click("savePdf")
    assert person.message().startswith("That did not work.")
    dialogs.target = tmp_path / "out.pdf"
    person.click("savePdf")
    assert person.message() == f"Saved as {dialogs.target}."
    assert len(pdf_pages(dialogs.target)) == 2


def test_an_older_file_is_replaced(person: Driver, dialogs: Dialogs, eyelid: Answers) -> None:
    dialogs.target.write_text("an older one", encoding="utf-8")
    person.hurry(eyelid, "result")
    person.click("savePdf")
    assert len(pdf_pages(dialogs.target)) == 2


def test_a_message_goes_with_its_page(person: Driver, dialogs: Dialogs, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    person.click("savePdf")
    assert person.message()
    person.back()
    assert person.message() == ""


def test_without_a_printer_nothing_is_asked_and_the_way_round_is_told(
    person: Driver, dialogs: Dialogs, eyelid: Answers
) -> None:
    dialogs.printers = []
    person.hurry(eyelid, "result")
    given = person.answers
    person.click("print")
    assert person.message().startswith("No printer can be found.")
    assert "Save as PDF" in person.message()
    assert (dialogs.asked, person.answers) == ([], given)


def test_the_web_page_holds_the_result_and_the_sheet_with_the_name(
    person: Driver, dialogs: Dialogs, eyelid: Answers, tmp_path: Path
) -> None:
    dialogs.name, dialogs.target = "Kim Example", tmp_path / "out.html"
    person.hurry(eyelid, "result")
    assert "screen reader" in person.action("savePageAction").text()
    person.choose_from_menu("savePageAction")
    assert dialogs.asked == ["details", "place"]
    assert dialogs.suggested == ["Muscle twitch check 2026-11-23.html"]
    assert person.message() == f"Saved as {dialogs.target}."
    page = dialogs.target.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "Name Kim Example" in page
    assert page.index(person.label("action")) < page.index("For the doctor")


def test_the_web_page_of_an_interruption_asks_for_a_place_alone(
    person: Driver, dialogs: Dialogs, calm: Callable[..., Answers], tmp_path: Path
) -> None:
    dialogs.target = tmp_path / "out.html"
    person.hurry(calm(), "head_throat")
    person.answer("face_droop", "today")
    assert person.place == "interruption"
    person.choose_from_menu("savePageAction")
    assert dialogs.asked == ["place"]
    page = dialogs.target.read_text(encoding="utf-8")
    assert page.index("For the crew") < page.index("For the doctor")


def test_nobody_who_turns_back_gets_a_web_page(
    person: Driver, dialogs: Dialogs, eyelid: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialogs.target = tmp_path / "out.html"
    person.hurry(eyelid, "result")
    monkeypatch.setattr(DetailsDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    person.choose_from_menu("savePageAction")
    assert dialogs.asked == []
    assert not dialogs.target.exists()
