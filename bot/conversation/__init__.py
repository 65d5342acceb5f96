"""A conversation: what is on the table, what answers it, what leans on the wish before; and whose talk it is."""
