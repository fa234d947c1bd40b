"""Orders typed in one line: their grammar, what a text means on the board, and how it is carried out."""
