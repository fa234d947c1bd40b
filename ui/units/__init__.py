"""The units: by station, what each does, and the lines in which they are sent and heard."""
