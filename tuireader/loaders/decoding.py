"""Bytes as text, whatever their encoding: a mark decides, then UTF-8, then what the bytes look like."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer marks first: that of UTF-32 begins with that of UTF-16."""

_LAST_RESORT = "windows-1252"
_SAMPLE = 32_768
_FOREIGN = re.compile(rb"[\x80-\xff]")
_KEPT_CONTROLS = b"\t\n\r\f\x1b"
_CONTROLS = bytes({*range(32), 127} - set(_KEPT_CONTROLS))


def decode(data: bytes) -> str:
    """Turn the bytes of a text file into text.

    Args:
        data: All of the file.

    Returns:
        Its text without the mark; bytes that mean nothing in its encoding are U+FFFD. It never fails.
    """
    encoding = marked_encoding(data) or _wide_encoding(data) or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode(_guessed(data) if encoding == "utf-8" else encoding, "replace")


def marked_encoding(data: bytes) -> str | None:
    """The encoding that the first bytes of a file declare."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def looks_binary(data: bytes) -> bool:
    """Whether bytes are no text: NUL outside of UTF-16 and UTF-32, or many control characters."""
    if marked_encoding(data):
        return False
    if 0 in data:
        return _wide_encoding(data) is None
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) // 20


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark, told by the NUL bytes that Latin letters leave in every other place."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or 0 not in sample:
        return None
    pairs = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > pairs * 0.7 and even == 0:
        return "utf-16-le"
    if even > pairs * 0.7 and odd == 0:
        return "utf-16-be"
    return None


def _guessed(data: bytes) -> str:
    if _is_damaged_utf8(data):
        return "utf-8"
    foreign = _FOREIGN.search(data)
    start = max(0, foreign.start() - _SAMPLE // 8) if foreign else 0
    return _detected(data[start : start + _SAMPLE])


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is outside ASCII is UTF-8 nevertheless."""
    sample = data.decode("utf-8", "replace")
    broken = sample.count("\N{REPLACEMENT CHARACTER}")
    sound = len(sample) - len(sample.encode("ascii", "ignore")) - broken
    return sound > broken * 4


def _detected(sample: bytes) -> str:
    """What the sample looks like; the most common encoding where it is among what may be."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most files are UTF-8 and need no guess

    likely = [match.encoding for match in from_bytes(sample)]
    return likely[0] if likely and "cp1252" not in likely else _LAST_RESORT
