"""The filter pane: type to narrow the actors, choose one, and see every mention in a line of its context."""

from typing import ClassVar

from rich.highlighter import Highlighter
from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from tuireader.domain.actor import ActorId
from tuireader.domain.answer import Answer, answer
from tuireader.domain.question import asks_for_speakers, is_question, parse
from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.span import NO_SPANS
from tuireader.errors import QuestionError
from tuireader.tui.bindings import bindings
from tuireader.tui.keys import Scope
from tuireader.tui.matching import Matcher
from tuireader.tui.messages import ActorAdded, ActorChosen, MentionChosen, QuestionAsked
from tuireader.tui.widgets.actor_list import ActorList
from tuireader.tui.widgets.mention_list import MentionList
from tuireader.tui.widgets.pane import Pane

_HINT = "& and, | or, - not, “words”, kind: role: country: said: in:"


class MatchList(ActorList):
    """The actors that fit what was typed; its cursor is seen while the reader types."""

    BORDER_TITLE = ""

    class CursorMoved(Message):
        """Another actor is under the cursor."""

    @property
    def shows_cursor(self) -> bool:
        """Whenever keys go to the pane: Enter in the line above chooses the row under the cursor."""
        return self.parent is not None and self.parent.has_pseudo_class("focus-within")

    def watch_cursor(self) -> None:
        """Tell the pane, which shows the mentions of that actor."""
        super().watch_cursor()
        self.post_message(self.CursorMoved())

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """The pane decides which actors are listed; here only the chosen ones are painted otherwise."""
        if old.filter != state.filter or old.index is not state.index:
            self.refresh()


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
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "add", show=False, priority=True), *bindings(Scope.LIST)]

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)

    def __init__(self, state: ReadingState, cells: int) -> None:
        """List the actors of a state, in a pane of a width in cells."""
        super().__init__(id="filter", cells=cells, is_right=True)
        self.set_reactive(FilterPane.state, state)
        self._answer: Answer | None = None
        """What is answered to the question in the line."""

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
        if not self._is_asking:
            self.action_choose()
        elif self._answer is None:
            self._complete()
        elif self._answer.paragraphs:
            self.post_message(QuestionAsked(self.input.value))

    def _complete(self) -> None:
        """Put the actor under the cursor in the place of what cannot be understood."""
        if (marked := self._matches.marked) is not None:
            (start, end), typed, name = self._doubt.place, self.input.value, self.state.index.actor(marked).name
            self.input.value = f"{typed[:start]}{name}{typed[end:]}"
            self.input.cursor_position = start + len(name)

    @on(MatchList.CursorMoved)
    def _show_mentions(self) -> None:
        self._list_places()

    @on(MentionChosen)
    def _ask_for(self, chosen: MentionChosen) -> None:
        """A place of an answer is chosen: the question is asked with it."""
        if self._answer is not None and self.state.filter.question != self.input.value.strip():
            chosen.stop()
            self.post_message(QuestionAsked(self.input.value, chosen.span))

    def _narrow(self) -> None:
        typed = self.input.value
        self._is_asking, self._answer = is_question(typed) and not self._matcher.goes_on(typed.strip()), None
        self._doubt.place = (0, 0)
        if self._is_asking:
            self._try_question(typed)
            return
        self.border_subtitle = ""
        self._matches.list_actors(self._matcher.matching(typed))
        self._matches.empty_text = f"No actor is called “{typed}”" if typed else "No actors yet"

    def _try_question(self, typed: str) -> None:
        """Answer a question as far as it is typed, and list whom it names; or say where it cannot be understood."""
        try:
            question = parse(typed)
            self._answer = answer(question, self.state.document, self.state.index)
        except QuestionError as error:
            self._doubt.place = (error.start, error.end)
            self.border_subtitle = Content(str(error))
            self._matches.list_actors(self._matcher.matching(typed[error.start : error.end]))
            self._matches.empty_text = _HINT
            return
        count = len(self._answer.paragraphs)
        is_early = self.state.index.quotations is None and asks_for_speakers(question)
        nothing = "who says what is not known yet" if is_early else "no paragraph is like that"
        self.border_subtitle = f"{count} paragraph{'s' * (count != 1)}" if count else nothing
        self._matches.list_actors(tuple(map(self.state.index.actor, self._answer.actors)))
        self._matches.empty_text = "Enter shows the paragraphs" if count else ""

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
