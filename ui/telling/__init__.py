"""Telling units and agencies: whom, the words, and how."""
