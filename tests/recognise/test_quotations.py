"""Quotations are given to those who say them: for certain in nine cases of ten and more, or not at all."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.properties import relaxed
from tests.recognise.quotegold import Verdict, look, read_texts, score
from tuireader.domain.index import Index
from tuireader.domain.quotation import Quotation
from tuireader.recognise.pronouns import add_pronouns
from tuireader.recognise.quotations import find_quotations
from tuireader.recognise.recogniser import Recogniser

FILES = ("own_tuning", "novels_tuning", "own_held_out", "novels_held_out")
ANNA = "Anna Berg met Tom Reed. "


@pytest.fixture(scope="module")
def verdicts(recogniser: Recogniser) -> dict[str, list[Verdict]]:
    return {name: [each for text in read_texts(name) for each in look(recogniser, text)] for name in FILES}


def said(text: str, recogniser: Recogniser) -> list[tuple[str, str, bool]]:
    """The words, the speaker and whether that is certain."""
    index = recogniser.find(text)
    return [
        (text[each.span.start : each.span.end], _name(each, index), each.is_certain)
        for each in find_quotations(text, (), index)
    ]


def _name(quotation: Quotation, index: Index) -> str:
    return "" if quotation.speaker is None else index.actor(quotation.speaker).name


def test_there_are_enough_marked_quotations(verdicts: dict[str, list[Verdict]]) -> None:
    wanted = {name: score(found).wanted for name, found in verdicts.items()}
    assert sum(wanted.values()) >= 250 and wanted["own_tuning"] + wanted["own_held_out"] >= 100


@pytest.mark.parametrize(("half", "recall", "recall_of_all"), [("tuning", 66, 75), ("held_out", 57, 76)])
def test_certain_speakers_are_right(
    verdicts: dict[str, list[Verdict]], half: str, recall: float, recall_of_all: float
) -> None:
    """Measured when this was written: tuning 100 / 69 / 78, held out 94 / 60 / 79."""
    found = score([each for name in FILES if name.endswith(half) for each in verdicts[name]])
    assert found.precision >= 90
    assert found.recall >= recall
    assert found.precision_of_all >= 85
    assert found.recall_of_all >= recall_of_all


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We go,” said Anna Berg.", "Anna Berg"),
        ("“We go,” Anna Berg said.", "Anna Berg"),
        ("“We go!” cried poor Anna Berg, and went.", "Anna Berg"),
        ("Anna Berg said, “We go.”", "Anna Berg"),
        ("Anna Berg told Tom Reed: “We go.”", "Anna Berg"),
        ("Anna Berg, the minister, said on Tuesday: “We go.”", "Anna Berg"),
        ("Anna Berg, who had been late, whispered: “We go.”", "Anna Berg"),
        ("Anna Berg looked at Tom Reed and said: “We go.”", "Anna Berg"),
        ("“We go,” according to Anna Berg.", "Anna Berg"),
        ("According to Anna Berg, “we go on Tuesday”.", "Anna Berg"),
        ("Anna Berg: “We go.”", "Anna Berg"),
        ("As Anna Berg once said, “we go”.", "Anna Berg"),
        ("Anna Berg told reporters that “we go on Tuesday”, a day after Tom Reed said so.", "Anna Berg"),
        ("The report by Anna Berg, which warned of “severe consequences”, is out.", "Anna Berg"),
        ("Anna Berg called the plan “a gift to Tom”.", "Anna Berg"),
        ("'We go,' said Anna Berg.", "Anna Berg"),
        ("‘We go,’ said Anna Berg.", "Anna Berg"),
        ("„We go,“ said Anna Berg.", "Anna Berg"),
        ("« We go », said Anna Berg.", "Anna Berg"),
        ('"We go" - Anna Berg told Tom Reed that.', "Anna Berg"),
    ],
)
def test_the_words_beside_a_quotation_tell_the_speaker(text: str, speaker: str, recogniser: Recogniser) -> None:
    assert [(name, is_certain) for _, name, is_certain in said(text, recogniser)] == [(speaker, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg read “The Winter Garden” on the train.",
        "Anna Berg lives in the so-called “golden mile”.",
        "“We go,” said the old man to Anna Berg.",
        "“We go,” I said to Anna Berg.",
        "Anna Berg's sister said: “We go.”",
        "Anna Berg was told: “We go on Tuesday.”",
        "Anna Berg never said: “We go on Tuesday.”",
        "A friend of Anna Berg said: “We go.”",
        "“We go,” said Anna Berg and Tom Reed together.",
        "Anna Berg and Tom Reed said: “We go.”",
        "“We go,” said the Frenchman to Anna Berg.",
        "“We go,” read a banner that Anna Berg carried.",
        "A film called “We go on Tuesday” made Anna Berg cry.",
    ],
)
def test_nobody_speaks_for_certain_where_the_text_names_no_speaker(text: str, recogniser: Recogniser) -> None:
    assert not any(is_certain for _, _, is_certain in said(text, recogniser))


def test_both_parts_of_a_split_quotation_have_one_speaker(recogniser: Recogniser) -> None:
    assert said("“We go,” said Anna Berg, “and we go now.”", recogniser) == [
        ("We go,", "Anna Berg", True),
        ("and we go now.", "Anna Berg", True),
    ]


def test_a_speaker_does_not_go_on_for_certain_where_somebody_else_has_the_word(recogniser: Recogniser) -> None:
    text = "“We go,” said Anna Berg. Her brother has the last word: “Then go.”"
    assert [is_certain for *_, is_certain in said(text, recogniser)] == [True, False]
    text = "“We go,” said Anna Berg. The last word is with Tom Reed: “Then go.”"
    assert said(text, recogniser)[1][1:] == ("", False)


def test_a_pronoun_that_can_mean_only_one_is_certain(recogniser: Recogniser) -> None:
    assert said("Anna Berg shut the door. “We go,” she said.", recogniser) == [("We go,", "Anna Berg", True)]


def test_a_pronoun_for_somebody_of_another_paragraph_is_not_certain(recogniser: Recogniser) -> None:
    found = said("Anna Berg shut the door.\n\n“We go,” she said.", recogniser)
    assert found == [("We go,", "Anna Berg", False)]


def test_the_layer_of_pronouns_tells_speakers_too(recogniser: Recogniser) -> None:
    text = "Anna Berg met Mary Reed. Anna Berg laughed. She took her hat. “We go,” she said."
    index = add_pronouns(recogniser.find(text), text)
    assert [_name(each, index) for each in find_quotations(text, (), index)] == ["Anna Berg"]


def test_turns_of_a_dialogue_alternate_and_are_not_certain(recogniser: Recogniser) -> None:
    turns = ["“We go,” said Anna Berg.", "“Where to?” asked Tom Reed.", "“To the sea.”", "“And the dog?”"]
    found = said("\n\n".join(turns), recogniser)
    assert [(name, is_certain) for _, name, is_certain in found] == [
        ("Anna Berg", True),
        ("Tom Reed", True),
        ("Anna Berg", False),
        ("Tom Reed", False),
    ]


def test_who_is_spoken_to_does_not_speak(recogniser: Recogniser) -> None:
    turns = ["“We go,” said Anna Berg.", "“Where to?” asked Tom Reed.", "“To the sea, Anna, to the sea.”"]
    assert said("\n\n".join(turns), recogniser)[-1][1:] == ("", False)


def test_a_speech_goes_on_where_the_next_paragraph_opens_it_again(recogniser: Recogniser) -> None:
    text = "“We go,” said Anna Berg. “The sea is near.\n\n“And the sea is wide.”"
    assert [(name, is_certain) for _, name, is_certain in said(text, recogniser)] == [("Anna Berg", True)] * 3


def test_a_name_that_leads_turns_speaks(recogniser: Recogniser) -> None:
    text = f"{ANNA}\n\nBerg: We go.\n\nReed: Where to?\n\nBerg: To the sea.\n\nReed: And the dog?"
    assert [(words, name) for words, name, _ in said(text, recogniser)] == [
        ("We go.", "Anna Berg"),
        ("Where to?", "Tom Reed"),
        ("To the sea.", "Anna Berg"),
        ("And the dog?", "Tom Reed"),
    ]


def test_a_name_before_a_colon_in_a_list_does_not_speak(recogniser: Recogniser) -> None:
    assert said(f"{ANNA}\n\nAnna Berg: minister.\n\nTom Reed: her driver.", recogniser) == []


pieces = st.sampled_from(
    [*"\"“”„«»‘’'():,.!?—- \n", "\n\n", "Anna Berg", "Tom Reed", " said ", " he ", "according to ", "boys’ ", "We go"]
)


@relaxed
@given(st.lists(pieces, max_size=40).map("".join))
def test_no_text_is_too_odd(recogniser: Recogniser, text: str) -> None:
    index = recogniser.find(text)
    found = list(find_quotations(text, (), index))
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(0 <= each.span.start <= each.span.end <= len(text) for each in found)
    assert all(each.speaker in index for each in found if each.speaker is not None)
    assert all(each.speaker is not None for each in found if each.is_certain)


@pytest.mark.parametrize("between", ["\n\n", " ", "\n"])
@pytest.mark.parametrize(
    "piece", ["“We go,” said Anna Berg. “Now,” she said.", "“We go,” he said.", "Berg: We go.", "Anna Berg: “We go”"]
)
def test_a_long_text_takes_time_in_proportion(piece: str, between: str, recogniser: Recogniser) -> None:
    times = []
    for count in (1_000, 8_000):
        text = between.join([ANNA, *[piece] * count])
        index = recogniser.find(text)
        began = time.process_time()
        find_quotations(text, (), index)
        times.append(time.process_time() - began)
    assert times[1] < max(0.2, 8 * times[0]) * 3
