"""What kind of file some bytes are: told by themselves first, and by their name only where they do not tell."""

import re
from collections.abc import Callable
from functools import cache

from tuireader.loaders.decoding import decode, looks_binary, marked_encoding
from tuireader.loaders.formats import (
    BY_SUFFIX,
    DOCBOOK,
    EPUB,
    FICTIONBOOK,
    HTML,
    LATEX,
    MAIL,
    MARKDOWN,
    NOTEBOOK,
    OPENDOCUMENT,
    PDF,
    RTF,
    SUBTITLES,
    TEXT,
    WORD,
    Format,
)

_BEGINNING = 4_096
_HEAD = 1_024
"""How far into a PDF file its sign may stand."""

_SIGNS_OF_MARKUP = ("<", "%", "\\", "{")
_SUBTITLES = re.compile(r"\d+\s*\n\s*(?:\d{1,3}:)?\d\d:\d\d[.,]\d{1,3}\s*-->")
_MAILBOX = re.compile(r"From \S+.*\d{4}.*\n(?:>?[A-Za-z-]+:[ \t].*\n)")
_HEADERS = re.compile(r"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t]+[^\n]*\n)*){0,80}+")
_MESSAGE = re.compile(
    r"^(?:Received|Message-ID|MIME-Version|Return-Path|DKIM-Signature):", re.MULTILINE | re.IGNORECASE
)
_PATH = re.compile(r"https?://[^/?#]*(?P<path>[^?#]*)", re.IGNORECASE)
_SUFFIX = re.compile(r"[^/\\](?P<suffix>\.(?=[0-9]*[a-z])[a-z0-9]{1,9})$", re.IGNORECASE)

_PICTURE = "it is a picture, and tuireader reads text; an OCR program such as `tesseract {name} -` finds words in one"
_ARCHIVE = "it is an archive; unpack it first and name a file from it"
_OFFICE = "it is a file of an old or another office program; save it as text: `libreoffice --convert-to txt {name}`"
_KINDLE = "Kindle and Mobipocket books are not supported; convert it to EPUB first, for example with Calibre"
_SOUND = "it is sound or film, and tuireader reads text"

_PACKING = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "Zstandard"}
_REFUSED = (
    (b"PK\x03\x04", _ARCHIVE),
    (b"PK\x05\x06", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\xd0\xcf\x11\xe0", _OFFICE),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"SQLite format", "it is a database, and tuireader reads text"),
    (b"\x7fELF", "it is a program, and tuireader reads text"),
)

Sign = Callable[[bytes], Format | None]


def format_of(data: bytes, name: str) -> Format | None:
    """Find out what kind of file this is.

    Args:
        data: All of the file.
        name: Its name, which decides between kinds of text.

    Returns:
        The format; nothing for bytes that are none of those that are read.
    """
    for sign in _SIGNS:
        if found := sign(data):
            return found
    if refused_because(data) or looks_binary(data):
        return None
    named = BY_SUFFIX.get(suffix_of(name), TEXT)
    start = _beginning(data).lstrip("\ufeff \t\r\n")
    return _written_format(start, named) or (TEXT if named in _BINARY else named)


def _beginning(data: bytes) -> str:
    """The first words of a text, as far as they may tell its format."""
    head = data[:_BEGINNING]
    return decode(head) if marked_encoding(head) or 0 in head else head.decode("utf-8", "ignore")


def packing_of(data: bytes) -> str:
    """How some bytes are compressed; empty if they are not."""
    return next((name for magic, name in _PACKING.items() if data.startswith(magic)), "")


def suffix_of(name: str) -> str:
    """The suffix of a name in lower case; empty for a name that ends in a dot and something else."""
    path = _PATH.match(name)
    match = _SUFFIX.search(path["path"] if path else name)
    return match["suffix"].lower() if match else ""


def unknown_because(data: bytes, name: str) -> str:
    """Why bytes that have no format cannot be read, and what to do; `{name}` stands for the name of the file."""
    if reason := refused_because(data):
        return reason
    named = BY_SUFFIX.get(suffix_of(name))
    if named in _BINARY and named is not None:
        return f"it is called {suffix_of(name)} but is no {named.name} file, or a damaged one; get it again"
    return "it is binary data of an unknown kind; `tuireader formats` lists what is read"


def refused_because(data: bytes) -> str:
    """Why a file that begins like this is not read; a beginning that may be words proves nothing in a text."""
    for magic, reason in _REFUSED:
        if data.startswith(magic) and (not magic.isascii() or min(magic) < ord(" ") or looks_binary(data)):
            return reason
    if data[257:262] == b"ustar":
        return _ARCHIVE
    return _KINDLE if data[60:68] in (b"BOOKMOBI", b"TEXtREAd") else ""


def _written_format(start: str, named: Format) -> Format | None:
    """The format of a text that says itself what it is."""
    for pattern, found in _starts() if start[:1] in _SIGNS_OF_MARKUP else ():
        if pattern.match(start):
            return found
    if start.startswith("WEBVTT") or _SUBTITLES.match(start):
        return SUBTITLES
    headers = _HEADERS.match(start)
    is_message = headers is not None and _MESSAGE.search(headers[0]) is not None and named is not MARKDOWN
    return MAIL if is_message or _MAILBOX.match(start) else None


@cache
def _starts() -> tuple[tuple[re.Pattern[str], Format], ...]:
    """How files in some formats begin; most texts begin otherwise."""
    xml = r"(?:<\?xml[^<>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^<>\[]*(?:\[[^\]]*\]\s*)?>\s*){0,5}"
    docbook = r"(?:<\?xml[^<>]*>\s*)?<!DOCTYPE (?:book|article|chapter)\s[^<>]*DocBook"
    page = r"(?:<\?xml[^<>]*>\s*|<!--.*?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b"
    notebook = r'\{\s*"(?:cells|metadata|nbformat|nbformat_minor)"\s*:.*"(?:cell_type|nbformat)"'
    return (
        (re.compile(page, re.IGNORECASE | re.DOTALL), HTML),
        (re.compile(rf"{xml}<FictionBook\b", re.DOTALL), FICTIONBOOK),
        (re.compile(docbook), DOCBOOK),
        (re.compile(rf"{xml}<(?:book|article|chapter)\b[^<>]*docbook\.org", re.DOTALL), DOCBOOK),
        (re.compile(r"(?:%[^\n]*\n\s*)*\\documentclass\b"), LATEX),
        (re.compile(notebook, re.DOTALL), NOTEBOOK),
    )


def _packed_format(data: bytes) -> Format | None:
    """The format of a ZIP archive, told by the names in it."""
    if not data.startswith(b"PK"):
        return None
    if _OPENDOCUMENT in data[:_HEAD]:
        return OPENDOCUMENT
    for sign, found in _PACKED:
        if sign in data:
            return found
    return None


_PACKED = ((b"META-INF/container.xml", EPUB), (b"mimetypeapplication/epub+zip", EPUB), (b"word/document", WORD))
_OPENDOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_RTF = b"{\\rtf"
_SIGNS: tuple[Sign, ...] = (
    lambda data: PDF if b"%PDF-" in data[:_HEAD] else None,
    lambda data: RTF if data.startswith(_RTF) else None,
    _packed_format,
)
_BINARY = frozenset({EPUB, PDF, WORD, OPENDOCUMENT, RTF})
"""Formats that are never plain text, whatever the name of a file says."""
