"""Finds a Chromium for the browser tests, or installs one where this machine allows it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
SECONDS = 600
MISSING = (
    "no Chromium on this machine and none could be installed: install Chromium or Chrome, or set CHROMIUM to its path"
)


def find() -> str | None:
    """The path of a Chromium for Playwright's `executable_path`, or None. CHROMIUM in the environment goes first."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if os.access(named, os.X_OK) else None
    on_path = (found for name in NAMES if (found := shutil.which(name)))
    at_places = (place for place in PLACES if os.access(place, os.X_OK))
    return next(on_path, None) or next(at_places, None) or _playwrights_own()


def _playwrights_own() -> str | None:
    """The Chromium that `playwright install chromium` put down for the installed version, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> str:
    """Tries Debian's package as root, else Playwright's own download. Returns why there is none, or an empty text."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        commands = [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]]
    else:
        commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    for command in commands:
        try:
            subprocess.run(
                command,
                check=True,
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                timeout=SECONDS,
            )
        except subprocess.CalledProcessError as error:
            said = [line for line in error.stderr.splitlines() if line.startswith("E")]  # "E: ...", "Error: ..."
            return f"{' '.join(command[-3:])}: {said[-1] if said else 'failed'}"
        except subprocess.TimeoutExpired:
            return f"{' '.join(command[-3:])}: not done after {SECONDS} seconds"
    return ""


def main() -> None:
    """Says on one line which browser the tests will use, or why they will be skipped. Never fails: .ci/run judges."""
    if found := find():
        print(f"Browser: {found}")
        return
    print("Browser: none found, trying to install Chromium ...", flush=True)
    why = install()
    print(f"Browser: {find() or f'none, so the browser tests are skipped ({why})'}")


if __name__ == "__main__":
    main()
