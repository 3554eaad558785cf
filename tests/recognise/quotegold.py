"""Texts in which the speaker of every quotation is marked, and how well a recogniser finds the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tuireader.domain.actor import fold
from tuireader.domain.index import Index
from tuireader.domain.quotation import Quotation
from tuireader.recognise.quotations import find_quotations
from tuireader.recognise.recogniser import Recogniser

_FOLDER = Path(__file__).parent / "quotations"
_COMMENT = re.compile(r"^#.*\n", re.MULTILINE)
_TITLE = re.compile(r"^=== (.+)\n", re.MULTILINE)
_MARK = re.compile(r"\{([^}]*)\}")
_LONGEST_MARK = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A text and who says what in it: the speakers by the place behind each quotation."""

    title: str
    text: str
    speakers: dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A quotation that was found or marked, and whether its speaker is right."""

    words: str
    found: str
    wanted: tuple[str, ...]
    is_certain: bool
    is_right: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """How many speakers were given for certain and at all, how many of them are right, and how many are wanted."""

    certain: int
    right_certain: int
    given: int
    right: int
    wanted: int

    @property
    def precision(self) -> float:
        """How many per cent of those that are certain are right."""
        return 100 * self.right_certain / max(1, self.certain)

    @property
    def recall(self) -> float:
        """How many per cent of what is wanted is given for certain, and right."""
        return 100 * self.right_certain / max(1, self.wanted)

    @property
    def precision_of_all(self) -> float:
        """How many per cent of all that are given are right."""
        return 100 * self.right / max(1, self.given)

    @property
    def recall_of_all(self) -> float:
        """How many per cent of what is wanted is given, and right."""
        return 100 * self.right / max(1, self.wanted)


def read_texts(name: str) -> list[Text]:
    """The texts of a file."""
    parts = _TITLE.split(_COMMENT.sub("", (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")))
    return [_unmarked(title, marked.strip("\n")) for title, marked in zip(parts[1::2], parts[2::2], strict=True)]


def look(recogniser: Recogniser, text: Text) -> list[Verdict]:
    """Compare what is found in a text with what is marked."""
    index = recogniser.find(text.text)
    found = {_place(each, text): each for each in find_quotations(text.text, (), index)}
    return [_verdict(place, found.get(place), text, index) for place in sorted(found.keys() | text.speakers.keys())]


def score(verdicts: Sequence[Verdict]) -> Score:
    """How well the speakers were found."""
    given = [each for each in verdicts if each.found]
    certain = [each for each in given if each.is_certain]
    return Score(
        len(certain),
        sum(each.is_right for each in certain),
        len(given),
        sum(each.is_right for each in given),
        sum(bool(each.wanted) for each in verdicts),
    )


def _unmarked(title: str, marked: str) -> Text:
    text, end, speakers = "", 0, {}
    for mark in _MARK.finditer(marked):
        text += marked[end : mark.start()]
        speakers[len(text)] = tuple(filter(None, map(str.strip, mark[1].split("/"))))
        end = mark.end()
    return Text(title, text + marked[end:], speakers)


def _place(quotation: Quotation, text: Text) -> int:
    """The place of the mark behind a quotation; marks stand behind the closing quotation mark."""
    end = quotation.span.end
    return next((end + more for more in range(_LONGEST_MARK + 1) if end + more in text.speakers), end)


def _verdict(place: int, quotation: Quotation | None, text: Text, index: Index) -> Verdict:
    wanted = text.speakers.get(place, ())
    words = text.text[max(0, place - 40) : place]
    if quotation is None or quotation.speaker is None:
        return Verdict(words, "", wanted, False, not wanted)
    actor = index.actor(quotation.speaker)
    names = {fold(name) for name in actor.names}
    is_right = any(fold(name) in names for name in wanted)
    return Verdict(words, actor.name, wanted, quotation.is_certain, is_right, quotation.reason)
