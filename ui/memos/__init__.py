"""Reminders, and messages between desks: the list of them, and what tells that one came."""
