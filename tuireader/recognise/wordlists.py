"""Classes of words, read from the files beside the code."""

from functools import cache

from tuireader import resources


@cache
def read_classes(name: str) -> dict[str, frozenset[str]]:
    """The classes of words in a file of `assets/names`, by the names that stand in brackets there."""
    classes: dict[str, list[str]] = {}
    words = list[str]()
    for line in (resources.ROOT / "names" / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = classes.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words += line.split()
    return {title: frozenset(group) for title, group in classes.items()}
