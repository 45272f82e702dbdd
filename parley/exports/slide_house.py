"""A deck in the look of a template: its layouts found by what they are for, its slides taken out, and the room that it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from parley.exports.slide_boxes import FOOT, ISSUES, LINE, NUMBER, SUBTITLE, no_margins, text_box
from parley.exports.slide_frame import FRONT_TITLE_SIZES, LINK_HIGH, LINK_WIDE, NUMBER_WIDE, TITLE_SIZES, Frame
from parley.exports.slide_master import ISSUE_LAYOUT, TITLE_LAYOUT, UNWRITTEN, add_table_style, count_names, drop_leftovers
from parley.exports.slide_text import Paragraph, height_of, set_paragraphs
from parley.exports.template_errors import TemplateError
from parley.exports.templates import Template
from parley.exports.themes import Theme, theme_of
from parley.figures.telling_apart import LETTERS, contrast
from parley.model import Party
from parley.telling.documents import HANDLING_MARK
from parley.words import say

LEAST = (540.0, 190.0)  # points between title and foot without which nothing can be read
_FRONT, _ISSUE = ("parley title", "title slide"), ("parley issue", "title only", "title and content")
_FRONT_TYPES, _ISSUE_TYPES = ("title",), ("titleOnly", "obj", "tx", "objTx")
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_BODIES = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
_FOOTERS = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER)
_WIDE_FOOT = 0.8  # of the room for text, from which on the foot of a layout is wide enough
_Box = tuple[float, float, float, float]  # left, top, right and bottom in points


class House:
    """The look of a template; raises `TemplateError` where slides cannot be made in it."""

    def __init__(self, template: Template) -> None:
        try:
            self.deck: Any = Presentation(BytesIO(template.data))
            self.name = template.name
            self.has_own_front = False
            front, issue = self._layouts()
            self.layouts = {TITLE_LAYOUT: front, ISSUE_LAYOUT: issue}
            self.theme = _theme(issue.slide_master)
            self._title = _box(_placeholder(issue, _TITLES))
            self._region = self._room()
        except TemplateError:
            raise
        except Exception as error:  # whatever is wrong within it, each library has errors of its own
            raise TemplateError.broken(template.name) from error
        _empty(self.deck)
        self.inner, self.letters = self._region[2] - self._region[0], self.theme.letters
        is_light = contrast(self.theme.page, "#FFFFFF") < LETTERS
        self._paler = (("lumMod", 65_000), ("lumOff", 35_000)) if is_light else (("lumMod", 75_000),)
        self._is_accent_read = contrast((*self.theme.accents, self.theme.page)[0], self.theme.page) >= LETTERS
        self.front: str = self.layouts[TITLE_LAYOUT].name
        self._own_foot = self._wide_foot()
        is_numbered = self._held(issue, PP_PLACEHOLDER.SLIDE_NUMBER) is not None
        self.foot_wide = self._own_foot[2] - self._own_foot[0] if self._own_foot else self.inner - (0 if is_numbered else NUMBER_WIDE)

    def framed(self, mark: Sequence[Paragraph], foot: Sequence[Paragraph], *, has_link: bool) -> Frame:
        """Return where things lie, with room for a handling mark, a way to the live view and a foot."""
        left, top, right, bottom = self._region
        foot_high, own = height_of(foot, self.foot_wide), self._own_foot
        foot_top = own[1] if own and own[3] - own[1] >= foot_high else bottom - foot_high
        head = max(height_of(mark, self.inner - LINK_WIDE - 6), LINK_HIGH * has_link)
        head += 4 if head else 0
        if (room := (right - left, foot_top - top - head))[0] < LEAST[0] or room[1] < LEAST[1]:
            raise TemplateError.no_room(self.name, self.layouts[ISSUE_LAYOUT].name, room, LEAST)
        front = _box(_placeholder(self.layouts[TITLE_LAYOUT], _TITLES))
        return Frame(
            width=self.deck.slide_width / Pt(1),
            height=self.deck.slide_height / Pt(1),
            left=left,
            inner=self.inner,
            mark=top,
            title=self._title[1],
            title_room=(self._title[2] - self._title[0] - 14.4, self._title[3] - self._title[1] - 7.2),
            link=top,
            body=top + head,
            foot=foot_top,
            foot_wide=self.foot_wide,
            sizes=_from(_size(self.layouts[ISSUE_LAYOUT]), TITLE_SIZES),
            front_sizes=_from(_size(self.layouts[TITLE_LAYOUT]), FRONT_TITLE_SIZES),
            front=(front[2] - front[0] - 14.4, front[3] - front[1] - 7.2),
        )

    def begin(self, layout: int, frame: Frame, mark: Sequence[Paragraph], foot: Sequence[Paragraph]) -> Any:
        """Return a new slide with what all of its layout have, each piece by its name."""
        of = self.layouts[layout]
        relation, slide = self.deck.part.add_slide(of)
        ids = self.deck.slides._sldIdLst
        ids._add_sldId(id=max((one.id for one in ids), default=255) + 1, rId=relation)
        slide.shapes.clone_placeholder(_placeholder(of, _TITLES))
        if layout == TITLE_LAYOUT:
            if held := self._cloned(slide, of, PP_PLACEHOLDER.SUBTITLE, SUBTITLE):
                held.text_frame.margin_left = held.text_frame.margin_right = Pt(7.2)
                held.text_frame.margin_top = held.text_frame.margin_bottom = Pt(3.6)
            else:
                text_box(slide, SUBTITLE, self._beneath_title(of, frame), ())
            if any(one.name == ISSUES and one.placeholder_format.type in _BODIES for one in of.placeholders):
                self._cloned(slide, of, PP_PLACEHOLDER.BODY, ISSUES)
        else:
            text_box(slide, LINE, (frame.left, frame.body, frame.inner, 20), ())
            if mark:
                wide = frame.inner - LINK_WIDE - 6
                text_box(slide, say(HANDLING_MARK), (frame.left, frame.mark, wide, height_of(mark, wide)), mark)
        if not self._cloned(slide, of, PP_PLACEHOLDER.SLIDE_NUMBER, NUMBER):
            text_box(slide, NUMBER, (frame.right - 50, frame.foot, 50, 16), ())
        place = (frame.left, frame.foot, frame.foot_wide, height_of(foot, frame.foot_wide))
        held = self._held(of, PP_PLACEHOLDER.FOOTER)
        # What the house has written into its own foot stays there.
        if held is not None and not _is_written(held):
            cloned = self._cloned(slide, of, PP_PLACEHOLDER.FOOTER, FOOT)
            cloned.left, cloned.top, cloned.width, cloned.height = map(Pt, place)
            no_margins(cloned)
            set_paragraphs(cloned.text_frame, foot)
        else:
            if held is not None:
                self._cloned(slide, of, PP_PLACEHOLDER.FOOTER, f"{FOOT} of the template").text_frame.text = held.text_frame.text
            text_box(slide, FOOT, place, foot)
        return slide

    def party_colours(self, parties: Sequence[Party]) -> Mapping[str, str] | None:
        """Return a colour of the theme for each party; None where it has too few that differ enough."""
        return self.theme.party_colours(parties)

    def settle(self, slide: Any, frame: Frame) -> None:
        """Let the words in the places of a template's layout look as the template wants: its colours, its sides, and its sizes of titles.

        Everywhere quiet words are a paler shade of its text: what themes call the second colour of text may be any. Words in its first accent
        are in the colour of text where nobody could read them.
        """
        for colour in slide._element.xpath(".//a:rPr//a:schemeClr[@val='tx2']"):
            colour.set("val", "tx1")
            colour.extend(parse_xml(f'<a:{name} {nsdecls("a")} val="{value}"/>') for name, value in self._paler)
        for colour in () if self._is_accent_read else slide._element.xpath(".//a:rPr//a:schemeClr[@val='accent1']"):
            colour.set("val", "tx1")
        for one in slide.placeholders:
            is_title = one.placeholder_format.type in _TITLES
            largest = (frame.front_sizes if one.placeholder_format.type == PP_PLACEHOLDER.CENTER_TITLE else frame.sizes)[0]
            for paragraph in one.text_frame.paragraphs:
                properties = paragraph._p.pPr
                if properties is not None:
                    for name in ("algn",) if properties.get("rtl") is None else ():
                        properties.attrib.pop(name, None)
                    for spacing in properties.findall(qn("a:lnSpc")):
                        properties.remove(spacing)
                    if not is_title:
                        properties.set("marL", "0")
                        properties.set("indent", "0")
                        properties.append(OxmlElement("a:buNone"))
                for run in paragraph._p.iter(qn("a:rPr")):
                    for fill in run.findall(qn("a:solidFill")):
                        run.remove(fill)
                    if is_title:
                        run.attrib.pop("b", None)
                        if run.get("sz") == str(round(largest * 100)):
                            run.attrib.pop("sz")

    def _layouts(self) -> tuple[Any, Any]:
        known = [one for master in self.deck.slide_masters for one in master.slide_layouts]
        titled = [one for one in known if _placeholder(one, _TITLES) is not None]
        issue = _named(titled, _ISSUE, _ISSUE_TYPES) or next((one for one in titled if _placeholder(one, _TITLES[:1]) is not None), None)
        front = _named(titled, _FRONT, _FRONT_TYPES) or next((one for one in titled if _placeholder(one, _TITLES[1:]) is not None), None)
        if issue is None:
            raise TemplateError.no_layout(self.name, [one.name for one in known])
        self.has_own_front = front is not None
        return front or issue, issue

    def _room(self) -> _Box:
        """Return the room for text beneath the title and above the house's own foot."""
        issue = self.layouts[ISSUE_LAYOUT]
        siblings = [issue, *(one for one in issue.slide_master.slide_layouts if one._element.get("type") == "obj"), issue.slide_master]
        wide, high = self.deck.slide_width / Pt(1), self.deck.slide_height / Pt(1)
        fields = [_box(found) for one in siblings if (found := _placeholder(one, _BODIES)) is not None]
        # A low field holds a line beneath the title, and is none for text.
        fields = [one for one in fields if one[3] - max(one[1], self._title[3]) >= LEAST[1]] or fields
        left, top, right, bottom = fields[0] if fields else (self._title[0], self._title[3], self._title[2], high - 36)
        feet = [_box(one) for one in issue.placeholders if one.placeholder_format.type in _FOOTERS]
        low = min((one[1] for one in feet if one[1] > high / 2), default=high - 12)
        return max(left, 12), max(top, self._title[3]), min(right, wide - 12), min(bottom, low - 2)

    def _wide_foot(self) -> _Box | None:
        """Return where the layout has its foot, if that is as good as empty and wide enough for Parley's."""
        held = self._held(self.layouts[ISSUE_LAYOUT], PP_PLACEHOLDER.FOOTER)
        left, top, right, bottom = _box(held) if held is not None and not _is_written(held) else (0.0, 0.0, 0.0, 0.0)
        is_wide = left <= self._region[0] + 1 and right - left >= _WIDE_FOOT * self.inner and top >= self._region[3]
        return (left, top, right, bottom) if is_wide else None

    def _beneath_title(self, of: Any, frame: Frame) -> _Box:
        left, _, right, bottom = _box(_placeholder(of, _TITLES))
        return left, bottom + 6, right - left, max(frame.foot - bottom - 16, 40)

    def _held(self, of: Any, kind: Any) -> Any:
        return _placeholder(of, (kind,))

    def _cloned(self, slide: Any, of: Any, kind: Any, name: str) -> Any:
        """Return a place of the layout on the slide, None where the layout has none."""
        held = self._held(of, kind)
        if held is None:
            return None
        slide.shapes.clone_placeholder(held)
        made = slide.placeholders[held.placeholder_format.idx]
        made.name = name
        return made


def _named(layouts: Sequence[Any], names: Sequence[str], types: Sequence[str]) -> Any:
    """Return the layout called by one of these names, else the first of one of these types."""
    for name in names:
        if found := next((one for one in layouts if one.name.strip().lower() == name), None):
            return found
    for kind in types:
        if found := next((one for one in layouts if one._element.get("type") == kind), None):
            return found
    return None


def _placeholder(of: Any, kinds: Sequence[Any]) -> Any:
    return next((one for one in of.placeholders if one.placeholder_format.type in kinds), None)


def _is_written(held: Any) -> bool:
    return bool(held.text_frame.text.strip(f" {UNWRITTEN}"))


def _box(shape: Any) -> _Box:
    left, top = shape.left / Pt(1), shape.top / Pt(1)
    return left, top, left + shape.width / Pt(1), top + shape.height / Pt(1)


def _size(layout: Any) -> float:
    """Return the size of a layout's title, as it or its master sets it."""
    master, title = layout.slide_master, _placeholder(layout, _TITLES)
    styles = [
        *_sizes(title._element),
        *(size for one in master.placeholders if one.placeholder_format.type in _TITLES for size in _sizes(one._element)),
    ]
    styles += [int(one) for one in master._element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz")]
    return (styles[0] if styles else 4400) / 100


def _sizes(shape: Any) -> Iterator[int]:
    yield from (int(one) for one in shape.xpath("./p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr/@sz"))


def _from(largest: float, sizes: Sequence[float]) -> tuple[float, ...]:
    return (largest, *(one for one in sizes if one < largest), *([14.0] if largest > 14 else []))


def _theme(master: Any) -> Theme:
    mapped = master._element.find(qn("p:clrMap"))
    page = mapped.get("bg1", "lt1") if mapped is not None else "lt1"
    return theme_of(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob, page)


def _empty(deck: Any) -> None:
    """Take out of a deck its slides, and what lists them."""
    ids = deck.slides._sldIdLst
    for one in list(ids):
        deck.part.drop_rel(one.rId)
        ids.remove(one)
    for name in ("p:custShowLst", "p:extLst"):
        for one in deck.part._element.findall(qn(name)):
            deck.part._element.remove(one)
    drop_leftovers(deck)
    add_table_style(deck)
    count_names(deck.part.package)
