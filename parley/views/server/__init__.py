"""What the server does beside the pages: who is let in, other programs, health, figures, logs, and watching files."""
