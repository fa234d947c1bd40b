"""The command line at the foot of the window."""
