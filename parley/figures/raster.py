"""A drawing in SVG as a PNG image, set in the package's own fonts."""

from __future__ import annotations

from functools import cache

import vl_convert

from parley.fonts import font_folders


def png_of(svg: str, scale: float = 2) -> bytes:
    """Return the drawing as a PNG image with `scale` pixels for each of its own; its sheet is opaque where the SVG paints a background."""
    _register_fonts()
    image: bytes = vl_convert.svg_to_png(svg, scale=scale)
    return image


@cache
def _register_fonts() -> None:
    """Make the package's fonts known to the converter, once for the process."""
    for folder in font_folders():
        vl_convert.register_font_directory(str(folder))
