"""Evidence in, plain values out: positions, gaps, statuses and the sentences about them; knows no screen."""
