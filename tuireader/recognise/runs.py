"""Runs of capitalised words: where a name may stand, and whether a sentence begins there."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import filterfalse, pairwise

from tuireader.domain.span import Span
from tuireader.recognise import words

_UPPER = "".join(letter for letter in map(chr, range(65, 0x250)) if letter.isupper())
_LETTER = r"[^\W_]"
_CONTRACTION = r"[st]\b|ll\b|re\b|ve\b|d\b|m\b"
_APOSTROPHE = rf"['’](?:[{_UPPER}]{_LETTER}+|(?!{_CONTRACTION}){_LETTER}{{3,}})"
_JOINED_PART = rf"(?:{_APOSTROPHE}|[-‐‑]{_LETTER}+|&[{_UPPER}]{_LETTER}*)"
_ABBREVIATIONS = r"""
    Mr Mrs Ms MR MRS Dr DR Prof Ph\.D Messrs Mme Mlle Hon Rev St Esq Jr Sr
    Gen Maj Col Capt Lt Lieut Sgt Adm Brig Cmdr Supt Insp Det Cllr Gov Sen Rep Sec Co Inc Ltd Corp Mt Ft
"""
_ABBREVIATED = "|".join(f"{word[1:]}(?<={word})" for word in _ABBREVIATIONS.split())
"""The rest of each behind its capital; what was read is asserted last, since letters are compared much faster."""

_WORD_TAIL = (
    rf"(?:(?:\.[{_UPPER}])+(?!{_LETTER})\.?|(?:{_ABBREVIATED})\.|\.(?=[ \u00a0]?[{_UPPER}])|{_LETTER}*{_JOINED_PART}*)"
)
_BREAK = r"(?:[ \u00a0]|[ \u00a0]?\n[ \t]*)"
_PARTICLE = (
    r"(?:de la|de las|de los|van der|van den|von der|de|la|le|du|di|da|del|della|dos|das|do|van|von|der|den|zu|bin|ibn"
    r"|bint|al|el|ben|y|ter|af|av|vom|zum|zur|abu|ud|ul|dal|dei)"
)
PREFIX = r"(?:(?<!\w)(?:[dD]['’]|al-|el-|as-|ash-|an-|ar-|ad-))?"
"""What may stand before the capital of a name: `d'Alembert`, `al-Amin`."""

_PREFIX_ENDS = frozenset("'’-")
_LONGEST_PREFIX = 4
_PREFIX = re.compile(rf"{PREFIX}\Z")

_WORD = rf"{PREFIX}[{_UPPER}]{_WORD_TAIL}"
_RUN = re.compile(rf"[{_UPPER}](?<![^\W_].)(?<![@/#].){_WORD_TAIL}(?:{_BREAK}(?:{_PARTICLE}{_BREAK})?{_WORD})*")
_SPACE = re.compile(r"[ \n\u00a0]")
_ANY_SPACE = re.compile(r"\s")
_TOKEN = re.compile(r"\S+")
_LOWER = re.compile(r"(?<![\w'’])[a-zà-ÿ](?:[a-zà-ÿ'’-]*[a-zà-ÿ])?")
_SIGNS = '.,;:!?()[]"“”'
_PASSAGE = 50_000
_SHORT_LINE = 45
_ACRONYMS = frozenset({"us", "it", "who", "am"})
_OPENING = frozenset("“‘\"'([_*—")
_QUOTES = frozenset("“\"‘'(")
_CLOSING = frozenset("'\"”’)*_")

Tokens = list[tuple[int, int]]


@dataclass(slots=True, eq=False)
class Run:
    """Capitalised words that stand together."""

    tokens: Tokens
    """Start and end of each word."""

    starts_sentence: bool
    block: int


def count_lower(text: str) -> Counter[str]:
    """How often each word stands in lower case."""
    tokens = Counter[str]()
    for passage in _passages(text):
        tokens.update(passage.split())
    counts = Counter({token: tokens[token] for token in filter(str.islower, filter(str.isalpha, tokens))})
    for token in filterfalse(str.isalpha, tokens):
        bare = token.strip(_SIGNS)
        if bare.isalpha() and bare.isascii() and bare.islower():
            counts[bare] = counts.get(bare, 0) + tokens[token]
        elif not token.isupper():
            for word in _LOWER.findall(token):
                counts[word] += tokens[token]
    return counts


def _passages(text: str) -> Iterator[str]:
    """A text in parts that end with a word: the words of one are forgotten before those of the next are made."""
    start = 0
    while start < len(text):
        space = _ANY_SPACE.search(text, start + _PASSAGE)
        end = space.start() if space else len(text)
        yield text[start:end]
        start = end


def find_runs(text: str, blocks: Sequence[Span]) -> Iterator[Run]:
    """Find the capitalised runs of a text, save single small words; none crosses a block or a short line."""
    for number, block in enumerate(blocks):
        for match in _RUN.finditer(text, block.start, block.end):
            start, end = prefix_start(text, match.start()), match.end()
            run = text[start:end]
            is_word = run.isalpha() or not _SPACE.search(run)
            if is_word and is_function(run):
                continue
            is_start = starts_sentence(text, start, block.start)
            if is_word:
                yield Run([(start, end)], is_start, number)
                continue
            tokens = [(start + word.start(), start + word.end()) for word in _TOKEN.finditer(run)]
            if "\n" not in run:
                yield Run(tokens, is_start, number)
                continue
            for part in _lines(text, tokens):
                if len(part) > 1 or not is_function(text[part[0][0] : part[0][1]]):
                    yield Run(part, is_start or part[0] != tokens[0], number)


def is_function(word: str) -> bool:
    """Whether a word is a small one that is never part of a name."""
    folded = word.lower()
    return folded in words.FUNCTION and not (folded in _ACRONYMS and word.isupper())


def prefix_start(text: str, start: int) -> int:
    """Where a name begins whose capital stands at an offset: at the `d` of `d'Alembert`."""
    if start and text[start - 1] in _PREFIX_ENDS:
        prefix = _PREFIX.search(text, max(0, start - _LONGEST_PREFIX), start)
        return prefix.start() if prefix else start
    return start


def _lines(text: str, tokens: Tokens) -> Iterator[Tokens]:
    """Part the words of a run where a short line ends, which is no wrapped line."""
    part = tokens[:1]
    for before, word in pairwise(tokens):
        if "\n" in text[before[1] : word[0]] and _ends_short(text, before[1]):
            yield part
            part = []
        part.append(word)
    yield part


def _ends_short(text: str, offset: int) -> bool:
    return offset - text.rfind("\n", 0, offset) < _SHORT_LINE


def starts_sentence(text: str, start: int, first: int) -> bool:
    """Whether a capital at an offset may be due to its place only.

    Args:
        text: The whole text.
        start: Where the capitalised word begins.
        first: Where its block begins.
    """
    at = start - 1
    while at >= first and text[at] in _OPENING:
        at -= 1
    opened = start - 1 - at
    gap = at
    while at >= first and text[at] in " \u00a0\t\n":
        if text[at] == "\n" and _ends_short(text, at):
            return True
        at -= 1
    if at < first:
        return True
    before = text[at]
    if before in ".!?:;…":
        return before != "." or not _is_initial(text, at)
    if opened and (gap != at or before == ",") and text[start - 1] in _QUOTES:
        return True
    return before in _CLOSING and at > first and text[at - 1] in ".!?,"


def _is_initial(text: str, dot: int) -> bool:
    """Whether a full stop belongs to a single capital, as in `J. Smith`."""
    words = text[max(0, dot - 6) : dot].split()
    return bool(words) and len(words[-1]) == 1 and words[-1].isupper()
