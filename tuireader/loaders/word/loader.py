"""Word documents, as their authors see them with all changes accepted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document
from tuireader.domain.inline import InlineStyle
from tuireader.domain.paragraph import ParagraphKind
from tuireader.errors import UnreadableError
from tuireader.loaders.archive import Archive
from tuireader.loaders.builder import DocumentBuilder, Run, Setting
from tuireader.loaders.source import Source
from tuireader.loaders.word.part import Node, inside, links_of, main_part, part_of
from tuireader.loaders.word.styles import Numbers, Style, refined, styles_in
from tuireader.loaders.word.words import Notes, boxes_of, runs_of

_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?:;,…]$")
_LONGEST_HEADING = 100
_DEEPEST = 40
_QUOTE = "> "
_STRONG = InlineStyle.STRONG


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph on its way into the document."""

    runs: tuple[Run, ...]
    setting: Setting

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs).strip()


class WordLoader:
    """Reads Word documents."""

    version = "1"

    def load(self, source: Source) -> Document:
        """Make a document from a Word document.

        Args:
            source: The file.

        Returns:
            The document: insertions in, deletions and comments out, notes at the end.

        Raises:
            UnreadableError: It is damaged, or has no words.
        """
        archive = Archive(source.data)
        writer = _Writer(archive, main_part(archive))
        builder = DocumentBuilder()
        for block in _with_headings(list(writer.blocks())):
            builder.paragraph(block.runs, block.setting)
        for number, block in enumerate(writer.notes()):
            if not number:
                builder.rule()
            builder.paragraph(block.runs, block.setting)
        document = builder.build(source, _title(archive))
        if not document.paragraphs:
            raise UnreadableError("there are no words in it")
        return document


class _Writer:
    """Reads the parts of one document."""

    def __init__(self, archive: Archive, name: str) -> None:
        folder = name.rpartition("/")[0]
        self._body = part_of(archive, name)
        self._links = links_of(archive, name)
        self._styles = styles_in(part_of(archive, f"{folder}/styles.xml"))
        self._numbers = Numbers(part_of(archive, f"{folder}/numbering.xml"))
        self._notes = Notes()
        self._noted = {
            (kind, each.get("id", "")): each
            for kind in ("footnote", "endnote")
            for each in part_of(archive, f"{folder}/{kind}s.xml").iter(kind)
        }

    def blocks(self) -> Iterator[_Block]:
        """The paragraphs and tables of the text, in order."""
        yield from self._within(self._body)

    def notes(self) -> Iterator[_Block]:
        """The notes that the text calls for, in the order of their marks."""
        for key, number in list(self._notes.called.items()):
            paragraphs = list(inside(self._noted.get(key, Node("none")), "p"))
            for place, each in enumerate(paragraphs):
                marker = f"[{number}] "
                runs = tuple(runs_of(each, self._links, self._notes))
                setting = Setting(ParagraphKind.ITEM, marker=marker) if not place else Setting(lead=" " * len(marker))
                yield _Block(runs, setting)

    def _within(self, node: Node, depth: int = 0) -> Iterator[_Block]:
        """The blocks right inside of a node, which may be a cell or a box; nothing from deeper than any author goes."""
        if depth > _DEEPEST:
            return
        code: list[Run] = []
        for each in inside(node, "p", "tbl"):
            blocks = list(self._table(each, depth) if each.tag == "tbl" else self._paragraph(each, depth))
            for block in blocks:
                if block.setting.kind is ParagraphKind.CODE:
                    code += [*block.runs, Run("\n")]
                    continue
                if code:
                    yield _Block(tuple(code), Setting(ParagraphKind.CODE))
                    code = []
                yield block
        if code:
            yield _Block(tuple(code), Setting(ParagraphKind.CODE))

    def _paragraph(self, node: Node, depth: int) -> Iterator[_Block]:
        properties = node.find("pPr")
        found = properties.find("pStyle") if properties is not None else None
        named = self._styles.get(found.get("val", ""), Style()) if found is not None else Style()
        style = refined(named, properties)
        if not style.is_contents:
            yield self._block(style, tuple(runs_of(node, self._links, self._notes)))
        for box in boxes_of(node):
            yield from self._within(box, depth + 1)

    def _block(self, style: Style, runs: tuple[Run, ...]) -> _Block:
        is_empty = not any(run.text.strip() for run in runs)
        marker = "" if is_empty else self._numbers.marker(style)
        if style.level or style.is_title:
            words = [replace(run, text=run.text.replace("\n", " ")) for run in (Run(marker), *runs)]
            return _Block(tuple(words), Setting(ParagraphKind.HEADING, min(6, style.level or 1)))
        if style.is_code:
            return _Block(runs, Setting(ParagraphKind.CODE))
        if marker:
            return _Block(runs, Setting(ParagraphKind.ITEM, lead="  " * style.depth, marker=marker))
        if style.is_quote:
            return _Block(runs, Setting(ParagraphKind.QUOTE, lead=_QUOTE))
        return _Block(runs, Setting())

    def _table(self, node: Node, depth: int) -> Iterator[_Block]:
        rows = [list(inside(row, "tc")) for row in inside(node, "tr") if row.find("trPr/del") is None]
        if all(len(row) < 2 for row in rows):
            for row in rows:
                for cell in row:
                    yield from self._within(cell, depth + 1)
            return
        look = node.find("tblPr/tblLook")
        is_headed = look is None or look.get("firstRow", "1") != "0"
        runs: list[Run] = [] if is_headed else [Run("\n")]
        for number, row in enumerate(rows):
            runs += [Run("\n")] if number else []
            for column, cell in enumerate(row):
                runs += [Run("\t")] if column else []
                runs += self._cell(cell)
        yield _Block(tuple(runs), Setting(ParagraphKind.TABLE))

    def _cell(self, cell: Node) -> Iterator[Run]:
        for number, paragraph in enumerate(cell.iter("p")):
            if number:
                yield Run(" ")
            for run in runs_of(paragraph, self._links, self._notes):
                yield replace(run, text=_SPACES.sub(" ", run.text))


def _with_headings(blocks: Sequence[_Block]) -> Iterable[_Block]:
    """The blocks; where the author used no styles, short bold paragraphs are headings."""
    if any(block.setting.level for block in blocks):
        return blocks
    return [
        _Block(block.runs, Setting(ParagraphKind.HEADING, 1)) if _is_bold_line(block) else block for block in blocks
    ]


def _is_bold_line(block: _Block) -> bool:
    seen = [run for run in block.runs if run.text.strip()]
    is_bold = bool(seen) and all(_STRONG in run.styles for run in seen)
    is_short = len(block.text) <= _LONGEST_HEADING and "\n" not in block.text
    return is_bold and is_short and block.setting.kind is ParagraphKind.TEXT and not _SENTENCE_END.search(block.text)


def _title(archive: Archive) -> str:
    """What the properties of the file say that it is called; the author's own title stands in the text."""
    found = part_of(archive, "docProps/core.xml").find("title")
    title = clean_line(found.text or "") if found is not None else ""
    return (
        ""
        if re.match(r"(?:untitled|microsoft word|.*\.docx?$|word document$|normal$)", title, re.IGNORECASE)
        else title
    )
