"""Documents and indexes as columns of numbers, which travel between processes several times faster than objects."""

from array import array
from dataclasses import replace
from typing import NamedTuple

from tuireader.domain.actor import Actor, Basis, Mention, MentionForm
from tuireader.domain.document import Document, DocumentId, Inline, Paragraph, ParagraphKind, Section
from tuireader.domain.index import Index
from tuireader.domain.span import Span

_FORMS = tuple(MentionForm)
_KINDS = tuple(ParagraphKind)


class IndexColumns(NamedTuple):
    """An index; the columns have an entry for each mention."""

    actors: tuple[Actor, ...]
    starts: "array[int]"
    ends: "array[int]"
    owners: "array[int]"
    """Which of the actors a mention names."""

    forms: "array[int]"
    bases: tuple[Basis, ...]
    basis_numbers: "array[int]"
    """Which of the bases a mention has."""

    @classmethod
    def of(cls, index: Index) -> "IndexColumns":
        """The columns of an index."""
        numbers = {actor.id: number for number, actor in enumerate(index.actors)}
        bases = {id(mention.basis): mention.basis for mention in index.mentions}
        places = {identity: number for number, identity in enumerate(bases)}
        return cls(
            index.actors,
            array("q", [mention.span.start for mention in index.mentions]),
            array("q", [mention.span.end for mention in index.mentions]),
            array("l", [numbers[mention.actor] for mention in index.mentions]),
            array("b", [_FORMS.index(mention.form) for mention in index.mentions]),
            tuple(bases.values()),
            array("l", [places[id(mention.basis)] for mention in index.mentions]),
        )

    def to_index(self, shift: int = 0) -> Index:
        """The index again, its mentions moved by so many characters."""
        ids = [actor.id for actor in self.actors]
        columns = zip(self.starts, self.ends, self.owners, self.forms, self.basis_numbers, strict=True)
        return Index(
            self.actors,
            tuple(
                Mention(Span(start + shift, end + shift), ids[owner], _FORMS[form], self.bases[basis])
                for start, end, owner, form, basis in columns
            ),
        )


class DocumentColumns(NamedTuple):
    """A document; the columns have an entry for each paragraph."""

    id: str
    title: str
    text: str
    sections: tuple[Section, ...]
    inlines: tuple[Inline, ...]
    starts: "array[int]"
    ends: "array[int]"
    kinds: "array[int]"
    section_numbers: "array[int]"
    levels: "array[int]"
    hangs: "array[int]"
    leads: tuple[str, ...]
    alignments: tuple[str, ...]
    keeps_lines: bool
    pages: "array[int]"
    """Where printed pages begin."""

    warning: str

    @classmethod
    def of(cls, document: Document) -> "DocumentColumns":
        """The columns of a document."""
        paragraphs = document.paragraphs
        return cls(
            document.id,
            document.title,
            document.text,
            document.sections,
            document.inlines,
            array("q", [paragraph.span.start for paragraph in paragraphs]),
            array("q", [paragraph.span.end for paragraph in paragraphs]),
            array("b", [_KINDS.index(paragraph.kind) for paragraph in paragraphs]),
            array("l", [paragraph.section for paragraph in paragraphs]),
            array("l", [paragraph.level for paragraph in paragraphs]),
            array("l", [paragraph.hang for paragraph in paragraphs]),
            tuple(paragraph.lead for paragraph in paragraphs),
            tuple(paragraph.alignment for paragraph in paragraphs),
            document.keeps_lines,
            array("q", document.pages),
            document.warning,
        )

    def to_document(self) -> Document:
        """The document again."""
        spans = map(Span, self.starts, self.ends)
        kinds = map(_KINDS.__getitem__, self.kinds)
        columns = (spans, kinds, self.section_numbers, self.levels, self.hangs, self.leads, self.alignments)
        paragraphs = tuple(map(Paragraph, *columns))
        document = Document(DocumentId(self.id), self.title, self.text, self.sections, paragraphs, self.inlines)
        return replace(document, keeps_lines=self.keeps_lines, pages=tuple(self.pages), warning=self.warning)
