"""Documents read into numbered paragraphs, each by a well-kept library; nothing is fetched and nothing in them is run."""
