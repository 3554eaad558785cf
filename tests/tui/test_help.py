"""The keys: their one table, the help, the palette and the way out."""

from collections import Counter

import pytest
from textual.widgets import Static

from tests.tui.documents import HARBOUR, opened
from tests.tui.sitting import MEDIUM, WIDE, sit_down
from tuireader.tui.keys import KEYS, Group, Scope, grouped
from tuireader.tui.screens.help import HelpScreen


def test_every_key_has_an_id_of_its_own() -> None:
    assert max(Counter(key.id for key in KEYS).values()) == 1


@pytest.mark.parametrize(
    "scopes",
    [
        (Scope.READER, Scope.TEXT),
        (Scope.READER, Scope.LIST),
        (Scope.STRIPS,),
        (Scope.LIST, Scope.NOTES),
        (Scope.LIST, Scope.CONTEXT),
        (Scope.LIST, Scope.REVIEW),
        (Scope.LIST, Scope.CORRECTIONS),
    ],
)
def test_no_key_means_two_things_in_one_place(scopes: tuple[Scope, ...]) -> None:
    keys = Counter(name for key in KEYS if key.scope in scopes for name in key.keys.split(","))
    assert [name for name, count in keys.items() if count > 1] == []


def test_every_key_stands_under_one_heading() -> None:
    assert sorted(key.id for _, keys in grouped() for key in keys) == sorted(key.id for key in KEYS)
    assert [group for group, _ in grouped()] == list(Group)


async def test_help_lists_every_key_with_what_it_does() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("question_mark")
        shown = str(sitting.app.screen.query_one(Static).render())
        assert [key.id for key in KEYS if key.shown not in shown or key.description not in shown] == []


async def test_help_can_be_read_to_its_end_on_a_small_terminal() -> None:
    async with sit_down(opened(HARBOUR), size=MEDIUM) as sitting:
        await sitting.press("question_mark")
        at_first = sitting.shows("Click a section")
        await sitting.press("end")
        await sitting.until(lambda: sitting.shows("Click a section"))
        assert not at_first


@pytest.mark.parametrize("key", ["escape", "question_mark", "q"])
async def test_help_goes_away(key: str) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        before = sitting.screen_rows()
        await sitting.press("question_mark")
        assert isinstance(sitting.app.screen, HelpScreen)
        await sitting.press(key)
        assert sitting.screen_rows() == before


async def test_the_bottom_line_shows_keys_only_when_they_do_something() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        shown = []
        for keys in ([], ["a", "enter"], ["escape"]):
            await sitting.press(*keys)
            shown.append(sitting.shows("o only these"))
        assert shown == [False, True, False]


async def test_help_and_quit_stay_on_the_bottom_line_when_there_is_little_room() -> None:
    async with sit_down(opened(HARBOUR), size=(60, 20)) as sitting:
        await sitting.press("a", "enter")
        assert "? help" in sitting.screen_rows()[-1]
        assert "q quit" in sitting.screen_rows()[-1]


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        (
            WIDE,
            "n next  N prev  o only these  f filter  / search  ] section  Ctrl+O back  a actors  i who  m mark"
            "  ? help  q quit",
        ),
        (MEDIUM, "n next  N prev  o only these  f filter  / search  ] section  ? help  q quit"),
        ((60, 20), "n next  N prev  o only these  f filter  ? help  q quit"),
    ],
)
async def test_the_keys_that_help_most_stay_when_there_is_little_room(size: tuple[int, int], keys: str) -> None:
    async with sit_down(opened(HARBOUR), size=size) as sitting:
        await sitting.press("a", "enter", "n")
        assert sitting.screen_rows()[-1].strip() == keys


@pytest.mark.parametrize("size", [WIDE, MEDIUM, (60, 20)])
async def test_the_keys_of_a_pane_come_first_while_it_has_them(size: tuple[int, int]) -> None:
    async with sit_down(opened(HARBOUR), size=size) as sitting:
        await sitting.press("a")
        assert sitting.screen_rows()[-1].startswith(" Enter choose  Space add  ")


async def test_the_palette_finds_a_command_by_its_words() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("ctrl+p")
        await sitting.write("next mention")
        await sitting.until(lambda: sitting.shows("Next mention, or next hit of a search"))
        await sitting.press("enter")
        await sitting.until(lambda: not sitting.shows("next hit of a search"))
        assert sitting.current_words == "Ada Lund"


async def test_the_palette_offers_the_keys_of_the_reader_and_nothing_else() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("ctrl+p")
        await sitting.until(lambda: sitting.shows("Choose actors, or ask, in the filter pane"))
        assert not sitting.shows("Screenshot")
        assert not sitting.shows("Maximize")


async def test_q_quits() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        before = sitting.app.return_code
        await sitting.press("q")
        assert (before, sitting.app.return_code) == (None, 0)
