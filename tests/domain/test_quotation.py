"""Quotations are kept as columns, and come back as they were."""

import pickle

from tests.domain.ferry import ADA, BO, FERRY_INDEX, place
from tuireader.domain.index import Index
from tuireader.domain.quotation import Quotation, Quotations, may_quote
from tuireader.domain.span import Span

QUOTATIONS = (
    Quotation(place("met"), ADA.id, place("Ada"), True, "said before the words"),
    Quotation(place("rained")),
    Quotation(place("sailed"), BO.id, place("stayed"), False, "turn in a dialogue"),
    Quotation(place("left"), ADA.id, None, False, "turn in a dialogue"),
)
INDEX = FERRY_INDEX.quoting(QUOTATIONS)


def test_quotations_in_columns_are_the_same_ones() -> None:
    assert tuple(Quotations.of(QUOTATIONS)) == QUOTATIONS
    assert Quotations.of(()) == ()


def test_an_index_knows_what_its_actors_say() -> None:
    assert list(INDEX.said_by((ADA.id,))) == [place("met"), place("left")]
    assert list(INDEX.said_by((ADA.id, BO.id))) == [place("met"), place("sailed"), place("left")]
    assert list(INDEX.said_by(())) == []


def test_nothing_is_said_as_long_as_nobody_has_looked() -> None:
    assert FERRY_INDEX.quotations is None
    assert list(FERRY_INDEX.said_by((ADA.id,))) == []


def test_quotations_move_with_their_text() -> None:
    moved = INDEX.moved(10).quotations
    assert moved is not None
    assert [(each.span.start, each.cue) for each in moved][:2] == [
        (QUOTATIONS[0].span.start + 10, Span(place("Ada").start + 10, place("Ada").end + 10)),
        (QUOTATIONS[1].span.start + 10, None),
    ]
    assert FERRY_INDEX.moved(10).quotations is None


def test_quotations_travel_with_their_index() -> None:
    arrived: Index = pickle.loads(pickle.dumps(INDEX))
    assert arrived.quotations == QUOTATIONS
    assert pickle.loads(pickle.dumps(FERRY_INDEX)).quotations is None


def test_a_text_without_marks_quotes_nobody() -> None:
    assert not may_quote("It's Ada's boat, and it is late.")
    assert all(may_quote(text) for text in ("“Late”", "'Late'", "Ada: late", "«Late»", "„Late“", "‘Late’", '"Late"'))
