"""Subtitles and transcripts, SubRip and WebVTT: what was said, a paragraph for each turn."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tuireader.domain.document import Document
from tuireader.domain.inline import InlineStyle
from tuireader.errors import UnreadableError
from tuireader.loaders.builder import DocumentBuilder, Run, Setting
from tuireader.loaders.source import Source

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_CUE = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*$", re.MULTILINE)
_MARKS = re.compile(r"<[^<>\n]{0,200}>|\{\\?[^{}\n]{0,80}\}")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?[ \t]+([^<>\n]{1,60})>")
_SPEAKER = re.compile(r"(?:>>[ \t]*)?(?P<name>[A-Z][\w.'’-]*(?:[ \t][A-Z0-9][\w.'’-]*){0,3}):[ \t]+(?=\S)")
_TURN = re.compile(r"(?:[-–—][ \t]*(?=\S)|>>[ \t]*)")
_NUMBER = re.compile(r"\n[ \t]*\d+[ \t]*\Z|\A[ \t]*\d+[ \t]*\Z")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]♪]*$")
_PAUSE = 2.5
"""Seconds without a word behind which a new paragraph begins."""

_LONGEST = 700
_STRONG = frozenset({InlineStyle.STRONG})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that was shown."""

    speaker: str
    text: str
    start: float
    end: float
    is_turn: bool


class SubtitleLoader:
    """Reads subtitles."""

    version = "1"

    def load(self, source: Source) -> Document:
        """Make a document of what was said.

        Args:
            source: The file.

        Returns:
            The document: no numbers and times, a paragraph for each turn of a speaker.
        """
        builder = DocumentBuilder()
        for speaker, text in _paragraphs(_lines(source.text)):
            name = [Run(speaker, _STRONG), Run(": ")] if speaker else []
            builder.paragraph([*name, Run(text)], Setting())
        document = builder.build(source, source.title)
        if not document.paragraphs:
            raise UnreadableError("nothing is said in it")
        return document


def _lines(text: str) -> Iterator[_Line]:
    """All lines in order; what is only shown once more is left out."""
    cues = list(_CUE.finditer(text))
    last = ""
    for number, cue in enumerate(cues):
        following = cues[number + 1].start() if number + 1 < len(cues) else len(text)
        said = text[cue.end() : following].rstrip()
        said = _NUMBER.sub("", said) if number + 1 < len(cues) else said
        said = said.partition("\n\nNOTE")[0]
        start, end = _seconds(cue.groups()[:4]), _seconds(cue.groups()[4:])
        for written in said.splitlines():
            line = _line(written, start, end)
            if line and line.text != last:
                yield line
                last = line.text


def _line(written: str, start: float, end: float) -> _Line | None:
    voice = _VOICE.search(written)
    text = html.unescape(_MARKS.sub("", written)).strip()
    turn = _TURN.match(text)
    text = text[turn.end() :] if turn else text
    named = _SPEAKER.match(text)
    speaker = voice[1].strip() if voice else named["name"] if named else ""
    text = " ".join(text[named.end() :].split()) if named and not voice else " ".join(text.split())
    return _Line(speaker, text, start, end, bool(turn or speaker)) if text else None


def _paragraphs(lines: Iterator[_Line]) -> Iterator[tuple[str, str]]:
    """Lines put together, each paragraph with its speaker."""
    speaker, words, end = "", "", 0.0
    for line in lines:
        is_over = _SENTENCE_END.search(words) is not None and (line.start - end > _PAUSE or len(words) > _LONGEST)
        is_other = line.is_turn and (not line.speaker or line.speaker != speaker)
        if words and (is_over or is_other):
            yield speaker, words
            words = ""
        if not words:
            speaker = line.speaker
        words, end = f"{words} {line.text}".lstrip(), line.end
    if words:
        yield speaker, words


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + rest / 1000
