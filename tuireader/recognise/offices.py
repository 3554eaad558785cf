"""Titles and offices before a name: `Sir`, `Deputy Foreign Minister`, `Secretary of State`."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import takewhile

from tuireader.recognise import words
from tuireader.recognise.runs import Run, Tokens
from tuireader.recognise.wordlists import read_classes

_PAIRS = frozenset(
    {
        ("prime", "minister"),
        ("chief", "executive"),
        ("chief", "justice"),
        ("lord", "justice"),
        ("attorney", "general"),
        ("director", "general"),
        ("secretary", "general"),
        ("solicitor", "general"),
    }
)
_WITH_PORTFOLIO = frozenset({"secretary", "minister", "chancellor", "commissioner", "chief", "speaker", "leader"})
_JOINTS = (("of",), ("of", "the"), ("for",), ("for", "the"))
_LONGEST_JOINT = 9
_PERSONAL = read_classes("people.txt")["personal title"]
_SAINTS = read_classes("people.txt")["saint"]


def count_titles(folded: Sequence[str], particles: Container[int]) -> int:
    """How many words at the front are titles, offices, or particles behind them; at least one word is left.

    Args:
        folded: The folded words of a run.
        particles: Which of them are written small.
    """
    count, most = 0, len(folded) - 1
    while count < most:
        length = _unit_length(folded, count)
        if not length or count + length > most:
            break
        count += length
        while count < most and count in particles:
            count += 1
    return count


def is_only_office(folded: Sequence[str]) -> bool:
    """Whether there is no name in a run: `Foreign Minister`, `Mr President`, but not `Mr King`."""
    start = sum(1 for _ in takewhile(words.COURTESY.__contains__, folded[:-1]))
    if start and folded[-1] not in words.INNER_TITLES:
        return False
    return words.TITLES.issuperset(folded[start:]) or start + _office_length(folded, start) == len(folded)


def begins_office(folded: Sequence[str], at: int) -> bool:
    """Whether an office stands behind a country: `French | President`, but not `American | General Insurance`."""
    length = _office_length(folded, at)
    if not length or folded[at] in _PERSONAL:
        return False
    return at + length == len(folded) or length > 1 or folded[at] not in words.UNBOUND_TITLES


def begins_inner_office(folded: Sequence[str], at: int) -> bool:
    """Whether an office stands between the word before, which is none itself, and a name."""
    before = folded[at - 1]
    if before in words.TITLES or before in words.RANKS:
        return False
    length = _office_length(folded, at)
    return at + length < len(folded) and not words.INNER_TITLES.isdisjoint(folded[at : at + length])


def with_portfolios(text: str, runs: Iterable[Run]) -> Iterator[Run]:
    """Bring an office together with what it is for, and with the name behind: `Secretary | of | State Jane Doe`."""
    last: Run | None = None
    for run in runs:
        joint = _joint(text, last, run) if last else None
        if last and joint is not None:
            last = Run(last.tokens + joint + run.tokens, last.starts_sentence, last.block)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _joint(text: str, first: Run, second: Run) -> Tokens | None:
    """The small words between an office and its portfolio."""
    start, end = first.tokens[-1][1], second.tokens[0][0]
    if first.block != second.block or end - start > _LONGEST_JOINT:
        return None
    if _word(text, first.tokens[-1]) not in _WITH_PORTFOLIO or _word(text, second.tokens[0]) not in words.PORTFOLIOS:
        return None
    parts = text[start:end].split()
    if tuple(parts) not in _JOINTS:
        return None
    tokens: Tokens = []
    for part in parts:
        start = text.index(part, start)
        tokens.append((start, start + len(part)))
        start += len(part)
    return tokens


def _word(text: str, token: tuple[int, int]) -> str:
    return text[token[0] : token[1]].lower()


def _office_length(folded: Sequence[str], at: int) -> int:
    """How many words from a place on are titles and offices."""
    end = at
    while length := _unit_length(folded, end):
        end += length
    return end - at


def _unit_length(folded: Sequence[str], at: int) -> int:
    """The length of one title or office, with its ranks and what it is for."""
    head = at
    while head < len(folded) and folded[head] in words.RANKS:
        head += 1
    if head >= len(folded) or folded[head] not in words.TITLES or _is_bound(folded, head):
        return 0
    end = head + 1 + (tuple(folded[head : head + 2]) in _PAIRS)
    return end - at + _portfolio_length(folded, end)


def _is_bound(folded: Sequence[str], at: int) -> bool:
    """Whether a title is part of a name: `General Motors`, `St Louis`."""
    title, following = folded[at], folded[at + 1] if at + 1 < len(folded) else ""
    if title in _SAINTS:
        return True
    return title in words.UNBOUND_TITLES and (following in words.ORGANISATION or following in words.PLACE)


def _portfolio_length(folded: Sequence[str], at: int) -> int:
    """The length of `of State` or `of the Treasury`."""
    for joint in _JOINTS:
        start = at + len(joint)
        if tuple(folded[at:start]) == joint:
            portfolio = len(list(takewhile(words.PORTFOLIOS.__contains__, folded[start:])))
            if portfolio:
                return len(joint) + portfolio
    return 0
