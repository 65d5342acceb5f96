"""The commands of `python -m bot` that do more than start it."""
