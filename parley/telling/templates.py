"""What is said of the templates in whose look files are made, and of a deck that is brought up to date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from parley.telling.said import Said, Verbatim, said, together

Fate = Literal["renewed", "new", "gone", "notes", "same", "others"]
Field = Literal["heading", "give", "drop", "paper", "slides"]

WHAT_FOR = said("template-what-for")
FOR_THE_VISIT = said("template-for-the-visit")
KEPT = said("template-kept")


def field_label(field: Field) -> Said:
    """Return what a control of the page is for."""
    return said("template-field", field=field)


def choice(name: str) -> Said:
    """Return how a size of paper or a shape of slides is called."""
    return said("template-choice", choice=name)


def given(name: str) -> Said:
    """Return which template is used."""
    return said("template-given", name=Verbatim(name))


def no_front(name: str, layout: str) -> Said:
    """Return that a template has no layout for the first slide, and which stands in for it."""
    return said("template-no-front", name=Verbatim(name), layout=Verbatim(layout))


def lacks_styles(name: str, styles: Sequence[str]) -> Said:
    """Return which styles a template does not have."""
    listed = together(*(Verbatim(one) for one in styles), how="comma")
    return said("template-lacks-styles", name=Verbatim(name), styles=listed, count=len(styles))


def too_few_colours(name: str, held: int, needed: int) -> Said:
    """Return that the theme has too few colours that differ enough to stand for so many parties."""
    return said("template-too-few-colours", name=Verbatim(name), held=held, needed=needed)


def slides_that(fate: Fate, numbers: Sequence[int]) -> Said:
    """Return what became of these slides of a deck that was brought up to date."""
    listed = together(*(Verbatim(str(one)) for one in numbers), how="comma")
    return said("deck-slides-that", fate=fate, slides=said("deck-slides", numbers=listed, count=len(numbers)))


def so_many_that(fate: Fate, number: int) -> Said:
    """Return of how many slides something holds."""
    return said("deck-so-many-that", fate=fate, number=number)
