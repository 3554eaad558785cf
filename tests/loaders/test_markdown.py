"""Markdown as a reader sees it."""

import pytest

from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.domain.inline import InlineStyle
from tuireader.domain.paragraph import Paragraph
from tuireader.loaders.registry import load


def read(source: str) -> Document:
    document = load(source.encode(), "a_note.md")
    check_document(document)
    return document


def blocks(source: str) -> list[tuple[str, str, int, str]]:
    document = read(source)
    return [(str(each.kind), each.lead, each.hang, words(document, each)) for each in document.paragraphs]


def words(document: Document, paragraph: Paragraph) -> str:
    return document.text[paragraph.span.start : paragraph.span.end]


def inlines(source: str) -> list[tuple[str, set[InlineStyle], str]]:
    document = read(source)
    return [(document.text[i.span.start : i.span.end], set(i.styles), i.target) for i in document.inlines]


def test_headings_open_sections_and_the_first_main_one_is_the_title() -> None:
    document = read("Before.\n\n# The *main* one\n\nWords.\n\nSecond\n------\n\n### Third")
    assert document.title == "The main one"
    assert [(section.title, section.level) for section in document.sections] == [
        ("Before", 1),
        ("The main one", 1),
        ("Second", 2),
        ("Third", 3),
    ]


@pytest.mark.parametrize("line", ["title: A Name", 'title: "A Name"', "Title:  'A Name' "])
def test_front_matter_names_the_document_and_is_not_shown(line: str) -> None:
    document = read(f"---\n{line}\ndate: 2025-02-20\n---\nWords.\n\n# Head\n\nMore.")
    assert document.title == document.sections[0].title == "A Name"
    assert document.text == "Words.\n\nHead\n\nMore."


def test_a_document_without_title_is_called_by_its_file() -> None:
    assert read("Words.").title == "A note"


def test_marks_become_styles() -> None:
    assert inlines("*a* **b _c_** ~~d~~ `e` [f **g**](http://x.org/?q=1) ![a picture](p.png)") == [
        ("a", {InlineStyle.EMPHASIS}, ""),
        ("b ", {InlineStyle.STRONG}, ""),
        ("c", {InlineStyle.STRONG, InlineStyle.EMPHASIS}, ""),
        ("d", {InlineStyle.STRUCK}, ""),
        ("e", {InlineStyle.CODE}, ""),
        ("f ", {InlineStyle.LINK}, "http://x.org/?q=1"),
        ("g", {InlineStyle.LINK, InlineStyle.STRONG}, "http://x.org/?q=1"),
    ]
    assert read("![a picture](p.png)").text == "a picture"


def test_lists_carry_their_markers_and_nest() -> None:
    assert blocks("- one\n  more\n  - two\n\n    7) seven\n\n    below\n- [ ] open\n- [x] done\n-") == [
        ("item", "", 2, "• one more"),
        ("item", "  ", 2, "• two"),
        ("item", "    ", 3, "7) seven"),
        ("text", "    ", 0, "below"),
        ("item", "", 2, "☐ open"),
        ("item", "", 2, "☑ done"),
        ("item", "", 1, "•"),
    ]


def test_what_is_nested_in_an_item_stands_under_its_words() -> None:
    assert [(kind, lead) for kind, lead, *_ in blocks("10. one\n\n    two\n\n        three\n\n    - four")] == [
        ("item", ""),
        ("text", "    "),
        ("code", "    "),
        ("item", "    "),
    ]


def test_quotes_nest_and_hold_everything() -> None:
    source = "> one\n> > two\n>\n> - three\n>   > four\n>\n>       five\n>\n> ---\n>\n> | six |\n> |---|"
    assert blocks(source) == [
        ("quote", "> ", 0, "one"),
        ("quote", "> > ", 0, "two"),
        ("item", "> ", 2, "• three"),
        ("quote", ">   > ", 0, "four"),
        ("code", ">   ", 0, "five"),
        ("rule", "> ", 0, "* * *"),
        ("table", "> ", 0, "six"),
    ]


@pytest.mark.parametrize(
    "inside", ["> quote", "* * *", "```\n  code\n  ```", "| a |\n  |---|", "- item", "# head\n\n  words"]
)
def test_the_marker_of_an_item_comes_before_whatever_it_begins_with(inside: str) -> None:
    (_, lead, _, marker), (_, below, *_) = blocks(f"- {inside}")[:2]
    assert (lead, marker[0]) == ("", "•")
    assert below[:2] == "  " or below[:2] == "> "


def test_an_alert_has_a_title() -> None:
    assert blocks("> [!WARNING]\n> Wet paint.\n\n> [!note] not so") == [
        ("quote", "> ", 0, "Warning\n  Wet paint."),
        ("quote", "> ", 0, "[!note] not so"),
    ]


def test_a_heading_in_a_quote_or_an_item_is_no_section() -> None:
    document = read("# One\n\n> # Two\n\n- # Three")
    assert [section.title for section in document.sections] == ["One"]
    assert [words(document, each) for each in document.paragraphs] == ["One", "Two", "• Three"]
    assert [document.text[each.span.start : each.span.end] for each in document.inlines] == ["Two", "Three"]


def test_the_text_shows_how_things_are_nested() -> None:
    source = (
        "- one\n  1. two<br>more\n\n     below\n\n     ```\n     if it:\n\n       rain()\n     ```\n\n> three\n> > four"
    )
    lines = [
        "• one",
        "  1. two",
        "     more",
        "",
        "     below",
        "",
        "     if it:",
        "",
        "       rain()",
        "",
        "  three",
        "",
    ]
    assert read(source).text.split("\n") == [*lines, "    four"]


def test_code_keeps_its_lines_and_its_indent() -> None:
    assert blocks("```py\n    a\n\n  b\n```\n\n    c") == [("code", "", 0, "    a\n\n  b"), ("code", "", 0, "c")]


def test_a_table_is_a_line_for_each_row_with_tabs_between_the_cells() -> None:
    assert blocks("| A | B |\n|---|--:|\n| *x* | |\n| | `y` |") == [("table", "", 0, "A\tB\nx\t\n\ty")]


@pytest.mark.parametrize(
    ("line", "alignment"), [("|---|---|", ""), ("|:--|--:|", "<>"), ("|:-:|---|", "^"), ("|---|:-:|", "<^")]
)
def test_the_columns_of_a_table_are_set_as_its_ruler_says(line: str, alignment: str) -> None:
    (table,) = read(f"| A | B |\n{line}\n| 1 | 2 |").paragraphs
    assert table.alignment == alignment


def test_footnotes_stand_at_the_end() -> None:
    document = read("Words[^n] and more.\n\n[^n]: The note.\n\n    Its end.")
    assert document.text == "Words[1] and more.\n\n* * *\n\n[1] The note.\n\n    Its end."
    assert document.inlines[0].styles == {InlineStyle.NOTE}


def test_soft_line_ends_are_spaces_and_hard_ones_stay() -> None:
    assert blocks("one\ntwo") == [("text", "", 0, "one two")]
    assert blocks("Roses are red  \nviolets\\\nblue<br>\nsky") == [("text", "", 0, "Roses are red\nviolets\nblue\nsky")]
    assert read("one").keeps_lines


def test_a_rule_is_a_paragraph() -> None:
    assert [kind for kind, *_ in blocks("a\n\n***\n\nb")] == ["text", "rule", "text"]


def test_characters_written_as_entities_are_made_safe_too() -> None:
    assert read("&#27;[31m &#x202e; x [a](http://x/&#27;)").text.isprintable()


def test_a_file_that_would_show_nothing_is_read_as_plain_text() -> None:
    assert read("<!-- only a comment -->").text == "<!-- only a comment -->"


@pytest.mark.parametrize("unit", ["> ", "- ", "*", "[", "<!--", "<a ", "`", "![](", "| a ", "_a*", "&#"])
def test_hostile_nesting_does_no_harm(unit: str) -> None:
    read(unit * 2_000 + "x")
