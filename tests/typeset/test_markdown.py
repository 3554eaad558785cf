"""Whatever a text or a reader says is only words in Markdown, as a reader of Markdown sees it."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.domain.properties import relaxed
from tests.tui.documents import HARBOUR, opened
from tuireader.domain.anchor import Anchor, anchor_of
from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document, DocumentId
from tuireader.domain.notes import NO_NOTES, Note, notes_in
from tuireader.domain.span import Span
from tuireader.typeset.markdown import notes_page, plain_line

MARKS = st.text(alphabet="ab1 .)#*_-+=`[]()<>|~&;!\\\n\t\x1b$:/", max_size=40)


def read(markdown: str) -> list[tuple[str, str]]:
    """The blocks of a page of Markdown and the words in them, as they are read."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [
        (tokens[at - 1].type, "".join(child.content for child in token.children or ()))
        for at, token in enumerate(tokens)
        if token.type == "inline"
    ]


@relaxed
@given(MARKS)
def test_words_are_nothing_but_words(words: str) -> None:
    expected = [("paragraph_open", clean_line(words))] if words.strip() else []
    assert read(plain_line(words)) == expected


@relaxed
@given(MARKS)
def test_the_words_of_a_note_cannot_break_the_page(words: str) -> None:
    document = opened(HARBOUR).document
    note = Note("a", anchor_of(document.text, Span(0, 11)), words, 0.0)
    blocks = read("".join(notes_page(document, notes_in(document.text, [note]))))
    told = [("paragraph_open", clean_line(words))] if words.strip() else []
    assert blocks == [
        ("heading_open", "The harbour"),
        ("heading_open", "The harbour"),
        ("paragraph_open", "The harbour"),
        *told,
    ]


def test_a_page_has_the_notes_under_their_sections_and_lost_ones_at_the_end() -> None:
    text = opened(HARBOUR).document.text
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in ("rained", "pays", "April")]
    notes = [Note(str(span), anchor_of(text, span), "", 0.0) for span in spans]
    lost = Note("lost", Anchor("Nowhere"), "why?", 0.0)
    page = "".join(notes_page(opened(HARBOUR).document, notes_in(text, [lost, *notes])))
    assert [words for _, words in read(page)] == [
        *("The harbour", "The harbour", "pays", "The letter", "rained", "April"),
        *("Lost: these words are gone", "Nowhere", "why?"),
    ]


def test_a_page_says_on_which_page_of_the_file_the_words_are() -> None:
    document = Document(
        DocumentId(""), "Boats", "One.\n\nTwo.", (), opened("One.\n\nTwo.\n").document.paragraphs, pages=(0, 6)
    )
    notes = notes_in(document.text, [Note("a", anchor_of(document.text, Span(6, 9)), "", 0.0)])
    assert "".join(notes_page(document, notes)) == "# Boats\n\n> Two\n>\n> — p. 2\n"


def test_without_notes_there_is_no_page() -> None:
    assert list(notes_page(opened(HARBOUR).document, NO_NOTES)) == []
