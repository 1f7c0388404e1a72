"""The file that the checks are kept in once it has a name: every change goes into it by itself."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from twitchcheck.gui.state.session import Session
from twitchcheck.records.stored_file import ChangedElsewhereError, GoneElsewhereError, StoredFile
from twitchcheck.records.writing import record_text

_SOON = 300
"""Milliseconds from a change to the saving of it: who types fast has several letters saved at once."""

_ELSEWHERE = (
    "{name} was changed by another window or program. Nothing there was overwritten, and what you change here is not "
    "saved. Use “Save as” in the File menu, or open the file again."
)
_GONE = (
    "{name} was deleted or moved, so nothing is saved any more unless you choose “Save” or “Save as” in the File menu; "
    "your answers are still here."
)
_FAILED = "{name} could not be saved: {why}. Your answers are still here. Try “Save” again, or “Save as”."


class Document(QObject):
    """Keeps the session in its file. `changed` tells of another name, or that what is shown is saved or is not any
    more; `failed` says in a sentence why it could not be saved."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._stored: StoredFile | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self.save_by_itself)
        session.changed.connect(self._note_change)
        session.exchanged.connect(self._note_change)

    @property
    def path(self) -> Path | None:
        """The file, None while it has no name."""
        return None if self._stored is None else self._stored.path

    def go_on_with(self, stored: StoredFile) -> None:
        """Takes the file that the session was opened from."""
        self._stored = stored
        self._timer.stop()
        self.changed.emit()

    def leave(self) -> None:
        """Lets go of the file; it stays as it is."""
        self._stored = None
        self._timer.stop()
        self.changed.emit()

    def save_as(self, path: Path) -> None:
        """Saves everything in another file and goes on with that one; raises OSError where it can't be written."""
        stored = StoredFile(path)
        self._write(stored)
        self._stored = stored
        self.changed.emit()

    def save(self) -> bool:
        """Saves what has changed because the person asks for it, where there is a file for it; one that has gone is
        made anew. Whether all is saved."""
        stored = self._stored
        return self._save_in(stored if stored is None or stored.path.exists() else StoredFile(stored.path))

    def save_by_itself(self) -> bool:
        """The same unasked: a file that has gone stays away. Whether all is saved."""
        return self._save_in(self._stored)

    def _save_in(self, stored: StoredFile | None) -> bool:
        """Where nothing has changed, the file stays as it is, in whatever form. A session that was forgotten empties no
        file; one in which the last answer was taken back does."""
        self._timer.stop()
        record, unsaved = self._session.record, self._session.unsaved
        if stored is None or not (unsaved or record.checks or record.plans):
            return not unsaved
        if not unsaved and stored.path.exists():
            return True
        try:
            self._write(stored)
        except GoneElsewhereError:
            self.failed.emit(_GONE.format(name=stored.path.name))
            return False
        except ChangedElsewhereError:
            self.failed.emit(_ELSEWHERE.format(name=stored.path.name))
            return False
        except OSError as error:
            self.failed.emit(_FAILED.format(name=stored.path.name, why=error.strerror or error))
            return False
        self._stored = stored
        self.changed.emit()
        return True

    def _write(self, stored: StoredFile) -> None:
        standing = self._session.standing
        stored.write(record_text(self._session.record))
        self._session.note_saved(standing)

    def _note_change(self) -> None:
        if self._stored is not None and self._session.unsaved and not self._timer.isActive():
            self._timer.start()  # not once more for each letter, or somebody who types on would have nothing saved
        self.changed.emit()
