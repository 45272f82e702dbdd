"""Values in, figure out: geometry computed once, then drawn; plotly lives here only."""
