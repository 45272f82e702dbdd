"""The server beside its pages: who is let in, and what every answer carries."""

from __future__ import annotations

import gzip
import json
import re
import resource
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from streamlit import config

from parley.asking import site_named
from parley.errors import WrongArgumentError
from parley.views import served_files
from parley.views.server import serving
from parley.views.server.serving import LOOPBACK, is_let_in
from tests.apart import run_apart
from tests.views.conftest import exchanged

HERE = "localhost:8501"


@pytest.mark.parametrize(
    ("host", "origin", "is_in"),
    [
        (HERE, None, True),
        ("127.0.0.1:8501", "http://127.0.0.1:8501", True),
        ("[::1]:8501", "http://[::1]:8501", True),
        ("LOCALHOST:8501", None, True),
        ("evil.example", None, False),
        ("evil.example:8501", "http://evil.example:8501", False),
        ("localhost.evil.example", None, False),
        ("localhost@evil.example", None, False),
        (HERE, "http://evil.example", False),
        (HERE, "http://localhost:3000", False),
        (HERE, "http://localhost.evil.example:8501", False),
        (HERE, "null", False),
        (HERE, "", False),
        ("", None, False),
        ("[", None, False),
    ],
)
def test_only_the_servers_own_names_and_pages_are_let_in(host: str, origin: str | None, is_in: bool) -> None:
    """A foreign name, a foreign page and another program's page on this machine are refused."""
    assert is_let_in(host, origin, LOOPBACK) is is_in


def test_a_proxy_may_pass_on_another_host() -> None:
    """A page of a name that was given at the start is the server's own, whatever host the proxy passes on."""
    own = LOOPBACK | {"talks.example.org"}
    assert is_let_in(HERE, "https://talks.example.org", own)
    assert is_let_in("talks.example.org", "https://talks.example.org", own)
    assert not is_let_in("talks.example.org", "https://other.example.org", own)


def test_the_names_given_at_the_start_are_its_own() -> None:
    """The address it listens on, the one it is known by and the hosts allowed; "every address" is no name."""
    before = {name: config.get_option(name) for name in ("server.address", "browser.serverAddress", "server.allowedHosts")}
    try:
        config.set_option("server.address", "0.0.0.0")
        config.set_option("browser.serverAddress", "Talks.example.org")
        config.set_option("server.allowedHosts", ["10.0.0.7"])
        assert serving.own_names() == {"localhost", "127.0.0.1", "::1", "talks.example.org", "10.0.0.7"}
    finally:
        for name, value in before.items():
            config.set_option(name, value)


def ask(kind: str, address: str = "/data?as_of=2018-05-02", **headers: str) -> list[dict[str, Any]]:
    """Send one request to a guarded server which answers with the origin that it was shown, and return what comes back."""

    async def told(scope: Scope, _receive: Receive, send: Send) -> None:
        shown = dict(scope["headers"]).get(b"origin", b"none")
        await send({"type": "http.response.start", "status": 200, "headers": []} if kind == "http" else {"type": "websocket.accept"})
        await send({"type": "http.response.body" if kind == "http" else "websocket.send", "body": shown})

    return exchanged(serving.Guard(told), address, kind, {"host": HERE} | headers)


STRANGERS = ({"host": "evil.example"}, {"origin": "http://evil.example"}, {"host": "evil.example", "origin": "http://evil.example"})


@pytest.mark.parametrize("headers", STRANGERS, ids=str)
def test_a_stranger_gets_no_data(headers: dict[str, str]) -> None:
    """By http the answer is 403, with the reason; a websocket is closed before it is opened."""
    start, body = ask("http", **headers)
    assert (start["status"], body["body"]) == (403, serving.REFUSED.encode())
    assert ask("websocket", **headers) == [{"type": "websocket.close", "code": 1008}]


def test_streamlit_meets_no_name_that_it_would_look_up() -> None:
    """Behind the guard an origin is the host itself, or is not told, so that no outside address is asked who it is."""
    assert ask("http", origin=f"http://{HERE}")[1]["body"] == b"none"
    assert ask("websocket", origin=f"http://{HERE}")[1]["body"] == f"http://{HERE}".encode()
    assert ask("websocket")[1]["body"] == b"none"


@pytest.mark.parametrize("headers", [{}, *STRANGERS], ids=str)
def test_every_answer_carries_the_headers(headers: dict[str, str]) -> None:
    """Nothing is loaded from elsewhere, framed elsewhere, or taken for another kind of file; also where it is refused."""
    carried = {name.decode(): value.decode() for name, value in ask("http", **headers)[0]["headers"]}
    assert carried["x-content-type-options"] == "nosniff"
    assert carried["x-frame-options"] == "SAMEORIGIN"
    assert carried["content-security-policy"].startswith("default-src 'self'; ")


def test_pages_of_a_site_named_at_the_start_may_show_an_issue_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    """The issue without header says so and is not kept from them; every other page is; without the option, or a site that is one, so is the issue."""

    def framed(address: str) -> tuple[str, str]:
        carried = {name.decode(): value.decode() for name, value in ask("http", address)[0]["headers"]}
        return carried["content-security-policy"].partition("frame-ancestors ")[2], carried.get("x-frame-options", "")

    closed, issue = ("'self'", "SAMEORIGIN"), "/issue?issue=quota&embed=true"
    monkeypatch.setattr(sys, "argv", ["dashboard.py"])
    assert framed(issue) == closed
    monkeypatch.setattr(sys, "argv", ["dashboard.py", "--embed-from", "https://Wiki.example/", "--embed-from=http://notes.example:8080"])
    assert framed(issue) == ("'self' https://wiki.example http://notes.example:8080", "")
    assert [framed(one) for one in ("/issue?issue=quota", "/?embed=true", "/edit?embed=true", "/issue?embed=false")] == [closed] * 4
    monkeypatch.setattr(sys, "argv", ["dashboard.py", "--embed-from", "wiki.example"])
    assert framed(issue) == closed


def test_pages_of_a_site_named_at_the_start_may_ask_below_the_interface(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser hands them the answer with its ETag, also where it asks beforehand; all else stays closed to them, and all to others."""
    site = {"origin": "https://tools.example"}
    monkeypatch.setattr(sys, "argv", ["dashboard.py", "--allow-origin", site["origin"]])
    start, body = ask("http", "/api/v1/negotiations", **site)
    carried = {name.decode(): value.decode() for name, value in start["headers"]}
    assert (start["status"], body["body"]) == (200, b"https://tools.example")
    assert [carried[f"access-control-{one}"] for one in ("allow-origin", "expose-headers")] == ["https://tools.example", "etag"]
    assert (carried["vary"], carried["x-content-type-options"]) == ("Origin", "nosniff")
    refused = [ask(kind, path, **one)[0] for kind, path, one in (
        ("http", "/issue", site),
        ("http", "/api/v1/negotiations", {"origin": "https://other.example"}),
        ("http", "/api/v1/negotiations", {**site, "host": "evil.example"}),
        ("websocket", "/api/v1/negotiations", site),
    )]  # fmt: skip
    assert [one.get("status", one.get("code")) for one in refused] == [403, 403, 403, 1008]
    monkeypatch.setattr(sys, "argv", ["dashboard.py"])
    assert ask("http", "/api/v1/negotiations", **site)[0]["status"] == 403


@pytest.mark.parametrize(
    "text",
    [
        "wiki.example",
        "https://",
        "https://wiki.example/page",
        "ftp://wiki.example",
        "https://a;b",
        "https://a b",
        "https://me@a",
        "*",
        "https://a:port",
    ],
)
def test_what_names_no_site_is_refused(text: str) -> None:
    """With how a site is written; a path, a sign that would end the header, and "every site" are none."""
    with pytest.raises(WrongArgumentError, match=r"names no site\. Write how its addresses begin, and no more, such as https://wiki\.example\."):
        site_named(text)


def test_whoever_opens_an_address_without_a_page_is_led_to_the_overview() -> None:
    """As a document of its own; what a page fetches is answered."""
    led = ask("http", **{"sec-fetch-dest": "document"})[0]
    assert (led["status"], dict(led["headers"])[b"location"]) == (303, b"./?as_of=2018-05-02&page=data")
    assert ask("http", **{"sec-fetch-dest": "empty"})[0]["status"] == 200


def test_whoever_opens_an_old_link_to_a_search_is_led_to_its_page() -> None:
    """The overview had a field for words before there was a page for them; what a page fetches is answered."""
    led = ask("http", "/?q=farm&as_of=2018-05-02", **{"sec-fetch-dest": "document"})[0]
    assert (led["status"], dict(led["headers"])[b"location"]) == (303, b"./search?q=farm&as_of=2018-05-02")
    assert ask("http", "/?q=farm", **{"sec-fetch-dest": "empty"})[0]["status"] == 200
    assert ask("http", "/?as_of=2018-05-02", **{"sec-fetch-dest": "document"})[0]["status"] == 200


def test_it_listens_to_this_machine_alone_and_takes_no_files() -> None:
    """As shipped; no run is followed by a search for garbage, and no message is held back that a browser may have let go."""
    assert config.get_option("server.address") == "127.0.0.1"
    assert config.get_option("server.maxUploadSize") == 1
    assert config.get_option("runner.postScriptGC") is False
    assert config.get_option("global.minCachedMessageSize") == 1e9


@pytest.mark.parametrize(
    ("limits", "asked"),
    [
        pytest.param((256, 100_000), [(8_192, 100_000)], id="few, and more could be had"),
        pytest.param((256, 4_096), [(4_096, 4_096)], id="as many as can be had"),
        pytest.param((256, resource.RLIM_INFINITY), [(8_192, resource.RLIM_INFINITY)], id="as many as one likes"),
        pytest.param((50_000, 100_000), [], id="enough"),
        pytest.param((resource.RLIM_INFINITY, resource.RLIM_INFINITY), [], id="without end"),
    ],
)
def test_as_many_files_and_visitors_are_held_open_as_can_be(
    limits: tuple[int, int], asked: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is raised when the server starts, so that what closed visits have not given back yet turns nobody away."""
    got: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _, wanted: got.append(wanted))

    async def start() -> None:
        async with serving.lifespan(serving.st.App(Path("dashboard.py"))):
            pass

    run_apart(start())
    assert got == asked


def served(name: str, takes: str = "br, gzip") -> Response:
    scope = {"type": "http", "method": "GET", "headers": [(b"accept-encoding", takes.encode())], "path_params": {"name": name}}
    return served_files.answer(Request(scope))


def test_the_charts_library_is_the_installed_one_packed_and_kept() -> None:
    """It comes from the plotly package, packed for whoever takes that, under a name that changes with its version."""
    name = f"plotly-{version('plotly')}.js"
    packed, plain = served(name), served(name, "identity")
    assert gzip.decompress(bytes(packed.body)) == plain.body == served_files.PLOTLY.read_bytes()
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.headers["cache-control"] == plain.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert served_files.plotly_address() == f"/parley/{name}"
    assert [route.path for route in served_files.routes()] == ["/parley/{name}"]


def test_a_component_carries_the_address_of_its_script_and_not_the_script() -> None:
    """Under a name that changes with what stands in it; the styles are in the script."""
    told = served_files.loader("served.js", "sheet.js", styles=("sheet.css",))
    assert len(told) < 500
    (name,) = re.findall(r"/parley/(sheet-[0-9a-f]{16}\.js)", told)
    script = bytes(served(name, "identity").body).decode()
    assert "function whenServed(" in script
    assert "function run(component)" in script
    assert script.count("export default") == 1
    assert ".status-blocked" in script
    assert served_files.loader("served.js", "sheet.js", styles=("sheet.css",)) == told


def test_long_data_that_stay_are_fetched_under_the_name_of_their_content() -> None:
    """The same content has the same name; other content another; what has not been needed for long is given up."""
    first = served_files.held({"a": ["\u00e9", 1]})
    assert served_files.held({"a": ["\u00e9", 1]}) == first != served_files.held({"a": ["\u00e9", 2]})
    answer = served(first.removeprefix("/parley/"), "identity")
    assert json.loads(bytes(answer.body)) == {"a": ["\u00e9", 1]}
    assert gzip.decompress(bytes(served(first.removeprefix("/parley/")).body)) == answer.body
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    for number in range(served_files.MOST_DATA):
        served_files.held(number)
    assert served(first.removeprefix("/parley/")).status_code == 404


@pytest.mark.parametrize("name", ["sheet.js", "../app.py", "plotly-1.0.0.js", ""])
def test_nothing_else_is_served(name: str) -> None:
    """No file of the machine, whatever is asked for."""
    assert served(name).status_code == 404
