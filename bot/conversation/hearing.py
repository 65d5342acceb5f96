"""What a message means in its conversation: a pure step, before any transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from typing import Any

from bot.conversation import choices
from bot.conversation.answering import (
    agreed_plainly,
    answered,
    answered_freely,
    by_their_days,
    in_other_words,
    later_there,
    lines_of_list,
    numbered,
    of_its_day,
    takes_what_is_shown,
    tap,
    told_how_it_went,
    told_what_was_done,
)
from bot.conversation.conditions import (
    at_another_hour,
    needs_something,
    of_the_newest,
    on_condition,
    some_of_planned,
    some_of_them,
    there_partly,
)
from bot.conversation.offers import put_off
from bot.conversation.parting import beside_sigh, can_and_cannot, parted
from bot.conversation.plainly import plainly
from bot.conversation.scene import (
    Heard,
    Scene,
    asked_lately,
    asks_which,
    choice_of,
    choose,
    context_of,
    just_asked,
    local,
    newest_of,
    offered_by,
)
from bot.conversation.telling import answered_at_length
from bot.dialog import Values
from bot.meaning.sentences import Cuts, cuts, is_long
from bot.messages import Inbound, Kind
from bot.shifts.finding import is_like
from bot.understanding import Doubt, Intent, Understanding, understand
from locales.nl import asides, clauses, follows, matters, moments, moods, near, offered
from locales.nl.critical import cannot_be_missed, without
from locales.nl.greetings import greets_or_asks
from locales.nl.manners import plain
from locales.nl.names import could_be_name
from locales.nl.onward import onward
from locales.nl.slips import mended
from locales.nl.time import parse
from locales.nl.written import iso
from storage.turns import Question

LONGEST_TEXT = 3000  # characters that are read at all
_LOOKING = (
    *(Intent.SHOW_OPEN, Intent.SHOW_ROSTER, Intent.SHOW_MINE, Intent.SHOW_DONE, Intent.WHO_IS_COMING, Intent.EXPORT),
    Intent.SEARCH_LOG,
)
_NEVER_A_NOTE = (
    *(*_LOOKING, Intent.HELP, Intent.THANKS, Intent.UNDO, Intent.STOP_DIALOG, Intent.BACK, Intent.GOODBYE),
    *(Intent.SETTINGS, Intent.SETTINGS_QUIET, Intent.SETTINGS_REMINDER, Intent.MY_DATA, Intent.DELETE_ME),
)
_PLANNING = (Intent.CREATE_TASK, Intent.CREATE_SERIES)
_NAMED = ("name", "recipient", "code")  # here nearly any word may be the answer
_COULD_BE_NAMED = (  # what a bare name or "mijn moeder Nel" may look like
    *(Intent.UNKNOWN, Intent.ANSWER_SLOT, Intent.ANSWER_YES, Intent.ANSWER_NO, Intent.CORRECTION),
    *(Intent.INVITE, Intent.ADD_PLACEHOLDER, Intent.JOIN, *_PLANNING),
)
_NO_CODE = (
    *(*_NEVER_A_NOTE, Intent.MAKE_CIRCLE, Intent.EMERGENCY, Intent.STRAIN_SIGNAL),
    *(Intent.DELETE_ME, Intent.MY_DATA, Intent.CANCEL_TASK, Intent.EDIT_TASK, Intent.RELEASE, Intent.SWAP_REQUEST),
    *(Intent.TAKE_OVER_REQUEST, Intent.ABSENCE, Intent.AVAILABILITY, Intent.REMOVE_MEMBER, Intent.CLOSE_CIRCLE),
)
_OF_ITS_OWN = (
    *_LOOKING,
    *_PLANNING,
    Intent.SHOW_LOG,
    Intent.SHOW_MEMBERS,
    Intent.SHOW_LOAD,
    Intent.IMPACT,
    Intent.ABSENCE,
)
_TAKES_AWAY = (Intent.CANCEL_TASK, Intent.EDIT_TASK, Intent.RELEASE)  # ordered, it names nothing to be planned
_STOPS = (Intent.ADD_ORGANISER, Intent.LEAVE_CIRCLE, Intent.CLOSE_CIRCLE, Intent.MESSAGES)  # "ik stop als organisator"
_VAGUE = (Intent.UNKNOWN, Intent.CORRECTION)
_TOLD = (Intent.UNKNOWN, Intent.LOG_NOTE)  # what may tell that something was done
_WORDLESS = (Kind.VOICE, Kind.PHOTO, Kind.STICKER, Kind.LOCATION, Kind.OTHER)


def hear(inbound: Inbound, scene: Scene, now: datetime) -> Heard:
    """What is meant. Never raises on any text."""
    if inbound.kind == Kind.TAP:
        return tap(inbound, scene)
    if inbound.kind in _WORDLESS and not inbound.text.strip():  # a caption is read like any text
        return Heard("no_words", {"kind": inbound.kind.value})
    if inbound.kind == Kind.EDITED:
        return Heard("edited", text=inbound.text[:LONGEST_TEXT])
    if inbound.kind == Kind.FORWARDED:
        return Heard("forwarded", {"text": inbound.text[:LONGEST_TEXT]})
    if len(inbound.text) > LONGEST_TEXT:
        return Heard("too_long")
    return read(inbound.text, scene, now)


def read(text: str, scene: Scene, now: datetime) -> Heard:
    """What a text means here."""
    asked = str(scene.conversation.state.get("asked", "")) if scene.conversation else ""
    text = plain(text)
    if asked not in (*_NAMED, "note"):  # these are kept as they are written
        text = mended(text, (*(member.name for member in scene.members), *(c.recipient for _, c in scene.places)))
    told: Understanding | None = None
    if asked not in (*_NAMED, "note") and scene.places:
        long = not asked and is_long(text)
        answer = answered_at_length(text, scene, now, partial(_heard, scene=scene, now=now)) if long else None
        if answer is not None:
            return answer
        told = _story(text, scene, now) if long else None
        in_turn = _in_turn(text, scene, now, asked, whole=told is not None)
        if in_turn is not None:
            return in_turn
    return _heard(text if told is None else told.sentence, scene, now, asked, told)


def _in_turn(text: str, scene: Scene, now: datetime, asked: str, *, whole: bool) -> Heard | None:
    """The first of two things that a message says, with the rest to be heard after it; `whole`: it wants one thing."""
    meaning = cache(lambda said: _wish(said, scene, now))  # parts come again
    sighs = wishes = None
    if not asked and is_long(text):
        nothing = whole and not clauses.has_sigh(text)
        sighs, wishes = Cuts([], []) if nothing else cuts(text, context_of(scene, "", now))
    both = beside_sigh(text, meaning, sighs) if asked in ("", "confirm") else None
    if both is not None:
        return Heard("strain_signal", {"goes_on": True}, text=both.first, then=both.rest)
    parts = None if whole else parted(text, meaning, wishes, after_yes=bool(asked))
    if parts is None and offered_by(scene) and not asked:
        parts = can_and_cannot(text, meaning)
    return None if parts is None else replace(read(parts.first, scene, now), then=parts.rest)


def _heard(text: str, scene: Scene, now: datetime, asked: str = "", told: Understanding | None = None) -> Heard:
    """What one text means that says one thing; `told` is what it wants where more was said around it."""
    if asides.waits(text) and put_off(text, newest_of(scene)) is None:
        return Heard("wait", text=text)
    if not asked and (agreed := agreed_plainly(text, scene)) is not None:
        return agreed
    if asked and _changed_last(scene) and offered.takes_back(text):
        return Heard("not_after_all", text=text)  # what was just done, not what was asked before
    if near.is_pleasure(text):
        return Heard("content", text=text)
    lately = asked_lately(scene, now) and not greets_or_asks(text)  # who comes in with "hoi" is shown what can be done
    if (asked or lately) and asides.is_small_talk(text) and (asked != "note" or "?" in text):
        return Heard("small_talk", text=text)
    named = choices.newest_with(scene.questions, text)
    if named is None and len(text.split()) > 1:
        named = choices.newest_with(scene.by_others, text)
    named = named or choices.by_scope(scene.questions[:1], text)
    if named is not None and not _agrees_to_older(named, scene, now):
        return choose(named[0], named[1], text)
    some = lines_of_list(text, scene)
    if some is not None:
        return some
    by_number = None if asked else numbered(text, scene)
    if by_number is not None:
        return by_number
    hangs_on = (
        None
        if asked
        else (
            of_the_newest(text, scene)
            or some_of_them(text, scene, now)
            or some_of_planned(text, scene, now)
            or there_partly(text, scene, now)
            or on_condition(text, scene, now)
            or at_another_hour(text, scene, now)
            or needs_something(text, scene, now)
        )
    )
    if hangs_on is not None:
        return hangs_on
    by_days = None if asked else by_their_days(text, scene, now)
    if by_days is not None:
        return by_days
    went = None if asked in (*_NAMED, "note") else told_how_it_went(text, scene, now)
    went = went or (None if asked else answered_freely(text, scene, now))
    if went is not None:
        return went
    understood = later_there(told or understand(text, context_of(scene, asked, now)), text, scene, now)
    if understood.intent == Intent.OTHER_TIME and not of_its_day(text, newest_of(scene)):
        understood = _wish(text, replace(scene, questions=()), now)  # "donderdag kan ik wel, maar ..." to a Sunday
    if asked in _NAMED:  # a whole wish is nobody's name
        wish = _wish(text, scene, now)
        plans = wish.intent in _PLANNING and (wish.values.get("start") or wish.values.get("rrule"))
        if plans or (wish.intent in _NO_CODE if asked == "code" else _no_name(wish, text, scene, now)):
            understood = wish
        elif asked != "code" and understood.intent == Intent.ANSWER_SLOT and not could_be_name(text):
            understood = replace(understood, intent=Intent.UNKNOWN)
    elif asked == "confirm" and understood.intent == Intent.UNDO and moods.regrets(text) and not _changed_last(scene):
        understood = Understanding(Intent.ANSWER_NO)  # what was just read back, not what was done before it
    elif asked:  # a question about the roster in the middle of a plan answers nothing
        wish = _wish(text, scene, now)
        if asked == "duration" and any(time.has_date for time in parse(text, local(scene, now))):
            understood = Understanding(Intent.UNKNOWN)  # a day is no length
        looks = wish.intent in (_NEVER_A_NOTE if asked == "note" else _LOOKING)
        looks |= wish.intent == Intent.THANKS and not wish.values
        looks |= asked == "what" and wish.intent == Intent.PLAN  # said once more
        looks |= asked == "what" and wish.intent in _TAKES_AWAY and moods.is_order(text)
        looks |= asked == "note" and wish.intent not in _VAGUE and moods.is_order(text)
        looks |= understood.intent == Intent.STOP_DIALOG and wish.intent in _STOPS  # that, and not what was asked
        understood = wish if looks or _something_else(wish, scene, text) else understood
    elif "option" in understood.values and understood.intent == Intent.ANSWER_SLOT:
        wish = _wish(text, scene, now)
        # "Wie komt er zaterdag?" is a question of its own, whatever Saturday there is to choose.
        understood = wish if wish.intent in _OF_ITS_OWN else understood
    if asked == "confirm" and (shown := takes_what_is_shown(understood, scene, text)) is not None:
        return shown
    if understood.intent == Intent.UNKNOWN and cannot_be_missed(text):  # those words stand beside what is planned
        understood = understand(without(text), context_of(scene, asked, now))
    # "sorry 12 t/m 15" corrects what was said before
    bare_words = understood.intent == Intent.UNKNOWN and not asked and not follows.days_of_month(text, now.month)
    if bare_words and (bare := matters.without_sounds(text)) != text.strip():
        less = understand(bare, context_of(scene, asked, now))
        understood = understood if less.intent == Intent.ANSWER_YES and matters.hesitates(text) else less
    if understood.intent == Intent.UNKNOWN and not asked and (lead := matters.before_reason(text)):
        understood = later_there(understand(lead, context_of(scene, asked, now)), lead, scene, now)
    if not asked:
        understood = _from_then_on(understood, text, scene, now)
    if understood.intent in _TOLD and not asked and (done := told_what_was_done(text, scene)) is not None:
        return done
    if (
        asked not in (*_NAMED, "note")
        and (plain_words := plainly(text, understood.intent, scene, local(scene, now))) is not None
    ):
        return plain_words
    understood = _guessed(understood, text)
    answer = answered(understood, scene, text)
    if answer is not None:
        return answer
    if not asked and (free := in_other_words(understood, text, scene, now)) is not None:
        return free
    if understood.intent in (Intent.ANSWER_YES, Intent.ANSWER_NO) and not asked:
        wish, agrees = _wish(text, scene, now), understood.intent == Intent.ANSWER_YES
        if agrees and wish.intent == Intent.THANKS:
            return Heard("thanks", text=text)
        if agrees and (which := just_asked(scene, now) or choice_of(scene, now)) is not None:
            return Heard("which_one", {"question": which.id}, text=text)
        understood = wish  # no question takes it: "ik doe het" is then a wish of its own
        if agrees and wish.intent == Intent.ANSWER_YES and offered.says_comes(text):
            understood = Understanding(Intent.CLAIM)
    waits = newest_of(scene)
    if understood.intent == Intent.CORRECTION and not asked and waits is not None and asks_which(waits, scene, now):
        return Heard("which_one", {"question": waits.id}, text=text)  # "nee wacht, woensdag", to "welke bedoel je?"
    values = dict(understood.values)
    if understood.intent == Intent.OTHER_TIME:
        values |= offered_by(scene)
    if understood.intent == Intent.STOP_DIALOG and (open_now := just_asked(scene, now)) is not None:
        values["question"] = open_now.id
    if understood.intent == Intent.UNDO and (waits := just_asked(scene, now) or choice_of(scene, now)) is not None:
        values["question"] = waits.id
    values |= _in_doubt(understood.doubts)
    return Heard(str(understood.intent), values, text=text)


def _changed_last(scene: Scene) -> bool:
    """Whether the last message led to something that was done."""
    return bool(scene.conversation and scene.conversation.lately.get("changed"))


def _agrees_to_older(named: tuple[Question, int], scene: Scene, now: datetime) -> bool:
    """Whether "ja" would be for what was proposed before, where which of several is meant was asked just now."""
    newest = just_asked(scene, now)
    yes = named[0].options[named[1]].get("means") == "yes"
    return yes and newest is not None and newest is not named[0]


def _story(text: str, scene: Scene, now: datetime) -> Understanding | None:
    """What a long message wants that wants one thing, in one sentence of it; None where it does not."""
    found = understand(text, context_of(scene, "", now))
    return found if found.sentence else None


def _from_then_on(understood: Understanding, text: str, scene: Scene, now: datetime) -> Understanding:
    """ "Vanaf volgende week komt de wijkzuster om half 11": what is on the roster changes from that day on."""
    found = onward(text, local(scene, now)) if scene.tasks else None
    if found is None:
        return understood
    wish = understand(found.rest, replace(context_of(scene, "", now), choices=()))
    if wish.intent not in (*_PLANNING, *_VAGUE, Intent.EDIT_TASK, Intent.WHO_IS_COMING) or wish.values.get("rrule"):
        return understood
    said = found.rest.casefold()
    what = next(
        (task for task in scene.tasks if task.casefold() in said or is_like(task, str(wish.values.get("what") or "-"))),
        None,
    )
    times = [time for time in parse(found.rest, local(scene, now)) if time.start is not None]
    clocks, days = [time for time in times if time.has_clock], [time for time in times if time.has_date]
    if wish.values.get("shift_min"):
        new: dict[str, Any] = {"shift_min": wish.values["shift_min"]}
    elif len(clocks) == 1 and not clocks[0].has_date:
        new = {"start": f"{clocks[0].start:%H:%M}"}
    elif days and follows.says_weekday_alone(found.rest):  # "vanaf volgende maand wordt wandelen op woensdag"
        new = {"start": wish.values.get("start") or iso(days[-1], days[-1].start)}
    else:
        return understood
    if what is None and not follows.means_it(found.rest):
        return understood
    named = {} if what is None else {"what": what}
    return Understanding(Intent.EDIT_TASK, {**named, **new, "since": found.since.isoformat()})


def _guessed(understood: Understanding, text: str) -> Understanding:
    """A guess is asked about, never acted on. A plan is read back before it stands, and what says neither what nor when
    asks which: they ask by themselves."""
    doubts = tuple(doubt for doubt in understood.doubts if doubt.slot != "intent")
    if len(doubts) == len(understood.doubts):
        return understood
    if understood.intent in _PLANNING or not (understood.values or moods.is_unsure(text)):
        return replace(understood, doubts=doubts)
    guess = {"intent": str(understood.intent), "values": {**understood.values, **_in_doubt(doubts)}}
    return Understanding(Intent.UNKNOWN, {"guess": guess})


def _in_doubt(doubts: tuple[Doubt, ...]) -> Values:
    """What is to be asked, as the dialogs have it."""
    if not doubts:
        return {}
    return {
        "doubts": [
            {"slot": doubt.slot, "options": list(doubt.alternatives), "reason": doubt.reason} for doubt in doubts
        ]
    }


def _wish(text: str, scene: Scene, now: datetime) -> Understanding:
    """What a text means by itself, whatever was asked and could be chosen; a guess is nothing."""
    found = understand(text, replace(context_of(scene, "", now), choices=()))
    return Understanding(Intent.UNKNOWN) if any(doubt.slot == "intent" for doubt in found.doubts) else found


def _no_name(wish: Understanding, text: str, scene: Scene, now: datetime) -> bool:
    """Whether this says something instead of a name: "dat lukt niet", "gedaan, hij was vrolijk"."""
    lead, comma, _ = text.partition(",")
    leads = _wish(lead, scene, now).intent if comma else Intent.UNKNOWN
    return wish.intent not in _COULD_BE_NAMED or leads not in _COULD_BE_NAMED


def _something_else(wish: Understanding, scene: Scene, text: str) -> bool:
    """Whether this plans something else, whole, while a question about one plan is open."""
    state = scene.conversation.state if scene.conversation else {}
    before, now = state.get("values", {}).get("what"), wish.values.get("what")
    if state.get("dialog") == "plan" and len(wish.values.get("items") or ()) > 1:  # everybody's days, said anew
        return True
    if state.get("dialog") == "absence" and moods.is_order(text):
        return wish.intent in _PLANNING and bool(now) and _whole(wish)
    if state.get("dialog") == "edit" and now and wish.intent in _PLANNING:  # what is changed is known already
        return _whole(wish) and not any(is_like(task, str(now)) for task in scene.tasks)
    if state.get("dialog") != "plan" or not before or not now or wish.intent not in _PLANNING:
        return False
    one_of_them = str(now).casefold() in moments.unlisted(str(before).casefold())  # "koken" of "koken en douchen"
    return _whole(wish) and (one_of_them or not is_like(str(before), str(now)))


def _whole(wish: Understanding) -> bool:
    return bool(wish.values.get("start") or wish.values.get("rrule"))
