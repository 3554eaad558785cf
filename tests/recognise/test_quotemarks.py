"""What stands between quotation marks, whichever they are."""

import time

import pytest

from tuireader.recognise.quotemarks import Marks


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in Marks(text).quoted(0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "one" and "two".', ["one", "two"]),
        ("He said “one” and “two”.", ["one", "two"]),
        ("„eins“, „zwei”", ["eins", "zwei"]),
        ("« un », «deux»", ["un", "deux"]),
        ("‘one’ and ‘two.’", ["one", "two."]),
        ("'one' and 'two.'", ["one", "two."]),
        ("‘I can’t,’ he said.", ["I can’t,"]),
        ("‘The lads’ legs were gone.’ So he said.", ["The lads’ legs were gone."]),
        ("‘Nothin’ doing, mate.’", ["Nothin’ doing, mate."]),
        ("The boys’ coats and the girls’ hats.", []),
        ("The boys' coats, 'tis said, and rock 'n' roll.", []),
        ("“She said ‘no’ to me.”", ["She said ‘no’ to me."]),
        ("‘She said “no” to me.’", ["She said “no” to me."]),
        ("the ‘acts of states’ and more", ["acts of states"]),
        ('A board of 5" and 6".', []),
        ("“One, “two”", ["One,", "two"]),
        ("“One and no end", ["One and no end"]),
        ("", []),
    ],
)
def test_words_between_marks_are_quoted(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_a_quotation_that_is_not_closed_says_so() -> None:
    text = "“One,” he said. “Two"
    assert [each.is_closed for each in Marks(text).quoted(0, len(text))] == [True, False]


@pytest.mark.parametrize("piece", ["«  ", "“a ", "‘s’ ", "'s' 's ", '"a', "s’ ‘", "'a s' "])
def test_odd_texts_take_no_time(piece: str) -> None:
    text = piece * 20_000
    began = time.perf_counter()
    quoted(text)
    assert time.perf_counter() - began < 2
