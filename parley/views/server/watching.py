"""One watcher per server: it sees that a file has changed, or that a part of a page has news, and has pages run again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import Any

from streamlit.logger import get_logger
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import Runtime, get_instance
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState

from parley.views import store

PAUSE = 1.0  # seconds between two looks at the files
# What a page showed stands in its address, so one that was closed is soon given up. Streamlit would let it go only when it looks for garbage.
LOOKS_KEPT = 30
_parts: dict[str, str] = {}  # by the session that shows it, the part of a page that has something new to show
_LOG = get_logger(__name__)


class Watcher:
    """Remembers how the files stood at the last look, and which pages have not been told of a change yet."""

    def __init__(self, stamp: Callable[[], object], open_sessions: Callable[[], Iterable[AppSession]]) -> None:
        self._stamp = stamp
        self._open = open_sessions
        self._last = stamp()
        self._untold: set[str] = set()
        self._left: dict[str, int] = {}

    def look(self) -> object:
        """Return how the files stand now; it may take long on a slow disk."""
        return self._stamp()

    def tell(self, now: object) -> None:
        """Have every open page run again if the files stand otherwise than before; to be called where Streamlit takes its messages."""
        sessions = {one.id: one for one in self._open()}
        if now != self._last:
            self._last = now
            self._untold = set(sessions)
        for name, part in tuple(_parts.items()):
            if name not in sessions or run_again_at_rest(sessions[name], part):
                _parts.pop(name, None)
        self._untold &= set(sessions)
        for name in tuple(self._untold):
            # A run that is going on may hold a click whose values the session does not know yet, so it is let finish; the next look comes soon.
            if run_again_at_rest(sessions[name]):
                self._untold.discard(name)

    def given_up(self, left: Iterable[str]) -> list[str]:
        """Return, of the sessions whose page has gone, those that have been seen so for long; to be called once a look."""
        self._left = {name: self._left.get(name, 0) + 1 for name in left}
        return [name for name, looks in self._left.items() if looks > LOOKS_KEPT]


def redrawer() -> Callable[[], None]:
    """Return what has the part of a page that calls this drawn anew, soon and on its own; it may be called from any thread."""
    context = get_script_run_ctx()
    if context is None:
        raise RuntimeError("Only while a page is drawn is there a part of it to be drawn anew.")
    session, part = context.session_id, ThreadState.get().fragment_id or ""

    def redraw() -> None:
        _parts[session] = part

    return redraw


def run_again_at_rest(session: AppSession, part: str = "") -> bool:
    """Run the page, or only a part of it, again with the values it has, unless a run is going on; return whether it was asked to."""
    # Streamlit has no public way to ask for a run from outside; a test holds these three names to what they do.
    if session._state is not AppSessionState.APP_NOT_RUNNING or session._scriptrunner is not None:
        return False
    state = ClientState()
    state.CopyFrom(session._client_state)
    # That the part may have gone in the meantime is no fault then.
    state.fragment_id, state.is_auto_rerun = part, True
    session.request_rerun(state)
    return True


def open_sessions(runtime: Runtime) -> list[AppSession]:
    """Return the sessions of all pages that are open now."""
    manager: Any = runtime._session_mgr
    return [one.session for one in manager.list_active_sessions()]


def left_sessions(runtime: Runtime) -> list[str]:
    """Return the ids of the sessions that are kept for a page which has gone and may come back."""
    manager: Any = runtime._session_mgr
    return [one.session.id for one in manager.list_sessions() if not manager.is_active_session(one.session.id)]


async def watch() -> None:
    """Look at the files again and again, aside from the loop that serves the pages, until this is cancelled."""
    watcher = Watcher(store.stamp_of_all, lambda: open_sessions(get_instance()))
    while True:
        await asyncio.sleep(PAUSE)
        try:
            watcher.tell(await asyncio.to_thread(watcher.look))
            for name in watcher.given_up(left_sessions(get_instance())):
                get_instance().close_session(name)
        except Exception:
            # Whatever it was, a server that no longer watches would show old data without a word.
            _LOG.exception("Looking at the files failed; it goes on.")
