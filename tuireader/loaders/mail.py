"""E-mail: a message, or a box of them, each a section under its subject, its sender and its date."""

import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document
from tuireader.domain.inline import InlineStyle
from tuireader.domain.paragraph import ParagraphKind
from tuireader.errors import UnreadableError
from tuireader.loaders.boilerplate import drop_unseen
from tuireader.loaders.builder import DocumentBuilder, Run, Setting
from tuireader.loaders.decoding import decode
from tuireader.loaders.rendering import tokens_of_tree
from tuireader.loaders.source import Source
from tuireader.loaders.tree import tree_of
from tuireader.loaders.writer import TokenWriter

_BEGIN = re.compile(rb"^From \S[^\n]{0,300}\d{4}[^\n]{0,40}\r?\n", re.MULTILINE)
_QUOTED_BEGIN = re.compile(rb"^>(>*From )", re.MULTILINE)
_QUOTE = re.compile(r"^(?:>[ \t]?)+")
_BLANK = re.compile(r"\n[ \t]*\n")
_WRAPPED = 50
"""Characters; a line that is longer was ended because it was full."""

_LONGEST = 2_000
"""Characters of a header that are read."""

_MOST_PARTS = 500
_DEEPEST = 40
_EMPHASIS = frozenset({InlineStyle.EMPHASIS})
_ODD = (MessageError, LookupError, ValueError, TypeError, AttributeError)
"""What the parser of the standard library raises over headers that are none."""


class MailLoader:
    """Reads messages."""

    version = "1"

    def load(self, source: Source) -> Document:
        """Make a document from a message or a box of messages.

        Args:
            source: The file.

        Returns:
            The document, with a section for each message.
        """
        builder = DocumentBuilder()
        first = ""
        for data in _messages(source.data):
            try:
                message = BytesParser(policy=compat32).parsebytes(data)
                first = first or _header(message, "subject")
                _write(builder, message, 1)
            except RecursionError as error:
                raise UnreadableError("its parts are nested deeper than in any message") from error
        document = builder.build(source, source.title if _BEGIN.match(source.data) else first)
        if not document.paragraphs:
            raise UnreadableError("there are no words in it")
        return document


def _messages(data: bytes) -> Iterator[bytes]:
    """The messages of a box; a file that is none is one message."""
    begins = [
        match
        for match in _BEGIN.finditer(data)
        if not match.start()
        or data[: match.start()].endswith(b"\n\n")
        or data[match.start() - 3 : match.start()].endswith(b"\n\r\n")
    ]
    if not begins or begins[0].start():
        yield data
        return
    ends = [*(match.start() for match in begins[1:]), len(data)]
    for match, end in zip(begins, ends, strict=True):
        yield _QUOTED_BEGIN.sub(rb"\1", data[match.end() : end])


def _write(builder: DocumentBuilder, message: Message, level: int) -> None:
    subject, date = _header(message, "subject") or "(no subject)", _date(message)
    sender = _people(message, "from")
    behind = ", ".join(part for part in (sender.partition(" <")[0], date) if part)
    builder.heading([Run(f"{subject} — {behind}" if behind else subject)], min(level, 6))
    heads = [("From", sender), ("To", _people(message, "to")), ("Cc", _people(message, "cc"))]
    lines = "\n".join(f"{name}: {value}" for name, value in heads if value)
    builder.paragraph([Run(lines, _EMPHASIS)], Setting(ParagraphKind.VERSE))
    for part in _parts(message):
        if part.get_content_maintype() == "message":
            inner = part.get_payload()
            if level < _DEEPEST and isinstance(inner, list) and inner and isinstance(inner[0], Message):
                _write(builder, inner[0], level + 1)
        elif name := _file_name(part):
            builder.paragraph([Run(f"Attachment: {name}", _EMPHASIS)], Setting())
        elif part.get_content_subtype() == "html":
            _write_html(builder, _text(part))
        else:
            _write_plain(builder, _text(part), is_flowed=_parameter(part, "format") == "flowed")


def _parts(message: Message) -> Iterator[Message]:
    """The parts to be read: of alternatives the plain one, or the page if there is no other."""
    waiting, left = [message], _MOST_PARTS
    while waiting and left:
        part = waiting.pop()
        left -= 1
        payload = part.get_payload()
        if part.get_content_maintype() != "multipart" or not isinstance(payload, list):
            if part.get_content_maintype() in ("text", "message") or _file_name(part):
                yield part
            continue
        inside = [each for each in payload if isinstance(each, Message)]
        if part.get_content_subtype() == "alternative":
            inside = [min(inside, key=_rank)] if inside else []
        elif part.get_content_subtype() == "related":
            inside = inside[:1]
        waiting.extend(reversed(inside))


def _rank(part: Message) -> int:
    """How far down the list of alternatives a part is; an empty one is last."""
    if part.get_content_type() == "text/plain":
        return 0 if _text(part).strip() else 3
    return 1 if part.get_content_type() == "text/html" else 2


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = _parameter(part, "charset")
    if not charset:
        return decode(data)
    try:
        return data.decode(charset, "replace")
    except (LookupError, ValueError):
        return decode(data)


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except _ODD:
        return ""
    return clean_line(value).lower() if isinstance(value, str) else ""


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
        is_attached = part.get_content_disposition() == "attachment"
    except _ODD:
        return ""
    return _decoded(name) or part.get_content_type() if name or is_attached else ""


def _header(message: Message, name: str) -> str:
    try:
        return _decoded(str(message.get(name, "")))
    except _ODD:
        return ""


def _decoded(value: str) -> str:
    """A header whose words may be written in other letters."""
    try:
        return clean_line(str(make_header(decode_header(value[:_LONGEST]))))
    except _ODD:
        return clean_line(value)


def _people(message: Message, name: str) -> str:
    try:
        people = getaddresses([str(each)[: _LONGEST * 10] for each in message.get_all(name, [])][:30])
    except _ODD:
        return ""
    return ", ".join(_person(_decoded(called), clean_line(address)) for called, address in people[:30])


def _person(name: str, address: str) -> str:
    return f"{name} <{address}>" if name and address else name or address


def _date(message: Message) -> str:
    try:
        return parsedate_to_datetime(str(message.get("date", ""))).strftime("%Y-%m-%d %H:%M")
    except _ODD:
        return ""


def _write_html(builder: DocumentBuilder, page: str) -> None:
    tree = tree_of(page)
    drop_unseen(tree)
    for each in tree.named("h1", "h2", "h3", "h4", "h5"):
        each.name = f"h{int(each.name[1]) + 1}"
    writer = TokenWriter()
    writer.builder = builder
    for token in tokens_of_tree(tree.first("body") or tree):
        writer.write(token)


def _write_plain(builder: DocumentBuilder, text: str, *, is_flowed: bool) -> None:
    """Write the words of a plain message: wrapped lines whole again, what is cited as quotes."""
    for block in _BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        for is_quote, lines in _cited(block.strip("\n").split("\n")):
            joined = "".join(
                line.rstrip() + (" " if len(line) > _WRAPPED or (is_flowed and line.endswith(" ")) else "\n")
                for line in lines
            )
            setting = Setting(ParagraphKind.QUOTE, lead="> ") if is_quote else Setting()
            builder.paragraph([Run(joined)], setting)


def _cited(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Lines in groups of those that are cited and those that are not."""
    group: list[str] = []
    was_quote = False
    for line in lines:
        bare = _QUOTE.sub("", line)
        is_quote = bare != line
        if group and (is_quote != was_quote or (is_quote and not bare.strip())):
            yield was_quote, group
            group = []
        was_quote = is_quote
        group.append(bare)
    if group:
        yield was_quote, group
