"""The pages by file, title and path, and where an address leads that names none of them."""

from __future__ import annotations

from urllib.parse import urlencode

from parley.addresses import PAGE

PAGES: tuple[tuple[str, str, str], ...] = (
    ("overview", "Overview", ""),
    ("issue", "Issue", "issue"),
    ("movement", "Movement", "movement"),
    ("compare", "Compare", "compare"),
    ("robustness", "Robustness", "robustness"),
    ("sources", "Sources", "sources"),
    ("present", "Present", "present"),
    ("take_away", "Take away", "take-away"),
    ("reading", "How to read this", "how-to-read"),
)
# What Streamlit itself answers under; a name with a point is that of a file.
_OF_STREAMLIT = ("_stcore", "media", "component", "static", "app", "auth", "oauth2callback")


def page_names() -> dict[str, str]:
    """Return the names of the pages in addresses, each with its title; the overview has none."""
    return {path: title for _, title, path in PAGES if path}


def way_to_overview(path: str, query: str, base: str) -> str:
    """Return the way from `path`, where no page has its name, to the overview, which tells of it; "" where there is nothing to tell.

    `base` is the folder under which the dashboard is served. The way is relative, so it leads nowhere else, and holds behind a proxy.
    """
    below = path.removeprefix("/")
    if base and below.startswith(f"{base}/"):
        below = below.removeprefix(f"{base}/")
    name = below.strip("/")
    is_known = name in ("", base, *page_names())
    if is_known or name.split("/")[0] in _OF_STREAMLIT or "." in name.split("/")[-1]:
        return ""
    # The overview is there, though under no name.
    told = "" if name == "overview" else urlencode({PAGE: name})
    return f"{'../' * below.count('/') or './'}?{'&'.join(filter(None, (query, told)))}"
