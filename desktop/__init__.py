"""Everything of the desk that is not on the screen."""
