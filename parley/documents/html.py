"""Web pages, read by lxml: what a reader sees, block by block; scripts and styles are left out, and menus, heads and feet are told apart."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.etree
import lxml.html

from parley.documents.blocks import Block, Read, flat
from parley.documents.errors import DocumentError

_UNSEEN = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select", "textarea", "math"])
_ASIDE = frozenset(["nav", "footer", "aside", "form", "button", "menu"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_WITHIN_LINES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q ruby rt rp s samp small span strike strong sub sup time "
    "tt u var wbr"
)
_INLINE = frozenset(_WITHIN_LINES.split())
_TITLES = ("og:title", "twitter:title", "dc.title")
_DATES = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.issued", "pubdate", "article:modified_time")


def read_html(data: bytes, name: str) -> Read:
    """Return a web page as a document."""
    try:
        code: str | None = "utf-8" if data.decode("utf-8") else None
    except UnicodeDecodeError:
        code = None  # the page says itself
    parser = lxml.html.HTMLParser(encoding=code, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError.empty(name) from error
    blocks = [one for one in _blocks(root) if one.text]
    if not blocks:
        raise DocumentError.empty(name)
    said = {str(one.get("property") or one.get("name") or "").lower(): flat(one.get("content") or "") for one in root.iter("meta")}
    title = next((said[key] for key in _TITLES if said.get(key)), "") or flat(root.findtext(".//title") or "")
    times = [one.get("datetime") or "" for one in root.iter("time")]
    dates = [one[:10] for one in (*(said.get(key, "") for key in _DATES), *times) if one]
    links = [one.get("href") or "" for one in root.iter("link") if one.get("rel") == "canonical"]
    url = next((one for one in (*links, said.get("og:url", "")) if one.startswith(("http://", "https://"))), "")
    return Read(
        "html", blocks, title=title, language=(root.get("lang") or "")[:2].lower(), dates=tuple(dict.fromkeys(dates)), url=url,
        publication=said.get("og:site_name", ""),
    )  # fmt: skip


def _blocks(root: lxml.html.HtmlElement) -> Iterator[Block]:
    """Yield the text between one block's edge and the next; without recursion, for a page may be nested without end."""
    words: list[str] = []
    around: list[str] = []
    breaks = 0
    for event, one in lxml.etree.iterwalk(root, events=("start", "end")):
        tag = one.tag if isinstance(one.tag, str) else "script"
        is_edge = tag not in _INLINE
        is_unseen = bool(set(around) & _UNSEEN) or tag in _UNSEEN or _is_hidden(one)
        if event == "start":
            if tag == "br":
                breaks += 1
                words.append(" ")
            if is_edge and (tag != "br" or breaks > 1):
                yield from _flushed(words, around)
            around.append("script" if _is_hidden(one) else tag)
            if one.text and not is_unseen:
                words.append(one.text)
                breaks = breaks if one.text.isspace() else 0
            continue
        if is_edge and tag != "br":
            yield from _flushed(words, around)
        around.pop()
        if one.tail and not set(around) & _UNSEEN:
            words.append(one.tail)
            breaks = breaks if one.tail.isspace() else 0
    yield from _flushed(words, around)


def _flushed(words: list[str], around: list[str]) -> Iterator[Block]:
    text = flat("".join(words))
    words.clear()
    if text:
        inside = set(around)
        is_head = "header" in inside and not inside & {"article", "main"}
        yield Block(text, is_heading=bool(inside & _HEADINGS), is_aside=bool(inside & _ASIDE) or is_head)


def _is_hidden(one: lxml.html.HtmlElement) -> bool:
    style = (one.get("style") or "").replace(" ", "").lower()
    return one.get("hidden") is not None or one.get("aria-hidden") == "true" or "display:none" in style
