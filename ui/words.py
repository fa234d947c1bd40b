"""Codes of the domain in the words of the screen; commands without a window share them."""

from desktop.runtime.code_words import Code, category_name, outcome_name, speaks_indonesian, word

__all__ = ["Code", "category_name", "outcome_name", "speaks_indonesian", "word"]
