"""What ids and whole numbers look like, in words that both databases understand."""

UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
CODE_FORM = "[A-Za-z0-9._-]{1,64}"
"""Regular expressions for the whole of an id: of rows made by acts, and of codes that a city pack gives."""

INTEGERS = (-(2**31), 2**31 - 1)
"""Bounds of a whole number that has no narrower ones."""
