"""The list of alarms, and how they are heard."""
