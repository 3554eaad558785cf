"""Moving in the text with the keys."""

import asyncio

import pytest

from tests.tui.documents import HARBOUR, long_reading, opened
from tests.tui.sitting import Sitting, sit_down


@pytest.mark.parametrize("key", ["down", "j"])
async def test_a_line_down_moves_the_text_by_one_row(key: str) -> None:
    async with sit_down(long_reading()) as sitting:
        before = sitting.text_rows()
        await sitting.press(key)
        assert sitting.text_rows()[:-1] == before[1:]


@pytest.mark.parametrize("key", ["up", "k"])
async def test_a_line_up_undoes_a_line_down(key: str) -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("down", "down")
        before = sitting.text_rows()
        await sitting.press("down", key)
        assert sitting.text_rows() == before


@pytest.mark.parametrize("key", ["pagedown", "space"])
async def test_a_page_down_keeps_two_rows_of_the_last_page(key: str) -> None:
    async with sit_down(long_reading()) as sitting:
        before = sitting.text_rows()
        await sitting.press(key)
        assert sitting.text_rows()[:2] == before[-2:]


@pytest.mark.parametrize("key", ["pageup", "b"])
async def test_a_page_up_keeps_two_rows_of_the_last_page(key: str) -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("pagedown", "pagedown")
        before = sitting.text_rows()
        await sitting.press(key)
        assert sitting.text_rows()[-2:] == before[:2]


@pytest.mark.parametrize("key", ["up", "pageup"])
async def test_nothing_stands_above_the_first_row(key: str) -> None:
    async with sit_down(long_reading()) as sitting:
        before = sitting.text_rows()
        await sitting.press(key)
        assert sitting.text_rows() == before


@pytest.mark.parametrize("key", ["G", "end"])
async def test_the_end_of_the_text_fills_the_view(key: str) -> None:
    async with sit_down(long_reading()) as sitting:
        last_words = sitting.state.document.text.split()[-1]
        await sitting.press(key)
        rows = sitting.text_rows()
        assert last_words in " ".join(rows[-3:])
        assert sitting.shows("100%")


@pytest.mark.parametrize("key", ["g", "home"])
async def test_the_beginning_of_the_text_is_as_it_was_at_first(key: str) -> None:
    async with sit_down(long_reading()) as sitting:
        before = sitting.text_rows()
        await sitting.press("G", key)
        assert sitting.text_rows() == before


async def test_the_next_sections_headings_come_to_the_top() -> None:
    async with sit_down(long_reading()) as sitting:
        tops = []
        for _ in range(3):
            await sitting.press("]")
            tops.append(_first_words(sitting))
        assert tops == ["Part 1", "Part 2", "Part 3"]


async def test_the_last_section_has_no_next_one() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press(*"]" * 12)
        last = sitting.state.section
        await sitting.press("]")
        assert sitting.state.section == last == 12


async def test_the_previous_section_is_first_the_beginning_of_this_one() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("]", "]", "]", "down", "down", "down")
        tops = []
        for _ in range(2):
            await sitting.press("[")
            tops.append(_first_words(sitting))
        assert tops == ["Part 3", "Part 2"]


async def test_a_section_near_the_end_is_marked_though_it_cannot_come_to_the_top() -> None:
    async with sit_down(opened(HARBOUR), size=(120, 30)) as sitting:
        await sitting.press("]", "]")
        assert sitting.state.document.sections[sitting.state.section].title == "The prices"
        assert sitting.shows("§ The prices")


async def test_back_leads_to_the_words_that_a_jump_came_from() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("pagedown", "down", "down", "down")
        before = sitting.top_words
        await sitting.press("G", "ctrl+o")
        assert sitting.top_words == before


async def test_every_jump_can_be_taken_back() -> None:
    async with sit_down(long_reading()) as sitting:
        before = sitting.text_rows()
        await sitting.press("]", "n", "n", "n", "n", "G")
        await sitting.press(*["ctrl+o"] * 6)
        assert sitting.text_rows() == before
        assert not sitting.state.trail


async def test_the_current_section_is_marked_while_the_text_moves() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("pagedown", "pagedown")
        title = sitting.state.document.sections[sitting.state.section].title
        assert title != "The long way"
        assert sitting.shows(f"▸   {title}")


async def test_keys_that_come_faster_than_the_screen_leave_the_text_at_rest() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press(*"jjjjjjjj")
        at_leisure = sitting.text.view
        await sitting.press("g")
        await sitting.press_at_once(*"jjjjjjjj")
        assert await _views(sitting) == {at_leisure}


async def test_mentions_are_walked_one_by_one_however_fast_the_keys_come() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press_at_once(*"nnnnnnnnn")
        assert sitting.state.current == sitting.state.stops[8]


async def _views(sitting: Sitting) -> set[object]:
    """What is in sight over the next moments."""
    views: set[object] = set()
    for _ in range(20):
        views.add(sitting.text.view)
        await asyncio.sleep(0.005)
    return views


def _first_words(sitting: Sitting) -> str:
    return next(row for row in sitting.text_rows() if row)
