"""An index grows in ever wider windows round the reader, and its last one is that of the whole text."""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ferry import ADA, parted
from tests.domain.properties import relaxed
from tests.engine.executors import AdaExecutor, FailingExecutor, IdleExecutor
from tuireader.domain.document import Document, DocumentId
from tuireader.domain.span import Span
from tuireader.engine.executor import Executor
from tuireader.engine.growth import Growth
from tuireader.engine.indexer import grow_index, windows
from tuireader.errors import ModelError

LARGE = parted("\n\n".join(f"{'It rained. ' * 30}Ada met Bo on day {day}." for day in range(1, 3601)))
NEAR = LARGE.text.index("day 2500.")
SMALL = parted("Ada met Bo.\n\nAda went.")


class StopAfter:
    """Tells that the reader has left, after so many looks."""

    def __init__(self, looks: int) -> None:
        self.left = looks

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


def never() -> bool:
    return False


def grow(
    document: Document, executor: Executor, near: int = 0, stopped: Callable[[], bool] = never
) -> Iterator[Growth]:
    return grow_index(Path("names.bin"), executor, document, near, stopped)


@pytest.fixture(scope="module")
def rounds() -> list[Growth]:
    """The growth of a large text, read near its end."""
    return list(grow(LARGE, AdaExecutor(), NEAR))


lengths = st.integers(0, 50_000_000)


@relaxed
@given(lengths, st.data())
def test_the_last_window_is_the_whole_text(length: int, data: st.DataObject) -> None:
    *_, last = windows(length, data.draw(st.integers(0, length)))
    assert last == Span(0, length)


@relaxed
@given(lengths, st.data())
def test_every_window_holds_the_one_before_and_more(length: int, data: st.DataObject) -> None:
    for inner, outer in pairwise(windows(length, data.draw(st.integers(0, length)))):
        assert outer.start <= inner.start and inner.end <= outer.end and len(inner) < len(outer)


@relaxed
@given(lengths, st.data())
def test_every_window_holds_the_readers_place(length: int, data: st.DataObject) -> None:
    near = data.draw(st.integers(0, length))
    assert all(window.start <= near <= window.end for window in windows(length, near))


@relaxed
@given(lengths, st.data())
def test_all_windows_cost_less_than_two_thirds_more_than_the_last(length: int, data: st.DataObject) -> None:
    assert sum(map(len, windows(length, data.draw(st.integers(0, length))))) <= length * 5 / 3


def test_a_text_that_is_not_large_has_one_window() -> None:
    assert list(windows(400_000, 5)) == [Span(0, 400_000)]


def test_the_last_index_of_a_large_text_is_that_of_the_whole(rounds: list[Growth]) -> None:
    assert [mention.span.start for mention in rounds[-1].index.mentions] == [
        at for at in range(len(LARGE.text)) if LARGE.text.startswith("Ada", at)
    ]


def test_a_large_text_grows_in_several_rounds(rounds: list[Growth]) -> None:
    found = [len(each.index.mentions) for each in rounds]
    assert len(found) > 1 and found == sorted(set(found))


def test_every_round_points_at_the_right_characters(rounds: list[Growth]) -> None:
    spans = {mention.span for each in rounds for mention in each.index.mentions}
    assert {LARGE.text[span.start : span.end] for span in spans} == {"Ada"}


def test_the_first_round_finds_who_is_near_the_reader(rounds: list[Growth]) -> None:
    paragraph = LARGE.paragraphs[LARGE.paragraph_at(NEAR)].span
    assert rounds[0].index.touching(paragraph)


def test_the_share_of_the_work_grows_to_all_of_it(rounds: list[Growth]) -> None:
    shares = [each.share for each in rounds]
    assert shares == sorted(set(shares)) and shares[0] > 0 and shares[-1] == 1


def test_what_is_said_is_found_when_all_actors_are_known() -> None:
    (before, after) = grow(parted("“Away,” said Ada.\n\nAda went."), AdaExecutor())
    assert before.index.mentions == after.index.mentions
    assert before.index.quotations is None and before.share < 1 == after.share
    assert after.index.quotations is not None
    assert [(each.speaker, each.span) for each in after.index.quotations] == [(ADA.id, Span(1, 6))]


def test_nobody_looks_for_what_is_said_in_a_text_without_quotation_marks(rounds: list[Growth]) -> None:
    assert rounds[-1].index.quotations == ()


def test_growing_stops_before_what_is_said_when_the_reader_leaves() -> None:
    growths = list(grow(parted("“Away,” said Ada."), AdaExecutor(), stopped=StopAfter(1)))
    assert [growth.index.quotations for growth in growths] == [None]


@pytest.mark.parametrize("near", [0, 300_000, len(LARGE.text)])
def test_the_last_index_does_not_depend_on_where_the_reader_is(rounds: list[Growth], near: int) -> None:
    *_, last = grow(LARGE, AdaExecutor(), near)
    assert last.index.mentions == rounds[-1].index.mentions


@pytest.mark.parametrize("text", ["", "\n\n"], ids=ascii)
def test_a_document_without_paragraphs_has_an_empty_index(text: str) -> None:
    (growth,) = grow(Document(DocumentId(""), "", text, (), ()), AdaExecutor())
    assert growth.index.mentions == ()


def test_nothing_is_found_for_a_reader_who_has_left() -> None:
    assert list(grow(SMALL, AdaExecutor(), stopped=StopAfter(0))) == []


def test_growing_stops_between_two_rounds_when_the_reader_leaves() -> None:
    assert len(list(grow(LARGE, AdaExecutor(), stopped=StopAfter(1)))) == 1


def test_a_job_that_has_not_begun_is_cancelled_when_the_reader_leaves() -> None:
    executor = IdleExecutor()
    list(grow(SMALL, executor, stopped=StopAfter(2)))
    assert [is_cancelled() for is_cancelled in executor.are_cancelled] == [True]


def test_nothing_is_submitted_before_the_first_index_is_asked_for() -> None:
    executor = AdaExecutor()
    grow(SMALL, executor)
    assert executor.submitted == 0


@pytest.mark.parametrize("lost", [0, 1, 2])
def test_a_job_that_was_lost_is_tried_again(lost: int) -> None:
    executor = AdaExecutor(lost)
    assert len(list(grow(SMALL, executor))) == 1 and executor.submitted == lost + 1


def test_a_job_that_is_always_lost_is_given_up() -> None:
    with pytest.raises(BrokenExecutor):
        list(grow(SMALL, AdaExecutor(lost=3)))


@pytest.mark.parametrize("error", [ModelError("no weights"), TimeoutError("the disk does not answer")])
def test_an_error_of_a_job_is_not_tried_again(error: Exception) -> None:
    executor = FailingExecutor(error)
    with pytest.raises(type(error)):
        list(grow(SMALL, executor))
    assert executor.submitted == 1
