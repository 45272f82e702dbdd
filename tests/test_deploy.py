"""What stands in `deploy/`: the commands in it are commands, and nothing in it opens more than it says."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from parley.access import LoginFileError, login_of
from parley.commands import serve
from parley.commands.parser import command_parser

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
UNIT = (DEPLOY / "parley@.service").read_text(encoding="utf-8").replace("%i", "8502")
PROXY = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
COMMANDS = [*re.findall(r"^ExecStart=\S+/parley (.+)$", UNIT, re.MULTILINE), *re.findall(r"^#\s+parley (serve .+)$", PROXY, re.MULTILINE)]


@pytest.mark.parametrize("command", COMMANDS, ids=["unit", "proxy", "proxy, second"])
def test_the_server_is_started_as_its_command_is_written(command: str) -> None:
    """Every option is one, it stays on its own machine, and answers where the proxy asks: below the same path, at the same port."""
    given = command_parser().parse_args(shlex.split(command))
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


def test_the_container_is_installed_as_it_is_tried_and_may_do_little() -> None:
    """By the very script that `make installed` runs on a bare system; what is copied for it is there, whoever runs it is not root, and its health is asked where it answers."""
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    told = [line.partition(" ")[::2] for line in lines if line and not line.startswith("#")]
    assert [what for name, what in told if name == "RUN"] == ["deploy/install /opt/parley"]
    assert "\tdeploy/install $(VENV)-wheel $(PYTHON)\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
    copied = {one for name, what in told if name == "COPY" and not what.startswith("--from") for one in what.split()[:-1]}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = {Path(one).parts[0] for one in project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]} | {
        "parley",
        "deploy",
        "README.md",
    }
    assert needed <= copied and all((ROOT / one).exists() for one in copied)
    last = dict(told)
    assert (last["USER"], last["VOLUME"], last["EXPOSE"]) == ("10001:10001", "/var/lib/parley", "8501")
    program, *words = json.loads(last["ENTRYPOINT"])
    given = command_parser().parse_args(words)
    assert (program, given.host, given.edit, given.port) == ("/opt/parley/bin/parley", "0.0.0.0", False, 8501)
    assert f"http://127.0.0.1:8501/{given.base_path}/healthz" in last["HEALTHCHECK"]


def test_what_the_login_needs_is_pinned_with_the_hashes_of_its_files() -> None:
    """Each part that the extra asks for, in the version that it was tried with; and what both lists name, in one version."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]["sso"]
    own, common = (
        dict(re.findall(r"^([\w.-]+)==(\S+)", (folder / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)) for folder in (DEPLOY, ROOT)
    )
    assert asked == [f"{name}>={own[name.lower()]}" for name in ("Authlib", "httpx")]
    assert {name: version for name, version in own.items() if common.get(name, version) != version} == {}
    assert (DEPLOY / "requirements.txt").read_text(encoding="utf-8").count("--hash=sha256:") >= len(own)


def test_the_service_writes_into_one_folder() -> None:
    """That of its positions, and nowhere else in the system."""
    settings = dict(re.findall(r"^(\w+)=(.*)$", UNIT, re.MULTILINE))
    assert (settings["ProtectSystem"], settings["StateDirectory"], settings["DynamicUser"]) == ("strict", "parley", "yes")
    assert "/var/lib/parley/positions" in settings["ExecStart"]
    assert "ReadWritePaths" not in settings
