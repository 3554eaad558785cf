"""What can be corrected of an actor, of a mention or of selected words, step by step until a correction stands."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from tuireader.domain.actor import Actor, ActorKind, Mention, MentionForm
from tuireader.domain.anchor import anchor_of
from tuireader.domain.cleaning import clean_line
from tuireader.domain.correction import Add, Confirm, Correction, Known, Merge, Reject, Rename, Retype, Split
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.passages import whole_words
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.tui.matching import Matcher

_LONGEST_NAME = 200
"""Characters; whoever selected more did not mean a name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a step: it either ends in a correction or leads to another step."""

    text: str
    outcome: "Correction | Step"
    note: str = ""
    actor: Actor | None = None
    """Whose sign stands before it."""


@dataclass(frozen=True, slots=True)
class Step:
    """Some choices, which may depend on what is typed."""

    title: str
    offered: Callable[[str], Sequence[Choice]]
    prompt: str = ""
    """What is to be typed; nothing if there is nothing to type."""

    typed: str = ""
    """What stands in the line at first."""

    nothing: str = "Nobody is called so"
    """What to say where there is no choice."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be corrected."""

    document: Document
    index: Index
    whole: Index
    """Everybody in the whole text: corrections speak of actors by the names that they have there."""

    actor: Actor | None = None
    span: Span | None = None
    """Where it is named, or what is selected."""

    @property
    def words(self) -> str:
        """The words of that place, on one line."""
        return "" if self.span is None else " ".join(self.document.shown(self.span).split())

    def known(self, actor: Actor) -> Known:
        """How a correction speaks of an actor."""
        return Known.of(self.whole.actor(actor.id))

    @property
    def first_step(self) -> Step:
        """What can be done at all."""
        if self.actor is None:
            return Step(f"Add “{self.words}”", lambda _: list(_words_are(self)))
        return Step(f"Correct {self.actor.name}", lambda _: list(_actor_is(self, _known(self.actor))))


def subject_of(
    state: ReadingState, *, selected: Span | None, at: Mention | None, actor: Actor | None
) -> Subject | None:
    """What a reader means to correct.

    Args:
        state: What is read.
        selected: The characters that are selected.
        at: The mention that the reader is at.
        actor: Another actor that is marked or chosen.

    Returns:
        The words that are selected, whole ones, or the mention if they are one; else the actor; else the mention.
        Nothing if there is none of them.
    """
    subject = Subject(state.document, state.index, state.whole)
    if selected is not None:
        text = state.document.text
        selected = whole_words(text, selected)
        is_name = any(map(str.isalnum, text[selected.start : selected.end])) and len(selected) <= _LONGEST_NAME
        if not is_name:
            return None
        mention = state.index.at(selected.start)
        if mention is None or mention.span != selected:
            return replace(subject, span=selected)
        at, actor = mention, None
    if actor is not None:
        return replace(subject, actor=actor)
    return replace(subject, actor=state.index.actor(at.actor), span=at.span) if at is not None else None


def _words_are(subject: Subject) -> Iterator[Choice]:
    """What selected words can be."""
    words = subject.words
    yield Choice("A name of …", _name_of(subject, words))
    for kind in ActorKind:
        yield Choice(f"{_A[kind]} of that name", Add(words, Known(kind, words)))


def _actor_is(subject: Subject, actor: Actor) -> Iterator[Choice]:
    """What can be wrong with an actor, and with the mention of it that the reader is at."""
    me, words = subject.known(actor), subject.words
    yield Choice("The same as …", _pick("Who is it?", subject, partial(Merge, me)), "merge")
    if subject.span is not None:
        at = anchor_of(subject.document.text, subject.span).plain
        yield Choice(f"“{words}” is somebody else here …", _split(subject, words, lambda to: Split(me, words, to, at)))
        yield Choice(f"“{words}” names nobody here", Reject(me, words, at))
    names = _names(subject, actor)
    if len(names) > 1:
        of_names = [_of_name(subject, me, *each) for each in names.items()]
        step = Step("Which name is somebody else's?", lambda _: of_names)
        yield Choice("One of its names is somebody else's …", step, "split off")
    yield Choice(
        "Called otherwise …",
        Step("What is it called?", partial(_rename, me), "a name", actor.name, "Type another name"),
        "rename",
    )
    for kind in ActorKind:
        if kind is not actor.kind:
            yield Choice(f"It is {_A[kind].lower()}", Retype(me, kind))
    never = _pick("Who is it never?", subject, lambda other: Split(me, other.name, other))
    yield Choice("Never the same as …", never)
    if words and (mention := subject.index.at(_start(subject.span))) is not None and mention.confidence < 1:
        yield Choice(f"“{words}” is rightly {actor.name}", Confirm(me, words))
    yield Choice("No actor at all", Reject(me), "reject")


def _of_name(subject: Subject, me: Known, name: str, count: int) -> Choice:
    return Choice(f"“{name}” …", _split(subject, name, lambda to: Split(me, name, to)), f"{count}")


def _names(subject: Subject, actor: Actor) -> Counter[str]:
    """Under which words an actor is mentioned, the commonest first."""
    mentions = (each for each in subject.index.of((actor.id,)) if each.form is not MentionForm.PRONOUN)
    counts = Counter(" ".join(subject.document.shown(each.span).split()) for each in mentions)
    return Counter(dict(counts.most_common()))


def _pick(title: str, subject: Subject, made: Callable[[Known], Correction]) -> Step:
    """Pick another actor."""
    others = [actor for actor in subject.index.actors if actor != subject.actor]
    matcher = Matcher(others)

    def offered(typed: str) -> list[Choice]:
        return [_choice_of(actor, made, subject) for actor in matcher.matching(typed)]

    return Step(title, offered, "type a name")


def _name_of(subject: Subject, words: str) -> Step:
    """Pick whose name some words are, or name somebody new."""
    pick = _pick("Whose name is it?", subject, lambda other: Add(words, other))

    def offered(typed: str) -> list[Choice]:
        name = clean_line(typed)
        new = [Choice(f"{_A[kind]} called {name}", Add(words, Known(kind, name))) for kind in ActorKind if name]
        return [*pick.offered(typed), *new]

    return Step(pick.title, offered, "type a name, old or new")


def _split(subject: Subject, words: str, made: Callable[[Known], Correction]) -> Step:
    """Pick another actor, or name a new one."""
    assert subject.actor is not None
    kind, own = subject.actor.kind, subject.actor.name
    pick = _pick("Who is it?", subject, made)

    def offered(typed: str) -> list[Choice]:
        name = clean_line(typed) or words
        new = Known(kind, f"{name} (2)" if name == own else name)
        choices = list(pick.offered(typed))
        is_there = any(choice.actor is not None and choice.actor.name == new.name for choice in choices)
        return choices if is_there else [Choice(f"Somebody new: {new.name}", made(new)), *choices]

    return Step(pick.title, offered, "type a name, old or new")


def _rename(me: Known, typed: str) -> list[Choice]:
    name = clean_line(typed)
    return [Choice(f"Call it {name}", Rename(me, name))] if name and name != me.name else []


def _choice_of(actor: Actor, made: Callable[[Known], Correction], subject: Subject) -> Choice:
    return Choice(actor.name, made(subject.known(actor)), f"{subject.index.count(actor.id)}", actor)


def _known(actor: Actor | None) -> Actor:
    assert actor is not None
    return actor


def _start(span: Span | None) -> int:
    return 0 if span is None else span.start


_A = {ActorKind.PERSON: "A person", ActorKind.COUNTRY: "A country", ActorKind.ORGANISATION: "An organisation"}
