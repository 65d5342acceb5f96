"""How well sets of whole messages are understood: `python -m tests.understanding_scores [--together] [SET.jsonl ...]`.

A record holds the answer that is right: `intent`, `values`, and `doubts` where something must be asked ("any": either
way). Where people would not agree it says what else is right: a value {"any": [...]} (null: absent), `free` for values
that may be left out or added, `also` for other answers ({"intent"} alone: whatever its values).
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.commands.understand import answer, as_written, context_of
from bot.meaning.said import Said
from bot.understanding import ACTING
from locales.nl import likeness
from locales.nl.likeness import row_of
from locales.nl.words import fold

SETS = Path(__file__).parent / "understanding"
YES_NO = ("yes_no", "confirm")
WHOLE = 6  # words of a message that is no answer, whatever was asked
LOOSE = {"de", "het", "een", "naar", "te"}  # words that make no other task of it

Record = dict[str, Any]
Pair = tuple[Record, Record]  # what was written down, what was understood


def records(name: str) -> list[Record]:
    return [json.loads(line) for line in (SETS / name).read_text("utf-8").splitlines()]


def same_task(got: str, want: str) -> bool:
    """The same task, whichever of the two names it at greater length ("boodschappen", "boodschappen doen")."""
    one, other = (set(re.findall(r"\w+", fold(name))) - LOOSE for name in (got, want))
    return bool(one & other) and (one <= other or other <= one)


def same_value(key: str, got: Any, want: Any) -> bool:
    if isinstance(want, dict):
        return any(same_value(key, got, one) for one in want["any"])
    if got is None or want is None:
        return got is want
    if key == "what":
        return same_task(got, want)
    if key == "items":
        return len(got) == len(want) and all(same_values(one, other) for one, other in zip(got, want, strict=True))
    return bool(got == want)


def same_values(got: Record, want: Record, free: Iterable[str] = ()) -> bool:
    """Every value as it was written down, and none beside those; `free` ones may be left out or added.

    Older sets write whole days as `start` and an exclusive `end`, and the new hour of a day apart from it: the same.
    """
    got = as_written(dict(got))
    return any(_same(one, other, free) for one in (got, _exclusive(got)) for other in (want, as_written(dict(want))))


def _exclusive(values: Record) -> Record:
    """The same whole days as `start` and an exclusive `end`."""
    if "until" not in values or "start" in values or not re.fullmatch(r"\d{4}-\d\d-\d\d", str(values["until"])):
        return values
    rest = {key: value for key, value in values.items() if key not in ("from", "until")}
    end = date.fromisoformat(values["until"]) + timedelta(days=1)
    return {**rest, **({"start": values["from"]} if "from" in values else {}), "end": end.isoformat()}


def _same(got: Record, want: Record, free: Iterable[str]) -> bool:
    return all(
        (key in free and (key not in got or key not in want)) or same_value(key, got.get(key), want.get(key))
        for key in got.keys() | want.keys()
    )


def _answers(record: Record) -> list[Record]:
    return [record, *record.get("also", ())]


def same_intent(record: Record, got: Record) -> bool:
    return any(got["intent"] == one["intent"] for one in _answers(record))


def right(record: Record, got: Record) -> bool:
    doubts = record.get("doubts")
    asked = doubts == "any" or bool(got["doubts"]) == bool(doubts)
    return asked and any(
        got["intent"] == one["intent"]
        and ("values" not in one or same_values(got["values"], one["values"], record.get("free", ())))
        for one in _answers(record)
    )


def understood(name: str) -> list[Pair]:
    return [(record, answer(json.dumps(record))) for record in records(name)]


def precise(pairs: list[Pair]) -> float:
    """Of the messages on which something would be created or changed, the share on which it should."""
    acting = [(record, got) for record, got in pairs if got["intent"] in ACTING and not got["doubts"]]
    return sum(same_intent(record, got) for record, got in acting) / len(acting)


def table(name: str, pairs: list[Pair]) -> str:
    """Precision and recall by intent, and the share of which every value is right too."""
    meant = Counter(record["intent"] for record, _ in pairs)
    found = Counter(record["intent"] if same_intent(record, got) else got["intent"] for record, got in pairs)
    both = Counter(record["intent"] for record, got in pairs if same_intent(record, got))
    whole = Counter(record["intent"] for record, got in pairs if right(record, got))
    lines = [
        f"{name}: {len(pairs)} messages",
        f"{'intent':20} {'messages':>8} {'precision':>9} {'recall':>7} {'all right':>9}",
    ]
    for intent in sorted(meant | found):
        precision = f"{100 * both[intent] / found[intent]:.0f} %" if found[intent] else "-"
        recall = f"{100 * both[intent] / meant[intent]:.0f} %" if meant[intent] else "-"
        exact = f"{100 * whole[intent] / meant[intent]:.0f} %" if meant[intent] else "-"
        lines.append(f"{intent:20} {meant[intent]:8} {precision:>9} {recall:>7} {exact:>9}")
    count, exactly = sum(both.values()), sum(whole.values())
    lines.append(
        f"{'all':20} {len(pairs):8} {'':9} {100 * count / len(pairs):5.1f} % {100 * exactly / len(pairs):7.1f} %"
        f"   acting: {100 * precise(pairs):.1f} % precise"
    )
    return "\n".join(lines)


def example_lines(names: Iterable[str]) -> Iterable[str]:
    """Every message outside a dialog as an example: its intent, who speaks, its words with what is known marked."""
    talk = [{"now": "2025-03-03T10:00:00+01:00", "text": text} for text in small_talk()]
    for record in [*(record for name in names for record in records(name)), *talk, *taught()]:
        intent = record.get("intent", "unknown")
        if not record.get("asked") and not intent.startswith("answer_") and intent != "correction":
            row, speaker = row_of(Said(record["text"], context_of(record, None)))
            yield f"{intent}\t{speaker}\t{row}"


def small_talk() -> list[str]:
    """Messages that ask for nothing, a line each."""
    return (SETS / "small_talk.txt").read_text("utf-8").splitlines()


def taught(name: str = "taught") -> Iterable[Record]:
    """The messages of `locales/nl/taught*.txt`, of a circle of our own cast; `under` is the second word above them."""
    heading = ["unknown", "o"]
    for line in (likeness.PLACE / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("=="):
            heading = line.strip("= ").split()
        elif line and not line.startswith("#"):
            yield {
                "now": "2025-03-03T10:00:00+01:00",
                "speaker": "helper" if heading[1] == "h" else "organiser",
                "members": ["Anna", "Piet", "Fatima", "Riet"],
                "recipients": ["Nel"],
                "intent": heading[0],
                "under": heading[1],
                "text": line,
            }


def answer_lines(names: Iterable[str]) -> Iterable[str]:
    """Every answer as an example: what it says, what was asked ("yes_no", "slot"), its words; wishes beside them."""
    answers = {"answer_yes", "answer_no", "answer_slot", "correction", "stop_dialog"}
    for record in [*(record for name in names for record in records(name)), *taught("taught_answers")]:
        asked, intent = record.get("asked") or record.get("under"), record["intent"]
        words = row_of(Said(record["text"], context_of(record, None)))[0]
        if asked is None and intent in answers - {"answer_slot"}:
            asked = "yes_no"
        kinds = ["yes_no" if asked in YES_NO else "slot"] if asked else ["yes_no", "slot"]
        if asked or (len(words.split()) >= WHOLE and not zlib.crc32(words.encode()) % 3):
            for kind in kinds:
                yield f"{intent if intent in answers else 'wish'}\t{kind}\t{words}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sets", nargs="*", default=sorted(path.name for path in SETS.glob("*.jsonl")))
    parser.add_argument("--show", action="store_true", help="every message that is not all right")
    parser.add_argument("--examples", action="store_true", help="the lines of locales/nl/examples.txt")
    parser.add_argument("--answers", action="store_true", help="the lines of locales/nl/examples_answers.txt")
    parser.add_argument("--short", action="store_true", help="the last line of each table alone")
    parser.add_argument("--together", action="store_true", help="one table over all of the sets")
    given = parser.parse_args()
    if given.examples or given.answers:
        print("\n".join(sorted(set((answer_lines if given.answers else example_lines)(given.sets)))))
        return
    if given.together:
        print(table(f"{len(given.sets)} sets of messages", [pair for name in given.sets for pair in understood(name)]))
        return
    for name in given.sets:
        pairs = understood(name)
        text = table(name, pairs)
        print(f"{name:16} {text.splitlines()[-1]}" if given.short else f"{text}\n")
        for record, got in pairs if given.show else ():
            if not right(record, got):
                mark = "values" if same_intent(record, got) else "INTENT"
                asked = f" [{record['asked']}]" if record["asked"] else ""
                print(f"{mark} {record['speaker'][0]}{asked} {record['text']}")
                print(f"    want {record['intent']} {record['values']} {record.get('doubts') or ''}")
                print(f"    got  {got['intent']} {got['values']} {got['doubts'] or ''}")


if __name__ == "__main__":
    main()
