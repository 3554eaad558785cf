"""Which loader reads a file: told by its name and its first bytes, and imported only then."""

import re
import shlex
from importlib import import_module
from typing import Protocol

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document
from tuireader.errors import UnknownFormatError, UnreadableError
from tuireader.loaders.decoding import decode, looks_binary
from tuireader.loaders.source import Source

TEXT = "tuireader.loaders.text:TextLoader"
MARKDOWN = "tuireader.loaders.markdown:MarkdownLoader"

LOADERS = {
    "": TEXT,
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".mdown": MARKDOWN,
}
"""Suffix to loader; a new format is one line here."""

_PDF = "PDF is not supported yet; convert it to text first, for example with `pdftotext {name}`"
_HTML = "HTML is not supported yet; convert it first, for example with `pandoc -t markdown -o page.md {name}`"
_PACKED = "{format} is not supported yet; convert it first, for example with `pandoc -t markdown -o book.md {name}`"
_PICTURE = "it is a picture, and tuireader reads text"
_ARCHIVE = "it is an archive; unpack it first and name a file from it"

_LATER = {
    ".pdf": _PDF,
    ".htm": _HTML,
    ".html": _HTML,
    ".xhtml": _HTML,
    **{
        suffix: _PACKED.replace("{format}", name)
        for suffix, name in {
            ".epub": "EPUB",
            ".docx": "Word (.docx)",
            ".odt": "OpenDocument",
            ".rtf": "RTF",
            ".fb2": "FictionBook",
        }.items()
    },
    ".doc": "Word (.doc) is not supported; save it as text first: `libreoffice --convert-to txt {name}`",
    ".mobi": "Mobipocket is not supported; save it as text first, for example with Calibre",
    ".azw3": "Kindle books are not supported; save it as text first, for example with Calibre",
}
"""Formats that are known but not read, with the way out."""

_MAGIC = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _LATER[".rtf"]),
    (b"PK\x03\x04", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"\xd0\xcf\x11\xe0", _LATER[".doc"]),
)
_HTML_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_SUFFIX = re.compile(r"[^/\\](?P<suffix>\.(?=[0-9]*[a-z])[a-z0-9]{1,9})$", re.IGNORECASE)

_BEGINNING = 4_096


class Loader(Protocol):
    """Makes a document from the bytes of a file in one format."""

    version: str
    """Changes whenever the same bytes would give another document."""

    def load(self, source: Source) -> Document:
        """Make a document."""
        ...


def load(data: bytes, name: str) -> Document:
    """Make a document from the bytes of a file.

    Args:
        data: All of them.
        name: The name or path of the file, which tells its format; `-` for standard input.

    Returns:
        The document.

    Raises:
        UnreadableError: There is no text in the file.
        UnknownFormatError: No loader reads this kind of file.
    """
    return loader_for(data, name).load(Source(data, name))


def loader_for(data: bytes, name: str) -> Loader:
    """The loader that reads a file.

    Raises:
        UnreadableError: There is no text in the file.
        UnknownFormatError: No loader reads this kind of file.
    """
    suffix = _suffix_of(name)
    unknown = _unknown_format(data, suffix)
    if unknown:
        raise UnknownFormatError(_refusal(name, unknown))
    unreadable = _no_text(data)
    if unreadable:
        raise UnreadableError(_refusal(name, unreadable))
    module, _, cls = LOADERS[suffix].partition(":")
    loader: Loader = getattr(import_module(module), cls)()
    return loader


def _suffix_of(name: str) -> str:
    """The suffix of a name in lower case; empty for a name that ends in a dot and something else."""
    match = _SUFFIX.search(name)
    return match["suffix"].lower() if match else ""


def _unknown_format(data: bytes, suffix: str) -> str:
    """Why no loader reads the format of a file; empty if one does."""
    if suffix in _LATER:
        return _LATER[suffix]
    for magic, reason in _MAGIC:
        if data.startswith(magic):
            return reason
    if not suffix and _HTML_START.match(data):
        return _HTML
    if suffix in LOADERS:
        return ""
    if looks_binary(data):
        return f"{suffix} files are not supported; tuireader reads text and Markdown"
    return f"{suffix} files are not known; if it is plain text, try `tuireader - < {{name}}`"


def _no_text(data: bytes) -> str:
    """Why there is nothing to read in a file; empty if there is."""
    if not data:
        return "it is empty; choose a file with text in it"
    if looks_binary(data):
        return "it is binary data; tuireader reads text and Markdown"
    if not decode(data[:_BEGINNING]).strip() and not decode(data).strip():
        return "it holds nothing but white space; choose a file with text in it"
    return ""


def _refusal(name: str, reason: str) -> str:
    shown = clean_line(name)
    return f"cannot read '{shown}': {reason.replace('{name}', shlex.quote(shown))}"
