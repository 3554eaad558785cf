"""A reader's corrections change who is where, and nothing else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tuireader import find_actors, find_quotations
from tuireader.domain.actor import Actor, ActorId, ActorKind, Mention
from tuireader.domain.anchor import Anchor, anchor_of
from tuireader.domain.correcting import correct
from tuireader.domain.correction import (
    Add,
    Confirm,
    Correction,
    Known,
    Merge,
    Reject,
    Rename,
    Retype,
    Split,
    told,
)
from tuireader.domain.document import Document
from tuireader.domain.history import History, Way
from tuireader.domain.index import Index
from tuireader.domain.span import Span
from tuireader.loaders.registry import load

PERSON, COUNTRY, ORGANISATION = ActorKind

TEXT = """Jane Bennet met Charles Bingley in London. Miss Bennet smiled.

"Jane is fond of Bingley," said the Treasury minister, Mary Bell. Mary laughed, and Bingley bowed to Jane.

Mary Bell went to France with the Ferry Company. France was cold. The Long Wall holds, said Mary.
"""
DOCUMENT = load(TEXT.encode(), "a.txt")
INDEX = find_actors(DOCUMENT)

JANE = Known(PERSON, "Jane Bennet")
BINGLEY = Known(PERSON, "Charles Bingley")
MARY = Known(PERSON, "Mary Bell")
FRANCE = Known(COUNTRY, "France")
"""They are all found in the text; a test below says so."""


def corrected(*corrections: Correction, document: Document = DOCUMENT, index: Index = INDEX) -> Index:
    return correct(document, index, corrections).index


def who(index: Index) -> dict[str, list[str]]:
    """The words that name each actor, in order."""
    return {actor.name: [words(mention.span) for mention in index.of([actor.id])] for actor in index.actors}


def words(span: Span, text: str = TEXT) -> str:
    return text[span.start : span.end]


def actor_called(index: Index, name: str) -> Actor:
    return next(actor for actor in index.actors if actor.name == name)


def is_sound(index: Index, length: int) -> None:
    """Mentions are in order, never overlap, name actors that are there, and each actor has one."""
    mentions = list(index.mentions)
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
    assert all(0 <= mention.span.start < mention.span.end <= length for mention in mentions)
    assert {mention.actor for mention in mentions} == {actor.id for actor in index.actors}
    assert len({actor.id for actor in index.actors}) == len(index.actors)
    assert all(other in index and other != each.actor for each in mentions for other in each.candidates)
    assert sum(index.count(actor.id) for actor in index.actors) == len(mentions)
    assert all(list(index.of([a.id])) == [each for each in mentions if each.actor == a.id] for a in index.actors)


def test_the_text_has_the_people_of_these_tests() -> None:
    assert {known.name for known in (JANE, BINGLEY, MARY, FRANCE)} <= set(who(INDEX))
    assert who(INDEX)["Mary Bell"] == ["Mary Bell", "Mary", "Mary Bell", "Mary"]


def test_without_corrections_the_index_is_the_same() -> None:
    assert corrected() is INDEX


def test_two_who_are_the_same_are_one_under_all_their_names() -> None:
    index = corrected(Merge(MARY, JANE))
    assert "Mary Bell" not in who(index)
    assert sorted(who(index)["Jane Bennet"]) == sorted(who(INDEX)["Jane Bennet"] + who(INDEX)["Mary Bell"])
    assert {"Jane Bennet", "Mary Bell", "Mary"} <= set(actor_called(index, "Jane Bennet").aliases)
    is_sound(index, len(TEXT))


def test_roles_go_along_with_whom_they_are_said_of() -> None:
    roles = actor_called(INDEX, "Mary Bell").roles
    assert roles
    assert actor_called(corrected(Merge(MARY, JANE)), "Jane Bennet").roles == roles
    assert (
        actor_called(corrected(Split(MARY, "Mary Bell", Known(PERSON, "Mary Bell (2)"))), "Mary Bell (2)").roles
        == roles
    )
    assert actor_called(corrected(Split(MARY, "Mary", Known(PERSON, "Mary (2)"))), "Mary Bell").roles == roles


def test_a_name_that_is_split_off_is_somebody_else() -> None:
    index = corrected(Split(MARY, "mary", Known(PERSON, "Mary")))
    assert who(index)["Mary Bell"] == ["Mary Bell", "Mary Bell"]
    assert who(index)["Mary"] == ["Mary", "Mary"]
    is_sound(index, len(TEXT))


def test_a_name_can_be_given_to_somebody_who_is_there() -> None:
    index = corrected(Split(MARY, "Mary", JANE))
    assert who(index)["Jane Bennet"].count("Mary") == 2
    is_sound(index, len(TEXT))


def test_one_place_can_be_split_off() -> None:
    last = TEXT.rindex("Mary")
    index = corrected(Split(MARY, "Mary", Known(PERSON, "Mary (2)"), anchor_of(TEXT, Span(last, last + 4))))
    assert who(index)["Mary Bell"] == ["Mary Bell", "Mary", "Mary Bell"]
    assert [mention.span.start for mention in index.of([actor_called(index, "Mary (2)").id])] == [last]


def test_who_is_never_the_same_stays_as_it_is() -> None:
    outcome = correct(DOCUMENT, INDEX, [Split(MARY, "Jane Bennet", JANE)])
    assert who(outcome.index) == who(INDEX)
    assert outcome.idle == ()


def test_an_actor_is_renamed_with_all_of_its_mentions() -> None:
    index = corrected(Rename(BINGLEY, "Mr Bingley of Netherfield"))
    assert who(index)["Mr Bingley of Netherfield"] == who(INDEX)["Charles Bingley"]
    assert [actor.name for actor in index.actors].index("Mr Bingley of Netherfield") == [
        actor.name for actor in INDEX.actors
    ].index("Charles Bingley")
    assert actor_called(index, "Mr Bingley of Netherfield").reasons == actor_called(INDEX, "Charles Bingley").reasons


def test_a_name_can_change_its_case_alone() -> None:
    index = corrected(Rename(BINGLEY, "CHARLES Bingley"))
    assert who(index)["CHARLES Bingley"] == who(INDEX)["Charles Bingley"]


def test_who_is_renamed_to_somebody_else_is_that_one() -> None:
    assert who(corrected(Rename(MARY, "Jane Bennet"))) == who(corrected(Merge(MARY, JANE)))


def test_an_actor_of_another_kind_has_no_country() -> None:
    index = corrected(Retype(FRANCE, ORGANISATION))
    france = actor_called(index, "France")
    assert (france.kind, france.code) == (ORGANISATION, None)
    assert who(index)["France"] == ["France", "France"]


def test_who_is_rejected_is_nowhere() -> None:
    index = corrected(Reject(FRANCE))
    assert "France" not in who(index)
    assert who(corrected(Reject(MARY, "Mary")))["Mary Bell"] == ["Mary Bell", "Mary Bell"]
    is_sound(index, len(TEXT))


def test_one_place_can_be_rejected() -> None:
    first = TEXT.index("France")
    index = corrected(Reject(FRANCE, at=anchor_of(TEXT, Span(first, first + 6))))
    assert [mention.span.start for mention in index.of([actor_called(index, "France").id])] == [TEXT.rindex("France")]


def test_words_that_are_added_name_an_actor_wherever_they_stand() -> None:
    index = corrected(Add("Long Wall", Known(ORGANISATION, "The Long Wall")))
    assert who(index)["The Long Wall"] == ["Long Wall"]
    assert who(corrected(Add("smiled", JANE)))["Jane Bennet"].count("smiled") == 1
    is_sound(index, len(TEXT))


def test_longer_words_take_the_place_of_shorter_mentions() -> None:
    index = corrected(Add("Mary Bell went", Known(PERSON, "Mary Bell went")))
    assert who(index)["Mary Bell"] == ["Mary Bell", "Mary", "Mary"]
    is_sound(index, len(TEXT))


def test_words_inside_a_longer_mention_are_not_torn_out_of_it() -> None:
    outcome = correct(DOCUMENT, INDEX, [Add("Bennet", Known(PERSON, "Bennet"))])
    assert who(outcome.index) == who(INDEX)
    assert outcome.idle


def test_what_is_confirmed_is_sure() -> None:
    index = corrected(Confirm(MARY, "Mary"))
    assert all(mention.confidence == 1 for mention in index.of([index.actors[0].id]) if words(mention.span) == "Mary")
    assert who(index) == who(INDEX)


def test_corrections_follow_one_another() -> None:
    index = corrected(Rename(MARY, "Marie"), Merge(Known(PERSON, "Marie"), JANE), Rename(JANE, "Jane B"))
    assert "Mary Bell" in who(index)["Jane B"]
    is_sound(index, len(TEXT))


def test_two_may_become_one_and_two_and_one_again_the_other_way_round() -> None:
    apart = Split(JANE, "Mary Bell", MARY)
    index = corrected(Merge(MARY, JANE), apart, Merge(JANE, MARY), Rename(JANE, "Jane B"))
    assert "Jane Bennet" in who(index)["Jane B"]
    is_sound(index, len(TEXT))


def test_who_was_rejected_is_nobody_to_merge_with() -> None:
    outcome = correct(DOCUMENT, INDEX, [Reject(MARY), Merge(JANE, MARY)])
    assert outcome.idle == (Merge(JANE, MARY),)


@pytest.mark.parametrize(
    "correction",
    [
        Merge(Known(PERSON, "Nobody"), JANE),
        Merge(JANE, Known(PERSON, "Nobody")),
        Split(Known(PERSON, "Nobody"), "No", JANE),
        Split(MARY, "Mary", JANE, Anchor("words that are not there")),
        Rename(Known(PERSON, "Nobody"), "No"),
        Retype(Known(COUNTRY, "Jane Bennet"), PERSON),
        Reject(Known(PERSON, "Nobody")),
        Reject(MARY, "Molly"),
        Add("words that are not there", JANE),
        Confirm(MARY, "Molly"),
    ],
    ids=told,
)
def test_what_speaks_of_nobody_is_told_and_changes_nothing(correction: Correction) -> None:
    outcome = correct(DOCUMENT, INDEX, [correction])
    assert outcome.idle == (correction,)
    assert who(outcome.index) == who(INDEX)


def test_what_was_corrected_is_said_in_words() -> None:
    index = corrected(Merge(MARY, JANE), Rename(BINGLEY, "Bingley"))
    assert actor_called(index, "Jane Bennet").corrections == ("Mary Bell is Jane Bennet",)
    assert actor_called(index, "Bingley").corrections == ("Charles Bingley is called Bingley",)
    assert not actor_called(index, "France").corrections


KNOWN = st.sampled_from([Known.of(actor) for actor in INDEX.actors] + [Known(PERSON, "Nobody")])
NAMES = st.sampled_from(["Mary", "Jane", "Bingley", "France", "Miss Bennet", "Somebody"])
PLACES = st.sampled_from([mention.span for mention in INDEX.mentions]).map(lambda span: anchor_of(TEXT, span))
CORRECTIONS: st.SearchStrategy[Correction] = st.one_of(
    st.builds(Merge, KNOWN, KNOWN),
    st.builds(Split, KNOWN, NAMES, KNOWN, st.none() | PLACES),
    st.builds(Rename, KNOWN, NAMES),
    st.builds(Retype, KNOWN, st.sampled_from(ActorKind)),
    st.builds(Reject, KNOWN, NAMES | st.just(""), st.none() | PLACES),
    st.builds(Add, st.sampled_from(["Long Wall", "Jane", "with the Ferry Company", "was", "Mary Bell went"]), KNOWN),
    st.builds(Confirm, KNOWN, NAMES),
)


@relaxed
@given(st.lists(CORRECTIONS, max_size=8))
def test_whatever_is_corrected_the_index_is_sound(corrections: list[Correction]) -> None:
    is_sound(corrected(*corrections), len(TEXT))


def went(*entries: Correction | Way) -> History:
    history = History()
    for entry in entries:
        taken = history.taken(entry) if isinstance(entry, Way) else entry
        history = history if taken is None else history.after(taken)
    return history


@relaxed
@given(st.lists(CORRECTIONS | st.sampled_from(Way), max_size=20))
def test_what_is_undone_can_be_done_again(entries: list[Correction | Way]) -> None:
    history = went(*entries)
    for way, other in ((Way.UNDO, Way.REDO), (Way.REDO, Way.UNDO)):
        if (taken := history.taken(way)) is not None:
            back = history.after(taken)
            again = back.taken(other)
            assert again is not None
            assert back.after(again) == history


def test_a_new_correction_forgets_what_was_undone() -> None:
    assert went(Rename(MARY, "M"), Way.UNDO, Rename(MARY, "N")) == History((Rename(MARY, "N"),))


def test_a_reader_undoes_his_own_correction_and_not_that_of_another() -> None:
    mine, theirs = Rename(MARY, "M"), Rename(JANE, "J")
    undone = History((mine,)).taken(Way.UNDO)
    assert undone is not None
    assert History((mine, theirs)).after(undone) == History((theirs,), (mine,))
    assert History((theirs,)).after(undone) == History((theirs,))


def test_what_is_said_is_said_by_whoever_goes_by_the_name_now() -> None:
    quoting = INDEX.quoting(find_quotations(DOCUMENT, INDEX))
    assert quoting.quotations is not None

    def speakers(*corrections: Correction) -> list[str | None]:
        index = corrected(*corrections, index=quoting)
        assert index.quotations is not None
        return [each.speaker and index.actor(each.speaker).name for each in index.quotations]

    assert speakers() == ["Mary Bell"]
    assert speakers(Merge(MARY, JANE)) == ["Jane Bennet"]
    assert speakers(Rename(MARY, "Marie")) == ["Marie"]
    assert speakers(Split(MARY, "Mary Bell", Known(PERSON, "Zoe"))) == ["Zoe"]
    assert speakers(Split(MARY, "Mary", Known(PERSON, "Zoe"))) == ["Mary Bell"]
    assert speakers(Reject(MARY)) == [None]


def test_a_former_name_leads_to_who_is_called_otherwise_now_and_to_nobody_else() -> None:
    company = Known(ORGANISATION, "Acme")
    index = corrected(Add("Long Wall", company), Rename(MARY, "Acme"), Retype(MARY, ORGANISATION))
    assert who(index)["Acme"].count("Long Wall") == 1
    assert "Mary" in who(index)["Acme"]
    is_sound(index, len(TEXT))


def test_words_in_two_paragraphs_are_no_name() -> None:
    outcome = correct(DOCUMENT, INDEX, [Add("to Jane. Mary Bell", Known(PERSON, "Zoe"))])
    assert outcome.idle


def test_a_name_that_covers_very_many_others_takes_the_place_of_them_all() -> None:
    document = load(("President Bell spoke. " * 3_000).encode(), "a.txt")
    bell = Actor(ActorId("person:bell"), "Bell", PERSON)
    spans = (Span(at + 10, at + 14) for at in range(0, 22 * 3_000, 22))
    index = Index((bell,), tuple(Mention(span, bell.id) for span in spans))
    added = correct(document, index, [Add("President Bell", Known(PERSON, "President Bell"))]).index
    assert added.count(added.actors[0].id) == 3_000
