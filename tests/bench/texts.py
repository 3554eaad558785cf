"""Texts of any length to measure with, made of the bundled document."""

from itertools import product

from tuireader.resources import ROOT

FIRST, LAST = "Paragraph one", "xylophonist"
"""The words at the beginning of a long text, and a word that stands at its end alone."""

_FORENAMES = ("Anna", "Boris", "Clara", "David", "Elena", "Felix", "Greta", "Henry")
_BEGINNINGS = ("Bal", "Cor", "Dav", "Fer", "Gal", "Hor", "Kal", "Lan", "Mor", "Nor", "Pel", "Rom", "Sal", "Tor", "Var")
_MIDDLES = ("a", "an", "e", "er", "i", "in", "o", "or", "u", "ul")
_ENDINGS = ("bert", "dal", "dric", "ford", "gard", "ham", "lind", "mar", "nov", "rick", "ski", "son", "ton", "vic")


def long_text(size: int) -> str:
    """The bundled document again and again, with other people and another number each time.

    Args:
        size: Bytes of it, not counting its first and its last paragraph.
    """
    briefing = (ROOT / "samples" / "briefing.md").read_text(encoding="utf-8").replace("#", "").replace("*", "")
    surnames = ["".join(parts) for parts in product(_BEGINNINGS, _MIDDLES, _ENDINGS)]
    parts, length, number = [f"{FIRST} of a long text.\n"], 0, 0
    while length < size:
        number += 1
        people = [_person(surnames, 3 * number + each) for each in range(3)]
        met = f"Mr {people[0]} met Ms {people[1]} in Geneva. “We have not been asked,” said {people[2]}."
        part = f"CHAPTER {number}\n\n{briefing}\n\n{met}"[: max(0, size - length)]
        parts.append(part)
        length += len(part.encode())
    return "\n\n".join([*parts, f"\n\nAt the very end a {LAST} plays.\n"])


def _person(surnames: list[str], number: int) -> str:
    """A name that nobody else has for a long time."""
    forename, surname = divmod(number, len(surnames))
    return f"{_FORENAMES[forename % len(_FORENAMES)]} {surnames[surname]}"
