"""Who is at a page, or sends a request, and what they may see and do: asked of the signed cookie of their login each time, on the server."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

import streamlit as st
from starlette.requests import HTTPConnection
from streamlit import config
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.runtime import exists, get_instance
from streamlit.runtime.memory_media_file_storage import _calculate_file_id
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from parley.access import ANYBODY, Login, NotAllowedError, Person, login_of
from parley.errors import WrongArgumentError
from parley.telling.access import ONLY_EDITORS, refused
from parley.telling.said import Said
from parley.views import store
from parley.words import say

IN_SCOPE = "parley_person"  # under which a request carries who sent it
MOST_ENDED, MOST_MADE = 10_000, 4096
_ended: OrderedDict[str, None] = OrderedDict()  # cookies of those who have signed out, the newest at the end
_made: OrderedDict[str, set[str]] = OrderedDict()  # for whom each file that was taken away was made
_keeping = Lock()


def login() -> Login | None:
    """Return how one logs in, None where nobody needs to; it is read once, and raises `LoginFileError` where it is wrong.

    None also where the command line is wrong, since then nothing is shown but that.
    """
    try:
        path = store.here().login
    except WrongArgumentError:
        return None
    return _read(path) if path else None


@cache
def _read(path: Path) -> Login:
    return login_of(path)


def person() -> Person | None:
    """Return who is at the page that runs; None where nobody is logged in, or not any more."""
    return ANYBODY if login() is None else of_cookies(st.context.cookies)


def of_request(request: HTTPConnection) -> Person | None:
    """Return who sent a request that has come through the gate."""
    found: Person | None = request.scope.get(IN_SCOPE)
    return ANYBODY if login() is None else found


def of_cookies(cookies: Mapping[str, str]) -> Person | None:
    """Return who holds some cookies; None where they were not signed here, or too long ago, or their holder has signed out."""
    settings = login()
    raw = _signed_here(cookies, settings) if settings else None
    if settings is None or raw is None or _key_of(raw) in _ended:
        return None
    try:
        claims = json.loads(raw)
    except ValueError:
        return None
    if not isinstance(claims, dict) or claims.get("origin") != settings.origin(config.get_option("server.port")):
        return None
    return settings.person(claims)


def _signed_here(cookies: Mapping[str, str], settings: Login) -> bytes | None:
    def read(name: str) -> bytes | None:
        # Each part is signed with its time, so that no part of an older login can be put into a newer one.
        value = cookies.get(name, "").encode("latin-1", "replace")
        return decode_signed_value(settings.secret, name, value, settings.hours / 24)

    return get_cookie_with_chunks(read, USER_COOKIE_NAME)


def end(cookies: Mapping[str, str]) -> None:
    """Take note that whoever holds some cookies has signed out: a copy of them opens nothing any more, and open pages are told at their next run."""
    settings = login()
    raw = _signed_here(cookies, settings) if settings else None
    if raw:
        with _keeping:
            _ended[_key_of(raw)] = None
            while len(_ended) > MOST_ENDED:
                _ended.popitem(last=False)


def _key_of(raw: bytes) -> str:
    """Return what tells one login from another: what was signed, since a signature can be written in several ways."""
    return sha256(raw).hexdigest()


def may_write() -> bool:
    """Return whether whoever is at the page may change something: the dashboard was started to, and they are an editor."""
    return store.here().may_edit and is_editor(person())


def is_editor(one: Person | None) -> bool:
    """Return whether somebody may change something, where anybody may."""
    return one is not None and one.role == "editor"


def told_not_to_write(otherwise: Said) -> str:
    """Return why whoever is at the page may change nothing: `otherwise` where nobody may."""
    return say(ONLY_EDITORS if store.here().may_edit else otherwise)


def must_write() -> None:
    """Raise `NotAllowedError` unless whoever is at the page may change something; asked right before anything is written."""
    if not may_write():
        raise NotAllowedError(say(refused("not_an_editor")))


def sees_internal() -> bool:
    """Return whether whoever is at the page sees what is internal."""
    found = person()
    return found is not None and found.sees_internal


def shown(held: store.Held) -> store.Held:
    """Return what is held of a negotiation, as whoever is at the page may see it."""
    return held if sees_internal() else held.outside


def made_for_me(make: Callable[[], bytes], name: str, media_type: str) -> Callable[[], bytes]:
    """Return what makes a file that is handed only to whoever is at the page now, however its address becomes known."""
    found = person()

    def made() -> bytes:
        data = make()
        with _keeping:
            key = _calculate_file_id(data, media_type, name)
            _made.setdefault(key, set()).add(found.key if found else "")
            _made.move_to_end(key)
            while len(_made) > MOST_MADE:
                _made.popitem(last=False)
        return data

    return made


def owns_page(name: str, one: Person) -> bool:
    """Return whether a page, by the name under which the server knows it, is open at somebody's."""
    manager: Any = get_instance()._session_mgr if exists() else None
    found = manager.get_session_info(name) if manager else None
    return found is not None and found.session._user_info.get("sub") == one.key


def was_made_for(file: str, one: Person) -> bool:
    """Return whether a file, by its name in addresses, was made for somebody."""
    return one.key in _made.get(Path(file).stem, ())
