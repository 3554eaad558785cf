"""A web address is asked for what it holds, and for nothing else."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import httpx
import pytest

from tuireader.engine import addresses
from tuireader.engine.addresses import fetch, is_address
from tuireader.engine.library import Library
from tuireader.errors import DocumentError, DocumentNotFoundError, UnreadableError
from tuireader.settings import Settings

Answer = Callable[[httpx.Request], httpx.Response]
PUBLIC = {"example.org": "93.184.215.14", "elsewhere.org": "93.184.215.14", "inside.org": "10.0.0.7"}


def ask(answer: Answer, address: str = "https://example.org/a") -> bytes:
    return fetch(address, transport=httpx.MockTransport(answer), resolve=lambda host: [PUBLIC.get(host, host)])


def refusal(answer: Answer, address: str = "https://example.org/a") -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        ask(answer, address)
    return caught.value


def leading_to(address: str) -> Answer:
    return lambda request: (
        httpx.Response(302, headers={"location": address})
        if request.url.path == "/a"
        else httpx.Response(200, content=b"words")
    )


@pytest.mark.parametrize(("source", "expected"), [("https://x.org", True), ("HTTP://x", True), ("a.txt", False)])
def test_only_web_addresses_are_addresses(source: str, expected: bool) -> None:
    assert is_address(source) is expected
    assert not is_address("file:///etc/passwd") and not is_address("http://")


def test_what_it_answers_is_given_as_it_is() -> None:
    assert ask(lambda _: httpx.Response(200, content=b"\x00words")) == b"\x00words"


def test_text_is_marked_with_the_encoding_that_the_answer_tells() -> None:
    head = {"content-type": "text/html; charset=windows-1251"}
    data = ask(lambda _: httpx.Response(200, content="Привет".encode("cp1251"), headers=head))
    assert data.decode("utf-8-sig") == "Привет"


def test_it_may_lead_elsewhere() -> None:
    assert ask(leading_to("https://elsewhere.org/b")) == ask(leading_to("/b")) == b"words"


@pytest.mark.parametrize(
    "target", ["http://inside.org/b", "http://127.0.0.1/b", "http://169.254.169.254/b", "http://[::1]/b"]
)
def test_it_may_not_lead_into_a_private_network(target: str) -> None:
    assert "private network" in str(refusal(leading_to(target)))


def test_where_it_leads_is_asked_under_the_number_that_was_looked_at() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return leading_to("https://elsewhere.org:8443/b")(request)

    numbers = iter(["2606:2800::1", PUBLIC["elsewhere.org"], "10.0.0.7"])
    data = fetch(
        "https://example.org/a",
        transport=httpx.MockTransport(answer),
        resolve=lambda _: [next(numbers), next(numbers)],
    )
    assert data == b"words"
    assert [str(request.url) for request in asked] == ["https://example.org/a", "https://93.184.215.14:8443/b"]
    assert asked[1].headers["host"] == "elsewhere.org:8443"
    assert asked[1].extensions["sni_hostname"] == "elsewhere.org"


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://elsewhere.org/", "javascript:alert(1)"])
def test_it_may_lead_to_web_addresses_only(target: str) -> None:
    assert isinstance(refusal(leading_to(target)), UnreadableError)


def test_it_may_not_lead_on_for_ever() -> None:
    assert "without end" in str(refusal(leading_to("https://example.org/a")))


def test_a_page_that_is_not_there_is_not_found() -> None:
    assert isinstance(refusal(lambda _: httpx.Response(404)), DocumentNotFoundError)
    assert "503" in str(refusal(lambda _: httpx.Response(503)))


def test_too_much_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_LARGEST", 1_000)
    assert "larger" in str(refusal(lambda _: httpx.Response(200, content=b"x" * 2_000)))


def test_too_slow_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "_PATIENCE", -1.0)
    assert "seconds" in str(refusal(lambda _: httpx.Response(200, content=b"x")))


@pytest.mark.parametrize("address", ["https://exa mple.org\x1b[31m/", "https://[::/", "http://\x00/"])
def test_an_address_that_is_none_is_an_error_to_show(address: str) -> None:
    assert str(refusal(lambda _: httpx.Response(200), address)).isprintable()


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = b"<html><body><h1>The ferry</h1><p>Words of it.</p></body></html>"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def served() -> Iterator[str]:
    """The address of a page on this machine."""
    with HTTPServer(("127.0.0.1", 0), _Server) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/ferry_news.html?x=1.txt"
        server.shutdown()
        thread.join()


def test_a_private_address_that_was_typed_is_asked(served: str) -> None:
    document = Library(Settings()).load(served)
    assert document.title == "The ferry"
    assert document.text == "The ferry\n\nWords of it."


def test_an_address_without_answer_is_an_error_to_show() -> None:
    with pytest.raises(UnreadableError, match=r"^cannot read 'http://127\.0\.0\.1:9/': "):
        Library(Settings()).load("http://127.0.0.1:9/")
