"""What was not read yet is not told: not by counts, names, roles, stops or jumps."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader import find_actors
from tuireader.domain.actor import Actor, ActorId, ActorKind, Basis, Mention, MentionForm
from tuireader.domain.correcting import correct
from tuireader.domain.correction import Correction, Known, Reject, Rename
from tuireader.domain.index import Index
from tuireader.domain.quotation import Quotation
from tuireader.domain.reading import ReadingState
from tuireader.domain.resuming import resumed, veil_over
from tuireader.domain.span import Span
from tuireader.errors import QuestionError
from tuireader.loaders.registry import load
from tuireader.tui.steps import subject_of

TEXT = """The first chapter

Miss Bennet met Mr Bingley in London. Bingley bowed.

The second chapter

Jane Bennet went to France with the captain, George Wickham. Wickham laughed at Miss Bennet and at Charles Bingley.
"""
DOCUMENT = load(TEXT.encode(), "a.txt")
INDEX = find_actors(DOCUMENT)
STATE = ReadingState(DOCUMENT, INDEX)
MIDDLE = TEXT.index("The second")


def veiled(limit: int = MIDDLE) -> ReadingState:
    return STATE.veiled(veil_over(STATE, limit))


def names(index: Index) -> set[str]:
    return {actor.name for actor in index.actors}


def test_the_text_tells_more_in_its_second_half() -> None:
    assert {"George Wickham", "France"} <= names(INDEX)
    assert not {"George Wickham", "France"} & names(veiled().index)


def test_only_names_are_known_that_were_told() -> None:
    told = {name for actor in veiled().index.actors for name in actor.names}
    assert "Bingley" in " ".join(told)
    assert not {"Charles Bingley", "Jane Bennet"} & told
    assert "Charles Bingley" in names(veiled(len(TEXT)).index)


def test_a_name_of_a_country_is_no_secret() -> None:
    state = ReadingState(DOCUMENT, find_actors(text := TEXT.replace("London", "Germany, as Germans do")))
    document = load(text.encode(), "a.txt")
    state = replace(state, document=document)
    assert "Germany" in names(state.veiled(veil_over(state, MIDDLE)).index)


def test_roles_are_known_when_they_were_told() -> None:
    assert any(actor.roles for actor in INDEX.actors)
    assert not any(actor.roles for actor in veiled().index.actors)


def test_everything_is_painted_that_is_in_sight() -> None:
    assert veiled().whole is INDEX


def test_stops_and_searches_end_where_the_reader_is() -> None:
    state = veiled()
    assert all(stop.end <= MIDDLE for stop in state.stops)
    assert len(state.searching("bingley").found) == 2
    assert len(STATE.searching("bingley").found) == 3


def test_reading_on_lifts_the_veil_row_by_row_and_a_jump_does_not() -> None:
    state = veiled(60).scrolled_to(20, Span(20, 90))
    assert state.veil is not None
    assert state.veil.limit == 90
    assert state.scrolled_to(120, Span(120, 200)).veil is state.veil
    assert state.scrolled_to(0, Span(0, 40)).veil is state.veil


@pytest.mark.parametrize("move", ["at_end", "at_next_section", "at_next_stop"])
def test_no_jump_leads_behind_the_veil(move: str) -> None:
    state = veiled(60)
    for _ in range(3):
        state = getattr(state, move)()
    assert 0 < state.place.offset <= 60
    assert state.at_offset(9_999).place.offset == 60


def test_lifting_it_gives_everything_back() -> None:
    state = veiled().veiled(None)
    assert state.index is INDEX
    assert state.veil is None


def test_corrections_hold_behind_a_veil() -> None:
    corrections: list[Correction] = [Reject(Known.of(actor)) for actor in INDEX.actors if "Bingley" in actor.name]
    state = veiled().indexed(correct(DOCUMENT, INDEX, corrections).index)
    assert not any("Bingley" in name for name in names(state.index))
    assert state.veil is not None


def test_a_veil_is_there_in_the_next_version_of_a_file() -> None:
    document = load(("A line that is new.\n\n" + TEXT).encode(), "a.txt")
    state = resumed(ReadingState(document, find_actors(document)), veiled())
    assert state.veil is not None
    assert document.text[state.veil.limit :].startswith("The second")


@relaxed
@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_whatever_was_read_counts_are_those_of_the_text_so_far(limit: int, other: int) -> None:
    state = veiled(other)
    assert state.veil is not None
    index = state.veiled(state.veil.at(limit)).index
    assert [mention.span for mention in index.mentions] == [
        mention.span for mention in INDEX.mentions if mention.span.end <= limit
    ]
    assert sum(index.count(actor.id) for actor in index.actors) == len(index.mentions)
    assert {mention.actor for mention in index.mentions} == {actor.id for actor in index.actors}
    assert all(list(index.of([a.id])) == [m for m in index.mentions if m.actor == a.id] for a in index.actors)


def test_who_is_only_a_pronoun_so_far_is_not_there_yet_and_speaks_as_nobody() -> None:
    text = "Anna came. “No,” she said. Anna rose."
    document = load(text.encode(), "a.txt")
    anna, pronoun = Actor(ActorId("person:anna"), "Anna", ActorKind.PERSON), Basis("pronoun")
    mentions = (
        Mention(Span(18, 21), anna.id, MentionForm.PRONOUN, pronoun),
        Mention(Span(28, 32), anna.id),
    )
    index = Index((anna,), mentions, (Quotation(Span(12, 15), anna.id),))
    state = ReadingState(document, index)
    hidden = state.veiled(veil_over(state, 26)).index
    assert (list(hidden.mentions), hidden.actors) == ([], ())
    assert hidden.quotations is not None
    assert [each.speaker for each in hidden.quotations] == [None]
    shown = state.veiled(veil_over(state, 33)).index
    assert (len(shown.mentions), [each.speaker for each in shown.quotations or ()]) == (2, [anna.id])


@pytest.mark.parametrize("question", ['"bennet"', "wickham", "bennet & bingley", '"charles" | bingley'])
def test_no_answer_tells_what_stands_behind_the_veil(question: str) -> None:
    asked = STATE.asking(question).veiled(veil_over(STATE, MIDDLE))
    assert asked.answer is not None
    assert all(span.end <= MIDDLE for span in (*asked.stops, *asked.hits))
    assert all(DOCUMENT.paragraphs[number].span.start < MIDDLE for number in asked.answer.paragraphs)
    with suppress(QuestionError):
        state = veiled().asking(question)
        assert all(span.end <= MIDDLE for span in (*state.stops, *state.hits))


def test_corrections_made_behind_a_veil_are_of_whom_the_reader_means() -> None:
    text = "Smith met Tom Reed. Later John Smith left. Adam Smith is famous. Adam Smith wrote. Adam Smith died."
    document = load(text.encode(), "a.txt")
    adam = Actor(ActorId("person:adam smith"), "Adam Smith", ActorKind.PERSON, aliases=("Adam Smith", "Smith"))
    john = Actor(ActorId("person:john smith"), "John Smith", ActorKind.PERSON, aliases=("John Smith", "Smith"))
    places = [Mention(Span(0, 5), john.id), Mention(Span(26, 36), john.id), Mention(Span(43, 53), adam.id)]
    state = ReadingState(document, Index((adam, john), tuple(places)))
    state = state.veiled(veil_over(state, 20))
    [smith] = state.index.actors
    subject = subject_of(state, selected=None, at=None, actor=smith)
    assert subject is not None
    rejected = [choice.outcome for choice in subject.first_step.offered("") if isinstance(choice.outcome, Reject)]
    assert rejected == [Reject(Known(ActorKind.PERSON, "John Smith"))]


def test_names_are_not_put_together_before_the_text_does() -> None:
    text = "Mary sang. Miss King danced.\n\nThen Mary King went home."
    document = load(text.encode(), "a.txt")
    mary = Actor(ActorId("person:mary king"), "Mary King", ActorKind.PERSON)
    index = Index((mary,), tuple(Mention(Span(*span), mary.id) for span in ((0, 4), (11, 20), (35, 44))))
    state = ReadingState(document, index)
    assert names(state.veiled(veil_over(state, 28)).index) == {"Miss King"}
    assert names(state.veiled(veil_over(state, 44)).index) == {"Mary King"}


def test_a_name_that_the_reader_gave_is_no_secret() -> None:
    outcome = correct(DOCUMENT, INDEX, [Rename(Known(ActorKind.PERSON, "Charles Bingley"), "My Friend")])
    state = ReadingState(DOCUMENT, outcome.index)
    assert "My Friend" in names(state.veiled(veil_over(state, MIDDLE)).index)


def test_why_somebody_was_found_is_not_told_before_all_was_read() -> None:
    assert any(actor.reasons for actor in INDEX.actors)
    assert not any(actor.reasons for actor in veiled().index.actors)
