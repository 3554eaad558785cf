"""The lines of a PDF's page, as the library that draws it finds them."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from tuireader.loaders.pdf.line import Line

_LINE_END = re.compile("\r\n|\r|\n|(?P<hyphen>[\ufffe\x02])")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi|CMBX|CMSSBX|-BX|SFBX", re.IGNORECASE)
_FIXED = re.compile(
    r"mono|nimbusmon|courier|consol|typewriter|menlo|monaco|lettergothic|code|(?:[CE][MC]|SF|\d?x)tt\d*$", re.IGNORECASE
)
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_DROPPED = {ord(each): None for each in "\ufeff\u200b\u00ad\x00\ufffd\x03"}
_FIXED_FLAG, _BOLD_WEIGHT = 1, 600
_HEAVIER = 1.25
"""Than the font of the text, whose weight is a guess from how thick its stems are."""

_GAP = 1.4
"""How much wider than a letter is high a gap on a line is that divides columns."""

_LONGEST_NAME = 128
_UNMAPPED = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08]")


def lines_of_page(page: Any, number: int) -> list[Line]:  # noqa: ANN401 - a handle of the library, which has no types
    """Read a page.

    Args:
        page: The page as the library has it.
        number: Which it is, counted from 0.

    Returns:
        Its lines in the order in which they were written; those that run another way than most are left out.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return []
    try:
        reader = _Reader(page, text_page, number)
        return _upright(list(reader.lines()))
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def with_bold(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of all pages, those bold whose font is heavier than that of the text, whatever it is called."""
    letters = Counter[int]()
    for page in pages:
        for line in page:
            letters[line.weight] += len(line.text)
    weights = sorted(letters.elements())
    usual = weights[len(weights) // 2] if weights else 0
    least = max(_BOLD_WEIGHT, usual * _HEAVIER)
    return [[replace(line, is_bold=line.is_bold or line.weight >= least) for line in page] for page in pages]


def _upright(lines: "list[tuple[int, Line]]") -> list[Line]:
    if not lines:
        return []
    turns = Counter[int]()
    for turn, line in lines:
        turns[turn] += len(line.text)
    usual = turns.most_common(1)[0][0]
    return [line for turn, line in lines if turn == usual]


class _Reader:
    """Asks the library about characters, always into the same boxes."""

    def __init__(self, page: Any, text_page: Any, number: int) -> None:  # noqa: ANN401
        self._text_page = text_page
        self._number = number
        self._height = float(pdfium.FPDF_GetPageHeightF(page))
        self._count = int(pdfium.FPDFText_CountChars(text_page))
        self._box = tuple(ctypes.c_double() for _ in range(4))
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._flags = ctypes.c_int()

    def lines(self) -> Iterator[tuple[int, Line]]:
        """All lines, each with the direction that it runs in, in quarters of a turn."""
        units = self._units()
        start = 0
        for match in [*_LINE_END.finditer(units), None]:
            end = match.start() if match else len(units)
            is_hyphen = bool(match and match["hyphen"])
            yield from self._line(units, start, end, breaks_word=is_hyphen)
            start = match.end() if match else end

    def _units(self) -> str:
        """The text of the page, a character for each unit of UTF-16, so that the library's numbers fit."""
        if self._count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (self._count + 1))()
        written = pdfium.FPDFText_GetText(self._text_page, 0, self._count, buffer)
        raw = bytes(buffer)[: max(0, written - 1) * 2]
        text = raw.decode("utf-16-le", "surrogatepass")
        return text if len(text) * 2 == len(raw) else "".join(map(chr, buffer[: len(raw) // 2]))

    def _line(self, units: str, start: int, end: int, *, breaks_word: bool) -> Iterator[tuple[int, Line]]:
        """A line, or its parts where wide gaps divide it."""
        while start < end and units[start].isspace():
            start += 1
        while end > start and units[end - 1].isspace():
            end -= 1
        if start == end:
            return
        cuts = [start, *self._cuts(units, start, end), end]
        for first, last in pairwise(cuts):
            if line := self._measured(units, first, last, breaks_word=breaks_word and last == end):
                yield line

    def _cuts(self, units: str, start: int, end: int) -> Iterator[int]:
        """Where wide gaps are."""
        first, last = self._index(start), self._index(end - 1)
        count = pdfium.FPDFText_CountRects(self._text_page, first, last - first + 1)
        right = None
        for number in range(count):
            left, top, edge, bottom = self._rect(number)
            height = max(top - bottom, self._size(first))
            if right is not None and left - right > height * _GAP:
                at = pdfium.FPDFText_GetCharIndexAtPos(self._text_page, left + 0.5, (top + bottom) / 2, 2.0, 2.0)
                place = int(pdfium.FPDFText_GetTextIndexFromCharIndex(self._text_page, at)) if at > first else -1
                if start < place < end:
                    yield place
            right = edge if right is None else max(right, edge)

    def _measured(self, units: str, start: int, end: int, *, breaks_word: bool) -> tuple[int, Line] | None:
        text = _mended(units[start:end])
        if not text:
            return None
        at = (start + end) // 2
        while units[at].isspace():
            at -= 1
        first, middle, last = (
            self._index(start),
            self._index(at),
            self._index(start + len(units[start:end].rstrip()) - 1),
        )
        left, _, _, base = self._char(first)
        _, right, _, _ = self._char(last)
        is_fixed = self._is_fixed(middle) and self._is_fixed(first) and self._is_fixed(last)
        size = self._size(middle)
        size = size if size == self._size(first) else sorted(map(self._size, (first, middle, last)))[1]
        turn = round(pdfium.FPDFText_GetCharAngle(self._text_page, middle) / (math.pi / 2)) % 4
        base, right = self._height - base, max(left, right)
        is_bold = self._is_bold(first) and self._is_bold(middle)
        weight = min(self._weight(first), self._weight(middle))
        line = Line(text, self._number, left, right, base, size, is_bold, weight, is_fixed, breaks_word)
        return turn, line

    def _is_bold(self, index: int) -> bool:
        return bool(_BOLD.search(self._font(index)[0]))

    def _weight(self, index: int) -> int:
        return max(0, int(pdfium.FPDFText_GetFontWeight(self._text_page, index)))

    def _is_fixed(self, index: int) -> bool:
        font, flags = self._font(index)
        return bool(flags & _FIXED_FLAG) or bool(_FIXED.search(font))

    def _index(self, place: int) -> int:
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._text_page, place))

    def _rect(self, number: int) -> tuple[float, float, float, float]:
        pdfium.FPDFText_GetRect(self._text_page, number, *self._box)
        left, top, right, bottom = (float(each.value) for each in self._box)
        return left, top, right, bottom

    def _char(self, index: int) -> tuple[float, float, float, float]:
        """The left and right edge of a character, its bottom, and its base line."""
        pdfium.FPDFText_GetCharBox(self._text_page, index, *self._box)
        left, right, bottom, _ = (float(each.value) for each in self._box)
        x, base = self._box[0], self._box[1]
        pdfium.FPDFText_GetCharOrigin(self._text_page, index, x, base)
        return left, right, bottom, float(base.value)

    def _size(self, index: int) -> float:
        size = float(pdfium.FPDFText_GetFontSize(self._text_page, index))
        if pdfium.FPDFText_GetMatrix(self._text_page, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d) or 1.0
        return round(size, 1)

    def _font(self, index: int) -> tuple[str, int]:
        pdfium.FPDFText_GetFontInfo(self._text_page, index, self._name, _LONGEST_NAME, self._flags)
        return self._name.value.decode("utf-8", "replace"), int(self._flags.value)


def _mended(units: str) -> str:
    """The words of a line: whole characters, no ligatures, no odd spaces."""
    text = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text).translate(_DROPPED)
    return _SPACES.sub(" ", text).strip()


def is_unmapped(text: str) -> bool:
    """Whether the letters of a text are numbers of shapes, and no letters: the file does not say what they mean."""
    return len(_UNMAPPED.findall(text)) * 3 > len(text)
