"""Somebody without a phone is on the roster: who speaks for them gets their reminders and reports what they did."""

from __future__ import annotations

from bot.dialog import Capability, Dialog, Slot, Values
from bot.dialogs.join import answers
from bot.dialogs.placeholder import name_in
from bot.members import named
from bot.saying import Option, Say
from bot.turn import Place, Turn
from locales.nl import names
from scheduling.memberships import expect
from scheduling.people import Circle, Member, Ring, Role, Standing
from scheduling.rights import Action, may
from scheduling.voices import speak_for

SHOWN = 8


def _put(turn: Turn, values: Values) -> None:
    member, circle = turn.place(values, "voice")
    name = str(values["name"])
    chosen = named(turn, circle, name, "voice", values)
    if chosen is not None and chosen.person is not None:
        key = "voice-own" if chosen.id == member.id else "voice-joined"
        turn.say(key, name=chosen.name, recipient=circle.recipient)
    elif chosen is not None and chosen.voice == member.id:
        turn.say("voice-already", name=chosen.name)
    elif not may(member, Action.INVITE, circle):
        _ask_organisers(turn, chosen, chosen.name if chosen else name, (member, circle))
    else:
        chosen = chosen or expect(turn.store, circle, name, Ring.FAMILY, turn.now)
        speak_for(turn.store, chosen, member, turn.now)
        turn.changed("voice", chosen.name, circle)
        options = (
            turn.option("button-other-voice", "voice_other", member=chosen.id),
            turn.option("button-undo", "undo"),
        )
        turn.say("voice-done", options, name=chosen.name, recipient=circle.recipient)


def _ask_organisers(turn: Turn, known: Member | None, name: str, place: Place) -> None:
    """A helper may not put others on the roster: an organiser says yes first."""
    member, circle = place
    if known is not None:
        options: tuple[Option, ...] = (
            turn.option("button-yes", "voice_now", means="yes", member=known.id, voice=member.id),
            turn.option("button-no", "fine", means="no"),
        )
    else:
        asking = Member(0, circle.id, name, None, Role.HELPER, member.ring, Standing.ASKING, turn.now, None, member.id)
        options = answers(turn, turn.store.add(asking))
    turn.tell_organisers(circle, "voice-told-asked", options, by=member.name, name=name, recipient=circle.recipient)
    turn.say("voice-asked", name=name, recipient=circle.recipient)


def other(turn: Turn, values: Values) -> None:
    """Somebody else than who put them on the roster speaks for them: who?"""
    found = _spoken_for(turn, values)
    if found is None:
        return
    member, (_, circle) = found
    others = [m for m in turn.store.members_of(circle.id, Standing.ACTIVE) if m.person is not None]
    options = tuple(
        Option(m.name[:20], "voice_now", {"member": member.id, "voice": m.id})
        for m in others[:SHOWN]
        if m.id != member.voice
    )
    if not options:
        turn.say("voice-nobody-else", (turn.option("button-invite", "invite"),), name=member.name)
        return
    turn.said.append(Say(turn.word("voice-who", name=member.name), options))


def set_voice(turn: Turn, values: Values) -> None:
    """This one speaks for them from now on, and hears it."""
    found = _spoken_for(turn, values)
    voice = turn.store.find(Member, int(values.get("voice") or 0))
    if found is None:
        return
    member, (_, circle) = found
    if voice is None or voice.circle != circle.id or voice.standing != Standing.ACTIVE or voice.person is None:
        turn.say("voice-gone")
        return
    speak_for(turn.store, member, voice, turn.now)
    turn.changed("voice", member.name, circle)
    own = voice.person == turn.someone.id
    if not own:
        refuse = (turn.option("button-rather-not", "voice_refuse", means="no", member=member.id),)
        turn.tell(
            voice.person, "voice-told", refuse, by=turn.someone.name, name=member.name, recipient=circle.recipient
        )
    undo = (turn.option("button-undo", "undo"),)
    turn.say("voice-set", undo, name=member.name, voice=voice.name, own="yes" if own else "no")


def _spoken_for(turn: Turn, values: Values) -> tuple[Member, Place] | None:
    """Who has no phone, where this person may say who speaks for them."""
    member = turn.store.find(Member, int(values.get("member") or 0), lock=True)
    place = None if member is None else turn.member_of(member.circle)
    if member is None or place is None or member.person is not None or not member.present:
        turn.say("voice-gone")
        return None
    turn.require(*place, Action.INVITE)
    return member, place


def refuse(turn: Turn, values: Values) -> None:
    """ "Liever niet": an organiser speaks for them again."""
    member = turn.store.find(Member, int(values.get("member") or 0), lock=True)
    place = None if member is None else turn.member_of(member.circle)
    if member is None or place is None or member.voice != place[0].id:
        turn.say("voice-gone")
        return
    organiser: Member | None = _organiser(turn, place)
    if organiser is None:
        turn.say("voice-nobody-else", name=member.name)
        return
    speak_for(turn.store, member, organiser, turn.now)
    turn.tell_member(organiser, "voice-told-back", by=place[0].name, name=member.name)
    turn.say("voice-refused", name=member.name, voice=organiser.name)


def _organiser(turn: Turn, place: Place) -> Member | None:
    circle: Circle = place[1]
    return next((m for m in turn.store.organisers_of(circle.id) if m.id != place[0].id), None)


def _read(turn: Turn, values: Values, understood: Values) -> Values:
    """As for anybody on the roster; a name at the beginning of the sentence counts too."""
    read = name_in(turn, values, understood)
    if not read["name"] and turn.state.get("asked") != "name":
        read["name"] = names.spoken_of(turn.text) or None
    return read


DIALOG = Dialog("voice", (Slot("name"),), _put, _read)
CAPABILITY = Capability(
    "voice", {"voice_other": other, "voice_now": set_voice, "voice_refuse": refuse}, DIALOG, starts=("speak_for",)
)
