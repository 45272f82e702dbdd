"""The databases on which a store is tried: DuckDB in memory and, for `make stores`, Debian's PostgreSQL, which is started here."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

STORES = "STORES"  # the variable by which `make stores` asks for both
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: float(one.parent.name))
AS_ROOT = os.name == "posix" and os.getuid() == 0


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The folder of a PostgreSQL server that listens to this machine's own socket there, and to nothing else."""
    if not PROGRAMS:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    # Not among the folders of the tests, of which only the last few runs' stay.
    folder = Path(tempfile.mkdtemp())
    user = {"user": "postgres"} if AS_ROOT else {}  # it refuses to run as root
    if AS_ROOT:
        shutil.chown(folder, "postgres")
    begin = [PROGRAMS[-1] / "pg_ctl", "-D", folder / "data", "-w", "-s", "-l", folder / "log", "-o", f"-k {folder} -c listen_addresses= -c fsync=off"]
    subprocess.run(
        [PROGRAMS[-1] / "initdb", "-D", folder / "data", "-U", "parley", "-A", "trust", "-E", "UTF8", "--no-sync"],
        check=True,
        capture_output=True,
        cwd=folder,
        **user,
    )
    subprocess.run([*begin, "start"], check=True, cwd=folder, **user)
    yield str(folder)
    subprocess.run([*begin, "-m", "immediate", "stop"], check=True, cwd=folder, **user)
    shutil.rmtree(folder)


@pytest.fixture(scope="module", params=["duckdb", "postgres"] if STORES in os.environ else ["duckdb"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a database in which nothing is yet."""
    if request.param == "duckdb":
        return f"duckdb://{tmp_path_factory.mktemp('store')}/talks.duckdb"
    folder, name = request.getfixturevalue("postgres"), request.module.__name__.rpartition(".")[2]
    subprocess.run([PROGRAMS[-1] / "createdb", "-h", folder, "-U", "parley", name], check=True)
    return f"postgres://parley@/{name}?host={folder}"
