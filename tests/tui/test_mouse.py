"""What the mouse does, and what is selected and copied with it."""

import pytest
from textual import events
from textual.geometry import Offset

from tests.tui.documents import HARBOUR, long_reading, opened
from tests.tui.sitting import MEDIUM, sit_down
from tuireader.tui.widgets.rail import Rail


async def test_a_click_on_a_section_goes_there() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.click(sitting.place_of("Part 4"))
        assert (sitting.text_rows()[0], sitting.focused) == ("Part 4", "text")


async def test_a_click_on_an_actor_chooses_it() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.click(sitting.place_of("Zoë Marsh", sitting.actors))
        assert (sitting.chosen, sitting.current_words) == (["Zoë Marsh"], "Zoë Marsh")


async def test_a_click_on_a_mention_chooses_its_actor_and_stays_there() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("pagedown", "pagedown")
        before = sitting.text_rows()
        await sitting.click(sitting.place_of("Norway", sitting.text))
        assert (sitting.chosen, sitting.text_rows()) == (["Norway"], before)
        assert sitting.state.current_number > 1


async def test_n_walks_on_from_the_mention_that_was_clicked() -> None:
    async with sit_down(long_reading()) as sitting:
        await sitting.press("pagedown", "pagedown")
        await sitting.click(sitting.place_of("Norway", sitting.text))
        number = sitting.state.current_number
        await sitting.press("n")
        assert sitting.state.current_number == number + 1


async def test_a_click_on_other_words_chooses_nobody() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.click(sitting.place_of("rained", sitting.text))
        assert (sitting.chosen, sitting.state.current) == ([], None)


async def test_a_click_beside_the_text_does_nothing() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        row = sitting.place_of("rained", sitting.text).y
        await sitting.click(Offset(sitting.text.region.x, row))
        await sitting.click(Offset(sitting.text.region.right - 1, row))
        assert sitting.chosen == []


async def test_a_mention_behind_wide_characters_is_hit() -> None:
    async with sit_down(opened("北海 and 東京 met Ada Lund.\n")) as sitting:
        end = sitting.place_of("Ada Lund", sitting.text) + Offset(4, 0)
        await sitting.click(end + Offset(7, 0))
        assert sitting.chosen == ["Ada Lund"]


async def test_a_click_on_a_chip_drops_its_actor() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f", "space", "down", "space", "escape")
        await sitting.click(sitting.place_of("● Ada Lund ✕"))
        assert sitting.chosen == ["Norway"]


async def test_a_click_on_a_key_of_the_bottom_line_does_the_same() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.click(sitting.place_of("n next"))
        assert sitting.current_words == "Ada Lund"


async def test_a_click_in_the_list_of_mentions_jumps_there() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("f")
        await sitting.write("guild")
        await sitting.click(sitting.place_of("the Harbour Guild on", sitting.mentions))
        second = sitting.state.index.of([sitting.matches.actors[0].id])[1]
        assert sitting.state.current == second.span


async def test_a_click_on_the_border_of_a_list_chooses_nothing() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.click(sitting.place_of("Key actors"))
        assert sitting.chosen == []


async def test_the_wheel_moves_the_text_by_three_rows() -> None:
    async with sit_down(long_reading()) as sitting:
        before, middle = sitting.text_rows(), sitting.text.region.center
        where = Offset(int(middle[0]), int(middle[1]))
        await sitting.wheel(events.MouseScrollDown, where)
        assert sitting.text_rows()[:-3] == before[3:]
        await sitting.wheel(events.MouseScrollUp, where)
        assert sitting.text_rows() == before


async def test_the_wheel_moves_a_list_under_it_and_not_the_text() -> None:
    async with sit_down(long_reading(), size=(120, 20)) as sitting:
        text, sections = sitting.text_rows(), sitting.screen.query_one("#sections")
        await sitting.wheel(events.MouseScrollDown, sections.region.offset + Offset(2, 2))
        assert sections.scroll_offset.y > 0
        assert sitting.text_rows() == text


@pytest.mark.parametrize(("share", "part"), [(0, "The long way"), (2, "Part 7"), (1, "Part 12")])
async def test_a_press_on_the_rail_goes_to_that_part_of_the_text(share: int, part: str) -> None:
    async with sit_down(long_reading()) as sitting:
        rail = sitting.screen.query_one(Rail).region
        await sitting.click(Offset(rail.x, rail.y + ((rail.height - 1) // share if share else 0)))
        assert sitting.state.document.sections[sitting.state.section].title == part


async def test_the_rail_marks_where_the_chosen_actor_is() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "up", "enter")
        column = sitting.screen.query_one(Rail).region.x
        marked = {row[column] for row in sitting.screen_rows()[1:-1]}
        assert "█" in marked


async def test_text_that_is_dragged_over_is_copied() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.place_of("pays for", sitting.text)
        await sitting.drag(start, start + Offset(17, 0))
        await sitting.press("ctrl+c")
        assert sitting.app.clipboard == "pays for the light"


async def test_a_selection_over_paragraphs_is_copied_unwrapped() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.place_of("nobody else", sitting.text)
        end = sitting.place_of("letter twice", sitting.text)
        await sitting.drag(start, end + Offset(6, 0))
        await sitting.press("ctrl+c")
        copied = (
            "nobody else does.\n\nThe letter\n\nZoë Marsh wrote to Oslo in spring. The Harbour Guild read the letter"
        )
        assert sitting.app.clipboard == copied


@pytest.mark.parametrize(
    ("column", "rows", "copied"),
    [
        pytest.param(80, 1, "all through April.", id="a blank line"),
        pytest.param(119, 0, "all through April.", id="the rail"),
        pytest.param(3, 0, "It rained a", id="the sidebar"),
        pytest.param(80, -1, ".\n\nIt rained a", id="a blank line above"),
    ],
)
async def test_a_drag_that_leaves_the_words_selects_up_to_the_nearest(column: int, rows: int, copied: str) -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.place_of("all through", sitting.text)
        await sitting.drag(start, Offset(column, start.y + rows))
        await sitting.press("ctrl+c")
        assert sitting.app.clipboard == copied


async def test_a_drag_over_a_list_selects_nothing() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.actors.region.offset + Offset(3, 1)
        await sitting.drag(start, start + Offset(5, 2))
        assert not sitting.screen.selections


async def test_selected_text_is_painted_on_another_background() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.place_of("rained", sitting.text)
        before = sitting.style_at(start).bgcolor
        await sitting.drag(start, start + Offset(6, 0))
        assert sitting.style_at(start).bgcolor != before


async def test_a_selection_outlives_a_resize() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.place_of("pays for", sitting.text)
        await sitting.drag(start, start + Offset(17, 0))
        await sitting.resize(*MEDIUM)
        await sitting.press("ctrl+c")
        assert sitting.app.clipboard == "pays for the light"


async def test_escape_lets_a_selection_go_before_anything_else() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "enter")
        start = sitting.place_of("rained", sitting.text)
        await sitting.drag(start, start + Offset(6, 0))
        await sitting.press("escape")
        assert not sitting.screen.selections
        assert sitting.chosen == ["Norway"]


async def test_a_drag_that_ends_on_a_mention_chooses_nobody() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        start = sitting.place_of("keeps the harbour", sitting.text)
        await sitting.drag(start, sitting.place_of("Norway", sitting.text) + Offset(3, 0))
        assert sitting.chosen == []


@pytest.mark.parametrize(
    ("source", "first", "last", "copied"),
    [
        ("It is _very_ far,\nsaid Ada.", "It is", "Ada.", "It is very far, said Ada."),
        ("one<br>two\nthree", "one", "three", "one\ntwo three"),
        ("- one\n\n  ```\n  if it:\n    rain()\n  ```", "if it:", "rain()", "if it:\n  rain()"),
    ],
)
async def test_what_is_copied_is_what_is_read(source: str, first: str, last: str, copied: str) -> None:
    name = "a.txt" if "_" in source else "a.md"
    async with sit_down(opened(source, cast=(), name=name)) as sitting:
        end = sitting.place_of(last, sitting.text) + Offset(len(last) - 1, 0)
        await sitting.drag(sitting.place_of(first, sitting.text), end)
        await sitting.press("ctrl+c")
        assert sitting.app.clipboard == copied
