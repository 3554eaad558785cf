"""Documents and indexes are columns where they are large; they travel so, and are what they were made of."""

import pickle
from dataclasses import fields, replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ferry import ADA, FERRY, FERRY_INDEX, MENTIONS
from tests.domain.properties import relaxed
from tuireader.domain.actor import ActorId, Basis, MentionForm, Role
from tuireader.domain.columns import Chosen, numbers, offsets
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.mentions import Mentions
from tuireader.domain.paragraph import Paragraph, ParagraphKind, Paragraphs
from tuireader.domain.span import Span
from tuireader.loaders.registry import load

MARKDOWN = b"# A *b*\n\n- one\n  - two\n\n> three\n\n```\nfour\n```\n\n| a | b |\n|--:|:-:|\n| 1 | 2 |\n\n* * *\n"


def travelled(index: Index) -> Index:
    arrived: Index = pickle.loads(pickle.dumps(index))
    return arrived


def parts_of(document: Document) -> SimpleNamespace:
    return SimpleNamespace(**{field.name: getattr(document, field.name) for field in fields(document)})


@pytest.mark.parametrize("index", [FERRY_INDEX, Index()], ids=["some", "none"])
def test_mentions_arrive_as_they_were(index: Index) -> None:
    assert travelled(index).mentions == index.mentions


def test_actors_arrive_as_they_were_and_in_order(briefing_index: Index) -> None:
    assert travelled(briefing_index).actors == briefing_index.actors


@pytest.mark.parametrize("form", list(MentionForm))
def test_every_form_of_mention_makes_the_journey(form: MentionForm) -> None:
    mention = type(MENTIONS[0])(MENTIONS[0].span, MENTIONS[0].actor, form)
    assert travelled(Index(FERRY_INDEX.actors, (mention,))).mentions == (mention,)


def test_mentions_alike_still_share_one_basis() -> None:
    basis = Basis("surname of Ada", 0.5, (MENTIONS[0].actor,))
    index = Index(FERRY_INDEX.actors, tuple(replace(mention, basis=basis) for mention in MENTIONS))
    arrived = travelled(index).mentions
    assert arrived == index.mentions
    assert len({id(mention.basis) for mention in arrived}) == 1


@pytest.mark.parametrize("characters", [0, 1000, 2**33])
def test_an_index_moves_with_all_that_points_into_the_text(characters: int) -> None:
    role = Role("pilot", Span(3, 8))
    index = Index((replace(ADA, roles=(role,)), *FERRY_INDEX.actors[1:]), MENTIONS).moved(characters)
    moved = [Span(each.span.start + characters, each.span.end + characters) for each in MENTIONS]
    assert [mention.span for mention in index.mentions] == moved
    assert index.actors[0].roles == (Role("pilot", Span(3 + characters, 8 + characters)),)


@pytest.mark.parametrize("data", [MARKDOWN, b"Ada met Bo.\n\n    O sea,\n    O sea!"], ids=["Markdown", "text"])
def test_a_document_arrives_as_it_was(data: bytes) -> None:
    document = load(data, "a.md" if data is MARKDOWN else "a.txt")
    document = replace(document, pages=(0, 3, 3), warning="one page is damaged")
    assert parts_of(pickle.loads(pickle.dumps(document))) == parts_of(document)


def test_the_document_that_travels_has_paragraphs_of_most_kinds() -> None:
    kinds = {paragraph.kind for paragraph in load(MARKDOWN, "a.md").paragraphs}
    assert kinds == set(ParagraphKind) - {ParagraphKind.TEXT, ParagraphKind.VERSE}


def test_what_has_travelled_holds_no_objects() -> None:
    document: Document = pickle.loads(pickle.dumps(FERRY))
    assert isinstance(document.paragraphs, Paragraphs)
    assert isinstance(travelled(FERRY_INDEX).mentions, Mentions)


@relaxed
@given(st.integers(0, 9), st.integers(0, 9))
def test_some_paragraphs_are_those_of_a_text_that_begins_with_them(first: int, end: int) -> None:
    some = Paragraphs.of(FERRY.paragraphs).between(first, end)
    plain = FERRY.paragraphs[first:end]
    shift = plain[0].span.start if plain else 0
    assert [_further(each, shift) for each in some] == list(plain)


@relaxed
@given(st.lists(st.sampled_from("abc"), max_size=30))
def test_the_mentions_of_an_actor_are_known_by_their_numbers(owners: list[str]) -> None:
    each = [replace(MENTIONS[0], span=Span(at, at + 1), actor=ActorId(owner)) for at, owner in enumerate(owners)]
    mentions = Mentions.of(each)
    for actor in map(ActorId, "abcd"):
        chosen = Chosen(mentions, mentions.numbers_of(actor))
        assert list(chosen) == [mention for mention in each if mention.actor == actor]
        assert len(chosen) == mentions.count(actor)
        assert list(chosen[1:3]) == [chosen[at] for at in range(len(chosen))][1:3]


def test_values_in_columns_are_equal_to_the_same_values_in_order_only() -> None:
    mentions = Mentions.of(MENTIONS)
    assert mentions == MENTIONS
    assert mentions == list(MENTIONS)
    assert mentions != MENTIONS[:-1]
    assert mentions != MENTIONS[::-1]
    assert mentions != 1


@pytest.mark.parametrize(
    "columns",
    [([0], [1], [1], [0], [0]), ([0], [1], [0], [9], [0]), ([0], [1], [0], [0], [-1]), ([0], [1, 2], [0], [0], [0])],
    ids=["actor", "form", "basis", "length"],
)
def test_columns_that_do_not_fit_together_are_refused(columns: tuple[list[int], ...]) -> None:
    with pytest.raises(ValueError, match=r"number of nothing|different lengths"):
        Mentions(*map(numbers, columns), actors=[ADA.id], bases=[Basis()])


def test_offsets_take_eight_bytes_only_where_they_must() -> None:
    assert [offsets(each).itemsize for each in ([], [1], [1, 2**31 - 1], [1, 2**31])] == [4, 4, 4, 8]


def _further(paragraph: Paragraph, characters: int) -> Paragraph:
    return replace(paragraph, span=Span(paragraph.span.start + characters, paragraph.span.end + characters))
