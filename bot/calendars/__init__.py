"""Live calendars: what they hold, and the addresses where they are looked for."""
