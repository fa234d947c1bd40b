"""A store that goes on without its server: what is known as a small database, what is done in a file."""
