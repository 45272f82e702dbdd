"""What stands in `deploy/`: the commands in it are commands, and nothing in it opens more than it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from parley.access import LoginFileError, login_of
from parley.commands import serve
from parley.commands.parser import command_parser

DEPLOY = Path(__file__).parents[1] / "deploy"
UNIT = (DEPLOY / "parley.service").read_text(encoding="utf-8")
PROXY = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
COMMANDS = [re.search(r"^ExecStart=\S+/parley (.+)$", UNIT, re.MULTILINE), re.search(r"^#\s+parley (serve .+)$", PROXY, re.MULTILINE)]


@pytest.mark.parametrize("found", COMMANDS, ids=["unit", "proxy"])
def test_the_server_is_started_as_its_command_is_written(found: re.Match[str] | None) -> None:
    """Every option is one, it stays on its own machine, and answers where the proxy asks: below the same path, at the same port."""
    assert found is not None
    given = command_parser().parse_args(shlex.split(found[1]))
    assert (serve.is_open(given.host), given.base_path, given.no_browser, given.edit) == (False, "parley", True, False)
    assert f"server 127.0.0.1:{given.port};" in PROXY
    assert f"location /{given.base_path}/ {{" in PROXY
    assert given.name == re.search(r"server_name (\S+);", PROXY)[1]  # type: ignore[index]


def test_the_settings_of_a_login_are_read_once_they_are_changed(tmp_path: Path) -> None:
    """As they stand nobody can log in; the address back is where the proxy leads to the dashboard."""
    with pytest.raises(LoginFileError, match="'cookie_secret' has fewer than 32 characters"):
        login_of(DEPLOY / "login.toml")
    changed = tmp_path / "login.toml"
    changed.write_text((DEPLOY / "login.toml").read_text(encoding="utf-8").replace("CHANGE-ME", "0" * 32), encoding="utf-8")
    login = login_of(changed)
    assert (login.path_back, login.claim, login.hours) == ("/parley/oauth2callback", "groups", 10)
    assert (login.viewers, login.editors, login.internal) == ({"NEGOTIATION"}, {"NEGOTIATION-DESK"}, set())


def test_the_service_writes_into_one_folder() -> None:
    """That of its positions, and nowhere else in the system."""
    settings = dict(re.findall(r"^(\w+)=(.*)$", UNIT, re.MULTILINE))
    assert (settings["ProtectSystem"], settings["StateDirectory"], settings["DynamicUser"]) == ("strict", "parley", "yes")
    assert "/var/lib/parley/positions" in settings["ExecStart"]
    assert "ReadWritePaths" not in settings
