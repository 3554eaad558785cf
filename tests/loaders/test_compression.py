"""Compressed files, read as what is in them."""

import bz2
import gzip
import hashlib
import importlib
import importlib.util
import lzma
import sys
import zlib
from collections.abc import Callable

import pytest

from tests.loaders.packing import PROSE, book
from tests.loaders.rules import check_document
from tuireader.errors import MissingExtraError, ReaderError, UnknownFormatError, UnreadableError
from tuireader.loaders import compression
from tuireader.loaders.registry import is_guarded, load

MARKDOWN = b"# Boats\n\nSome *words*."
PACKERS: dict[str, Callable[[bytes], bytes]] = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}
HAS_ZSTD = sys.version_info >= (3, 14) or importlib.util.find_spec("backports") is not None


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_compressed_file_is_read_as_what_is_in_it(suffix: str) -> None:
    data = PACKERS[suffix](MARKDOWN)
    document = load(data, f"a_note.md{suffix}")
    check_document(document)
    assert document.text == "Boats\n\nSome words."
    assert document.id == hashlib.sha256(data).hexdigest()
    assert is_guarded(data, "a_note.md.gz")


def test_a_compressed_book_is_a_book() -> None:
    assert load(gzip.compress(book({"a.xhtml": PROSE})), "a.gz").title == "The Ferry"


def test_streams_that_follow_each_other_are_one_file() -> None:
    assert load(gzip.compress(b"one ") + gzip.compress(b"two"), "a.txt.gz").text == "one two"


def test_a_title_comes_from_the_name_without_its_suffixes() -> None:
    assert load(gzip.compress(b"words"), "harbour_news.txt.gz").title == "Harbour news"


@pytest.mark.skipif(not HAS_ZSTD, reason="what reads it is not installed")
def test_zstandard_is_read_where_its_library_is_installed() -> None:
    library = importlib.import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
    data: bytes = library.compress(MARKDOWN * 2_000)
    assert load(data, "a.md.zst").text.endswith("Some words.")
    with pytest.raises(UnreadableError, match="damaged"):
        load(data[:-9], "a.md.zst")


@pytest.mark.skipif(HAS_ZSTD, reason="what reads it is installed")
def test_zstandard_names_the_library_that_it_needs() -> None:
    with pytest.raises(MissingExtraError, match=r"cannot read 'a\.zst': .*tuireader\[zstd\]"):
        load(b"\x28\xb5\x2f\xfd....", "a.zst")


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("part", range(1, 10))
def test_a_file_cut_off_is_an_error_to_show(suffix: str, part: int) -> None:
    data = PACKERS[suffix](MARKDOWN * 50)
    with pytest.raises(ReaderError, match=rf"^cannot read 'a\.md{suffix}': "):
        load(data[: len(data) * part // 10], f"a.md{suffix}")


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_bomb_is_not_unpacked(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "_LARGEST", 5_000_000)
    with pytest.raises(UnreadableError, match="unpacks to more"):
        load(PACKERS[suffix](b"\0" * 50_000_000), f"a{suffix}")


def test_files_in_files_in_files_end_somewhere() -> None:
    data = MARKDOWN
    for _ in range(9):
        data = gzip.compress(data)
    with pytest.raises(ReaderError):
        load(data, "a.gz")


def test_an_archive_inside_is_an_archive() -> None:
    with pytest.raises(UnknownFormatError, match="archive"):
        load(gzip.compress(b"\0" * 257 + b"ustar" + b"\0" * 300), "a.tar.gz")


def test_a_wrong_checksum_is_damage() -> None:
    data = bytearray(gzip.compress(MARKDOWN))
    data[-5] ^= 1
    with pytest.raises(UnreadableError, match="damaged"):
        load(bytes(data), "a.gz")
    assert zlib.crc32(MARKDOWN)
