"""What somebody wants to plan, until it stands on the roster."""
