"""Why a template, or a deck to be brought up to date, cannot be used: in a sentence with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from parley.errors import named
from parley.handed_in import HandedInError
from parley.suggestions import listed

_CALLED = {"pptx": "a presentation", "docx": "a Word document", "xlsx": "a workbook"}


class TemplateError(HandedInError):
    """A file in whose look nothing can be made."""

    smaller = "Take out slides, films and large pictures."
    saved_as = "pptx or docx"

    @classmethod
    def unread(cls, name: str, why: str | None) -> TemplateError:
        """Say that it cannot be read from where it lies."""
        return cls(f"{named(name)} cannot be read: {why or 'nobody says why'}.")

    @classmethod
    def no_template(cls, name: str) -> TemplateError:
        """Say which files are taken."""
        return cls(f"{named(name)} is no template that can be used. Take one of PowerPoint (pptx, potx) or Word (docx, dotx).")

    @classmethod
    def other_kind(cls, name: str, ending: str) -> TemplateError:
        """Say that it is not what its name says."""
        return cls(f"{named(name)} is {_CALLED[ending]}, and not what its name says. Give it the ending .{ending}, or take another file.")

    @classmethod
    def fetches(cls, name: str, address: str) -> TemplateError:
        """Say that whoever opens it would fetch something from elsewhere."""
        return cls(f"{named(name)} fetches something from elsewhere: {named(address)}. Put it into the file, or take it out.")

    @classmethod
    def no_layout(cls, name: str, layouts: Sequence[str]) -> TemplateError:
        """Say that no layout has what every slide needs, and which layouts there are."""
        return cls(f"{named(name)} has no layout with a title, such as 'Title Only' or 'Title and Content'. {listed(layouts)}")

    @classmethod
    def no_room(cls, name: str, layout: str, room: tuple[float, float], least: tuple[float, float]) -> TemplateError:
        """Say how little room its layout leaves, and how much is needed, in points."""
        (wide, high), (least_wide, least_high) = room, least
        return cls(
            f"The layout {named(layout)} of {named(name)} leaves {wide:.0f} by {high:.0f} points between title and foot. "
            f"At least {least_wide:.0f} by {least_high:.0f} are needed: make its field for text larger."
        )

    @classmethod
    def twice(cls, ending: str) -> TemplateError:
        """Say that two templates of one kind were given."""
        return cls(f"Two templates are given for .{ending} files. Name one.")

    @classmethod
    def not_for(cls, name: str, ending: str) -> TemplateError:
        """Say that the file asked for is made in another program's look."""
        return cls(f"{named(name)} is no template for a .{ending} file.")

    @classmethod
    def has_a_shape(cls, name: str) -> TemplateError:
        """Say that slides have the shape that their template has."""
        return cls(f"Slides have the shape that their template {named(name)} has. Leave '--slides' out, or add '--no-template'.")

    @classmethod
    def keeps_its_look(cls, option: str) -> TemplateError:
        """Say that a deck that is brought up to date keeps the look that it has."""
        return cls(f"A deck that is brought up to date keeps its look. Leave '{option}' out, or make a new file without '--update'.")

    @classmethod
    def not_parleys(cls, name: str) -> TemplateError:
        """Say that nothing in a deck was made by Parley."""
        return cls(f"{named(name)} holds nothing that Parley made, by the names of its shapes. Make a new file without '--update'.")

    @classmethod
    def no_deck(cls, name: str) -> TemplateError:
        """Say that only slides are brought up to date."""
        return cls(f"{named(name)} holds no slides. Name a deck (pptx) that Parley made.")

    @classmethod
    def lost_names(cls, name: str) -> TemplateError:
        """Say that a program has dropped the names by which slides are known again."""
        return cls(
            f"{named(name)} has lost the names of its titles, by which Parley knows its slides again; LibreOffice drops them. "
            "Take the file as PowerPoint or Parley saved it, or make a new one without '--update'."
        )
