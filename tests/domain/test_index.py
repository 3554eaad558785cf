"""An index answers who is where, as fast as a search and with the same answers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ferry import ADA, BO, FERRY_INDEX, MENTIONS, NORWAY, OSLO, SECOND_ADA, TEXT
from tests.domain.properties import relaxed
from tuireader.domain.actor import Actor, ActorId, ActorKind, Mention, actor_id
from tuireader.domain.index import Index
from tuireader.domain.span import Span

ACTORS = (ADA, BO, NORWAY)
LENGTH = 200


@st.composite
def indexes(draw: st.DrawFn) -> Index:
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=30)))
    spans = [Span(*ends) for ends in list(pairwise(edges)) if draw(st.booleans())]
    owners = draw(st.lists(st.sampled_from(ACTORS), min_size=len(spans), max_size=len(spans)))
    return Index(ACTORS, tuple(Mention(span, owner.id) for span, owner in zip(spans, owners, strict=True)))


spans = st.tuples(st.integers(0, LENGTH), st.integers(0, 20)).map(lambda pair: Span(pair[0], sum(pair)))
choices = st.lists(st.sampled_from([actor.id for actor in ACTORS]), unique=True, max_size=3).map(tuple)


@relaxed
@given(indexes(), spans)
def test_mentions_that_touch_a_span_are_those_that_a_search_finds(index: Index, span: Span) -> None:
    assert list(index.touching(span)) == [mention for mention in index.mentions if mention.span.overlaps(span)]


@relaxed
@given(indexes(), st.integers(0, LENGTH))
def test_the_mention_at_an_offset_is_the_one_that_covers_it(index: Index, offset: int) -> None:
    covering = [mention for mention in index.mentions if offset in mention.span]
    assert index.at(offset) == (covering[0] if covering else None)


@relaxed
@given(indexes(), choices)
def test_mentions_of_some_actors_come_in_order(index: Index, actors: tuple[ActorId, ...]) -> None:
    assert list(index.of(actors)) == [mention for mention in index.mentions if mention.actor in actors]


@relaxed
@given(indexes(), choices.filter(bool))
def test_the_places_of_some_actors_are_those_of_their_mentions(index: Index, actors: tuple[ActorId, ...]) -> None:
    assert list(index.spans_of(actors)) == [mention.span for mention in index.mentions if mention.actor in actors]


@relaxed
@given(indexes())
def test_the_places_of_nobody_in_particular_are_all_places(index: Index) -> None:
    assert list(index.spans_of(())) == [mention.span for mention in index.mentions]


@relaxed
@given(indexes())
def test_every_mention_is_counted_for_one_actor(index: Index) -> None:
    assert sum(index.count(actor.id) for actor in ACTORS) == len(index.mentions)


@relaxed
@given(indexes(), st.integers(1, 50))
def test_a_spread_sums_to_the_count(index: Index, parts: int) -> None:
    spread = index.spread(ADA.id, parts, LENGTH)
    assert (len(spread), sum(spread)) == (parts, index.count(ADA.id))


def test_a_spread_counts_each_mention_in_its_part() -> None:
    assert FERRY_INDEX.spread(ADA.id, 2, len(TEXT)) == [1, 2]


def test_a_spread_over_an_empty_text_is_all_noughts() -> None:
    assert Index(ACTORS).spread(ADA.id, 4, 0) == [0, 0, 0, 0]


def test_nothing_is_at_an_offset_between_mentions() -> None:
    assert FERRY_INDEX.at(OSLO.end) is None


def test_the_end_of_a_mention_is_not_in_it() -> None:
    assert FERRY_INDEX.at(SECOND_ADA.end - 1) is not None and FERRY_INDEX.at(SECOND_ADA.end) is None


def test_an_unknown_actor_is_mentioned_nowhere() -> None:
    assert list(FERRY_INDEX.of([ActorId("person:nobody")])) == []


def test_mentions_of_actors_with_an_unknown_one_among_them_are_those_of_the_others() -> None:
    assert list(FERRY_INDEX.of([ActorId("person:nobody"), BO.id])) == list(MENTIONS[1:3])


def test_an_actor_is_found_by_its_id() -> None:
    assert FERRY_INDEX.actor(BO.id) is BO


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        FERRY_INDEX.actor(ActorId("person:nobody"))


def test_an_index_knows_whom_it_holds() -> None:
    assert ADA.id in FERRY_INDEX and ActorId("person:nobody") not in FERRY_INDEX


ZOE = Actor(actor_id(ActorKind.PERSON, "Zoë Marsh"), "Zoë Marsh", ActorKind.PERSON, aliases=("Marsh", "Zoë Marsh"))
ROY = Actor(actor_id(ActorKind.PERSON, "Roy Marsh"), "Roy Marsh", ActorKind.PERSON, aliases=("Marsh", "Roy"))
NAMED = Index((ZOE, ROY, NORWAY))


@pytest.mark.parametrize("name", ["Zoë Marsh", "zoe marsh", "ZOË  MARSH", "person:zoe marsh", ZOE.id])
def test_an_actor_goes_by_its_name_and_its_id_however_written(name: str) -> None:
    assert list(NAMED.named(name)) == [ZOE]


def test_actors_that_share_an_alias_are_all_found_by_it() -> None:
    assert list(NAMED.named("marsh")) == [ZOE, ROY]


def test_a_country_goes_by_its_code() -> None:
    assert list(NAMED.named("no")) == [NORWAY]


def test_a_part_of_a_name_names_nobody() -> None:
    assert list(NAMED.named("Zoë")) == []
