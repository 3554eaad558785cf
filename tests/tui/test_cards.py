"""The card of an actor and the cast of a page."""

from tests.tui.documents import HARBOUR, opened
from tests.tui.sitting import NARROW, Sitting, sit_down
from tuireader.tui.screens.card import CardScreen, FactList


def rows(sitting: Sitting) -> list[str]:
    screen = sitting.app.screen
    assert isinstance(screen, CardScreen)
    return sitting.list_rows(screen.query_one(FactList))


async def test_a_card_tells_of_the_actor_that_is_marked_in_a_list() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("a", "j", "i")
        shown = rows(sitting)
        assert shown[0].startswith("introduced")
        assert any(row.startswith("called") for row in shown)
        assert any("beside" in row and "paragraph" in row for row in shown)


async def test_a_card_tells_of_the_mention_that_the_reader_is_at() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("n")
        current = sitting.state.current
        assert current is not None
        mention = sitting.state.index.at(current.start)
        assert mention is not None
        name = sitting.state.index.actor(mention.actor).name
        await sitting.press("i")
        assert sitting.app.screen.query_one("#card").border_title == name


async def test_enter_goes_to_the_place_of_an_entry_and_ctrl_o_comes_back() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("n", "n", "n", "i", "enter")
        first = sitting.state.current
        assert first is not None
        await sitting.press("ctrl+o")
        assert sitting.state.current is None


async def test_escape_closes_a_card_and_changes_nothing() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        await sitting.press("n")
        before = sitting.state.current
        await sitting.press("i", "escape")
        assert sitting.state.current == before


async def test_the_cast_of_a_page_is_who_is_in_sight() -> None:
    async with sit_down(opened(HARBOUR)) as sitting:
        names = [
            sitting.state.index.actor(each.actor).name for each in sitting.state.index.touching(sitting.screen.view)
        ]
        await sitting.press("c")
        shown = rows(sitting)
        assert len(shown) == len(set(names))
        assert all(any(name in row for row in shown) for name in names)
        assert all("first" in row for row in shown)


async def test_cards_fit_a_narrow_terminal() -> None:
    async with sit_down(opened(HARBOUR), size=NARROW) as sitting:
        await sitting.press("n", "i")
        assert rows(sitting)[0].startswith("introduced")


async def test_where_nobody_acts_there_is_no_card() -> None:
    async with sit_down(opened(HARBOUR, cast=())) as sitting:
        await sitting.press("i", "c")
        assert sitting.screen.state.document.title
