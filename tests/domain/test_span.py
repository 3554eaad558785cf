"""Spans: half-open ranges that never hold their own end."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.columns import offsets
from tuireader.domain.span import Span, Spans

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))
filled_spans = spans.filter(len)


@relaxed
@given(spans)
def test_a_span_holds_as_many_offsets_as_it_is_long(span: Span) -> None:
    assert [offset for offset in range(40) if offset in span] == list(range(span.start, span.start + len(span)))


@relaxed
@given(filled_spans, filled_spans)
def test_spans_overlap_where_they_share_an_offset(one: Span, other: Span) -> None:
    shared = any(offset in one and offset in other for offset in range(40))
    assert one.overlaps(other) == shared


@relaxed
@given(spans, spans)
def test_a_clipped_span_holds_what_both_hold(one: Span, other: Span) -> None:
    part = one.clip(other)
    assert [at for at in range(40) if at in part] == [at for at in range(40) if at in one and at in other]


@relaxed
@given(spans, spans)
def test_a_clipped_span_lies_inside_the_other(one: Span, other: Span) -> None:
    part = one.clip(other)
    assert other.start <= part.start <= part.end <= other.end


def test_spans_stand_in_the_order_of_the_text() -> None:
    assert sorted([Span(3, 4), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(3, 4)]


@relaxed
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.slices(9))
def test_many_spans_are_what_they_were_made_of(pairs: list[tuple[int, int]], part: slice) -> None:
    plain = [Span(start, start + length) for start, length in pairs]
    spans = Spans(offsets(span.start for span in plain), offsets(span.end for span in plain))
    assert (len(spans), list(spans), list(spans[part])) == (len(plain), plain, plain[part])
    assert [spans[at] for at in range(len(spans))] == plain
