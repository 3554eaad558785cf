"""Whom pronouns mean: clear ones are given to somebody, unclear ones are left alone."""

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recognise.people import index_of
from tuireader.domain.actor import Mention, MentionForm
from tuireader.domain.index import Index
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.recognise.pronouns import add_pronouns

PEOPLE = ("Anna Holm", "Mary Reed", "Mrs Lund", "John Berg", "Paul Falk", "Mr. Dahl", "Quill")
PIECES = [*PEOPLE, "He", "she", "his", "her", "himself", "the old man", "saw", "and", ".", ",", "’s", "“", "\n\n"]


def meant(marked: str) -> tuple[list[str], list[str]]:
    """Whom the pronouns in a text mean, and whom its marks tell: `He|John Berg| smiled at her|-|.`."""
    words, marks = marked.split("|")[::2], marked.split("|")[1::2]
    text = "".join(words)
    mentions = {mention.span.end: mention.actor for mention in pronouns_of(text, index_of(text, PEOPLE))}
    ends = [len("".join(words[:number])) for number in range(1, len(words))]
    found = [str(mentions.pop(end, "-")).removeprefix("person:") for end in ends]
    assert not mentions
    return found, [mark.lower() for mark in marks]


def pronouns_of(text: str, index: Index, paragraphs: Sequence[Paragraph] = ()) -> list[Mention]:
    """The mentions by pronouns."""
    added = add_pronouns(index, text, paragraphs).mentions
    return [mention for mention in added if mention.form is MentionForm.PRONOUN]


@pytest.mark.parametrize(
    "marked",
    [
        "Anna Holm met John Berg. She|Anna Holm| told him|John Berg| that his|John Berg| plan was bold.",
        "John Berg smiled. He|John Berg| said that he|John Berg| would leave in autumn.",
        "Mary Reed spoke first. John Berg listened. He|John Berg| thought that she|Mary Reed| was right.",
        "Mrs Lund rose. She|Mrs Lund| put on her|Mrs Lund| coat.",
        "Mary Reed hurt herself|Mary Reed|.",
        "The house was hers|-|. Mary Reed sold it. The money was hers|Mary Reed| too.",
        "John Berg’s sister came. She|-| kissed him|John Berg|.",
        "John Berg looked about him|John Berg|.",
        "MARY REED WINS. SHE|Mary Reed| THANKS HER|Mary Reed| PARENTS.",
    ],
)
def test_a_clear_pronoun_means_somebody(marked: str) -> None:
    found, told = meant(marked)
    assert found == told


@pytest.mark.parametrize(
    "marked",
    [
        "John Berg met Paul Falk in the garden. He|-| was tired.",
        "Anna Holm and Mary Reed met. She|-| laughed.",
        "John Berg was tired. The old man opened the door. He|-| bowed.",
        "Anna Holm saw her|-|.",
        "He|-| was born in the north. Nobody knows his|-| name.",
        "Mary Reed sat down. He|-| rose.",
        "John Berg left. It rained. It rained. It rained. It rained. It rained. It rained. It rained. He|-| slept.",
        "The house was hers|-|.",
    ],
)
def test_an_unclear_pronoun_is_left_alone(marked: str) -> None:
    found, told = meant(marked)
    assert found == told


def test_who_sees_somebody_is_not_the_one_who_is_seen() -> None:
    found, told = meant("Anna Holm met Mary Reed. Anna Holm saw her|Mary Reed|.")
    assert found == told


def test_pronouns_tell_the_gender_of_a_strange_name() -> None:
    found, told = meant("Quill rose. She|Quill| bowed. John Berg came in. Quill waited. She|Quill| smiled.")
    assert found == told


def test_a_style_is_no_pronoun() -> None:
    found, told = meant("Mrs Lund sat. Her Majesty was tired, and she|Mrs Lund| slept.")
    assert found == told


def test_a_word_like_a_pronoun_in_another_language_is_none() -> None:
    text = "Anna Holm geht hin und her. " + "Das Haus am Rande der Stadt ist seit vielen Jahren leer. " * 5
    assert pronouns_of(text, index_of(text, PEOPLE)) == []


def test_code_holds_no_pronouns() -> None:
    text = "John Berg smiled. He left.\n\nhe = 1"
    bounds = [(0, 26, ParagraphKind.TEXT), (28, 34, ParagraphKind.CODE)]
    paragraphs = [Paragraph(Span(start, end), kind, 0) for start, end, kind in bounds]
    assert [mention.span.start for mention in pronouns_of(text, index_of(text, PEOPLE), paragraphs)] == [18]


def test_a_name_that_is_a_pronoun_stays_a_name() -> None:
    text = "Xi He smiled. He left."
    index = index_of(text, ["Xi He"])
    assert [mention.span.start for mention in pronouns_of(text, index)] == [14]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_the_actors_and_all_other_mentions_stay(text: str) -> None:
    index = index_of(text, PEOPLE)
    added = add_pronouns(index, text)
    assert added.actors == index.actors
    assert tuple(each for each in added.mentions if each.form is not MentionForm.PRONOUN) == index.mentions
    assert all(first.span.end <= second.span.start for first, second in pairwise(added.mentions))
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in added.mentions)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert add_pronouns(Index(), text).mentions == ()


@pytest.mark.parametrize("piece", ["John Berg ", "him ", ". ", "the old ", ".", "“", "He saw her. ", "x", "\n", "’"])
def test_odd_texts_of_any_length_are_read(piece: str) -> None:
    text = "John Berg " + piece * 20_000 + " him"
    index = index_of(text, PEOPLE)
    assert add_pronouns(index, text).actors == index.actors


def test_the_same_text_gives_the_same_mentions() -> None:
    text = " ".join(random.Random(7).choices(PIECES, k=400))
    index = index_of(text, PEOPLE)
    assert add_pronouns(index, text).mentions == add_pronouns(index, text).mentions
