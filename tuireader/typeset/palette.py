"""The signs of the kinds of actors, and the colours of our two themes.

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
