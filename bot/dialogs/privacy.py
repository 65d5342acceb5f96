"""What is kept about somebody, shown in full; and forgotten when they ask."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

from bot.dialog import Capability, Values
from bot.dialogs.leave import hand_over, name_another, shifts_ahead
from bot.dialogs.settings import form_words, quiet_words, reminder_words
from bot.groups.boards import abandon
from bot.messages import Attachment
from bot.shifts import gaps
from bot.turn import Turn
from locales.nl import moments
from locales.nl.wishes import spoken
from scheduling.memberships import end, is_last_organiser
from scheduling.people import Member, Standing


def show(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """ "Wat weet je van mij?": in words, with everything as a file."""
    person = turn.someone
    everything = turn.store.everything_about(person.id)
    agreed = person.agreed_at.astimezone(ZoneInfo(person.zone))
    lines = [
        turn.word("privacy-about", name=person.name, since=moments.day(agreed.date(), turn.local().date())),
        turn.word("privacy-reached", channels=moments.listed(_channels(turn, everything["address"]))),
    ]
    for member, circle in turn.places:
        role = turn.word(f"privacy-role-{member.role.value}")
        count = len(shifts_ahead(turn, member))
        lines.append(turn.word("privacy-circle", recipient=circle.recipient, role=role, count=count))
        wishes = [spoken(str(w.kind), w.about) for w in turn.store.wishes_of(circle.id) if w.member == member.id]
        if wishes:
            lines.append(turn.word("privacy-wishes", recipient=circle.recipient, wishes=moments.listed(wishes)))
    written = sum(1 for row in everything["log_entry"] if row["text"])
    lines.append(turn.word("privacy-written", shifts=len(everything["assignment"]), notes=written))
    lines += [reminder_words(turn, person), quiet_words(turn, person), form_words(turn)]
    lines.append(turn.word("privacy-file-says"))
    data = json.dumps(everything, ensure_ascii=False, indent=1).encode()
    files = (Attachment(turn.word("privacy-file"), "application/json", data),)
    options = (turn.option("button-settings", "settings"), turn.option("button-forget", "delete_me"))
    turn.say("privacy-lines", options, lines="\n".join(lines), attachments=files, secret=True)


def _channels(turn: Turn, rows: list[dict[str, object]]) -> list[str]:
    return [turn.word(f"address-on-{row['channel']}") for row in rows]


def ask(turn: Turn, values: Values) -> None:  # noqa: ARG001
    """ "Vergeet mij": what goes, said before it counts. Who runs a circle alone names another first, or closes it."""
    for member, circle in turn.places:
        if is_last_organiser(turn.store, member) and _others(turn, member):
            name_another(turn, member, circle, "forget_after")
            return
    alone = [circle.recipient for member, circle in turn.places if not _others(turn, member)]
    options = (
        turn.option("button-forget-all", "forget_now", means="yes"),
        turn.option("button-keep", "fine", means="no"),
    )
    count = sum(len(shifts_ahead(turn, member)) for member, _ in turn.places)
    turn.say("privacy-confirm", options, count=count, alone=moments.listed(alone) or "-", circles=len(alone))


def _others(turn: Turn, member: Member) -> list[Member]:
    return [m for m in turn.store.members_of(member.circle, Standing.ACTIVE) if m.id != member.id]


def after(turn: Turn, values: Values) -> None:
    """The last organiser named another; then the question again, for what is left."""
    if hand_over(turn, values, "organiser-told") is not None:
        ask(turn, {})


def forget(turn: Turn, values: Values) -> None:
    """They said yes: shifts come open, and everything goes."""
    person = turn.someone
    if any(is_last_organiser(turn.store, m) and _others(turn, m) for m, _ in turn.places):
        ask(turn, values)
        return
    for member, circle in turn.places:
        gaps.tell_voices(turn, member, turn.word("privacy-somebody"))
        gone = end(turn.store, member, turn.now)
        if not turn.store.members_of(circle.id, Standing.ACTIVE):
            continue  # it goes as a whole
        filled = gaps.fill(turn, circle, gone)
        freed = filled.left
        turn.tell_organisers(
            circle,
            "privacy-told",
            gaps.ways(turn, freed),
            urgent=bool(freed),
            recipient=circle.recipient,
            count=len(freed),
            list=gaps.listed(turn, circle, freed),
        )
        gaps.tell_filled(turn, circle, filled)
    bye = turn.word("privacy-forgotten")
    empty = turn.store.circles_of_nobody_but(person.id)
    turn.store.forget_person(person.id, turn.word("privacy-somebody"))
    for circle_id in empty:
        abandon(turn.store, circle_id, turn.now)
        turn.store.erase_circle(circle_id)
    turn.person, turn.state = None, {}
    turn.conversation = turn.store.get(type(turn.conversation), turn.conversation.id)
    turn.say("privacy-bye", text=bye)


CAPABILITY = Capability("privacy", {"my_data": show, "delete_me": ask, "forget_now": forget, "forget_after": after})
