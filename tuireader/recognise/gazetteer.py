"""Known names of one word or more, looked up at places of a text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tuireader.recognise.countries import open_countries
from tuireader.recognise.lexicon import open_lexicon

_SMALL = frozenset({"and", "de", "d'ivoire", "for", "in", "of", "on", "the"})
_OFTEN = frozenset({"f1", "f2", "m1", "m2"})


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Folded names by their first word, the longest first."""

    by_first: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Gazetteer":
        """Sort names by their first words."""
        by_first: dict[str, list[str]] = {}
        for name in sorted(set(names), key=len, reverse=True):
            by_first.setdefault(_first_word(name, 0), []).append(name)
        return cls(by_first)

    def longest_at(self, folded: str, start: int) -> str:
        """The longest name that begins at a place of a folded text, or nothing."""
        for name in self.by_first.get(_first_word(folded, start), ()):
            end = start + len(name)
            if folded.startswith(name, start) and not folded[end : end + 1].isalnum():
                return name
        return ""


def capitalised(name: str) -> str:
    """A name with capitals at the front of its words, or throughout if it is an acronym."""
    if "." in name or name.lower() in open_countries().acronyms:
        return name.upper()
    letters = list(name.lower())
    for at in _starts(name):
        letter = letters[at].upper()
        if len(letter) == 1 and not _is_small(name, at):
            letters[at] = letter
    return "".join(letters)


def is_often_given(word: str) -> bool:
    """Whether a folded word is a common given name."""
    return open_lexicon().given.get(word, "") in _OFTEN


def _starts(name: str) -> list[int]:
    """Where the words of a name and the parts of its compounds begin."""
    return [at for at in range(len(name)) if name[at].isalpha() and (at == 0 or name[at - 1] in " -\n'’")]


def _is_small(name: str, at: int) -> bool:
    return at > 0 and _first_word(name.lower(), at) in _SMALL


def _first_word(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end]
