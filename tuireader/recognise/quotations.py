"""The quotations of a text and their speakers.

Each paragraph is read by itself: what stands between marks, then the words beside each quotation that tell who speaks,
then what the other quotations of the paragraph leave to conclude. Pronouns and turns of a dialogue need the paragraphs
before, and are never certain unless only one person can be meant.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from operator import attrgetter

from tuireader.domain.actor import ActorId
from tuireader.domain.index import Index
from tuireader.domain.paragraph import Paragraph
from tuireader.domain.quotation import Quotation, Quotations, may_quote
from tuireader.domain.span import Span
from tuireader.recognise.blocks import blocks_of
from tuireader.recognise.quotemarks import Marks
from tuireader.recognise.signs import SignReader
from tuireader.recognise.speakers import People
from tuireader.recognise.speech import Listener
from tuireader.recognise.transcripts import find_turns
from tuireader.recognise.turns import Dialogue
from tuireader.recognise.utterances import Utterance, UtteranceReader, are_words_of_somebody


def find_quotations(text: str, paragraphs: Sequence[Paragraph], index: Index) -> Quotations:
    """Find what is said in a text, and by whom.

    Args:
        text: The whole text.
        paragraphs: Its paragraphs; without them it is parted at blank lines.
        index: Who is named in it, and where.

    Returns:
        The quotations in order.
    """
    if not may_quote(text):
        return Quotations.of(())
    blocks = blocks_of(text, paragraphs)
    people = People(text, index)
    spoken = (_quotation(each, people.actors) for each in _spoken(text, blocks, index, people))
    turns = find_turns(text, blocks, people)
    return Quotations.of(_apart(merge(turns, spoken, key=attrgetter("span.start"))))


def _spoken(text: str, spans: Sequence[Span], index: Index, people: People) -> Iterator[Utterance]:
    """Every utterance between quotation marks."""
    marks, dialogue = Marks(text), Dialogue(people)
    reader = UtteranceReader(text, Listener(text, SignReader(text, index)), people)
    before = Span(0, 0)
    for span in spans:
        quoted = list(marks.quoted(span.start, span.end))
        if not quoted:
            dialogue.pause(span)
        else:
            utterances = reader.read(span, before, quoted)
            dialogue.go_on(span, utterances)
            yield from (each for each in utterances if are_words_of_somebody(text, each))
        before = Span(quoted[-1].behind if quoted else span.start, span.end)


def _quotation(utterance: Utterance, actors: Sequence[ActorId]) -> Quotation:
    speaker = utterance.speaker
    span = Span(utterance.quoted.start, utterance.quoted.end)
    if speaker is None or speaker < 0:
        return Quotation(span)
    return Quotation(span, actors[speaker], utterance.cue, utterance.is_certain, utterance.reason)


def _apart(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """Without those that begin inside the one before."""
    end = 0
    for quotation in quotations:
        if quotation.span.start >= end:
            end = quotation.span.end
            yield quotation
