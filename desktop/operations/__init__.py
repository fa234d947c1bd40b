"""What an operator does: one async function per intention."""
