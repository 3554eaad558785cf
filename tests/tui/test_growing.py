"""Actors that are found while the document is already being read."""

from collections.abc import Callable, Iterator
from threading import Event, Semaphore

from tests.tui.documents import ADA, CAST, HARBOUR, NORWAY, ZOE, actor, index_of, long_reading, long_source, opened
from tests.tui.sitting import Sitting, sit_down
from tuireader.domain.actor import ActorKind
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.reading import ReadingState
from tuireader.engine.growth import Growth
from tuireader.tui.messages import IndexGrew


class Finder:
    """Finds what it is told beforehand, each time it is let go on."""

    def __init__(self, *growths: Growth) -> None:
        self._growths = growths
        self._turns = Semaphore(0)
        self.last = growths[-1].index
        self.near: int | None = None
        self.was_stopped = Event()

    def __call__(self, document: Document, near: int, stopped: Callable[[], bool]) -> Iterator[Growth]:
        self.near = near
        for growth in self._growths:
            while not self._turns.acquire(timeout=0.01):
                if stopped():
                    self.was_stopped.set()
                    return
            yield growth

    def go_on(self) -> None:
        """Let it find the next index."""
        self._turns.release()


class BrokenFinder:
    """Fails after the first index."""

    def __init__(self, growth: Growth) -> None:
        self._growth = growth

    def __call__(self, document: Document, near: int, stopped: Callable[[], bool]) -> Iterator[Growth]:
        yield self._growth
        raise OSError("no more")


async def test_colours_arrive_in_the_text() -> None:
    state, finder = _unknown(long_reading())
    async with sit_down(state, grow=finder) as sitting:
        plain = sitting.style_of("Ada Lund", sitting.text).color
        await _let(finder, sitting)
        assert plain == sitting.style_of("w0", sitting.text).color
        assert plain != sitting.style_of("Ada Lund", sitting.text).color


async def test_actors_arrive_in_the_list() -> None:
    state, finder = _unknown(long_reading())
    async with sit_down(state, grow=finder) as sitting:
        before = sitting.list_rows(sitting.actors)
        await _let(finder, sitting)
        assert not any("Norway" in row for row in before)
        assert any("Norway" in row for row in sitting.list_rows(sitting.actors))


async def test_nothing_moves_in_the_text_when_actors_arrive() -> None:
    state, finder = _unknown(long_reading())
    async with sit_down(state, grow=finder) as sitting:
        await sitting.press("pagedown", "j", "j", "j")
        before = sitting.text_rows()
        await _let(finder, sitting)
        assert sitting.text_rows() == before


async def test_an_empty_list_of_actors_says_so_itself() -> None:
    state, finder = _unknown(long_reading())
    async with sit_down(state, grow=finder) as sitting:
        await sitting.press("f")
        assert sitting.list_rows(sitting.matches) == ["No actors yet"]


async def test_progress_is_shown_until_all_is_done() -> None:
    document = opened(HARBOUR).document
    finder = Finder(Growth(index_of(document, [ADA]), 0.4), Growth(index_of(document, CAST), 1.0))
    async with sit_down(ReadingState(document), grow=finder) as sitting:
        assert sitting.shows("actors 0%")
        finder.go_on()
        await sitting.until(lambda: sitting.shows("actors 40%"))
        await _let(finder, sitting)
        assert "actors" not in sitting.screen_rows()[0]


async def test_the_search_begins_where_the_reader_stands() -> None:
    state, finder = _unknown(long_reading())
    async with sit_down(state.at_section(5), grow=finder) as sitting:
        await sitting.until(lambda: finder.near is not None)
        assert finder.near == state.document.sections[5].span.start


async def test_a_chosen_actor_stays_chosen() -> None:
    document = opened(HARBOUR).document
    finder = Finder(Growth(index_of(document, CAST), 1.0))
    async with sit_down(ReadingState(document, index_of(document, [ADA])), grow=finder) as sitting:
        await sitting.press("a", "enter")
        before = sitting.state.current
        await _let(finder, sitting)
        assert (sitting.chosen, sitting.state.current) == (["Ada Lund"], before)


async def test_an_actor_that_gets_another_name_stays_chosen() -> None:
    document = opened(HARBOUR).document
    renamed = actor(ActorKind.PERSON, "Ada Sofie Lund", "Ada Lund", "Lund")
    finder = Finder(Growth(index_of(document, [NORWAY, renamed]), 1.0))
    async with sit_down(ReadingState(document, index_of(document, [ADA])), grow=finder) as sitting:
        await sitting.press("a", "enter")
        await _let(finder, sitting)
        assert sitting.chosen == ["Ada Sofie Lund"]


async def test_the_row_under_the_cursor_stays_where_it_is() -> None:
    document = opened(HARBOUR).document
    finder = Finder(Growth(index_of(document, CAST), 1.0))
    async with sit_down(ReadingState(document, index_of(document, [ADA, ZOE])), grow=finder) as sitting:
        await sitting.press("a", "down")
        await _let(finder, sitting)
        await sitting.press("enter")
        assert sitting.chosen == ["Zoë Marsh"]


async def test_what_is_typed_in_the_filter_pane_narrows_the_new_actors_too() -> None:
    state, finder = _unknown(opened(HARBOUR))
    async with sit_down(state, grow=finder) as sitting:
        await sitting.press("f")
        await sitting.write("zo")
        await _let(finder, sitting)
        assert [each.name for each in sitting.matches.actors] == ["Zoë Marsh"]


async def test_a_list_that_grows_longer_than_its_pane_can_be_scrolled() -> None:
    words = [f"Actor{number}" for number in range(60)]
    document = opened(" ".join(words)).document
    cast = [actor(ActorKind.PERSON, word) for word in words]
    finder = Finder(Growth(index_of(document, cast), 1.0))
    async with sit_down(ReadingState(document), grow=finder) as sitting:
        await sitting.press("a")
        await _let(finder, sitting)
        await sitting.press(*["pagedown"] * 5)
        assert "Actor59" in sitting.list_rows(sitting.actors)[-1]


async def test_a_failure_leaves_a_quiet_note_and_what_was_found() -> None:
    document = opened(HARBOUR).document
    broken = BrokenFinder(Growth(index_of(document, [ADA]), 0.5))
    async with sit_down(ReadingState(document), grow=broken) as sitting:
        await sitting.until(lambda: sitting.shows("not all actors could be found"))
        await sitting.press("n")
        assert sitting.current_words == "Ada Lund"
        assert not sitting.shows("actors 50%")


async def test_actors_of_another_document_are_not_taken() -> None:
    async with sit_down(opened(HARBOUR, cast=())) as sitting:
        other = opened(long_source(1))
        sitting.screen.post_message(IndexGrew(other.document, Growth(other.index, 1.0)))
        await sitting.settle()
        assert sitting.state.index.actors == ()


async def test_quitting_stops_the_search_for_actors() -> None:
    state, finder = _unknown(long_reading())
    async with sit_down(state, grow=finder) as sitting:
        await sitting.press("q")
    assert finder.was_stopped.wait(timeout=30)


def _unknown(state: ReadingState) -> tuple[ReadingState, Finder]:
    """A document whose actors are yet to be found, and who finds them."""
    return ReadingState(state.document, Index()), Finder(Growth(state.index, 1.0))


async def _let(finder: Finder, sitting: Sitting) -> None:
    """Let the last index be found, and wait until the screen has it."""
    finder.go_on()
    await sitting.until(lambda: sitting.state.index.actors == finder.last.actors and sitting.screen.progress is None)
