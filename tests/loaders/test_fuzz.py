"""Files that were spoilt in any way give a document that keeps its rules, or an error that can be shown."""

import gzip
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.loaders.packing import PROSE, book, point
from tests.loaders.printing import Mark, pdf, set_lines
from tests.loaders.rules import check_document
from tests.loaders.wording import item, par, part, run, word
from tuireader.errors import ReaderError
from tuireader.loaders.registry import load

HEAD = "<!DOCTYPE html><html><head><title>T | S</title></head>"
HTML = f"{HEAD}<body><nav>x</nav><h1>T</h1>{PROSE * 4}<ul><li>a</ul></body>"
MAIL = "From: Zoë <z@x.org>\nSubject: =?utf-8?q?a=20b?=\nMessage-ID: <1>\nContent-Type: multipart/mixed; boundary=x\n\n"
NOTED = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = part("footnotes", f'<w:footnote w:id="2">{par("note")}</w:footnote>')
CONTENTS = point("One", "a.xhtml", point("B", "b.xhtml"))
OUTLINE = [("The Quay", 0), ("The Boat", 1)]
SAMPLES = {
    "html": HTML.encode(),
    "epub": book({"a.xhtml": f"<h1>One</h1>{PROSE}", "b.xhtml": PROSE}, toc=CONTENTS),
    "pdf": pdf([[Mark(72, 60, "The Quay", 14, "B"), *set_lines(PROSE)], set_lines(PROSE)], outline=OUTLINE),
    "docx": word(par("Head", "H1") + item("a", 1) + par(run("x") + NOTED), {"word/footnotes.xml": NOTES}),
    "eml": f"{MAIL}--x\nContent-Type: text/html\n\n<p>a</p>\n--x\nContent-Type: text/plain\n\n> b\nc\n--x--\n".encode(),
    "mbox": f"From z@x.org Mon Mar 12 10:00:00 2024\n{MAIL}--x\n\nwords\n--x--\n".encode(),
    "srt": b"1\n00:00:01,000 --> 00:00:03,000\n<i>a</i>\n\n2\n00:00:03,500 --> 00:00:05,000\n- b\n",
    "vtt": b"WEBVTT\n\n00:01.000 --> 00:03.000\n<v A>b\n",
    "txt.gz": gzip.compress(b"Some words.\n\nMore of them."),
}
PACKED = [b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd"]
MAGIC = [*PACKED, b"%PDF-1.7\n", b"<html>", b"WEBVTT\n", b"From a 2024\n", b"{\\rtf"]
relaxed: Callable[[Callable[..., None]], Callable[..., None]] = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=60
)


def check(data: bytes, name: str) -> None:
    try:
        document = load(data, name)
    except ReaderError as error:
        assert str(error).isprintable()
        assert repr(name) in str(error)
    else:
        check_document(document)
        assert list(document.pages) == sorted(document.pages)


@pytest.mark.parametrize("suffix", SAMPLES)
def test_the_samples_themselves_are_read(suffix: str) -> None:
    check_document(load(SAMPLES[suffix], f"a.{suffix}"))


@pytest.mark.parametrize("suffix", SAMPLES)
@relaxed
@given(st.data())
def test_a_spoilt_file_does_no_harm(suffix: str, data: st.DataObject) -> None:
    sample = bytearray(SAMPLES[suffix])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(sample) - 1)) if sample else 0
        length = data.draw(st.sampled_from([0, 1, 1, 2, 20, 400]))
        sample[at : at + length] = data.draw(st.binary(max_size=4) | st.just(bytes(sample[at : at + 30])))
    check(bytes(sample), f"a.{suffix}")


@relaxed
@given(st.sampled_from(MAGIC), st.binary(max_size=400), st.sampled_from(["a", "a.pdf", "a.docx", "a.eml", "a.html"]))
@example(b"PK\x05\x06", b"\0" * 18, "a.epub")
@example(b"%PDF-1.7\n", b"trailer<</Root 1 0 R>>", "a.pdf")
def test_random_bytes_behind_a_magic_number_do_no_harm(magic: bytes, data: bytes, name: str) -> None:
    check(magic + data, name)


@pytest.mark.parametrize("suffix", SAMPLES)
@pytest.mark.parametrize("part_of_it", range(10))
def test_a_file_cut_off_does_no_harm(suffix: str, part_of_it: int) -> None:
    data = SAMPLES[suffix]
    check(data[: len(data) * part_of_it // 10], f"a.{suffix}")


@pytest.mark.parametrize("right", SAMPLES)
@pytest.mark.parametrize("wrong", ["txt", "md", "pdf", "epub", "docx", "html", "xyz"])
def test_a_wrong_suffix_does_no_harm(right: str, wrong: str) -> None:
    check(SAMPLES[right], f"a.{wrong}")
