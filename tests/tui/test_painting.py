"""How the text is painted: by kind and by what is chosen, in any theme, and each row once."""

import asyncio

import pytest
from rich.console import RenderableType
from rich.style import Style
from textual.geometry import Offset
from textual.screen import Screen

from tests.tui.documents import HARBOUR, long_reading, opened
from tests.tui.sitting import Sitting, sit_down
from tuireader.tui.preferences import Preferences


async def test_each_kind_of_actor_has_a_colour_of_its_own() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        words = ["Ada Lund", "Norway", "Harbour Guild", "rained"]
        colours = {sitting.style_of(each, sitting.text).color for each in words}
        assert len(colours) == len(words)


async def test_each_kind_of_actor_has_a_sign_of_its_own() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        rows = sitting.list_rows(sitting.actors)
        assert [row[0] for row in rows] == ["◆", "●", "●", "■"]


async def test_mentions_do_not_move_the_words_around_them() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        coloured = sitting.text_rows()
    async with sit_down(opened(HARBOUR, cast=())) as sitting:
        assert sitting.text_rows() == coloured


async def test_chosen_mentions_are_bold_and_others_fade() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        before = [sitting.style_of(name, sitting.text) for name in ("Norway", "Zoë Marsh")]
        await sitting.press("a", "enter", "n")
        chosen, other = (sitting.style_of(name, sitting.text) for name in ("Norway", "Zoë Marsh"))
        assert (chosen.bold, other.bold) == (True, before[1].bold)
        assert chosen.bgcolor != before[0].bgcolor
        assert other.color != before[1].color


async def test_a_theme_changes_every_colour_of_the_screen_and_back() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        dark = _inks(sitting)
        await sitting.press("t")
        light = _inks(sitting)
        await sitting.press("t")
        assert not {pair for pair in dark if None not in pair} & light
        assert _inks(sitting) == dark


async def test_a_theme_changes_the_colours_of_mentions_that_were_painted_before() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        dark = sitting.style_of("Ada Lund", sitting.text)
        await sitting.press("t")
        assert sitting.style_of("Ada Lund", sitting.text).color != dark.color


@pytest.mark.parametrize("theme", [(), ("t",)])
@pytest.mark.parametrize("keys", [(), ("a", "enter"), ("a", "enter", "down", "a", "down", "space", "escape")])
async def test_words_of_the_text_stand_out_from_their_background(keys: tuple[str, ...], theme: tuple[str, ...]) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press(*theme, *keys)
        words = ["Ada Lund", "Norway", "Harbour Guild", "rained", "The letter"]
        faint = [each for each in words if contrast(sitting.style_of(each, sitting.text)) < 4.5]
        assert faint == []


async def test_a_row_is_painted_once() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        assert sitting.text.render_line(5) is sitting.text.render_line(5)


async def test_a_row_that_was_seen_before_is_not_painted_again() -> None:
    async with sit_down(long_reading()) as sitting:
        seen = sitting.text.render_line(8)
        await sitting.press("j")
        assert sitting.text.render_line(7) is seen


@pytest.mark.parametrize("keys", [["t"], ["a", "enter"], ["n"], ["slash", "r", "a", "i", "n"]])
async def test_what_looks_different_is_painted_again(keys: list[str]) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        seen = sitting.text.render_line(5)
        await sitting.press(*keys)
        assert sitting.text.render_line(5) is not seen


async def test_the_features_of_markdown_are_seen() -> None:
    async with sit_down(opened(HARBOUR), size=(120, 50)) as sitting:
        text = sitting.text
        assert sitting.style_of("The letter", text).bold
        assert sitting.style_of("twice", text).italic
        assert sitting.style_of("the letter.", text).underline
        assert sitting.style_of('lamp = "small"', text).bgcolor != sitting.style_of("rained", text).bgcolor
        assert any(row.startswith("▎ The light must burn") for row in sitting.text_rows())


NESTED = """\
> It is *twice* as long.
>
> - an item
>
> ```
> code
> ```
>
> | Lamp | Crowns |
> | ---- | -----: |
> | one  |      1 |

1. first
   > said so

| | |
|-|-|
| a | b |
"""


async def test_a_quote_has_its_bar_beside_everything_in_it() -> None:
    async with sit_down(opened(NESTED, cast=())) as sitting:
        rows = sitting.text_rows()
        assert [row.rstrip("─") for row in rows if row.startswith("▎")] == [
            "▎ It is twice as long.",
            "▎",
            "▎ • an item",
            "▎",
            "▎   code",
            "▎",
            "▎ Lamp   Crowns",
            "▎ ",
            "▎ one         1",
            "▎ said so",
        ]


async def test_emphasis_in_a_quote_is_upright() -> None:
    async with sit_down(opened(NESTED, cast=())) as sitting:
        styles = {words: sitting.style_of(words, sitting.text) for words in ("It is", "twice", "an item", "code")}
        assert [bool(style.italic) for style in styles.values()] == [True, False, True, False]


async def test_the_first_row_of_a_table_without_heads_is_plain() -> None:
    async with sit_down(opened(NESTED, cast=())) as sitting:
        assert sitting.style_of("Lamp", sitting.text).bold
        assert not sitting.style_of("a   b", sitting.text).bold


async def test_the_background_of_nested_code_begins_behind_the_bar() -> None:
    async with sit_down(opened(NESTED, cast=())) as sitting:
        bar = sitting.place_of("▎   code", sitting.text)
        styles = [sitting.style_at(bar + Offset(x, 0)).bgcolor for x in range(4)]
        assert styles[0] == styles[1] != styles[2] == styles[3]


async def test_underscored_words_of_a_plain_text_are_in_italics() -> None:
    source = "It was a _long_ way, said Ada,\nand _nobody\nwent_ there."
    async with sit_down(opened(source, name="a.txt")) as sitting:
        assert sitting.shows("It was a long way, said Ada, and nobody went there.")
        assert sitting.style_of("long", sitting.text).italic
        assert sitting.style_of("went", sitting.text).italic
        assert not sitting.style_of("there", sitting.text).italic


async def test_without_colours_mentions_are_underlined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(opened(HARBOUR), preferences=Preferences(is_colourless=True)) as sitting:
        assert sitting.style_of("Ada Lund", sitting.text).underline
        assert not sitting.style_of("rained", sitting.text).underline


async def test_without_colours_nothing_is_painted_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(opened(HARBOUR), preferences=Preferences(is_colourless=True)) as sitting:
        await sitting.press("a", "enter", "f")
        colours = {colour for style in sitting.styles() for colour in (style.color, style.bgcolor)}
        assert all(colour is None or colour.is_default for colour in colours)


async def test_without_colours_the_row_under_the_cursor_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(opened(HARBOUR), preferences=Preferences(is_colourless=True)) as sitting:
        await sitting.press("a", "down")
        assert sitting.style_of("Ada Lund", sitting.actors).reverse
        assert not sitting.style_of("Norway", sitting.actors).reverse


async def test_without_colours_the_theme_key_brings_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit_down(opened(HARBOUR), preferences=Preferences(is_colourless=True)) as sitting:
        await sitting.press("t")
        colours = {colour for style in sitting.styles() for colour in (style.color, style.bgcolor)}
        assert all(colour is None or colour.is_default for colour in colours)


def _inks(sitting: Sitting) -> set[tuple[object, object]]:
    """All pairs of colour and background on the screen."""
    return {(style.color, style.bgcolor) for style in sitting.styles()}


def contrast(style: Style) -> float:
    """The contrast of a colour on its background, as WCAG counts it."""
    assert style.color is not None
    assert style.bgcolor is not None
    lighter, darker = sorted(
        (_luminance(*colour.get_truecolor()) for colour in (style.color, style.bgcolor)), reverse=True
    )
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(*channels: int) -> float:
    shares = (channel / 255 for channel in channels)
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("key", ["left_square_bracket", "n", "o", "g"])
async def test_all_that_a_key_does_is_painted_in_one_frame(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.choose("norw")
        await sitting.press("G")
        frames = []
        paint = sitting.app._display

        def count(screen: Screen[object], renderable: RenderableType | None) -> None:
            if renderable is not None and not sitting.app._batch_count:
                frames.append(renderable)
            paint(screen, renderable)

        monkeypatch.setattr(sitting.app, "_display", count)
        await sitting.press(key)
        await asyncio.sleep(0.2)
        assert len(frames) == 1


async def test_a_key_goes_through_our_themes_and_round() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        seen = []
        for _ in range(4):
            seen.append(sitting.app.theme)
            await sitting.press("T")
        assert len(set(seen)) == 4
        assert sitting.app.theme == seen[0]
