"""Numbers of the phone book as they are shown."""

from desktop.domain.contacts import ContactEntry


def number_text(entry: ContactEntry, number: int) -> str:
    """A number as it is written, counted from 1; its place where it may not be read, or is there no more."""
    numbers = entry.numbers
    return numbers[number - 1] if number <= len(numbers) else f"({number})"
