"""A centre on a PostgreSQL server, which enforces the rules itself."""
