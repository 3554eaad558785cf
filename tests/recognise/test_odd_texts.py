"""Tables, code, logs and what a machine has misread: no crash, and no nonsense."""

import pytest

from tuireader.domain.actor import ActorKind
from tuireader.recognise.recogniser import Recogniser

TABLE = """| Name | Country | Score |
| --- | --- | ---: |
| Anna Lindqvist | Sweden | 9.81 |
| Maria Costa | Portugal | 9.75 |
Total\t2\tUSA\t0
"""
CODE = """#include <stdio.h>
int main(int argc, char **argv) {
    const char *Country[] = {"France", "Germany", NULL};
    for (int I = 0; Country[I]; I++) printf("%s\\n", Country[I]);
    return EXIT_SUCCESS;
}
"""
MISREAD = "Tlie Mi11ister of Fina11ce, Sir Ro6ert Ha1e, to1d tlie Coinmons tliat G ermany liad agreed.| . ~ Il| lllI"
LOG = """2024-05-01 10:00:01 INFO  Server Started on Port 8080
2024-05-01 10:00:02 WARN  Connection Refused: Host Unreachable
"""
LATIN = """Lorem ipsum dolor sit amet, consectetur adipiscing elit. Sed do eiusmod tempor incididunt ut labore et dolore
magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo.
"""


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (TABLE, {"Anna Lindqvist", "Sweden", "Maria Costa", "Portugal", "United States"}),
        (CODE, {"France", "Germany"}),
        (LOG, set()),
        (LATIN, set()),
    ],
)
def test_what_is_no_prose_has_the_actors_that_it_names(recogniser: Recogniser, text: str, actors: set[str]) -> None:
    assert {actor.name for actor in recogniser.find(text).actors} == actors


def test_words_with_digits_inside_are_nobody(recogniser: Recogniser) -> None:
    assert not any("1" in actor.name or "6" in actor.name for actor in recogniser.find(MISREAD).actors)


@pytest.mark.parametrize("sign", [" ", "\t", "A ", "Mr. ", "U.S. ", "中", "\u200b", "İ", "'s ", "(", "- "])
def test_a_sign_repeated_ten_thousand_times_is_read(recogniser: Recogniser, sign: str) -> None:
    index = recogniser.find(sign * 10_000)
    assert all(actor.kind is ActorKind.COUNTRY for actor in index.actors)
