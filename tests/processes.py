"""Processes of their own for tests, begun from one that has read the program's code: most of a start is reading it."""

from __future__ import annotations

import multiprocessing

FRESH = multiprocessing.get_context("forkserver")
FRESH.set_forkserver_preload(["tests.read_already", "pytest"])
