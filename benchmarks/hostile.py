"""Files as nobody should hand them in: damaged workbooks, text in strange codes, bombs, macros, forged documents and proposals; each of a seed."""

from __future__ import annotations

import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import datetime
from functools import cache
from typing import Any, Literal
from xml.sax.saxutils import escape

import docx
import typst
import xlsxwriter

Door = Literal["table", "edited", "proposals", "document"]
Upload = tuple[str, bytes]  # a name and what the file holds

NAMES = (
    "../x", "..\\..\\x", "CON", "nul.txt", "/etc/passwd", "C:\\x", "", ".", "..", "~root", "a/b/c", "a" * 300, "t\nx", "t\x00x", "\u202egnp.csv", "-rf",
    "%2e%2e%2fx", "$(touch x)", "<b>x</b>", "中文表", "con.aux.lpt1", ".git", "positions", "negotiation.yaml", "é\u0301", "\ud83d\ude00x".encode("utf-16", "surrogatepass").decode("utf-16"),
)  # fmt: skip
MADE = {"created": datetime(2026, 1, 1)}  # the same whenever it is made
ENDINGS = (".xlsx", ".csv", ".tsv", ".txt", ".xlsm", ".XLSX", "", ".docx", ".pdf", ".html", ".jsonl", ".xls", ".zip", ".csv.exe")
_CODES = (
    "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-7 cp1252 cp1251 cp1253 cp1254 cp1250 koi8-r gb18030 shift_jis euc-kr big5 cp500 cp037 iso-8859-8 "
    "mac-roman iso2022_jp"
)
_HEADS = "Party Country Actor Issue Topic Position Value Date Said Source Speaker Kind Salience Power Confidence ID Page Line Paragraph Firmness Note Position"
CODES = tuple(_CODES.split())
HEADS = (
    *_HEADS.split(),
    "",
    "#A",
    "#P",
    "Tariff (%)",
    "Partei",
    "Bloc",
    "Title",
    "Question",
    "x" * 400,
    "No.",
    "Chapter",
    "Country / group",
    "Demand (%)",
    "Their offer",
    "Red line",
    "Comments",
    "EU",
    "European Union",
    "Start (year)",
)
CELLS = (
    *("A", "B", "Northland", "Côte d'Ivoire", "Länd", "中国", "Ελλάς", "Россия", "a|b;c", "1", "2.5", "3,5", "1.000", "-7", "1e9", "9" * 60, "1/0", "nan", "inf"),
    *("=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x/","y")', "+1", "@SUM(A1)", "-", "–", "n/a", "unknown", "", " ", "2018-05-02", "02/03/2018", "May 2018"),
    *("31.02.2020", "0000-00-00", "yes", "no", "agree", "disagree", "1 - none", "2 - all", "low", "high", "demand", "offer", "limit", "<script>x</script>"),
    *("&amp;lt;", "{{7*7}}", "../x", "CON", "NUL", "\u202eabc", "\u200b", "\ufeff", "\x00", "\x0b", "a\nb", 'a"b', "'", "\ud7ff", "\U0001f600", "x" * 5_000, "#REF!"),
    *("null", "~", "true", "!!python/object:os.system", "&a", "*a", "- x", "key: value", "%", "30 %", "[", "{", "#", "|", ">", "10-20", "10 to 20", "5 t", "٣"),
)  # fmt: skip


def drawn(draw: random.Random) -> tuple[str, Door, Upload]:
    """Return a kind of upload, the door to which it comes, and the file."""
    kind = draw.choice(list(KINDS))
    door, make = KINDS[kind]
    return kind, door, make(draw)


def named(draw: random.Random, usual: str) -> str:
    """Return a name, now and then one that should hurt."""
    if draw.random() < 0.7:
        return usual
    return draw.choice(NAMES) + draw.choice((*ENDINGS, usual[usual.rfind(".") :]))


def damaged(draw: random.Random, data: bytes) -> bytes:
    """Return bytes that were changed, cut off, doubled or moved."""
    made = bytearray(data)
    for _ in range(draw.choice((1, 1, 2, 5, 40))):
        at, to = sorted((draw.randrange(len(made) + 1), draw.randrange(len(made) + 1)))
        match draw.randrange(6):
            case 0 | 1:
                made[at : at + 1] = bytes([draw.randrange(256)])
            case 2:
                del made[at:]
            case 3:
                del made[at : min(to, at + 200)]
            case 4:
                made[at:at] = made[at : min(to, at + 100)]
            case _:
                made[at:at] = draw.randbytes(draw.randint(1, 30))
        if not made:
            break
    return bytes(made)


def repacked(data: bytes, alter: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return an archive of which each part was altered, or left out where None comes of it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for one in old.infolist():
            part = alter(one.filename, old.read(one))
            if part is not None:
                new.writestr(_undated(one.filename), part, compresslevel=1)
    return made.getvalue()


def _undated(name: str) -> zipfile.ZipInfo:
    """Return a part of an archive that does not say when it was packed."""
    made = zipfile.ZipInfo(name)
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def forged(draw: random.Random, data: bytes, inside: str) -> bytes:
    """Return an archive in whose parts, those whose names hold some letters, markup says something else."""
    wanted, is_gentle = re.compile(inside), draw.random() < 0.5  # markup stays whole

    def alter(name: str, part: bytes) -> bytes | None:
        if not wanted.search(name) or draw.random() < 0.4:
            return part
        if draw.random() < 0.05:
            return None
        text = part.decode("utf-8", errors="replace")
        for _ in range(draw.randint(1, 6)):
            places = [one.span() for one in re.finditer(r'"[^"]*"|>[^<]+<|<[^>]+>', text)]
            if not places:
                break
            start, end = draw.choice(places)
            old = text[start:end]
            other = draw.choice(("-1", "999999999", "ZZZ99999", "A0", "\x00", "s", "NaN", "1e400", "&x;", draw.choice(CELLS)))
            new = draw.choice(("", old * 3, f'"{other}"', f">{other}<", old.replace("/", "")))
            if is_gentle:
                other = escape(re.sub("[\x00-\x08\x0b-\x1f]", "", other), {'"': "&quot;"})
                new = f'"{other}"' if old[0] == '"' else f">{other}<" if old[0] == ">" else old
            text = text[:start] + new + text[end:]
        if not is_gentle and draw.random() < 0.1:
            text = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>' + text.replace("?>", "?>", 1)
        return text.encode("utf-8", errors="replace")

    return repacked(data, alter)


def _rows(draw: random.Random) -> list[list[str]]:
    width, height = draw.choice((1, 2, 3, 4, 6, 12)), draw.choice((0, 1, 2, 3, 8, 30))
    heads = draw.sample(HEADS, width) if draw.random() < 0.5 else ["Party", "Issue", "Position", "Date", "Source", "Speaker"][:width]
    few = draw.sample(CELLS, 6)
    rows = [[draw.choice(few if draw.random() < 0.7 else CELLS) for _ in range(width)] for _ in range(height)]
    if draw.random() < 0.2:
        rows = [row[: draw.randint(0, width)] for row in rows]
    if draw.random() < 0.3:
        rows = [[str(number), *row[1:]] for number, row in enumerate(rows, 1)]
    over = [[draw.choice(("", "", "Trade", "Security", head)) for head in heads] for _ in range(draw.choice((0, 0, 0, 1, 1, 2)))]
    return [*over, heads, *rows]


def _text(draw: random.Random) -> Upload:
    """Return cells as text, in any code, with any separator, quoted or not."""
    sign, end = draw.choice((",", ";", "\t", "|", "  ", "\x00")), draw.choice(("\n", "\r\n", "\r", "\u2028"))
    quote = draw.choice((str, str, lambda cell: '"' + cell.replace('"', '""') + '"', lambda cell: '"' + cell))
    text = end.join(sign.join(map(quote, row)) for row in _rows(draw))
    code = draw.choice(CODES)
    data = text.encode(code, errors=draw.choice(("ignore", "replace")))
    if draw.random() < 0.2:
        data = draw.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"PK\x03\x04", b"\x00")) + data
    return named(draw, draw.choice(("t.csv", "t.tsv", "t.txt"))), data


@cache
def _broad_texts() -> tuple[str, ...]:
    many = 10_000
    return (
        "Party," + ",".join(f"I{number}" for number in range(many)) + "\nA" + ",1" * many, "Party,Position\nA," + "x" * 150_000, '"' * 9_999,
        ",\n" * many, "A,B\n" * 300, "\n".join(f"P{number},T,{number % 3}" for number in range(300)),
        "Party," + ",".join(f"I{number}" for number in range(900)) + "\nA" + ",1" * 900 + "\nB" + ",2" * 900,
    )  # fmt: skip


def _broad(draw: random.Random) -> Upload:
    """Return a table of ten thousand columns, of one endless cell, or of nothing but signs."""
    text = draw.choice(_broad_texts())
    return named(draw, "wide.csv"), text.encode()


@cache
def _sound() -> tuple[bytes, ...]:
    """Return workbooks in which nothing is wrong: plain, with several sheets, merged cells, formulas, links, and one that says it holds macros."""
    made = []
    for number in range(4):
        held = io.BytesIO()
        with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
            book.set_properties(MADE)
            sheet = book.add_worksheet("Positions")
            for place, row in enumerate((("Party", "Issue", "Position", "Date"), ("A", "Tariff", 5, "2018-05-02"), ("B", "Tariff", 7.5, "May 2018"))):
                sheet.write_row(place, 0, row)
            if number > 0:
                parties = book.add_worksheet("Parties")
                for place, names in enumerate((("Code", "Name"), ("A", "Northland"), ("B", "Southmark"))):
                    parties.write_row(place, 0, names)
            if number > 1:
                sheet.merge_range(3, 0, 5, 0, "C")
                sheet.write_formula(3, 2, "='[other.xlsx]Sheet1'!A1", None, 4)
                sheet.write_url(4, 1, "http://example.org/x", string="Tariff")
            if number > 2:
                book.add_worksheet("CON").hide()
                sheet.write_comment(0, 0, "Note")
        made.append(held.getvalue())
    macros = repacked(made[0], lambda name, part: part.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml") if "Content" in name else part)
    return (*made, macros)


def _workbook(draw: random.Random) -> Upload:
    """Return a workbook of any cells."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": draw.random() < 0.3, "strings_to_urls": False}) as book:
        book.set_properties(MADE)
        for _ in range(draw.choice((1, 1, 2, 4))):
            sheet = book.add_worksheet()
            for place, row in enumerate(_rows(draw)):
                for column, cell in enumerate(row):
                    value = draw.choice((cell, cell, cell, draw.randint(-9, 9), draw.random() * 1e18, True))
                    sheet.write(place + draw.choice((0, 0, 0, 3)), column, value)
    return named(draw, "t.xlsx"), held.getvalue()


@cache
def _bombs() -> tuple[bytes, ...]:
    """Return archives that unpack to far more than they hold, or whose parts would lie elsewhere."""
    made = []
    names = ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "word/document.xml", "../../x", "/etc/x", "CON")
    for size in (10, 1_000_000, 300_000_000, 600_000_000):
        for first in (0, 3):
            held = io.BytesIO()
            with zipfile.ZipFile(held, "w") as archive:
                for name in names[first : first + 4]:
                    with archive.open(_undated(name), "w") as part:
                        for _ in range(max(1, size // 4_000_000)):
                            part.write(b"<" + b" " * min(size, 1_000_000))
            made.append(held.getvalue())
    return tuple(made)


def _bomb(draw: random.Random) -> Upload:
    data = draw.choice(_bombs())
    return named(draw, draw.choice(("bomb.xlsx", "bomb.docx", "bomb.csv"))), damaged(draw, data) if draw.random() < 0.3 else data


def _forged_workbook(draw: random.Random) -> Upload:
    return named(draw, "t.xlsx"), forged(draw, draw.choice(_sound()), r"sheet\d|sharedStrings|workbook|styles|Content")


def _damaged_workbook(draw: random.Random) -> Upload:
    return named(draw, draw.choice(("t.xlsx", "t.xlsm"))), damaged(draw, draw.choice(_sound()))


class Edited:
    """A workbook for editing, as a page would give it out; set once for all that are forged of it."""

    data = b""


def _edited(draw: random.Random) -> Upload:
    """Return a workbook for editing in which somebody wrote anything into cells, moved them, or tore the file."""
    if draw.random() < 0.3:
        return named(draw, "e.xlsx"), damaged(draw, Edited.data)

    def alter(name: str, part: bytes) -> bytes:
        if "sharedStrings" not in name:
            return part
        text = part.decode()
        places = [one.span(1) for one in re.finditer(r"<t[^>]*>([^<]*)</t>", text)]
        for start, end in sorted(draw.sample(places, draw.choice((1, 2, 5, 30))), reverse=True):
            other = draw.choice((*CELLS, "north-quota-40", "northland", "herring-quota", "1.5"))
            other = re.sub("[\x00-\x08\x0b-\x1f]", "", other).replace("&", "&amp;").replace("<", "&lt;")
            text = text[:start] + other + text[end:]
        return text.encode("utf-8", errors="replace")

    made = repacked(Edited.data, alter)
    return named(draw, "e.xlsx"), forged(draw, made, r"sheet\d") if draw.random() < 0.4 else made


PROPOSAL: Mapping[str, Any] = {
    "proposer": "A", "reason": "why",
    "statement": {
        "party": "northland", "issue": "patrols", "kind": "offer", "says": "Joint.", "place": {"at": "joint"}, "said": "2025-03-04", "firmness": 2,
        "source": "northland-2025-opening", "locator": {"line": 14, "anchor": "patrol boats"}, "to": ["southmark"],
    },
}  # fmt: skip
_VALUES: tuple[Any, ...] = (
    *CELLS[:60], None, True, 0, -1, 10**40, 1.5, float("nan"), [], {}, [[]], {"": ""}, ["northland"] * 3, {"at": None}, {"from": 1}, {"unknown": ""}, "\ud800", "joint", 9, "none",
)  # fmt: skip


def _proposals(draw: random.Random) -> Upload:
    """Return lines of proposals of which values, keys or the very form are something else."""
    lines = []
    for _ in range(draw.choice((1, 1, 2, 5))):
        made = json.loads(json.dumps(PROPOSAL))
        for _ in range(draw.choice((0, 1, 1, 2, 4))):
            at = draw.choice((made, made.get("statement"), made.get("statement")))
            if not isinstance(at, dict) or not at:
                continue
            inner = draw.choice(list(at.values()))
            at = inner if isinstance(inner, dict) and inner and draw.random() < 0.4 else at
            key = draw.choice([*at, "id", "note", "bloc", "parties", "supersedes", "x", ""])
            at[key] = deepcopy(draw.choice(_VALUES))
            if draw.random() < 0.2:
                at.pop(key)
        lines.append(json.dumps(made, ensure_ascii=draw.random() < 0.5))
    if draw.random() < 0.2:
        lines.insert(
            0,
            draw.choice(
                ("[" * 3_000, '{"a":' * 3_000, "null", "1", '"x"', "{}", "", "{'a': 1}", '{"proposer": "A", "proposer": "B"}', "\x00", "x" * 60_000)
            ),
        )
    data = (
        draw.choice(("\n", "\r\n", "\n\n", "\u2028"))
        .join(lines)
        .encode(draw.choice(("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252")), errors="replace")
    )
    return named(draw, "p.jsonl"), damaged(draw, data) if draw.random() < 0.3 else data


def _page(draw: random.Random) -> Upload:
    """Return a web page of any tags, open or closed, with scripts, entities and frames."""
    tags = (
        "p",
        "div",
        "table",
        "td",
        "li",
        "h1",
        "br",
        "script",
        "style",
        "iframe",
        "svg",
        "template",
        "nav",
        "form",
        "title",
        "meta",
        "html",
        "body",
        "a",
        "x-y",
    )
    parts = [
        "<!doctype html>",
        draw.choice(("", "<html lang='xx'>", '<meta charset="utf-7">', '<meta charset="nonsense">', "<base href='http://x/'>")),
    ]
    for _ in range(draw.choice((3, 30, 300))):
        tag = draw.choice(tags)
        parts.append(
            draw.choice(
                (
                    f"<{tag}>",
                    f"</{tag}>",
                    f"<{tag} style='display:none' onload=alert(1) src='http://x/'>",
                    draw.choice(CELLS),
                    "&#0;&#x110000;&bomb;",
                    "<![CDATA[",
                    "<!--",
                )
            )
        )
    if draw.random() < 0.1:
        parts.append("<div>" * 20_000)
    data = "".join(parts).encode(draw.choice(CODES), errors="ignore")
    return named(draw, "page.html"), damaged(draw, data) if draw.random() < 0.2 else data


@cache
def _sound_word() -> bytes:
    made = docx.Document()
    made.add_heading("Article 1", 1)
    made.add_paragraph("The parties shall land herring.")
    made.add_table(2, 2).cell(0, 0).text = "Share"
    made.sections[0].header.paragraphs[0].text = "Draft"
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _word(draw: random.Random) -> Upload:
    made = forged(draw, _sound_word(), "document|styles|header|core|Content|rels") if draw.random() < 0.7 else damaged(draw, _sound_word())
    return named(draw, "d.docx"), made


@cache
def _sound_pdf() -> bytes:
    return bytes(typst.compile(b'#set page(height: 6cm, header: [Draft], numbering: "1")\n= Part\n' + b"The minister told reporters so. " * 40))


def _pdf(draw: random.Random) -> Upload:
    return named(draw, "d.pdf"), damaged(draw, _sound_pdf())


def _plain(draw: random.Random) -> Upload:
    text = "\n".join(draw.choice(CELLS) + " " + draw.choice(CELLS) for _ in range(draw.choice((1, 5, 60))))
    data = text.encode(draw.choice(CODES), errors="ignore")
    return named(draw, "d.txt"), draw.choice(
        (b"", b"", b"{\\rtf1 ", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>")
    ) + data


KINDS: Mapping[str, tuple[Door, Callable[[random.Random], Upload]]] = {
    "text in any code": ("table", _text), "ten thousand columns and endless cells": ("table", _broad), "workbooks of any cells": ("table", _workbook),
    "damaged and cut-off workbooks": ("table", _damaged_workbook), "workbooks with forged parts, macros, links": ("table", _forged_workbook),
    "zip bombs as tables": ("table", _bomb), "zip bombs as documents": ("document", _bomb), "workbooks for editing": ("edited", _edited),
    "proposals": ("proposals", _proposals), "web pages": ("document", _page), "Word documents": ("document", _word), "PDF documents": ("document", _pdf),
    "plain texts": ("document", _plain),
}  # fmt: skip
