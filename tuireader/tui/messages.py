"""Facts that the panes and the workers tell the screen; only the screen draws conclusions."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tuireader.domain.actor import ActorId, Mention
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.inline import Inline
from tuireader.domain.notes import Note, Notes
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.engine.desk import Volume
from tuireader.engine.files import Condition
from tuireader.engine.growth import Growth
from tuireader.errors import ReaderError
from tuireader.look import Look
from tuireader.store.base import Recent

if TYPE_CHECKING:
    from tuireader.domain.answer import Answer
    from tuireader.domain.correction import Deed


@dataclass
class Scrolled(Message):
    """The text pane shows another part of the text."""

    offset: int
    """The first character on the top line."""

    view: Span


@dataclass
class SectionChosen(Message):
    """A section was chosen in the tree."""

    number: int


@dataclass
class ActorChosen(Message):
    """An actor was chosen alone."""

    actor: ActorId


@dataclass
class ActorAdded(Message):
    """An actor was chosen beside others, or taken out of them."""

    actor: ActorId


@dataclass
class MentionChosen(Message):
    """A place in the list of mentions was chosen."""

    span: Span


@dataclass
class QuestionAsked(Message):
    """A question was typed that can be answered."""

    question: str
    reply: "Answer"
    index: Index
    """The actors that it was answered with."""

    place: Span | None = None
    """Which place of the answer to go to; the first one unless told otherwise."""


@dataclass
class MentionClicked(Message):
    """A mention in the text was clicked."""

    mention: Mention


@dataclass
class GapOpened(Message):
    """The reader wants to see what is left out between two paragraphs that are shown."""

    paragraphs: range
    """The numbers of those that are left out."""


@dataclass
class LinkClicked(Message):
    """A link in the text was clicked."""

    link: Inline


@dataclass
class PlaceChosen(Message):
    """A place in the whole text was pointed at."""

    offset: int


@dataclass
class FilterLeft(Message):
    """The reader is done with the filter pane."""


@dataclass
class SearchChanged(Message):
    """Other words are searched."""

    words: str


@dataclass
class SearchEnded(Message):
    """The words are settled; none if the search is given up."""

    words: str


@dataclass
class LineChosen(Message):
    """A line of a box is to be seen where it stands in the text."""

    span: Span


@dataclass
class NoteWritten(Message):
    """A note was made, put in other words, or made again."""

    note: Note


@dataclass
class NoteDropped(Message):
    """A note was deleted."""

    note: Note


@dataclass
class NoteLeft(Message):
    """The line for a note was left, and nothing is changed."""


@dataclass
class NotesFound(Message):
    """The notepad of a document has news: those notes that were kept before, or what others made of them since."""

    document: Document


@dataclass
class NotesChanged(Message):
    """Other notes are shown in the text."""

    notes: Notes


@dataclass
class CorrectionsFound(Message):
    """Somebody else has corrected a document that is open here."""

    document: Document
    deeds: "tuple[Deed, ...]"


@dataclass
class IndexGrew(Message):
    """A better index of a document is there."""

    document: Document
    growth: Growth


@dataclass
class IndexFailed(Message):
    """The actors of a document cannot be found, or not all of them."""

    document: Document
    reason: str


@dataclass
class Noted(Message):
    """There is something that the reader of a document should know, quietly."""

    document: Document
    note: str
    instead_of: str | None = None
    """The only note that it replaces; nothing if it replaces any."""


@dataclass
class FileChanged(Message):
    """The file of a document is in another condition than before."""

    document: Document
    condition: Condition


@dataclass
class PaneDragged(Message):
    """The edge of a pane was dragged."""

    pane: str
    """Which one, as the look calls it."""

    cells: int
    """How wide that would make it."""


@dataclass
class LookChosen(Message):
    """The screen shall look otherwise."""

    old: Look
    look: Look


@dataclass
class ThemeWanted(Message):
    """Another theme was chosen."""

    name: str


@dataclass
class RecentWanted(Message):
    """The list of recent documents is to be shown."""


@dataclass
class RecentFound(Message):
    """The documents that were opened before are known."""

    documents: tuple[Recent, ...]
    note: str
    """What to say if there are none."""


@dataclass
class RecentChosen(Message):
    """A document was chosen in the list of recent ones."""

    path: str


@dataclass
class DocumentWanted(Message):
    """Another document is to be read, or the same file anew."""

    source: str
    former: ReadingState | None = None
    """What was read of the same file so far."""


@dataclass
class DocumentOpened(Message):
    """A document is there that was wanted."""

    volume: Volume
    former: ReadingState | None


@dataclass
class DocumentRefused(Message):
    """A document that was wanted cannot be read."""

    error: ReaderError
