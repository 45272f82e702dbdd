"""The command `serve`, which is run where no other is named: open the dashboard on a folder of positions, or on the shipped example."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path

from parley import __version__
from parley.access import login_of
from parley.asking import site_named
from parley.commands.options import base_path, port
from parley.errors import NotInstalledError, WrongArgumentError
from parley.folders import negotiation_folders
from parley.shipped import home, is_of_the_package
from parley.stored.errors import without_password

PORT = 8501
HERE = Path("positions")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "positions",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="one negotiation, or a folder of several; 'positions' where there is one, or else the shipped example",
    )
    parser.add_argument("--texts", type=Path, metavar="DIR", help="the documents' texts; 'texts' beside the records if left out")
    parser.add_argument("--store", default="", metavar="URL", help="a store that 'parley store load' has filled, in place of a folder")
    parser.add_argument("--edit", action="store_true", help="open the pages that write into the folder")
    parser.add_argument("--login", type=Path, metavar="FILE", help="ask everybody to log in, by the settings in a file (deploy/login.toml)")
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="the address listened on (default: this machine alone)")
    parser.add_argument("--name", metavar="NAME", help="the name under which readers ask for it, where that is not the machine's own")
    parser.add_argument("--port", type=port, default=PORT, metavar="NUMBER", help="the port, or the next that is free (default: %(default)s)")
    parser.add_argument("--base-path", type=base_path, default="", metavar="PATH", help="the path below which it answers, behind a proxy")
    parser.add_argument("--embed-from", action="append", default=[], metavar="SITE", help="a site whose pages may show an issue; may be given again")
    parser.add_argument(
        "--allow-origin", action="append", default=[], metavar="SITE", help="a site whose pages may ask below /api; may be given again"
    )
    parser.add_argument("--log-format", choices=("text", "json"), help="write a line for each request and each run of a page, in this form")
    parser.add_argument("--open-metrics", action="store_true", help="answer /metrics to whoever reaches the server, and not to this machine alone")
    parser.add_argument("--version", action="version", version=f"parley {__version__}")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")


def run(given: argparse.Namespace) -> int:
    """Serve until stopped."""
    for site in (*given.embed_from, *given.allow_origin):
        site_named(site)
    if given.store and (given.edit or given.positions):
        raise WrongArgumentError.store_alone("--edit" if given.edit else str(given.positions))
    folder: Path = given.positions or (HERE if HERE.is_dir() else home() / "positions")
    if given.edit and is_of_the_package(folder):
        raise WrongArgumentError.example_not_edited()
    if given.store:
        _see_that_it_opens(given.store)
    elif not given.edit:
        negotiation_folders(folder)  # a table may be brought into a folder that holds none yet
    if given.login:
        check_login(given.login)
    for line in told(given, folder):
        print(line, flush=True)
    # Loaded only now: it takes longer than any other command as a whole.
    from streamlit.web import cli

    cli.main(arguments(given, folder), prog_name="streamlit", standalone_mode=False)
    return 0


def _see_that_it_opens(store: str) -> None:
    try:
        from parley.stored.tables import Tables
    except ImportError as error:
        raise NotInstalledError.extra("--store", "store") from error
    Tables(store).close()


def check_login(file: Path) -> None:
    """Raise `LoginFileError` where nobody could log in by the settings in a file, and `NotInstalledError` where what the login needs is not there."""
    login_of(file)
    if find_spec("authlib") is None or find_spec("httpx") is None:
        raise NotInstalledError.extra("--login", "sso")


def arguments(given: argparse.Namespace, folder: Path) -> list[str]:
    """Return what Streamlit is started with."""
    options = {
        "server.address": given.host,
        "server.port": given.port,
        "server.baseUrlPath": given.base_path,
        "browser.serverAddress": given.name or "localhost",
        "server.headless": str(given.no_browser or is_open(given.host)).lower(),
    }
    own = ["--positions", str(folder), *(["--texts", str(given.texts)] if given.texts else []), *(["--edit"] if given.edit else [])]
    own += ["--store", given.store] if given.store else []
    own += [word for name in ("embed_from", "allow_origin") for site in getattr(given, name) for word in (f"--{name.replace('_', '-')}", site)]
    own += ["--login", str(given.login)] if given.login else []
    own += ["--log-format", given.log_format] if given.log_format else []
    own += ["--open-metrics"] if given.open_metrics else []
    return ["run", str(home() / "dashboard.py"), *(f"--{name}={value}" for name, value in options.items() if value != ""), "--", *own]


def told(given: argparse.Namespace, folder: Path) -> list[str]:
    """Return what whoever starts the server must know: what is shown, where, and to whom."""
    path = given.base_path
    shown = without_password(given.store) if given.store else folder
    lines = [f"Shown is {shown}. The dashboard opens at http://{given.name or 'localhost'}:{given.port}{'/' + path if path else ''}."]
    if folder == home() / "positions" and given.positions is None and not given.store:
        lines.append("That is the example that comes with Parley. To open your own, write its folder: parley DIR")
    if given.login:
        lines.append(f"Everybody is asked to log in, as {given.login} says.")
    elif is_open(given.host):
        lines.append(f"It listens on {given.host}, and asks nobody to log in: whoever reaches this machine reads everything.")
    return lines


def is_open(host: str) -> bool:
    """Return whether others than this machine can reach the address."""
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return host != "localhost"
