"""Underscores that mark emphasis in a plain text are seen through; those of identifiers are left alone."""

import pytest

from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.domain.inline import InlineStyle
from tuireader.loaders.registry import load

PROSE = "It was a _long_ way to the harbour, and _nobody_ went there after dark, said Ada."


def read(text: str) -> Document:
    document = load(text.encode(), "a.txt")
    check_document(document)
    assert document.text == text
    return document


def emphasised(text: str) -> list[str]:
    document = read(text)
    return [document.shown(each.span) for each in document.inlines if InlineStyle.EMPHASIS in each.styles]


def seen(text: str) -> str:
    document = read(text)
    return "\n\n".join(document.shown(paragraph.span) for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“_You_ want to tell me.”", ["You"]),
        ("(_so it is_), or--_not_--", ["so it is", "not"]),
        ("He had read the _History of\nthe Harbour_, he said.", ["History of\nthe Harbour"]),
        ("_All of it._", ["All of it."]),
        ("_“Never!”_ said he.", ["“Never!”"]),
        (f"a connoiss_ure_, and _Im_mediately\n\n{PROSE * 8}", ["ure", "Im", *["long", "nobody"] * 8]),
    ],
)
def test_words_between_underscores_are_emphasised(text: str, words: list[str]) -> None:
    assert emphasised(text) == words
    assert "_" not in seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "call snake_case_name(a_b) here",
        "the method __init__ and __all__",
        "fill in ____ here, Mr. ___",
        "2_000_000 of them",
        "see my_file_name.txt",
        "an _ alone _ here",
        "_open at the end\n\nof a paragraph_",
        "see _hidden_name_ in it",
    ],
)
def test_other_underscores_are_shown(text: str) -> None:
    assert emphasised(text) == []
    assert seen(text) == text


def test_where_names_have_underscores_too_only_single_words_are_emphasised() -> None:
    text = "use _hidden and other_ or a_b, c_d, e_f, but _not_ this"
    assert emphasised(text) == ["not"]


def test_code_is_shown_as_it_is() -> None:
    text = f"{PROSE}\n\n| _a_ | b |\n| _c_ | d |"
    assert emphasised(text) == ["long", "nobody"]


def test_underscores_are_in_no_title() -> None:
    document = read(f"CHAPTER I. _The Harbour_\n\n{PROSE}\n\nCHAPTER II. The _Light_\n\n{PROSE}")
    assert [section.title for section in document.sections] == ["CHAPTER I. The Harbour", "CHAPTER II. The Light"]
    assert read(f"“_You_ want to _tell_ me.” {PROSE}").sections[0].title == "You want to tell me"


def test_a_context_is_shown_without_underscores() -> None:
    document = read(PROSE)
    start = PROSE.index("nobody")
    span = type(document.paragraphs[0].span)(start, start + 6)
    assert document.context(span, 14) == ("…and ", "nobody", " went there…")
