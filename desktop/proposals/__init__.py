"""Which categories a narrative speaks for: everyday Indonesian and the city's languages, read by rules."""
