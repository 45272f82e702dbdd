"""Many people clicking for long, and what goes wrong on purpose: errors, lost clicks, memory, open files and threads; the server killed, the data away, the disk full.

`python -m benchmarks.soak --minutes 10` takes as long; without it half a minute shows that it measures.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import expect, sync_playwright
from websockets.asyncio.client import connect

from benchmarks.pages import ROOT
from benchmarks.serving import at_home, memory_of, served
from benchmarks.steady import Visitor
from benchmarks.timing import percentile, print_table
from parley.dataset import load
from tests.browser.conftest import free_port

TALKS = "us-china-trade"
EARLY = 0.3  # the part of the time after which memory is taken for the first time: of ten minutes the third
THINKING = (0.5, 6.0)  # seconds between two clicks of one person
GIVEN_UP = 15  # seconds after which the first readers have left nothing open
LEAVING = 90  # seconds within which the server should have let go of those who left
MOST_GROWTH = 5.0  # per cent
SMALL = 3  # megabytes of a disk that is soon full
PATIENCE = 60_000  # milliseconds for a page


@dataclass
class Clicked:
    """What came of the clicks of all people: how long each took, which showed another issue than was asked for, and what broke off."""

    took: list[float] = field(default_factory=list)
    lost: int = 0
    errors: list[str] = field(default_factory=list)


def held_by(process: int) -> tuple[int, int]:
    """Return how many files and threads a process has open."""
    threads = re.search(r"^Threads:\s+(\d+)$", Path(f"/proc/{process}/status").read_text(encoding="utf-8"), re.MULTILINE)
    return len(list(Path(f"/proc/{process}/fd").iterdir())), int(threads[1]) if threads else 0


def figure_of(text: str, name: str) -> float:
    """Return the sum of a figure over all its labels, as `/metrics` tells them; 0 where it has none yet."""
    return sum(float(found) for found in re.findall(rf"^{name}(?:{{[^}}]*}})? (\S+)$", text, re.MULTILINE))


def grown(early: float, late: float) -> float:
    """Return by how many per cent something has grown."""
    return 100 * (late - early) / early


def figures(address: str) -> str:
    """Return what the server tells of itself."""
    with urllib.request.urlopen(f"{address}/metrics", timeout=30) as answer:
        return str(answer.read().decode())


async def click_on(address: str, names: dict[str, str], until: float, number: int, found: Clicked) -> None:
    """Go from issue to issue as one person does, with time to read, until a moment."""
    chance = random.Random(number)
    try:
        async with connect(address.replace("http", "ws") + "/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
            visitor, stamp = Visitor(socket, address), 0
            while time.monotonic() < until:
                issue, begun = chance.choice(sorted(names)), time.monotonic()
                stamp += 1
                await visitor.turn_to(issue, stamp)
                found.took.append(time.monotonic() - begun)
                found.lost += visitor.title != names[issue]
                await asyncio.sleep(min(chance.uniform(*THINKING), max(0.0, until - time.monotonic())))
    except Exception as error:
        found.errors.append(f"{type(error).__name__}: {error}")


async def clicking(address: str, process: int, people: int, seconds: float, names: dict[str, str]) -> tuple[Clicked, float, float]:
    """Return what came of all clicks, and the memory early and late."""
    found, begun = Clicked(), time.monotonic()
    everybody = [asyncio.create_task(click_on(address, names, begun + seconds, number, found)) for number in range(people)]
    await asyncio.sleep(seconds * EARLY)
    early = memory_of(process)
    await asyncio.sleep(max(0.0, begun + seconds - time.monotonic()))
    late = memory_of(process)
    await asyncio.gather(*everybody)
    return found, early, late


def after_they_left(process: int, before: tuple[int, int]) -> tuple[int, int]:
    """Return files and threads once they are as before, or when the time is over in which they should be."""
    end = time.monotonic() + LEAVING
    while True:
        files, threads = held_by(process)
        if (files <= before[0] and threads <= before[1]) or time.monotonic() > end:
            return files, threads
        time.sleep(1)


def soaked(people: int, minutes: float) -> list[list[str]]:
    """Return the rows of the long clicking."""
    names = {one.id: one.name for one in load(ROOT / "positions" / TALKS).negotiation.issues}
    with served("dashboard.py", "--positions", str(ROOT / "positions")) as (address, process):
        # What is loaded once, and the threads that stay, are there after the first reader.
        asyncio.run(clicking(address, process, 2, 5, names))
        time.sleep(GIVEN_UP)
        before = held_by(process)
        found, early, late = asyncio.run(clicking(address, process, people, minutes * 60, names))
        told = figures(address)
        after = after_they_left(process, before)
    return [
        ["clicks", "", str(len(found.took))],
        ["seconds of a click, half and 95 of 100", "", f"{percentile(found.took, 0.5):.2f}, {percentile(found.took, 0.95):.2f}"],
        ["lost clicks", "0", str(found.lost)],
        ["errors of readers and of the server", "0, 0", f"{len(found.errors)}, {figure_of(told, 'parley_errors_total'):.0f}"],
        [
            f"memory grown from {EARLY:.0%} of the time to its end",
            f"< {MOST_GROWTH:g} %",
            f"{grown(early, late):.1f} % ({early:.0f} to {late:.0f} MB)",
        ],
        ["open files and threads before, and after all have left", f"{before[0]}, {before[1]}", f"{after[0]}, {after[1]}"],
        *(["error", "", one] for one in sorted(set(found.errors))[:5]),
    ]


def killed_and_away() -> list[list[str]]:
    """Return what an open page shows while its server is killed and comes back, and while the folder of its data is away."""
    rows, port = [], free_port()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright, at_home(playwright) as room, ExitStack() as last:
        for name in ("positions", "seeds"):
            shutil.copytree(ROOT / name, Path(folder) / name)
        address = last.enter_context(started(folder, port))
        page = room.new_page()
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        page.goto(f"{address}/issue?issue=market-access&as_of=2018-05-02")
        expect(page.locator("h1")).to_have_text("Market access to China")
        app = page.locator("[data-testid=stApp]")
        last.close()
        expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        last.enter_context(started(folder, port))
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED")
        page.get_by_role("link", name="Movement", exact=True).click()
        expect(page.locator("h1")).to_have_text("Movement")
        rows.append(
            [
                "the server killed under a page, and started again",
                "the first press counts, the day stays",
                "as_of=2018-05-02" in page.url and "it does",
            ]
        )
        (Path(folder) / "positions" / TALKS).rename(Path(folder) / "away")
        expect(page.get_by_text("The file is not there.").first).to_be_visible()
        page.get_by_role("link", name="Issues", exact=True).click()
        expect(page.locator(".scrubber, h1").first).to_be_visible()
        (Path(folder) / "away").rename(Path(folder) / "positions" / TALKS)
        expect(page.get_by_text("The file is not there.")).to_have_count(0)
        rows.append(["the folder of the data away, and back", "told, the last good data shown, and as before", "it is"])
    return [[str(one) for one in row] for row in rows]


@contextmanager
def started(folder: str, port: int) -> Iterator[str]:
    """Run the dashboard at a port, and kill it at the end as a machine that loses its power does."""
    command = [sys.executable, "-m", "parley", "serve", f"{folder}/positions", "--port", str(port), "--no-browser"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://localhost:{port}"
    finally:
        server.kill()
        server.wait()


# Edits on a disk of its own until it is full; every statement that was said to be saved is there afterwards, and the files can be read.
SAVING = """
import sys
from pathlib import Path
from parley.dataset import load
from parley.editing.edits import Change
from parley.editing.opening import opened
from parley.editing.saving import save
from parley.editing.trying import tried
from parley.errors import ParleyError
folder = Path(sys.argv[1]) / "positions" / "us-china-trade"
key = next(one.id for one in load(folder).statements)
saved, told = "", ""
for number in range(100_000):
    says = f"Edit {number}. " + "x" * 20_000
    try:
        found = save(tried(opened(folder), [Change("statement", key, {"says": says})]), "soak", says[:20])
    except (ParleyError, OSError) as error:
        told = str(error)
        break
    saved = says
    if found.unrecorded:
        told = found.unrecorded
        break
print(number, "edits;", "as it was" if load(folder).statement(key).says == saved and not load(folder).left_out else "LOST", "|", told)
"""


def full_disk() -> list[list[str]]:
    """Return what becomes of saves and of files to take away on a disk that is full; only where one may be made."""
    if os.geteuid() != 0:
        return [["the disk full", "", "not tried: only root can make a small disk"]]
    with tempfile.TemporaryDirectory() as folder:
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL}m", "tmpfs", folder], capture_output=True, text=True)
        if made.returncode:
            return [["the disk full", "", f"not tried: {made.stderr.strip()}"]]
        try:
            for name in ("positions", "seeds"):
                shutil.copytree(ROOT / name, Path(folder) / name)
            saving = subprocess.run([sys.executable, "-c", SAVING, folder], cwd=ROOT, capture_output=True, text=True)
            (Path(folder) / "filled").write_bytes(b"x" * (shutil.disk_usage(folder).free))
            command = [sys.executable, "-m", "parley", "export", str(ROOT / "positions"), "--to", f"{folder}/briefing.pptx"]
            export = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
            left = "nothing is left of it" if not (Path(folder) / "briefing.pptx").exists() else "A HALF FILE IS LEFT"
        finally:
            subprocess.run(["umount", folder], check=True)
    told = (saving.stdout or saving.stderr).strip().splitlines()[-1].replace(folder, "DISK")
    return [
        ["saves until the disk is full", "told, and the files as they were", told],
        [
            "a file to take away on a full disk",
            "told, and no half file",
            f"{(export.stderr.strip().splitlines() or ['nothing told'])[-1].replace(folder, 'DISK')} {left}",
        ],
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=0.5)
    parser.add_argument("--faults", action="store_true", help="only what goes wrong on purpose")
    args = parser.parse_args()
    head = ["what", "wanted", "measured"]
    if not args.faults:
        print_table(f"{args.people} people clicking for {args.minutes:g} minutes", head, soaked(args.people, args.minutes))
    print_table("What goes wrong on purpose", head, [*killed_and_away(), *full_disk()])


if __name__ == "__main__":
    main()
