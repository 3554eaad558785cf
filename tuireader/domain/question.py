"""Questions about a document: `russia & (nato | eu) - ukraine`, `"boots on the ground" & role:minister`.

A question is made of names, of "words" in quotation marks, and of fields such as `kind:person`. `&` or `AND` wants both
sides, and so does nothing at all between two parts; `|` or `OR` wants either; `-` or `NOT` wants the left side without
the right one; `|` binds least. A name may have several words; inside a word the signs mean nothing: `AT&T`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from tuireader.errors import QuestionError

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<open>\() | (?P<close>\)) | (?P<or>\|+|OR\b) | (?P<and>&+|AND\b) | (?P<without>[-–−]|NOT\b)
    | ["“”„](?P<words>[^"“”]*)["“”]?
    | (?:(?P<field>[a-z]+):\s*)?(?:["“”„](?P<quoted>[^"“”]*)["“”]?|(?P<name>(?:[^\s()|&"“”„]|(?<=\S)&(?=[^\s()|&]))+))?
    )""",
    re.VERBOSE,
)
_MOST_PARTS = 200
"""Names, words and signs of a question; each may be nested in the one before, which takes a few frames of the stack."""

_OPERATORS = ("open", "close", "or", "and", "without")


class Field(StrEnum):
    """What is asked of an actor or a paragraph, beside names and words."""

    KIND = "kind"
    ROLE = "role"
    COUNTRY = "country"
    SAID = "said"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Name:
    """Paragraphs that mention whoever goes by a name."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs that hold some words."""

    words: str


@dataclass(frozen=True, slots=True)
class Trait:
    """Paragraphs that mention somebody of a kind, with a role or of a country, or quote somebody; or of a section."""

    field: Field
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Both:
    """Paragraphs that both parts ask for."""

    left: "Question"
    right: "Question"


@dataclass(frozen=True, slots=True)
class Either:
    """Paragraphs that one of two parts asks for."""

    left: "Question"
    right: "Question"


@dataclass(frozen=True, slots=True)
class Not:
    """All paragraphs that a part does not ask for."""

    part: "Question"


Question = Name | Words | Trait | Both | Either | Not


class Piece(NamedTuple):
    """A name in a question, or the value of a field, that may not be typed to its end."""

    field: str
    """Empty for a name."""

    text: str
    start: int
    end: int


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def parse(typed: str) -> Question:
    """Understand a question.

    Args:
        typed: What a person typed.

    Returns:
        Its parts.

    Raises:
        QuestionError: It is none; the error says which characters are in the way.
    """
    parser = _Parser(typed)
    question = parser.either()
    parser.expect_end()
    return question


def asks_for_speakers(question: Question) -> bool:
    """Whether a question can be answered only by somebody who knows who says what."""
    match question:
        case Both(left, right) | Either(left, right):
            return asks_for_speakers(left) or asks_for_speakers(right)
        case Not(part):
            return asks_for_speakers(part)
        case _:
            return isinstance(question, Trait) and question.field is Field.SAID


def is_question(typed: str) -> bool:
    """Whether somebody types more than a name."""
    return any(token.kind != "name" for token in _tokens(typed))


def piece_at(typed: str, place: int) -> Piece | None:
    """The piece of a question that is being typed.

    Args:
        typed: The question as far as it is typed.
        place: The offset behind the character that was typed last.

    Returns:
        The name or value that is there or ends there; nothing where there is none.
    """
    piece: Piece | None = None
    for token in _tokens(typed):
        if token.start > place:
            break
        piece = _going_on(piece, token)
    return piece._replace(end=min(piece.end, len(typed))) if piece is not None and place <= piece.end else None


def _going_on(piece: Piece | None, token: _Token) -> Piece | None:
    """The piece that a token belongs to, behind the piece of the token before."""
    match token.kind:
        case "field":
            return Piece(token.text, "", token.end + 1, token.end + 1)
        case "quoted" if piece is not None:
            return Piece(piece.field, token.text, token.start - 1, token.end + 1)
        case "name" if piece is not None and not piece.text:
            return Piece(piece.field, token.text, token.start, token.end)
        case "name" if piece is not None and not _is_of_one_word(piece.field, piece.text):
            return Piece(piece.field, f"{piece.text} {token.text}", piece.start, token.end)
        case "name":
            return Piece("", token.text, token.start, token.end)
        case _:
            return None


def _is_of_one_word(field: str, value: str) -> bool:
    """Whether the words behind the first one are no part of a value: `kind:person us`, `in:3 us`."""
    return field == Field.KIND or (field == Field.IN and value.isdecimal())


def _tokens(typed: str) -> Iterator[_Token]:
    at = 0
    while typed[at:].strip():
        match = _TOKEN.match(typed, at)
        assert match is not None
        start = at + len(match[0]) - len(match[0].lstrip())
        kind = next((name for name in (*_OPERATORS, "words") if match[name] is not None), "")
        if kind:
            yield _Token(kind, match[kind], start, match.end())
        elif match["field"]:
            yield _Token("field", match["field"], start, match.end("field"))
            kind = "name" if match["quoted"] is None else "quoted"
            if match[kind] is not None:
                yield _Token(kind, match[kind], *match.span(kind))
        else:
            yield _Token("name", match["name"], start, match.end())
        at = match.end()


class _Parser:
    """Reads tokens from left to right, a method for each level of the grammar."""

    def __init__(self, typed: str) -> None:
        self._length = len(typed)
        self._tokens = list(islice(_tokens(typed), _MOST_PARTS + 1))
        if len(self._tokens) > _MOST_PARTS:
            last = self._tokens[-1]
            raise QuestionError(f"more than {_MOST_PARTS} parts", last.start, self._length)
        self._at = 0

    def either(self) -> Question:
        question = self._both()
        while self._take("or"):
            question = Either(question, self._both())
        return question

    def expect_end(self) -> None:
        """Refuse what is left over."""
        if self._at < len(self._tokens):
            token = self._tokens[self._at]
            raise QuestionError("this bracket was never opened", token.start, token.end)

    def _both(self) -> Question:
        question = self._part()
        while True:
            if self._take("and") or self._next in ("without", "open", "words", "field", "name"):
                question = Both(question, self._part())
            else:
                return question

    def _part(self) -> Question:
        if self._take("without"):
            return Not(self._part())
        if opening := self._take("open"):
            question = self.either()
            if not self._take("close"):
                raise QuestionError("a bracket is not closed", opening.start, opening.end)
            return question
        if words := self._take("words"):
            if not words.text.strip():
                raise QuestionError("there are no words between the quotation marks", words.start, words.end)
            return Words(words.text)
        if field := self._take("field"):
            return self._trait(field)
        if self._next == "name":
            return Name(*self._name())
        raise self._nothing()

    def _trait(self, field: _Token) -> Trait:
        if field.text not in set(Field):
            fields = " ".join(f"{each}:" for each in Field)
            raise QuestionError(f"there is no '{field.text}:' but {fields}", field.start, field.end + 1)
        quoted = self._take("quoted")
        if not (quoted.text.strip() if quoted else self._next == "name"):
            raise QuestionError(f"'{field.text}:' of what?", field.start, field.end + 1)
        if quoted:
            return Trait(Field(field.text), quoted.text, quoted.start, quoted.end)
        is_of_one_word = _is_of_one_word(field.text, self._tokens[self._at].text)
        return Trait(Field(field.text), *self._name(1 if is_of_one_word else None))

    def _name(self, most: int | None = None) -> tuple[str, int, int]:
        """The words of a name, all of them or so many at most, and where it begins and ends."""
        words: list[_Token] = []
        while len(words) != most and (token := self._take("name")):
            words.append(token)
        return " ".join(token.text for token in words), words[0].start, words[-1].end

    def _nothing(self) -> QuestionError:
        if self._at < len(self._tokens):
            token = self._tokens[self._at]
            return QuestionError(f"a name is wanted before '{token.text}'", token.start, token.end)
        return QuestionError("a name is wanted here", self._length, self._length)

    @property
    def _next(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else ""

    def _take(self, kind: str) -> _Token | None:
        """The next token, if it is of a kind."""
        if self._next != kind:
            return None
        self._at += 1
        return self._tokens[self._at - 1]
