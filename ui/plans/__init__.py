"""Response plans as an administrator edits them."""
