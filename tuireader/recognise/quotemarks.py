"""Where words stand between quotation marks, whatever marks a text uses."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_ELISION = r"(?:tis|twas|twere|twill|twould|em|til|till|cause|bout|neath|round|un|er|ee|n)\b|\d0s\b"
"""What an apostrophe begins, and no quotation."""

_STRAIGHT = r'"(?<![\w.,!?;:]")(?=[^\s"])([^"]*)("|\Z)'
_CURLY = r"“([^“”]*)(”|(?=“)|\Z)"
_LOW = r"„([^„“”]*)([“”]|(?=„)|\Z)"
_ANGLE = r"«([^«»]*)(»|(?=«)|\Z)"
_SINGLE = r"""
    {open}(?<![\w.,!?;:]{open})(?=[^\s{shut}])(?!{elision})
    ( (?:(?!{reopen}).)*?
      (?: (?<=[.,!?;:…—–)%\d-])
        | (?<=[^\W\d_])(?<!s)(?<!in)(?<!\bo)(?<!\bth)(?<!\ban)(?<!\bwi)
        | (?<=s)(?={shut}(?:[.,;:!?)—–]|\Z))
        | (?<=s)(?={shut}\s)(?!(?:(?!{reopen}).){{0,400}}?[.,!?;:…—–-]{shut}(?!\w))
      )
    ) ({shut})(?!\w)
"""
"""Ends with an apostrophe that ends no plural and no word cut short: `the lads’ legs`, `nothin’`."""

_DOUBLES = {'"': _STRAIGHT, "“": _CURLY, "„": _LOW, "«": _ANGLE}
_SINGLES = {
    "'": _SINGLE.format(open="'", shut="'", elision=_ELISION, reopen=rf"(?<=[\s(])'(?=\w)(?!'(?:{_ELISION}))"),
    "‘": _SINGLE.format(open="‘", shut="’", elision=_ELISION, reopen="‘"),
}


class Quoted(NamedTuple):
    """Words between quotation marks."""

    start: int
    end: int
    opening: int
    """Where the mark before them stands."""

    behind: int
    """Where the text goes on behind the mark after them."""

    is_closed: bool = True


class Marks:
    """The quotation marks of one text, and what stands between them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._doubles = [mark for mark in _DOUBLES if mark in text]
        self._singles = [mark for mark in _SINGLES if mark in text]
        doubles = [_DOUBLES[mark] for mark in self._doubles]
        self._double = _compiled(doubles)
        self._single = _compiled([*(_SINGLES[mark] for mark in self._singles), *doubles])

    def quoted(self, start: int, end: int) -> Iterator[Quoted]:
        """What is quoted in a paragraph, in order; single marks count where they come before double ones."""
        double, single = self._first(self._doubles, start, end), self._first(self._singles, start, end)
        pattern = self._single if single < double else self._double
        if pattern is None or single == double == end:
            return
        for match in pattern.finditer(self._text, start, end):
            group = match.lastindex or 0
            start, end = _trimmed(self._text, *match.span(group - 1))
            yield Quoted(start, end, match.start(), match.end(), bool(match[group]))

    def _first(self, marks: Sequence[str], start: int, end: int) -> int:
        places = (self._text.find(mark, start, end) for mark in marks)
        return min((place for place in places if place >= 0), default=end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the space that some languages put inside the marks."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _compiled(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns), re.VERBOSE | re.DOTALL) if patterns else None
