"""PDF files made by hand: words at places, in the fonts that every reader of PDF has."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
_FONTS = {"R": "Helvetica", "B": "Helvetica-Bold", "M": "Courier"}
_CHARACTERS = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_THOUSANDTHS = """
278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584
584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611
556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500
"""
_WIDTHS = dict(zip(_CHARACTERS, map(int, _THOUSANDTHS.split()), strict=True))
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


@dataclass(frozen=True, slots=True)
class Mark:
    """Some words at a place, counted in points from the upper left corner."""

    x: float
    y: float
    words: str
    size: float = 10
    font: str = "R"


def set_lines(words: str, *, x: float = 72, y: float = 100, width: float = 450, size: float = 10) -> list[Mark]:
    """Prose broken into lines; a word with a soft hyphen may be divided there."""
    marks: list[Mark] = []
    line = ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if _measure(longer.replace("\u00ad", ""), size) <= width:
            line = longer
            continue
        head, hyphen, tail = word.partition("\u00ad")
        marks.append(
            Mark(x, y + len(marks) * size * 1.2, (f"{line} {head}-" if hyphen else line).replace("\u00ad", ""), size)
        )
        line = tail if hyphen else word
    return [*marks, Mark(x, y + len(marks) * size * 1.2, line.replace("\u00ad", ""), size)]


def pdf(
    pages: Sequence[Sequence[Mark]],
    *,
    outline: Sequence[tuple[str, int]] = (),
    title: str = "",
    password: str = "",
) -> bytes:
    """A PDF file; the outline has titles with the numbers of their pages, counted from 0."""
    objects = list(_objects(pages, outline, title))
    return _file(objects, password)


def _measure(words: str, size: float) -> float:
    return sum(_WIDTHS.get(each, 556) for each in words) * size / 1000


def _objects(
    pages: Sequence[Sequence[Mark]], outline: Sequence[tuple[str, int]], title: str
) -> Iterator[tuple[str, bytes]]:
    """The objects of a file, numbered from 1, each with its stream."""
    first_page, first_line = 7, 7 + 2 * len(pages)
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(pages)))
    yield f"<</Type/Catalog/Pages 2 0 R{'/Outlines 6 0 R' if outline else ''}>>", b""
    yield f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>", b""
    for name in _FONTS.values():
        yield f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>", b""
    last_line = first_line + len(outline) - 1
    yield f"<</First {first_line} 0 R/Last {last_line} 0 R/Count {len(outline)}>>" if outline else "<<>>", b""
    fonts = "/".join(f"{key} {number} 0 R" for number, key in enumerate(_FONTS, 3))
    for number, marks in enumerate(pages):
        yield (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {first_page + 2 * number + 1} 0 R"
            f"/Resources<</Font<</{fonts}>>>>>>",
            b"",
        )
        content = "\n".join(map(_shown, marks)).encode("cp1252")
        yield f"<</Length {len(content)}>>", content
    for number, (name, page) in enumerate(outline):
        following = f"/Next {first_line + number + 1} 0 R" if number + 1 < len(outline) else ""
        yield f"<</Title({name})/Parent 6 0 R/Dest[{first_page + 2 * page} 0 R/Fit]{following}>>", b""
    yield f"<</Title({title})>>", b""


def _shown(mark: Mark) -> str:
    words = mark.words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{mark.font} {mark.size} Tf {mark.x} {HEIGHT - mark.y} Td ({words}) Tj ET"


def _file(objects: Sequence[tuple[str, bytes]], password: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    identity = hashlib.md5(b"ferry").digest()
    owner = _rc4(hashlib.md5((password.encode() + _PADDING)[:32]).digest()[:5], (password.encode() + _PADDING)[:32])
    key = hashlib.md5((password.encode() + _PADDING)[:32] + owner + b"\xfc\xff\xff\xff" + identity).digest()[:5]
    for number, (head, stream) in enumerate(objects, 1):
        places.append(len(data))
        body = (
            _rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], stream)
            if password
            else stream
        )
        data += f"{number} 0 obj\n{head}\n".encode("cp1252")
        data += b"stream\n" + body + b"\nendstream\n" if stream else b""
        data += b"endobj\n"
    start = len(data)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    user, name = _rc4(key, _PADDING).hex(), identity.hex()
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{user}>/P -4>>/ID[<{name}><{name}>]"
    lock = lock if password else ""
    trailer = f"<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R{lock}>>"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return data + f"{table}trailer\n{trailer}\nstartxref\n{start}\n%%EOF".encode()


def _rc4(key: bytes, data: bytes) -> bytes:
    state, at = list(range(256)), 0
    for number in range(256):
        at = (at + state[number] + key[number % len(key)]) % 256
        state[number], state[at] = state[at], state[number]
    one = other = 0
    out = bytearray()
    for each in data:
        one = (one + 1) % 256
        other = (other + state[one]) % 256
        state[one], state[other] = state[other], state[one]
        out.append(each ^ state[(state[one] + state[other]) % 256])
    return bytes(out)
