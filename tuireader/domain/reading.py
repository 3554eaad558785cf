"""The one value the screen shows: a document, where the reader stands in it, and what is asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from tuireader.domain.actor import ActorId, Mention
from tuireader.domain.asking import answer_to, answered_anew
from tuireader.domain.document import Document, DocumentId
from tuireader.domain.filter import Filter, find_in, holds_of_section, paragraphs_holding, with_gap, within
from tuireader.domain.index import Index
from tuireader.domain.notes import NO_NOTES, Notes
from tuireader.domain.place import Place
from tuireader.domain.span import Span

if TYPE_CHECKING:
    from tuireader.domain.answer import Answer
    from tuireader.domain.veil import Veil

_start = attrgetter("start")


@dataclass(frozen=True, eq=False, repr=False)
class ReadingState:
    """A document as it is being read. Every move makes a new state, which is never spelt out."""

    document: Document
    index: Index = field(default_factory=Index)
    filter: Filter = field(default_factory=Filter)
    place: Place = field(default_factory=Place)
    current: Span | None = None
    """The mention or hit that the reader is at."""

    narrowed_to: tuple[int, ...] | None = None
    """The numbers of the only paragraphs that are shown; nothing when all are."""

    opened: tuple[int, ...] = ()
    """Those of them that were left out at gaps."""

    heading: int | None = None
    """The section that was jumped to, as long as its heading is in sight."""

    trail: tuple[Place, ...] = ()
    """Where jumps came from, the latest last."""

    ahead: tuple[Place, ...] = ()
    """Where the reader was before going back, the latest last; none of it after another jump."""

    found: Sequence[Span] = ()
    """Where the searched words are."""

    answer: "Answer | None" = None
    """What the document answers to the question."""

    notes: Notes = NO_NOTES
    """What the reader has marked."""

    veil: "Veil | None" = None
    """Hides what was not read yet; nothing if all may be known."""

    @property
    def whole(self) -> Index:
        """Everybody in the whole text, whatever may be known of them."""
        return self.index if self.veil is None else self.veil.whole

    @property
    def stops(self) -> Sequence[Span]:
        """The places that next and previous walk: of a search, else of an answer, else of the chosen actors or all."""
        if self.filter.words:
            return self.found
        return self.answer.places if self.answer is not None else self.index.spans_of(self.filter.actors)

    @property
    def hits(self) -> Sequence[Span]:
        """Where words are that stand out: those of a search, else those of the question."""
        return self.found if self.filter.words or self.answer is None else self.answer.hits

    @property
    def said(self) -> Sequence[Span]:
        """What those say who are asked for as speakers."""
        return () if self.answer is None else self.answer.said

    @property
    def chosen(self) -> tuple[ActorId, ...]:
        """The actors that stand out: the chosen ones, or those of the question."""
        return self.filter.actors if self.answer is None else self.answer.actors

    @property
    def shown(self) -> Sequence[int]:
        """The numbers of the paragraphs that are shown."""
        return range(len(self.document.paragraphs)) if self.narrowed_to is None else self.narrowed_to

    @property
    def current_number(self) -> int:
        """Which of the stops is the current one, counted from 1; 0 when the reader is at none."""
        if self.current is None:
            return 0
        at = bisect_left(self.stops, self.current)
        return at + 1 if at < len(self.stops) and self.stops[at] == self.current else 0

    @property
    def section(self) -> int:
        """The number of the section where the reader stands."""
        offset = self.place.offset if self.current is None else self.current.start
        return self.document.section_at(offset) if self.heading is None or self.current is not None else self.heading

    def scrolled_to(self, offset: int, view: Span) -> "ReadingState":
        """At another line, without a jump; what was jumped to is let go once it has left the view."""
        current = self.current if self.current is not None and self.current.overlaps(view) else None
        heading = self.heading
        if heading is not None and self.document.sections[heading].span.start not in view:
            heading = None
        state = replace(self, place=Place(offset), current=current, heading=heading)
        if self.veil is not None and view.start <= self.veil.limit < view.end:
            return state.veiled(self.veil.at(view.end))
        return state

    def jumped_to(self, target: Span) -> "ReadingState":
        """At a mention or hit, with a way back; all paragraphs are shown again if its own one is not."""
        return self._showing(target.start)._jumped(Place(target.start, True), current=target)

    def at_next_stop(self) -> "ReadingState":
        """At the first stop behind the current one or the top line; round to the first of all behind the last."""
        if not self.stops:
            return self
        if self.current is None:
            at = bisect_left(self.stops, self.place.offset, key=_start)
        else:
            at = bisect_right(self.stops, self.current.start, key=_start)
        return self.jumped_to(self.stops[at % len(self.stops)])

    def at_previous_stop(self) -> "ReadingState":
        """At the last stop before the current one or the top line; round to the last of all before the first."""
        if not self.stops:
            return self
        start = self.place.offset if self.current is None else self.current.start
        return self.jumped_to(self.stops[bisect_left(self.stops, start, key=_start) - 1])

    def at_section(self, number: int) -> "ReadingState":
        """At the beginning of a section, with a way back; all paragraphs are shown again if it has none of them."""
        start = self.document.sections[number].span.start
        if self._reach(start) != start:
            return self.at_end()
        state = self if self._shows_of(number, is_alone=False) else replace(self, narrowed_to=None)
        return state._jumped(Place(start), heading=number)

    def at_next_section(self) -> "ReadingState":
        """At the next section of which something is shown; the last one stays."""
        following = range(self.section + 1, len(self.document.sections))
        return next((self.at_section(number) for number in following if self._shows_of(number)), self)

    def at_previous_section(self) -> "ReadingState":
        """At the beginning of this section, or of the one before if the reader is there already."""
        is_inside = self.heading is None and self.place.offset > self.document.sections[self.section].span.start
        before = range(self.section - (not is_inside), -1, -1)
        return next((self.at_section(number) for number in before if self._shows_of(number)), self)

    def at_offset(self, offset: int) -> "ReadingState":
        """At a place of the text, with a way back."""
        return self._jumped(Place(self._reach(offset)))

    def at_end(self) -> "ReadingState":
        """At the last line, or the last one that was read, with a way back."""
        return self.at_offset(len(self.document.text))

    def went_back(self) -> "ReadingState":
        """Where the last jump came from."""
        if not self.trail:
            return self
        return self._standing_at(self.trail[-1], self.trail[:-1], (*self.ahead, self.place))

    def went_forward(self) -> "ReadingState":
        """Where the reader was before going back."""
        return self._standing_at(self.ahead[-1], (*self.trail, self.place), self.ahead[:-1]) if self.ahead else self

    def choosing(self, actor: ActorId) -> "ReadingState":
        """With this actor chosen alone and nothing searched, at its first mention."""
        return self._filtered(Filter((actor,))).at_first_stop()

    def choosing_at(self, mention: Mention) -> "ReadingState":
        """With the actor of a mention chosen alone, at this mention."""
        return replace(self._filtered(Filter((mention.actor,))), current=mention.span)

    def picking(self, place: Span) -> "ReadingState":
        """At a place of a list of mentions; its actor is chosen alone if it is nobody who is asked for."""
        mention = self.index.at(place.start)
        if mention is None or self.answer is not None or mention.actor in self.filter.actors:
            return self.jumped_to(place)
        return self.choosing_at(mention).jumped_to(place)

    def toggling(self, actor: ActorId) -> "ReadingState":
        """With this actor chosen too, or no longer, and nothing searched."""
        return self._filtered(Filter(self.filter.toggling(actor).actors))

    def dropping(self, number: int) -> "ReadingState":
        """Without one of the chosen actors, or without the question."""
        if self.answer is not None:
            return self._filtered(Filter())
        return self.toggling(self.filter.actors[number])

    def searching(self, words: str) -> "ReadingState":
        """With words searched for, in the paragraphs of an answer only if there is one; the place stays."""
        found = self._find(words)
        return replace(self, filter=replace(self.filter, words=words.strip()), found=found, current=None)._renarrowed()

    def asking(self, question: str, reply: "Answer | None" = None) -> "ReadingState":
        """With only the paragraphs shown that a question asks for, at the first place in them; a reply may be known.

        Raises:
            QuestionError: It cannot be understood or answered.
        """
        reply = reply or answer_to(question, self.document, self.index, self.veil)
        asked = replace(self._filtered(Filter(question=question.strip())), answer=reply, narrowed_to=None)
        return asked.narrowed().at_first_stop()

    def at_first_stop(self) -> "ReadingState":
        """At the first of all stops."""
        return self.jumped_to(self.stops[0]) if self.stops else self

    def narrowed(self) -> "ReadingState":
        """Only the paragraphs with a stop are shown, or all again."""
        if self.narrowed_to is not None or not (self.filter and self.stops):
            return replace(self, narrowed_to=None, opened=())
        if self.answer is not None and not self.filter.words:
            return replace(self, narrowed_to=self.answer.paragraphs, opened=())
        return replace(self, narrowed_to=paragraphs_holding(self.document, self.stops), opened=())

    def opening(self, gap: range) -> "ReadingState":
        """With the paragraphs shown, too, that are left out at a gap."""
        return replace(self, opened=with_gap(self.opened, gap))._renarrowed()

    def widened(self) -> "ReadingState":
        """Without what is narrowest: the search, then the narrowing, then the chosen actors."""
        if self.filter.words:
            return self.searching("")
        if self.narrowed_to is not None:
            return self.narrowed()
        return self._filtered(Filter())

    def indexed(self, index: Index) -> "ReadingState":
        """With a better index, at the same place and with the same actors chosen, whatever they are called now."""
        veil = self.veil.over(index) if self.veil is not None else None
        return replace(self, veil=veil)._taking(index if veil is None else veil.index)

    def veiled(self, veil: "Veil | None") -> "ReadingState":
        """With a veil over what was not read yet, or with everything known."""
        return replace(self, veil=veil)._taking(self.whole if veil is None else veil.index)

    def _taking(self, index: Index) -> "ReadingState":
        chosen = (self.index.heir_of(actor, index) for actor in self.filter.actors)
        actors = tuple(dict.fromkeys(actor for actor in chosen if actor is not None))
        reply = self.answer and answered_anew(self.answer, self.filter.question, self.document, index, self.veil)
        state = replace(self, index=index, filter=replace(self.filter, actors=actors), answer=reply)
        return replace(state, found=state._find(self.filter.words) if self.filter.words else ())._renarrowed()

    def _find(self, words: str) -> Sequence[Span]:
        found = find_in(self.document, words)
        if self.veil is not None:
            found = found[: bisect_right(found, self.veil.limit, key=lambda place: place.end)]
        return found if self.answer is None else within(self.document, found, self.answer.paragraphs)

    def _reach(self, offset: int) -> int:
        """An offset, but no further than what was read."""
        return offset if self.veil is None else min(offset, self.veil.limit)

    def _filtered(self, wanted: Filter) -> "ReadingState":
        return replace(self, filter=wanted, found=(), answer=None, current=None, opened=())._renarrowed()

    def _renarrowed(self) -> "ReadingState":
        state = replace(self, narrowed_to=None)
        if self.narrowed_to is None or (shown := state.narrowed().narrowed_to) is None:
            return state
        return replace(state, narrowed_to=with_gap(shown, self.opened))

    def _shows_of(self, section: int, *, is_alone: bool = True) -> bool:
        """Whether anything of a section is shown, or of those below it."""
        shown = self.narrowed_to
        return shown is None or holds_of_section(self.document, shown, section, is_alone=is_alone)

    def _showing(self, offset: int) -> "ReadingState":
        """With all paragraphs, unless that of an offset is shown."""
        if self.narrowed_to is None:
            return self
        number = self.document.paragraph_at(offset)
        at = bisect_left(self.narrowed_to, number)
        return self if self.narrowed_to[at : at + 1] == (number,) else replace(self, narrowed_to=None)

    def _jumped(self, place: Place, *, current: Span | None = None, heading: int | None = None) -> "ReadingState":
        trail = self.trail if self.trail[-1:] == (self.place,) else (*self.trail, self.place)
        return replace(self, place=place, current=current, heading=heading, trail=trail, ahead=())

    def _standing_at(self, place: Place, trail: tuple[Place, ...], ahead: tuple[Place, ...]) -> "ReadingState":
        return replace(self, place=place, current=None, heading=None, trail=trail, ahead=ahead)


NOTHING = ReadingState(Document(DocumentId(""), "", "", (), ()))
"""What a reader sees before there is a document."""
