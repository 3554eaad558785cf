"""Writes the tokens of a Markdown parser, one after the other, into a document."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tuireader.domain.inline import InlineStyle
from tuireader.domain.paragraph import ParagraphKind
from tuireader.loaders.builder import DocumentBuilder, Run, Setting
from tuireader.loaders.inlines import note_mark, runs_of
from tuireader.loaders.token import Token

_TITLE = re.compile(
    r"^title[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<title>\S.*?)(?P=quote)[ \t]*$", re.MULTILINE | re.IGNORECASE
)
_TASK = re.compile(r"\[(?P<done>[ xX])\]\s+(?=\S)")
_ALERT = re.compile(r"\[!(?P<kind>NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_QUOTE = "> "
_STRONG = frozenset({InlineStyle.STRONG})
_ALIGNMENTS = {"text-align:center": "^", "text-align:right": ">"}


@dataclass(slots=True)
class _Level:
    """A block quote, a list item or a footnote that is open."""

    marker: str
    """What stands before its words; for a quote, the sign of its bar."""

    is_begun: bool = False

    @property
    def is_quote(self) -> bool:
        return self.marker == _QUOTE

    @property
    def lead(self) -> str:
        """What stands before everything inside of it that is not on the line of the marker."""
        return self.marker if self.is_quote else " " * len(self.marker)


class TokenWriter:
    """Knows what is open at the moment."""

    def __init__(self) -> None:
        self.builder = DocumentBuilder()
        self.title = ""
        """What the front matter calls the document."""

        self._levels: list[_Level] = []
        self._heading = 0
        self._rows: list[list[list[Run]]] | None = None
        self._alignment = ""
        self._has_notes = False

    def write(self, token: Token) -> None:
        """Write a token."""
        match token.type:
            case "inline":
                self._write_words(list(runs_of(token.children or [])))
            case "fence" | "code_block":
                self._write_apart([Run(token.content.rstrip())], Setting(ParagraphKind.CODE))
            case "html_block":
                self._write_html(token.content)
            case "hr":
                self._begin_items()
                self.builder.rule(self._lead)
            case "front_matter":
                found = _TITLE.search(token.content)
                self.title = found["title"] if found else ""
            case "table_open" | "tr_open" | "th_open" | "table_close":
                self._write_table(token)
            case _:
                self._open_or_close(token)

    def _open_or_close(self, token: Token) -> None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "blockquote_open":
                self._levels.append(_Level(_QUOTE, is_begun=True))
            case "list_item_open":
                self._levels.append(_Level(f"{token.info}{token.markup} " if token.info else "• "))
            case "footnote_open":
                self._open_note(token)
            case "blockquote_close" | "list_item_close" | "footnote_close":
                if not self._levels[-1].is_begun:
                    self._begin_items()
                self._levels.pop()
            case _:
                pass

    @property
    def _lead(self) -> str:
        return "".join(level.lead for level in self._levels)

    def _write_words(self, runs: list[Run]) -> None:
        if self._rows is not None:
            self._rows[-1].append(runs)
        elif self._heading and not self._levels:
            self.builder.heading(runs, self._heading)
        elif self._heading:
            self._write_prose([replace(run, styles=run.styles | _STRONG) for run in runs])
        else:
            self._write_prose(runs)

    def _write_prose(self, runs: list[Run]) -> None:
        """A paragraph: with the marker if it is the first of an item, else under the words above it."""
        if self._levels and not self._levels[-1].is_begun:
            self._begin_items(runs)
            return
        if self._levels and self._levels[-1].is_quote:
            self._write_apart(_alerted(runs), Setting(ParagraphKind.QUOTE))
        else:
            self._write_apart(runs, Setting())

    def _begin_items(self, runs: Sequence[Run] = ()) -> None:
        """Show the markers of all items that have none yet, the innermost one before some words."""
        for depth, level in enumerate(self._levels):
            if not level.is_begun:
                level.is_begun = True
                lead = "".join(outer.lead for outer in self._levels[:depth])
                words = _without_task(runs, level) if depth + 1 == len(self._levels) else ()
                self.builder.paragraph(words, Setting(ParagraphKind.ITEM, lead=lead, marker=level.marker))

    def _write_apart(self, runs: Iterable[Run], setting: Setting) -> None:
        """A paragraph that does not stand behind a marker."""
        self._begin_items()
        self.builder.paragraph(runs, replace(setting, lead=self._lead))

    def _write_html(self, source: str) -> None:
        from tuireader.loaders.hypertext import tokens_of_html  # noqa: PLC0415 - most documents have none

        for token in tokens_of_html(source):
            self.write(token)

    def _open_note(self, token: Token) -> None:
        if not self._has_notes:
            self.builder.rule()
        self._has_notes = True
        self._levels.append(_Level(note_mark(token) + " "))

    def _write_table(self, token: Token) -> None:
        if token.type == "table_open":
            self._rows, self._alignment = [], ""
        elif token.type == "tr_open" and self._rows is not None:
            self._rows.append([])
        elif token.type == "th_open":
            self._alignment += _ALIGNMENTS.get(str(token.attrGet("style")), "<")
        elif token.type == "table_close":
            rows, self._rows = self._rows or [], None
            alignment = self._alignment.rstrip("<")
            self._write_apart(_table(rows), Setting(ParagraphKind.TABLE, alignment=alignment))


def _without_task(runs: Sequence[Run], level: _Level) -> Sequence[Run]:
    """The words of an item; if they begin with a box to be ticked, that becomes the marker."""
    task = _TASK.match(runs[0].text) if runs else None
    if not task:
        return runs
    level.marker = "☐ " if task["done"] == " " else "☑ "
    return [replace(runs[0], text=runs[0].text[task.end() :]), *runs[1:]]


def _alerted(runs: Sequence[Run]) -> Sequence[Run]:
    """The words of a quote; if they begin with the sign of an alert, `[!NOTE]`, that becomes its title."""
    alert = _ALERT.fullmatch(runs[0].text) if runs else None
    if not alert:
        return runs
    return [Run(alert["kind"].capitalize(), _STRONG), Run("\n"), *runs[2:]]


def _table(rows: Sequence[Sequence[Sequence[Run]]]) -> Iterator[Run]:
    """The cells of a table, with tabs between them and a line for each row."""
    for number, row in enumerate(rows):
        if number:
            yield Run("\n")
        for column, cell in enumerate(row):
            if column:
                yield Run("\t")
            yield from (Run(_SPACES.sub(" ", run.text), run.styles, run.target) for run in cell)
