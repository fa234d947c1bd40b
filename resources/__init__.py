"""What is not code: city packs, exercises, translations, sounds."""
