"""Which desks are signed in, for those who watch over a centre."""
