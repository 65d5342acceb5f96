"""Family groups: what happens there, and the list of what is open that stands in each."""
