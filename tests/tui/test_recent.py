"""Picking one of the documents that were opened before."""

from pathlib import Path

import pytest

from tests.tui.desks import Study
from tests.tui.documents import HARBOUR, long_source, opened
from tests.tui.sitting import MEDIUM, NARROW, WIDE, Sitting, sit_down
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.screens.recent import RecentList, RecentScreen


@pytest.fixture
def way(tmp_path: Path) -> Path:
    path = tmp_path / "way.md"
    path.write_text(long_source(), encoding="utf-8")
    return path


async def _read_both(study: Study, harbour: Path, way: Path) -> None:
    """Open two documents; the way is the latest, and read to its fourth part."""
    for path, keys in ((harbour, []), (way, ["]", "]", "]", "]"])):
        async with study.sit_down(path) as sitting:
            await sitting.press(*keys)
            await sitting.until(lambda: _latest(study) == str(path))  # noqa: B023 - waited for at once


def _latest(study: Study) -> str:
    """The document that was opened last."""
    return next((each.path for each in study.library.recent()), "")


async def _listed(sitting: Sitting) -> list[str]:
    """The rows of the list, once it is there."""
    await sitting.until(lambda: isinstance(sitting.app.screen, RecentScreen))
    rows = sitting.app.screen.query_one(RecentList)
    await sitting.until(lambda: bool(rows.empty_text))
    await sitting.settle()
    return sitting.list_rows(rows)


async def test_it_lists_titles_paths_and_how_far_they_were_read(study: Study, harbour: Path, way: Path) -> None:
    await _read_both(study, harbour, way)
    async with study.sit_down(None) as sitting:
        latest, other = await _listed(sitting)
        assert latest.startswith("The long way") and "%  at " in latest
        assert other.startswith("The harbour") and "0%" in other


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_arrows_and_enter_open_one_of_them(study: Study, harbour: Path, way: Path, size: tuple[int, int]) -> None:
    await _read_both(study, harbour, way)
    async with study.sit_down(None, size=size) as sitting:
        await _listed(sitting)
        await sitting.press("down", "enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen) and sitting.shows("The harbour"))
        await sitting.press("n")
        assert sitting.current_words == "Ada Lund"


async def test_what_is_picked_opens_where_it_was_left(study: Study, harbour: Path, way: Path) -> None:
    await _read_both(study, harbour, way)
    async with study.sit_down(harbour) as sitting:
        await sitting.press("O")
        (row,) = await _listed(sitting)
        assert row.startswith("The long way")
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, ReaderScreen) and sitting.shows("The long way"))
        assert sitting.state.place.offset == study.place_of(way)


async def test_the_place_in_the_document_before_is_remembered(study: Study, harbour: Path, way: Path) -> None:
    await _read_both(study, harbour, way)
    async with study.sit_down(way) as sitting:
        await sitting.press("]")
        before = sitting.state.place.offset
        await sitting.press("O")
        await _listed(sitting)
        await sitting.press("enter")
        await sitting.until(lambda: study.place_of(way) == before)


async def test_escape_goes_back_to_the_document(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        before = sitting.screen_rows()
        await sitting.press("O")
        await _listed(sitting)
        await sitting.press("escape")
        assert sitting.screen_rows() == before


async def test_escape_ends_a_reader_without_a_document(study: Study) -> None:
    async with study.sit_down(None) as sitting:
        await _listed(sitting)
        await sitting.press("escape")
        assert sitting.app.return_code == 0


async def test_an_empty_list_says_what_would_fill_it(study: Study) -> None:
    async with study.sit_down(None) as sitting:
        assert await _listed(sitting) == ["No other documents yet: tuireader PATH opens one"]
        await sitting.press("enter", "down", "enter")
        assert isinstance(sitting.app.screen, RecentScreen)


async def test_a_document_that_vanished_since_is_told_and_another_can_be_picked(
    study: Study, harbour: Path, way: Path
) -> None:
    await _read_both(study, harbour, way)
    async with study.sit_down(None) as sitting:
        await _listed(sitting)
        way.unlink()
        await sitting.press("enter")
        await sitting.until(lambda: sitting.shows("cannot find"))
        (row,) = await _listed(sitting)
        assert row.startswith("The harbour")


async def test_nothing_in_a_title_or_a_path_commands_the_terminal(study: Study, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;b\x07 \u202ename.txt"
    path.write_text("it rained all day.\n", encoding="utf-8")
    async with study.sit_down(path) as sitting:
        await sitting.until(lambda: bool(study.library.recent()))
    async with study.sit_down(None) as sitting:
        (row,) = await _listed(sitting)
        assert not {"\x1b", "\x07", "\u202e"} & set(row)


async def test_the_palette_knows_the_list(study: Study, harbour: Path) -> None:
    async with study.sit_down(harbour) as sitting:
        await sitting.press("ctrl+p")
        await sitting.write("recent")
        await sitting.until(lambda: sitting.shows("Open a recent document"))
        await sitting.press("enter")
        await sitting.until(lambda: isinstance(sitting.app.screen, RecentScreen))


async def test_a_document_without_a_desk_has_no_such_key() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("O", "R")
        assert isinstance(sitting.app.screen, ReaderScreen)
