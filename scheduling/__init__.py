"""The domain: care as pure functions on frozen dataclasses."""
