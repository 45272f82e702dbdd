"""History: every save of this negotiation, what it changed in words and in positions, and the way back to it."""

from parley.views.edit_parts import folder_of
from parley.views.history_parts import draw_history
from parley.views.selection import current

draw_history(folder_of(current().dataset), current().dataset)
