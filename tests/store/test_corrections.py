"""Corrections are written as people would write them, and read as they were written."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader.domain.actor import ActorKind
from tuireader.domain.anchor import Anchor
from tuireader.domain.cleaning import clean_line
from tuireader.domain.correction import Add, Confirm, Correction, Known, Merge, Reject, Rename, Retype, Split
from tuireader.errors import CorrectionError
from tuireader.store.corrections import read, written

ADA = Known(ActorKind.PERSON, "Ada")

FILE = """\
# Corrections to the actors of a document, in the order in which they were made.

[[correction]]
merge = { person = "Miss \\"A\\"" }
into = { person = "Ada" }

[[correction]]
split = { person = "Ada" }
name = "the pilot"
to = { person = "Bo" }
at = { before = "then", words = "the pilot", behind = "ran", start = 12 }

[[correction]]
reject = { country = "Chad" }
"""
CORRECTIONS = (
    Merge(Known(ActorKind.PERSON, 'Miss "A"'), ADA),
    Split(ADA, "the pilot", Known(ActorKind.PERSON, "Bo"), Anchor("the pilot", "then", "ran", 12)),
    Reject(Known(ActorKind.COUNTRY, "Chad")),
)

words = st.text(max_size=20).map(clean_line).filter(bool)
known = st.builds(Known, st.sampled_from(ActorKind), words)
around = st.text(max_size=5).map(clean_line)
places = st.builds(Anchor, words, around, around, st.integers(0, 2**40), st.just(0))
corrections: st.SearchStrategy[Correction] = st.one_of(
    st.builds(Merge, known, known),
    st.builds(Split, known, words, known, st.none() | places),
    st.builds(Rename, known, words),
    st.builds(Retype, known, st.sampled_from(ActorKind)),
    st.builds(Reject, known, st.just("") | words, st.none() | places),
    st.builds(Add, words, known),
    st.builds(Confirm, known, words),
)


def test_a_file_reads_like_sentences() -> None:
    assert written(CORRECTIONS) == FILE


def test_a_file_that_somebody_wrote_is_understood() -> None:
    assert read(FILE) == CORRECTIONS


def test_an_empty_file_corrects_nothing() -> None:
    assert read("") == read(written(())) == ()


@relaxed
@given(st.lists(corrections, max_size=4))
def test_what_was_written_is_read_as_it_was(some: list[Correction]) -> None:
    assert read(written(some)) == tuple(some)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x = ", "no TOML: Invalid value (at end of document)"),
        ("[[correction]]\nmerge = 1\n\n\nx", "no TOML: Expected '=' after a key in a key/value pair"),
        ("[" * 100_000, "no TOML"),
        ("x = 1", "each correction begins with [[correction]]"),
        ("correction = 1", "each correction begins with [[correction]]"),
        ("correction = [1]", "each correction begins with [[correction]]"),
        ("[[correction]]", "correction 1: it says nothing of merge, split"),
        ("[[correction]]\nmerge = { person = 'A' }", "correction 1: into is missing"),
        ("[[correction]]\nmerge = 'Ada'", 'correction 1: merge must be like { person = "Ada" }'),
        ("[[correction]]\nmerge = { dog = 'A' }", 'merge must be like { person = "Ada" }'),
        ("[[correction]]\nrename = { person = '' }", "rename must be some words"),
        ("[[correction]]\nrename = { person = 'A' }\nname = 1", "name must be some words in quotation marks"),
        (
            "[[correction]]\nretype = { person = 'A' }\nkind = 'dog'",
            "kind must be one of person, country, organisation",
        ),
        ("[[correction]]\nreject = { person = 'A' }\nat = 'x'", "at must be like { before"),
        ("[[correction]]\nreject = { person = 'A' }\nat = { before = 'x' }", "at must be like { before"),
        ("[[correction]]\nreject = { person = 'A' }\nat = { words = 'x', start = -1 }", "start must be an offset"),
        ("[[correction]]\nreject = { person = 'A' }\nwhy = 'x'", "correction 1: 'why' means nothing here"),
    ],
)
def test_what_cannot_be_understood_is_named(text: str, words: str) -> None:
    with pytest.raises(CorrectionError) as caught:
        read(text)
    assert words in str(caught.value)


@relaxed
@given(st.text(max_size=80) | st.text("[]{}=\"'correctionmgeps \n", max_size=200))
def test_any_text_is_a_file_or_an_error(text: str) -> None:
    try:
        read(text)
    except CorrectionError as error:
        assert str(error)


@relaxed
@given(st.text(max_size=30))
def test_nothing_harmful_gets_into_a_file_or_out_of_it(name: str) -> None:
    text = written([Rename(ADA, f"x{name}")])
    assert "\x1b" not in text
    assert tomllib.loads(text)["correction"][0]["name"] == clean_line(f"x{name}")
