"""Every measurement in this folder, in one run: `make bench`."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import pkgutil
from pathlib import Path


def main() -> None:
    """Run each module's `main`; one that fails is said so, and the others still run."""
    failed = []
    for found in sorted(pkgutil.iter_modules([str(Path(__file__).parent)]), key=lambda module: module.name):
        if found.name == "__main__":
            continue
        module = importlib.import_module(f"benchmarks.{found.name}")
        if not hasattr(module, "main"):
            continue
        title = (module.__doc__ or found.name).splitlines()[0]
        print(f"\n== {found.name}: {title}", flush=True)
        try:
            done = module.main()
            if inspect.iscoroutine(done):
                asyncio.run(done)
        except Exception as error:
            failed.append(found.name)
            print(f"{found.name} failed: {error!r}")
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
