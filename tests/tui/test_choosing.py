"""Choosing actors, and walking through their mentions."""

import pytest

from tests.tui.documents import HARBOUR, index_of, long_reading, opened
from tests.tui.sitting import Sitting, sit_down
from tuireader.domain.actor import Actor, ActorId, ActorKind
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.reading import ReadingState


async def test_without_a_chosen_actor_next_walks_the_mentions_of_all() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        assert await _walk(sitting, "n", 4) == ["Ada Lund", "Norway", "Zoë Marsh", "Oslo"]


async def test_behind_the_last_mention_comes_the_first() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        stops = list(sitting.state.stops)
        spans = []
        for _ in range(len(stops) + 1):
            await sitting.press("n")
            spans.append(sitting.state.current)
        assert spans == [*stops, stops[0]]


async def test_before_the_first_mention_comes_the_last() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("n")
        assert await _walk(sitting, "N", 2) == ["Zoë Marsh", "Harbour Guild"]


async def test_f_star_enter_jumps_to_keir_starmer(briefing: Document, briefing_index: Index) -> None:
    async with sit_down(ReadingState(briefing, briefing_index)) as sitting:
        await sitting.choose("star")
        assert sitting.chosen == ["Keir Starmer"]
        assert sitting.state.current == sitting.state.stops[0]


async def test_n_walks_on_as_soon_as_an_actor_is_chosen(briefing: Document, briefing_index: Index) -> None:
    async with sit_down(ReadingState(briefing, briefing_index)) as sitting:
        await sitting.choose("star")
        await sitting.press("n", "n", "n")
        assert sitting.focused == "text"
        assert sitting.shows("mention 4/")


async def test_keys_go_where_they_are_meant_however_fast_they_come(briefing: Document, briefing_index: Index) -> None:
    async with sit_down(ReadingState(briefing, briefing_index)) as sitting:
        await sitting.press_at_once("f", *"star", "enter", "n", "n", "a", "enter", "n", "f", *"mac", "enter")
        assert (sitting.chosen, sitting.typed, sitting.focused) == (["Emmanuel Macron"], "mac", "text")


async def test_a_key_that_moves_the_focus_is_obeyed_before_the_same_key_again() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press_at_once("f", "f")
        assert sitting.typed == "f"


async def test_every_mention_of_keir_starmer_is_walked_in_order(briefing: Document, briefing_index: Index) -> None:
    async with sit_down(ReadingState(briefing, briefing_index)) as sitting:
        await sitting.choose("star")
        (starmer,) = briefing_index.named("Keir Starmer")
        walked = [sitting.state.current]
        for _ in range(briefing_index.count(starmer.id) - 1):
            await sitting.press("n")
            walked.append(sitting.state.current)
        assert walked == [mention.span for mention in briefing_index.of([starmer.id])]
        assert len(walked) > 5


async def test_the_current_mention_is_always_in_sight() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.choose("norway")
        in_sight = []
        for _ in sitting.state.stops:
            await sitting.press("n")
            in_sight.append(sitting.sees_current)
        assert all(in_sight)


async def test_the_current_mention_is_painted_in_reverse() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("n")
        assert sitting.style_of("Ada Lund", sitting.text).reverse


async def test_a_jump_puts_the_mention_a_third_from_the_top() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.choose("norway")
        await sitting.press("n")
        row = next(row for row, words in enumerate(sitting.text_rows()) if "Norway" in words)
        assert row == sitting.text.size.height // 3


async def test_a_mention_in_sight_is_reached_without_moving_the_text() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        before = sitting.text_rows()
        await sitting.press("n", "n", "n")
        assert sitting.text_rows() == before


async def test_typing_narrows_the_actors() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("guild")
        assert [actor.name for actor in sitting.matches.actors] == ["Harbour Guild"]


@pytest.mark.parametrize("typed", ["zoe", "ZOË", "mar", "zm", "zoe marhs", "marsh"])
async def test_an_actor_is_found_without_accents_and_with_small_slips(typed: str) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose(typed)
        assert sitting.chosen == ["Zoë Marsh"]


async def test_an_actor_is_found_by_any_of_its_names() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("oslo")
        assert sitting.chosen == ["Norway"]


async def test_a_name_that_nobody_has_is_said_to_be_so() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("xyzzy")
        assert sitting.list_rows(sitting.matches) == ["No actor is called “xyzzy”"]


async def test_enter_on_no_match_chooses_nobody() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("xyzzy")
        assert sitting.chosen == []


async def test_space_chooses_a_second_actor_beside_the_first() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("f", "backspace")
        await sitting.write("guild ")
        assert sitting.chosen == ["Zoë Marsh", "Harbour Guild"]
        assert sitting.typed == "guild"


async def test_space_takes_an_actor_out_again() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f", "space", "down", "space", "space")
        assert sitting.chosen == ["Norway"]


async def test_space_is_a_letter_where_a_name_may_go_on() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("ada lu")
        assert (sitting.typed, sitting.chosen) == ("ada lu", [])


async def test_the_mentions_of_two_actors_are_walked_together() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("zoe marsh")
        await sitting.press("space", "backspace")
        await sitting.press(*["backspace"] * 9)
        await sitting.write("guild ")
        await sitting.press("escape")
        assert sitting.chosen == ["Zoë Marsh", "Harbour Guild"]
        assert await _walk(sitting, "n", 3) == ["Zoë Marsh", "Harbour Guild", "Harbour Guild"]


async def test_backspace_drops_the_actor_chosen_last() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f", "space", "down", "space", "escape", "backspace")
        assert sitting.chosen == ["Norway"]


async def test_backspace_in_the_filter_line_drops_nobody() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f", "space")
        await sitting.write("ad")
        await sitting.press("backspace")
        assert (sitting.typed, sitting.chosen) == ("a", ["Norway"])


async def test_the_actor_under_the_cursor_shows_its_mentions_before_it_is_chosen() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f", "down")
        assert sitting.mentions.border_title == "Mentions of Ada Lund"
        assert len(sitting.list_rows(sitting.mentions)) > 3


async def test_mentions_are_listed_under_their_sections() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("guild")
        rows = sitting.list_rows(sitting.mentions)
        assert [row for row in rows if row.startswith("§")] == ["§ The letter", "§ The prices"]
        assert ["Harbour Guild" in row for row in rows] == [False, True, True, False, True]


async def test_the_words_around_a_mention_are_whole() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("guild")
        source = set(sitting.state.document.text.split())
        rows = [row for row in sitting.list_rows(sitting.mentions) if not row.startswith("§")]
        assert any("…" in row for row in rows)
        assert {word for row in rows for word in row.replace("…", " ").split()} <= source


async def test_a_long_name_takes_a_whole_row_of_the_list_and_is_cut_once() -> None:
    names = ("Foreign Minister Sergei Lavrov", "Foreign Minister Sergei Viktorovich Lavrov")
    lavrov = Actor(ActorId("lavrov"), "Sergei Lavrov", ActorKind.PERSON, aliases=names)
    async with sit_down(opened(f"Then {names[0]} spoke. Later, {names[1]} smiled.", [lavrov])) as sitting:
        await sitting.choose("lavrov")
        rows = [row.strip("▸ ") for row in sitting.list_rows(sitting.mentions) if not row.startswith("§")]
        assert rows == ["Foreign Minister Sergei Lavrov…", "Foreign Minister Sergei Viktoro…"]


async def test_enter_in_the_list_of_mentions_jumps_there() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("guild")
        await sitting.press("tab", "tab", "down", "down", "enter")
        second = sitting.state.index.of([sitting.matches.actors[0].id])[1]
        assert sitting.state.current == second.span


async def test_enter_on_a_section_of_the_list_jumps_to_its_first_mention() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("guild")
        await sitting.press("tab", "tab", "down", "down", "down", "enter")
        third = sitting.state.index.of([sitting.matches.actors[0].id])[2]
        assert sitting.state.current == third.span


async def test_the_list_of_mentions_goes_along_with_the_walk() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("guild")
        await sitting.press("n")
        marked = [row.startswith("▸") for row in sitting.list_rows(sitting.mentions)]
        assert marked == [False, False, True, False, False]


async def test_enter_in_the_key_actors_chooses_one_and_returns_to_the_text() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "down", "enter")
        assert (sitting.chosen, sitting.current_words, sitting.focused) == (["Ada Lund"], "Ada Lund", "text")


async def test_another_actor_takes_the_place_of_the_chosen_one() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("zoe")
        await sitting.press("a", "g", "up", "up", "up", "enter")
        assert sitting.chosen == ["Norway"]


async def test_a_document_without_actors_has_no_next_mention() -> None:
    async with sit_down(opened(HARBOUR, cast=())) as sitting:
        before = sitting.text_rows()
        await sitting.press("n", "N", "o", "backspace")
        assert sitting.text_rows() == before
        assert not sitting.shows("next")


def test_names_in_the_documents_of_these_tests_are_found() -> None:
    state = opened(HARBOUR)
    assert len(index_of(state.document, ()).mentions) == 0
    assert [state.index.count(actor.id) for actor in state.index.actors] == [4, 3, 2, 3]


async def _walk(sitting: Sitting, key: str, steps: int) -> list[str]:
    words = []
    for _ in range(steps):
        await sitting.press(key)
        words.append(sitting.current_words)
    return words


async def test_the_cursor_of_the_mentions_stays_where_the_reader_put_it() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.choose("guild")
        await sitting.press("ctrl+o", "f", "tab", "tab", "down", "down", "down")
        held = sitting.mentions.cursor
        sitting.app.screen.set_focus(sitting.text)
        await sitting.press("pagedown", "]")
        assert sitting.mentions.cursor == held > 0
