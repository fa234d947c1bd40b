"""Warnings of places: beside the call, at the incident, and the list of them."""
