"""What belongs together: reports of one event, and reports at one place."""
