"""`python -m bot play FILE`: a conversation from a file, printed as it really went."""

from __future__ import annotations

import argparse
import asyncio
import difflib
import sys
from pathlib import Path

from bot.play import NotAChat, Stage, fresh_store, parse
from storage.database import Database


def play(arguments: list[str]) -> int:
    """Play a file ("-" is standard input). Exit code 1 with --check where it reads otherwise, 2 for no chat."""
    ask = argparse.ArgumentParser(prog="python -m bot play")
    ask.add_argument("file")
    ask.add_argument("--check", action="store_true", help="compare with the file, exit 1 with a diff")
    ask.add_argument("--as-rendered", action="store_true", help="show what the channel really gets")
    ask.add_argument("--typed", action="store_true", help="type the labels instead of tapping them")
    ask.add_argument("--out", type=Path, help="keep attached files in this folder")
    ask.add_argument("--database", help="use this database and keep it")
    options = ask.parse_args(arguments)
    text = sys.stdin.read() if options.file == "-" else Path(options.file).read_text(encoding="utf-8")
    if options.database:
        database = Database(options.database)
        database.create_tables()
    else:
        database = fresh_store()
    stage = Stage(database, typed=options.typed, as_rendered=options.as_rendered, files=options.out)
    try:
        played = asyncio.run(stage.perform(parse(text)))
    except NotAChat as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        database.close()
    if not options.check:
        sys.stdout.write(played)
        return 0
    wanted, got = without_blank(text), without_blank(played)
    diff = list(difflib.unified_diff(wanted, got, "verwacht", "gezegd", lineterm=""))
    print("\n".join(diff))
    return 1 if diff else 0


def without_blank(text: str) -> list[str]:
    """The lines that count: an empty one is only for the eye."""
    return [line.rstrip() for line in text.splitlines() if line.strip()]
