"""Lettering of what pages alone draw: labels, their widths and their lines in the font of pages."""

from __future__ import annotations

from functools import partial

from parley.figures import lettering
from parley.figures.picture import Label

width_of = partial(lettering.width_of, medium="page")
lines_of = partial(lettering.lines_of, medium="page")
written = partial(Label, medium="page")
