"""The program's commands: `python -m bot COMMAND`."""

from __future__ import annotations

import sys

from bot.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
