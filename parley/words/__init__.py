"""How it is said: a catalogue of words for each language, and what puts a thing said into them."""

from parley.words.language import Language, Piece, english, said_all, say

__all__ = ["Language", "Piece", "english", "said_all", "say"]
