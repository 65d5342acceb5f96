"""The roster on paper, in sheets and in calendars: pure functions from a frozen model to the bytes of a file."""
