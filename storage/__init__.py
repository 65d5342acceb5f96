"""Tables, migrations and queries named as sentences."""
