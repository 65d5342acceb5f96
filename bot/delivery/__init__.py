"""What is owed goes: rendered from the state of now, at the pace of its channel, and what became of it."""
