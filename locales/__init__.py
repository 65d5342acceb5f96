"""Languages: wording, grammar and intent phrases."""
