"""The version of the program."""

VERSION = "0.1.0"
"""As in pyproject.toml; a test holds the two together. A checkout has no metadata to read it from."""
