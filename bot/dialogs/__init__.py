"""Conversations of a capability, one module each."""
