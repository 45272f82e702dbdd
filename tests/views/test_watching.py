"""The watcher: open pages run again after a change of the files, and no click is lost by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.session_manager import SessionManager

from parley.views.server import watching
from parley.views.server.watching import Watcher


@dataclass
class Page:
    """An open page as the watcher sees it; remembers with which values it was asked to run."""

    id: str
    _state: AppSessionState = AppSessionState.APP_NOT_RUNNING
    _scriptrunner: object | None = None
    _client_state: ClientState = field(default_factory=ClientState)
    asked: list[ClientState] = field(default_factory=list)

    def request_rerun(self, client_state: ClientState) -> None:
        self.asked.append(client_state)


def watcher_of(*pages: Page) -> Watcher:
    return Watcher(lambda: "before", lambda: [cast("AppSession", page) for page in pages])


def test_a_change_runs_every_open_page_once() -> None:
    """With the values that the page has; without a change nothing runs."""
    first, second = Page("a", _client_state=ClientState(query_string="issue=quota")), Page("b")
    watcher = watcher_of(first, second)
    watcher.tell("before")
    assert first.asked == second.asked == []
    watcher.tell("after")
    watcher.tell("after")
    assert [(one.query_string, one.fragment_id) for one in first.asked] == [("issue=quota", "")]
    assert [(one.query_string, one.fragment_id) for one in second.asked] == [("", "")]


def test_a_click_that_is_being_answered_is_let_finish() -> None:
    """A run that goes on holds values which the session does not know yet; the page runs again when it has come to rest."""
    running, ending = Page("a", AppSessionState.APP_IS_RUNNING), Page("b", _scriptrunner=object())
    watcher = watcher_of(running, ending)
    watcher.tell("after")
    assert running.asked == ending.asked == []
    running._state, ending._scriptrunner = AppSessionState.APP_NOT_RUNNING, None
    watcher.tell("after")
    assert len(running.asked) == len(ending.asked) == 1


def test_a_page_that_was_closed_meanwhile_is_forgotten() -> None:
    """It is not asked to run when it comes back: it reads the files anew."""
    pages = [Page("a", AppSessionState.APP_IS_RUNNING)]
    watcher = Watcher(lambda: "before", lambda: [cast("AppSession", page) for page in pages])
    watcher.tell("after")
    closed = pages.pop()
    watcher.tell("after")
    closed._state = AppSessionState.APP_NOT_RUNNING
    pages.append(closed)
    watcher.tell("after")
    assert closed.asked == []


def test_a_part_of_a_page_is_drawn_anew_once_and_only_at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """It runs alone, with the values that the page has; what was asked for a page that was closed is forgotten."""
    parts = {"a": "progress", "closed": "progress"}
    monkeypatch.setattr(watching, "_parts", parts)
    page = Page("a", AppSessionState.APP_IS_RUNNING, _client_state=ClientState(query_string="agenda=may"))
    watcher = watcher_of(page)
    watcher.tell("before")
    assert (page.asked, parts) == ([], {"a": "progress"})
    page._state = AppSessionState.APP_NOT_RUNNING
    watcher.tell("before")
    watcher.tell("before")
    assert [(one.query_string, one.fragment_id) for one in page.asked] == [("agenda=may", "progress")]
    assert parts == {}


def test_a_session_whose_page_has_gone_is_given_up_after_a_while() -> None:
    """One that comes back in the meantime counts anew; what a session holds open comes back only when it is closed."""
    watcher = watcher_of()
    looks = [watcher.given_up(["gone", "back"]) for _ in range(watching.LOOKS_KEPT)]
    assert looks == [[]] * watching.LOOKS_KEPT
    assert watcher.given_up(["gone"]) == ["gone"]
    assert watcher.given_up(["back"]) == []


def test_streamlit_still_has_what_the_watcher_takes_from_it() -> None:
    """Its sessions know by these names whether they run and with which values; the runtime knows the sessions."""
    names: Any = AppSession.__init__.__code__.co_names
    assert {"_state", "_scriptrunner", "_client_state"} <= set(names)
    assert "_session_mgr" in Runtime.__init__.__code__.co_names
    assert callable(SessionManager.list_active_sessions)
    assert {"fragment_id", "is_auto_rerun"} <= set(ClientState.DESCRIPTOR.fields_by_name)
