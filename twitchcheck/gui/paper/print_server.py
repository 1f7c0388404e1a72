"""What the print server made of the pages, which Qt hands over without looking at the answer."""

import ctypes

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

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


def _refusal() -> str:
    """The last word of CUPS in this thread where it is an error; empty elsewhere and on other systems."""
    try:
        cups = ctypes.CDLL("libcups.so.2")  # the one that Qt has loaded, with what it remembers
    except OSError:
        return ""
    if 0 <= cups.cupsLastError() < _FIRST_ERROR:
        return ""
    cups.cupsLastErrorString.restype = ctypes.c_char_p
    return (cups.cupsLastErrorString() or b"no reason given").decode(errors="replace")
