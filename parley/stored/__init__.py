"""Many negotiations in a database: the second home of the evidence, which answers the same questions as a folder of files."""
