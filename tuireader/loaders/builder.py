"""A document written paragraph by paragraph, for formats whose text is rendered and not that of the file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tuireader.domain.cleaning import clean, clean_line
from tuireader.domain.document import Document
from tuireader.domain.inline import Inline, InlineStyle
from tuireader.domain.paragraph import ParagraphKind
from tuireader.domain.span import Span
from tuireader.loaders.sections import Block, Draft, arrange
from tuireader.loaders.source import Source

_RULE_TEXT = "* * *"
_LINE_END = re.compile(r"\n(?!\n)")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph that look alike."""

    text: str
    styles: frozenset[InlineStyle] = frozenset()
    target: str = ""
    """Where a link leads."""

    page: int = 0
    """The printed page that it stands on, counted from 1; 0 where there are none."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set."""

    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    lead: str = ""
    marker: str = ""
    """What stands before an item, with the space behind it."""

    alignment: str = ""


class DocumentBuilder:
    """Collects headings and paragraphs, and makes a document of them. All text is made safe here, once."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._inlines: list[Inline] = []
        self._pages: list[int] = []

    @property
    def main_title(self) -> str:
        """The first heading of the highest level; empty while there is none."""
        titles = (block.title for block in self._blocks if block.title and block.level == 1)
        return next(titles, "")

    def heading(self, runs: Iterable[Run], level: int) -> None:
        """Add a heading, which begins a section; one without words is left out."""
        words = [replace(run, text=run.text.replace("\n", " ")) for run in runs]
        self.paragraph(words, Setting(ParagraphKind.HEADING, level))

    def paragraph(self, runs: Iterable[Run], setting: Setting) -> None:
        """Add a paragraph; one without anything visible is left out."""
        marker = clean(setting.marker)
        kept = _trimmed([replace(run, text=clean(run.text)) for run in runs], setting.kind)
        if not kept and not marker.strip():
            return
        self._separate(setting.kind)
        self._write(" " * len(setting.lead))
        start = self._length
        self._write(marker if kept else marker.rstrip())
        margin = " " * len(setting.lead + marker)
        for run in kept:
            self._write_run(_with_margin(run, margin) if margin and "\n" in run.text else run)
        span = Span(start, self._length)
        hang = min(len(marker), len(span))
        title = clean_line("".join(run.text for run in kept)) if setting.level else ""
        self._blocks.append(Block(span, setting.kind, setting.level, hang, setting.lead, setting.alignment, title))

    def rule(self, lead: str = "") -> None:
        """Add a line across the page."""
        self.paragraph([Run(_RULE_TEXT)], Setting(ParagraphKind.RULE, lead=lead))

    def build(self, source: Source, title: str, *, pages: int = 0, warning: str = "") -> Document:
        """Make the document.

        Args:
            source: The file.
            title: What the file says that it is called; if empty, its main heading says it.
            pages: How many printed pages the file has.
            warning: What of the file could not be read.
        """
        text = "".join(self._parts)
        starts = (*self._pages, *[len(text)] * (pages - len(self._pages)))
        draft = Draft(source, title or self.main_title, text, self._blocks, self._inlines, keeps_lines=True)
        return arrange(replace(draft, pages=starts, warning=warning))

    def _separate(self, kind: ParagraphKind) -> None:
        if self._blocks:
            is_list = kind is ParagraphKind.ITEM and self._blocks[-1].kind is ParagraphKind.ITEM
            self._write("\n" if is_list else "\n\n")

    def _write_run(self, run: Run) -> None:
        self._note(run)
        if run.page > len(self._pages):
            self._pages += [self._length if self._pages else 0] * (run.page - len(self._pages))
        self._write(run.text)

    def _note(self, run: Run) -> None:
        """Remember how a run stands out; runs that look alike become one inline."""
        if not run.styles or not run.text.strip():
            return
        inline = Inline(Span(self._length, self._length + len(run.text)), run.styles, clean_line(run.target))
        last = self._inlines[-1] if self._inlines else None
        if last and replace(last, span=inline.span) == inline and last.span.end == inline.span.start:
            self._inlines[-1] = replace(last, span=Span(last.span.start, inline.span.end))
        else:
            self._inlines.append(inline)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _trimmed(runs: Sequence[Run], kind: ParagraphKind) -> list[Run]:
    """The runs without white space at the ends of the paragraph; an indent of kept lines stays."""
    kept = [run for run in runs if run.text]
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kind is not ParagraphKind.TABLE:
        while kept and not kept[0].text.lstrip():
            kept.pop(0)
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
        kept[0] = replace(kept[0], text=_without_lead(kept[0].text, kind))
    return kept


def _with_margin(run: Run, margin: str) -> Run:
    """A run whose further lines stand in; empty ones stay empty."""
    return replace(run, text=_LINE_END.sub(f"\n{margin}", run.text))


def _without_lead(text: str, kind: ParagraphKind) -> str:
    if kind is ParagraphKind.TABLE:
        return text
    visible = len(text) - len(text.lstrip())
    return text[text.rfind("\n", 0, visible) + 1 :] if kind.keeps_lines else text[visible:]
