"""Pieces of runs that may be names: cut at function words, with the numbers and bynames of rulers behind them."""

import re
from collections.abc import Iterable, Iterator

from tuireader.recognise import words
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.runs import Run, Tokens, is_function
from tuireader.recognise.wordlists import read_classes

_CLASSES = read_classes("people.txt")
_BYNAMES = "|".join(sorted(word.capitalize() for word in _CLASSES["byname"]))
_BYNAME = re.compile(rf"\s+the\s+(?:{_BYNAMES})\b(?!\s+[A-Z])")
_FIRST_OF_NAME = re.compile(
    r"\s+I(?=[,.;:)]|['’]s\b|\s+(?:of|and|who|in|to|at|from|by|against|reigned|ruled|died|became|succeeded|abdicated)\b)"
)
_SHORT_SURNAME = re.compile(
    rf"[ \u00a0](?:{'|'.join(sorted(map(str.capitalize, _CLASSES['short surname'])))})(?=['’]s\b|[,.;:)]|[ \n]+[a-z])"
)


def cut_pieces(text: str, runs: Iterable[Run]) -> Iterator[Run]:
    """Cut runs at words that are never part of a name, and lengthen what is left.

    Args:
        text: The whole text.
        runs: Its capitalised runs in order.
    """
    end = 0
    for piece in _without_function_words(text, runs):
        if piece.tokens[-1][1] <= end:
            continue
        ending = _ending(text, piece)
        if ending:
            piece.tokens += ending
        end = piece.tokens[-1][1]
        yield piece


def drained(pieces: list[Run]) -> Iterator[Run]:
    """The pieces of a list, which forgets each one: its memory is for what is made of it."""
    pieces.reverse()
    while pieces:
        yield pieces.pop()


def _without_function_words(text: str, runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        if len(run.tokens) == 1:
            yield run
            continue
        piece: Tokens = []
        for token in run.tokens:
            if not is_function(text[token[0] : token[1]]):
                piece.append(token)
                continue
            if piece:
                yield Run(piece, run.starts_sentence and piece[0] == run.tokens[0], run.block)
                piece = []
        if piece:
            yield Run(piece, run.starts_sentence and piece[0] == run.tokens[0], run.block)


def _ending(text: str, piece: Run) -> Tokens:
    """The words behind a piece that still belong to its name: `the Great`, the `I` of a ruler, the `Ho` of `Cyd Ho`."""
    start, end = piece.tokens[-1]
    space, letter = text[end : end + 1], text[end + 1 : end + 2]
    if not space.isspace() or (letter.islower() and letter != "t"):
        return []
    last = text[start:end].lower()
    if last in words.ORGANISATION or last in words.PLACE:
        return []
    found = _BYNAME.match(text, end) or (
        (_FIRST_OF_NAME.match(text, end) or _SHORT_SURNAME.match(text, end))
        if open_lexicon().may_be_given(last)
        else None
    )
    return [(end + word.start(), end + word.end()) for word in re.finditer(r"\S+", found[0])] if found else []
