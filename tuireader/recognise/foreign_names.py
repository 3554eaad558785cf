"""Countries by their own names in other languages and scripts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tuireader import resources
from tuireader.domain.actor import ActorKind
from tuireader.domain.span import Span
from tuireader.recognise.foreign_parts import Foreign
from tuireader.recognise.languages import forms_of, language_of
from tuireader.recognise.sightings import Sighting

_FILE, _OWN_FILE = "foreign.tsv", "foreign_own.tsv"
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""How many letters a name has at least where words are parted; a shorter one is likely another word."""


@dataclass(frozen=True, slots=True)
class Script:
    """A way of writing, and the languages whose names are looked for in it."""

    letters: str
    """Its letters, as ranges of a character class."""

    languages: tuple[str, ...]
    cases: str = ""
    """The name of the cases that its languages share."""

    prefixes: str = ""
    """Letters of small words that are written together with a name."""

    is_spaced: bool = True
    """Whether spaces part its words."""

    def holds(self, letters: Iterable[str]) -> bool:
        """Whether one of some letters is its own; to compile such ranges takes longer than to compare them."""
        ranges = list(zip(self.letters[::3], self.letters[2::3], strict=True))
        return any(first <= letter <= last for letter in letters for first, last in ranges)


_SCRIPTS = (
    Script("\u0400-\u052f", ("ru", "uk", "be", "bg", "sr", "mk", "kk"), cases="cyrillic"),
    Script("\u0370-\u03ff\u1f00-\u1fff", ("el",), cases="greek"),
    Script("\u0600-\u06ff", ("ar", "fa", "ur"), prefixes="وفبلك"),
    Script("\u0590-\u05ff", ("he",), prefixes="והבלמשכ"),
    Script("\u0530-\u058f", ("hy",)),
    Script("\u10a0-\u10ff", ("ka",)),
    Script("\u0900-\u097f", ("hi",)),
    Script("\u0980-\u09ff", ("bn",)),
    Script("\u0e00-\u0e7f", ("th",), is_spaced=False),
    Script("\uac00-\ud7af", ("ko",), is_spaced=False),
    Script("\u3040-\u30ff\u3400-\u9fff", ("zh", "zh_Hant", "ja"), is_spaced=False),
)
_LETTERS = "".join(script.letters for script in _SCRIPTS)
_RUN = re.compile(rf"[{_LETTERS}](?:[^A-Za-z\n]*[{_LETTERS}])?")

_Languages = tuple[str, ...]
_Names = Mapping[str, Sequence[tuple[str, str]]]
"""Folded names with their codes, the longest first, by their first word or letter."""


def find_foreign(text: str, foreign: Foreign) -> list[Sighting]:
    """The places where countries are named in another language or script, in order.

    Args:
        text: The whole text.
        foreign: The parts of it that are in other languages in Latin letters.
    """
    found: list[Sighting] = []
    for span in _merged(text, foreign.spans):
        language = language_of(text[span.start : span.end])
        found += _parted(text, span, (language,), language) if language else ()
    if not text.isascii():
        for run in _RUN.finditer(text):
            found += _in_run(text, Span(*run.span()))
    return sorted(found, key=lambda sighting: sighting.start)


def _merged(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans joined where nothing but space parts them, so that more words tell their language."""
    merged: list[Span] = []
    for span in spans:
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged


def _in_run(text: str, run: Span) -> Iterator[Sighting]:
    """The names in a run of letters that are not Latin."""
    letters = set(text[run.start : run.end])
    for script in _SCRIPTS:
        if script.holds(letters):
            if script.is_spaced:
                yield from _parted(text, run, script.languages, script.cases, script.prefixes)
            else:
                yield from _unparted(text, run, script.languages)


def _parted(text: str, span: Span, languages: _Languages, forms: str, prefixes: str = "") -> Iterator[Sighting]:
    """The names in a part of a text whose words are parted."""
    free = span.start
    for match in _WORD.finditer(text, span.start, span.end):
        word, start = match[0], match.start()
        if start < free or word[0].islower():
            continue
        found = _longest(text, start, _names_of(languages, forms, _fold(word)))
        if not found and word[0] in prefixes:
            found = _longest(text, start + 1, _names_of(languages, forms, _fold(word[1:])))
        if found:
            free = found.end
            yield found


def _longest(text: str, start: int, names: Sequence[tuple[str, str]]) -> Sighting | None:
    """The longest of some names that stands at a place."""
    for name, code in names:
        end = start + len(name)
        if _fold(text[start:end]) == name and not text[end : end + 1].isalpha():
            return _sighting(start, name, code)
    return None


def _unparted(text: str, span: Span, languages: _Languages) -> Iterator[Sighting]:
    """The names in a part of a text whose words run together."""
    names, free = _names_by_letter(languages), span.start
    for at in range(span.start, span.end):
        if at < free or text[at] not in names:
            continue
        found = next((each for each in names[text[at]] if text.startswith(each[0], at)), None)
        if found:
            free = at + len(found[0])
            yield _sighting(at, *found)


def _sighting(start: int, name: str, code: str) -> Sighting:
    return Sighting(start, start, start + len(name), name, ActorKind.COUNTRY, code=code)


def _names_of(languages: _Languages, forms: str, word: str) -> Sequence[tuple[str, str]]:
    """The names of countries in some languages, in all their forms, that begin with a folded word."""
    return _names_by_word(languages, forms, word[0]).get(word, ()) if word else ()


@cache
def _names_by_word(languages: _Languages, forms: str, letter: str) -> _Names:
    """The names that begin with a letter: a script has too many to make the forms of all of them for one word."""
    codes = dict(_codes_by_letter(languages).get(letter, {}))
    for name in [name for name in codes if name.isalpha()]:
        for form in forms_of(name, forms):
            codes.setdefault(_fold(form), codes[name])
    names: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(codes, key=len, reverse=True):
        first = _WORD.search(name)
        names.setdefault(first[0] if first else name[0], []).append((name, codes[name]))
    return names


@cache
def _names_by_letter(languages: _Languages) -> _Names:
    """Folded names with their codes, the longest first, by their first letter, for scripts that do not part words."""
    codes = _codes_by_letter(languages).items()
    return {letter: sorted(names.items(), key=lambda pair: -len(pair[0])) for letter, names in codes}


@cache
def _codes_by_letter(languages: _Languages) -> Mapping[str, Mapping[str, str]]:
    """The codes of folded names by their first letters; of two countries the first one wins."""
    codes: dict[str, dict[str, str]] = {}
    for name, code in (row for language in languages for row in _rows(language)):
        folded = _fold(name)
        codes.setdefault(folded[0], {}).setdefault(folded, code)
    return codes


@cache
def _rows(language: str) -> list[tuple[str, str]]:
    """Names and codes in a language, our own ones first."""
    rows: list[tuple[str, str]] = []
    for code, names in _cells(_OWN_FILE, language):
        rows += [(name, code) for name in names.split(";")]
    for cells in _cells(_FILE, language):
        pairs = [cell.partition(" ") for cell in cells]
        rows += [(name, code) for code, _, names in pairs for name in names.split(";") if _is_sure(name)]
    return rows


def _cells(file: str, language: str) -> Iterator[list[str]]:
    """What stands behind a language in the lines of a file."""
    for line in _lines(file):
        if line.startswith(f"{language}\t"):
            yield line.split("\t")[1:]


@cache
def _lines(file: str) -> list[str]:
    return (resources.ROOT / "names" / file).read_text(encoding="utf-8").splitlines()


def _is_sure(name: str) -> bool:
    return len(name) >= _SHORTEST or name[0] > "\u04ff"


@lru_cache(maxsize=20_000)
def _fold(words: str) -> str:
    """Words in lower case without accents, letter for letter."""
    return "".join(map(_fold_letter, words))


@cache
def _fold_letter(letter: str) -> str:
    if letter in "’ʼ":
        return "'"
    bare = unicodedata.normalize("NFD", letter)[0] if letter < "\u2000" else letter
    folded = bare.lower()
    return folded if len(folded) == 1 else letter
