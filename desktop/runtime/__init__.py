"""What a desk needs to run: settings, folders, logging, tasks, shutdown, crash reports, and the commands."""
