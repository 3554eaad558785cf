from tuireader.domain.actor import ActorKind, MentionForm
from tuireader.domain.span import Span
from tuireader.recognise.linking import Party
from tuireader.recognise.ranking import ranked
from tuireader.recognise.sightings import Sighting

BLOCKS = [Span(start, start + 100) for start in range(0, 1000, 100)]


def party(name: str, *places: int, form: MentionForm = MentionForm.NAME) -> Party:
    sightings = [Sighting(at, at, at + 5, name, ActorKind.PERSON, form=form) for at in places]
    return Party(name, ActorKind.PERSON, "", sightings)


def order(*parties: Party, text: str = " " * 1000) -> list[str]:
    return [each.name for each in ranked(text, parties, BLOCKS)]


def test_who_is_named_more_often_comes_first() -> None:
    assert order(party("seldom", 10), party("often", 20, 120, 320, 720)) == ["often", "seldom"]


def test_who_is_named_earlier_comes_first() -> None:
    assert order(party("late", 700, 800), party("early", 10, 800)) == ["early", "late"]


def test_who_is_named_throughout_comes_first() -> None:
    assert order(party("here", 300, 310, 320), party("everywhere", 305, 505, 905)) == ["everywhere", "here"]


def test_a_demonym_counts_less_than_a_name() -> None:
    people = party("people", 10, 110, form=MentionForm.DEMONYM)
    assert order(people, party("name", 20, 120)) == ["name", "people"]


def test_who_does_something_comes_before_who_is_only_named() -> None:
    named, doing = party("named", 15, 300), party("doing", 16, 400)
    assert order(named, doing) == ["named", "doing"]
    assert order(named, doing, text="x" * 21 + " said " + "x" * 973) == ["doing", "named"]


def test_nobody_is_ranked_in_an_empty_text() -> None:
    assert ranked("", [], []) == []
