"""A Word document in the look of a template: its text taken out, its styles found by name, and what every page carries added to its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.parts.numbering import NumberingPart
from docx.shared import Mm, Pt, RGBColor

from parley.exports.footnotes import NOTE_STYLES
from parley.exports.template_errors import TemplateError
from parley.exports.templates import Template, is_taken
from parley.exports.themes import Theme, theme_of
from parley.exports.word_styles import ACCENT, CELL_STYLES, PAGE_STYLES, PREFIX, SIZES, WORD_STYLES
from parley.figures.telling_apart import LETTERS, contrast
from parley.model import Party

_LIST_STYLES: Mapping[str, tuple[str, str]] = {"List Bullet": ("bullet", "•"), "List Number": ("decimal", "%1.")}
_FOLLOWS_NUMBERS = ("w:numIdMacAtCleanup",)


class WordHouse:
    """The look of a Word template; raises `TemplateError` where it cannot be read."""

    def __init__(self, template: Template) -> None:
        try:
            self.word: Any = docx.Document(BytesIO(template.data))
            self.theme = self._theme()
            self.missing = tuple(name for name in SIZES if _by_name(self.word, name) is None)
        except Exception as error:  # whatever is wrong within it, the library has errors of its own
            raise TemplateError.broken(template.name) from error
        self._ids: dict[str, str] = {}

    def begin(self, size: float) -> None:
        """Take out its text, and see to it that every style is there; `size` is that of the letters in the table."""
        self._empty()
        self._clear_pages()
        for name in SIZES:
            self._ids[_id(name)] = (_by_name(self.word, name) or self._added(name)).style_id
        for name, (points, after, is_bold) in CELL_STYLES.items():
            found = _by_name(self.word, PREFIX + name)
            if found is None:
                found = self._made(PREFIX + name, WD_STYLE_TYPE.PARAGRAPH)
                found.base_style = _by_name(self.word, "Normal")
                found.font.size, found.font.bold = Pt(size + points), is_bold
                look = found.paragraph_format
                look.space_before, look.space_after, look.line_spacing = Pt(0), Pt(after), 1.0
                look.left_indent = look.first_line_indent = Pt(0)
            self._ids[_id(name)] = found.style_id
        for name, base in PAGE_STYLES.items():
            found = _by_name(self.word, PREFIX + name)
            if found is None:
                found = self._made(PREFIX + name, WD_STYLE_TYPE.PARAGRAPH)
                found.base_style = _by_name(self.word, base)
                found.font.size = Pt(SIZES[base][0])
            self._ids[_id(name)] = found.style_id
        for name, (colour, is_bold) in WORD_STYLES.items():
            found = _by_name(self.word, PREFIX + name)
            if found is None:
                found = self._made(PREFIX + name, WD_STYLE_TYPE.CHARACTER)
                found.font.color.rgb, found.font.bold = RGBColor.from_string(self._tint(colour).lstrip("#")), is_bold
            self._ids[_id(name)] = found.style_id
        for one in self.word.styles.element.iter(qn("w:lang")):
            one.set(qn("w:val"), "en-GB")

    def party_colours(self, parties: Sequence[Party]) -> Mapping[str, str] | None:
        """Return a colour of the theme for each party; None where it has too few that differ enough."""
        return self.theme.party_colours(parties) if self.theme else None

    def close(self) -> None:
        """Call styles in all that was written as the template calls them."""
        for key, name in NOTE_STYLES.items():
            self._ids[key] = _by_name(self.word, name).style_id
        for one in self.heads():
            if not one.paragraphs:
                one.add_paragraph()
        footnotes = [one.target_part for one in self.word.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
        for root in (self.word.element.body, *(one._element for one in self.heads()), *(one._element for one in self.feet())):
            self.rename(root)
        for part in footnotes:
            root = parse_xml(part.blob)
            self.rename(root)
            part._blob = serialize_part_xml(root)

    def rename(self, root: Any) -> None:
        """Call the styles beneath an element as the template calls them."""
        for tag in ("w:pStyle", "w:rStyle"):
            for one in root.iter(qn(tag)):
                one.set(qn("w:val"), self._ids.get(one.get(qn("w:val")), one.get(qn("w:val"))))

    def heads(self) -> Iterator[Any]:
        """Yield the head of every kind of page that the template has."""
        section, settings = self.word.sections[0], self.word.settings
        yield section.header
        if section.different_first_page_header_footer:
            yield section.first_page_header
        if settings.odd_and_even_pages_header_footer:
            yield section.even_page_header

    def feet(self) -> Iterator[Any]:
        """Yield the foot of every kind of page that the template has."""
        section, settings = self.word.sections[0], self.word.settings
        yield section.footer
        if section.different_first_page_header_footer:
            yield section.first_page_footer
        if settings.odd_and_even_pages_header_footer:
            yield section.even_page_footer

    def _clear_pages(self) -> None:
        """Take out of heads and feet what Parley wrote there, where the template is a document that it made: it would be old."""
        own = {PREFIX + name for name in PAGE_STYLES}
        for one in (*self.heads(), *self.feet()):
            for paragraph in one.paragraphs:
                if paragraph.style.name in own:
                    paragraph._p.getparent().remove(paragraph._p)

    def _theme(self) -> Theme | None:
        held = [one.target_part for one in self.word.part.rels.values() if one.reltype == RELATIONSHIP_TYPE.THEME]
        return theme_of(held[0].blob) if held else None

    def _tint(self, colour: str) -> str:
        """Return the first accent of the theme in place of Parley's own, where small letters in it can be read."""
        first = self.theme.accents[0] if self.theme and self.theme.accents else ""
        return first if colour == ACCENT and first and contrast(first, "#FFFFFF") >= LETTERS else colour

    def _empty(self) -> None:
        """Take out all text, with what only it refers to; the page, its heads and its feet stay."""
        body = self.word.element.body
        sections = list(body.iter(qn("w:sectPr")))
        last = body.find(qn("w:sectPr"))
        if last is None:
            last = deepcopy(sections[-1]) if sections else parse_xml(f"<w:sectPr {nsdecls('w')}/>")
        # What a section does not say of its heads and feet, the one before it says.
        said = {
            (one.tag, one.get(qn("w:type"))): one
            for each in sections
            for one in each
            if one.tag in (qn("w:headerReference"), qn("w:footerReference"))
        }
        for (tag, kind), one in said.items():
            if not any(each.tag == tag and each.get(qn("w:type")) == kind for each in last):
                last.insert(0, deepcopy(one))
        for one in list(body):
            body.remove(one)
        for tag in ("w:type", "w:cols", "w:printerSettings"):
            for one in last.findall(qn(tag)):
                last.remove(one)
        body.append(last)
        if not self.word.sections[0].page_width:
            self.word.sections[0].page_width, self.word.sections[0].page_height = Mm(210), Mm(297)
        for key, one in list(self.word.part.rels.items()):
            if not is_taken(one.reltype, "docx"):
                self.word.part.rels.pop(key)
        settings, held = self.word.settings, self.word.part._settings_part
        for key, one in list(held.rels.items()):
            if one.is_external:
                held.rels.pop(key)
        for tag in ("w:attachedTemplate", "w:footnotePr", "w:endnotePr", "w:documentProtection", "w:trackRevisions", "w:mailMerge"):
            for one in settings.element.findall(qn(tag)):
                settings.element.remove(one)

    def _made(self, name: str, kind: Any) -> Any:
        made = self.word.styles.add_style(name, kind)
        made.element.styleId = _id(name)
        return made

    def _added(self, name: str) -> Any:
        """Return a style that the template lacks, in Parley's own look."""
        kind = WD_STYLE_TYPE.CHARACTER if name == "Strong" else WD_STYLE_TYPE.PARAGRAPH
        made = self.word.styles.add_style(name, kind, builtin=True)
        made.element.styleId = _id(name)
        if name == "Strong":
            made.font.bold = True
            return made
        points, before, after = SIZES[name]
        is_head = name in ("Title", "Heading 1", "Heading 2")
        made.font.size, made.font.bold = Pt(points), is_head
        made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(before), Pt(after)
        if name.startswith("Heading"):
            made.paragraph_format.keep_with_next = True
            made.element.get_or_add_pPr().append(OxmlElement("w:outlineLvl", attrs={qn("w:val"): str(int(name[-1]) - 1)}))
        if name in _LIST_STYLES:
            made.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = self._list(*_LIST_STYLES[name])
        return made

    def _list(self, kind: str, sign: str) -> int:
        """Return the number of a new list in the document, with one sign or number before each of its lines."""
        root = self._numbering()
        number = 1 + max((int(one.get(qn("w:abstractNumId"))) for one in root.findall(qn("w:abstractNum"))), default=0)
        place = '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr>'
        level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>{place}</w:lvl>'
        made = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>')
        root.insert_element_before(made, "w:num", *_FOLLOWS_NUMBERS)
        key = 1 + max((int(one.get(qn("w:numId"))) for one in root.findall(qn("w:num"))), default=0)
        listed = parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{number}"/></w:num>')
        root.insert_element_before(listed, *_FOLLOWS_NUMBERS)
        return key

    def _numbering(self) -> Any:
        part = self.word.part
        held = [one.target_part for one in part.rels.values() if one.reltype == RELATIONSHIP_TYPE.NUMBERING]
        if held:
            return held[0].element
        root = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        part.relate_to(NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, root, part.package), RELATIONSHIP_TYPE.NUMBERING)
        return root


def _by_name(word: Any, name: str) -> Any:
    """Return the style called so in whatever case: programs write "heading 1" and "Heading 1"."""
    return next((one for one in word.styles if (one.name or "").lower() == name.lower()), None)


def _id(name: str) -> str:
    return name.replace(" ", "")
