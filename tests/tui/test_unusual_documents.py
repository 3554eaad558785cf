"""Documents that could do harm, or that are not what one expects."""

import pytest

from tests.tui.documents import HARBOUR, actor, opened
from tests.tui.sitting import MEDIUM, NARROW, WIDE, sit_down
from tuireader.domain.actor import ActorKind
from tuireader.domain.reading import NOTHING

ESCAPES = "one\x1b[31mtwo\x1b]0;title\x07three\x9b5mfour\u202efive\u2066six\x0eseven\x08eight\x7f"
HARMFUL = [
    *map(chr, range(0x20)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
]
SIZES = [WIDE, MEDIUM, NARROW]


@pytest.mark.parametrize("name", ["a_note.md", "a_note.txt"])
async def test_control_characters_of_a_document_never_reach_the_screen(name: str) -> None:
    plain = "Plain words. " * 40
    source = f"# {ESCAPES}\n\n{plain}\n\n{ESCAPES}\n"
    async with sit_down(opened(source, name=name), size=WIDE) as sitting:
        await sitting.press("f")
        assert {sign for row in sitting.screen_rows() for sign in row}.isdisjoint(HARMFUL)
        assert sitting.shows("one\ufffd[31mtwo")


async def test_control_characters_of_a_search_never_reach_the_screen() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("slash")
        await sitting.write("a\x1b[31m\u202eb")
        await sitting.press("enter")
        assert {sign for row in sitting.screen_rows() for sign in row}.isdisjoint(HARMFUL)


@pytest.mark.parametrize("size", SIZES)
async def test_square_brackets_are_never_markup(size: tuple[int, int]) -> None:
    boxed = actor(ActorKind.PERSON, "[bold]Ada[/bold] [/]")
    source = "# [red]Title[/red]\n\n[/] [Smith] [link=x] and [bold]Ada[/bold] [/] end.\n"
    state = opened(source.replace("[", "\\["), cast=[boxed])
    async with sit_down(state, size=size) as sitting:
        assert sitting.shows("[red]Title[/red]")
        assert sitting.shows("[/] [Smith] [link=x]")
        await sitting.press("f", "enter", "f")
        await sitting.write("[x]")
        assert sitting.shows("“[x]”")


async def test_an_actor_with_square_brackets_is_listed_and_chosen_as_it_is() -> None:
    boxed = actor(ActorKind.PERSON, "[bold]Ada[/bold]")
    source = "By \\[bold]Ada\\[/bold] and \\[bold]Ada\\[/bold] alone.\n"
    async with sit_down(opened(source, cast=[boxed])) as sitting:
        await sitting.press("a", "up", "f")
        assert any("[bold]Ada[/bold]" in row for row in sitting.list_rows(sitting.actors))
        assert any("[bold]Ada[/bold]" in row for row in sitting.list_rows(sitting.matches))


async def test_nothing_at_all_can_be_shown() -> None:
    async with sit_down(NOTHING) as sitting:
        await sitting.press("n", "]", "G", "f", "escape", "s", "enter", "o", "slash", "x", "enter", "pagedown")
        assert sitting.shows("q quit")


async def test_a_document_of_one_word_is_wholly_read() -> None:
    async with sit_down(opened("Word\n", cast=())) as sitting:
        assert sitting.shows("100%")


@pytest.mark.parametrize("size", SIZES)
async def test_a_very_long_word_is_broken_and_not_lost(size: tuple[int, int]) -> None:
    word = "".join(f"{number:04}" for number in range(200))
    async with sit_down(opened(f"{word}\n", cast=()), size=size) as sitting:
        assert "".join(sitting.text_rows())[: len(word)] == word


async def test_a_very_long_line_is_wrapped_between_its_words() -> None:
    words = [f"w{number}" for number in range(20_000)]
    async with sit_down(opened(" ".join(words) + "\n", cast=())) as sitting:
        await sitting.press("G")
        assert " ".join(sitting.text_rows()).split()[-100:] == words[-100:]


async def test_wide_characters_take_two_cells_and_stay_inside_the_view() -> None:
    async with sit_down(opened("北海の漁業" * 60 + "\n", cast=()), size=NARROW) as sitting:
        rows = [sitting.text.render_line(y) for y in range(sitting.text.size.height)]
        assert {row.cell_length for row in rows} == {sitting.text.size.width}
        assert "".join(sitting.text_rows()).startswith("北海の漁業北海の漁業")


async def test_a_mention_in_wide_characters_is_coloured_as_a_whole() -> None:
    guild = actor(ActorKind.ORGANISATION, "北海 Guild")
    async with sit_down(opened("The 北海 Guild met.\n", cast=[guild])) as sitting:
        colours = {sitting.style_of(part, sitting.text).color for part in ("北", "Guild")}
        assert colours == {sitting.style_of("■").color}


@pytest.mark.parametrize("hidden", ["\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH NO-BREAK SPACE}"])
async def test_characters_that_hide_in_a_text_are_left_out_of_the_picture(hidden: str) -> None:
    async with sit_down(opened(f"# Ti{hidden}tle\n\nAda Lo{hidden}ve spoke.\n")) as sitting:
        assert sitting.shows("Title")
        assert sitting.shows("Ada Love spoke.")
