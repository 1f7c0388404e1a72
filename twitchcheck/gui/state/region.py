"""Where the person is, as the system's own settings say: for the paper in the tray and the number to ring."""

import os

from PySide6.QtCore import QLocale

PAPER, TELEPHONE = "LC_PAPER", "LC_TELEPHONE"
"""What a Unix system can set apart from the language: a German may read English and have German paper."""


def country(category: str) -> str:
    """The two-letter code of the country for `category`; where that is not set, that of the language."""
    for name in ("LC_ALL", category):
        locale = QLocale(os.environ.get(name, ""))
        if "_" in os.environ.get(name, "") and locale.territory() is not QLocale.Country.AnyTerritory:
            return QLocale.territoryToCode(locale.territory())
    return QLocale.territoryToCode(QLocale.system().territory())
