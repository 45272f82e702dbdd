"""Writes a file whole or not at all: beside its place first, then into it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from parley.errors import NotMadeError


def refuse_overwriting(path: Path, *, is_forced: bool) -> None:
    """Raise `NotMadeError` where something stands at the path and nobody has asked to replace it; devices and pipes are written to as they are."""
    if not is_forced and os.path.lexists(path) and not _is_stream(path):
        raise NotMadeError.already_there(str(path))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; where that fails what stood there before is left as it was, and `NotMadeError` names the file."""
    try:
        if _is_stream(path):
            path.write_bytes(data)
        else:
            _replace(path.resolve() if path.is_symlink() else path, data)
    except OSError as error:
        raise NotMadeError.unwritten(str(path), error) from error


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _replace(path: Path, data: bytes) -> None:
    """Put the data into the place of a file in one step, under the permissions that the old file has or a new one gets."""
    if path.is_dir():
        raise IsADirectoryError(None, "Is a directory", str(path))
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".parley-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(permissions_for(path))
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def permissions_for(path: Path) -> int:
    """Return the permissions that a file keeps when another takes its place, or that a new one gets."""
    return path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask()


def _mask() -> int:
    """Return what the system takes from the permissions of new files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
