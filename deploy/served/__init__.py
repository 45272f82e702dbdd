"""Tests of the whole as it is served to others, with the real parts before it; `make served` runs them."""
