"""A note stays at its words, whatever becomes of the text around them, and is never thrown away."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.notes import NO_NOTES, Note, Notes, Quote, notes_in, place_of, quote_of
from tuireader.domain.span import Span

TEXT = "Ada met Bo at the quay. It rained all day.\n\nBo sailed to Oslo, and Ada met Bo in Norway once more.\n"

EDITS = st.lists(st.tuples(st.integers(0, 199), st.sampled_from(["", "new", "new words in here", "\n\n"])), max_size=30)
"""Words of a long text that become other ones."""


def note(words: str, text: str = TEXT, told: str = "", at: float = 0.0) -> Note:
    start = text.rindex(words)
    return Note(f"{words} {at}", quote_of(text, Span(start, start + len(words))), told, at)


def words_of(notes: Notes, text: str) -> list[str]:
    return [text[span.start : span.end] for span, _ in notes.placed]


def test_in_the_same_text_a_note_is_where_it_was_made() -> None:
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            if TEXT[start:end].strip():
                assert place_of(quote_of(TEXT, Span(start, end)), TEXT) == Span(start, end)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ada met Bo at", "A new beginning. Ada met Bo at"),
        ("Ada met Bo at the quay. ", ""),
        (" once more", ""),
        ("Oslo, and ", "Bergen; yet "),
        ("It rained all day.\n\n", ""),
        (" in Norway", ", as I said, elsewhere"),
        ("Oslo, and Ada met Bo", "Oslo, and Ada\nmet Bo"),
    ],
)
def test_words_are_found_by_what_is_left_around_them(old: str, new: str) -> None:
    text = TEXT.replace(old, new)
    place = place_of(note("Ada met Bo").quote, text)
    assert place is not None
    assert text[place.start : place.end].split() == ["Ada", "met", "Bo"]
    assert place.start == max(text.rfind("Ada met Bo"), text.rfind("Ada\nmet Bo"))


def test_words_that_stand_once_are_found_anywhere() -> None:
    text = f"All of this is new: {'more and more ' * 50}Oslo, of all places."
    place = place_of(note("Oslo").quote, text)
    assert place is not None
    assert text[place.start : place.end] == "Oslo"


def test_a_short_word_is_lost_rather_than_found_in_a_wrong_place() -> None:
    assert place_of(note("Bo").quote, "Bo slept.\n\nThen Bo woke.") is None


def test_many_words_are_found_nearest_to_where_they_were() -> None:
    line = "The same words stand here again.\n"
    quote = Quote(line.strip(), "gone", "gone", len(line) * 3 + 2, len(line) * 9)
    assert place_of(quote, line * 9) == Span(len(line) * 3, len(line) * 4 - 1)


def test_words_in_new_lines_are_the_same_words() -> None:
    text = TEXT.replace(" ", "\n")
    place = place_of(note("sailed to Oslo, and Ada").quote, text)
    assert place is not None
    assert text[place.start : place.end].split() == ["sailed", "to", "Oslo,", "and", "Ada"]


@pytest.mark.parametrize("words", ["", " ", "\n\n"])
def test_a_note_without_words_is_lost(words: str) -> None:
    assert place_of(Quote(words), TEXT) is None


@relaxed
@given(st.text(max_size=60), st.text(max_size=60), st.integers(-9, 99), st.text(max_size=99))
def test_whatever_is_found_has_the_words(words: str, around: str, start: int, text: str) -> None:
    place = place_of(Quote(words, around, around[::-1], start), text)
    assert place is None or text[place.start : place.end].split() == words.split()


@relaxed
@given(EDITS, st.integers(0, 195), st.integers(1, 5))
def test_edits_elsewhere_leave_a_note_at_its_words(edits: list[tuple[int, str]], first: int, count: int) -> None:
    words = [f"w{number:03}" for number in range(200)]
    marked = set(range(first, first + count))
    assume(not marked & {number for number, _ in edits})
    text = " ".join(words)
    quote = quote_of(
        text, Span(text.index(words[first]), text.index(words[first + count - 1]) + len(words[first + count - 1]))
    )
    for number, new in edits:
        words[number] = new
    changed = " ".join(words)
    place = place_of(quote, changed)
    assert place is not None
    assert changed[place.start : place.end] == quote.words


@relaxed
@given(st.lists(st.sampled_from(["Ada ", "met ", "Bo ", "rain "]), min_size=30, max_size=90), st.data())
def test_what_is_put_in_elsewhere_moves_a_note_along(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    quote, new = quote_of(text, Span(start, end)), "Something else. " * 9
    assert place_of(quote, new + text) == Span(start + len(new), end + len(new))
    assert place_of(quote, text + new) == Span(start, end)


def test_notes_stand_in_the_order_of_the_text_and_lost_ones_in_that_of_time() -> None:
    gone = [Note(str(at), Quote("nowhere"), "", at) for at in (3.0, 1.0)]
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


@pytest.mark.parametrize("dropped", [note("Oslo"), Note("gone", Quote("nowhere"), "", 0.0)])
def test_a_note_that_is_dropped_can_be_had_again(dropped: Note) -> None:
    before = notes_in(TEXT, [note("Norway"), dropped])
    without = before.without(dropped)
    assert (len(without), without.dropped) == (1, (dropped,))
    again = without.having(dropped, TEXT)
    assert (again.placed, again.lost, again.dropped) == (before.placed, before.lost, ())


def test_the_notes_that_begin_on_a_line_are_found() -> None:
    notes = notes_in(TEXT, [note("rained"), note("Oslo"), note("Norway")])
    assert [each.note.quote.words for each in notes.beginning_in(Span(30, 80))] == ["Oslo"]
    assert NO_NOTES.beginning_in(Span(0, 99)) == ()
