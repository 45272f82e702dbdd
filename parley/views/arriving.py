"""Where an address leads that names no page, or that was made before the pages were what they are."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

from parley.addresses import PAGE, WORDS
from parley.views.page_list import page_names

# What Streamlit itself answers under; a name with a point is that of a file.
_OF_STREAMLIT = ("_stcore", "media", "component", "static", "app", "auth", "oauth2callback")


def page_at(path: str, base: str) -> str | None:
    """Return the name in addresses of the page at `path`, "" for the overview, or none where there is no page.

    `base` is the folder under which the dashboard is served, "" where that is the whole server.
    """
    name = _below(path, base).strip("/")
    if name == base:
        return ""
    return name if name in ("", *page_names()) else None


def way_to_overview(path: str, query: str, base: str) -> str:
    """Return the way from `path`, where no page has its name, to the overview, which tells of it; "" where there is nothing to tell.

    The way is relative, so it leads nowhere else, and holds behind a proxy.
    """
    below = _below(path, base)
    name = below.strip("/")
    if page_at(path, base) is not None or name.split("/")[0] in _OF_STREAMLIT or "." in name.split("/")[-1]:
        return ""
    # The overview is there, though under no name.
    told = "" if name == "overview" else urlencode({PAGE: name})
    return f"{'../' * below.count('/') or './'}?{'&'.join(filter(None, (query, told)))}"


def way_to_search(path: str, query: str, base: str) -> str:
    """Return the way from the overview to the search, where its address names words, as it did before there was such a page; else ""."""
    if path.strip("/") not in ("", base) or not any(parse_qs(query).get(WORDS, ())):
        return ""
    folder = f"{base.split('/')[-1]}/" if base and not path.endswith("/") else "./"
    return f"{folder}search?{query}"


def _below(path: str, base: str) -> str:
    path = path.removeprefix("/")
    return path.removeprefix(f"{base}/") if base else path
