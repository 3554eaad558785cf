"""The styles that code paints with, mixed from the colours of the theme.

They are no component classes: Textual would work out each of those for the screen three times before the first frame,
which takes as long as everything else that this program does there.
"""

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tuireader.domain.actor import ActorKind

STRONG = Style(bold=True)
_ATTRIBUTES = {
    "plain": Style.null(),
    "strong": STRONG,
    "italic": Style(italic=True),
    "upright": Style(italic=False),
    "struck": Style(strike=True),
    "underlined": Style(underline=True),
    "heading-1": Style(bold=True, underline=True),
    "heading-2": STRONG,
    "heading-3": Style(bold=True, italic=True),
    "current": Style(bold=True, reverse=True),
}
"""Those that are the same in every theme."""

_TINT = 0.14
"""How much of its colour a chosen actor's mention has in its background."""

_FADED = 0.4
"""How much of its colour a mention keeps while others are chosen; the rest is grey, as dark as can be read at ease."""

_CURSOR = 0.2
_SELECTED = 0.3
_CHIP = 0.08
_MARKED = 0.14
"""How much of the colour of notes marked words have in their background."""

UNDERLINED = Style(underline=True)


def inks_of(theme: Theme, variables: Mapping[str, str]) -> Mapping[str, Style]:
    """The styles for a theme.

    Args:
        theme: The theme.
        variables: Its colours by name, as Textual resolved them.

    Returns:
        Styles by name: `quiet`, `line`, `accent`, `chip`, `code`, `cursor`, `hit`, `selected`, `note`, `marked`, for
        each kind of actor `mention--KIND`, also with `-chosen` and `-faded`, and those without a colour, such as
        `strong` or `heading-1`; each is to be laid over the style of its widget.
    """
    names = ("background", "surface", "foreground", "primary", "accent", "note", "quiet", "line", *ActorKind)
    colours = tuple((str(name), variables[name]) for name in names)
    return _plain_inks(colours) if theme.ansi else _mixed_inks(colours)


@lru_cache(8)
def _mixed_inks(colours: tuple[tuple[str, str], ...]) -> Mapping[str, Style]:
    colour = {name: Color.parse(value) for name, value in colours}
    ground = colour["background"]
    inks = {
        **_ATTRIBUTES,
        "quiet": _ink(colour["quiet"]),
        "line": _ink(colour["line"]),
        "accent": _ink(colour["accent"]),
        "chip": _ink(None, colour["surface"].blend(colour["foreground"], _CHIP)),
        "code": _ink(None, colour["surface"]),
        "cursor": _ink(None, ground.blend(colour["primary"], _CURSOR)),
        "hit": _ink(ground, colour["accent"]),
        "selected": _ink(None, ground.blend(colour["primary"], _SELECTED)),
        "note": _ink(colour["note"]),
        "marked": _ink(None, ground.blend(colour["note"], _MARKED)) + UNDERLINED,
    }
    for kind in ActorKind:
        own = colour[kind]
        inks[f"mention--{kind}"] = _ink(own)
        inks[f"mention--{kind}-faded"] = _ink(colour["quiet"].blend(own, _FADED))
        inks[f"mention--{kind}-chosen"] = _ink(own, ground.blend(own, _TINT)) + STRONG
    return inks


@lru_cache(8)
def _plain_inks(colours: tuple[tuple[str, str], ...]) -> Mapping[str, Style]:
    """For themes with the terminal's own colours, or with none: these cannot be mixed, so attributes tell."""
    colour = {name: Color.parse(value) for name, value in colours}
    reverse = Style(reverse=True)
    inks = {
        **_ATTRIBUTES,
        **{name: _ink(colour[name]) for name in ("quiet", "line", "accent", "note")},
        "marked": Style(italic=True, underline=True),
        **{"chip": reverse, "code": Style.null(), "cursor": reverse, "hit": reverse, "selected": reverse},
    }
    for kind in ActorKind:
        inks[f"mention--{kind}"] = _ink(colour[kind]) + UNDERLINED
        inks[f"mention--{kind}-faded"] = _ink(colour[kind])
        inks[f"mention--{kind}-chosen"] = _ink(colour[kind]) + Style(bold=True, underline=True)
    return inks


def _ink(colour: Color | None, background: Color | None = None) -> Style:
    return Style.from_color(colour and colour.rich_color, background and background.rich_color)
