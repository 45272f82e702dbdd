"""The wheel: it carries all that the program needs, and opens the dashboard on the example where nothing of a clone is."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import tomllib
import urllib.request
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name as as_listed

from parley import __version__, shipped
from parley.access import LoginFileError
from parley.commands import serve
from parley.commands.parser import command_parser, with_command
from parley.errors import NotInstalledError, WrongArgumentError
from tests.browser.conftest import free_port
from tests.making import login_file

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINNED = re.compile(r"^([\w.\-]+)==(\S+)", re.MULTILINE)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an installer puts beside the other packages: the contents of the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "built"], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (folder / "built").iterdir()
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


@pytest.fixture
def elsewhere(tmp_path: Path, installed: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder that is empty, and what makes a Python there find the installed package and no clone."""
    yield tmp_path, {"PYTHONPATH": str(installed), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}


def test_it_carries_every_file_of_the_clone_that_is_read(installed: Path) -> None:
    """Those of the package, and within it the script, the settings and the shipped negotiation with its records; no test, and nothing compiled."""
    kept = {one.relative_to(ROOT) for one in (ROOT / "parley").rglob("*") if one.is_file() and "__pycache__" not in one.parts}
    above = [ROOT / "dashboard.py", ROOT / "every_page.py", ROOT / ".streamlit" / "config.toml"]
    above += [one for name in ("positions", "seeds") for one in (ROOT / name).rglob("*") if one.is_file()]
    wanted = kept | {Path("parley", "shipped") / one.relative_to(ROOT) for one in above}
    assert {one.relative_to(installed) for one in installed.rglob("*") if one.is_file() and "dist-info" not in str(one)} == wanted


def test_its_command_answers_where_there_is_no_clone(elsewhere: tuple[Path, dict[str, str]], installed: Path) -> None:
    """It says its version, and finds nothing wrong with the example that it carries."""
    folder, variables = elsewhere
    script = "import sys; from parley.__main__ import main; print(main(['check', sys.argv[1]]))"
    found = subprocess.run(
        [sys.executable, "-c", script, installed / "parley" / "shipped" / "positions"],
        cwd=folder,
        env=variables,
        check=True,
        capture_output=True,
        text=True,
    )
    assert re.fullmatch(r"us-china-trade: \d+ statements, 5 sources, 0 errors, 0 warnings\.\n0\n", found.stdout)
    points = (installed / f"parley-{__version__}.dist-info" / "entry_points.txt").read_text(encoding="utf-8")
    assert points == "[console_scripts]\nparley = parley.__main__:program\n"


def test_it_opens_the_example_where_there_is_no_clone(elsewhere: tuple[Path, dict[str, str]], installed: Path) -> None:
    """The server answers with the settings that it carries: no foreign name is let in, and the headers are there."""
    folder, variables = elsewhere
    port = free_port()
    command = [sys.executable, "-m", "parley", "serve", "--no-browser", "--port", str(port), "--base-path", "talks"]
    server = subprocess.Popen(command, cwd=folder, env=variables, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        assert server.stdout.readline() == (
            f"Shown is {installed / 'parley' / 'shipped' / 'positions'}. The dashboard opens at http://localhost:{port}/talks.\n"
        )
        for _ in range(1200):
            try:
                with urllib.request.urlopen(f"http://localhost:{port}/talks/", timeout=5) as answer:
                    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
                    break
            except OSError:
                time.sleep(0.1)
        else:
            pytest.fail("The server did not answer.")
    finally:
        server.kill()
        server.wait(10)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ([], ["serve"]),
        (["--edit"], ["serve", "--edit"]),
        (["talks/"], ["serve", "talks/"]),
        ([".", "--port", "80"], ["serve", ".", "--port", "80"]),
        ([r"C:\talks"], ["serve", r"C:\talks"]),
        (["check"], ["check"]),
        (["--version"], ["--version"]),
        (["chekc"], ["chekc"]),
    ],
)
def test_without_a_command_the_dashboard_is_meant(words: list[str], meant: list[str]) -> None:
    """Whatever looks like a folder is one; another word is a command, and a wrong one is told."""
    assert list(with_command(words)) == meant


def told(*words: str) -> tuple[list[str], list[str]]:
    """Return what is said at the start, and what Streamlit is started with, behind the script."""
    given = command_parser().parse_args(["serve", *words])
    folder = given.positions or Path("positions")
    return serve.told(given, folder), serve.arguments(given, folder)[2:]


def test_only_this_machine_is_listened_to_unless_somebody_says_otherwise() -> None:
    """What that opens is said in one sentence."""
    assert told("talks") == (
        ["Shown is talks. The dashboard opens at http://localhost:8501."],
        [
            "--server.address=127.0.0.1",
            "--server.port=8501",
            "--browser.serverAddress=localhost",
            "--server.headless=false",
            "--",
            "--positions",
            "talks",
        ],
    )
    said, started = told(
        "talks",
        "--host",
        "0.0.0.0",
        "--name",
        "talks.example.org",
        "--port",
        "9000",
        "--base-path",
        "/parley/",
        "--edit",
        "--embed-from",
        "https://a.example",
        "--embed-from",
        "https://b.example",
        "--allow-origin",
        "https://c.example",
    )
    assert said == [
        "Shown is talks. The dashboard opens at http://talks.example.org:9000/parley.",
        "It listens on 0.0.0.0, and asks nobody to log in: whoever reaches this machine reads everything.",
    ]
    assert started == [
        "--server.address=0.0.0.0", "--server.port=9000", "--server.baseUrlPath=parley", "--browser.serverAddress=talks.example.org",
        "--server.headless=true", "--", "--positions", "talks", "--edit", "--embed-from", "https://a.example", "--embed-from", "https://b.example",
        "--allow-origin", "https://c.example",
    ]  # fmt: skip


def test_with_a_login_everybody_is_asked_and_a_wrong_one_starts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings are read before anything listens; where the part that asks is not installed, that is told."""
    file = login_file(tmp_path, viewers=["talks"])
    said, started = told("talks", "--host", "0.0.0.0", "--login", str(file), "--log-format", "json", "--open-metrics")
    assert said[-1] == f"Everybody is asked to log in, as {file} says."
    assert started[-5:] == ["--login", str(file), "--log-format", "json", "--open-metrics"]
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "negotiation.yaml").touch()
    words = ["serve", str(tmp_path / "talks"), "--login"]
    with pytest.raises(LoginFileError, match="none.toml: No such file"):
        serve.run(command_parser().parse_args([*words, str(tmp_path / "none.toml")]))
    monkeypatch.setattr(serve, "find_spec", lambda _name: None)
    with pytest.raises(NotInstalledError, match=r"'--login' needs a part that is not installed. Install it with: pip install 'parley\[sso\]'"):
        serve.run(command_parser().parse_args([*words, str(file)]))


@pytest.mark.parametrize(
    ("host", "is_open"), [("127.0.0.1", False), ("::1", False), ("localhost", False), ("0.0.0.0", True), ("talks.example", True)]
)
def test_who_can_reach_an_address(host: str, is_open: bool) -> None:
    """Only the loopback addresses are closed to others."""
    assert serve.is_open(host) is is_open


def test_the_example_is_not_written_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next update would overwrite what was written; one's own folder is another."""
    monkeypatch.setattr(shipped, "INSTALLED", tmp_path / "shipped")
    (tmp_path / "shipped" / "positions").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WrongArgumentError, match="Begin your own with 'parley new DIR'"):
        serve.run(command_parser().parse_args(["serve", "--edit"]))


def locked() -> dict[str, str]:
    """The version of each package that is pinned, by the name under which it is listed."""
    return {as_listed(name): version for name, version in PINNED.findall((ROOT / "requirements.txt").read_text(encoding="utf-8"))}


def test_all_that_is_needed_in_turn_is_pinned_with_the_hashes_of_its_files() -> None:
    """So that every machine gets the same, byte for byte, or nothing; and what is here is what is pinned."""
    pinned, found, open_ = locked(), set(), {as_listed(Requirement(one).name) for one in PROJECT["dependencies"]}
    while open_:
        found.add(name := open_.pop())
        needed = (Requirement(one) for one in metadata.requires(name) or ())
        open_ |= {as_listed(one.name) for one in needed if not one.marker or one.marker.evaluate({"extra": ""})} - found
    assert found <= pinned.keys()
    assert {name: metadata.version(name) for name in found} == {name: pinned[name] for name in found}
    entries = re.split(r"^(?=[a-z])", (ROOT / "requirements.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert len(entries) == len(pinned)
    assert [one for one in entries if not re.search("--hash=sha256:[0-9a-f]{64}", one)] == []


def test_what_is_asked_for_directly_is_pinned_and_the_version_is_one() -> None:
    """Each with the version that it was tried with, and a license and a command beside it."""
    pinned = locked()
    asked = [Requirement(one) for one in PROJECT["dependencies"]]
    assert [str(one.specifier) for one in asked] == [f">={pinned[as_listed(one.name)]}" for one in asked]
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["version"], cited["license"]) == (__version__, PROJECT["license"])
    assert (PROJECT["version"], PROJECT["scripts"]) == (__version__, {"parley": "parley.__main__:program"})
