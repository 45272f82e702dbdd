"""In what an exported file is put, as the command line says it: templates, paper, shape of slides, author and the time."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from parley.exports.houses import kept, template_at
from parley.exports.shell import Shell, now
from parley.exports.template_errors import TemplateError
from parley.exports.templates import Template


def shell_given(given: argparse.Namespace, ending: str, folder: Path, prepared_by: str | None) -> Shell:
    """Return the shell of a file; templates that are named stand before those kept in the folder of the negotiation."""
    named = tuple(_named(given.template or (), ending))
    held = () if given.no_template else kept(folder)
    templates = (*named, *(one for one in held if one.ending not in {each.ending for each in named}))
    if given.update:
        for option, value in (("--template", given.template), ("--slides", given.slides)):
            if value:
                raise TemplateError.keeps_its_look(option)
        return Shell((), given.paper, None, given.author or prepared_by or "", now)
    if given.slides and (slides := next((one for one in templates if one.ending == "pptx"), None)):
        raise TemplateError.has_a_shape(slides.name)
    return Shell(templates, given.paper, given.slides, given.author or prepared_by or "", now)


def _named(paths: Sequence[Path], ending: str) -> Iterator[Template]:
    found: set[str] = set()
    for path in paths:
        one = template_at(path)
        if one.ending in found:
            raise TemplateError.twice(one.ending)
        if ending in ("pptx", "docx") and one.ending != ending:
            raise TemplateError.not_for(str(path), ending)
        found.add(one.ending)
        yield one
