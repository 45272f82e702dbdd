"""Who may do what: the settings of a login as a file holds them, and what follows from the claims of somebody who has logged in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import SplitResult, urlsplit

from parley.errors import ParleyError, Problem, quoted
from parley.files import shown_path
from parley.suggestions import did_you_mean

Role = Literal["viewer", "editor"]
# What the login service needs of [auth], in the words of Streamlit's st.login, which reads the same file.
NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
LEAST_SECRET = 32  # characters of what signs the cookies
MOST_HOURS = 7 * 24
# Under which the server answers the login service, and whoever comes or goes.
CALLBACK, LOGIN, LOGOUT = "oauth2callback", "auth/login", "auth/logout"
_KNOWN = ("groups_claim", "viewers", "editors", "internal", "hours")
_AT_THE_END = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class LoginFileError(ParleyError):
    """A file of settings by which nobody can log in."""

    @classmethod
    def elsewhere(cls, given: str, expected: str) -> LoginFileError:
        """Say that people would be sent back to another path than that of the dashboard."""
        told = f"'redirect_uri' leads to {quoted(given)}, but the dashboard answers at {quoted(expected)}."
        return cls(f"{told} Mend it, or start with another --base-path.")


class NotAllowedError(ParleyError):
    """Something that whoever asks for it may not do."""


@dataclass(frozen=True)
class Person:
    """Somebody at a page: what tells them from all others, their name, their role, and whether they see what is internal.

    No role means that nothing is shown to them at all.
    """

    key: str
    name: str
    role: Role | None
    sees_internal: bool


# Where nobody logs in: as whoever reaches the dashboard.
ANYBODY = Person("", "", "editor", True)


@dataclass(frozen=True)
class Login:
    """How one logs in, and which groups may do what; `claim` names where the groups stand in what the login service says of somebody."""

    path: Path
    auth: Mapping[str, Any]
    claim: str
    viewers: frozenset[str]
    editors: frozenset[str]
    internal: frozenset[str]
    hours: int

    @property
    def secret(self) -> str:
        """Return what signs the cookies."""
        return str(self.auth["cookie_secret"])

    @property
    def host(self) -> str:
        """Return the name to which the login service sends people back."""
        return _split(self.auth["redirect_uri"]).hostname or ""

    @property
    def path_back(self) -> str:
        """Return the path to which it sends them back."""
        return _split(self.auth["redirect_uri"]).path

    def origin(self, port: int) -> str:
        """Return the beginning of every address here, as people see it, where the server listens on a port."""
        found = urlsplit(str(self.auth["redirect_uri"]).replace("{port}", str(port)))
        return f"{found.scheme}://{found.netloc}"

    @property
    def is_safe(self) -> bool:
        """Return whether people come by https."""
        return str(self.auth["redirect_uri"]).startswith("https://")

    def person(self, claims: Mapping[str, Any]) -> Person | None:
        """Return who somebody is by what the login service said of them; None where it said so of nobody, or to another program."""
        audience, key = claims.get("aud"), claims.get("sub")
        if not claims.get("is_logged_in") or self.auth["client_id"] not in (audience if isinstance(audience, list) else [audience]):
            return None
        if not isinstance(key, str) or not key:
            return None
        groups = self._groups(claims)
        role: Role | None = "editor" if groups & self.editors else "viewer" if groups & self.viewers else None
        return Person(key, _name(claims), role, role == "editor" or (role is not None and bool(groups & self.internal)))

    def _groups(self, claims: Mapping[str, Any]) -> frozenset[str]:
        """Return the groups of somebody; a claim that is not there by its whole name may lie within others."""
        found: Any = claims
        for part in (self.claim,) if self.claim in claims else self.claim.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        several = found if isinstance(found, list) else [found]
        return frozenset(one for one in several if isinstance(one, str))


def _name(claims: Mapping[str, Any]) -> str:
    """Return under which name somebody saves: a name that two may have goes with the address, which only one has."""
    name, address = ("".join(one for one in str(claims.get(key) or "") if one.isprintable()).strip() for key in ("name", "email"))
    return f"{name} ({address})" if name and address else name or address or str(claims["sub"])


def login_of(path: Path) -> Login:
    """Return the settings that a file holds; raise `LoginFileError` that says where it is wrong and how to mend it."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LoginFileError(f"The settings of the login cannot be read: {shown_path(path)}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise _wrong(path, 1, "The file is not in UTF-8.", "Save it in that code.") from error
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = str(error)
        at = _AT_THE_END.search(told)
        line, column = (int(at[1] or text.count("\n") + 1), int(at[2] or 1)) if at else (1, 1)
        raise _wrong(path, line, f"It is no TOML: {_AT_THE_END.sub('', told)}.", "Texts stand in double quotes.", column) from error
    auth, own = (_table(path, text, held, name) for name in ("auth", "parley"))
    _check_auth(path, text, auth)
    for name in own:
        if name not in _KNOWN:
            raise _wrong(path, _line(text, name), f"Unknown key {quoted(name)} in [parley].", did_you_mean(name, _KNOWN))
    claim = own.get("groups_claim", "groups")
    if not isinstance(claim, str) or not claim:
        raise _wrong(path, _line(text, "groups_claim"), "'groups_claim' is no name.", 'Write it as groups_claim = "groups".')
    viewers, editors, internal = (_groups(path, text, own, name) for name in ("viewers", "editors", "internal"))
    if not viewers | editors:
        told = "No group may open the dashboard."
        raise _wrong(path, _line(text, "[parley]"), told, 'Name one under [parley], as viewers = ["GROUP"] or editors = ["GROUP"].')
    hours = own.get("hours", 10)
    if type(hours) is not int or not 1 <= hours <= MOST_HOURS:
        raise _wrong(path, _line(text, "hours"), f"'hours' is no whole number from 1 to {MOST_HOURS}.", "So long a login holds; write hours = 10.")
    return Login(path, auth, claim, viewers, editors, internal, hours)


def _table(path: Path, text: str, held: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = held.get(name, {})
    if not isinstance(found, Mapping):
        raise _wrong(path, _line(text, name), f"{quoted(name)} is no table.", f"Write [{name}] on a line of its own.")
    return found


def _check_auth(path: Path, text: str, auth: Mapping[str, Any]) -> None:
    for name in NEEDED:
        if not isinstance(auth.get(name), str) or not auth[name]:
            told = f"[auth] does not say the {quoted(name)}."
            raise _wrong(path, _line(text, name, "[auth]"), told, "deploy/login.toml shows the whole file.")
    for name in ("redirect_uri", "server_metadata_url"):
        if not _is_closed(auth[name]):
            told = f"{quoted(name)} is no address that begins with https://."
            raise _wrong(path, _line(text, name), told, "Only on this machine itself may it be http://localhost.")
    if not _split(auth["redirect_uri"]).path.endswith(f"/{CALLBACK}"):
        raise _wrong(path, _line(text, "redirect_uri"), f"'redirect_uri' does not end in /{CALLBACK}.", "Write it as the login service has it.")
    if len(auth["cookie_secret"]) < LEAST_SECRET:
        make = 'Make one with: python3 -c "import secrets; print(secrets.token_hex(32))"'
        raise _wrong(path, _line(text, "cookie_secret"), f"'cookie_secret' has fewer than {LEAST_SECRET} characters, and can be guessed.", make)


def _split(address: str) -> SplitResult:
    """Return an address in its parts; the port may be left to the dashboard."""
    return urlsplit(address.replace("{port}", "0"))


def _is_closed(address: str) -> bool:
    """Return whether nobody on the way can read what is sent to an address."""
    try:
        found = _split(address)
    except ValueError:
        return False
    return bool(found.hostname) and (found.scheme == "https" or (found.scheme == "http" and found.hostname in ("localhost", "127.0.0.1", "::1")))


def _groups(path: Path, text: str, own: Mapping[str, Any], name: str) -> frozenset[str]:
    found = own.get(name, [])
    if not isinstance(found, Sequence) or isinstance(found, str) or not all(isinstance(one, str) and one for one in found):
        raise _wrong(path, _line(text, name), f"{quoted(name)} is no list of groups.", f'Write it as {name} = ["GROUP"].')
    return frozenset(found)


def _line(text: str, name: str, otherwise: str = "") -> int:
    """Return the line that begins with a key or a table, or else with another."""
    for wanted in filter(None, (name, otherwise)):
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(rf"\s*{re.escape(wanted)}(?![\w-])", line):
                return number
    return 1


def _wrong(path: Path, line: int, what: str, mend: str, column: int = 1) -> LoginFileError:
    return LoginFileError(str(Problem(shown_path(path), line, column, what, mend)))
