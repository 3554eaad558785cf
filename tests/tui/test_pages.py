"""Documents that have printed pages, or of which not all could be read."""

from dataclasses import replace

from tests.tui.documents import opened
from tests.tui.sitting import sit_down
from tuireader.domain.reading import ReadingState

SOURCE = "# One\n\n" + "Words of the first page.\n\n" * 40 + "# Two\n\n" + "Words of the second page.\n\n" * 40


def printed() -> ReadingState:
    state = opened(SOURCE, cast=())
    pages = (0, state.document.text.index("Two"), len(state.document.text))
    return replace(state, document=replace(state.document, pages=pages))


async def test_the_page_is_shown_and_follows_the_reader() -> None:
    async with sit_down(printed()) as sitting:
        assert "p. 1/3" in sitting.screen_rows()[0]
        await sitting.press("]")
        assert "p. 2/3" in sitting.screen_rows()[0]


async def test_a_document_without_pages_shows_none() -> None:
    async with sit_down(opened(SOURCE, cast=())) as sitting:
        assert "p. " not in sitting.screen_rows()[0]


async def test_what_could_not_be_read_is_told_in_the_status_line() -> None:
    state = printed()
    damaged = replace(state.document, warning="1 of 3 pages are damaged and left out")
    async with sit_down(replace(state, document=damaged)) as sitting:
        assert "1 of 3 pages are damaged" in sitting.screen_rows()[0]
