"""How to read this: the marks, the four gaps, the statuses, and what the product refuses to say; the same opens from "?" on every page."""

from parley.views.reading_page import draw_reading

draw_reading()
