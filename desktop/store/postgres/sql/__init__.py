"""The code that runs in the server, installed in the order of the files' names."""
