"""The login at a real service in a real browser: who is let in as what, who is not and is told why, and the way back to where one wanted to be."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, ROOT, Arrive, Served, hindrances, seen
from tests.making import login_file

PEOPLE: dict[str, dict[str, Any]] = {
    "ana": {"name": "Ana Berg", "email": "ana@example.org", "groups": ["desk"]},
    "vic": {"name": "Vic Dahl", "groups": ["talks"]},
    "guest": {"name": "A guest", "groups": ["canteen"]},
    "other": {"groups": ["desk"], "aud": "another-program", "azp": "parley"},
    "late": {"groups": ["desk"], "exp": 1_000_000_000},
}
WANTED = "issue?issue=market-access&as_of=2018-05-02&evidence=on-record"
# Opens the stream of a page as no page does, and says whether the server let it.
STREAM = """(patience) => new Promise((done) => {
  const stream = new WebSocket(`ws://${location.host}/_stcore/stream`, ["streamlit"]);
  stream.onopen = () => done("open");
  stream.onerror = () => done("refused");
  setTimeout(() => done("not answered"), patience);
})"""
STATUS = "async (paths) => Promise.all(paths.map(async (one) => (await fetch(one)).status))"


@pytest.fixture
def service() -> Iterator[str]:
    """A login service at which everybody chooses who they are."""
    from oidc_provider_mock import User, app
    from werkzeug.serving import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        def log_request(self, *_: object) -> None:
            """Say nothing of who asks."""

    people = app(user_claims=[User(sub=sub, claims=claims) for sub, claims in PEOPLE.items()])
    server = make_server("localhost", 0, people, threaded=True, request_handler=Quiet)
    running = threading.Thread(target=server.serve_forever)
    running.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    running.join()
    server.server_close()


def log_in(page: Page, who: str) -> None:
    page.get_by_role("button", name=who, exact=True).click()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the service itself
def test_each_is_let_in_as_what_they_are_and_where_they_wanted_to_be(
    arrive: Arrive, launch: Callable[..., Served], room: BrowserContext, service: str, tmp_path: Path
) -> None:
    """Nobody without a login, with one that is too old or meant for another program, or in no group; a viewer reads, an editor may change."""
    for name in ("positions", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    settings = login_file(tmp_path, service, viewers=["talks"], editors=["desk"])
    visitor = arrive(launch(tmp_path / "positions", options=["--edit", "--login", str(settings)])[1])
    page = visitor.page

    for who in ("late", "other"):
        page.goto(f"{visitor.address}/{WANTED}")
        log_in(page, who)
        seen(page.get_by_role("heading", name="The login was not accepted"))
        assert page.evaluate(STREAM, PATIENCE) == "refused"
        assert page.evaluate(STATUS, ["/api/v1/negotiations", "/static/x.js"]) == [401, 401]
    page.get_by_role("link", name="Log in").click()
    log_in(page, "guest")
    seen(page.get_by_role("heading", name="You may not open this dashboard"))
    seen(page.get_by_text("You are logged in as A guest, but in no group that may open it."))
    assert page.evaluate(STREAM, PATIENCE) == "refused"
    assert hindrances(page, ("critical", "serious", "moderate")) == []
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="End session").click()
    seen(page.get_by_role("heading", name="You are signed out"))

    page.goto(f"{visitor.address}/edit?as_of=2018-05-02")
    log_in(page, "vic")
    seen(page.get_by_text("Only editors change a negotiation here, and you are logged in as a viewer."))
    expect(page.get_by_role("link", name="Edit", exact=True)).to_have_count(0)
    assert page.evaluate(STATUS, ["/api/v1/negotiations", "/_stcore/metrics"]) == [200, 403]
    viewer = room.cookies(visitor.address)
    page.locator(".who summary").click()
    seen(page.get_by_text("Vic Dahl, viewer"))
    visitor.at_rest()
    assert hindrances(page, ("critical", "serious", "moderate"), within=".st-key-bar") == []
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="End session").click()
    seen(page.get_by_role("heading", name="You are signed out"))
    room.add_cookies([one for one in viewer if one["name"].startswith("_streamlit_user")])  # a copy, put back
    assert page.evaluate(STATUS, ["/api/v1/negotiations"]) == [401]

    page.goto(f"{visitor.address}/{WANTED}")
    log_in(page, "ana")
    expect(page.locator("h1")).to_have_text("Market access to China")
    visitor.settled()
    expect(page).to_have_url(re.compile("as_of=2018-05-02&evidence=on-record"))
    seen(page.get_by_role("link", name="Edit", exact=True))
    room.clear_cookies()
