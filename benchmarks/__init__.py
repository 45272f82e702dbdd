"""Large invented negotiations, and how long Parley takes over them."""
