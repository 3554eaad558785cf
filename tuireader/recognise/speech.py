"""Who speaks, as far as the words beside a quotation tell: `said Anna`, `Anna told him:`, `according to Anna`.

The words are read as rows of signs, in which patterns look for a verb of speaking and its subject.
"""

import re
from enum import Enum
from typing import NamedTuple

from tuireader.domain.span import Span
from tuireader.recognise.quotemarks import Quoted
from tuireader.recognise.signs import SignReader, Signs
from tuireader.recognise.wordlists import read_classes

BEFORE, BEHIND = "said before the words", "said behind the words"
SOURCE, LABEL = "according to", "name before a colon"

_REACH_BEHIND, _WORDS_BEHIND = 200, 22
_REACH_BEFORE, _WORDS_BEFORE = 400, 90
_FEW_WORDS = 2

_LEAD = r"[,\-;)]*"
_NOUN = r"[wWCOE]"
_OTHERS = rf"D?(?P<c>[CO])(?!{_NOUN}|N)"
_NAMED = rf"(?:(?:[DG]?{_NOUN}{{0,7}}|[DG]{_NOUN}{{1,5}},[wW]{{0,3}})(?P<n>N)|{_OTHERS})"
"""A person behind any titles; or a country or an organisation that is nobody's title."""

_SUBJECT = rf"(?:D?{_NOUN}{{0,7}}?(?P<n>N)|{_OTHERS})"
_ASIDE = r"(?:,[^.,;:VM]{1,14},|\([^).]{1,14}\)|T[^.,;:VMNPR]{1,6})?"
"""What may stand between a subject and its verb: `Anna, the minister, said`, `Anna of Troy said`."""

_INVERTED = re.compile(rf"{_LEAD}A*(?P<verb>[VM])A*(?:(?P<p>P)|{_NAMED}|[DIpwWGCOEN])")
_DIRECT = re.compile(rf"{_LEAD}(?:(?P<p>P)|{_SUBJECT}{_ASIDE})(?:A*(?P<verb>[VM])(?!X)|[AwDT]{{0,6}}(?P<going>v))")
_UNNAMED = re.compile(rf"{_LEAD}(?:[IpR]|[DG]{_NOUN}{{0,6}})[^.,;:NPICOEG]{{0,4}}?A*(?P<verb>[VM])(?!X)")
_SOURCE = re.compile(rf"{_LEAD}(?P<verb>a)T{_NAMED}")

_VERB = re.compile(r"(?<![DG])[VM]|v|(?<=[TA])b")
_BEFORE_VERB = re.compile(
    rf"(?:(?P<p>P)|(?<!T)(?<!TD)(?:(?P<n>N)|(?P<c>[CO])){_ASIDE}|(?<=,)(?P<m>N),|(?P<who>[NCO]),?R)"
    r"[AB]?A*$"
)
_UNNAMED_BEFORE_VERB = re.compile(rf"(?:[IpRXBGN]|{_NOUN})A*$")
_FIRST = re.compile(
    rf"[^NPIpRCOEG;:]*?(?:(?P<p>P)|(?<!T)(?<!TD)(?:(?P<n>N)|(?P<c>[CO])(?!{_NOUN}|N)))(?!.*(?:K[^wWTA]|[R;:]))"
)
"""The subject of a sentence that has one: `Anna looked up and said`."""

_LABEL = re.compile(rf"D?{_NOUN}{{0,5}}(?:(?P<n>N)|(?P<c>[CO]))(?:,[^.:VMv]{{1,10}})?:-*$")

_TOGETHER = re.compile(r"[NCO]&[NCO]")
"""Two speak: `said Anna and Tom`."""

_STOP = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z])")
_WORD = re.compile(r"[^\W_]+(?:['’‐-][^\W_]+)*")


class Unnamed(Enum):
    """What is known of a speaker whom no mention names."""

    PRONOUN = "pronoun"
    SOMEBODY = "somebody"


class Cue(NamedTuple):
    """Words that tell who speaks."""

    who: int | Unnamed
    """The number of a mention, or what else is known."""

    span: Span
    place: int
    """Where the speaker is named."""

    is_sure: bool
    reason: str


class Listener:
    """Reads who speaks out of the words beside the quotations of one text."""

    def __init__(self, text: str, signs: SignReader) -> None:
        self._text = text
        self._signs = signs

    def behind(self, quoted: Quoted, end: int) -> Cue | None:
        """Who speaks according to the words behind a quotation, up to the next one or the end of the paragraph."""
        signs = self._signs.read(quoted.behind, min(end, quoted.behind + _REACH_BEHIND), _WORDS_BEHIND)
        row = signs.row
        if not row or row[0] in ".:(":
            return None
        if match := _INVERTED.match(row):
            return _cue(match, signs, BEHIND)
        if match := _SOURCE.match(row):
            return _cue(match, signs, SOURCE)
        return self._directly_behind(quoted, signs)

    def before(self, quoted: Quoted, start: int) -> Cue | None:
        """Who speaks according to the sentence that leads to a quotation and begins behind the one before it."""
        signs = self._signs.read(self._sentence_start(start, quoted.opening), quoted.opening, _WORDS_BEFORE)
        signs = signs.from_(signs.row.rfind(".") + 1)
        row = signs.row
        if not row.strip(",;-:()"):
            return None
        if match := _LABEL.match(row):
            return _cue(match, signs, LABEL)
        is_led = row[-1] in ",:-"
        if not is_led and self._ends_with_name_of_thing(signs):
            return None
        core = row.rstrip(",:;-")
        verb = max((match.start() for match in _VERB.finditer(core)), default=-1)
        if verb < 0 or (core[verb] == "M" and not is_led):
            match = _SOURCE.search(core)
            return _cue(match, signs, SOURCE) if match else None
        cue = _subject_before(core, verb, signs)
        return cue._replace(is_sure=cue.is_sure and (is_led or self._is_long(quoted, row))) if cue else None

    def _directly_behind(self, quoted: Quoted, signs: Signs) -> Cue | None:
        """Whose name stands behind the words before the verb, unless a new sentence begins there."""
        last, is_parted = self._text[quoted.end - 1 : quoted.end], signs.row[0] in ",-"
        if last not in ",!?…-–—." and not is_parted:
            return None
        if match := _DIRECT.match(signs.row):
            cue = _cue(match, signs, BEHIND)
            return cue._replace(is_sure=cue.is_sure and (last != "." or is_parted))
        match = _UNNAMED.match(signs.row)
        return _nobody(signs, match.start("verb")) if match else None

    def _sentence_start(self, start: int, end: int) -> int:
        """Where the last sentence of a stretch of text begins at the earliest; a stop may be that of a title."""
        start = max(start, end - _REACH_BEFORE)
        stops = [match.end() for match in _STOP.finditer(self._text, start, end - 1)]
        return next((stop for stop in reversed(stops) if not self._signs.is_in_mention(stop)), start)

    def _ends_with_name_of_thing(self, signs: Signs) -> bool:
        """Whether the words that follow are what something is called: `a film called “Solaris”`."""
        last = self._text[signs.starts[-1] : signs.ends[-1]].lower()
        classes = read_classes("speech.txt")
        return last in classes["naming"] or last in classes["name of a thing"]

    def _is_long(self, quoted: Quoted, row: str) -> bool:
        """Whether words inside a sentence are more than an expression that somebody uses: `the “golden mile”`."""
        words = _WORD.findall(self._text, quoted.start, quoted.end)
        return len(words) > _FEW_WORDS or row[-1] not in "DwWE"


def _subject_before(row: str, verb: int, signs: Signs) -> Cue | None:
    """Whose verb the last one of a sentence is."""
    left = row[:verb]
    if left.endswith(("X", "XA")):
        return _nobody(signs, verb)
    is_finite = row[verb] in "VM" or left.endswith("A")
    if is_finite and (match := _BEFORE_VERB.search(left)):
        return _nobody(signs, verb) if "B" in left[-2:] else _cue(match, signs, BEFORE, verb)
    if not is_finite or left.rstrip("A").endswith(("&", ",")):
        match = _FIRST.match(left)
        cue = _cue(match, signs, BEFORE, verb) if match else None
        return cue._replace(is_sure=cue.is_sure and not left.endswith(",")) if cue else None
    return _nobody(signs, verb) if _UNNAMED_BEFORE_VERB.search(left) else None


def _cue(match: re.Match[str], signs: Signs, reason: str, verb: int | None = None) -> Cue:
    """The cue that a pattern found; somebody speaks if it found a subject without a name."""
    found = {name: match.start(name) for name, sign in match.groupdict().items() if sign}
    named = next((found[name] for name in ("n", "c", "m", "who") if name in found), None)
    if verb is None:
        verb = next((found[name] for name in ("verb", "going") if name in found), named or 0)
    span = Span(signs.starts[verb], signs.ends[verb])
    if named is not None:
        is_alone = not _TOGETHER.search(signs.row, max(0, named - 2), named + 3)
        return Cue(signs.mentions[named], span, signs.starts[named], is_alone, reason)
    if "p" in found:
        return Cue(Unnamed.PRONOUN, span, signs.starts[found["p"]], True, reason)
    return _nobody(signs, verb)


def _nobody(signs: Signs, verb: int) -> Cue:
    """The cue that somebody without a name speaks."""
    return Cue(Unnamed.SOMEBODY, Span(signs.starts[verb], signs.ends[verb]), signs.starts[verb], True, "")
