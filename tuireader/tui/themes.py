"""Our two themes, calm as paper, and the colours that every other theme is lent."""

from collections.abc import Mapping

from textual.theme import Theme

from tuireader.typeset.palette import NIGHT, PAPER

_OURS = ("person", "country", "organisation", "note", "quiet", "line")
"""Colours that other programs with such themes do not have."""


def _our_colours(palette: Mapping[str, str]) -> dict[str, str]:
    return {name: palette[name] for name in _OURS}


DARK = Theme(
    name="night",
    dark=True,
    primary=NIGHT["primary"],
    secondary="#8a93a3",
    accent=NIGHT["accent"],
    warning="#e8b45a",
    error="#e0787a",
    success="#5fb894",
    foreground=NIGHT["foreground"],
    background=NIGHT["background"],
    surface=NIGHT["surface"],
    panel="#252930",
    boost="#2b3038",
    variables={
        **_our_colours(NIGHT),
        "block-cursor-background": "#33445a",
        "block-cursor-foreground": "#f2efe6",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#d6d3cb",
        "input-selection-background": "#7aa2c8 35%",
        "screen-selection-background": "#7aa2c8 40%",
    },
)
"""Dark."""

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

VARIABLES = _our_colours(NIGHT)
"""What our stylesheets need and other themes do not have."""
