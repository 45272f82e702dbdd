"""The gate: whoever has no role gets nothing, by whatever way they come, and nobody more than their role allows."""

from __future__ import annotations

import ast
import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from itsdangerous import TimestampSigner
from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from parley.access import NotAllowedError, Person
from parley.dataset import load
from parley.editing import history
from parley.sharing import shareable
from parley.views import people, served_files, store
from parley.views.server import gate, serving
from tests.making import login_file
from tests.views.conftest import LOOK, PAGES, ROOT, Open, exchanged, fetched, write_negotiation, write_yaml

SECRET = "0123456789abcdef" * 2
USER = "_streamlit_user"
SAID = "What stays inside"
ENOUGH = 11 * 3600  # seconds after which a login of ten hours is over


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A dashboard that was started to write, and asks everybody to log in."""
    file = login_file(tmp_path, viewers=["talks", "staff"], editors=["desk"], internal=["staff"])
    monkeypatch.setattr(sys, "argv", ["dashboard", "--edit", "--login", str(file)])
    port = config.get_option("server.port")
    config.set_option("server.port", 8501)
    yield file
    config.set_option("server.port", port)


def cookie(*groups: str, secret: str = SECRET, age: int = 0, name: str = USER, **claims: object) -> str:
    """Return the cookie of somebody in some groups who logged in so many seconds ago, as Streamlit signs it."""
    who = {"is_logged_in": True, "origin": "http://localhost:8501", "aud": ["parley"], "sub": "-".join(groups), "groups": groups, **claims}
    return signed(json.dumps(who), secret, age, name)


def signed(text: str, secret: str = SECRET, age: int = 0, name: str = USER) -> str:
    with patch.object(TimestampSigner, "get_timestamp", lambda _: int(time.time()) - age):
        return f"{name}={create_signed_value(secret, name, text).decode()}"


async def inside(scope: Scope, _receive: Receive, send: Send) -> None:
    """Answer as the server behind the gate does: leads to the login service, takes back who comes from it, or shows what is inside."""
    headers = [(b"cache-control", b"public, max-age=9"), (b"content-type", b"text/plain")]
    status = 200
    if scope["path"] == "/auth/login":
        status, headers = 302, [(b"location", b"https://login.example/authorize?state=abcdefgh12"), (b"set-cookie", b"_streamlit_session=s; path=/")]
    elif scope["path"] in ("/oauth2callback", "/auth/logout"):
        status, headers = 302, [(b"location", b"/"), *((b"set-cookie", one) for one in scope.get("coming", ()))]
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    found = scope.get(people.IN_SCOPE)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": f"inside {found and found.role}".encode()})


def ask(address: str, cookies: str = "", kind: Any = "http", app: Callable[..., Any] = inside, **headers: str) -> tuple[int, Headers, str]:
    """Ask the gate for an address, and return status, headers and body."""
    sent = exchanged(gate.Gate(app), address, kind, {"cookie": cookies, **headers} if cookies else headers)
    if kind == "websocket":
        return int(sent[0].get("code", 101)), Headers(), ""
    return sent[0]["status"], Headers(raw=sent[0]["headers"]), sent[1]["body"].decode()


FORGED = {
    "none": lambda: "",
    "of another secret": lambda: cookie("desk", secret="f" * 32),
    "unsigned": lambda: f"{USER}=" + json.dumps({"is_logged_in": True, "sub": "x", "groups": ["desk"]}),
    "signed for another cookie": lambda: cookie("desk", name="_streamlit_user_tokens").replace("_tokens", ""),
    "too old": lambda: cookie("desk", age=ENOUGH),
    "of another dashboard": lambda: cookie("desk", origin="http://localhost:8502"),
    "for another program": lambda: cookie("desk", aud=["other"], azp="parley"),
    "not logged in": lambda: cookie("desk", is_logged_in=False),
    "no claims": lambda: signed("[]"),
    "half a cookie": lambda: signed("chunks-2") + "; " + signed('{"is_logged_in": true', name=f"{USER}_1"),
    "letters that no cookie has": lambda: f"{USER}=\u20ac",
}
DOORS = (
    "/api/v1/negotiations", "/api/v1/talks/statements.csv", "/media/0123.csv", "/parley/issue/v?issue=x", "/parley/0123.json", "/parley/sheet-1.js",
    "/_stcore/metrics", "/_stcore/upload_file/s/f", "/_stcore/host-config", "/_stcore/agent/interact", "/static/js/index.js", "/component/x",
    "/metrics/", "/healthz/", "//healthz", "/x/../healthz", "/nowhere",
)  # fmt: skip


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("made", FORGED.values(), ids=list(FORGED))
def test_without_a_login_nothing_is_answered(made: Callable[[], str]) -> None:
    """No program, no file, no script, and no websocket, with whatever cookie; a page leads to the login service."""
    cookies = made().encode("latin-1", "replace").decode("latin-1")
    for door in DOORS[:3] if cookies else DOORS:  # a wrong cookie is the same at each
        status, headers, body = ask(door, cookies)
        assert (status, headers["cache-control"], "inside" in body) == (401, "no-store", False), door
    assert ask("/_stcore/stream", cookies, "websocket")[0] == 1008
    status, headers, body = ask("/issue?issue=quota&as_of=2025-03-01", cookies)
    assert (status, headers["location"], body) == (302, "https://login.example/authorize?state=abcdefgh12", "")


@pytest.mark.usefixtures("settings")
def test_whoever_watches_the_server_needs_no_login() -> None:
    """And is told nothing of what is shown."""
    assert [ask(one)[0] for one in ("/healthz", "/readyz", "/_stcore/health")] == [200, 200, 200]


@pytest.mark.usefixtures("settings")
def test_each_role_gets_what_it_may() -> None:
    """No group nothing, with the reason; nobody Streamlit's way in for programs; no answer may be kept on the way for others."""
    nobody = cookie("strangers", name_of="x")
    assert ask("/_stcore/stream", nobody, "websocket")[0] == 1008
    assert ask("/api/v1/negotiations", nobody)[::2] == (403, '{"error":"You are in no group that may open this dashboard."}')
    status, _, page = ask("/", cookie("strangers", name="_streamlit_user", email="<b>@example.org"))
    assert status == 403
    assert "You are logged in as &lt;b&gt;@example.org, but in no group that may open it." in page
    assert 'href="/auth/logout">Sign out<' in page

    viewer, editor = cookie("talks"), cookie("desk")
    assert ask("/_stcore/stream", viewer, "websocket")[0] == 101
    status, headers, body = ask("/api/v1/negotiations", viewer)
    assert (status, body, headers["cache-control"], headers["vary"]) == (200, "inside viewer", "private, max-age=9", "cookie")
    assert [ask("/_stcore/agent/interact", one)[0] for one in (viewer, editor)] == [403, 403]


@pytest.mark.usefixtures("settings")
def test_a_file_is_handed_only_to_whom_it_was_made_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where its address, which follows from its content, is known to another reader."""
    monkeypatch.setattr(people, "person", lambda: Person("desk", "Ana", "editor", True))
    assert people.made_for_me(lambda: b"rows", "rows.csv", "text/csv")() == b"rows"
    (name,) = [one for one in people._made if people._made[one] == {"desk"}]
    assert [ask(f"/media/{name}.csv", cookie(one))[0] for one in ("desk", "talks")] == [200, 403]
    assert ask("/media/other.csv", cookie("desk"))[0] == 403


@pytest.mark.usefixtures("settings")
def test_a_file_is_taken_only_for_a_page_of_whoever_sends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for the page of another, whose name may have become known; nor for one that there is not."""
    pages = {"page-of-vic": SimpleNamespace(session=SimpleNamespace(_user_info={"sub": "talks"}))}
    monkeypatch.setattr(people, "get_instance", lambda: SimpleNamespace(_session_mgr=SimpleNamespace(get_session_info=pages.get)))
    assert ask("/_stcore/upload_file/page-of-vic/f", cookie("talks"))[0] == 403  # no page is served yet
    monkeypatch.setattr(people, "exists", lambda: True)
    asked = [
        ask(f"/_stcore/upload_file/{page}/f", cookie(who))[0] for page, who in (("page-of-vic", "talks"), ("page-of-vic", "desk"), ("none", "talks"))
    ]
    assert asked == [200, 403, 403]


@pytest.mark.usefixtures("settings")
def test_a_claimed_identity_is_not_believed() -> None:
    """Neither in a header, though one of them is configured, nor put into the request by whoever stands before the gate."""
    given = {"x-forwarded-user": "boss", "x-groups": "desk", "streamlit-user": "boss"}
    config.set_option("server.trustedUserHeaders", {"X-Groups": "groups", "X-Forwarded-User": "email"})
    try:
        assert ask("/api/v1/negotiations", cookie("talks"), **given)[2] == "inside viewer"
        assert ask("/api/v1/negotiations", **given)[0] == 401
    finally:
        config.set_option("server.trustedUserHeaders", {})


@pytest.mark.usefixtures("settings")
def test_a_page_is_taken_up_again_only_by_whoever_it_belongs_to() -> None:
    """Streamlit looks who comes back where the origin is the one in the settings, so that is what it is shown, whatever a proxy has made of the host."""
    seen: list[tuple[str, str]] = []

    async def look(scope: Scope, _receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        seen.append((headers["origin"], headers["host"]))
        await send({"type": "websocket.accept"})

    exchanged(serving.Guard(look), "/_stcore/stream", "websocket", {"host": "127.0.0.1:8501", "origin": "http://127.0.0.1:8501"})
    assert seen == [("http://localhost:8501", "localhost:8501")]


@pytest.mark.usefixtures("settings")
def test_a_long_login_in_parts_is_one_login() -> None:
    """A part of an older login in the place of a new one makes none."""
    text = json.dumps({"is_logged_in": True, "origin": "http://localhost:8501", "aud": "parley", "sub": "u", "groups": ["talks"]})
    head, first, second = signed("chunks-2"), signed(text[:40], name=f"{USER}_1"), signed(text[40:], name=f"{USER}_2")
    assert ask("/api/v1/x", "; ".join((head, first, second)))[2] == "inside viewer"
    old = signed(text[40:].replace("talks", "desk"), name=f"{USER}_2", age=ENOUGH)
    assert ask("/api/v1/x", "; ".join((head, first, old)))[0] == 401


def come_back(address: str, coming: str, cookies: str = "") -> tuple[int, Headers, str]:
    """Come back from the login service, at whose word the server sets a cookie."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await inside({**scope, "coming": [f"{coming}; HttpOnly; Path=/".encode()] if coming else []}, receive, send)

    return ask(address, cookies, app=app)


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/issue?as_of=2025-03-01&issue=quota&q=a%20b", "/issue?as_of=2025-03-01&issue=quota&q=a%20b"),
        ("/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example/", "/"),
        ("/api/v1/negotiations", "/"),
        ("/issue?a\r\nset-cookie: x", "/issue?a%0D%0Aset-cookie:%20x"),
        ("", "/"),
    ],
)
def test_after_the_login_one_is_where_one_wanted_to_be(wanted: str, led_to: str) -> None:
    """At the very address, which is kept in the browser while it is away; and at none that is not a page here."""
    kept = f"parley_wanted_abcdefgh12={gate.quote(wanted, safe='')}"
    status, headers, _ = come_back("/oauth2callback?code=1&state=abcdefgh12", cookie("talks"), kept)
    assert (status, headers["location"]) == (302, led_to)
    assert 'parley_wanted_abcdefgh12=""; expires=' in "\n".join(headers.getlist("set-cookie"))


@pytest.mark.usefixtures("settings")
def test_an_address_is_kept_under_the_name_of_the_try() -> None:
    """So two pages opened at once come back each to its own; one that no cookie holds is given up."""
    _, headers, _ = ask("/issue?issue=quota")
    kept = next(one for one in headers.getlist("set-cookie") if one.startswith("parley_wanted_"))
    assert kept == "parley_wanted_abcdefgh12=%2Fissue%3Fissue%3Dquota; HttpOnly; Max-Age=600; Path=/; SameSite=lax"
    assert len(ask(f"/search?q={'x' * 4000}")[1].getlist("set-cookie")) == 1


@pytest.mark.usefixtures("settings")
def test_a_login_that_was_not_accepted_is_told_and_not_tried_again_without_end() -> None:
    """A word that was too old, one for another program, a refusal, or nothing; but whoever is logged in already is led on."""
    cleared = f'{USER}=""'
    for address, coming in (
        ("/oauth2callback?code=1&state=abcdefgh12", cleared),
        ("/oauth2callback?code=1&state=abcdefgh12", cookie("desk", aud=["other"])),
        ("/oauth2callback?error=access_denied", ""),
        ("/oauth2callback?code=1&state=abcdefgh12", ""),
    ):
        status, headers, page = come_back(address, coming)
        assert (status, "The login was not accepted" in page, [one for one in headers.getlist("set-cookie") if one.startswith(USER)]) == (
            403,
            True,
            [],
        )
    assert come_back("/oauth2callback?code=1&state=abcdefgh12", "", cookie("talks"))[1]["location"] == "/"


@pytest.mark.usefixtures("settings")
def test_whoever_has_signed_out_is_out_everywhere() -> None:
    """Also with a copy of the cookie, in whatever way its signature is written; another site signs nobody out."""
    mine = cookie("talks", sub="u9")
    assert ask("/auth/logout", mine, **{"sec-fetch-site": "cross-site"})[0] == 303
    assert ask("/api/v1/x", mine)[0] == 200
    status, headers, _ = ask("/auth/logout", mine, **{"sec-fetch-site": "same-origin"})
    assert (status, headers["location"], headers["clear-site-data"]) == (302, "/oauth2callback", '"cache"')
    assert "You are signed out" in come_back("/oauth2callback", "", mine)[2]
    turned = mine[:-1] + chr(ord(mine[-1]) + 1)  # the last letter holds two bits that no signature uses
    assert [ask("/api/v1/x", one)[0] for one in (mine, turned, cookie("talks", sub="u8"))] == [401, 401, 200]


def test_cookies_are_sent_by_https_alone_where_people_come_by_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The login's own, too."""
    file = login_file(tmp_path, back="https://talks.example/oauth2callback", viewers=["talks"])
    monkeypatch.setattr(sys, "argv", ["dashboard", "--login", str(file)])
    assert all("secure" in one.lower() for one in ask("/")[1].getlist("set-cookie"))
    mine = cookie("talks", origin="https://talks.example")
    back = come_back("/oauth2callback?state=abcdefgh12", mine)[1].getlist("set-cookie")
    assert [one.lower().endswith("; secure") for one in back if one.startswith(USER)] == [True]
    assert "talks.example" in serving.own_names()


def test_a_dashboard_whose_login_is_wrong_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than be open to all; without a login there is no gate."""
    assert [one.cls.__name__ for one in serving.guards()] == ["Measured", "Guard", "Document"]
    file = login_file(tmp_path, back="http://localhost/elsewhere/oauth2callback", viewers=["talks"])
    monkeypatch.setattr(sys, "argv", ["dashboard", "--login", str(file)])
    with pytest.raises(SystemExit, match="leads to '/elsewhere/oauth2callback', but the dashboard answers at '/oauth2callback'"):
        serving.guards()
    monkeypatch.setattr(sys, "argv", ["dashboard", "--login", str(tmp_path / "none")])
    with pytest.raises(SystemExit, match="cannot be read"):
        serving.guards()


WRITING = (
    "parley.editing.saving",
    "parley.editing.drafts",
    "parley.editing.brought",
    "parley.exports.houses",
    "parley.importing",
    "parley.proposing",
    "parley.documents",
)
WRITES = (
    "save",
    "save_beside",
    "save_files",
    "bring_in",
    "accept",
    "note",
    "keep",
    "keep_text",
    "begin",
    "drop",
    "keep_draft",
    "discard_draft",
    "keep_brought",
    "discard_brought",
)


def test_whatever_writes_from_a_page_asks_first_who_wants_it() -> None:
    """In the very function that writes, on the server: that a page shows no button to somebody is not enough."""
    written: dict[str, list[bool]] = {}
    views = ROOT / "parley" / "views"
    for path in sorted(views.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if not any(one in text for one in WRITING):
            continue
        tree = ast.parse(text)
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and str(node.module).startswith(WRITING)]
        names = {one.name for node in imports for one in node.names} & set(WRITES)
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            calls = [ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)]
            if names & set(calls):
                written.setdefault(str(path.relative_to(views)), []).append("people.must_write" in calls or "people.may_write" in calls)
    assert set(chain.from_iterable(written.values())) == {True}
    assert {one: len(asked) for one, asked in written.items()} == {
        "bring_in/kept.py": 2, "bring_in/parts.py": 1, "edit/draft.py": 2, "edit/saving.py": 1, "new_parts.py": 1, "read/inbox.py": 1, "read/new.py": 2, "read/second.py": 2,
        "template_parts.py": 2,
    }  # fmt: skip


# What a role sees and does on the pages.


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """Return positions of which one statement stays inside."""
    positions = write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5"), ("southmark", "demand", "r0")])
    secret = {"id": "inside", "issue": "quota", "kind": "offer", "says": SAID, "place": {"at": "r4"}, "said": "2025-03-03", "internal": True}
    write_yaml(tmp_path / "fjords" / "more.yaml", {"party": "southmark", "statements": [secret]})
    write_yaml(
        tmp_path / "fjords" / "wrong.yaml", {"party": "southmark", "statements": [{"id": f"{SAID} 2".lower().replace(" ", "-"), "internal": True}]}
    )
    return positions


def all_of(page: Any) -> str:
    """Return everything that a page was told, and all that it will fetch."""
    drawn = [str(one.proto) for one in page.tested.main] + [str(one) for one in page.components.values()] + page.texts
    return "\n".join([*drawn, json.dumps(page.panel), json.dumps(page.glances)])


def test_what_is_internal_is_on_no_page_of_whoever_may_not_see_it(visit: Open, talks: Path, settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not on pages, in what they fetch, in what is wrong with the files, or in the history; and they change nothing. Whoever may, sees it all;
    an editor saves under the name of the login."""
    now = Person("v", "Vic", "viewer", False)
    monkeypatch.setattr(people, "person", lambda: now)
    monkeypatch.setattr(people, "of_request", lambda _request: now)
    monkeypatch.setattr(people, "login", lambda: people._read(settings))
    argv = ["dashboard", "--edit", "--login", str(settings)]
    monkeypatch.setattr(store, "here", lambda: store.folders((*argv[1:], "--positions", str(talks)), None, None))

    seen = {name: all_of(visit(name, talks)) for name in (*PAGES, "edit", "history", "read", "bring_in")}
    assert [name for name, told in seen.items() if SAID in told or SAID.lower().replace(" ", "-") in told] == []
    assert "Some files cannot be read in part, or may be wrong." in seen["overview"]
    assert "The history holds what is internal" in seen["history"]
    assert all("Only editors change a negotiation here" in seen[name] for name in ("edit", "read", "bring_in"))
    held = store.held(talks / "fjords")
    base = visit("issue", talks).components["issue"]["base"]
    assert held.outside.version in base
    address = f"{base.replace(held.outside.version, '{}')}{LOOK}&issue=quota"
    assert [fetched(address.format(one.version)).status_code for one in (held, held.outside)] == [410, 200]
    mine = served_files.held(["mine"])
    with pytest.raises(NotAllowedError, match="Only editors may change something"):
        people.must_write()

    now = Person("s", "Sam", "viewer", True)
    assert SAID in all_of(visit("issue", talks))
    assert [fetched(address.format(one.version)).status_code for one in (held, held.outside)] == [200, 410]
    whole = served_files.held(["whole"])
    assert [fetched(one).status_code for one in (mine, whole)] == [200, 200]
    now = Person("v", "Vic", "viewer", False)
    assert [fetched(one).status_code for one in (mine, whole)] == [200, 404]

    now = Person("e", "Ana Berg (ana@example.org)", "editor", True)
    page = visit("edit", talks, issue="quota")
    page.tested.radio(key="edit_1_place.at").set_value("r3")
    page.run().tested.button(key="edit_1_save").click()
    page.run()
    assert history.versions(talks / "fjords")[0].who == "Ana Berg (ana@example.org)"
    now = Person("n", "Nobody", None, False)
    assert "Your login has ended." in all_of(visit("issue", talks))
    assert load(talks / "fjords").count > shareable(load(talks / "fjords")).count
