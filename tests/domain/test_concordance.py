"""Places are grouped by section or by form, and none is lost but those that are left out."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tests.tui.documents import HARBOUR, opened
from tuireader.domain.actor import Mention, MentionForm
from tuireader.domain.concordance import Concordance, Order
from tuireader.domain.filter import find_in
from tuireader.domain.index import Index
from tuireader.domain.span import NO_SPANS

STATE = opened(HARBOUR)
DOCUMENT, INDEX = STATE.document, STATE.index
ALL = INDEX.spans_of(())
CONCORDANCE = Concordance(DOCUMENT, INDEX, ALL)


def test_places_stand_under_their_sections() -> None:
    titles = [group.title for group in CONCORDANCE.grouped(Order.PLACE)]
    assert titles == ["§ The harbour", "§ The letter", "§ The prices"]


def test_places_stand_under_their_words_the_commonest_first() -> None:
    groups = CONCORDANCE.grouped(Order.FORM)
    assert [(group.title, len(group.places)) for group in groups][:2] == [("“Norway”", 3), ("“Harbour Guild”", 3)]


def test_forms_that_are_left_out_are_not_there() -> None:
    groups = CONCORDANCE.grouped(Order.FORM, {"norway", "lund"})
    assert not {"“Norway”", "“Lund”"} & {group.title for group in groups}


def test_pronouns_can_be_left_out() -> None:
    def as_pronoun(mention: Mention) -> Mention:
        words = DOCUMENT.text[mention.span.start : mention.span.end]
        return Mention(mention.span, mention.actor, MentionForm.PRONOUN if words == "Lund" else mention.form)

    index = Index(INDEX.actors, tuple(map(as_pronoun, INDEX.mentions)))
    groups = Concordance(DOCUMENT, index, ALL).grouped(Order.FORM, pronouns=False)
    assert "“Lund”" not in {group.title for group in groups}
    assert sum(len(group.places) for group in groups) == len(ALL) - 1


def test_hits_have_the_form_of_their_whole_words() -> None:
    hits = find_in(DOCUMENT, "la")
    titles = [group.title for group in Concordance(DOCUMENT, INDEX, hits).grouped(Order.FORM)]
    assert {"“island”", "“Large”", "“lamp”"} <= {title.casefold().replace("large", "Large") for title in titles}


def test_nothing_has_no_groups() -> None:
    assert Concordance(DOCUMENT, INDEX, NO_SPANS).grouped(Order.PLACE) == ()
    assert Concordance(DOCUMENT, INDEX, NO_SPANS).grouped(Order.FORM) == ()


@relaxed
@given(st.sampled_from(Order), st.sets(st.sampled_from(["norway", "lund", "harbour guild", "nobody"])))
def test_every_other_place_is_there_once_and_in_order(order: Order, without: set[str]) -> None:
    groups = CONCORDANCE.grouped(order, without)
    kept = [place for place in ALL if CONCORDANCE.form(place) not in without]
    assert sorted(place for group in groups for place in group.places) == kept
    assert all(list(group.places) == sorted(group.places) for group in groups)
