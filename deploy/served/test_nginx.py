"""Behind nginx as `deploy/nginx.conf` has it: two servers, TLS, a path of its own, a login, and a reader in a real browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from playwright.sync_api import BrowserType, Page, expect

from tests.browser.conftest import KNOWS_THE_WAY, ROOT, browser_type_launch_args, free_port, wait_until_up
from tests.browser.test_login import log_in, service
from tests.making import login_file

__all__ = ("browser_type_launch_args", "service")
NAME = "talks.test"
# Waits in `window.back` until the page has lost its server and found one again.
BACK = """() => {
  const app = document.querySelector(".stApp"), isThere = () => app.getAttribute("data-test-connection-state") === "CONNECTED";
  window.back = new Promise((done) => {
    let isLost = false;
    new MutationObserver(() => {
      if (isLost && isThere()) done();
      isLost = isLost || !isThere();
    }).observe(app, { attributes: true });
  });
}"""
PATIENCE = 60_000


@dataclass
class Site:
    """What is served: its address, the port without TLS, the servers behind it by port, and what nginx wrote down of each request."""

    address: str
    plain: int
    servers: dict[int, subprocess.Popen[bytes]]
    log: Path
    trusted: ssl.SSLContext

    def ask(self, path: str, method: str = "GET", data: bytes | None = None, **headers: str) -> tuple[int, Any, bytes]:
        port = int(self.address.rsplit(":", 1)[1].split("/")[0])
        told = {"Host": NAME, **{name.replace("_", "-"): value for name, value in headers.items()}}
        asked = urllib.request.Request(f"https://localhost:{port}{path}", data, told, method=method)
        try:
            with following_nothing(self.trusted).open(asked, timeout=20) as answer:
                return answer.status, answer.headers, answer.read()
        except HTTPError as error:
            return error.code, error.headers, error.read()

    def went_to(self, path: str) -> set[str]:
        """Return the servers to which requests below a path went."""
        lines = [json.loads(one) for one in self.log.read_text(encoding="utf-8").splitlines()]
        return {one["to"].rsplit(":", 1)[-1] for one in lines if one["path"].startswith(path) and one["to"]}


def following_nothing(trusted: ssl.SSLContext) -> urllib.request.OpenerDirector:
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            """Follow nothing."""

    return urllib.request.build_opener(urllib.request.HTTPSHandler(context=trusted), Stay)


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate that nobody signed but itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME), x509.DNSName("localhost")]), critical=False)
    signed = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(key, hashes.SHA256())
    cert, secret = folder / "CERTIFICATE.pem", folder / "KEY.pem"
    cert.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    own = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    secret.write_bytes(own)
    return cert, secret


def proxy(folder: Path, ports: list[int], tls: int, plain: int) -> tuple[Path, Path]:
    """Return a configuration of nginx that holds the one in `deploy/`, with what stands in capitals changed, and where it writes down requests."""
    cert, key = certificate(folder)
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    changed = [("TALKS.EXAMPLE.ORG", NAME), ("/etc/ssl/parley/CERTIFICATE.pem", str(cert)), ("/etc/ssl/parley/KEY.pem", str(key))]
    changed += [("listen 80;", f"listen 127.0.0.1:{plain};"), ("listen 443 ", f"listen 127.0.0.1:{tls} ")]
    changed += [(f"127.0.0.1:{8501 + number};", f"127.0.0.1:{port};") for number, port in enumerate(ports)]
    for old, new in changed:
        assert old in text, old
        text = text.replace(old, new)
    log, main = folder / "requests.log", folder / "nginx.conf"
    rooms = "".join(f"{name}_temp_path {folder / name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    form = '\'{"path":"$uri","status":$status,"to":"$upstream_addr","scheme":"$scheme"}\''
    main.write_text(
        f"daemon off;\nworker_processes 1;\npid {folder / 'pid'};\nerror_log {folder / 'errors.log'};\n"
        f"{'user root;' if os.getuid() == 0 else ''}\nevents {{ worker_connections 512; }}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\n{rooms}log_format own escape=json {form};\naccess_log {log} own;\n{text}\n}}\n",
        encoding="utf-8",
    )
    return main, log


def nginx_is_sound(nginx: str, main: Path) -> str:
    """Return what nginx finds wrong with a configuration."""
    found = subprocess.run([nginx, "-t", "-c", str(main), "-p", str(main.parent)], capture_output=True, text=True, check=False)
    return found.stderr if found.returncode else ""


@pytest.fixture
def site(tmp_path: Path, service: str) -> Iterator[Site]:
    """Two servers on one folder that ask for a login, and nginx before them."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        told = "There is no nginx; `make served` installs it where it may."
        pytest.fail(told) if os.environ.get("CI") else pytest.skip(told)
    for name in ("positions", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    one, two, tls, plain = (free_port() for _ in range(4))
    main, log = proxy(tmp_path, [one, two], tls, plain)
    settings = login_file(tmp_path, service, f"https://{NAME}:{tls}/parley/oauth2callback", viewers=["talks"], editors=["desk"])
    own = ["--edit", "--login", str(settings), "--name", NAME, "--base-path", "parley", "--no-browser"]
    assert nginx_is_sound(nginx, main) == ""
    whole = [sys.executable, "-m", "parley", "serve", str(tmp_path / "positions"), *own]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": ROOT}
    servers = {port: subprocess.Popen([*whole, "--port", str(port)], **quiet) for port in (one, two)}
    for port, server in servers.items():
        assert wait_until_up(server, f"http://localhost:{port}/parley")
    before = subprocess.Popen([nginx, "-c", str(main), "-p", str(tmp_path)], **quiet)
    trusted = ssl.create_default_context(cafile=str(tmp_path / "CERTIFICATE.pem"))
    found = Site(f"https://{NAME}:{tls}/parley", plain, servers, log, trusted)
    try:
        for _ in range(100):
            if before.poll() is not None:
                pytest.fail((tmp_path / "errors.log").read_text(encoding="utf-8"))
            try:
                if found.ask("/parley/healthz")[0] == 200:
                    break
            except OSError:
                time.sleep(0.1)
        yield found
    finally:
        for process in (before, *servers.values()):
            process.terminate()
            process.wait(10)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the login service
def test_what_nginx_adds_and_what_it_keeps_out(site: Site) -> None:
    """TLS for all, the headers on every answer, packed scripts, large bodies only where a file is brought in, and no figures for strangers."""
    with pytest.raises(HTTPError) as led:
        following_nothing(site.trusted).open(urllib.request.Request(f"http://127.0.0.1:{site.plain}/parley/issue?x=1", headers={"Host": NAME}))
    assert (led.value.code, led.value.headers["location"]) == (301, f"https://{NAME}/parley/issue?x=1")
    status, headers, _ = site.ask("/parley/api/v1/negotiations")
    assert status == 401
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["content-security-policy"].endswith("frame-ancestors 'self'") and headers["content-security-policy"].startswith(
        "default-src 'self'"
    )
    assert [headers[one] for one in ("x-content-type-options", "x-frame-options", "referrer-policy")] == ["nosniff", "SAMEORIGIN", "same-origin"]
    assert re.fullmatch(r"parley_reader=[\w=+/]+; expires=.+; path=/parley/; secure; httponly; samesite=lax", headers["set-cookie"])
    assert "server" not in headers or "/" not in headers["server"]
    assert site.ask("/")[1]["location"] == f"{site.address}/"
    assert [site.ask(f"/parley/{one}")[0] for one in ("healthz", "readyz", "metrics", "_stcore/metrics")] == [200, 200, 404, 403]
    assert site.ask("/parley/healthz", Origin="https://evil.example")[0] == 403
    # What is too large is refused by its announced length, before it is sent.
    assert site.ask("/parley/api/v1/negotiations", "POST", b"x" * 70_000)[0] == 413
    assert site.ask("/parley/_stcore/upload_file/s/f", "PUT", b"x" * 70_000)[0] == 401
    assert site.ask("/parley/_stcore/upload_file/s/f", "PUT", b"x" * (50 * 1024 * 1024 + 1))[0] == 413


def told_of(page: Page) -> list[str]:
    """Return what a page complains of, as it goes along; of the login service's own page nothing."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: NAME in answer.url and answer.status >= 400 and said.append(f"{answer.status} {answer.url}"))
    return said


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_reader_logs_in_reads_presents_and_takes_away(site: Site, browser_type: BrowserType, browser_type_launch_args: dict[str, Any]) -> None:
    """At the address that they opened, with one server all the time; and with the other once that one is gone."""
    own = [*browser_type_launch_args["args"], f"--host-resolver-rules=MAP {NAME} 127.0.0.1"]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": own})
    room = browser.new_context(ignore_https_errors=True, viewport={"width": 1280, "height": 720})
    room.set_default_timeout(PATIENCE)
    room.add_init_script(KNOWS_THE_WAY)
    expect.set_options(timeout=PATIENCE)
    page = room.new_page()
    wrong = told_of(page)
    page.goto(f"{site.address}/issue?issue=market-access&as_of=2018-05-02")
    log_in(page, "ana")
    expect(page.locator("h1")).to_have_text("Market access to China")
    assert page.url.startswith(f"{site.address}/issue?") and "as_of=2018-05-02" in page.url
    cookies = {one["name"]: one for one in room.cookies(f"{site.address}/")}
    assert {name: (one["secure"], one["httpOnly"]) for name, one in cookies.items() if name in ("parley_reader", "_streamlit_user", "_streamlit_user_tokens")} == {
        "parley_reader": (True, True), "_streamlit_user": (True, True), "_streamlit_user_tokens": (True, True),
    }  # fmt: skip

    page.get_by_role("link", name="Brief", exact=True).click()
    expect(page.locator("h1")).to_have_text("Present")
    page.locator('[data-test-script-state="notRunning"]').wait_for()
    page.keyboard.press("p")
    page.locator("dialog[open] .slide:visible").first.wait_for()
    with room.expect_page() as opened:
        page.keyboard.press("n")
    opened.value.locator("dialog[open] .now-box .slide:visible").first.wait_for()
    opened.value.close()
    page.goto(f"{site.address}/take-away?as_of=2018-05-02")
    expect(page.locator("h1")).to_have_text("Take away")
    page.locator('[data-test-script-state="notRunning"]').wait_for()
    # A file that somebody gives arrives, and is looked at.
    page.locator("summary", has_text=re.compile("template", re.IGNORECASE)).first.click()
    with page.expect_response(lambda answer: "upload_file" in answer.url) as given:
        page.locator("input[type=file]").first.set_input_files(
            {"name": "house.pptx", "mimeType": "application/octet-stream", "buffer": b"x" * 100_000}
        )
    assert given.value.status == 204
    page.locator('[data-test-script-state="notRunning"]').wait_for()
    with page.expect_download() as taken:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert Path(taken.value.path()).stat().st_size > 500

    script = next(one["path"] for one in map(json.loads, site.log.read_text(encoding="utf-8").splitlines()) if one["path"].endswith(".js"))
    packed = site.ask(script, Accept_Encoding="gzip", Cookie="; ".join(f"{one['name']}={one['value']}" for one in cookies.values()))
    assert (packed[0], packed[1]["content-encoding"]) == (200, "gzip")
    (held,) = site.went_to("/parley/_stcore/stream")
    assert site.went_to("/parley/media/") == site.went_to("/parley/issue") - {""} == {held}

    page.evaluate(BACK)
    site.servers[int(held)].kill()
    page.evaluate("window.back")
    # The first press counts.
    page.get_by_role("link", name="Movement", exact=True).click()
    expect(page.locator("h1")).to_have_text("Movement")
    page.reload()
    expect(page.locator("h1")).to_have_text("Movement")
    assert len(site.went_to("/parley/movement")) == 1 and site.went_to("/parley/movement") != {held}
    assert [one for one in wrong if not one.startswith("502")] == []
    browser.close()
