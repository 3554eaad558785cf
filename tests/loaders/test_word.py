"""Word documents as a reader sees them."""

import pytest

from tests.loaders.packing import packed
from tests.loaders.rules import check_document
from tests.loaders.wording import item, par, part, run, word
from tuireader.domain.document import Document
from tuireader.domain.inline import InlineStyle
from tuireader.errors import ReaderError, UnreadableError
from tuireader.loaders.registry import load


def read(data: bytes) -> Document:
    document = load(data, "a_note.docx")
    check_document(document)
    return document


def blocks(body: str) -> list[tuple[str, str]]:
    document = read(word(body))
    return [(str(each.kind), document.text[each.span.start : each.span.end]) for each in document.paragraphs]


def test_headings_are_told_by_the_styles_that_a_style_is_based_on() -> None:
    body = par("One", "H1") + par("words") + par("Two", "Own") + par("Three", "", '<w:outlineLvl w:val="2"/>')
    assert [(each.title, each.level) for each in read(word(body)).sections] == [("One", 1), ("Two", 2), ("Three", 3)]


def test_where_no_styles_are_used_bold_lines_are_headings() -> None:
    body = par(run("The quay", "<w:b/>")) + par("words") + par(run("All of this is bold, and a sentence.", "<w:b/>"))
    assert [kind for kind, _ in blocks(body)] == ["heading", "text", "text"]


def test_lists_are_numbered_as_the_document_says() -> None:
    body = item("one", 1) + item("a", 1, 1) + item("b", 1, 1) + item("two", 1) + item("a", 1, 1) + item("x", 2)
    assert [text for _, text in blocks(body)] == ["1. one", "1a) a", "1b) b", "2. two", "2a) a", "• x"]


def test_changes_are_accepted_and_comments_left_out() -> None:
    body = par(
        run("The ")
        + f"<w:del>{run('old').replace('w:t', 'w:delText')}</w:del><w:ins>{run('new')}</w:ins>"
        + f"<w:moveFrom>{run(' gone')}</w:moveFrom>"
        + '<w:commentRangeStart w:id="0"/>'
        + run(" boat")
        + '<w:r><w:commentReference w:id="0"/></w:r>'
        + run(" hidden", "<w:vanish/>")
        + run(".")
    )
    assert blocks(body) == [("text", "The new boat.")]


def test_fields_show_their_results_and_not_their_codes() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>' + run("7")
    assert blocks(par(field)) == [("text", "7")]


def test_notes_stand_at_the_end() -> None:
    notes = part("footnotes", f'<w:footnote w:id="2">{par("The note.")}</w:footnote>')
    body = par(run("Words") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run("."))
    document = read(word(body, {"word/footnotes.xml": notes}))
    assert document.text == "Words[1].\n\n* * *\n\n[1] The note."
    assert document.inlines[0].styles == {InlineStyle.NOTE}


def test_tables_and_boxes_are_read() -> None:
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format(par('Boat'), par('Year'))}{row.format(par('Ada'), par('1912') + par('or so'))}</w:tbl>"
    box = f"<w:txbxContent>{par('In a box')}</w:txbxContent>"
    shape = f"<AlternateContent><Choice>{box}</Choice><Fallback>{box}</Fallback></AlternateContent>"
    body = table + par(run("Beside") + f"<w:r>{shape}</w:r>")
    assert blocks(body) == [("table", "Boat\tYear\nAda\t1912 or so"), ("text", "Beside"), ("text", "In a box")]


def test_a_table_of_one_column_is_no_table() -> None:
    assert blocks(f"<w:tbl><w:tr><w:tc>{par('a')}{par('b')}</w:tc></w:tr></w:tbl>") == [("text", "a"), ("text", "b")]


def test_words_stand_out_and_links_lead_somewhere() -> None:
    link = '<Relationship Id="r1" TargetMode="External" Target="http://x.org/"/>'
    body = par(
        run("so", "<w:b/><w:i/>") + run(" not", '<w:b w:val="0"/>') + f'<w:hyperlink r:id="r1">{run("x")}</w:hyperlink>'
    )
    data = word(body, {"word/_rels/document.xml.rels": f"<Relationships>{link}</Relationships>"})
    assert [(set(each.styles), each.target) for each in read(data).inlines] == [
        ({InlineStyle.STRONG, InlineStyle.EMPHASIS}, ""),
        ({InlineStyle.LINK}, "http://x.org/"),
    ]


def test_code_keeps_its_lines_and_quotes_their_bar() -> None:
    body = par("if x:", "Code") + par("    y", "Code") + par("Said she.", "Q") + par("Contents 1", "TOC1")
    assert blocks(body) == [("code", "if x:\n    y"), ("quote", "Said she.")]


def test_the_title_is_that_of_the_properties_else_that_of_the_text() -> None:
    assert read(word(par("x"), title="The Ferry")).title == "The Ferry"
    assert read(word(par("Head", "H1"), title="untitled")).title == "Head"
    assert read(word(par("x"))).title == "A note"


def test_a_style_based_on_itself_does_no_harm() -> None:
    assert blocks(par("x", "Loop")) == [("text", "x")]


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'
    with pytest.raises(UnreadableError, match="declares entities"):
        load(word("", {"word/document.xml": bomb}), "a.docx")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_encoding_of_a_part_is_that_of_its_mark(encoding: str) -> None:
    text = part("document", f"<w:body>{par('Zoë')}</w:body>").replace("UTF-8", encoding)
    data = packed({"word/document.xml": text.encode(encoding), "_rels/.rels": "<Relationships/>"})
    assert read(data).text == "Zoë"


@pytest.mark.parametrize("depth", [300, 50_000])
def test_deep_nesting_does_no_harm(depth: int) -> None:
    row = "<w:tbl><w:tr><w:tc>" * depth + par("x") + "</w:tc></w:tr></w:tbl>" * depth
    try:
        read(word(row))
    except ReaderError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize("part_of_it", range(1, 10))
def test_a_document_cut_off_is_an_error_to_show(part_of_it: int) -> None:
    data = word(par("x"))
    with pytest.raises(ReaderError, match=r"^cannot read 'a\.docx': "):
        load(data[: len(data) * part_of_it // 10], "a.docx")


def test_a_document_without_words_says_so() -> None:
    with pytest.raises(UnreadableError, match="no words"):
        load(word(par("")), "a.docx")
