"""Words that were divided at the ends of lines, whole again."""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from tuireader import resources

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*$")
_HEAD = re.compile(r"^[^\W\d_]+")
HYPHENS = "-\u2010\u00ac"


class Words:
    """The words of a document, which tell how a divided one is written."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Learn the words of some texts, which hold no parts of divided ones."""
        self._known = {word.casefold() for text in texts for word in _WORDS.findall(text)}

    @cached_property
    def _all(self) -> frozenset[str]:
        return english() | self._known

    def hyphen(self, before: str, after: str) -> str:
        """What stands between the end of one line and the beginning of the next, where a hyphen divides a word.

        Args:
            before: A line without its hyphen.
            after: The next line.

        Returns:
            A hyphen where it belongs to the word, else nothing.
        """
        tail, head = _TAIL.search(before), _HEAD.match(after)
        if not tail or not head:
            return "-"
        whole, parted = f"{tail[0]}{head[0]}".casefold(), f"{tail[0]}-{head[0]}".casefold()
        if whole in self._known:
            return ""
        if parted in self._known or not head[0][0].islower():
            return "-"
        if whole in english():
            return ""
        are_words = all(part.casefold() in self._all for part in (tail[0], head[0]))
        return "-" if are_words and len(tail[0]) > 2 else ""


@cache
def english() -> frozenset[str]:
    """Usual words of English."""
    source = (resources.ROOT / "names" / "lower.txt").read_text(encoding="utf-8")
    return frozenset(word for line in source.splitlines() for word in line.split("\t")[1:])
