"""Changes to the files of a negotiation as values: tried before they are written, written whole or not at all, and kept in a history."""
