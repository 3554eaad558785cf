"""The signs of the kinds of actors, and the colours of our themes.

Those of the kinds follow the palette of Okabe and Ito (2008), which colour-blind eyes can tell apart: orange for
people, blue for countries, green for organisations, purple for notes; each has a contrast of at least 4.5 : 1 on its
background.
"""

from collections.abc import Mapping

from tuireader.domain.actor import ActorKind

SIGNS = {ActorKind.PERSON: "●", ActorKind.COUNTRY: "◆", ActorKind.ORGANISATION: "■"}
"""The sign carries the meaning, the colour helps."""

NIGHT: Mapping[str, str] = {
    "foreground": "#d6d3cb",
    "background": "#16181c",
    "surface": "#1c1f24",
    "primary": "#7aa2c8",
    "accent": "#e8b45a",
    "quiet": "#8b8f98",
    "line": "#3a3f48",
    "person": "#f0a35c",
    "country": "#6cb6f0",
    "organisation": "#5cc8a0",
    "note": "#d99bc4",
}
"""Dark."""

PAPER: Mapping[str, str] = {
    "foreground": "#24262b",
    "background": "#faf8f2",
    "surface": "#f3f0e8",
    "primary": "#2f5f8f",
    "accent": "#9a5a00",
    "quiet": "#6a6c70",
    "line": "#cfcabd",
    "person": "#a04a00",
    "country": "#0060a8",
    "organisation": "#00704e",
    "note": "#8c3a72",
}
"""Light."""

CONTRAST: Mapping[str, str] = {
    "foreground": "#ffffff",
    "background": "#000000",
    "surface": "#101010",
    "primary": "#9cc8ff",
    "accent": "#ffd75f",
    "quiet": "#c0c0c0",
    "line": "#8a8a8a",
    "person": "#ea9f7b",
    "country": "#879de8",
    "organisation": "#0bf305",
    "note": "#ffd75f",
}
"""Dark with a contrast of at least 7 : 1 for all that is read."""

DISTINCT: Mapping[str, str] = {
    **NIGHT,
    "person": "#d08508",
    "country": "#678af2",
    "organisation": "#77fd8b",
}
"""Dark, with kinds as far apart as can be for eyes without one of the three receptors of colour.

Chosen by search for the largest distance in CIELAB of any two of them, and of each from plain text, to normal eyes and
in the simulations of Machado, Oliveira and Fernandes (2009): at least 34, where the first theme has 10.
"""

PALETTES: Mapping[str, Mapping[str, str]] = {"night": NIGHT, "paper": PAPER, "contrast": CONTRAST, "distinct": DISTINCT}
"""Our themes by their names, in the order in which a key goes through them."""
