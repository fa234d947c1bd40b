"""A crew in distress: raised, shown above everything, taken, helped and ended."""
