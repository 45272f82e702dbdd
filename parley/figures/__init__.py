"""Values in, figure out: geometry computed once, then drawn; what plotly draws is made here as plain values."""
