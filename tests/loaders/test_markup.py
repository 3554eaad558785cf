"""HTML inside of Markdown leaves its words, and means what it means on a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.domain.inline import InlineStyle
from tuireader.loaders.registry import load

TAGS = [f"<{name}>" for name in ("p", "b", "a", "li", "ul", "ol", "h1", "td", "th", "tr", "table", "pre", "blockquote")]


def read(source: str) -> Document:
    document = load(source.encode(), "a_note.md")
    check_document(document)
    return document


def paragraphs(source: str) -> list[tuple[str, str, str]]:
    document = read(source)
    return [(str(each.kind), each.lead, document.shown(each.span)) for each in document.paragraphs]


def texts(source: str) -> list[str]:
    return [text for *_, text in paragraphs(source)]


def test_blocks_are_dropped_to_their_text() -> None:
    source = "<div><p>One <b>two</b></p><!-- no --><script>alert(1)</script><p>Three &amp; four</div>\n\na <i>b</i> c"
    assert texts(source) == ["One two", "Three & four", "a b c"]


@pytest.mark.parametrize(
    ("tag", "style"),
    [
        ("b", InlineStyle.STRONG),
        ("strong", InlineStyle.STRONG),
        ("i", InlineStyle.EMPHASIS),
        ("em", InlineStyle.EMPHASIS),
        ("del", InlineStyle.STRUCK),
        ("kbd", InlineStyle.CODE),
        ("CODE", InlineStyle.CODE),
    ],
)
@pytest.mark.parametrize("form", ["so <{0}>it</{0}> was", "<p>so <{0} class='x'>it</{0}> was</p>"])
def test_tags_become_styles(form: str, tag: str, style: InlineStyle) -> None:
    document = read(form.format(tag))
    assert document.text == "so it was"
    assert [(document.shown(each.span), each.styles) for each in document.inlines] == [("it", frozenset({style}))]


@pytest.mark.parametrize("form", ["see {0}", "<p>see {0}</p>"])
def test_a_link_keeps_its_target(form: str) -> None:
    document = read(form.format('<a class=x href="http://x.org/?a>b">it</a>'))
    assert document.text == "see it"
    assert [each.target for each in document.inlines] == ["http://x.org/?a>b"]


@pytest.mark.parametrize("form", ["see {0} here", "<p>see {0} here</p>"])
def test_what_shows_nothing_leaves_nothing(form: str) -> None:
    nothing = '<a name="x"></a><!-- no --><span style="a"><img src="y.png"></span><wbr><sub></sub>'
    assert read(form.format(nothing)).text.split() == ["see", "here"]


@pytest.mark.parametrize("form", ["{0}", "<p>{0}</p>", "<center>\n{0}\n</center>"])
def test_a_picture_is_shown_by_its_words(form: str) -> None:
    assert read(form.format('<img width=1 alt="A &gt; map" src="m.png"/>')).text in ("A > map", "A &gt; map")


@pytest.mark.parametrize("source", ["one<br>two", "one<br />two", "<p>one<br>two</p>", "<p>one\n<br/>\ntwo</p>"])
def test_a_break_breaks_the_line(source: str) -> None:
    assert [line.strip() for line in read(source).text.split("\n")] == ["one", "two"]
    assert [kind for kind, *_ in paragraphs(source)] == ["text"]


def test_headings_open_sections() -> None:
    document = read('<h1 align="center"><img src="l.png"><br>The <b>name</b></h1>\n\nWords.\n\n<h2>Two</h2>')
    assert document.title == "The name"
    assert [(section.title, section.level) for section in document.sections] == [("The name", 1), ("Two", 2)]


def test_a_part_that_can_be_folded_shows_its_summary_and_its_words() -> None:
    source = "<details>\n<summary>More</summary>\n\n- inner\n\n</details>\n\nafter"
    assert texts(source) == ["More", "• inner", "after"]


def test_lists_nest_and_are_counted() -> None:
    assert paragraphs("<ol><li>one<ul><li>in<li>side</ul><li>two</ol>\n") == [
        ("item", "", "1. one"),
        ("item", "   ", "• in"),
        ("item", "   ", "• side"),
        ("item", "", "2. two"),
    ]


def test_a_quote_has_its_bar_and_code_its_lines() -> None:
    source = "<blockquote>so\nit <p>was</blockquote>\n<pre><code>a &lt; b\n  c</code></pre>"
    assert paragraphs(source) == [("quote", "> ", "so it"), ("quote", "> ", "was"), ("code", "", "a < b\n  c")]


def test_a_table_has_its_cells() -> None:
    source = "<table><caption>T</caption><tr><th>A<th align=right>B<tr><td>1<td>2<p>3</p></table>"
    document = read(source)
    assert [(document.shown(each.span), each.alignment) for each in document.paragraphs] == [
        ("T", ""),
        ("A\tB\n1\t2 3", "<>"),
    ]


def test_a_table_without_heads_has_an_empty_row_for_them() -> None:
    assert read("<table><tr><td>1</td><td>2</td></tr>\n<tr><td>3</td></tr></table>").text == "\n1\t2\n3"


def test_a_placeholder_in_angle_brackets_is_a_word() -> None:
    assert read("git checkout <branch> or <b>x</b>, <custom>y</custom> <x-icon a='b'>").text == (
        "git checkout <branch> or x, y"
    )


@pytest.mark.parametrize(
    "source",
    [
        "</b></a></p>one",
        "<p></blockquote></ul></table></li>one",
        "<td><tr>one",
        "<table>one<td>two<table><tr><td>three</table>four</table>five",
        "<li>one</h1><pre>",
        "<table><ul><li><blockquote><th>one",
        "<h1><h2>one",
        "> <ul><li>one",
        "<p title='a \" b'>one",
    ],
)
def test_tags_that_do_not_match_do_no_harm(source: str) -> None:
    assert any("one" in text for text in texts(source)) or "table" in source


@relaxed
@given(st.lists(st.sampled_from([*TAGS, *(f"</{tag[1:]}" for tag in TAGS), "words", " ", "\n"]), max_size=30))
def test_any_tags_in_any_order_give_a_document_that_keeps_the_rules(parts: list[str]) -> None:
    document = read(f"<div>words {''.join(parts)}")
    assert document.text.count("words") == parts.count("words") + 1


@pytest.mark.parametrize("unit", ["<a ", "<a '", '<p "', "<ul><li>", "<table><td>", "</", "<b>", "<!", "<blockquote>"])
def test_hostile_nesting_does_no_harm(unit: str) -> None:
    read(f"<p>{unit * 2_000}x")
