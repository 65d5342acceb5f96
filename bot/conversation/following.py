"""What a message means that leans on the one before: "en bij Cor?", "volgende week hetzelfde"."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialog import Values
from bot.meaning.fragments import fragment
from bot.turn import Instead, Turn
from bot.understanding import Context, Intent, Person, understand
from locales.nl import door, exports, follows, invited
from locales.nl.written import ISO_DAY

LATELY = timedelta(minutes=15)
LOOKS = ("show_roster", "show_mine", "show_open", "who_is_coming", "show_done", "export", "how_long")
_LEANT_ON = (
    *LOOKS,
    "claim",
    "claim_many",
    "release",
    "cancel_task",
    "plan_it",
    "late",
    "invite",
    "absence",
    "nobody_opens",
)
_INVITED = ("invite", "claim", "plan_it")  # whoever is new may have been put on something with the invitation
_KEPT = ("what", "task", "start", "end", "from", "rrule", "part", "who", "circle", "format")
_NAME = 3  # words of who is cared for, alone: "mijn tante Wil"
_FEW = 5  # words of an answer to "hoeveel later?"
_WHEN = ("start", "end", "rrule", "part")


def note(turn: Turn, intent: str, values: Values) -> None:
    """Keep what is wished, where what is said next may lean on it."""
    if intent in _LEANT_ON:
        kept = {name: values[name] for name in _KEPT if values.get(name)}
        turn.wish = {"do": intent, "values": kept}


def noted(turn: Turn) -> Values:
    """What the conversation keeps of it after this turn, and which questions were asked before it."""
    last = turn.conversation.lately if before(turn) else {}
    if turn.wish is not None:
        last = {**turn.wish, "at": turn.now.isoformat()}
    after = {"after": turn.newest} if turn.newest else {}
    if turn.change is not None:
        return {"do": "", "values": {}, "at": turn.now.isoformat(), **last, **after, "changed": True}
    return {name: said for name, said in last.items() if name not in ("changed", "after")} | after


def just_changed(turn: Turn) -> bool:
    """Whether the last message led to something that was done."""
    last = before(turn)
    return last is not None and bool(last.get("changed"))


def before(turn: Turn) -> Values | None:
    """The wish that this message may lean on: {"do", "values", "at"}; None where there was none lately."""
    last = turn.conversation.lately
    if "at" not in last or turn.now - datetime.fromisoformat(str(last["at"])) > LATELY:
        return None
    return dict(last)


def looked_on(turn: Turn) -> tuple[str, Values] | None:
    """ "En bij Cor?", "en vrijdag?": the same look at something else; None where this asks nothing like it."""
    last, rest = before(turn), follows.asks_on(turn.text)
    looked = last is not None and last["do"] in LOOKS
    if turn.places and exports.wish(turn.text).everybody and follows.sends(turn.text):
        return "export", dict(last["values"]) if last is not None and looked else {}
    if last is None or not looked:
        return None
    circles = [circle for _, circle in turn.places if turn.speaks_of(circle)]
    if len(circles) == 1 and len(turn.text.split()) <= _NAME:
        rest = rest or turn.text
    named = fragment(rest, context(turn)) if rest else None
    if named is None or not (named or circles):
        return None
    kept = {name: said for name, said in last["values"].items() if not (circles and name in ("circle", "who"))}
    if any(name in named for name in _WHEN):
        kept = {name: said for name, said in kept.items() if name not in _WHEN}
    do = str(last["do"])
    if named.get("who") and do in ("show_roster", "who_is_coming", "show_open"):
        do = "show_mine"
    return do, {**kept, **named}


def invited_too(turn: Turn) -> Values | None:
    """ "En de buren Bert en Ria ook", after an invitation; None where this is none of that."""
    last = before(turn)
    names = invited.also(turn.text) if last is not None and last["do"] in _INVITED else []
    known = [member.name.casefold() for _, circle in turn.places for member in turn.store.members_of(circle.id)]
    return {"who": names[:1]} if names and not any(name.casefold() in known for name in names) else None


def taken_too(turn: Turn) -> Values | None:
    """ "En de koffie ook", right after taking something else; None where this is none of that."""
    last, what = before(turn), follows.that_too(turn.text)
    if last is None or last["do"] not in ("claim", "claim_many") or not what or not just_changed(turn):
        return None
    known = {name for _, circle in turn.places for name in turn.store.whats_of(circle.id)}
    return {"what": what} if any(what in name.casefold() or name.casefold() in what for name in known) else None


def opened_after_all(turn: Turn) -> bool:
    """Whether the door is open that stayed shut a moment ago."""
    last = before(turn)
    return last is not None and last["do"] == "nobody_opens" and door.opened_after_all(turn.text)


def away_otherwise(turn: Turn) -> Values | None:
    """ "Nee wacht, 29 en 30", after an absence: days of the same month; None where this is none of that."""
    last = before(turn)
    since = str(last["values"].get("start") or last["values"].get("from") or "") if last is not None else ""
    dated = last is not None and last["do"] == "absence" and len(since) >= ISO_DAY
    days = follows.days_of_month(turn.text, int(since[5:7])) if dated else ""
    if not days:
        return None
    found = understand(follows.put_right(days), context(turn))
    return dict(found.values) if found.intent is Intent.CORRECTION else None


def late_by(turn: Turn) -> Values | None:
    """ "20 minuten", after "ben er iets later"; None where this is none of that."""
    last = before(turn)
    if last is None or last["do"] != "late" or len(turn.text.split()) > _FEW:
        return None
    said = understand(turn.text, replace(context(turn), asked="duration")).values
    return {"minutes": int(said["duration_min"])} if said.get("duration_min") else None


def taken_up(turn: Turn, text: str) -> Instead:
    """What was said before or beside this, to be done now: raise it at the end of what is done first."""
    turn.text = text
    turn.__dict__.pop("places", None)  # a circle may have been made just now
    wish = understand(text, context(turn))
    asked = [{"slot": one.slot, "options": list(one.alternatives), "reason": one.reason} for one in wish.doubts]
    return Instead(str(wish.intent), {**wish.values, **({"doubts": asked} if asked else {})})


def context(turn: Turn) -> Context:
    """What understanding needs of who speaks, where it is asked anew."""
    members = [member for _, circle in turn.places for member in turn.store.members_of(circle.id)]
    return Context(
        turn.local(),
        speaker="organiser" if turn.organises else "helper",
        members=tuple(Person(member.name, str(member.id)) for member in members),
        recipients=tuple(dict.fromkeys(circle.recipient for _, circle in turn.places)),
        tasks=tuple(dict.fromkeys(what for _, circle in turn.places for what in turn.store.whats_of(circle.id))),
    )
