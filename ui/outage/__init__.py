"""What the screen says and asks while the server is away, and when it is back."""
