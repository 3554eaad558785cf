"""The cache gives back exactly what it was given, or nothing; and never an error."""

import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tuireader.store.cache import SqliteCache

VALUE = bytes(range(256)) * 100
OTHER = b"other" * 1_000

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

PUT_WITH_LITTLE_ROOM = """
import resource, signal, sys
from pathlib import Path
from tuireader.store.cache import SqliteCache
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
cache = SqliteCache(Path(sys.argv[1]))
cache.put("small", b"small")
cache.put("large", bytes(1_000_000))
print(cache.get("small"), cache.get("large"))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder?" / "cache.db"


@pytest.fixture
def cache(path: Path) -> SqliteCache:
    return SqliteCache(path)


@pytest.mark.parametrize("value", [VALUE, b"", b"\0"], ids=["long", "empty", "nought"])
def test_what_is_put_in_comes_out(cache: SqliteCache, value: bytes) -> None:
    cache.put("a", value)
    assert cache.get("a") == value


def test_the_last_value_of_a_key_counts(cache: SqliteCache) -> None:
    cache.put("a", VALUE)
    cache.put("a", OTHER)
    assert cache.get("a") == OTHER


def test_nothing_is_under_another_key(cache: SqliteCache) -> None:
    cache.put("a", VALUE)
    assert cache.get("b") is None


def test_looking_makes_no_file(cache: SqliteCache, path: Path) -> None:
    assert cache.get("a") is None
    assert not path.parent.exists()


def test_a_file_that_was_deleted_is_made_again(cache: SqliteCache, path: Path) -> None:
    cache.put("a", VALUE)
    path.unlink()
    before = cache.get("a")
    cache.put("a", VALUE)
    assert (before, cache.get("a")) == (None, VALUE)


@pytest.mark.parametrize("seed", range(40))
def test_damage_anywhere_gives_what_was_put_in_or_nothing_and_is_mended(path: Path, seed: int) -> None:
    cache, chance = SqliteCache(path), random.Random(seed)
    cache.put("a", VALUE)
    cache.put("b", OTHER)
    data = bytearray(path.read_bytes())
    first = chance.randrange(len(data)) if seed % 2 else chance.randrange(200)
    for place in range(first, min(len(data), first + chance.choice([1, 16, 4_000]))):
        data[place] = chance.randrange(256)
    path.write_bytes(data)
    assert cache.get("a") in (VALUE, None)
    assert cache.get("b") in (OTHER, None)
    cache.put("c", VALUE)
    cache.put("d", OTHER)
    assert cache.get("a") in (VALUE, None)
    assert cache.get("d") in (OTHER, None)


@pytest.mark.parametrize("length", [0, 1, 50, 100, 4_096, 20_000, 32_768, 40_000])
def test_a_file_that_was_cut_off_is_as_if_there_were_none(cache: SqliteCache, path: Path, length: int) -> None:
    cache.put("a", VALUE)
    path.write_bytes(path.read_bytes()[:length])
    before = cache.get("a")
    cache.put("a", VALUE)
    assert (before, cache.get("a")) == (None, VALUE)


def test_a_file_of_another_kind_is_replaced(cache: SqliteCache, path: Path) -> None:
    path.parent.mkdir()
    path.write_text("no database" * 1_000)
    before = cache.get("a")
    cache.put("a", VALUE)
    assert (before, cache.get("a")) == (None, VALUE)


@pytest.mark.parametrize("version", [7, -1])
def test_a_file_of_another_version_is_made_anew(cache: SqliteCache, path: Path, version: int) -> None:
    cache.put("a", VALUE)
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version = {version}")
    before = cache.get("a")
    cache.put("b", OTHER)
    assert (before, cache.get("a"), cache.get("b")) == (None, None, OTHER)


def test_the_oldest_values_are_dropped(path: Path) -> None:
    cache = SqliteCache(path, limit=10_000)
    for number in range(10):
        cache.put(str(number), bytes([number]) * 2_000)
    kept = [number for number in range(10) if cache.get(str(number)) is not None]
    assert kept == [7, 8, 9]


def test_the_file_does_not_grow_for_ever(path: Path) -> None:
    cache = SqliteCache(path, limit=500_000)
    for number in range(60):
        cache.put(str(number), os.urandom(90_000))
    assert path.stat().st_size < 1_000_000


def test_what_is_larger_than_the_cache_is_not_kept_and_drops_nothing(path: Path) -> None:
    cache = SqliteCache(path, limit=30_000)
    cache.put("a", OTHER)
    cache.put("b", bytes(40_000))
    assert (cache.get("a"), cache.get("b")) == (OTHER, None)


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = SqliteCache(tmp_path / "file" / "cache.db")
    cache.put("a", VALUE)
    assert cache.get("a") is None


def test_a_folder_in_place_of_the_file_is_no_error(cache: SqliteCache, path: Path) -> None:
    path.mkdir(parents=True)
    cache.put("a", VALUE)
    assert cache.get("a") is None


@pytest.mark.skipif(IS_ROOT or os.name == "nt", reason="nothing is forbidden to this user")
def test_a_folder_that_cannot_be_written_is_read_all_the_same(cache: SqliteCache, path: Path) -> None:
    cache.put("a", VALUE)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    cache.put("b", OTHER)
    found = (cache.get("a"), cache.get("b"))
    path.parent.chmod(0o700)
    assert found == (VALUE, None)


@pytest.mark.skipif(os.name == "nt", reason="no such limit on Windows")
def test_a_full_disk_is_no_error(path: Path) -> None:
    command = [sys.executable, "-c", PUT_WITH_LITTLE_ROOM, str(path)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert (done.stdout, done.stderr) == ("b'small' None\n", "")


def test_it_can_be_read_while_another_process_writes(cache: SqliteCache, path: Path) -> None:
    cache.put("a", VALUE)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM entries")
        assert cache.get("a") == VALUE


def test_a_file_that_another_process_locks_is_as_if_there_were_none(cache: SqliteCache, path: Path) -> None:
    cache.put("a", VALUE)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert cache.get("a") is None
    assert cache.get("a") == VALUE


@pytest.mark.skipif(os.name == "nt", reason="no such permissions on Windows")
def test_only_its_owner_may_look_into_it(cache: SqliteCache, path: Path) -> None:
    cache.put("a", VALUE)
    assert [each.stat().st_mode & 0o077 for each in (path.parent, path)] == [0, 0]
