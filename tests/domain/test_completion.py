"""While a question is typed, the piece at the cursor can be completed to what is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader import find_actors
from tuireader.domain.completion import Completion, completions
from tuireader.domain.question import Piece, parse, piece_at
from tuireader.errors import QuestionError
from tuireader.loaders.registry import load
from tuireader.recognise.quotations import find_quotations

TEXT = """# The talks

Polish Defence Minister Anna Kowalska met Keir Starmer in Warsaw. "We will not wait," said Kowalska.

# What comes next (soon)

Starmer flew back to Britain. French President Luc Martin stayed in Poland with Anna Kowalska.
"""
DOCUMENT = load(TEXT.encode(), "a.md")
_FOUND = find_actors(DOCUMENT)
INDEX = _FOUND.quoting(find_quotations(DOCUMENT.text, DOCUMENT.paragraphs, _FOUND))


def offered(typed: str) -> tuple[Completion, ...]:
    piece = piece_at(typed, len(typed))
    return completions(piece, DOCUMENT, INDEX) if piece is not None else ()


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("star", ["Keir Starmer"]),
        ("(poland & kow", ["Anna Kowalska"]),
        ("kowlska", ["Anna Kowalska"]),
        ("zzz", []),
        ("poland & ", []),
        ("poland & keir starmer", []),
        ("kind:", ["person", "country", "organisation"]),
        ("kind:o", ["organisation"]),
        ("kind:x", ["person", "country", "organisation"]),
        ("role:def", ["Polish Defence Minister"]),
        ("country:pol", ["Poland"]),
        ("said:", ["Anna Kowalska"]),
        ("said:starmer", []),
        ("in:", ["1", "2"]),
        ("in:next", ["2"]),
        ("colour:red", []),
    ],
)
def test_the_piece_that_is_typed_is_completed(typed: str, texts: list[str]) -> None:
    assert [each.text for each in offered(typed)] == texts


@pytest.mark.parametrize(
    ("typed", "place", "piece"),
    [
        ("us & eliz be", 12, Piece("", "eliz be", 5, 12)),
        ("us & eliz be", 2, Piece("", "us", 0, 2)),
        ("us & ", 5, None),
        ("in:3 us", 7, Piece("", "us", 5, 7)),
        ("kind:person us", 9, Piece("kind", "person", 5, 11)),
        ("role: prime min", 15, Piece("role", "prime min", 6, 15)),
        ('role:"prime min', 15, Piece("role", "prime min", 5, 15)),
        ('role:"prime minister" & us', 21, Piece("role", "prime minister", 5, 21)),
        ('"some words', 11, None),
    ],
)
def test_the_piece_is_the_name_or_value_at_the_cursor(typed: str, place: int, piece: Piece | None) -> None:
    assert piece_at(typed, place) == piece


@relaxed
@given(st.text('ab:("&| -in3kdsro', max_size=20))
def test_a_completed_piece_can_be_understood(typed: str) -> None:
    for each in offered(typed):
        piece = piece_at(typed, len(typed))
        assert piece is not None
        whole = f"{typed[: piece.start]}{each.text}{typed[piece.end :]}"
        try:
            parse(typed[: piece.start] + "a" + typed[piece.end :])
        except QuestionError:
            continue
        parse(whole)
