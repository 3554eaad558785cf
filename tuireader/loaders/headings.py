"""What looks like a heading in plain text. Whether it is one, the whole text decides (see `outline`)."""

import re
from dataclasses import dataclass
from enum import IntEnum

from tuireader.domain.cleaning import clean_line
from tuireader.domain.span import Span

_LONGEST = 240
_MOST_LINES = 3
_LONGEST_PLAIN = 60


class Family(IntEnum):
    """Kinds of headings, from those that stand for much to those that stand for little."""

    VOLUME = 1
    BOOK = 2
    PART = 3
    ACT = 4
    CHAPTER = 5
    SCENE = 6
    HASHED = 7
    UNDERLINED = 8
    NAMED = 9
    CAPITALS = 10
    NUMBERED = 11
    LONE_NUMBER = 12
    PLAIN = 13

    @property
    def is_labelled(self) -> bool:
        """Whether such a heading says itself what it stands for: *Chapter 1*."""
        return self <= Family.SCENE


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that may be a heading."""

    block: int
    """The number of the block."""

    family: Family
    title: str
    key: str
    """What tells it from others of its family: its number or its name."""

    depth: int = 0
    """How deep it is inside its family; its value for a number that stands alone."""

    is_bare: bool = False
    """Whether it is only a label and a number, so that its title may follow in the next block."""


_WORDS = {
    Family.VOLUME: "volume vol tome band",
    Family.BOOK: "book livre libro buch",
    Family.PART: "part partie parte teil",
    Family.ACT: "act",
    Family.CHAPTER: "chapter chap letter canto stave lecture lesson episode article appendix annex schedule"
    " chapitre capítulo capitolo kapitel",
    Family.SCENE: "scene section",
}
_FAMILY = {word: family for family, words in _WORDS.items() for word in words.split()}
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth last"""
_UNITS = "one two three four five six seven eight nine"
_CARDINALS = f"""twenty thirty forty fifty sixty {_UNITS} ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""


def _any(words: str) -> str:
    return "|".join(words.split())


_NUMBER = (
    rf"\d{{1,4}}[a-z]?|[ivxlcdm]+|(?:the\s+)?(?:{_any(_ORDINALS)})"
    rf"|(?:{_any(_CARDINALS)})(?:[- ](?:{_any(_UNITS)}))?|[a-z]"
)
_LABEL = re.compile(
    rf"(?:(?P<word>{'|'.join(_FAMILY)})\.?\s+(?P<number>{_NUMBER})"
    rf"|(?:the\s+)?(?P<nth>{_any(_ORDINALS)})\s+(?P<thing>{'|'.join(_FAMILY)}))(?![\w'’])(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OWN_TITLE = re.compile(r"(?P<signs>[\s.:;,)\]|*_—–-]*)(?P<title>.*?)\s*", re.DOTALL)
_RUN_IN = re.compile(r"\)[.,]|[.:]\s*--")
"""Marks that stand between a label and the text that goes on behind it on the same line."""

_NAMED = re.compile(
    r"(?:the\s+|an?\s+)?(?:prologue|epilogue|preface|foreword|introduction|introductory(?: note)?|prelude|interlude"
    r"|finale|afterword|conclusions?|acknowledge?ments?|appendix|appendices|(?:foot|end)?notes|bibliography|references"
    r"|glossary|index|abstract|summary|dedication|postscript|(?:author|translator|editor)['’]s (?:note|preface))"
    r"(?:[.:—–-]*|\s*\([^)]*\)|[.:—–-]+\s+\S.{0,80})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?P<title>[^\W\d_].{0,78}[^.,;:])")
_LONE_NUMBER = re.compile(
    r"(?P<roman>[IVXLC]{1,9})(?:\.?|(?:\.|[^\S\n]*[:—–-])\s+(?P<title>[^\W\d_].{0,78}[^.,;:]))|(?P<digits>\d{1,3})\.?"
)
_HASHED = re.compile(r"(?P<marks>#{1,6})\s+(?P<title>\S.*?)\s*#*")
_UNDERLINE = re.compile(r"(?P<line>[=~^*+#\"-])(?P=line){2,}\s*")
_CAPITALS = re.compile(r"[^\W\d_]{2}")
_NO_CAPITALS = re.compile(r"[\"“‘'(\[—–*|>-]|BY\b|THE END\b|FINIS\b|FIN\b|END\b|(?:TABLE OF )?CONTENTS\b|COPYRIGHT\b")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def candidate(text: str, block: Span, number: int) -> Candidate | None:
    """See whether a block may be a heading.

    Args:
        text: The whole text.
        block: Where the block is.
        number: Its number, to be noted in the candidate.

    Returns:
        What the block may be, or nothing.
    """
    if len(block) > _LONGEST:
        return None
    lines = [line.strip() for line in text[block.start : block.end].split("\n")]
    head = lines[0].lstrip("_*=# ")
    if len(lines) > _MOST_LINES or (head[:1].islower() and len(lines) == 1):
        return None
    if len(lines) > 1 and (underlined := _underlined(lines, number)):
        return underlined
    found = _labelled(lines, number) or _of_one_line(lines, number) or _in_capitals(lines, number)
    return found or (_plain(lines[0], number) if len(lines) == 1 else None)


def ends_label(text: str, block: Span) -> int:
    """The end of the lines at the top of a block that are a heading by themselves; 0 if there are none."""
    end = text.find("\n", block.start, block.end)
    if end < 0 or end - block.start > _LONGEST:
        return 0
    match = _LABEL.fullmatch(text[block.start : end].strip(" \t_*#="))
    following = _line_at(text, end + 1, block.end)
    if not match or _LABEL.match(following) or following[:1].islower():
        return 0
    own = _own_title(match["rest"])
    if own is None or (own and not own.isupper()):
        return 0
    while own and following.isupper() and end < block.end:
        end += 1 + len(following)
        following = _line_at(text, end + 1, block.end)
    return min(end, block.end)


def ends_underline(text: str, block: Span) -> int:
    """The end of the underline below the first line of a block; 0 if that is not underlined."""
    end = text.find("\n", block.start, block.end)
    if end < 0 or end - block.start > _LONGEST:
        return 0
    following = _line_at(text, end + 1, block.end)
    if not _is_underline(following.strip(), text[block.start : end].strip()):
        return 0
    return end + 1 + len(following)


def _line_at(text: str, start: int, end: int) -> str:
    stop = text.find("\n", start, end)
    return text[start : end if stop < 0 else stop]


def _is_underline(line: str, title: str) -> bool:
    return bool(_UNDERLINE.fullmatch(line)) and len(line) * 2 >= len(title) and any(map(str.isalnum, title))


def _underlined(lines: list[str], number: int) -> Candidate | None:
    """A line above a row of signs, perhaps below one too; the sign is the key."""
    *above, title, line = lines
    if not _is_underline(line, title) or (above and not _UNDERLINE.fullmatch(above[0])):
        return None
    return Candidate(number, Family.UNDERLINED, clean_line(title), line[0] + ("^" if above else ""))


def _labelled(lines: list[str], number: int) -> Candidate | None:
    whole = " ".join(line.strip(" \t_*#=") for line in lines)
    match = _LABEL.fullmatch(whole)
    own = _own_title(match["rest"]) if match else None
    if match is None or own is None or (len(lines) > 1 and _RUN_IN.search(own)):
        return None
    family = _FAMILY[(match["word"] or match["thing"]).lower()]
    key = clean_line(match["number"] or match["nth"]).lower().removeprefix("the ")
    label = clean_line(whole[: len(whole) - len(match["rest"])])
    return Candidate(number, family, joined(label, own), key, is_bare=not own)


def joined(label: str, title: str) -> str:
    """A label and its title as one line."""
    title = clean_line(title)
    bare = title if title.endswith("..") else title.rstrip(". ")
    label = label.rstrip(".:;,—–- ")
    return f"{label}. {bare}" if bare else label


def _own_title(rest: str) -> str | None:
    """The title behind a label and its number; nothing if a sentence goes on there."""
    match = _OWN_TITLE.fullmatch(rest)
    if match is None or match["title"].endswith(","):
        return None
    is_sentence = match["title"][:1].islower() and not match["signs"].strip().strip(",)")
    return None if is_sentence else match["title"]


def _of_one_line(lines: list[str], number: int) -> Candidate | None:
    if len(lines) > 1:
        return None
    line = lines[0]
    if match := _HASHED.fullmatch(line):
        return Candidate(number, Family.HASHED, clean_line(match["title"]), match["title"], len(match["marks"]))
    bare = line.strip("_*= ")
    if _NAMED.fullmatch(bare):
        return Candidate(number, Family.NAMED, clean_line(bare).rstrip(".:—–- "), bare.lower().rstrip(".: "))
    if match := _LONE_NUMBER.fullmatch(bare):
        key, depth = match["roman"] or match["digits"], _value(match)
        title = clean_line(bare).rstrip(".")
        return Candidate(number, Family.LONE_NUMBER, title, key, depth, is_bare=not match["title"])
    if match := _NUMBERED.fullmatch(bare):
        depth = match["number"].count(".")
        return Candidate(number, Family.NUMBERED, clean_line(bare), match["number"], depth)
    return None


def _in_capitals(lines: list[str], number: int) -> Candidate | None:
    """Lines in capitals; a line in brackets below them may explain them, and is no part of the title."""
    capitals = [line for line in lines if line.isupper()]
    others = [line for line in lines[1:] if not line.isupper()]
    title = clean_line(" ".join(capitals)).strip("_*=~ ")
    if not capitals or not lines[0].isupper() or any(not line.startswith("(") for line in others):
        return None
    if _NO_CAPITALS.match(title) or title.endswith((",", ";", "-", "”", '"')) or not _CAPITALS.search(title):
        return None
    return Candidate(number, Family.CAPITALS, title.rstrip(".: "), title)


def _plain(line: str, number: int) -> Candidate | None:
    """A short line that does not end like a sentence."""
    if len(line) > _LONGEST_PLAIN or not line[:1].isalnum() or not (line[-1:].isalnum() or line.endswith(("?", ")"))):
        return None
    return Candidate(number, Family.PLAIN, clean_line(line), line)


def _value(match: re.Match[str]) -> int:
    """What a number says; Roman ones are read leniently."""
    if match["digits"]:
        return int(match["digits"])
    values = [_ROMAN[letter] for letter in match["roman"]]
    return sum(-here if here < after else here for here, after in zip(values, [*values[1:], 0], strict=True))
