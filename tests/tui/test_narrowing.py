"""Showing only the paragraphs that match, and stepping back from all that was asked for."""

import pytest

from tests.tui.documents import HARBOUR, long_reading, opened
from tests.tui.sitting import Sitting, sit_down


async def test_only_paragraphs_with_the_chosen_actor_are_shown_and_gaps_between_them() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o")
        rows = [row for row in sitting.text_rows() if row]
        assert [row for row in rows if row.startswith("…")] == ["… 4 paragraphs", "… 9 paragraphs", "… 2 paragraphs"]
        assert rows[1].startswith("Zoë Marsh wrote")
        assert rows[-2] == "Zoë Marsh sailed home."


async def test_all_paragraphs_come_back_with_the_same_key() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o", "o")
        assert not any(row.startswith("…") for row in sitting.text_rows())
        assert sitting.shows("It rained all through April.")


@pytest.mark.parametrize("keys", ["o", "oo"])
async def test_the_current_mention_stays_in_sight_when_the_text_is_narrowed(keys: str) -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.choose("norway")
        await sitting.press("n", "n", "n", "n", "n")
        before = sitting.state.current
        await sitting.press(*keys)
        assert sitting.state.current == before
        assert sitting.sees_current


async def test_a_narrowed_text_follows_another_choice() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o", "a", "g", "up", "up", "up", "up", "enter")
        assert sitting.chosen == ["Norway"]
        assert any(row.startswith("Ada Lund keeps") for row in sitting.text_rows())


async def test_a_narrowed_text_that_loses_its_last_actor_is_whole_again() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o", "backspace")
        assert sitting.shows("It rained all through April.")


async def test_narrowing_needs_something_to_narrow_to() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("o")
        assert sitting.state.narrowed_to is None


async def test_escape_puts_away_the_search_then_the_narrowing_then_the_actors() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o", "slash")
        await sitting.write("letter")
        await sitting.press("enter")
        steps = []
        for _ in range(3):
            await sitting.press("escape")
            state = sitting.state
            steps.append((state.filter.words, state.narrowed_to is not None, sitting.chosen))
        assert steps == [("", True, ["Zoë Marsh"]), ("", False, ["Zoë Marsh"]), ("", False, [])]


async def test_escape_puts_the_pane_away_when_nothing_is_chosen() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("escape")
        is_open_still = sitting.screen.query_one("#filter").display
        await sitting.press("escape")
        assert (is_open_still, sitting.screen.query_one("#filter").display) == (True, False)


async def test_enter_opens_the_gaps_one_by_one() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o", "g", "enter")
        assert _gaps(sitting) == ["… 9 paragraphs", "… 2 paragraphs"]
        assert sitting.shows("Ada Lund keeps the harbour")
        await sitting.press("enter", "enter")
        assert _gaps(sitting) == []
        await sitting.press("enter", "o", "o")
        assert len(_gaps(sitting)) == 3


async def test_the_next_gap_is_below_the_mention_that_the_reader_is_at() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o")
        assert sitting.current_words == "Zoë Marsh"
        await sitting.press("enter")
        assert _gaps(sitting) == ["… 4 paragraphs", "… 2 paragraphs"]


async def test_an_opened_gap_stays_open_while_more_is_found() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o", "g", "enter")
        sitting.screen.state = sitting.state.indexed(opened(HARBOUR).index)
        await sitting.settle()
        assert _gaps(sitting) == ["… 9 paragraphs", "… 2 paragraphs"]


def test_a_gap_can_be_opened_twice() -> None:
    state = opened(HARBOUR)
    narrowed = state.choosing(state.index.actors[2].id).narrowed()
    assert narrowed.narrowed_to is not None
    gap = range(narrowed.narrowed_to[0])
    once = narrowed.opening(gap)
    assert once.opening(gap).narrowed_to == once.narrowed_to == (*gap, *narrowed.narrowed_to)


def test_a_section_with_a_match_below_it_keeps_the_text_narrow() -> None:
    state = opened("# One\n\nWords.\n\n## Below\n\nNorway pays.\n\n# Two\n\nNothing.\n")
    narrowed = state.choosing(state.index.actors[0].id).narrowed()
    assert narrowed.at_section(0).narrowed_to == narrowed.narrowed_to
    assert narrowed.at_section(2).narrowed_to is None


async def test_a_click_opens_its_gap() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o")
        await sitting.click(sitting.place_of("… 9 paragraphs", sitting.text))
        assert _gaps(sitting) == ["… 4 paragraphs", "… 2 paragraphs"]


async def test_a_section_without_a_match_is_shown_with_all_when_it_is_chosen() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("in:2 - zzz | in:2")
        await sitting.press("enter")
        assert sitting.state.narrowed_to is not None
        await sitting.press("s", "down", "down", "enter")
        assert sitting.state.narrowed_to is None
        assert sitting.state.document.sections[sitting.state.section].title == "The prices"


async def test_the_section_keys_stay_among_what_is_shown() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("o", "g", "]", "]")
        assert sitting.state.narrowed_to is not None
        titles = [sitting.state.document.sections[sitting.state.section].title]
        await sitting.press("]")
        titles.append(sitting.state.document.sections[sitting.state.section].title)
        assert titles == ["The prices", "The prices"]
        await sitting.press("[")
        assert sitting.state.document.sections[sitting.state.section].title == "The letter"


def _gaps(sitting: Sitting) -> list[str]:
    return [row.strip() for row in sitting.text_rows() if row.strip().startswith("…")]
