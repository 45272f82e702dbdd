"""Statements that somebody outside proposes: read strictly, held against the text, kept apart until somebody accepts them."""
