"""Corrections as a small file in TOML that people can read, change, compare and share."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping

from tuireader.domain.actor import ActorKind
from tuireader.domain.anchor import Anchor
from tuireader.domain.cleaning import clean_line
from tuireader.domain.correction import Add, Confirm, Correction, Known, Merge, Reject, Rename, Retype, Split
from tuireader.errors import CorrectionError

_TABLE = "correction"
_HEAD = "# Corrections to the actors of a document, in the order in which they were made.\n"


def written(corrections: Iterable[Correction]) -> str:
    """The file of some corrections: a table for each, which reads like a sentence."""
    tables = (f"[[{_TABLE}]]\n" + "".join(f"{key} = {value}\n" for key, value in _lines(each)) for each in corrections)
    return "\n".join([_HEAD, *tables])


def read(text: str, doubts: list[CorrectionError] | None = None) -> tuple[Correction, ...]:
    """The corrections in a file.

    Args:
        text: What stands in it.
        doubts: Takes the error about each correction that cannot be understood; the others hold all the same.

    Returns:
        All of them, in order.

    Raises:
        CorrectionError: It is no such file, or a correction cannot be understood and nobody takes doubts; the message
            says which one, and why.
    """
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CorrectionError(f"it is no TOML: {clean_line(str(error))}") from error
    if set(tables) - {_TABLE} or not isinstance(tables.get(_TABLE, []), list):
        raise CorrectionError(f"each correction begins with [[{_TABLE}]]")
    return tuple(_corrections(tables.get(_TABLE, []), doubts))


def _corrections(tables: Iterable[object], doubts: list[CorrectionError] | None) -> Iterator[Correction]:
    for number, table in enumerate(tables, start=1):
        try:
            yield _correction(number, table)
        except CorrectionError as error:
            if doubts is None:
                raise
            doubts.append(error)


def _lines(correction: Correction) -> Iterator[tuple[str, str]]:
    """The keys and values of a correction."""
    match correction:
        case Merge(actor, into):
            yield from (("merge", _known(actor)), ("into", _known(into)))
        case Split(actor, name, to, at):
            yield from (("split", _known(actor)), ("name", _quoted(name)), ("to", _known(to)), *_place(at))
        case Rename(actor, name):
            yield from (("rename", _known(actor)), ("name", _quoted(name)))
        case Retype(actor, kind):
            yield from (("retype", _known(actor)), ("kind", _quoted(kind)))
        case Reject(actor, name, at):
            yield from (("reject", _known(actor)), *([("name", _quoted(name))] if name else []), *_place(at))
        case Add(words, actor):
            yield from (("add", _quoted(words)), ("to", _known(actor)))
        case Confirm(actor, name):
            yield from (("confirm", _known(actor)), ("name", _quoted(name)))


def _known(known: Known) -> str:
    return f"{{ {known.kind} = {_quoted(known.name)} }}"


def _place(at: Anchor | None) -> Iterator[tuple[str, str]]:
    if at is not None:
        parts = {"before": at.before, "words": at.words, "behind": at.behind}
        words = ", ".join(f"{key} = {_quoted(value)}" for key, value in parts.items())
        yield "at", f"{{ {words}, start = {at.start} }}"


def _quoted(text: str) -> str:
    """A string of TOML, which is one of JSON but for one character."""
    return json.dumps(clean_line(text), ensure_ascii=False)


class _Table:
    """The keys of one correction; each must be asked for, and be what it is asked for as."""

    def __init__(self, number: int, keys: Mapping[str, object]) -> None:
        self._number = number
        self._keys = dict(keys)

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def text(self, key: str) -> str:
        return self._text(self._taken(key), key)

    def known(self, key: str) -> Known:
        value = self._taken(key)
        if not isinstance(value, dict) or len(value) != 1 or (kind := next(iter(value))) not in list(ActorKind):
            raise self.error(f'{key} must be like {{ person = "Ada" }}')
        return Known(ActorKind(kind), self._text(value[kind], key))

    def kind(self, key: str) -> ActorKind:
        if (kind := self.text(key)) not in list(ActorKind):
            raise self.error(f"{key} must be one of {', '.join(ActorKind)}")
        return ActorKind(kind)

    def place(self) -> Anchor | None:
        if "at" not in self._keys:
            return None
        value = self._taken("at")
        if not isinstance(value, dict) or set(value) - {"before", "words", "behind", "start"} or "words" not in value:
            raise self.error('at must be like { before = "I saw", words = "Ada", behind = "run" }')
        before, behind = (self._text(value.get(key, ""), key, may_be_empty=True) for key in ("before", "behind"))
        if not isinstance(start := value.get("start", 0), int) or start < 0:
            raise self.error("start must be an offset: a number from 0 on")
        return Anchor(self._text(value["words"], "words"), before, behind, start)

    def expect_end(self) -> None:
        if self._keys:
            raise self.error(f"{clean_line(next(iter(self._keys)))!r} means nothing here")

    def error(self, words: str) -> CorrectionError:
        return CorrectionError(f"correction {self._number}: {words}")

    def _taken(self, key: str) -> object:
        if key not in self._keys:
            raise self.error(f"{key} is missing")
        return self._keys.pop(key)

    def _text(self, value: object, key: str, *, may_be_empty: bool = False) -> str:
        if not isinstance(value, str) or not (may_be_empty or clean_line(value)):
            raise self.error(f"{key} must be some words in quotation marks")
        return clean_line(value)


def _correction(number: int, keys: object) -> Correction:
    if not isinstance(keys, dict):
        raise CorrectionError(f"each correction begins with [[{_TABLE}]]")
    table = _Table(number, keys)
    correction = _read(table)
    table.expect_end()
    return correction


def _read(table: _Table) -> Correction:  # noqa: PLR0911 - one line for each kind of correction
    if "merge" in table:
        return Merge(table.known("merge"), table.known("into"))
    if "split" in table:
        return Split(table.known("split"), table.text("name"), table.known("to"), table.place())
    if "rename" in table:
        return Rename(table.known("rename"), table.text("name"))
    if "retype" in table:
        return Retype(table.known("retype"), table.kind("kind"))
    if "reject" in table:
        actor = table.known("reject")
        return Reject(actor, table.text("name") if "name" in table else "", table.place())
    if "add" in table:
        return Add(table.text("add"), table.known("to"))
    if "confirm" in table:
        return Confirm(table.known("confirm"), table.text("name"))
    raise table.error("it says nothing of merge, split, rename, retype, reject, add or confirm")
