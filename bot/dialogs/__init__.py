"""Conversations of a capability, one module each; every module here is found by itself."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from bot.dialog import Capability


@cache
def capabilities() -> dict[str, Capability]:
    """Every capability by name."""
    found = [import_module(f"{__name__}.{module.name}").CAPABILITY for module in iter_modules(__path__)]
    return {capability.name: capability for capability in found}
