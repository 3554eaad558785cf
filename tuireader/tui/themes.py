"""Our own themes, calm as paper, and the colours that every other theme is lent."""

from collections.abc import Mapping

from textual.theme import Theme

from tuireader.typeset.palette import CONTRAST, DISTINCT, NIGHT, PAPER

_OURS = ("person", "country", "organisation", "note", "quiet", "line")
"""Colours that other programs with such themes do not have."""


def _our_colours(palette: Mapping[str, str]) -> dict[str, str]:
    return {name: palette[name] for name in _OURS}


def _dark(name: str, palette: Mapping[str, str]) -> Theme:
    return Theme(
        name=name,
        dark=True,
        primary=palette["primary"],
        secondary="#8a93a3",
        accent=palette["accent"],
        warning="#e8b45a",
        error="#e0787a",
        success="#5fb894",
        foreground=palette["foreground"],
        background=palette["background"],
        surface=palette["surface"],
        panel="#252930",
        boost="#2b3038",
        variables={
            **_our_colours(palette),
            "block-cursor-background": "#33445a",
            "block-cursor-foreground": "#f2efe6",
            "block-cursor-text-style": "none",
            "input-cursor-background": palette["foreground"],
            "input-selection-background": "#7aa2c8 35%",
            "screen-selection-background": "#7aa2c8 40%",
        },
    )


DARK = _dark("night", NIGHT)
"""Dark."""

HIGH_CONTRAST = _dark("contrast", CONTRAST)
"""White on black."""

COLOUR_BLIND = _dark("distinct", DISTINCT)
"""Dark, with kinds that eyes without one of the receptors of colour tell apart."""

LIGHT = Theme(
    name="paper",
    dark=False,
    primary=PAPER["primary"],
    secondary="#5d6470",
    accent=PAPER["accent"],
    warning="#9a5a00",
    error="#a5282c",
    success="#00694a",
    foreground=PAPER["foreground"],
    background=PAPER["background"],
    surface=PAPER["surface"],
    panel="#e8e4d9",
    boost="#e0dccf",
    variables={
        **_our_colours(PAPER),
        "block-cursor-background": "#cfdcea",
        "block-cursor-foreground": "#16181c",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#24262b",
        "input-selection-background": "#2f5f8f 30%",
        "screen-selection-background": "#2f5f8f 30%",
    },
)
"""Light."""

COLOURLESS = Theme(
    name="colourless",
    ansi=True,
    primary="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={"ansi-background": "ansi_default", **dict.fromkeys(_OURS, "ansi_default")},
)
"""No colour at all, for those who set `NO_COLOR`; what matters is bold, underlined or reversed."""

OURS = (DARK, LIGHT, HIGH_CONTRAST, COLOUR_BLIND)
"""Those that a key goes through."""

VARIABLES = _our_colours(NIGHT)
"""What our stylesheets need and other themes do not have."""
