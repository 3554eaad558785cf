"""Marked sentences: where a country is meant, and where its word means something else."""

import pytest

from tests.recognise.marked import Said, Sentence, countries_said, parse, read_sentences
from tuireader.recognise.recogniser import Recogniser

_LEAST_RIGHT = 0.95
"""How large a part of the held-out sentences comes out right at least; nothing is tuned on them."""


def is_right(sentence: Sentence, recogniser: Recogniser) -> bool:
    """Whether exactly the marked countries are found in a sentence."""
    return countries_said(recogniser.find(sentence.text), sentence.text) == sentence.countries


def test_marks_are_taken_off() -> None:
    text, countries = parse("[Danes](DK demonym) live in [Denmark](DK).")
    assert text == "Danes live in Denmark."
    assert countries == (Said(0, "Danes", "Denmark", "demonym"), Said(14, "Denmark", "Denmark", "name"))


@pytest.mark.parametrize("sentence", read_sentences("countries.txt"), ids=lambda sentence: sentence.text)
def test_the_countries_of_a_sentence_are_found(sentence: Sentence, recogniser: Recogniser) -> None:
    assert countries_said(recogniser.find(sentence.text), sentence.text) == sentence.countries


def test_nearly_all_sentences_that_were_held_out_come_out_right(recogniser: Recogniser) -> None:
    sentences = read_sentences("heldout.txt")
    assert sum(is_right(sentence, recogniser) for sentence in sentences) >= _LEAST_RIGHT * len(sentences)
