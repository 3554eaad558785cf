"""Searching for words in the text."""

import asyncio

import pytest

from tests.tui.documents import HARBOUR, long_reading, opened
from tests.tui.sitting import Sitting, sit_down
from tuireader.tui.screens import panes
from tuireader.tui.widgets.search_bar import SearchBar


async def test_hits_are_highlighted_while_typing() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        before = sitting.style_of("light", sitting.text)
        await sitting.press("slash")
        await sitting.write("light")
        assert sitting.style_of("light", sitting.text).bgcolor != before.bgcolor


async def test_enter_goes_to_the_first_hit_and_n_to_the_others_and_round() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _search(sitting, "letter")
        numbers = [sitting.state.current_number]
        for _ in range(3):
            await sitting.press("n")
            numbers.append(sitting.state.current_number)
        assert numbers == [1, 2, 3, 1]
        assert sitting.current_words == "letter"


async def test_the_hits_are_counted_in_the_status_line() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _search(sitting, "letter")
        assert sitting.shows("hit 1/3")


async def test_the_text_has_the_keys_again_after_a_search() -> None:
    async with sit_down(long_reading()) as sitting:
        await _search(sitting, "w300")
        before = sitting.text_rows()
        await sitting.press("j")
        assert sitting.text_rows()[:-1] == before[1:]


async def test_lower_case_finds_any_case() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _search(sitting, "the harbour guild")
        assert sitting.current_words == "The Harbour Guild"


async def test_upper_case_finds_itself_alone() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _search(sitting, "Harbour")
        assert {sitting.state.document.text[hit.start : hit.end] for hit in sitting.state.hits} == {"Harbour"}


async def test_escape_gives_a_search_up() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        before = sitting.text_rows()
        await sitting.press("slash")
        await sitting.write("light")
        await sitting.press("escape")
        assert (sitting.state.filter.words, sitting.focused) == ("", "text")
        assert sitting.text_rows() == before


async def test_words_that_are_nowhere_have_no_hits() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _search(sitting, "xyzzy")
        assert sitting.shows("hit 0")
        await sitting.press("n")
        assert sitting.state.current is None


async def test_a_hit_outside_the_view_is_brought_into_it() -> None:
    async with sit_down(long_reading()) as sitting:
        await _search(sitting, "w3210")
        assert any("w3210" in row for row in sitting.text_rows())


async def test_a_search_leaves_the_chosen_actors_chosen() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "enter")
        await _search(sitting, "letter")
        await sitting.press("escape")
        assert sitting.chosen == ["Norway"]


async def test_only_paragraphs_with_hits_can_be_shown() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await _search(sitting, "april")
        await sitting.press("o")
        assert [row for row in sitting.text_rows() if row][1:2] == ["It rained all through April."]


async def _search(sitting: Sitting, words: str) -> None:
    await sitting.press("slash")
    await sitting.write(words)
    await sitting.press("enter")


async def test_in_a_large_text_words_are_searched_once_no_letter_has_come_for_a_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(panes, "_LARGE", 0)
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("slash")
        monkeypatch.setattr(sitting.screen.query_one(SearchBar), "patience", 60.0)
        await sitting.write("light")
        assert sitting.state.filter.words == ""
        await sitting.press("enter")
        assert (sitting.state.filter.words, sitting.current_words) == ("light", "light")


async def test_in_a_large_text_the_words_are_found_without_enter_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panes, "_LARGE", 0)
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("slash")
        await sitting.write("light")
        await sitting.until(lambda: sitting.state.filter.words == "light")


async def test_a_search_that_is_given_up_does_not_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panes, "_LARGE", 0)
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("slash")
        await sitting.write("light")
        await sitting.press("escape")
        await asyncio.sleep(2 * panes._PATIENCE)
        assert sitting.state.filter.words == ""
