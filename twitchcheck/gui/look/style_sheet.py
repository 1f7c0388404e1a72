"""The style sheet, written once with names for colours and sizes and filled from the tokens."""

from collections.abc import Iterator
from string import Template

from twitchcheck.gui.look.tokens import Tokens
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.resource_files import resource_folder

SIZES = {
    "small": 0.87,
    "body": 1.0,
    "lead": 1.1,
    "title": 1.2,
    "appTitle": 1.35,
    "huge": 1.55,
    "heading": 1.93,
    "alarm": 2.6,
}
"""The type scale, relative to the base size."""

_TEMPLATE = Template("""
QMainWindow, QDialog { background: $ground; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: 4px 6px; }
QMenuBar { background: $footer; color: $ink; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected { background: $tint; border-radius: 4px; }
QMenu { background: $card; color: $ink; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 22px; border-radius: 5px; }
QMenu::item:selected { background: $tint; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

#wizardGround { background: $footer; }
#pageFrame { background: $ground; border: none; border-bottom: 1px solid $line; }
QScrollArea, #pageContent, #interruption, #planPage { background: $ground; border: none; }

QLabel { color: $ink; background: transparent; }
QLabel[look="kicker"], QLabel[look="hint"] { color: $soft_ink; font-size: ${small}px; }
QLabel[look="soft"] { color: $soft_ink; }
QLabel[look="heading"] { font-family: "Inter Display", "Inter"; font-size: ${heading}px; font-weight: 600; }
QLabel[look="alarm"] { font-family: "Inter Display", "Inter"; font-size: ${alarm}px; font-weight: 600; }
QLabel[look="lead"] { font-size: ${lead}px; }
QLabel[look="subheading"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="section"] { font-size: ${lead}px; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="big"] { font-size: ${title}px; font-weight: 600; }
QLabel[look="huge"] { font-family: "Inter Display", "Inter"; font-size: ${huge}px; font-weight: 600; }
QLabel[look="count"] { font-size: ${huge}px; font-weight: 700; }
QLabel[look="error"] { color: $danger; font-weight: 500; }
QLabel[look="calm"], QLabel[look="strongCalm"] { color: $calm_ink; }
QLabel[look="strongCalm"] { font-weight: 600; }
QLabel[look="open"] { color: $trigger_ink; font-style: italic; }
QLabel[look="trigger"] { color: $trigger_ink; }

QFrame[look="card"] { background: $card; border: 1px solid $line; border-radius: 12px; }
QFrame[look="bar"] { background: $footer; border: none; border-top: 1px solid $line; }
QFrame[look="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="note"] {
    background: $calm_ground; border: none; border-$start: 4px solid $calm; border-top-$end-radius: 8px;
    border-bottom-$end-radius: 8px;
}
QFrame[look="calmCard"] { background: $calm_ground; border: none; border-radius: 12px; }
QFrame[look="measure"] { background: $card; border: 1px solid $line; border-radius: 12px; }
QFrame[look="measure"][over="true"] { background: $trigger_ground; border-color: $trigger_line; }
QFrame[look="errors"] {
    background: $error_ground; border: none; border-$start: 4px solid $danger; border-top-$end-radius: 8px;
    border-bottom-$end-radius: 8px;
}

QPushButton {
    background: $card; color: $ink; border: 1px solid $edge; border-radius: 9px; padding: 9px 20px;
    font-weight: 600;
}
QPushButton:hover { background: $tint; }
QPushButton:focus { border: 2px solid $primary; padding: 8px 19px; }
QPushButton:disabled { color: $edge; border-color: $line; }
QPushButton::menu-indicator { image: none; }
QPushButton[look="primary"] { background: $primary; color: $on_primary; border: 1px solid $primary; }
QPushButton[look="primary"]:hover,
QPushButton[look="primary"]:pressed {
    background: $primary_hover; border-color: $primary_hover;
}
QPushButton[look="primary"]:focus {
    border: 2px solid $ink; outline: 2px solid $on_primary; outline-radius: 6px; outline-offset: -3px;
}
QPushButton[look="danger"] { background: $alarm_ground; color: $on_alarm; border: 1px solid $alarm_ground; }
QPushButton[look="danger"]:hover { border-color: $ink; }
QPushButton[look="danger"]:focus {
    border: 2px solid $ink; outline: 2px solid $on_alarm; outline-radius: 6px; outline-offset: -3px;
}
QPushButton[look="link"] {
    background: transparent; color: $primary; border: none; border-radius: 4px; padding: 3px 2px 3px 0;
    font-weight: 500; text-align: left;
}
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { text-decoration: underline; background: $tint; }
QPushButton[look="round"] {
    border-radius: ${half_round}px; padding: 0; min-width: ${round}px; max-width: ${round}px;
    min-height: ${round}px; max-height: ${round}px; color: $primary; font-size: ${title}px; font-weight: 500;
}
QPushButton[look="round"]:focus { border: 2px solid $primary; padding: 0; }

QComboBox, QLineEdit, QPlainTextEdit {
    background: $card; color: $ink; border: 1px solid $edge; border-radius: 8px; padding: 7px 9px;
    selection-background-color: $primary; selection-color: $on_primary;
}
QComboBox:focus, QLineEdit:focus, QPlainTextEdit:focus {
    border: 2px solid $primary; padding: 6px 8px;
}
QLineEdit[look="number"] { font-size: ${lead}px; font-weight: 600; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0; background: transparent; }
QToolBar QLineEdit, QToolBar QComboBox { padding: 2px 4px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$icons/chevron-down.svg"); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: $card; color: $ink; border: 1px solid $line; selection-background-color: $tint;
    selection-color: $ink;
}

QListWidget {
    background: $footer; color: $ink; border: none; border-right: 1px solid $line; padding: 14px 8px; outline: 0;
}
QListWidget::item { padding: 8px 12px; border: 2px solid transparent; border-radius: 8px; margin: 2px 0; }
QListWidget::item:selected { background: $tint; color: $primary; }
QListWidget::item:selected:focus { border-color: $primary; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 3px; min-height: 36px; margin: 2px 3px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

#sidePanel { background: $panel; }
#sidePanel QLabel { color: $panel_soft; }
#sidePanel #appTitle { color: $panel_ink; font-size: ${appTitle}px; font-weight: 600; }
#sidePanel #appSubtitle, #sidePanel #privacy { font-size: ${small}px; }
""")


def style_sheet(tokens: Tokens, base: float, from_left: bool) -> str:
    """The style sheet for these colours, with `base` pixels for body text, read from the left or from the right."""
    names = {name: str(getattr(tokens, name)) for name in tokens.__struct_fields__}
    names |= {name: f"{base * factor:.0f}" for name, factor in SIZES.items()}
    # A round button is as wide as high; with its border, half of that is the radius.
    names |= {"round": f"{base * 2.2:.0f}", "half_round": f"{int(round(base * 2.2) / 2) + 1}"}
    names |= {"start": "left", "end": "right"} if from_left else {"start": "right", "end": "left"}
    alarm_pair = tokens.levels[Disposition.EMERGENCY]
    names |= {"alarm_ground": alarm_pair.ground, "on_alarm": alarm_pair.ink}
    names["icons"] = (resource_folder() / "icons").as_posix()
    return _TEMPLATE.substitute(names) + "".join(_level_rules(tokens))


def _level_rules(tokens: Tokens) -> Iterator[str]:
    for level, pair in tokens.levels.items():
        yield f'QFrame[level="{level}"] {{ background: {pair.ground}; border: none; border-radius: 14px; }}\n'
        yield f'QLabel[levelInk="{level}"] {{ color: {pair.ink}; font-weight: 600; }}\n'
        yield (
            f'QLabel[pill="{level}"] {{ color: {pair.ink}; background: {pair.ground}; '
            "border-radius: 9px; padding: 2px 10px; font-weight: 600; }\n"
        )
