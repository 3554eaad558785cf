"""A note stays at its words, whatever becomes of the text around them, and is never thrown away."""

import pytest

from tuireader.domain.anchor import Anchor, anchor_of
from tuireader.domain.notes import NO_NOTES, Note, Notes, notes_in
from tuireader.domain.span import Span

TEXT = "Ada met Bo at the quay. It rained all day.\n\nBo sailed to Oslo, and Ada met Bo in Norway once more.\n"


def note(words: str, text: str = TEXT, told: str = "", at: float = 0.0) -> Note:
    start = text.rindex(words)
    return Note(f"{words} {at}", anchor_of(text, Span(start, start + len(words))), told, at)


def words_of(notes: Notes, text: str) -> list[str]:
    return [text[span.start : span.end] for span, _ in notes.placed]


def test_notes_stand_in_the_order_of_the_text_and_lost_ones_in_that_of_time() -> None:
    gone = [Note(str(at), Anchor("nowhere"), "", at) for at in (3.0, 1.0)]
    notes = notes_in(TEXT, [note("Norway"), *gone, note("It rained"), note("Oslo")])
    assert words_of(notes, TEXT) == ["It rained", "Oslo", "Norway"]
    assert [each.at for each in notes.lost] == [1.0, 3.0]
    assert len(notes) == len(list(notes)) == 5


def test_notes_that_overlap_are_one_highlight() -> None:
    notes = notes_in(TEXT, [note("sailed to Oslo"), note("Oslo, and"), note("Norway")])
    assert [TEXT[span.start : span.end] for span in notes.highlights] == ["sailed to Oslo, and", "Norway"]


def test_the_note_on_some_words_is_the_smallest_that_holds_them() -> None:
    wide, narrow = note("Bo sailed to Oslo, and"), note("to Oslo")
    notes = notes_in(TEXT, [wide, narrow])
    at = TEXT.index("Oslo")
    assert notes.holding(Span(at, at + 4)) == narrow
    assert notes.holding(Span(at - 9, at + 4)) == wide
    assert notes.holding(Span(at, len(TEXT))) is None


def test_a_note_in_other_words_replaces_itself() -> None:
    before = notes_in(TEXT, [note("Oslo"), note("Norway")])
    after = before.having(note("Oslo", told="a town"), TEXT)
    assert [each.words for each in after] == ["a town", ""]
    assert after.dropped == ()


@pytest.mark.parametrize("dropped", [note("Oslo"), Note("gone", Anchor("nowhere"), "", 0.0)])
def test_a_note_that_is_dropped_can_be_had_again(dropped: Note) -> None:
    before = notes_in(TEXT, [note("Norway"), dropped])
    without = before.without(dropped)
    assert (len(without), without.dropped) == (1, (dropped,))
    again = without.having(dropped, TEXT)
    assert (again.placed, again.lost, again.dropped) == (before.placed, before.lost, ())


def test_the_notes_that_begin_on_a_line_are_found() -> None:
    notes = notes_in(TEXT, [note("rained"), note("Oslo"), note("Norway")])
    assert [each.note.anchor.words for each in notes.beginning_in(Span(30, 80))] == ["Oslo"]
    assert NO_NOTES.beginning_in(Span(0, 99)) == ()
