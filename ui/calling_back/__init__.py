"""Calls that were lost and are called back, and callers who wait on hold."""
