"""The templates that somebody gives: tried before anything is made with them, told what they lack, and kept beside the negotiation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from parley.exports.shell import Shell
from parley.exports.template_errors import TemplateError
from parley.exports.templates import LARGEST, Ending, Template, unpacked
from parley.handed_in import megabytes
from parley.model import Party
from parley.telling import templates as told
from parley.telling.said import Said
from parley.writing import write_whole

if TYPE_CHECKING:
    from parley.exports.slide_update import Updated

FOLDER = "house"
ENDINGS: tuple[Ending, ...] = ("pptx", "docx")


def template_of(name: str, data: bytes) -> Template:
    """Return a file as a template in which files can be made; raise `TemplateError` where they cannot."""
    found = unpacked(name, data)
    # Each of the libraries is loaded where it is needed.
    if found.ending == "pptx":
        from parley.exports.slide_house import House

        house = House(found)
        return replace(found, front="" if house.has_own_front else house.front, colours=len(house.theme.colours))
    from parley.exports.word_house import WordHouse

    word = WordHouse(found)
    return replace(found, lacks=word.missing, colours=len(word.theme.colours) if word.theme else 0)


def template_at(path: Path, name: str = "") -> Template:
    """Return the template that a file holds, called so; raise `TemplateError` where it holds none, or cannot be read."""
    called = name or str(path)
    try:
        about = path.stat()
        if about.st_size > LARGEST:
            raise TemplateError.too_large(called, megabytes(about.st_size), megabytes(LARGEST))
        return _tried(path, called, about.st_mtime_ns, about.st_size)
    except OSError as error:
        raise TemplateError.unread(called, error.strerror) from error


@lru_cache(maxsize=8)
def _tried(path: Path, name: str, *_: int) -> Template:
    """Return the template in a file, tried once for as long as the file stays as it is."""
    return template_of(name, path.read_bytes())


def deck_at(path: Path) -> Template:
    """Return a deck made before, to be brought up to date; raise `TemplateError` where it cannot be."""
    try:
        found = unpacked(str(path), path.read_bytes(), is_own=True)
    except OSError as error:
        raise TemplateError.unread(str(path), error.strerror) from error
    if found.ending != "pptx":
        raise TemplateError.no_deck(str(path))
    return found


def noted(shell: Shell, parties: Sequence[Party], endings: Sequence[str]) -> Iterator[Said]:
    """Yield what of the templates of a shell is not used, or stands in for what they lack, in files of these kinds that show so many parties."""
    for one in shell.templates:
        if one.ending not in endings:
            continue
        if one.front:
            yield told.no_front(one.name, one.front)
        if one.lacks:
            yield told.lacks_styles(one.name, one.lacks)
        if one.colours < len(parties):
            yield told.too_few_colours(one.name, one.colours, len(parties))


def update_told(done: Updated) -> Iterator[Said]:
    """Yield what became of the slides of a deck that was brought up to date."""
    named: tuple[tuple[told.Fate, Sequence[int]], ...] = (
        *(("renewed", done.renewed), ("new", done.new), ("gone", done.gone), ("notes", done.with_own_notes)),
    )
    yield from (told.slides_that(fate, numbers) for fate, numbers in named if numbers)
    counts: tuple[tuple[told.Fate, int], ...] = (("same", done.same), ("others", done.others))
    yield from (told.so_many_that(fate, number) for fate, number in counts if number)


def kept(folder: Path) -> tuple[Template, ...]:
    """Return the templates that are kept with a negotiation; raise `TemplateError` where one of them has become none."""
    return tuple(one for ending in ENDINGS if (one := kept_one(folder, ending)))


def kept_one(folder: Path | None, ending: Ending) -> Template | None:
    """Return the template of a kind that is kept with a negotiation, None where there is none; raise as `kept` does."""
    name = _file(ending)
    return template_at(folder / name, name) if folder and (folder / name).exists() else None


def keep(folder: Path, template: Template) -> None:
    """Keep a template with a negotiation, in the place of one of its kind that was."""
    path = folder / _file(template.ending)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, template.data)


def drop(folder: Path, ending: Ending) -> None:
    """Keep no template of a kind with a negotiation."""
    (folder / _file(ending)).unlink(missing_ok=True)


def _file(ending: Ending) -> str:
    return f"{FOLDER}/template.{ending}"
