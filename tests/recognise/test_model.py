"""The linear model: sums of weights, and its file."""

from pathlib import Path
from zlib import crc32

import pytest

from tuireader.errors import ModelError
from tuireader.recognise.model import KINDS, ZERO, Model, open_model, write_model
from tuireader.recognise.rows import BITS, ROW_MASK, begin, row_of, rows_of

SCALES = (0.5,) * KINDS
BIASES = (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)


def rows_with(**weights: list[int]) -> bytes:
    rows = bytearray([ZERO]) * (KINDS << BITS)
    for feature, row in weights.items():
        start = row_of(feature) * KINDS
        rows[start : start + KINDS] = bytes(ZERO + weight for weight in row)
    return bytes(rows)


@pytest.fixture
def weights_file(tmp_path: Path) -> Path:
    path = tmp_path / "names.bin"
    write_model(path, SCALES, BIASES, rows_with(mr=[-2, 8, 0, 0, 0, 0], said=[0, 4, 0, -128, 127, 0]))
    return path


def test_evidence_is_bias_and_scaled_sum(weights_file: Path) -> None:
    model = open_model(weights_file)
    assert model.evidence(rows_of(["mr", "said", "mr"]), [], 0) == [-2.0, 11.0, 0.0, -64.0, 63.5, -1.0]


def test_the_contexts_of_a_single_occurrence_count_in_full(weights_file: Path) -> None:
    model = open_model(weights_file)
    together = model.evidence(rows_of(["mr", "mr", "said"]), [], 0)
    assert model.evidence(rows_of(["mr"]), rows_of(["mr", "said"]), 1) == together


def test_contexts_share_one_weight(weights_file: Path) -> None:
    model = open_model(weights_file)
    assert model.evidence([], [row_of("said")] * 4, 4) == [0.0, 5.0, 0.0, -128.0, 127.0, -1.0]


def test_an_unknown_feature_says_nothing(weights_file: Path) -> None:
    assert open_model(weights_file).evidence([row_of("unheard of")], [], 1) == list(BIASES)


def test_the_hash_of_a_feature_goes_on_from_that_of_its_mark() -> None:
    assert crc32(b"said", begin("r1=")) & ROW_MASK == row_of("r1=said")


def test_a_feature_prefers_one_kind_to_another(weights_file: Path) -> None:
    model = open_model(weights_file)
    assert model.preference("mr", 1, 0) == 5.0
    assert model.preference("said", 3, 4) == -127.5


def test_many_features_do_not_overflow() -> None:
    model = Model(SCALES, BIASES, rows_with(a=[127] * KINDS, b=[-128] * KINDS))
    assert model.evidence([row_of("a")] * 10_000, [], 0)[0] == 635_000.0
    assert model.evidence([row_of("b")] * 10_000, [], 0)[5] == -640_001.0


def test_a_model_is_read_once(weights_file: Path) -> None:
    assert open_model(weights_file) is open_model(weights_file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"cannot read .*nowhere\.bin"):
        open_model(tmp_path / "nowhere.bin")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "too short"),
        (b"PK\x03\x04" + b"\0" * 100, "holds no weights"),
        (b"TUIN\x63\x00" + b"\0" * 100, "another version"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(data)
    with pytest.raises(ModelError, match=message):
        open_model(path)


@pytest.mark.parametrize("place", [100, -1])
def test_a_damaged_file_is_refused(weights_file: Path, place: int) -> None:
    data = bytearray(weights_file.read_bytes())
    data[place] ^= 1
    weights_file.write_bytes(data)
    with pytest.raises(ModelError, match="damaged"):
        open_model(weights_file)


def test_a_file_that_was_cut_short_is_refused(weights_file: Path) -> None:
    weights_file.write_bytes(weights_file.read_bytes()[:-10])
    with pytest.raises(ModelError, match="damaged"):
        open_model(weights_file)
