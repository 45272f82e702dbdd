"""Which folders hold a negotiation, and which files in and beside them are its own."""

from __future__ import annotations

import os
from pathlib import Path

from parley.errors import BadFilesError, NoPositionsError, Problem, UnreadableFolderError
from parley.files import shown_path, stamp
from parley.model import NEGOTIATION_FILE

AGENDAS_FOLDER = "agendas"
YAML_ENDINGS = (".yaml", ".yml")


def negotiation_folders(folder: Path) -> tuple[Path, ...]:
    """Return the negotiation folders in `folder`, or `folder` itself; hidden folders are a tool's own copies.

    One in it that may not be looked into may hold a negotiation, and is among them: reading it says why it cannot be read.
    Raises `NoPositionsError` if there is none, and `UnreadableFolderError` where the folder itself may not be looked into.
    """
    if os.path.lexists(folder / NEGOTIATION_FILE):
        return (folder,)
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208
        # Names can be listed where nothing that has them can be looked at.
        os.stat(os.path.join(folder, "."))  # noqa: PTH116, PTH118 - a Path drops the dot
    except (FileNotFoundError, NotADirectoryError):
        names = []
    except OSError as error:
        raise UnreadableFolderError.of(shown_path(folder), error.strerror) from error
    found = tuple(folder / name for name in names if why_unread(folder / name) or os.path.lexists(folder / name / NEGOTIATION_FILE))
    if not found:
        raise NoPositionsError.in_folder(shown_path(folder))
    return found


def why_unread(folder: Path) -> str:
    """Return why nobody can tell whether a folder holds a negotiation; empty where it can be told."""
    try:
        os.lstat(folder / NEGOTIATION_FILE)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        return error.strerror or type(error).__name__
    return ""


def seeds_folder(positions: Path) -> Path:
    """Return where the source records lie: `seeds/` in the given folder, beside it, or beside the one above."""
    places = seeds_places(positions)
    return next(filter(is_folder, places), places[1])


def seeds_places(positions: Path) -> tuple[Path, ...]:
    """Return where source records may lie, nearest first."""
    at = Path(os.path.abspath(positions))  # noqa: PTH100 - resolve() fails on links that lead in a circle
    return at / "seeds", at.parent / "seeds", at.parent.parent / "seeds"


def is_folder(path: Path) -> bool:
    """Return whether a folder is there; one that may not be looked into is, and reading it says so."""
    return os.path.lexists(path) and (os.path.isdir(path) or not os.access(path, os.X_OK))  # noqa: PTH112


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """Return what is named as a YAML file directly in `folder`, sorted by name; hidden files are an editor's own.

    Raises `BadFilesError` where the folder may not be looked into.
    """
    return tuple(folder / name for name in _yaml_names(folder))


def _yaml_names(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.lower().endswith(YAML_ENDINGS) and not name.startswith("."))  # noqa: PTH208
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BadFilesError([unreadable(folder, error.strerror)]) from error


def unreadable(folder: Path, why: str | None) -> Problem:
    """Return that a folder cannot be read, and why."""
    return Problem(shown_path(folder), 1, 1, f"The folder cannot be read: {why}.")


def files_stamp(folder: Path, seeds: Path) -> tuple[object, ...]:
    """Return what changes as soon as any file of the negotiation or any source record does; it never fails."""
    try:
        # Paths of thousands of files are joined as text, which every run of every page does.
        among = [(f"{one}{os.sep}", _yaml_names(one)) for one in (folder, folder / AGENDAS_FOLDER, seeds)]
        return tuple(stamp(at + name) for at, names in among for name in names)
    except BadFilesError as error:
        return (str(error),)


def from_its_folder(problem: Problem) -> Problem:
    """Return the problem with its file named from the folder it lies in on, as whoever reads it elsewhere knows it: not where that folder lies."""
    parts = problem.file.split("/")
    return problem._replace(file="/".join(parts[-3 if parts[-2:-1] == [AGENDAS_FOLDER] else -2 :]))
