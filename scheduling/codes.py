"""Invitation codes: random, easy to read out over the phone, and only their hash is kept."""

from __future__ import annotations

import hashlib
import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, O, 1 or I: 32 signs, so that 12 of them hold 60 bits."""
LENGTH = 12


def new_code() -> str:
    """A new code in three groups, "K7QF-M2XD-9TPA"."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(signs[i : i + 4] for i in range(0, LENGTH, 4))


_HEARD = str.maketrans("1I", "LL")
"""Signs that no code holds and that look like one it may hold. A 0 or O looks like none of them."""


def normal(code: str) -> str:
    """A code as typed ("k7qf m2xd 9tpa") in the form that is hashed, or "" where it cannot be a code."""
    signs = "".join(sign for sign in code.upper() if sign.isalnum()).translate(_HEARD)
    return signs if len(signs) == LENGTH and all(sign in ALPHABET for sign in signs) else ""


def hashed(code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(normal(code).encode()).hexdigest()
