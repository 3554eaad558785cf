"""Any bytes at all give a document that keeps its rules, or an error that can be shown."""

from collections.abc import Callable

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.loaders.rules import check_document
from tuireader.domain.cleaning import clean
from tuireader.errors import ReaderError
from tuireader.loaders.registry import load
from tuireader.loaders.source import Source
from tuireader.loaders.text import TextLoader

_LINES = (
    "",
    "",
    "  ",
    "CHAPTER I.",
    "Chapter 2: The Sea",
    "BOOK THE FIRST",
    "II",
    "3. Results",
    "# Head *two*",
    "======",
    "* * *",
    "THE END OF THE DAY",
    "Contents",
    "- item",
    "    - deeper",
    "1. first",
    "> quoted",
    "```",
    "| a | b |",
    "|---|---|",
    "    indented",
    "a [link](http://example.org) and `code`[^1]",
    "[^1]: A note.",
    "<b>bold</b><!-- seen?",
    "one<br>two  ",
    "<details><summary>More</summary>",
    "_so_ it _is_, snake_case and _this",
    "> > deeper",
    "- - > ```",
    "He said that nothing would be decided before the boats were in, and that was the end of it.",
    "Name     Year    Sum",
    "*** START OF THE PROJECT GUTENBERG EBOOK X ***",
    "*** END OF THE PROJECT GUTENBERG EBOOK X ***",
    "\u200b",
    "&#27;[31m &#10; **",
)
some_lines = st.lists(
    st.one_of(st.sampled_from(_LINES), st.text(st.characters(exclude_characters="\0"), max_size=30)), max_size=30
).map("\n".join)
relaxed: Callable[[Callable[..., None]], Callable[..., None]] = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150
)


@relaxed
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "-", "a.pdf", "a", "b.xyz"]))
@example(b"\xff\xfe", "a.txt")
@example(b"\xff\xfe\x00\x00", "a.md")
@example(b"<!-- -->", "a.md")
def test_any_bytes_give_a_document_or_an_error_to_show(data: bytes, name: str) -> None:
    try:
        document = load(data, name)
    except ReaderError as error:
        assert "\n" not in str(error)
        assert repr(name) in str(error)
    else:
        check_document(document)


@relaxed
@given(some_lines, st.sampled_from(["a.txt", "a.md"]))
def test_any_text_gives_a_document_that_keeps_the_rules(text: str, name: str) -> None:
    try:
        document = load(text.encode("utf-8", "replace"), name)
    except ReaderError:
        return
    check_document(document)


@relaxed
@given(some_lines.filter(str.strip))
def test_plain_text_is_kept_character_for_character(text: str) -> None:
    data = text.encode("utf-8", "replace")
    assert TextLoader().load(Source(data, "a.txt")).text == clean(data.decode().removeprefix("\ufeff"))
