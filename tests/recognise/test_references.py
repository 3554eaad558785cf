"""The places of a text that refer to one person."""

import pytest

from tests.recognise.people import index_of
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.recognise.references import Reference, find_references

PEOPLE = ("Anna Holm", "Mr. Dahl", "Sister Agnes")


def references(text: str) -> dict[str, Reference]:
    """Every reference of a text, by its words."""
    return {text[each.start : each.end]: each for each in find_references(text, (), index_of(text, PEOPLE))}


def test_names_pronouns_and_nouns_refer_to_somebody() -> None:
    assert list(references("Anna Holm thanked her old nurse, and she smiled.")) == ["Anna Holm", "her", "nurse", "she"]


@pytest.mark.parametrize("text", ["Man overboard!", "They man the boats.", "A he-man came.", "The Shea stadium."])
def test_other_words_refer_to_nobody(text: str) -> None:
    assert references(text) == {}


def test_a_word_in_a_name_refers_to_nobody_else() -> None:
    assert list(references("The Sister Agnes of whom they spoke")) == ["Sister Agnes"]


@pytest.mark.parametrize(
    ("text", "owners", "objects"),
    [
        ("Anna Holm’s boat met him.", ["Anna Holm"], ["him"]),
        ("They saw her.", [], ["her"]),
        ("They saw her boat.", ["her"], []),
        ("They gave her the boat.", [], ["her"]),
        ("The man's boat is his.", ["man", "his"], []),
    ],
)
def test_what_somebody_has_is_told_from_what_is_done_to_somebody(
    text: str, owners: list[str], objects: list[str]
) -> None:
    found = references(text)
    assert [word for word, each in found.items() if each.is_owner] == owners
    assert [word for word, each in found.items() if each.is_object] == objects


def test_a_title_and_an_initial_end_no_sentence() -> None:
    found = references("Anna Holm met Mr. Dahl and Col. Q. Reed. She smiled. “Good!” he said.")
    assert [each.sentence for each in found.values()] == [0, 0, 1, 2]


def test_paragraphs_are_parted_at_blank_lines() -> None:
    assert [each.paragraph for each in references("Anna Holm\nand he\n \nand she").values()] == [0, 0, 1]


def test_paragraphs_may_be_given() -> None:
    text = "he\nshe"
    paragraphs = [Paragraph(Span(0, 2), ParagraphKind.TEXT, 0), Paragraph(Span(3, 6), ParagraphKind.TEXT, 0)]
    found = find_references(text, paragraphs, index_of(text, PEOPLE))
    assert [each.paragraph for each in found] == [1, 2]
