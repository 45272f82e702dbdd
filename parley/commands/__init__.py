"""The commands, one module each, of which only the one asked for is loaded."""
