"""Words of one version of a text found again in another."""

from collections.abc import Iterable


def nearest(text: str, words: str, guesses: Iterable[int]) -> int | None:
    """Where some words stand nearest to one of some guesses; nothing if they stand nowhere."""
    known = tuple(max(0, guess) for guess in guesses)
    places = {text.find(words, guess) for guess in known}
    places |= {text.rfind(words, 0, guess + len(words)) for guess in known}
    return min(places - {-1}, key=lambda place: min(abs(place - guess) for guess in known), default=None)
