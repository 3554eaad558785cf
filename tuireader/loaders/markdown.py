"""Markdown: CommonMark with tables, struck words, footnotes and front matter, rendered to text."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from tuireader.domain.cleaning import clean, clean_line
from tuireader.domain.document import Document, DocumentId, ParagraphKind
from tuireader.loaders.builder import DocumentBuilder, Run, Setting
from tuireader.loaders.decoding import decode
from tuireader.loaders.inlines import note_mark, runs_of
from tuireader.loaders.markup import paragraphs_of_html
from tuireader.loaders.text import TextLoader
from tuireader.loaders.titles import title_from_name

_TITLE = re.compile(
    r"^title[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<title>\S.*?)(?P=quote)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_TASK = re.compile(r"\[(?P<done>[ xX])\]\s+(?=\S)")
_SPACES = re.compile(r"\s+")
_VERSE_WIDTH = 72
_DEEPEST = 50


class MarkdownLoader:
    """Renders Markdown: the text of the document holds the words and none of the marks."""

    version = "1"

    def load(self, data: bytes, name: str) -> Document:
        """Make a document from a Markdown file.

        Args:
            data: The bytes of the file.
            name: Its name or path.

        Returns:
            The document, with the title that its front matter or its first main heading gives; a file that shows
            nothing when it is rendered, such as one comment, is read as plain text.
        """
        parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
        parser.use(footnote_plugin).use(front_matter_plugin)
        writer = _Writer()
        for token in parser.parse(clean(decode(data))):
            writer.write(token)
        document = writer.builder.build(
            DocumentId(hashlib.sha256(data).hexdigest()), clean_line(writer.title), title_from_name(name)
        )
        return document if document.paragraphs else TextLoader().load(data, name)


@dataclass(slots=True)
class _Item:
    """A list item or a footnote that is being written."""

    marker: str
    is_begun: bool = False


class _Writer:
    """Writes one token after the other into a builder, and knows what is open at the moment."""

    def __init__(self) -> None:
        self.builder = DocumentBuilder()
        self.title = ""
        self._quotes = 0
        self._items: list[_Item] = []
        self._level = 0
        self._rows: list[list[list[Run]]] | None = None
        self._has_notes = False

    def write(self, token: Token) -> None:
        """Write a token of the parser."""
        match token.type:
            case "inline":
                self._write_words(list(runs_of(token.children or [])))
            case "fence" | "code_block":
                self._write_code(token.content)
            case "html_block":
                for paragraph in paragraphs_of_html(token.content):
                    self._write_words([Run(paragraph)])
            case "hr":
                self.builder.rule()
            case "front_matter":
                found = _TITLE.search(token.content)
                self.title = found["title"] if found else ""
            case _:
                self._open_or_close(token)

    def _open_or_close(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._level = int(token.tag[1:])
            case "heading_close":
                self._level = 0
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "list_item_open":
                self._items.append(_Item(f"{token.info}{token.markup} " if token.info else "• "))
            case "footnote_open":
                self._open_note(token)
            case "list_item_close" | "footnote_close":
                self._close_item()
            case "table_open" | "tr_open" | "table_close":
                self._write_table(token.type)
            case _:
                pass

    @property
    def _depth(self) -> int:
        return self._quotes + len(self._items)

    def _write_words(self, runs: list[Run]) -> None:
        if self._level:
            self.builder.heading(runs, self._level)
        elif self._rows is not None:
            self._rows[-1].append(runs)
        elif self._items:
            self._write_item(runs)
        else:
            kind = ParagraphKind.QUOTE if self._quotes else ParagraphKind.TEXT
            self.builder.paragraph(runs, Setting(ParagraphKind.VERSE if _is_verse(runs) else kind, self._quotes))

    def _write_item(self, runs: list[Run]) -> None:
        """A paragraph of an item: the first one has the marker, those below it stand under its words."""
        item = self._items[-1]
        marker = " " * len(item.marker) if item.is_begun else item.marker
        if runs and not item.is_begun and (task := _TASK.match(runs[0].text)):
            marker = "☐ " if task["done"] == " " else "☑ "
            item.marker = marker
            runs[0] = replace(runs[0], text=runs[0].text[task.end() :])
        item.is_begun = True
        self.builder.paragraph(runs, Setting(ParagraphKind.ITEM, self._depth, marker))

    def _close_item(self) -> None:
        if self._items and not self._items[-1].is_begun:
            self._write_item([])
        self._items.pop()

    def _open_note(self, token: Token) -> None:
        if not self._has_notes:
            self.builder.rule()
        self._has_notes = True
        self._items.append(_Item(note_mark(token) + " "))

    def _write_code(self, source: str) -> None:
        self._begin_item()
        self.builder.paragraph([Run(source.rstrip())], Setting(ParagraphKind.CODE, self._depth))

    def _begin_item(self) -> None:
        """Show the marker of an item that begins with something else than words."""
        if self._items and not self._items[-1].is_begun:
            self._write_item([])

    def _write_table(self, kind: str) -> None:
        if kind == "table_open":
            self._begin_item()
            self._rows = []
        elif kind == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif kind == "table_close":
            rows, self._rows = self._rows or [], None
            self.builder.paragraph(_table(rows), Setting(ParagraphKind.TABLE, self._depth))


def _table(rows: Sequence[Sequence[Sequence[Run]]]) -> Iterator[Run]:
    """The cells of a table, with tabs between them and a line for each row."""
    for number, row in enumerate(rows):
        if number:
            yield Run("\n")
        for column, cell in enumerate(row):
            if column:
                yield Run("\t")
            yield from (replace(run, text=_SPACES.sub(" ", run.text)) for run in cell)


def _is_verse(runs: Sequence[Run]) -> bool:
    """Whether the writer of a paragraph ended its lines on purpose."""
    lines = "".join(run.text for run in runs).split("\n")
    return len(lines) > 1 and max(map(len, lines)) <= _VERSE_WIDTH
