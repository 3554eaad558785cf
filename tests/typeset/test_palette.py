"""What is read has contrast, and the kinds of actors are told apart, also by eyes without one of the receptors."""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest

from tuireader.typeset.palette import CONTRAST, DISTINCT, NIGHT, PAPER

READ = ("foreground", "quiet", "accent", "primary", "person", "country", "organisation")
TOLD_APART = ("person", "country", "organisation", "foreground")

Colour = tuple[float, float, float]

NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
WITHOUT_RED = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
WITHOUT_GREEN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
WITHOUT_BLUE = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
"""How eyes see linear colours, by Machado, Oliveira and Fernandes (2009)."""

TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def linear(colour: str) -> Colour:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in (red, green, blue))  # type: ignore[return-value]


def times(matrix: Sequence[Colour], colour: Colour) -> Colour:
    one, two, three = (min(1.0, max(0.0, sum(map(float.__mul__, row, colour)))) for row in matrix)
    return one, two, three


def cielab(colour: Colour) -> Colour:
    shares = [sum(map(float.__mul__, row, colour)) / white for row, white in zip(TO_XYZ, WHITE, strict=True)]
    x, y, z = (share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116 for share in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(sum(map(float.__mul__, TO_XYZ[1], linear(each))) for each in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("palette", "least"),
    [(NIGHT, 4.5), (PAPER, 4.5), (DISTINCT, 4.5), (CONTRAST, 7.0)],
    ids=["night", "paper", "distinct", "contrast"],
)
def test_all_that_is_read_has_contrast(palette: Mapping[str, str], least: float) -> None:
    assert min(contrast(palette[name], palette["background"]) for name in READ) >= least


@pytest.mark.parametrize("palette", [DISTINCT, CONTRAST], ids=["distinct", "contrast"])
@pytest.mark.parametrize("eyes", [NORMAL, WITHOUT_RED, WITHOUT_GREEN, WITHOUT_BLUE])
def test_any_eyes_tell_the_kinds_apart(palette: Mapping[str, str], eyes: Sequence[Colour]) -> None:
    seen = [cielab(times(eyes, linear(palette[name]))) for name in TOLD_APART]
    assert min(math.dist(one, other) for one, other in combinations(seen, 2)) >= 30
