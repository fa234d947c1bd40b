"""Desks at work while links are cut, desks and servers killed: what was confirmed is there, once."""
