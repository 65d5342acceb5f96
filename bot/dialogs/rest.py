"""Being left alone for a while: "even geen berichten tot maandag", and wanting messages again."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.dialog import Capability, Values
from bot.dialogs.optout import NUMBERS
from bot.shifts import finding
from bot.turn import Instead, Turn
from locales.nl import moments
from scheduling.asking import ASK
from scheduling.digests import DAY, WEEK, WELLBEING
from scheduling.people import REST_FROM, REST_UNTIL
from scheduling.reminders import keep_all_reminders, out_of_quiet

_CAN_WAIT = ("notice", ASK, DAY, WEEK, WELLBEING)  # what is owed already; reminders are worked out anew
_SHOWN = 4
MORNING = 8  # o'clock


def rest(turn: Turn, values: Values) -> None:
    """Nothing that can wait goes to who speaks until then; of their own shifts in that time they hear now."""
    if "rest_until" not in values:
        _ask(turn)
        return
    here = turn.local()
    begin = datetime.fromisoformat(str(values.get("rest_from") or turn.now.isoformat()))
    end = datetime.fromisoformat(str(values["rest_until"]))
    times = {**turn.someone.times, REST_FROM: int(begin.timestamp() // 60), REST_UNTIL: int(end.timestamp() // 60)}
    person = turn.person = turn.store.change(turn.someone, times=times)
    until = out_of_quiet(end, person)
    turn.store.put_off(person.id, _CAN_WAIT, begin, until, until)
    own = [member.id for member, _ in turn.places]
    keep_all_reminders(turn.store, own, turn.now)
    turn.changed("rest", "")
    circles = {circle.id: circle for _, circle in turn.places}
    known = turn.store.shifts_of_members(own, begin, until)
    kept = [s for s in known if s.shift.start < until and any(a.member in own for a in s.responsible)]
    lines = [f"- {finding.line(s, circles[s.shift.circle].zone)}" for s in kept[:_SHOWN]]
    options = [turn.option("button-undo", "undo")]
    if kept:
        options.insert(0, turn.option("button-cannot", "release"))
    turn.say(
        "rest-done",
        tuple(options),
        begin=moments.near_day(begin.astimezone(here.tzinfo).date(), here.date()) if values.get("rest_from") else "now",
        until=moments.until_words(until.astimezone(here.tzinfo), here),
        shifts="\n".join(lines) or "none",
        count=len(kept),
    )


def _ask(turn: Turn) -> None:
    """Whether for a while, for good or only some: nothing is off before that is said."""
    here = turn.local()
    morning = (here + timedelta(days=1)).replace(hour=MORNING, minute=0, second=0, microsecond=0)
    numbered = turn.inbound.channel in NUMBERS
    options = (
        turn.option("button-rest-morning", "rest", rest_until=morning.isoformat()),
        turn.option("button-rest-week", "rest", rest_until=(morning + timedelta(days=6)).isoformat()),
        turn.option("button-messages", "messages", kind=""),
        *((turn.option("button-rest-for-good", "opt_out"),) if numbered else ()),
        turn.option("button-stop-circle", "leave_circle"),
        turn.option("button-stop-nothing", "fine", means="no"),
    )
    turn.say("rest-which", options)


def rest_end(turn: Turn, values: Values) -> None:
    """ "Zet de meldingen weer aan"."""
    person = turn.someone
    if person.rest is None or person.rest[1] <= turn.now:
        if values.get("begins"):
            raise Instead("messages" if person.muted else "unknown", {"kind": ""} if person.muted else {})
        raise Instead("settings_reminder", values)
    times = {name: said for name, said in person.times.items() if name not in (REST_FROM, REST_UNTIL)}
    turn.person = turn.store.change(person, times=times)
    turn.store.put_off(person.id, _CAN_WAIT, turn.now, out_of_quiet(person.rest[1], person), turn.now)
    keep_all_reminders(turn.store, [member.id for member, _ in turn.places], turn.now)
    turn.changed("rest", "")
    turn.say("rest-over", (turn.option("button-mine", "show_mine"), turn.option("button-open", "show_open")))


CAPABILITY = Capability("rest", {"rest": rest, "rest_end": rest_end})
