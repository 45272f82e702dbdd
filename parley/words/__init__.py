"""How it is said: a catalogue of words for each language, and what puts a thing said into them."""

from parley.words.language import Language, Piece, english, say

__all__ = ["Language", "Piece", "english", "say"]
