"""Classes of words and phrases, read from the files beside the code."""

from collections.abc import Callable, Iterable
from functools import cache

from tuireader import resources


@cache
def read_classes(name: str) -> dict[str, frozenset[str]]:
    """The classes of words in a file of `assets/names`, by the names that stand in brackets there."""
    return _classes(name, str.split)


@cache
def read_phrases(name: str) -> dict[str, frozenset[str]]:
    """The classes of phrases, parted by semicolons and lines, in a file of `assets/names`."""
    return _classes(name, lambda line: filter(None, map(str.strip, line.split(";"))))


def _classes(name: str, parts: Callable[[str], Iterable[str]]) -> dict[str, frozenset[str]]:
    classes: dict[str, list[str]] = {}
    members = list[str]()
    for line in (resources.ROOT / "names" / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            members = classes.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            members += parts(line)
    return {title: frozenset(group) for title, group in classes.items()}
