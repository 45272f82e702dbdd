"""Who may do what: the settings of a login, read strictly, and what follows from what the login service says of somebody."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from parley.access import Login, LoginFileError, Person, login_of
from tests.making import login_file

SECRET = "0123456789abcdef" * 2


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "login.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def login(tmp_path: Path) -> Login:
    return login_of(login_file(tmp_path, viewers=["talks", "press"], editors=["desk"], internal=["talks"]))


@pytest.mark.parametrize(
    ("claims", "person"),
    [
        ({"groups": ["desk", "talks"]}, ("editor", True)),
        ({"groups": ["desk"]}, ("editor", True)),
        ({"groups": ["talks"]}, ("viewer", True)),
        ({"groups": ["press"]}, ("viewer", False)),
        ({"groups": "press"}, ("viewer", False)),
        ({"groups": ["Desk", "other"]}, (None, False)),
        ({"groups": [["desk"], 1, None]}, (None, False)),
        ({"groups": {"desk": True}}, (None, False)),
        ({"groups": "desk talks"}, (None, False)),
        ({"roles": ["desk"]}, (None, False)),
        ({}, (None, False)),
    ],
)
def test_a_role_comes_from_the_groups_and_from_nothing_else(login: Login, claims: dict[str, Any], person: tuple[str | None, bool]) -> None:
    """Editors see all; viewers see what is internal only where a group of theirs may; whoever is in no group has no role."""
    found = login.person({"is_logged_in": True, "aud": "parley", "sub": "u1", **claims})
    assert found is not None
    assert (found.role, found.sees_internal) == person


@pytest.mark.parametrize(
    "claims",
    [
        {"is_logged_in": False, "aud": "parley", "sub": "u1"},
        {"aud": "parley", "sub": "u1"},
        {"is_logged_in": True, "aud": "other", "azp": "parley", "sub": "u1"},
        {"is_logged_in": True, "aud": ["other"], "sub": "u1"},
        {"is_logged_in": True, "sub": "u1"},
        {"is_logged_in": True, "aud": "parley", "sub": ""},
        {"is_logged_in": True, "aud": "parley", "sub": 7},
    ],
    ids=str,
)
def test_what_was_said_to_another_program_or_of_nobody_is_no_login(login: Login, claims: dict[str, Any]) -> None:
    """Also where it names this program as the one that asked."""
    assert login.person({**claims, "groups": ["desk"]}) is None


def test_a_name_in_the_history_tells_one_person_from_another(login: Login) -> None:
    """It goes with the address, and holds no line break with which a save could be made to say more."""

    def name(**claims: object) -> str:
        found = login.person({"is_logged_in": True, "aud": ["parley", "other"], "sub": "u1", **claims})
        assert isinstance(found, Person)
        return found.name

    assert name(name="Ana Berg", email="ana@example.org") == "Ana Berg (ana@example.org)"
    assert name(email="ana@example.org") == "ana@example.org"
    assert name(name="Ana\nBerg\u202e") == "AnaBerg"
    assert name() == "u1"


def test_groups_may_lie_within_another_claim(tmp_path: Path) -> None:
    """A name with points is first looked for as it stands."""
    login = login_of(login_file(tmp_path, editors=["desk"], groups_claim="realm_access.roles"))
    for claims in ({"realm_access": {"roles": ["desk"]}}, {"realm_access.roles": ["desk"]}):
        found = login.person({"is_logged_in": True, "aud": "parley", "sub": "u1", **claims})
        assert found is not None and found.role == "editor"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('client_id = "parley"\n', "", "1:1: [auth] does not say the 'client_id'. deploy/login.toml shows the whole file."),
        (SECRET, "short", "3:1: 'cookie_secret' has fewer than 32 characters, and can be guessed. Make one with: "),
        ("http://localhost:{port}/", "http://talks.example/", "2:1: 'redirect_uri' is no address that begins with https://."),
        ("oauth2callback", "back", "2:1: 'redirect_uri' does not end in /oauth2callback. Write it as the login service has it."),
        ('viewers = ["talks"]', 'viewer = ["talks"]', "9:1: Unknown key 'viewer' in [parley]. Did you mean 'viewers'?"),
        ('viewers = ["talks"]', 'viewers = "talks"', "9:1: 'viewers' is no list of groups. Write it as viewers = [\"GROUP\"]."),
        ('viewers = ["talks"]', "", "8:1: No group may open the dashboard. Name one under [parley], as "),
        ('viewers = ["talks"]', 'viewers = ["talks"]\nhours = 0', "10:1: 'hours' is no whole number from 1 to 168. So long a login holds; "),
        ('viewers = ["talks"]', "viewers = [talks]", "9:12: It is no TOML: Invalid value. Texts stand in double quotes."),
    ],
)
def test_a_wrong_setting_is_told_with_its_line_and_its_remedy(tmp_path: Path, old: str, new: str, told: str) -> None:
    """And nobody is let in by a file that is not right as a whole."""
    text = login_file(tmp_path, viewers=["talks"]).read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(LoginFileError, match=f"login.toml:{re.escape(told)}"):
        login_of(written(tmp_path, text.replace(old, new)))


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Where it is not there, or is no text."""
    with pytest.raises(LoginFileError, match="The settings of the login cannot be read: .*none.toml: No such file"):
        login_of(tmp_path / "none.toml")
    (tmp_path / "login.toml").write_bytes(b"\xff")
    with pytest.raises(LoginFileError, match="1:1: The file is not in UTF-8."):
        login_of(tmp_path / "login.toml")
