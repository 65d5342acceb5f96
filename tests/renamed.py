"""A conversation with other people in it: everybody gets another name, and what is said is read back with their own."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from bot.commands.play import without_blank
from bot.play import Line, Stage, fresh_store, parse
from tests.metamorphic import Difference

NAMES: dict[str, tuple[str, ...]] = {
    "dutch": ("Marieke", "Truus", "Gerda", "Thijs", "Corrie", "Femke", "Jolanda", "Ineke", "Dirk", "Leontien", "Guus"),
    "turkish": ("Ayşe", "Mehmet", "Emine", "Hüseyin", "Fatma", "Gülsüm", "Cem", "Yıldız", "Özlem", "Şükrü", "Elif"),
    "moroccan": ("Youssef", "Khadija", "Rachid", "Naïma", "Soufiane", "Zohra", "Abdelkader", "Loubna", "Ilyas", "Hind"),
    "surinamese": ("Soerinder", "Radjesh", "Shanti", "Orlando", "Mavis", "Cheryl", "Roy", "Sherida", "Iwan", "Anjali"),
    "frisian": ("Sjoerd", "Froukje", "Wytske", "Tsjerk", "Jelle", "Sietske", "Ids", "Ype", "Hiske", "Durk", "Baukje"),
    "double": ("Jan-Willem", "Anne-Marie", "Willem-Jan", "Mei-Lin", "Karel-Jan", "Marie-José", "Bart-Jan", "Ann-Sofie"),
    "words": ("Mei", "Roos", "Wil", "Beer", "Door", "Hoop", "Storm", "Bloem", "Ster", "Vos", "Tijn", "Floor", "Linde"),
}
_SPEAKS = re.compile(r"(?:< )?([A-Z][\w-]*)(?:@\w+)?(?:#\w+)?: ")
_SPOKEN_OF = ("Nel", "Piet", "Fatima", "Riet", "Anna", "Tom", "Karin", "Joost", "Kees", "Bram", "Sanne", "Els", "Henk")


def people(text: str) -> list[str]:
    """Who speaks in a file, and who is often spoken of."""
    spoken = [name for name in _SPOKEN_OF if re.search(rf"(?<!\w){name}(?!\w)", text)]
    return list(dict.fromkeys([found[1] for line in text.splitlines() if (found := _SPEAKS.match(line))] + spoken))


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The text with these names for others, in small letters where they stand so."""
    small = {name.lower(): other for name, other in names.items()}
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)

    def other(found: re.Match[str]) -> str:
        name = small[found[0].lower()]
        return name if found[0][0].isupper() else name.lower()

    return re.sub(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])", other, text, flags=re.I) if names else text


def played(lines: Sequence[Line]) -> list[tuple[str, list[str]]]:
    """Each line of a conversation with what is said then."""
    database = fresh_store()
    stage = Stage(database, fresh_engine=False)

    async def play() -> list[tuple[str, list[str]]]:
        stage.begin()
        found = [(line.raw, without_blank("\n".join((await stage.step(line))[1:]))) for line in lines]
        stage.end()
        return found

    try:
        return asyncio.run(play())
    finally:
        database.close()


def with_names(chat: Path, kind: str, seed: int = 0) -> Difference | None:
    """The first line of a file after which something else is said when its people have names of this kind."""
    text = chat.read_text("utf-8")
    said = "".join(f"{line.raw}\n" for line in parse(text))
    pool = [name for name in NAMES[kind] if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.I)]
    Random(f"{seed}{chat.stem}").shuffle(pool)
    names = dict(zip(people(text), pool, strict=False))
    back = {other: name for name, other in names.items()}
    was, now = played(parse(said)), played(parse(renamed(said, names)))
    for (line, before), (otherwise, after) in zip(was, now, strict=True):
        read_back = [renamed(one, back) for one in after]
        if sorted(before) != sorted(read_back):
            return Difference(chat.stem, f"{kind} names", line, otherwise, tuple(before), tuple(read_back))
    return None
