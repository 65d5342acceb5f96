"""Giving a shift to somebody else, or exchanging two: the program asks, and who leaves stays responsible until then."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.following import LOOKS, before
from bot.dialog import Capability, Values
from bot.dialogs.exchange import of_two_others
from bot.dialogs.hand_on import somebody_is_away, third_named
from bot.members import named
from bot.saying import Option, Say
from bot.shifts import finding
from bot.shifts.clashing import swaps
from bot.showing import Showing
from bot.turn import Answered, Instead, Place, Turn
from locales.nl import bystanders, moments, organisers
from scheduling.care import COUNTED_ON, HOLDS, SETTLED, Assignment, Shift, Staffed
from scheduling.claims import CannotClaim
from scheduling.offers import Offer, OfferState
from scheduling.people import Circle, Member, Standing
from scheduling.rights import Action
from scheduling.suited import hindrances, who_could
from scheduling.swaps import accept, offer, refuse
from storage.turns import Owed

AHEAD = timedelta(days=70)
NEAR = timedelta(days=21)  # a shift to get in return lies this near the one that is given
SHOWN = 8


def swap(turn: Turn, values: Values) -> None:
    """ "Zullen we ruilen?": which of mine, with whom, for which of theirs."""
    of_two_others(turn, values)
    staffed, mine, place = _mine(turn, values, "swap_request")
    member, circle = place
    other = _other(turn, values, circle, member)
    if other is None:
        _with_whom(turn, values, staffed, mine, circle, member)
        return
    theirs = _theirs(turn, values, staffed.shift, member, other, circle)
    if theirs is None:
        return
    _send(turn, mine, staffed.shift, place, other, theirs)


def take_over(turn: Turn, values: Values) -> None:
    """ "Piet, kun jij het overnemen?": one person is asked; with nobody named, everybody who can."""
    third_named(turn, values)
    somebody_is_away(turn, values)
    if not values.get("who"):
        from bot.dialogs.release import release

        release(turn, values)
        return
    staffed, mine, place = _mine(turn, values, "take_over_request")
    other = _other(turn, values, place[1], place[0])
    if other is None:
        _with_whom(turn, values, staffed, mine, place[1], place[0], do="take_over_request")
        return
    _send(turn, mine, staffed.shift, place, other, None)


def _asked_of_another(turn: Turn, values: Values) -> None:
    """Raises Instead where who organises wants somebody asked for what they just looked at: "kan Piet dat doen?"."""
    last = before(turn)
    what = None if last is None or last["do"] not in LOOKS else last["values"].get("what")
    if turn.organises and values.get("who") and what and not values.get("what"):
        raise Instead("ask_person", {"who": values["who"], "what": what})


def _mine(turn: Turn, values: Values, do: str) -> tuple[Staffed, Assignment, Place]:
    """The shift of one's own that is meant; asked for where several fit."""
    own = {member.id: (member, circle) for member, circle in turn.places}
    wanted = dict(values)
    said = values.get("start")
    if isinstance(said, list):  # "jij dinsdag, ik donderdag": one of the two days is one's own
        wanted.pop("start")
    found: list[tuple[Staffed, Assignment, Place]] = []
    for staffed in turn.store.shifts_of_members(list(own), turn.now, turn.now + AHEAD):
        for assignment in staffed.responsible:
            if assignment.member not in own or assignment.part in SETTLED:
                continue
            if values.get("mine") not in (None, assignment.id):
                continue
            place = own[assignment.member]
            days = said if isinstance(said, list) else None
            fits = finding.matching([staffed], wanted, place[1].zone, turn.now)
            if days is not None and not any(
                finding.matching([staffed], {"start": day}, place[1].zone, turn.now) for day in days
            ):
                continue
            if fits or values.get("mine"):
                found.append((staffed, assignment, place))
    if not found:
        others = [
            m for one in values.get("who") or () if str(one).isdigit() and (m := turn.store.find(Member, int(one)))
        ]
        if any(bystanders.cannot(m.name, turn.text) for m in others):  # "Piet kan niet, zoek iemand anders"
            raise Instead("release", {name: values[name] for name in ("who", "start", "what") if values.get(name)})
        if others and turn.organises and organisers.goes_away(turn.text):  # "kan Els overnemen?"
            raise Instead("add_organiser", {"who": [str(others[0].id)]})
        _asked_of_another(turn, values)
        raise Answered(Say(turn.word("swap-none-of-yours"), (turn.option("button-mine", "show_mine"),)))
    if len(found) > 1:
        labels = finding.labels([s for s, _, _ in found[:SHOWN]], found[0][2][1].zone)
        options = tuple(
            Option(label, do, {**values, "mine": assignment.id})
            for label, (_, assignment, _) in zip(labels, found[:SHOWN], strict=True)
        )
        raise Answered(Say(turn.word("swap-which-of-yours"), options))
    turn.require(*found[0][2], Action.CLAIM)
    return found[0]


def _other(turn: Turn, values: Values, circle: Circle, own: Member) -> Member | None:
    who = values.get("who")
    names = [who] if isinstance(who, str) else list(who or ())
    for name in names:
        found = named(turn, circle, str(name), "swap_request", values)
        if found is not None and found.id != own.id and found.standing == Standing.ACTIVE:
            return found
    return None


def _with_whom(
    turn: Turn,
    values: Values,
    staffed: Staffed,
    mine: Assignment,
    circle: Circle,
    member: Member,
    do: str = "swap_request",
) -> None:
    could = who_could(turn.store, staffed.shift, circle, turn.now, frozenset({member.id}))
    if not could:
        turn.say("swap-nobody-free", (turn.option("button-give-away", "release", shift=staffed.shift.id),))
        return
    options = tuple(
        Option(one.name[:20], do, {**values, "mine": mine.id, "who": [str(one.id)]}) for one in could[:SHOWN]
    )
    give = turn.option("button-give-away", "release", shift=staffed.shift.id)
    way = "swap" if do == "swap_request" else "give"
    turn.say("swap-with-whom", (*options, give), about=turn.about(staffed.shift, circle), way=way)


def _theirs(
    turn: Turn, values: Values, shift: Shift, member: Member, other: Member, circle: Circle
) -> Assignment | None:
    """What one gets in return: what was said, the only one that suits both, or what is chosen."""
    around = turn.store.shifts_of_members([other.id], max(turn.now, shift.start - NEAR), shift.start + NEAR)
    suits = []
    for staffed in around:
        theirs = staffed.of(other.id)
        if theirs is None or theirs.part not in COUNTED_ON or staffed.of(member.id):
            continue
        if not [c for c in hindrances(turn.store, staffed.shift, member, circle.zone) if c.with_shift != shift]:
            suits.append((staffed, theirs))
    chosen = next((theirs for _, theirs in suits if theirs.id == values.get("theirs")), None)
    if chosen is not None:
        return chosen
    said = values.get("start")
    if isinstance(said, list):
        spoken_of = [
            one
            for one in suits
            if any(finding.matching([one[0]], {"start": day}, circle.zone, turn.now) for day in said)
        ]
        suits = spoken_of or suits
    options: tuple[Option, ...]
    if not suits:
        options = (
            turn.option(
                "button-ask-anyway", "take_over_request", mine=_id_of(turn, shift, member), who=[str(other.id)]
            ),
            turn.option("button-never-mind", "fine", means="no"),
        )
        turn.say("swap-nothing-in-return", options, name=other.name)
        return None
    if len(suits) == 1 and said:
        return suits[0][1]
    labels = finding.labels([s for s, _ in suits[:SHOWN]], circle.zone)
    mine = _id_of(turn, shift, member)
    options = tuple(
        Option(label, "swap_request", {"mine": mine, "who": [str(other.id)], "theirs": theirs.id})
        for label, (_, theirs) in zip(labels, suits[:SHOWN], strict=True)
    )
    lines = [finding.line(s, circle.zone) for s, _ in suits[:SHOWN]]
    turn.said.append(Say("\n".join([turn.word("swap-which-of-theirs", name=other.name), *lines]), options))
    return None


def _id_of(turn: Turn, shift: Shift, member: Member) -> int:
    staffed = turn.store.staffed(shift.id)
    mine = None if staffed is None else staffed.of(member.id)
    return 0 if mine is None else mine.id


def _send(turn: Turn, mine: Assignment, shift: Shift, place: Place, other: Member, theirs: Assignment | None) -> None:
    member, circle = place
    try:
        made = offer(turn.store, mine, member, turn.now, to=other, in_return=theirs)
    except CannotClaim:
        turn.say("claim-gone")
        return
    options = (
        turn.option("button-is-fine", "offer_accept", means="yes", offer=made.id),
        turn.option("button-cannot", "offer_refuse", means="no", offer=made.id),
    )
    words: Values = {"name": turn.someone.name, "about": turn.about(shift, circle), "recipient": circle.recipient}
    if theirs is None:
        turn.tell(other.person or 0, "swap-asked-to-take", options, **words)
    else:
        in_return = turn.about(turn.store.get(Shift, theirs.shift), circle)
        turn.tell(other.person or 0, "swap-asked", options, other=in_return, **words)
    turn.store.owe("offer_lapsed", made.until, person=turn.someone.id, subject=made.id)
    turn.changed("offer", f"{other.name}: {words['about']}", circle)
    turn.say("swap-sent", (turn.option("button-undo", "undo"),), name=other.name)


def offer_accept(turn: Turn, values: Values) -> None:
    """The other says yes."""
    found = turn.store.find(Offer, values["offer"])
    place = None if found is None else turn.member_of(found.circle)
    if found is None or place is None:
        turn.say("swap-gone")
        return
    member, circle = place
    turn.require(member, circle, Action.CLAIM)
    giver = turn.store.get(Member, found.made_by)
    given = turn.store.get(Shift, turn.store.get(Assignment, found.assignment).shift)
    one_way = bool(values.get("one_way"))
    if found.state == OfferState.OPEN and not values.get("anyway"):
        _look_out(turn, found, given, member, giver, circle, one_way=one_way)
    try:
        _, moved = accept(turn.store, found.id, member, turn.now, one_way=one_way)
    except CannotClaim:
        turn.say("swap-gone")
        return
    about = [turn.about(shift, circle) for shift in moved]
    turn.changed("swap", about[0], circle)
    undo = (turn.option("button-undo", "undo"),)
    key = "swap-done" if len(moved) > 1 else "swap-taken"
    yours = about[0] if len(moved) > 1 else moments.begin(about[0])
    turn.say(key, undo, yours=yours, theirs=about[-1], name=giver.name)
    turn.tell_member(giver, f"{key}-told", urgent=True, name=member.name, yours=about[-1], theirs=about[0])
    told: Values = {"name": member.name, "other": giver.name, "about": about[0], "recipient": circle.recipient}
    turn.tell_organisers(
        circle, "swap-told" if len(moved) > 1 else "swap-taken-over-told", but=(giver.person or 0,), **told
    )


def _look_out(
    turn: Turn, found: Offer, given: Shift, member: Member, giver: Member, circle: Circle, *, one_way: bool
) -> None:
    """End the turn where the exchange does not fit one of the two, with ways out that do."""
    back = None if found.in_return is None or one_way else turn.store.get(Assignment, found.in_return).shift
    mine = [c for c in hindrances(turn.store, given, member, circle.zone) if not _is(c.with_shift, back)]
    no = turn.option("button-cannot", "offer_refuse", means="no", offer=found.id)
    anyway = turn.option("button-anyway", "offer_accept", offer=found.id, anyway=True, one_way=one_way)
    if mine:
        options = (*swaps(turn, mine, member, circle), anyway, no)
        raise Answered(Say(turn.word("swap-in-the-way", about=turn.about(given, circle)), options))
    if back is None:
        return
    returned = turn.store.get(Shift, back)
    theirs = [c for c in hindrances(turn.store, returned, giver, circle.zone) if not _is(c.with_shift, given.id)]
    if theirs and giver.standing == Standing.ACTIVE:
        take = turn.option("button-take-over", "offer_accept", offer=found.id, one_way=True)
        about = turn.about(returned, circle)
        raise Answered(Say(turn.word("swap-not-back", about=about, name=giver.name), (take, no)))


def _is(shift: Shift | None, id: int | None) -> bool:
    return shift is not None and shift.id == id


def offer_refuse(turn: Turn, values: Values) -> None:
    """The other says no: no reason is asked, and the one who leaves hears it with a way on."""
    found = turn.store.find(Offer, values["offer"])
    place = None if found is None else turn.member_of(found.circle)
    refused = None if place is None or found is None else refuse(turn.store, found.id, place[0])
    if refused is None or place is None:
        turn.say("swap-gone")
        return
    giver = turn.store.get(Member, refused.made_by)
    shift = turn.store.get(Shift, turn.store.get(Assignment, refused.assignment).shift)
    turn.say("help-fine")
    if giver.person is not None:
        options = (
            turn.option("button-ask-others", "release", means="yes", shift=shift.id),
            turn.option("button-keep-it", "fine", means="no"),
        )
        about = turn.about(shift, place[1])
        turn.tell(giver.person, "swap-refused", options, name=place[0].name, about=about)


def show_lapsed(showing: Showing, owed: Owed) -> Say | None:
    """Nobody answered in time: the offer lapses, kindly."""
    found = showing.store.find(Offer, owed.subject or 0)
    if found is None or found.state not in (OfferState.OPEN, OfferState.LAPSED):
        return None
    if found.state == OfferState.OPEN:  # it may be rendered again, where sending failed or only a template went
        showing.store.change(found, state=OfferState.LAPSED)
    mine = showing.store.get(Assignment, found.assignment)
    shift = showing.store.get(Shift, mine.shift)
    if shift.end <= showing.now or mine.part not in HOLDS:  # it is over, or another has it by now
        return None
    circle = showing.store.get(Circle, found.circle)
    other = "" if found.to_member is None else showing.store.get(Member, found.to_member).name
    here = showing.local(showing.now, circle.zone)
    about = f"{shift.what}, {moments.moment(shift.start.astimezone(here.tzinfo), here)}"
    options = (
        showing.option("button-ask-others", "release", means="yes", shift=shift.id),
        showing.option("button-keep-it", "fine", means="no"),
    )
    return showing.say("swap-lapsed", options, about=about, name=other)


CAPABILITY = Capability(
    "swap",
    {
        "swap_request": swap,
        "take_over_request": take_over,
        "offer_accept": offer_accept,
        "offer_refuse": offer_refuse,
    },
    shows={"offer_lapsed": show_lapsed},
)
