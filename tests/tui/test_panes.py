"""The panes: which has the keys, and where they stand on small terminals."""

import pytest
from textual.widget import Widget

from tests.tui.documents import HARBOUR, long_reading, opened
from tests.tui.sitting import MEDIUM, NARROW, WIDE, Sitting, sit_down
from tuireader.tui.screens.panes import Panes

NESTED = "# One\n\nText.\n\n## Below\n\nMore.\n\n### Deeper\n\nStill.\n\n# Two\n\nEnd.\n"


async def test_the_text_has_the_keys_at_first() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        assert sitting.focused == "text"


@pytest.mark.parametrize(("key", "pane"), [("s", "sections"), ("a", "actors")])
async def test_a_key_leads_to_each_pane_of_the_sidebar(key: str, pane: str) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press(key)
        assert sitting.focused == pane


async def test_tab_goes_round_the_panes_and_shift_tab_back() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        panes = []
        for key in ["tab", "tab", "tab", "shift+tab"]:
            await sitting.press(key)
            panes.append(sitting.focused)
        assert panes == ["sections", "actors", "text", "actors"]


async def test_tab_visits_the_filter_pane_when_it_is_open() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        panes = []
        for _ in range(3):
            await sitting.press("tab")
            panes.append(sitting.focused)
        assert panes == ["matches", "mentions", "sections"]


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_keys_are_never_lost_however_often_tab_is_pressed(size: tuple[int, int]) -> None:
    async with sit_down(opened(HARBOUR), size=size) as sitting:
        for _ in range(5):
            await sitting.press("tab")
            assert sitting.screen.focused is not None


@pytest.mark.parametrize("key", ["s", "a"])
async def test_escape_gives_the_keys_back_to_the_text(key: str) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press(key, "escape")
        assert sitting.focused == "text"


async def test_the_pane_with_the_keys_has_another_border() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        corner = sitting.actors.region.offset
        before = sitting.style_at(corner)
        await sitting.press("a")
        assert sitting.style_at(corner) != before


@pytest.mark.parametrize(("columns", "has_sidebar"), [(119, False), (120, True)])
async def test_the_filter_pane_leaves_room_for_the_text(columns: int, has_sidebar: bool) -> None:
    async with sit_down(opened(HARBOUR), size=(columns, 30)) as sitting:
        await sitting.press("f")
        assert bool(sitting.actors.region) == has_sidebar
        await sitting.press("escape")
        assert sitting.actors.region


async def test_the_sidebar_comes_back_in_place_of_the_filter_pane() -> None:
    async with sit_down(opened(HARBOUR), size=(100, 30)) as sitting:
        await sitting.choose("ada")
        await sitting.press("a")
        assert sitting.focused == "actors"
        assert not sitting.screen.query_one("#filter").region


async def test_enter_in_the_sections_goes_there_and_returns_to_the_text() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("s", "down", "down", "down", "enter")
        assert (sitting.text_rows()[0], sitting.focused) == ("Part 3", "text")


async def test_sections_fold_and_unfold() -> None:
    async with sit_down(opened(NESTED)) as sitting:
        sections = sitting.screen.query_one("#sections")
        await sitting.press("s", "left")
        folded = _rows_of(sitting, sections)
        await sitting.press("right")
        assert folded == ["▸ One", "Two"]
        assert _rows_of(sitting, sections) == ["▸ One", "Below", "Deeper", "Two"]


async def test_a_list_longer_than_its_pane_follows_its_cursor() -> None:
    async with sit_down(long_reading(), size=(120, 20)) as sitting:
        await sitting.press("s", *["down"] * 12)
        assert "Part 12" in " ".join(_rows_of(sitting, sitting.screen.query_one("#sections")))


async def test_a_list_moves_by_pages_too() -> None:
    async with sit_down(long_reading(), size=(120, 20)) as sitting:
        await sitting.press("s", "pagedown", "pagedown", "pagedown", "enter")
        assert sitting.state.document.sections[sitting.state.section].title == "Part 12"


@pytest.mark.parametrize(("key", "pane"), [("s", "#sidebar"), ("a", "#sidebar"), ("f", "#filter")])
async def test_on_80_columns_a_pane_lies_over_the_text_until_escape(key: str, pane: str) -> None:
    async with sit_down(opened(HARBOUR), size=MEDIUM) as sitting:
        alone = sitting.screen_rows()
        await sitting.press(key)
        region = sitting.screen.query_one(pane).region
        assert (region.x, region.right < 60, region.height) == (0, True, 22)
        await sitting.press("escape")
        assert sitting.screen_rows() == alone


async def test_on_80_columns_a_pane_leaves_the_lines_of_the_text_as_they_are() -> None:
    async with sit_down(long_reading(), size=MEDIUM) as sitting:
        before = sitting.text_rows()
        await sitting.press("f")
        assert sitting.text_rows() == before


async def test_on_80_columns_one_pane_takes_the_place_of_the_other() -> None:
    async with sit_down(opened(HARBOUR), size=MEDIUM) as sitting:
        await sitting.press("f", "tab", "escape", "a")
        assert _displayed(sitting) == ["sidebar"]
        await sitting.press("f")
        assert _displayed(sitting) == ["filter"]


async def test_on_80_columns_choosing_shows_the_text() -> None:
    async with sit_down(opened(HARBOUR), size=MEDIUM) as sitting:
        await sitting.press("f")
        await sitting.write("zoe")
        await sitting.press("enter")
        assert (_displayed(sitting), sitting.focused, sitting.chosen) == ([], "text", ["Zoë Marsh"])


async def test_below_60_columns_there_is_only_the_text_and_its_status() -> None:
    async with sit_down(opened(HARBOUR), size=NARROW) as sitting:
        assert _displayed(sitting) == []
        assert sitting.text.region.height == 19
        assert not sitting.shows("filter")


@pytest.mark.parametrize(("key", "pane"), [("s", "#sidebar"), ("f", "#filter")])
async def test_below_60_columns_a_pane_takes_the_whole_width(key: str, pane: str) -> None:
    async with sit_down(opened(HARBOUR), size=NARROW) as sitting:
        await sitting.press(key)
        assert sitting.screen.query_one(pane).region.width == 50


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20), (20, 5), (1, 1), (3, 2)])
async def test_every_size_of_terminal_can_be_read_on(size: tuple[int, int]) -> None:
    async with sit_down(opened(HARBOUR), size=size) as sitting:
        await sitting.press("n", "f", "escape", "a", "escape", "pagedown", "slash", "escape", "G", "o", "question_mark")
        assert [len(row) for row in sitting.screen_rows()] == [size[0]] * size[1]


async def test_widening_and_narrowing_keep_the_words_on_the_top_line() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("pagedown", "pagedown", "j", "j", "j")
        word = sitting.top_words[0]
        for size in [(90, 30), (61, 30), (120, 40), (40, 12), (70, 20), (120, 40), (33, 10), (200, 50)]:
            await sitting.resize(*size)
            assert word in sitting.top_words


async def test_the_same_width_again_shows_the_same_rows() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("pagedown", "pagedown", "j", "j", "j")
        before = sitting.text_rows()
        for width in [61, 80, 40, 100, 120]:
            await sitting.resize(width, 40)
        assert sitting.text_rows() == before


async def test_a_resize_keeps_a_chosen_actor_and_its_mention() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "enter", "n")
        before = sitting.state.current
        await sitting.resize(60, 20)
        assert (sitting.chosen, sitting.state.current) == (["Norway"], before)


async def test_opening_the_filter_pane_keeps_the_words_on_the_top_line() -> None:
    async with sit_down(long_reading(), size=(100, 30)) as sitting:
        await sitting.press("pagedown", "j", "j", "j", "j")
        word = sitting.top_words[0]
        await sitting.press("f")
        assert word in sitting.top_words
        await sitting.press("escape")
        assert sitting.top_words[0] == word


def _displayed(sitting: Sitting) -> list[str | None]:
    """The panes beside the text that are seen."""
    return [pane.id for pane in sitting.screen.query("#sidebar, #filter") if pane.display]


def _rows_of(sitting: Sitting, pane: Widget) -> list[str]:
    """The rows inside the border of a pane, without those that are blank."""
    region = pane.region.shrink(pane.gutter)
    rows = [row[region.x : region.right].strip() for row in sitting.screen_rows()[region.y : region.bottom]]
    return [row for row in rows if row]


async def test_a_reader_who_leaves_at_once_is_not_kept_by_the_panes_to_come(monkeypatch: pytest.MonkeyPatch) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        screen = sitting.screen
        monkeypatch.setattr(screen, "set_timer", lambda _, make: make())
        sitting.app.exit()
        Panes(screen, sitting.state).make_soon()
        screen.begin()
    assert sitting.app.return_code == 0
