"""What the words of a name say by themselves, as features of the linear model."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tuireader.recognise.countries import country_code
from tuireader.recognise.flags import class_of, flags_of, known_flags
from tuireader.recognise.lexicon import open_lexicon
from tuireader.recognise.model import Feature
from tuireader.recognise.names import Name

_JOINT = re.compile(r"(?: (of|for|and|&|on)(?: the)?|('s)) ")


def form_features(name: Name, parts: Sequence[str]) -> list[Feature]:
    """What the words of a name say by themselves.

    Args:
        name: The name.
        parts: The words of its key.
    """
    shapes = [_shape(word) for word in name.form.split(" ")]
    flags = [flags_of(word.rstrip(".")) for word in parts]
    places = "o" if len(parts) == 1 else "f" + "m" * (len(parts) - 2) + "l"
    found: list[Feature] = [_frame_features(len(parts), name.is_joined, *shapes[:4])]
    found += map(_word_features, places, parts)
    found += map(_mark_features, places, shapes, flags)
    if len(parts) > 1:
        found.append(_phrase_features(name.key))
    elif name.key.isalpha() and name.form.isupper():
        found.append(f"ACR{min(len(name.key), 6)}")
    return found


@lru_cache(maxsize=2_000)
def _frame_features(count: int, is_joined: bool, *shapes: str) -> tuple[str, ...]:
    """How many words a name has, and how they are written."""
    return ("b", f"n{min(count, 5)}", f"J{is_joined:d}", "H=" + " ".join(shapes))


@lru_cache(maxsize=20_000)
def _word_features(place: str, word: str) -> tuple[str, ...]:
    """What one word of a name says at its place: the `o`nly, `f`irst, `m`iddle or `l`ast one."""
    whole = ("k=" + word, f"ln{min(len(word), 12)}") if place == "o" else ()
    return (f"{place}w={word}", "w=" + word, *whole, *_affixes(place, word))


@lru_cache(maxsize=4_000)
def _mark_features(place: str, shape: str, flags: Sequence[str]) -> tuple[str, ...]:
    """What the lists say about one word of a name, and how it is written."""
    marks = (f"{place}h={shape}", *(f"{place}x={flag}" for flag in flags))
    together = "/".join(flags)
    return (*marks, "X1=" + together, f"X1h={together}|{shape}") if place == "o" else marks


def joint_features(name: Name, names: Mapping[str, Name]) -> tuple[str, ...]:
    """What the two parts of a joined name are, and whether they also stand without each other."""
    first, word, second = split_joined(name.key)
    if not word:
        return ()
    alone = "".join(str(int(_count(part, names) > len(name.occurrences))) for part in (first, second))
    before, behind = class_of(first), class_of(second)
    return (
        f"j={word}",
        f"jn={word}{alone}",
        f"ja={word}|{before}",
        f"jb={word}|{behind}",
        f"jab={word}|{before}|{behind}",
    )


def split_joined(key: str) -> tuple[str, str, str]:
    """The first part of a joined name, the small word behind it, and the rest; nothing in the place of what is not."""
    joint = _JOINT.search(key)
    return (key[: joint.start()], joint[1] or joint[2], key[joint.end() :]) if joint else (key, "", "")


def class_of_name(name: Name) -> str:
    """The coarse class of a name, to be crossed with its contexts."""
    if name.is_joined:
        return "J"
    is_acronym = " " not in name.form and len(name.form) > 1 and name.form.isupper()
    return "A" if is_acronym else class_of(name.key)


def _count(key: str, names: Mapping[str, Name]) -> int:
    return len(names[key].occurrences) if key in names else 0


def _affixes(place: str, word: str) -> list[str]:
    size = len(word)
    found = []
    if place in "ol":
        found = [f"{place}s{last}={word[-last:]}" for last in (2, 3, 4) if size > last]
    elif place == "f" and size > 3:
        found = ["fs3=" + word[-3:]]
    if place != "m" and size > 3:
        found.append(f"{place}p3={word[:3]}")
    return found


def _phrase_features(key: str) -> tuple[str, ...]:
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
    return (*found, *("K" + flag for flag in known_flags(key)))


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
