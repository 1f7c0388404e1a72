"""The colours of the look, light and dark, as plain values without Qt."""

from msgspec import Struct

from twitchcheck.questionnaire.disposition import Disposition


class Pair(Struct, frozen=True):
    """Text and the ground it stands on."""

    ink: str
    ground: str


class Tokens(Struct, frozen=True):
    """One colour for each job. `line` only decorates; `edge` outlines controls; `danger` is red text; `everywhere`
    fills a drawn body that is marked all over, `primary` the places that are marked on it."""

    ground: str
    card: str
    line: str
    edge: str
    ink: str
    soft_ink: str
    footer: str
    panel: str
    panel_ink: str
    panel_soft: str
    panel_done: str
    primary: str
    primary_hover: str
    on_primary: str
    tint: str
    hover: str
    trigger: str
    trigger_ink: str
    trigger_ground: str
    trigger_line: str
    track: str
    skin: str
    hair: str
    contour: str
    mouth: str
    everywhere: str
    calm: str
    calm_ink: str
    calm_ground: str
    danger: str
    error_ground: str
    levels: dict[Disposition, Pair]


LIGHT = Tokens(
    ground="#F7F5F1",
    card="#FFFFFF",
    line="#E3DFD8",
    edge="#7B878D",
    ink="#1B2A33",
    soft_ink="#5A6A73",
    footer="#FCFBF9",
    panel="#17404A",
    panel_ink="#FFFFFF",
    panel_soft="#B5CBD1",
    panel_done="#2B6B79",
    primary="#1D6576",
    primary_hover="#174F5D",
    on_primary="#FFFFFF",
    tint="#EEF6F7",
    hover="#FAFCFC",
    trigger="#C46F17",
    trigger_ink="#6B4300",
    trigger_ground="#FFF6E9",
    trigger_line="#F1D9AE",
    track="#ECE7DE",
    skin="#E4DDD1",
    hair="#B3A99A",
    contour="#9C9384",
    mouth="#6B5F55",
    everywhere="#6E9CA6",
    calm="#4F8A66",
    calm_ink="#22402F",
    calm_ground="#EDF3ED",
    danger="#A3131F",
    error_ground="#FDEEEA",
    levels={
        Disposition.SELF_CARE: Pair("#1E6B45", "#E6F2EA"),
        Disposition.ROUTINE: Pair("#184F8C", "#E6EEF9"),
        Disposition.SOON: Pair("#6B4300", "#FFF0CF"),
        Disposition.SAME_DAY: Pair("#8F2D0C", "#FDE3D6"),
        Disposition.EMERGENCY: Pair("#FFFFFF", "#A3131F"),
    },
)

DARK = Tokens(
    ground="#131A1D",
    card="#1C2529",
    line="#324047",
    edge="#75858D",
    ink="#E9EEF0",
    soft_ink="#A9B8BF",
    footer="#172024",
    panel="#0D2930",
    panel_ink="#F2F7F8",
    panel_soft="#9DB6BD",
    panel_done="#23606D",
    primary="#7CC4D4",
    primary_hover="#97D3E0",
    on_primary="#06262E",
    tint="#17333B",
    hover="#212C31",
    trigger="#DC8C3A",
    trigger_ink="#F0C48F",
    trigger_ground="#2E2416",
    trigger_line="#5A4422",
    track="#333D42",
    skin="#3B474D",
    hair="#56656D",
    contour="#7F919A",
    mouth="#12191C",
    everywhere="#57899A",
    calm="#6DA585",
    calm_ink="#D3E6DA",
    calm_ground="#1A2A22",
    danger="#FF9A96",
    error_ground="#3A1D1B",
    levels={
        Disposition.SELF_CARE: Pair("#93D8B0", "#16311F"),
        Disposition.ROUTINE: Pair("#A9CCF5", "#162C46"),
        Disposition.SOON: Pair("#F3CF86", "#3A2B0B"),
        Disposition.SAME_DAY: Pair("#FFB79B", "#45200F"),
        Disposition.EMERGENCY: Pair("#FFFFFF", "#C8303C"),
    },
)
