"""A language that nobody speaks, to see what a translation would do: our own texts with accents, 40 % longer, and
marked as read from right to left."""

import re
from typing import Any

import msgspec
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from twitchcheck.content.person_texts import READ
from twitchcheck.questionnaire.items import AnswerOption, Item, Measure, Scale
from twitchcheck.questionnaire.wording import PLACEHOLDER
from twitchcheck.rules.protocol import EmergencyNumber, Source, TriageProtocol

_ACCENTS = str.maketrans("acdeghiklnorstuwyACDEGHIKLNORSTUWY", "áçďéĝĥíķļñóŕśţúŵýÁÇĎÉĜĤÍĶĻÑÓŔŚŢÚŴÝ")
_VOWEL = re.compile(r"[aeiou]")
_BEGIN, _END, _FILLING = "\N{RIGHT-TO-LEFT MARK}[!! ", " !!]", " éñ"
LONGER = 1.4

_FIELDS: dict[type, tuple[str, ...]] = {
    **READ,
    Item: (*READ[Item], "brief", "none_brief", "unit"),
    AnswerOption: (*READ[AnswerOption], "brief"),
    Measure: (*READ[Measure], "unit", "brief"),
    Scale: ("unit", "units"),
    Source: ("tag", "title", "publisher"),
    EmergencyNumber: ("name",),
}


def lengthened(text: str) -> str:
    """The text with accents and at least 40 % longer, its placeholders as they are."""
    if not text.strip() or _BEGIN in text:
        return text
    words = PLACEHOLDER.split(text)
    for place in range(0, len(words), 2):
        words[place] = _VOWEL.sub(lambda vowel: vowel[0] * 2, words[place]).translate(_ACCENTS)
    made = "".join(f"{{{one}}}" if place % 2 else one for place, one in enumerate(words))
    missing = len(text) * LONGER - len(made) - len(_BEGIN + _END)
    return f"{_BEGIN}{made}{_FILLING * max(0, round(missing / len(_FILLING)))}{_END}"


def translated(protocol: TriageProtocol) -> TriageProtocol:
    """The protocol with every text that is shown lengthened."""
    made: TriageProtocol = _translated(protocol)
    return made


def _translated(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_translated(one) for one in value)
    if not isinstance(value, msgspec.Struct):
        return value
    names = _FIELDS.get(type(value), ())
    fields = {
        name: lengthened(old) if name in names else _translated(old)
        for name in value.__struct_fields__
        for old in (getattr(value, name),)
    }
    return msgspec.structs.replace(value, **fields)


def translate_the_rest(window: QWidget) -> None:
    """Lengthens what is shown but does not come from the content, such as the words on buttons."""
    shown: list[QLabel | QAbstractButton] = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    for one in shown:
        if len(one.text()) > 1 and not one.text()[0].isdecimal():
            one.setText(lengthened(one.text()))
