"""Which parts of a text are in another language, and that nobody is invented there."""

import pytest

from tuireader.domain.actor import ActorKind
from tuireader.domain.index import Index
from tuireader.domain.span import Span
from tuireader.recognise.foreign_parts import Foreign, find_foreign_parts
from tuireader.recognise.languages import Sample, forms_of, language_of
from tuireader.recognise.recogniser import Recogniser
from tuireader.recognise.runs import count_lower

GERMAN = """Die Ministerin legte am Dienstag den Entwurf vor. Das Geld für die Häfen sei da, sagte Sabine Krüger vor der
Presse, und der Ausbau der Wege an der Küste beginne im Frühling. Auch Deutschland und die Niederlande warten, und
Krüger hofft auf Hilfe. Der Fischer im Dorf glaubt nicht daran, und am Abend brennt im Gasthaus das Licht."""
FRENCH = """Le gouvernement a présenté mardi un projet de loi sur la navigation. La France a besoin de routes sûres pour
ses marchandises, a dit la ministre devant la presse. Les États-Unis et l'Allemagne observent la situation, et personne
ne croit à une aide rapide dans le Village."""
SPANISH = """El gobierno presentó el martes un proyecto de ley sobre la navegación. España necesita rutas seguras, dijo
la ministra ante la prensa. Los Estados Unidos y Alemania observan la situación, pero nadie cree en una ayuda rápida."""
ENGLISH = """The minister presented the bill on Tuesday. She told reporters that the ports of Germany would be renewed,
and that Mary Fielding of the Harbour Office had seen the plans. "We have the money," said Fielding."""

OTHERS = {
    "Правительство представило закон. Россия нуждается в дорогах. Германия и Польша ждут Францию.": "RU DE PL FR",
    "政府提出了新法律。中国需要道路,德国和美国在等待。": "CN DE US",
    "政府は法律を提出した。日本とドイツとアメリカ合衆国は待っている。": "JP DE US",
    "정부는 법안을 제출했다. 한국과 독일은 기다리고 있다.": "KR DE",
    "قدمت الحكومة قانونا. تحتاج مصر إلى طرق، وفرنسا تنتظر الولايات المتحدة.": "EG FR US",
    "Η κυβέρνηση παρουσίασε τον νόμο. Η Ελλάδα και η Γερμανία περιμένουν τη Γαλλία.": "GR DE FR",
    "הממשלה הציגה חוק. ישראל מחכה, וגרמניה שותקת.": "IL DE",
    "Hallitus esitti lain, ja hän sanoi että se on uusi, mutta Suomi odottaa. Saksassa ja Ranskassa ei.": "FI DE FR",
    "Rząd przedstawił nową ustawę, ale nie jest to koniec. Polska czeka na Niemcy i na Francję.": "PL DE FR",
    "Il governo ha presentato una legge che non è chiara. L'Italia e la Svizzera sono in attesa.": "IT CH",
}


def parts(text: str) -> list[str]:
    """The foreign parts of a text whose paragraphs end at blank lines."""
    blocks, start = [], 0
    for block in text.split("\n\n"):
        blocks.append(Span(start, start + len(block)))
        start += len(block) + 2
    return [text[span.start : span.end] for span in find_foreign_parts(text, blocks, count_lower(text)).spans]


def names(index: Index, kind: ActorKind) -> set[str]:
    return {actor.name for actor in index.actors if actor.kind is kind}


def test_english_has_no_foreign_parts() -> None:
    assert parts(ENGLISH) == []
    assert Sample.of(ENGLISH).is_english()


@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH])
def test_a_text_in_another_language_is_foreign_throughout(text: str) -> None:
    assert parts(text) == [text]
    assert Sample.of(text).is_foreign()


def test_a_foreign_paragraph_between_english_ones_is_found() -> None:
    assert parts(f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}") == [GERMAN]


def test_an_english_sentence_among_foreign_ones_is_english() -> None:
    quote = " “We have found the money and we are glad that they should know about it,” said the guest. "
    assert parts(f"{GERMAN}{quote}{GERMAN}") and quote.strip(" ,") not in "".join(parts(f"{GERMAN}{quote}{GERMAN}"))


def test_a_place_is_foreign_or_not() -> None:
    foreign = Foreign([Span(2, 4), Span(7, 9)])
    assert [foreign.holds(offset) for offset in range(10)] == [2 <= n < 4 or 7 <= n < 9 for n in range(10)]


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (FRENCH, "fr"), (SPANISH, "es"), ("Anna, 12", "")])
def test_small_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_names_are_declined() -> None:
    assert "frankreichs" in forms_of("frankreich", "de")
    assert "францию" in forms_of("франция", "cyrillic")
    assert {"китае", "китаем"} <= set(forms_of("китай", "cyrillic"))
    assert "индии" in forms_of("индия", "cyrillic")
    assert "куб" not in forms_of("куба", "cyrillic")
    assert list(forms_of("france", "en")) == []


def test_capitals_of_german_nouns_invent_nobody(recogniser: Recogniser) -> None:
    index = recogniser.find(GERMAN)
    assert names(index, ActorKind.PERSON) == {"Sabine Krüger"}
    assert names(index, ActorKind.COUNTRY) == {"Germany", "Netherlands"}
    assert not names(index, ActorKind.ORGANISATION)


@pytest.mark.parametrize(("text", "codes"), [(FRENCH, {"FR", "US", "DE"}), (SPANISH, {"ES", "US", "DE"})])
def test_countries_are_found_by_their_own_names(recogniser: Recogniser, text: str, codes: set[str]) -> None:
    index = recogniser.find(text)
    assert {actor.code for actor in index.actors} == codes


@pytest.mark.parametrize(("text", "codes"), OTHERS.items())
def test_countries_are_found_in_other_languages_and_scripts(recogniser: Recogniser, text: str, codes: str) -> None:
    index = recogniser.find(text)
    assert sorted(actor.code or actor.name for actor in index.actors) == sorted(codes.split())


def test_the_alias_is_the_word_of_the_text(recogniser: Recogniser) -> None:
    (germany,) = recogniser.find(GERMAN).named("Germany")
    assert germany.aliases == ("Deutschland",)


def test_capitals_throughout_invent_nobody(recogniser: Recogniser) -> None:
    text = """LA PLUIE TOMBAIT SUR LA GARE. L'ESPAGNE, LE PORTUGAL ET LA GRÈCE ONT SIGNÉ LE TRAITÉ, MAIS LA FRANCE NE
    L'A PAS VU DANS LES RUES."""
    assert {actor.code for actor in recogniser.find(text).actors} == {"ES", "PT", "GR", "FR"}


def test_headlines_with_a_capital_on_every_word_invent_nobody(recogniser: Recogniser) -> None:
    german = (
        "Großer Ansturm Auf Das Neue Museum Der Stadt\n\nDie Kleinen Orte Warten Noch Auf Das Neue Gesetz Und Das Geld"
    )
    french = "Les Grandes Villes Attendent La Nouvelle Loi, Dit Le Ministre Angela Dupont Dans Un Journal"
    assert names(recogniser.find(german), ActorKind.PERSON) == set()
    assert names(recogniser.find(french), ActorKind.PERSON) == {"Angela Dupont"}


def test_a_list_of_names_is_in_no_other_language(recogniser: Recogniser) -> None:
    text = "John Smith, Mary Jones, Juan de la Cruz, Ludwig van Beethoven, Carlos Ortega, Giulia Rossi, Anna Schmidt"
    assert parts(text) == []
    assert len(names(recogniser.find(text), ActorKind.PERSON)) == 7


def test_people_of_the_english_part_are_found_in_the_foreign_part(recogniser: Recogniser) -> None:
    text = f"{ENGLISH}\n\nDas sei nicht genug, meinte Fielding, und auch der Fischer glaubte nicht an Hilfe."
    (fielding,) = recogniser.find(text).named("Mary Fielding")
    assert recogniser.find(text).count(fielding.id) == 3


def test_demonyms_and_capitals_of_english_are_not_looked_for_elsewhere(recogniser: Recogniser) -> None:
    index = recogniser.find("Le général Franco a dit que la Pole était prête, et que Paris refuse de le voir.")
    assert not names(index, ActorKind.COUNTRY)
