"""Subtitles and transcripts as a reader sees them."""

import pytest

from tests.loaders.rules import check_document
from tuireader.errors import UnreadableError
from tuireader.loaders.registry import load

SRT = """\
1
00:00:01,000 --> 00:00:03,000
<i>The ferry leaves</i>
at nine.

2
00:00:03,500 --> 00:00:05,000
Nobody knows

3
00:00:05,100 --> 00:00:07,000
{\\an8}when it comes back.

4
00:00:20,000 --> 00:00:22,000
- Is it late?
- It is.

5
00:00:23,000 --> 00:00:25,000
MARSH: Stay here. It is 9
"""
VTT = """\
WEBVTT - a talk

NOTE a comment

intro
00:01.000 --> 00:03.000 align:start
<v Zoë Marsh>Good &amp; early.

00:03.000 --> 00:04.000
<v Zoë Marsh>Good &amp; early.
<v Idris Bell>And <c.loud>late</c>.
"""


def paragraphs(source: str, name: str) -> list[str]:
    document = load(source.encode(), name)
    check_document(document)
    return [document.text[each.span.start : each.span.end] for each in document.paragraphs]


@pytest.mark.parametrize("name", ["a.srt", "a.txt", "-"])
def test_lines_become_paragraphs_a_turn_each(name: str) -> None:
    assert paragraphs(SRT, name) == [
        "The ferry leaves at nine. Nobody knows when it comes back.",
        "Is it late?",
        "It is.",
        "MARSH: Stay here. It is 9",
    ]


@pytest.mark.parametrize("name", ["a.vtt", "-"])
def test_voices_are_named_and_what_is_shown_again_is_not_repeated(name: str) -> None:
    assert paragraphs(VTT, name) == ["Zoë Marsh: Good & early.", "Idris Bell: And late."]


def test_a_file_without_words_says_so() -> None:
    with pytest.raises(UnreadableError, match="nothing is said"):
        load(b"WEBVTT\n\n00:01.000 --> 00:02.000\n", "a.vtt")


def test_hostile_subtitles_take_no_time() -> None:
    source = "1\n00:00:01,000 --> 00:00:03,000\n" + "<" * 100_000 + "{" * 100_000 + "\n" * 100_000 + "x&#27;[31m"
    assert load(source.encode(), "a.srt").text.isprintable()
