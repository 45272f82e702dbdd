"""The raster: a PNG of the size asked for, with the sheet's colour, set in the package's own fonts as wide as they are measured."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from parley.figures.lettering import width_of
from parley.figures.picture import Box, Label, Layer, Picture
from parley.figures.raster import png_of
from parley.figures.svg import svg_of
from tests.briefings import ARABIC, CHINESE, FRENCH, GERMAN

INK, PAGE = "#000000", "#FCFBF8"


def drawn(*items: Label | Box, scale: float = 2) -> Image.Image:
    """Return a sheet of 400 by 60 pixels with these shapes."""
    picture = Picture(400, 60, (Layer("base", items),), "Test")
    return Image.open(BytesIO(png_of(svg_of(picture, INK, PAGE), scale)))


def ink_of(image: Image.Image) -> tuple[int, int, int, int]:
    """Return the corners of all that is not the sheet's colour."""
    flat = image.convert("RGB")
    found = ImageChops.difference(flat, Image.new("RGB", flat.size, PAGE)).getbbox()
    assert found is not None
    return found


@pytest.mark.parametrize(("scale", "size"), [(1, (400, 60)), (2, (800, 120)), (1.5, (600, 90))])
def test_it_is_a_png_of_the_size_asked_for(scale: float, size: tuple[int, int]) -> None:
    """So many pixels for each of the drawing's; opaque, in the sheet's colour where nothing is drawn."""
    image = drawn(Box(100, 20, 50, 20, "#C64E18"), scale=scale)
    assert (image.format, image.size) == ("PNG", size)
    pixels = image.convert("RGBA")
    assert pixels.getpixel((0, 0)) == (0xFC, 0xFB, 0xF8, 255)
    assert pixels.getpixel((round(125 * scale), round(30 * scale))) == (0xC6, 0x4E, 0x18, 255)


@pytest.mark.parametrize("is_bold", [False, True])
@pytest.mark.parametrize(
    "text", ["US – China: 15 to 17 points apart", GERMAN, FRENCH, CHINESE, "offers 28 %\ufe0e · Apr 2025", f"北岸 – Südmark: 2 {CHINESE}"]
)
def test_a_text_is_drawn_as_wide_as_it_was_measured(text: str, is_bold: bool) -> None:
    """Within three hundredths: a font of the system in its place would be wider or narrower."""
    left, _, right, _ = ink_of(drawn(Label(10, 40, text, 16, is_bold=is_bold)))
    assert (right - left) / 2 == pytest.approx(width_of(text, 16, bold=is_bold), rel=0.03)


@pytest.mark.parametrize("is_bold", [False, True])
def test_arabic_is_joined_and_drawn_in_its_own_font(is_bold: bool) -> None:
    """Joined letters are narrower than the same letters alone."""
    left, _, right, _ = ink_of(drawn(Label(10, 40, ARABIC, 20, is_bold=is_bold)))
    assert 132 <= (right - left) / 2 <= 152
    assert (right - left) / 2 < 0.85 * width_of(ARABIC, 20, bold=is_bold)


def test_the_same_drawing_gives_the_same_image() -> None:
    """Byte for byte."""
    svg = svg_of(Picture(50, 20, (Layer("base", (Label(2, 15, "中 a ع", 12),)),), "Test"), INK, PAGE)
    assert png_of(svg) == png_of(svg)
