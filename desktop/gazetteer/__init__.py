"""Finding places by what callers say: the language of addresses, names in memory, suggestions in order."""
