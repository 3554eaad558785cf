"""What the words of a name say by themselves, as features of the linear model."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from tuireader.recognise.countries import country_code
from tuireader.recognise.flags import class_of, flags_of, known_flags
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.names import Name
from tuireader.recognise.rows import ROW_MASK, begin, row_of, rows_of

_JOINT = re.compile(r"(?: (of|for|and|&|on)(?: the)?|('s)) ")
_LONGEST = 12
_LENGTHS = rows_of(f"ln{size}" for size in range(_LONGEST + 1))
_WHOLE, _ANYWHERE = begin("k="), begin("w=")
_AT_PLACE = {place: begin(f"{place}w=") for place in "ofml"}
_FRONT = 3
_FRONTS = {place: begin(f"{place}p{_FRONT}=") for place in "ofl"}
_ENDINGS = {
    place: tuple((begin(f"{place}s{letters}="), letters) for letters in sizes)
    for place, sizes in {"o": (2, 3, 4), "f": (3,), "m": (), "l": (2, 3, 4)}.items()
}
"""For words at each place, the marks of endings and of how many letters they are."""


def form_features(name: Name, parts: Sequence[str]) -> list[int]:
    """What the words of a name say by themselves.

    Args:
        name: The name.
        parts: The words of its key.
    """
    places = "o" if len(parts) == 1 else "f" + "m" * (len(parts) - 2) + "l"
    words = list(map(_features_of_word, places, parts, name.form.split(" ")))
    found = [*_frame_features(len(parts), name.is_joined, *[shape for shape, _, _ in words[:4]])]
    for _, said, _ in words:
        found += said
    for _, _, marks in words:
        found += marks
    if len(parts) > 1:
        found += _phrase_features(name.key)
    elif name.key.isalpha() and name.form.isupper():
        found.append(row_of(f"ACR{min(len(name.key), 6)}"))
    return found


@lru_cache(maxsize=2_000)
def _frame_features(count: int, is_joined: bool, *shapes: str) -> tuple[int, ...]:
    """How many words a name has, and how they are written."""
    return rows_of(("b", f"n{min(count, 5)}", f"J{is_joined:d}", "H=" + " ".join(shapes)))


@lru_cache(maxsize=20_000)
def _features_of_word(place: str, word: str, written: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """What one word of a name says at its place: the `o`nly, `f`irst, `m`iddle or `l`ast one.

    Returns:
        The shape of the word, the features of its letters, and those of its shape and the lists that hold it.
    """
    shape = _shape(written)
    return shape, _word_features(place, word), _mark_features(place, shape, flags_of(word.rstrip(".")))


def _word_features(place: str, word: str) -> tuple[int, ...]:
    """What the letters of a word say: all of them, how many they are, the last two, three and four, the first three."""
    whole, size = word.encode(), len(word)
    found = [crc32(whole, _AT_PLACE[place]) & ROW_MASK, crc32(whole, _ANYWHERE) & ROW_MASK]
    if place == "o":
        found += (crc32(whole, _WHOLE) & ROW_MASK, _LENGTHS[min(size, _LONGEST)])
    for mark, letters in _ENDINGS[place]:
        if size > letters:
            found.append(crc32(word[-letters:].encode(), mark) & ROW_MASK)
    if size > _FRONT and place != "m":
        found.append(crc32(word[:_FRONT].encode(), _FRONTS[place]) & ROW_MASK)
    return tuple(found)


@lru_cache(maxsize=4_000)
def _mark_features(place: str, shape: str, flags: Sequence[str]) -> tuple[int, ...]:
    """What the lists say about one word of a name, and how it is written."""
    marks = (f"{place}h={shape}", *(f"{place}x={flag}" for flag in flags))
    together = "/".join(flags)
    return rows_of((*marks, "X1=" + together, f"X1h={together}|{shape}") if place == "o" else marks)


def joint_features(name: Name, names: Mapping[str, Name]) -> tuple[int, ...]:
    """What the two parts of a joined name are, and whether they also stand without each other."""
    first, word, second = split_joined(name.key)
    if not word:
        return ()
    alone = "".join(str(int(_count(part, names) > len(name.occurrences))) for part in (first, second))
    return _features_of_joint(word, alone, class_of(first), class_of(second))


@lru_cache(maxsize=4_000)
def _features_of_joint(word: str, alone: str, before: str, behind: str) -> tuple[int, ...]:
    """What a small word says between two names of some classes."""
    return rows_of(
        (
            f"j={word}",
            f"jn={word}{alone}",
            f"ja={word}|{before}",
            f"jb={word}|{behind}",
            f"jab={word}|{before}|{behind}",
        )
    )


def split_joined(key: str) -> tuple[str, str, str]:
    """The first part of a joined name, the small word behind it, and the rest; nothing in the place of what is not."""
    joint = _JOINT.search(key)
    return (key[: joint.start()], joint[1] or joint[2], key[joint.end() :]) if joint else (key, "", "")


def class_of_name(name: Name) -> str:
    """The coarse class of a name, to be crossed with its contexts."""
    if name.is_joined:
        return "J"
    is_acronym = name.form.isupper() and len(name.form) > 1 and " " not in name.form
    return "A" if is_acronym else class_of(name.key)


def _count(key: str, names: Mapping[str, Name]) -> int:
    return len(names[key].occurrences) if key in names else 0


def _phrase_features(key: str) -> tuple[int, ...]:
    """What the lists say about a name of several words as a whole, and about its ends together."""
    lexicon = open_lexicon()
    first, last = ("/".join(flags_of(word.rstrip("."))) for word in (key.partition(" ")[0], key.rpartition(" ")[2]))
    found = ["k=" + key, f"X={first}|{last}"]
    if country_code(key):
        found.append("CO")
    if key in lexicon.cities:
        found.append("CI" + lexicon.cities[key])
    if key in lexicon.states:
        found.append("ST")
    return rows_of((*found, *("K" + flag for flag in known_flags(key))))


def _shape(word: str) -> str:
    if len(word) == 1:
        return "X"
    if word.isalpha() and word[1:].islower():
        return "Xx"
    if word.isupper():
        return "XX." if "." in word else "XX" if len(word) < 5 else "XXX"
    if any(letter.isdigit() for letter in word):
        return "X9"
    if "-" in word:
        return "X-x"
    return "Xx" if word[1:].islower() else "xX"
