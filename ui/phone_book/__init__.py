"""The phone book: whom to telephone, what came of it, who comes next."""
