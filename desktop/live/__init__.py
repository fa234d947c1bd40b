"""What keeps a desk in step with its database."""
