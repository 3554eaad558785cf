"""Web addresses: what one of them answers, within limits, and nothing else from anywhere."""

import codecs
import re
import time
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from tuireader.domain.cleaning import clean_line
from tuireader.errors import DocumentNotFoundError, MissingExtraError, UnreadableError

if TYPE_CHECKING:
    import httpx

_ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_LARGEST = 64_000_000
_MOST_REDIRECTS = 5
_STEP_PATIENCE = 15.0
"""Seconds without a byte."""

_PATIENCE = 60.0
"""Seconds for all of it."""

_HEADERS = {
    "User-Agent": "tuireader",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/epub+zip,text/*;q=0.9,*/*;q=0.5",
}

Resolve = Callable[[str], "list[str]"]
"""Tells the numbers that a name of a host stands for."""


def is_address(source: str) -> bool:
    """Whether a source is a web address, and no path."""
    return bool(_ADDRESS.match(source))


def resolved(host: str) -> list[str]:
    """The numbers that the name of a host stands for."""
    import socket  # noqa: PLC0415 - most documents are files

    return [str(found[4][0]) for found in socket.getaddrinfo(host, None)]


def fetch(address: str, *, transport: "httpx.BaseTransport | None" = None, resolve: Resolve = resolved) -> bytes:
    """Ask a web address.

    Args:
        address: As it was typed; one in a private network is asked only if it was, never because another leads there.
        transport: How to get there, if not over the network.
        resolve: How names of hosts are looked up.

    Returns:
        What it answers; text whose encoding only the answer's head tells is UTF-8 with a mark.

    Raises:
        DocumentNotFoundError: There is no such page.
        UnreadableError: It does not answer, or with an error, or with too much.
        MissingExtraError: The library that asks is not installed.
    """
    shown = clean_line(address)
    try:
        import httpx  # noqa: PLC0415 - heavy, and only wanted for an address
    except ImportError as error:
        reason = "web addresses need httpx; install it with `pip install 'tuireader[web]'`"
        raise MissingExtraError(f"cannot read '{shown}': {reason}") from error
    try:
        with httpx.Client(headers=_HEADERS, timeout=_STEP_PATIENCE, transport=transport) as client:
            return _answer(client, address, resolve, time.monotonic() + _PATIENCE)
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError, ValueError) as error:
        reason = clean_line(str(error)) or type(error).__name__
        raise UnreadableError(f"cannot read '{shown}': {reason[:1].lower()}{reason[1:200]}") from error


def _answer(client: "httpx.Client", address: str, resolve: Resolve, deadline: float) -> bytes:
    url = address
    for step in range(_MOST_REDIRECTS + 1):
        request = client.build_request("GET", url)
        asked = _pinned(client, request, address, resolve) if step else request
        with closing(client.send(asked, stream=True)) as response:
            if not response.has_redirect_location:
                return _body(response, address, deadline)
            url = str(request.url.join(response.headers["location"]))
        if not is_address(url):
            raise UnreadableError(f"cannot read '{clean_line(address)}': it leads to '{clean_line(url)[:100]}'")
    raise UnreadableError(f"cannot read '{clean_line(address)}': it leads from place to place without end")


def _pinned(client: "httpx.Client", request: "httpx.Request", address: str, resolve: Resolve) -> "httpx.Request":
    """A request to the very number that was looked at: its name could stand for another one a moment later."""
    host, netloc = request.url.host, request.url.netloc.decode("ascii")
    number = _public_number(host, address, resolve)
    headers, names = {"Host": netloc}, {"sni_hostname": host}
    return client.build_request("GET", request.url.copy_with(host=number), headers=headers, extensions=names)


def _public_number(host: str, address: str, resolve: Resolve) -> str:
    """One of the numbers that a host stands for; none of them may lead the reader into a private network."""
    import ipaddress  # noqa: PLC0415 - most documents are files

    numbers = sorted(resolve(host), key=lambda number: ":" in number)
    for number in numbers:
        if not ipaddress.ip_address(number.partition("%")[0]).is_global:
            reason = (
                f"it leads to '{clean_line(host)}', which is in a private network; type that address if you mean it"
            )
            raise UnreadableError(f"cannot read '{clean_line(address)}': {reason}")
    if not numbers:
        raise UnreadableError(f"cannot read '{clean_line(address)}': there is no '{clean_line(host)}'")
    return numbers[0]


def _body(response: "httpx.Response", address: str, deadline: float) -> bytes:
    shown = clean_line(address)
    if response.status_code in (404, 410):
        raise DocumentNotFoundError(f"cannot find '{shown}': there is no such page")
    if response.is_error:
        reason = f"the server answers {response.status_code} {clean_line(response.reason_phrase)}".strip()
        raise UnreadableError(f"cannot read '{shown}': {reason}")
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) > _LARGEST:
            raise UnreadableError(f"cannot read '{shown}': it is larger than {_LARGEST // 1_000_000} MB")
        if time.monotonic() > deadline:
            raise UnreadableError(f"cannot read '{shown}': it takes more than {_PATIENCE:.0f} seconds")
    return _marked(bytes(data), response.headers.get("content-type", ""))


def _marked(data: bytes, kind: str) -> bytes:
    """Text as UTF-8 with a mark, if the head of the answer tells in which encoding it is."""
    charset = _CHARSET.search(kind)
    if not charset or not kind.lower().startswith(("text/", "application/xhtml", "application/xml")):
        return data
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data
    try:
        return codecs.BOM_UTF8 + data.decode(charset[1]).encode()
    except (LookupError, UnicodeError):
        return data
