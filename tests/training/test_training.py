"""Training: from marked texts to a file of weights that types names."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("numpy", reason="training needs tuireader[train]")

from tuireader.domain.span import Span
from tuireader.recognise.candidates import survey
from tuireader.recognise.decide import KINDS, decide
from tuireader.recognise.model import open_model
from tuireader.recognise.names import NameKind
from tuireader.training.__main__ import main
from tuireader.training.corpus import Silver, read_gold, read_silver
from tuireader.training.crossing import FOLDS, Lessons
from tuireader.training.labels import gold_marks, silver_marks
from tuireader.training.lists import lower_shares
from tuireader.training.own import read_own

PEOPLE = ("Ada", "Ben", "Carl", "Dora", "Emil", "Fay")
TOWNS = ("Aford", "Bham", "Cton", "Dwick", "Eby", "Fport")


def _mention(text: str, name: str, kind: str) -> dict[str, Any]:
    start = text.index(name)
    place = [start, start + len(name)]
    return {"name": place, "head": place, "entity": kind, "type": kind, "form": "name"}


def _gold_row(number: int) -> dict[str, Any]:
    person, town = PEOPLE[number], TOWNS[number]
    text = f"then Mr. {person} said that he was in {town} with the Acme Company today"
    return {
        "id": f"litbank_{number}_book",
        "fold": number % 5,
        "text": text,
        "mentions": [_mention(text, person, "person"), _mention(text, town, "other")],
        "entities": {"person": {"etype": "person"}, "other": {"etype": "place"}},
    }


def _silver_row(number: int) -> dict[str, Any]:
    row = _gold_row(number)
    tags = [[*mention["name"], label] for mention, label in zip(row["mentions"], ("PERSON", "GPE"), strict=True)]
    return {"id": f"{number}", "source": "novel", "book": f"{number}_book", "text": row["text"], "ents": tags}


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    _write(folder / "open.jsonl.gz", [_gold_row(number) for number in range(len(PEOPLE))])
    _write(folder / "silver.jsonl.gz", [_silver_row(number) for number in range(len(PEOPLE))])
    (folder / "own.txt").write_text("=== a\nthen Mr. {P:Hal} said that he was in {L:Iwick}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def models(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    assert main([str(corpus), str(corpus), str(folder), "--own", str(corpus)]) == 0
    return folder


def test_weights_are_written_for_all_texts_and_without_each_fold(models: Path) -> None:
    names = sorted(path.name for path in models.iterdir())
    assert names == ["names.bin", *(f"without-{fold}.bin" for fold in range(5))]


def test_the_model_types_names_that_it_has_not_seen(models: Path) -> None:
    text = "then Mr. Gus said that he was in Gmouth with them today"
    decisions = decide(survey(text, [Span(0, len(text))]), open_model(models / "names.bin"))
    kinds = {decision.name.key: decision.kind for decision in decisions}
    assert kinds == {"gus": NameKind.PERSON, "gmouth": NameKind.PLACE}


def test_the_same_data_make_the_same_weights(corpus: Path, models: Path, tmp_path: Path) -> None:
    main([str(corpus), str(corpus), str(tmp_path), "--own", str(corpus)])
    assert (tmp_path / "names.bin").read_bytes() == (models / "names.bin").read_bytes()


def test_a_fold_is_left_out_with_every_part_of_its_books(corpus: Path) -> None:
    lessons = Lessons.of(read_silver(corpus), read_gold(corpus))
    keys = {example.key for example in [*lessons.silver(without=0), *lessons.gold(without=0)]}
    assert not {"ada", "aford", "fay", "fport"} & keys
    assert {example.key for example in lessons.of_fold(0)} >= {"ada", "aford", "fay", "fport"}


def test_our_own_texts_belong_to_every_training_set_and_to_no_fold(corpus: Path) -> None:
    lessons = Lessons.of(read_silver(corpus), read_gold(corpus), read_own(corpus))
    for fold in FOLDS:
        assert {"hal", "iwick"} <= {example.key for example in lessons.gold(without=fold)}
        assert not {"hal", "iwick"} & {example.key for example in lessons.of_fold(fold)}
    assert {"hal", "iwick"} <= {example.key for example in lessons.gold()}


def test_gold_marks_vote_for_the_kinds_of_candidates(corpus: Path) -> None:
    gold = read_gold(corpus)[0]
    names = survey(gold.text, [Span(0, len(gold.text))]).names
    marks = gold_marks(gold)
    votes = {key: KINDS[marks.votes(name).index(1)] for key, name in names.items()}
    assert votes == {"ada": NameKind.PERSON, "aford": NameKind.PLACE, "acme company": NameKind.NONE}


def test_silver_tags_are_trimmed_before_they_vote() -> None:
    text = "with the United States' army and Sir John Smith's dog"
    tags = [(5, 23, "GPE"), (33, 49, "PERSON")]
    marks = silver_marks(Silver("1", "wikinews", "1", text, tags))
    names = survey(text, [Span(0, len(text))]).names
    assert marks.votes(names["united states"])[KINDS.index(NameKind.COUNTRY)] == 1
    assert marks.votes(names["john smith"])[KINDS.index(NameKind.PERSON)] == 1


def test_lower_shares_count_words_of_several_books() -> None:
    texts = [Silver(f"{n}", "novel", f"{n}", "a rose, a rose, and Rose; once", []) for n in range(3)]
    assert lower_shares(texts) == {"rose": "7"}
