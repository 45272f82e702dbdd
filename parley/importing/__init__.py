"""From a table that somebody already has to a negotiation in files: cells, what they mean, scales, statements, and what could not be taken."""
