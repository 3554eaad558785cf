"""How the paragraphs of a plain text are found."""

import textwrap

import pytest

from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.domain.paragraph import ParagraphKind
from tuireader.loaders.registry import load

SENTENCE = "He said that it would not be long before the boats came in again, and he was right about it. "


def read(text: str) -> Document:
    document = load(text.encode(), "a.txt")
    check_document(document)
    assert document.text == text
    return document


def kinds(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(str(each.kind), text[each.span.start : each.span.end]) for each in document.paragraphs]


def paragraphs(lengths: tuple[int, ...]) -> list[str]:
    return [(SENTENCE * length).strip() for length in lengths]


LENGTHS = (3, 4, 2, 5, 3, 4, 6, 3, 2, 4, 5, 3)


def test_blank_lines_part_paragraphs() -> None:
    assert [text for _, text in kinds("  One\n\n \n\t\nTwo\nis longer \n")] == ["One", "Two\nis longer"]


def test_a_hard_wrapped_paragraph_stays_one() -> None:
    text = "\n\n".join(map(textwrap.fill, paragraphs(LENGTHS)))
    assert len(read(text).paragraphs) == len(LENGTHS)


def test_long_lines_are_paragraphs_each() -> None:
    assert len(read("\n".join(paragraphs(LENGTHS))).paragraphs) == len(LENGTHS)


def test_indented_first_lines_begin_paragraphs() -> None:
    text = "\n".join(textwrap.fill(each, 66, initial_indent="    ") for each in paragraphs(LENGTHS))
    assert [kind for kind, _ in kinds(text)] == ["text"] * len(LENGTHS)


def test_short_last_lines_end_paragraphs_where_nothing_else_does() -> None:
    text = "\n".join(textwrap.fill(each + " So it was.", 72) for each in paragraphs(LENGTHS))
    assert 6 < len(read(text).paragraphs) <= len(LENGTHS)


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("    The boats went out at break of day\n      Upon a sea of glass,", ParagraphKind.VERSE),
        ("The boats went out\nUpon a sea\nAnd all the women\nHad seen", ParagraphKind.VERSE),
        ("    “Nobody knew what would become of them,\n    and nobody asked.”", ParagraphKind.QUOTE),
        ("  * * * * *", ParagraphKind.RULE),
        ("-----", ParagraphKind.RULE),
        ("Name        Year   Sum\nAnn         1999   12", ParagraphKind.VERSE),
        ("The House ........ 1\nThe Sea .......... 12", ParagraphKind.VERSE),
        ("+---+---+\n| a | b |\n+---+---+", ParagraphKind.CODE),
        ("> you wrote that\n> it was late", ParagraphKind.CODE),
        ("Yours truly,\nAnn Smith", ParagraphKind.VERSE),
    ],
)
def test_a_block_is_told_by_its_lines(block: str, kind: ParagraphKind) -> None:
    around = textwrap.fill(SENTENCE * 3)
    assert kinds(f"{around}\n\n{block}\n\n{around}")[1] == (kind, block.strip())


def test_items_hang_by_their_markers_and_nest_by_their_indents() -> None:
    text = "To do:\n- milk and\n  bread\n    * rye\n- salt\n\n10. ten"
    items = [(each.lead, each.hang, text[each.span.start :][:4]) for each in read(text).paragraphs[1:]]
    assert items == [("", 2, "- mi"), ("  ", 2, "* ry"), ("", 2, "- sa"), ("", 4, "10. ")]


def test_a_text_without_headings_has_sections_from_its_own_words() -> None:
    sections = read("\n\n".join(paragraphs((8, 8, 8)))).sections
    assert [section.title for section in sections] == ["He said that it would not be long…"] * 3


def test_a_long_text_without_headings_has_at_most_thirty_sections() -> None:
    assert 20 <= len(read("\n\n".join(paragraphs(LENGTHS * 40))).sections) <= 30


def test_a_title_alone_leaves_the_sections_to_the_words() -> None:
    titles = [section.title for section in read("A TALE\n\n" + "\n\n".join(paragraphs((8, 8)))).sections]
    assert titles == ["A TALE", *["He said that it would not be long…"] * 2]


def test_the_name_of_the_file_is_the_title_where_the_text_has_none() -> None:
    assert load(b"Some words.", "/notes/my_first-note.txt").title == "My first note"
    assert load(b"Some words.", "-").title == "Some words"


def test_windows_line_ends_and_control_characters_are_cleaned() -> None:
    assert load(b"One\r\n\r\n\x1b[31mTwo\r", "a.txt").text == "One\n\n\N{REPLACEMENT CHARACTER}[31mTwo\n"
