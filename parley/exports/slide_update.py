"""A deck brought up to date: what Parley made in it is made anew, known by its names, and all that somebody else added stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import count
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from parley.exports.shell import Shell
from parley.exports.slide_boxes import FOOT, MADE, NUMBER, TITLE, has_own_notes, sign_notes
from parley.exports.slide_frame import SLIDE_SIZES
from parley.exports.slide_master import packed
from parley.exports.template_errors import TemplateError
from parley.exports.templates import Template

_OWN_LAYOUTS = ["Title", "Issue"]
_PLACES = (qn("a:off"), qn("a:ext"))


@dataclass(frozen=True)
class Updated:
    """A deck brought up to date, and what became of its slides by their numbers: renewed, new, no longer made, and with notes of somebody's own.

    `same` are as many as only got their foot anew, and `others` as many as are not Parley's.
    """

    data: bytes
    renewed: tuple[int, ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]
    with_own_notes: tuple[int, ...]
    same: int
    others: int


def shell_of(old: Template, shell: Shell) -> Shell:
    """Return in what the new slides are put: the look of the old deck, whatever template there is besides."""
    deck = _opened(old)
    if not any(_key(one) for one in deck.slides):
        raise (TemplateError.lost_names if any(list(_parleys(one)) for one in deck.slides) else TemplateError.not_parleys)(old.name)
    if [one.name for one in deck.slide_layouts] == _OWN_LAYOUTS:
        wide = deck.slide_width / deck.slide_height
        shape = min(SLIDE_SIZES, key=lambda one: abs(SLIDE_SIZES[one][0] / SLIDE_SIZES[one][1] - wide))
        return replace(shell, templates=(), shape=shape)
    return replace(shell, templates=(old,), shape=None)


def updated(old: Template, new: bytes) -> Updated:
    """Return the old deck with what Parley made of it as it is in the new one; both have the same look."""
    deck, made = _opened(old), Presentation(BytesIO(new))
    work = _Update(deck, made)
    work.fill()
    _about(deck, made)
    return work.told(packed(deck))


class _Update:
    """The slides of the old deck by what they are, with a place for each of the new."""

    def __init__(self, deck: Any, made: Any) -> None:
        self.deck = deck
        self.fresh: set[int] = set()
        self.renewed: set[int] = set()
        self.kept_notes: set[int] = set()
        keys = [(key, one) for one in made.slides if (key := _key(one))]
        held: dict[str, list[Any]] = {}
        for one in deck.slides:
            if key := _key(one):
                held.setdefault(key, []).append(one)
        self.gone = {one.slide_id for key, several in held.items() if key not in dict(keys) for one in several}
        self.pairs: list[tuple[Any, list[Any]]] = []
        before = 0
        for key, one in keys:
            if key not in held:
                held[key] = [self._added(one, before)]
            before = 1 + max(self._place(each) for each in held[key])
            self.pairs.append((one, held[key]))
        self.by_part = {one.part.partname: several[0] for one, several in self.pairs}

    def fill(self) -> None:
        """Put what Parley makes anew into the slides that are there, in the place of what it made before."""
        for new, several in self.pairs:
            for old in several:
                before, after = list(_parleys(old)), list(_parleys(new))
                if old.slide_id not in self.fresh and _content(before) != _content(after):
                    self.renewed.add(old.slide_id)
                self._exchange(old, new, before, after)
                self._notes(old, new)

    def told(self, data: bytes) -> Updated:
        """Return the deck with what became of its slides."""
        numbers = {one.slide_id: number for number, one in enumerate(self.deck.slides, 1)}
        known = {one.slide_id for _, several in self.pairs for one in several}
        groups = (self.renewed, self.fresh, self.gone, self.kept_notes)
        renewed, new, gone, notes = (tuple(sorted(numbers[one] for one in each)) for each in groups)
        same = len(known - self.renewed - self.fresh)
        return Updated(data, renewed, new, gone, notes, same, len(numbers) - len(known) - len(gone))

    def _place(self, slide: Any) -> int:
        return [one.slide_id for one in self.deck.slides].index(slide.slide_id)

    def _added(self, new: Any, place: int) -> Any:
        """Return an empty slide for a new one, at a place among those that are there."""
        layouts = [one for master in self.deck.slide_masters for one in master.slide_layouts]
        layout = next((one for one in layouts if one.name == new.slide_layout.name), layouts[-1])
        slide = self.deck.slides.add_slide(layout)
        for one in list(slide.shapes):
            one._element.getparent().remove(one._element)
        ids = self.deck.slides._sldIdLst
        ids.insert(place, ids[-1])
        self.fresh.add(slide.slide_id)
        return slide

    def _exchange(self, old: Any, new: Any, before: Sequence[Any], after: Sequence[Any]) -> None:
        """Put the new shapes where the first of the old ones lay, beneath what somebody laid over them."""
        tree = old.shapes._spTree
        place = tree.index(before[0]._element) if before else len(tree)
        for one in before:
            tree.remove(one._element)
        ids = count(1 + max((int(one) for one in tree.xpath("//@id") if str(one).isdigit()), default=1))
        for number, one in enumerate(after):
            copied = deepcopy(one._element)
            for each in copied.iter(qn("p:cNvPr")):
                each.set("id", str(next(ids)))
            for link in copied.iter(qn("a:hlinkClick")):
                self._link(link, old, new)
            tree.insert(place + number, copied)

    def _link(self, link: Any, old: Any, new: Any) -> None:
        """Let a copied link lead where it led: to an address, or to the slide that is there for the one of the new deck."""
        key = link.get(qn("r:id"))
        if not key:
            return
        relation = new.part.rels[key]
        if relation.is_external:
            found = old.part.relate_to(relation.target_ref, relation.reltype, is_external=True)
        else:
            found = old.part.relate_to(self.by_part[relation.target_part.partname].part, RELATIONSHIP_TYPE.SLIDE)
        link.set(qn("r:id"), found)

    def _notes(self, old: Any, new: Any) -> None:
        """Renew the notes, unless somebody has written into them."""
        if has_own_notes(old):
            self.kept_notes.add(old.slide_id)
            return
        body, made = old.notes_slide.notes_text_frame, new.notes_slide.notes_text_frame
        if body is None:
            return
        for one in list(body._txBody.p_lst):
            body._txBody.remove(one)
        body._txBody.extend(deepcopy(one) for one in made._txBody.p_lst)
        sign_notes(old)


def _opened(old: Template) -> Any:
    try:
        return Presentation(BytesIO(old.data))
    except Exception as error:  # the library has errors of its own, whatever is wrong within the file
        raise TemplateError.broken(old.name) from error


def _parleys(slide: Any) -> Iterator[Any]:
    """Yield the shapes of a slide that Parley made."""
    return (one for one in slide.shapes if one.name.startswith(MADE))


def _key(slide: Any) -> str:
    """Return which slide of Parley's it is; empty where it is none."""
    title = f"{MADE}{TITLE}"
    return next((one.name.removeprefix(title) for one in slide.shapes if one.name.startswith(title)), "")


def _content(shapes: Sequence[Any]) -> list[tuple[object, ...]]:
    """Return what shapes show, the foot and the number aside: their names and words, and where all that is in them lies."""
    found: list[tuple[object, ...]] = []
    for one in shapes:
        if one.name not in (f"{MADE}{FOOT}", f"{MADE}{NUMBER}"):
            words = tuple(each.text for each in one._element.iter(qn("a:t")))
            places = tuple(tuple(sorted(each.attrib.items())) for each in one._element.iter(*_PLACES))
            found.append((one.name, words, places))
    return found


def _about(deck: Any, made: Any) -> None:
    """Let the properties of the deck say what it is now; when and by whom it was begun stays."""
    was, now = deck.core_properties, made.core_properties
    was.title, was.subject, was.comments = now.title, now.subject, now.comments
    was.modified, was.last_modified_by, was.revision = now.modified, now.last_modified_by, was.revision + 1
