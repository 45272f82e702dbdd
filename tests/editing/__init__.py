"""Changes to the files of a negotiation: tried, written whole, and kept."""
