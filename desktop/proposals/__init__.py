"""Which categories a narrative speaks for: everyday Indonesian and the languages of the city, read by rules."""
