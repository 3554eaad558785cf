"""A reader who does not want to know more than was read."""

from pathlib import Path

from tests.tui.desks import Study
from tests.tui.documents import long_source, opened
from tests.tui.sitting import NARROW, sit_down


async def test_only_what_was_read_is_counted_until_it_is_lifted() -> None:
    async with sit_down(opened(long_source()), size=NARROW) as sitting:
        everybody = {actor.name for actor in sitting.state.index.actors}
        await sitting.press("z")
        assert {actor.name for actor in sitting.state.index.actors} < everybody
        assert sitting.shows("up to here")
        await sitting.press("z")
        assert {actor.name for actor in sitting.state.index.actors} == everybody
        assert not sitting.shows("up to here")


async def test_paging_on_tells_more_and_jumps_do_not() -> None:
    async with sit_down(opened(long_source())) as sitting:
        await sitting.press("z")
        before = len(sitting.state.stops)
        await sitting.press("]", "]", "]")
        assert len(sitting.state.stops) - before <= 2
        await sitting.press("g")
        for _ in range(4):
            await sitting.press("pagedown")
        assert len(sitting.state.stops) > before + 2


async def test_it_is_there_the_next_time(tmp_path: Path) -> None:
    study, path = Study(tmp_path / "store"), tmp_path / "long.md"
    path.write_text(long_source(), encoding="utf-8")
    async with study.sit_down(path) as sitting:
        await sitting.press("pagedown", "z")
        assert sitting.state.veil is not None
        limit = sitting.state.veil.limit
    async with study.sit_down(path) as sitting:
        assert sitting.state.veil is not None
        assert sitting.state.veil.limit == limit
        assert sitting.shows("up to here")


async def test_who_wants_to_go_further_is_told_how() -> None:
    async with sit_down(opened(long_source())) as sitting:
        await sitting.press("z", "G")
        assert sitting.shows("not read yet: z shows the rest")
    async with sit_down(opened(long_source())) as sitting:
        await sitting.press("z", "z", "G", "g", "s", "down", "enter")
        assert not sitting.shows("not read yet")
        await sitting.press("g", "z", "s", "pagedown", "pagedown", "enter")
        assert sitting.shows("not read yet")
