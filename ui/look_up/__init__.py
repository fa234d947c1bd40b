"""The look-up over all years."""
