"""Our two themes, calm as paper, and the colours that every other theme is lent.

The colours of the kinds follow the palette of Okabe and Ito (2008), which colour-blind eyes can tell apart: orange for
people, blue for countries, green for organisations; each has a contrast of at least 4.5 : 1 on its background.
"""

from textual.theme import Theme

DARK = Theme(
    name="night",
    dark=True,
    primary="#7aa2c8",
    secondary="#8a93a3",
    accent="#e8b45a",
    warning="#e8b45a",
    error="#e0787a",
    success="#5fb894",
    foreground="#d6d3cb",
    background="#16181c",
    surface="#1c1f24",
    panel="#252930",
    boost="#2b3038",
    variables={
        "person": "#f0a35c",
        "country": "#6cb6f0",
        "organisation": "#5cc8a0",
        "quiet": "#8b8f98",
        "line": "#3a3f48",
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
    primary="#2f5f8f",
    secondary="#5d6470",
    accent="#9a5a00",
    warning="#9a5a00",
    error="#a5282c",
    success="#00694a",
    foreground="#24262b",
    background="#faf8f2",
    surface="#f3f0e8",
    panel="#e8e4d9",
    boost="#e0dccf",
    variables={
        "person": "#a04a00",
        "country": "#0060a8",
        "organisation": "#00704e",
        "quiet": "#6a6c70",
        "line": "#cfcabd",
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
    variables={
        "ansi-background": "ansi_default",
        "person": "ansi_default",
        "country": "ansi_default",
        "organisation": "ansi_default",
        "quiet": "ansi_default",
        "line": "ansi_default",
    },
)
"""No colour at all, for those who set `NO_COLOR`; what matters is bold, underlined or reversed."""

VARIABLES = {name: DARK.variables[name] for name in ("person", "country", "organisation", "quiet", "line")}
"""What our stylesheets need and other themes do not have."""
