"""The filter pane: type to narrow the actors, choose one, and see every mention in a line of its context."""

import re
from collections.abc import Iterator
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Input

from tuireader.domain.actor import ActorId
from tuireader.domain.answer import Answer
from tuireader.domain.asking import answer_to
from tuireader.domain.completion import completions
from tuireader.domain.question import Piece, asks_for_speakers, is_question, parse, piece_at
from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.span import NO_SPANS
from tuireader.errors import QuestionError
from tuireader.tui.bindings import bindings
from tuireader.tui.keys import Scope
from tuireader.tui.matching import Matcher
from tuireader.tui.messages import ActorAdded, ActorChosen, MentionChosen, QuestionAsked
from tuireader.tui.widgets.match_list import MatchList
from tuireader.tui.widgets.mention_list import MentionList
from tuireader.tui.widgets.pane import Pane

_MARKS = re.compile('["“”„]')
_HINT = "& and, | or, - not, “words”, kind: role: country: said: in:"


class NameInput(Input):
    """A line that leaves Space to the pane, which knows whether a name may go on."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the line takes a key before any pane is asked."""
        return key != "space" and super().check_consume_key(key, character)


class Doubt(Highlighter):
    """Underlines what of a question cannot be understood."""

    place = (0, 0)

    def highlight(self, text: Text) -> None:
        """Underline it."""
        text.stylize(Style(underline=True, bold=True), *self.place)


class FilterPane(Pane):
    """A line to type in, the actors that fit, and the mentions of the chosen ones or of the one under the cursor."""

    BORDER_TITLE = "Filter"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "type_space", show=False, priority=True),
        *bindings(Scope.LIST),
    ]

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)

    patience = 0.0
    """Seconds without another letter after which words are looked for: that takes a moment in a large text."""

    def __init__(self, state: ReadingState, cells: int, *, adds_by_space: bool = True) -> None:
        """List the actors of a state, in a pane of a width in cells; settings may have another key to add one."""
        super().__init__(id="filter", cells=cells, is_right=True)
        self._adds_by_space = adds_by_space
        self.set_reactive(FilterPane.state, state)
        self._answer: Answer | None = None
        """What is answered to the question in the line."""

        self._timer: Timer | None = None
        self._piece: Piece | None = None
        """Which piece of the question the completions are for."""

        self._is_asking = False
        self._added: tuple[ActorId, str] | None = None
        """Whom Space added last, and what stood in the line."""

        self._doubt = Doubt()
        hint = "type a name, or ask: us & nato"
        self.input = NameInput(placeholder=hint, compact=True, select_on_focus=True, highlighter=self._doubt)
        self._matcher = Matcher()
        self._matches = MatchList(id="matches")
        self._mentions = MentionList()

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield self.input
        yield self._matches.data_bind(FilterPane.state)
        yield self._mentions.data_bind(FilterPane.state)

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """List the actors of a better index, and the mentions of other actors."""
        if not self.is_mounted:
            return
        is_over = old.answer is not None and state.answer is None
        if self._is_asking and (is_over or old.document is not state.document):
            self.input.value = ""
        if old.index.actors is not state.index.actors:
            self._matcher = Matcher(state.index.actors)
        if old.index is not state.index:
            self._narrow()
        self._list_places()

    def on_mount(self) -> None:
        """List everything."""
        self._matcher = Matcher(self.state.index.actors)
        self._narrow()
        self._list_places()

    def action_move(self, rows: int) -> None:
        """Move the cursor of the actors while typing."""
        self._matches.action_move(rows)

    def action_move_page(self, pages: int) -> None:
        """Move it by a page."""
        self._matches.action_move_page(pages)

    def action_choose(self) -> None:
        """Choose the actor under the cursor alone."""
        if (actor := self._matches.marked) is not None:
            self.post_message(ActorChosen(actor))

    def action_type_space(self) -> None:
        """Choose the actor under the cursor too, or type a space."""
        if self._adds_by_space:
            self.action_add()
        elif self.input.has_focus:
            self.input.insert_text_at_cursor(" ")

    def action_add(self) -> None:
        """Choose the actor under the cursor too, unless a space may be part of the name that is being typed."""
        typed = f"{self.input.value} "
        is_typing = self._is_asking or self.state.answer is not None or self._matcher.goes_on(typed)
        if self.input.has_focus and self.input.value and is_typing:
            self.input.insert_text_at_cursor(" ")
            return
        if (actor := self._matches.marked) is not None:
            self.post_message(ActorAdded(actor))
            self._added = (actor, self.input.value) if self.input.has_focus and self.input.value else None

    @on(Input.Changed)
    def _narrow_actors(self) -> None:
        self._is_asking, self._answer = self._asks(typed := self.input.value), None
        self._wait_no_longer()
        if self.patience and self._is_asking and _MARKS.search(typed):
            self._timer = self.set_timer(self.patience, self._take_typed)
        else:
            self._take_typed()

    def _take_typed(self) -> None:
        self._wait_no_longer()
        self._narrow()
        self._go_on_asking()
        self._matches.cursor = 0
        self._list_places()

    def _go_on_asking(self) -> None:
        """More is typed behind a space that chose somebody: put it in, and choose nobody if it is a question."""
        (actor, name), typed = self._added or (None, ""), self.input.value
        if actor is None or not typed.startswith(name):
            self._added = None
        elif typed != name and typed[len(name)] != " ":
            self.input.value = f"{name} {typed[len(name) :]}"
            self.input.action_end()
        elif self._is_asking:
            self._added = None
            self.post_message(ActorAdded(actor))

    @on(Input.Submitted)
    def _choose_match(self) -> None:
        if self._timer is not None:
            self._take_typed()
        if not self._is_asking:
            self.action_choose()
        elif self._answer is None or (self._matches.completions and self._matches.cursor):
            self._complete()
        elif self._answer.paragraphs:
            self.post_message(QuestionAsked(self.input.value, self._answer, self.state.index))

    @on(MatchList.Completed)
    def _complete(self) -> None:
        """Put what is under the cursor in the place of the piece that it completes."""
        piece, typed = self._piece, self.input.value
        if piece is not None and self._matches.completions:
            text = self._matches.completions[self._matches.cursor].text
            self.input.value = f"{typed[: piece.start]}{text}{typed[piece.end :]}"
            self.input.cursor_position = piece.start + len(text)
            self.input.focus()

    def _pieces(self) -> Iterator[Piece]:
        """The piece that cannot be understood, and the one that is being typed."""
        typed, (start, end) = self.input.value, self._doubt.place
        wrong, here = piece_at(typed, end), piece_at(typed, self.input.cursor_position)
        if wrong is not None and start <= wrong.start < wrong.end <= end:
            yield wrong
        if here is not None:
            yield here

    @on(MatchList.CursorMoved)
    def _show_mentions(self) -> None:
        self._list_places()

    @on(MentionChosen)
    def _ask_for(self, chosen: MentionChosen) -> None:
        """A place of an answer is chosen: the question is asked with it."""
        if self._answer is not None and self.state.filter.question != self.input.value.strip():
            chosen.stop()
            self.post_message(QuestionAsked(self.input.value, self._answer, self.state.index, chosen.span))

    def _narrow(self) -> None:
        typed = self.input.value
        self._is_asking, self._answer = self._asks(typed), None
        self._doubt.place = (0, 0)
        if self._is_asking:
            self._try_question(typed)
            return
        if self.border_subtitle:  # setting it paints the whole pane
            self.border_subtitle = ""
        self._matches.list_actors(self._matcher.matching(typed))
        self._matches.empty_text = f"No actor is called “{typed}”" if typed else "No actors yet"

    def _asks(self, typed: str) -> bool:
        """Whether somebody types a question, and not a name with signs in it."""
        return is_question(typed) and not self._matcher.goes_on(typed.strip())

    def _wait_no_longer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _try_question(self, typed: str) -> None:
        """Answer a question as far as it is typed, and list whom it names; or say where it cannot be understood."""
        try:
            reply = self._answer = answer_to(typed, self.state.document, self.state.index, self.state.veil)
        except QuestionError as error:
            self._doubt.place = (error.start, error.end)
            self.border_subtitle = Content(str(error))
            self._list_completions()
            self._matches.empty_text = _HINT
            return
        count, unknown = len(reply.paragraphs), next(iter(reply.unknown), None)
        is_early = self.state.index.quotations is None and asks_for_speakers(parse(typed))
        nothing = "who says what is not known yet" if is_early else "no paragraph is like that"
        found = f"{count} paragraph{'s' * (count != 1)}" if count else nothing
        if unknown is not None:
            found = f"{found}; no '{typed[unknown.start : unknown.end]}'" if count else str(unknown)
        self.border_subtitle = Content(found)
        self._matches.empty_text = "Enter shows the paragraphs" if count else ""
        if unknown is not None:
            self._doubt.place = (unknown.start, unknown.end)
            self._list_completions()
        else:
            self._matches.list_actors(tuple(map(self.state.index.actor, reply.actors)))

    def _list_completions(self) -> None:
        """List how the first piece may go on that may go on at all."""
        self._matches.actors = ()
        for piece in self._pieces():
            if found := completions(piece, self.state.document, self.state.index):
                self._piece = piece
                self._matches.list_completions(found)
                return
        self._matches.list_completions(())

    def _list_places(self) -> None:
        document, index = self.state.document, self.state.index
        reply = self._answer if self.input.value else self.state.answer
        if reply is not None:
            self._mentions.list_places(document, reply.places)
            self._mentions.border_title = "Places"
            return
        marked = self._matches.marked
        actors = self.state.filter.actors or ((marked,) if marked else ())
        self._mentions.list_places(document, index.spans_of(actors) if actors else NO_SPANS)
        names = ", ".join(index.actor(actor).name for actor in actors)
        self._mentions.border_title = Content(f"Mentions of {names}" if names else "Mentions")
