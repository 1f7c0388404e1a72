"""The country whose emergency number is told: a link to change it, and the list that a click on it opens."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from twitchcheck.gui.state.preferences import Preferences
from twitchcheck.gui.widgets.labels import link
from twitchcheck.gui.widgets.list_box import ListBox
from twitchcheck.rules.protocol import TriageProtocol


class CountryChoice(QWidget):
    """Until somebody chooses one, it is that of the system's telephone, and is not remembered."""

    chosen = Signal()

    def __init__(self, protocol: TriageProtocol, preferences: Preferences) -> None:
        super().__init__()
        self._protocol = protocol
        self._preferences = preferences
        self._list: ListBox | None = None
        self._link = link("Change country", "changeCountry")
        self._link.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._link)
        row.addStretch(1)
        self._name_link()

    def _open(self) -> None:
        if self._list is None:
            self._list = self._made()
            layout = self.layout()
            if isinstance(layout, QHBoxLayout):
                layout.insertWidget(0, self._list)
        self._link.hide()
        self._list.show()
        self._list.setFocus()
        self._list.showPopup()

    def _made(self) -> ListBox:
        made = ListBox()
        made.setObjectName("country")
        made.setAccessibleName("Country")
        protocol = self._protocol
        for entry in (*sorted(protocol.emergency_numbers, key=lambda one: one.name), protocol.edition.fallback_number):
            made.addItem(entry.name, entry.country)
        made.setCurrentIndex(made.findData(protocol.emergency_number(self._preferences.country).country))
        made.activated.connect(self._choose)
        return made

    def _choose(self) -> None:
        if self._list is not None:
            self._preferences.country = self._list.currentData()
            self._list.hide()
        self._link.show()
        self._link.setFocus()
        self._name_link()
        self.chosen.emit()

    def _name_link(self) -> None:
        name = self._protocol.emergency_number(self._preferences.country).name
        self._link.setAccessibleName(f"Change country: {name}")
