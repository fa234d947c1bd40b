"""What the project uses of Alembic, whose own types bring in all databases that SQLAlchemy
knows: a good part of mypy's time.
"""
