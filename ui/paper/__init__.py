"""Entering later what was written on paper."""
