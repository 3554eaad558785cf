"""A document opens where it was left, and a file that changes meanwhile is noticed."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.tui.desks import Study
from tests.tui.documents import long_source
from tests.tui.sitting import MEDIUM, Sitting


async def test_a_document_opens_where_it_was_left(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("]", "]", "]", "pagedown", "j")
        before = sitting.text_rows()
    async with study.sit_down(path) as sitting:
        assert sitting.text_rows() == before


async def test_it_opens_there_from_another_path_and_on_another_screen(study: Study, path: Path, tmp_path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("]", "]", "]", "pagedown", "j")
        before = sitting.top_words[0]
    async with study.sit_down(path.rename(tmp_path / "elsewhere.md"), size=MEDIUM) as sitting:
        assert before in sitting.top_words


async def test_it_is_said_when_it_was_left_until_the_reader_moves(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("]")
        assert not sitting.shows("left off")
    async with study.sit_down(path) as sitting:
        assert sitting.shows("left off at ")
        await sitting.press("pagedown")
        await sitting.until(lambda: not sitting.shows("left off"))


async def test_the_place_is_written_when_the_reader_stops(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("]", "]")
        await sitting.until(lambda: study.place_of(path) == sitting.state.place.offset)


async def test_a_notebook_that_another_program_holds_is_a_quiet_note(study: Study, path: Path, store: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("]")
    with closing(sqlite3.connect(store / "notebook.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with study.sit_down(path) as sitting:
            await sitting.press("]")
            await sitting.until(lambda: sitting.shows("another program holds the notebook"))
            await sitting.press("]")
            assert sitting.shows("Part 3")


@pytest.mark.parametrize("content", [b"", b"damaged" * 1_000])
async def test_a_damaged_store_is_no_hindrance(study: Study, path: Path, store: Path, content: bytes) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("]")
    for name in ("cache.db", "notebook.db"):
        (store / name).write_bytes(content)
    async with study.sit_down(path) as sitting:
        await sitting.press("]", "]")
        await sitting.until(lambda: study.place_of(path) == sitting.state.place.offset)


async def test_a_file_that_changes_can_be_read_again_from_the_same_place(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.press("]", "]", "]", "pagedown")
        before = sitting.top_words
        path.write_text(long_source().replace("# The long way", "# A longer way\n\nOne more line."), encoding="utf-8")
        await sitting.until(lambda: sitting.shows("the file has changed: R reads it again"))
        assert sitting.shows("R read again")
        await sitting.press("R")
        await sitting.until(lambda: sitting.shows("A longer way"))
        assert sitting.top_words == before
        await _reads_on(sitting)


async def test_chosen_actors_stay_chosen_in_the_file_as_it_is_now(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        await sitting.choose("norw")
        path.write_text(f"{long_source()}\n\nNorway is the last word.\n", encoding="utf-8")
        await sitting.until(lambda: sitting.shows("R read again"))
        await sitting.press("R")
        await sitting.until(lambda: len(sitting.state.stops) == 13)
        assert sitting.chosen == ["Norway"]


async def test_a_file_that_is_gone_can_be_read_on(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        path.unlink()
        await sitting.until(lambda: sitting.shows("the file is gone"))
        await sitting.press("R")
        assert not sitting.shows("R read again")
        await _reads_on(sitting)


async def test_a_file_that_cannot_be_read_any_more_says_so_and_what_was_read_stays(study: Study, path: Path) -> None:
    async with study.sit_down(path) as sitting:
        path.write_bytes(b"\0" * 5_000)
        await sitting.until(lambda: sitting.shows("R read again"))
        await sitting.press("R")
        await sitting.until(lambda: sitting.shows("binary"))
        await _reads_on(sitting)


async def _reads_on(sitting: Sitting) -> None:
    """Page on, as one can in any document."""
    before = sitting.top_words
    await sitting.press("pagedown")
    assert sitting.top_words > before
