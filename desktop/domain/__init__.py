"""The vocabulary of a 112 centre and its rules: pure, standard library only."""
