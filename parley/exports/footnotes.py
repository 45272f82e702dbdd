"""Footnotes of a Word document, which its library does not know: their part of the file, their styles, and their marks in the text."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.text.run import CT_R
from docx.shared import Pt
from docx.text.paragraph import Paragraph

TEXT_STYLE, MARK_STYLE = "FootnoteText", "FootnoteReference"
NOTE_STYLES: Mapping[str, str] = {TEXT_STYLE: "footnote text", MARK_STYLE: "footnote reference"}  # the names under which programs know them
# The two lines that part notes from text take the first two numbers; notes are counted from 1.
_BOOKMARKS = 10_000  # from which number on notes have theirs
_SEPARATORS = {-1: ("separator", "w:separator"), 0: ("continuationSeparator", "w:continuationSeparator")}


# What may follow it in the settings.
_AFTER_NOTES = (
    *("w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang", "w:clrSchemeMapping"),
    *("w:doNotIncludeSubdocsInStats", "w:shapeDefaults", "w:decimalSymbol", "w:listSeparator"),
)


class Footnote:
    """One note, to be filled paragraph by paragraph."""

    def __init__(self, notes: Footnotes, number: int) -> None:
        self.notes, self.number = notes, number
        self.element = OxmlElement("w:footnote", attrs={qn("w:id"): str(number)})

    @property
    def bookmark(self) -> str:
        """Return the name under which other notes refer to this one."""
        return bookmark_of(self.number)

    def add_paragraph(self) -> Paragraph:
        """Return a new paragraph at the end of the note; the first begins with the note's mark."""
        element = OxmlElement("w:p")
        element.get_or_add_pPr().get_or_add_pStyle().val = TEXT_STYLE
        paragraph = Paragraph(element, self.notes.document)
        if not len(self.element):
            _marked_run(paragraph).append(OxmlElement("w:footnoteRef"))
            paragraph.add_run(" ")
        self.element.append(element)
        return paragraph


def bookmark_of(number: int | str) -> str:
    """Return the name under which the note with this number is referred to."""
    return f"note_{number}"


class Footnotes:
    """The footnotes of one document, in the order in which they are added; `close` writes them into it."""

    def __init__(self, document: Document, size: float) -> None:
        self.document = document
        self.notes: list[Footnote] = []
        _add_styles(document, size)

    def add_to(self, paragraph: Paragraph) -> Footnote:
        """Return a new, empty note whose mark stands at the end of the paragraph."""
        note = Footnote(self, len(self.notes) + 1)
        key = {qn("w:id"): str(_BOOKMARKS + note.number)}
        paragraph._p.append(OxmlElement("w:bookmarkStart", attrs={**key, qn("w:name"): note.bookmark}))
        _marked_run(paragraph).append(OxmlElement("w:footnoteReference", attrs={qn("w:id"): str(note.number)}))
        paragraph._p.append(OxmlElement("w:bookmarkEnd", attrs=key))
        self.notes.append(note)
        return note

    def close(self) -> None:
        """Add the part that holds the notes to the document, and name the two separators in its settings."""
        root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for number, (kind, mark) in _SEPARATORS.items():
            shape = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
            opening = f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}">'
            root.append(parse_xml(f"{opening}<w:p>{shape}<w:r><{mark}/></w:r></w:p></w:footnote>"))
        root.extend(one.element for one in self.notes)
        package = self.document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, serialize_part_xml(root), package)
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        named = "".join(f'<w:footnote w:id="{number}"/>' for number in _SEPARATORS)
        settings = self.document.settings.element
        settings.insert_element_before(parse_xml(f"<w:footnotePr {nsdecls('w')}>{named}</w:footnotePr>"), *_AFTER_NOTES)


def _marked_run(paragraph: Paragraph) -> CT_R:
    element = paragraph.add_run()._r
    element.style = MARK_STYLE
    return element


def _add_styles(document: Document, size: float) -> None:
    """Add the two styles of notes, or take those that the document has."""
    held = {(one.name or "").lower(): one for one in document.styles}
    if "footnote text" not in held:
        _add_text_style(document, size)
    if "footnote reference" not in held:
        mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
        mark.element.styleId = MARK_STYLE
        mark.font.superscript = True


def _add_text_style(document: Document, size: float) -> None:
    text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.element.styleId = TEXT_STYLE
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(size)
    # Arabic and Hebrew letters have a size of their own.
    text.element.rPr.append(OxmlElement("w:szCs", attrs={qn("w:val"): str(round(size * 2))}))
    text.paragraph_format.space_after = Pt(1)
    text.paragraph_format.line_spacing = 1
