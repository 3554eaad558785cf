"""The strips: who is where in the whole document."""

import re

import pytest
from textual.geometry import Offset

from tests.tui.documents import HARBOUR, actor, long_source, opened
from tests.tui.sitting import MEDIUM, NARROW, WIDE, Sitting, sit_down
from tuireader.domain.actor import ActorKind
from tuireader.tui.screens.strips import Ruler, StripsScreen
from tuireader.tui.widgets.strip_list import StripList
from tuireader.typeset.palette import SIGNS


def strips(sitting: Sitting) -> StripList:
    screen = sitting.app.screen
    assert isinstance(screen, StripsScreen)
    return screen.query_one(StripList)


def told(sitting: Sitting) -> str:
    ruler = sitting.app.screen.query_one(Ruler)
    return ruler.render_line(1).text


async def test_the_strips_count_every_mention_once() -> None:
    async with sit_down(opened(long_source())) as sitting:
        index = sitting.state.index
        await sitting.press("v")
        shown = strips(sitting)
        assert [actor.name for actor in shown.actors] == [actor.name for actor in index.actors]
        assert all(sum(shown.spread(actor)) == index.count(actor.id) for actor in shown.actors)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW, (200, 60)])
async def test_a_strip_has_a_bar_in_each_cell_with_a_mention_at_any_size(size: tuple[int, int]) -> None:
    async with sit_down(opened(long_source()), size=size) as sitting:
        await sitting.press("v")
        shown = strips(sitting)
        for actor, row in zip(shown.actors, sitting.list_rows(shown), strict=True):
            bars = row[shown.name_width :].ljust(shown.cells)[: shown.cells]
            seen = [bar not in " ·" for bar in bars]
            assert seen == [count > 0 for count in shown.spread(actor)]
            assert row[0] in SIGNS.values()
        assert sitting.shows("§ The long way")


async def test_the_cursor_begins_where_the_reader_is_and_enter_comes_back_there() -> None:
    async with sit_down(opened(long_source())) as sitting:
        await sitting.press("]", "]", "]", "]", "v")
        part = strips(sitting).bounds(strips(sitting).cell)
        assert sitting.app.screen is not None
        await sitting.press("escape")
        assert part.start <= sitting.state.place.offset < part.end


async def test_enter_goes_to_the_next_mention_and_chooses_its_actor() -> None:
    async with sit_down(opened(long_source())) as sitting:
        await sitting.press("v", "j", "n", "n", "n", "N")
        shown = strips(sitting)
        actor, part = shown.actors[1], shown.bounds(shown.cell)
        await sitting.press("enter")
        assert sitting.chosen == [actor.name]
        assert sitting.state.current is not None
        assert part.start <= sitting.state.current.start < part.end
        assert sitting.sees_current


async def test_where_the_actor_is_not_mentioned_enter_goes_to_the_place() -> None:
    async with sit_down(opened(long_source())) as sitting:
        await sitting.press("v", "]", "]", "]")
        shown = strips(sitting)
        while shown.spread(shown.actors[0])[shown.cell]:
            await sitting.press("right")
        place = shown.place
        await sitting.press("enter")
        assert (place in sitting.screen.view, sitting.chosen) == (True, [])


async def test_sections_are_walked_forth_and_back() -> None:
    async with sit_down(opened(long_source())) as sitting:
        starts = [section.span.start for section in sitting.state.document.sections]
        await sitting.press("v", "]", "]", "]")
        assert strips(sitting).place == starts[3]
        await sitting.press("right", "[")
        assert strips(sitting).place == starts[3]
        await sitting.press("[")
        assert strips(sitting).place == starts[2]
        assert told(sitting).startswith("§ Part 2")


async def test_many_strips_leave_room_for_the_line_below() -> None:
    cast = [actor(ActorKind.PERSON, name) for name in re.findall(r"w\d\d\b", long_source())]
    async with sit_down(opened(long_source(), cast), size=MEDIUM) as sitting:
        await sitting.press("v", *["j"] * 19)
        assert sitting.shows("§ The long way")
        assert sitting.shows(strips(sitting).actors[19].name)


async def test_the_line_below_names_who_is_in_the_cell() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("v", "j", "n")
        shown = strips(sitting)
        for actor in shown.actors:
            count = shown.spread(actor)[shown.cell]
            assert (f"{actor.name} {count}" in told(sitting)) == bool(count)


async def test_a_click_on_a_strip_goes_there() -> None:
    async with sit_down(opened(long_source())) as sitting:
        await sitting.press("v")
        shown = strips(sitting)
        cell = next(cell for cell, count in enumerate(shown.spread(shown.actors[1])) if count)
        part = shown.bounds(cell)
        await sitting.click(shown.content_region.offset + Offset(shown.name_width + cell, 1))
        assert sitting.state.current is not None
        assert part.start <= sitting.state.current.start < part.end


async def test_chosen_actors_stand_above_the_others() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("guild")
        await sitting.press("v")
        assert [actor.name for actor in strips(sitting).actors][:2] == ["Harbour Guild", "Norway"]


async def test_where_nobody_acts_there_are_no_strips() -> None:
    async with sit_down(opened(HARBOUR, cast=())) as sitting:
        await sitting.press("v")
        assert sitting.screen.state.document.title
