"""The print server: whether it answers at all, and what it made of the pages, which Qt hands over without a look."""

import ctypes
from threading import Thread

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

PATIENCE = 5_000
"""Milliseconds that the print server is given to name its printers."""

_LOOK_AGAIN = 20
_FIRST_ERROR = 0x400
"""Lower status codes of the Internet Printing Protocol tell of success."""


def check_arrival(printer: QPrinter) -> None:
    """Raises OSError with the reason when the pages just painted were not taken, or wait at a printer that stopped."""
    name = printer.printerName()
    reason = _refusal()
    if reason:
        raise OSError(f"“{name}” did not take the pages: {reason.rstrip('.')}.")
    if QPrinterInfo.printerInfo(name).state() is QPrinter.PrinterState.Error:
        raise OSError(f"“{name}” has stopped, so the pages wait there. See to it, or print to another printer.")


def answers_in_time(patience: int = PATIENCE) -> bool:
    """Whether the print server names its printers within `patience` milliseconds; true on systems without CUPS.

    Qt asks it the same in the thread of the window, and would wait for ever. So it is asked beside the window first,
    which goes on being painted, in a thread that a server without an answer may keep: it ends with the program.
    """
    cups = _cups()
    if cups is None:
        return True
    asking = Thread(target=lambda: cups.cupsGetDests(ctypes.byref(ctypes.c_void_p())), daemon=True)
    asking.start()
    waiting = QEventLoop()
    look, end = QTimer(), QTimer()
    look.timeout.connect(lambda: None if asking.is_alive() else waiting.quit())
    look.start(_LOOK_AGAIN)
    end.timeout.connect(waiting.quit)
    end.start(patience)
    waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return not asking.is_alive()


def _cups() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL("libcups.so.2")  # the one that Qt has loaded, with what it remembers
    except OSError:
        return None


def _refusal() -> str:
    """The last word of CUPS in this thread where it is an error; empty elsewhere and on other systems."""
    cups = _cups()
    if cups is None:
        return ""
    if 0 <= cups.cupsLastError() < _FIRST_ERROR:
        return ""
    cups.cupsLastErrorString.restype = ctypes.c_char_p
    return (cups.cupsLastErrorString() or b"no reason given").decode(errors="replace")
