"""What a message means in its conversation: a pure step, before any transaction."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot import choices, offers
from bot.finding import is_like
from bot.messages import VIEW, Inbound, Kind
from bot.understanding import Context, Intent, Person, Understanding, understand
from locales.nl import cues, existing, moments, near, offered
from locales.nl.critical import cannot_be_missed, without
from locales.nl.manners import plain
from locales.nl.names import could_be_name
from locales.nl.picking import Line, counted, picked, says_all
from locales.nl.remarks import did, did_oneself, parted
from locales.nl.slips import mended
from scheduling.people import AMSTERDAM, Circle, Member, Role
from storage.turns import Conversation, Question

JUST_NOW = timedelta(minutes=30)
LONGEST_TEXT = 3000  # characters that are read at all
_LOOKING = (
    *(Intent.SHOW_OPEN, Intent.SHOW_ROSTER, Intent.SHOW_MINE, Intent.SHOW_DONE, Intent.WHO_IS_COMING, Intent.EXPORT),
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
_SEVERAL = {"claim": "claim_these", "ask_yes": "ask_yes"}  # what takes one shift, and what takes several
_WITHOUT_ME = (Intent.ABSENCE, Intent.RELEASE, Intent.TAKE_OVER_REQUEST)  # on no day in particular: a no
_VAGUE = (Intent.UNKNOWN, Intent.CORRECTION)
_TOLD = (Intent.UNKNOWN, Intent.LOG_NOTE)  # what may tell that something was done
_SAYS_LITTLE = (*_VAGUE, Intent.INVITE, Intent.CLAIM, Intent.JOIN, Intent.ADD_PLACEHOLDER)  # where nothing is named
_NEVER_FOR_REST = ("not_done", "cannot")  # no answer for who says "laat maar"
_WORDLESS = (Kind.VOICE, Kind.PHOTO, Kind.STICKER, Kind.LOCATION, Kind.OTHER)


@dataclass(frozen=True)
class Scene:
    """What is known where a message arrives."""

    conversation: Conversation | None = None
    questions: tuple[Question, ...] = ()  # that can be chosen from, the newest first
    settled: int = 0  # the newest question that was answered: a bare yes is for what was asked after it
    tapped: Question | None = None  # the question of the button that was tapped
    places: tuple[tuple[Member, Circle], ...] = ()
    members: tuple[Member, ...] = ()  # of all these circles
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """An intent with its values, or an option that was chosen."""

    intent: str
    values: dict[str, Any] = field(default_factory=dict)
    question: Question | None = None
    index: int = 0
    text: str = ""


def hear(inbound: Inbound, scene: Scene, now: datetime) -> Heard:
    """What is meant. Never raises on any text."""
    if inbound.kind == Kind.TAP:
        return _tap(inbound, scene)
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
    if near.is_pleasure(text):
        return Heard("content", text=text)
    named = choices.newest_with(scene.questions, text)
    if named is not None:
        return _chosen(named[0], named[1], text)
    some = _lines_of_list(text, scene)
    if some is not None:
        return some
    by_number = None if asked else _by_number(text, scene)
    if by_number is not None:
        return by_number
    told = None if asked else _told_how_it_went(text, scene, now) or _answered_freely(text, scene, now)
    if told is not None:
        return told
    understood = _later_there(understand(text, context_of(scene, asked, now)), text, scene, now)
    if asked in _NAMED:  # a whole wish is nobody's name
        wish = _wish(text, scene, now)
        plans = wish.intent in _PLANNING and (wish.values.get("start") or wish.values.get("rrule"))
        if plans or (wish.intent in _NO_CODE if asked == "code" else _no_name(wish, text, scene, now)):
            understood = wish
        elif asked != "code" and understood.intent == Intent.ANSWER_SLOT and not could_be_name(text):
            understood = replace(understood, intent=Intent.UNKNOWN)
    elif asked:  # a question about the roster in the middle of a plan answers nothing
        wish = _wish(text, scene, now)
        looks = wish.intent in (_NEVER_A_NOTE if asked == "note" else _LOOKING)
        looks |= asked == "note" and wish.intent not in _VAGUE and cues.is_order(text)
        understood = wish if looks or _something_else(wish, scene) else understood
    elif "option" in understood.values and understood.intent == Intent.ANSWER_SLOT:
        wish = _wish(text, scene, now)
        # "Wie komt er zaterdag?" is a question of its own, whatever Saturday there is to choose.
        understood = wish if wish.intent in _OF_ITS_OWN else understood
    if understood.intent == Intent.UNKNOWN and cannot_be_missed(text):  # those words stand beside what is planned
        understood = understand(without(text), context_of(scene, asked, now))
    if understood.intent == Intent.UNKNOWN and not asked and (bare := existing.without_start(text)) != text.strip():
        understood = understand(bare, context_of(scene, asked, now))
    if understood.intent in _TOLD and not asked and (told := _told_what_was_done(text, scene)) is not None:
        return told
    if any(doubt.slot == "intent" for doubt in understood.doubts):  # a guess is asked about, never acted on
        understood = Understanding(Intent.UNKNOWN)
    answer = _answer(understood, scene, text)
    if answer is not None:
        return answer
    if not asked and (free := _in_other_words(understood, text, scene, now)) is not None:
        return free
    if understood.intent == Intent.ANSWER_YES and not asked and (which := _just_asked(scene, now)) is not None:
        return Heard("which_one", {"question": which.id}, text=text)
    if understood.intent in (Intent.ANSWER_YES, Intent.ANSWER_NO) and not asked:
        # No question takes it: "ik doe het" is then a wish of its own.
        understood = _wish(text, scene, now)
    values = dict(understood.values)
    if understood.intent == Intent.OTHER_TIME:
        values |= _offered(scene)
    if understood.intent == Intent.STOP_DIALOG and (open_now := _just_asked(scene, now)) is not None:
        values["question"] = open_now.id
    if understood.doubts:
        values["doubts"] = [
            {"slot": doubt.slot, "options": list(doubt.alternatives), "reason": doubt.reason}
            for doubt in understood.doubts
        ]
    return Heard(str(understood.intent), values, text=text)


def _lines_of_list(text: str, scene: Scene) -> Heard | None:
    """Some lines of the numbered list that is on the table: "1, 3 en 4", "alleen die van Piet niet"."""
    newest = _newest(scene)
    for option in () if newest is None else newest.options:
        lines = option.get("values", {}).get("lines")
        if lines:
            chosen = picked(text, [Line(*line) for line in lines])
            return (
                None
                if chosen is None
                else Heard(f"{option['do']}_some", {**option["values"], "pick": chosen}, text=text)
            )
    return None


def _by_number(text: str, scene: Scene) -> Heard | None:
    """What is chosen by its number, in a few words: "doe maar 2", "(1)"; of what is open several: "1 en 3"."""
    newest = _newest(scene)
    if newest is None or not newest.options:
        return None
    numbers = counted(text)
    if says_all(text):
        every = [number for number, option in enumerate(newest.options, 1) if says_all(option["label"])]
        if every:
            return _chosen(newest, every[0] - 1, text)
        numbers = [number for number, option in enumerate(newest.options, 1) if option["values"].get("shift")]
    if not numbers:
        return None
    if not all(1 <= number <= len(newest.options) for number in numbers):
        return Heard("no_such_number", {"question": newest.id}, text=text) if len(newest.options) > 1 else None
    chosen = [newest.options[number - 1] for number in numbers]
    if any(option.get("means") for option in chosen):  # a yes and a no are read with what was asked
        return None
    if len(chosen) == 1:
        return _chosen(newest, numbers[0] - 1, text)
    first = chosen[0]
    if first["do"] not in _SEVERAL or any(o["do"] != first["do"] or not o["values"].get("shift") for o in chosen):
        return None
    shifts = {"shifts": [option["values"]["shift"] for option in chosen]}
    return Heard(
        _SEVERAL[first["do"]], {**{k: v for k, v in first["values"].items() if k == "ask"}, **shifts}, text=text
    )


def _told_how_it_went(text: str, scene: Scene, now: datetime) -> Heard | None:
    """An answer to "is het gelukt?" with a line for the log: "gedaan, maar hij was moe"."""
    newest = _newest(scene)
    if newest is None or all(option["do"] != "done" for option in newest.options):
        return None
    lead, remark = parted(text)
    if not remark:
        return None
    understood = understand(lead, context_of(scene, "", now))
    if "option" in understood.values:
        index = choices.by_number(understood.values["option"], newest.options)
    else:
        done = understood.intent in (Intent.ANSWER_YES, Intent.ALREADY_DONE)
        means = "yes" if done else "no" if understood.intent == Intent.ANSWER_NO else ""
        index = choices.by_meaning(means, newest.options)
    return None if index is None else replace(_chosen(newest, index, text), values={"note": remark})


def _told_what_was_done(text: str, scene: Scene) -> Heard | None:
    """ "Ton heeft gekookt, was heerlijk", by whom it was, or by somebody else."""
    for member in scene.members:
        what = did(text, [member.name, member.name.split()[0]], scene.tasks)
        if what is not None:
            return Heard("already_done", _done(what, [str(member.id)]), text=text)
    own = did_oneself(text, scene.tasks)
    return None if own is None else Heard("already_done", _done(own, []), text=text)


def _done(told: tuple[str, str], who: list[str]) -> dict[str, Any]:
    what, remark = told
    return {name: value for name, value in (("what", what), ("note", remark), ("who", who)) if value}


def _answered_freely(text: str, scene: Scene, now: datetime) -> Heard | None:
    """No answer yet, or an answer for who has no phone."""
    later = offers.put_off(text, _newest(scene))
    found = later or offers.in_their_stead(text, scene.questions, scene.members, _meaning(scene, now))
    return None if found is None else _chosen(*found, text)


def _later_there(understood: Understanding, text: str, scene: Scene, now: datetime) -> Understanding:
    """ "Ik kom tien minuten later" to who reminds or plans somebody is no wish for another time."""
    if understood.intent != Intent.OTHER_TIME:
        return understood
    own = offers.of_own_visit(_newest(scene))
    plain = understand(text, replace(context_of(scene, "", now), offered=False))
    if plain.intent != Intent.LATE:
        return understood if own is None else replace(understood, values={**understood.values, **own})
    if own is not None:
        return Understanding(Intent.LATE, {**plain.values, **own})
    minutes = plain.values.get("minutes")
    return replace(understood, values={"shift_min": minutes}) if minutes else understood


def _meaning(scene: Scene, now: datetime) -> offers.Meant:
    """What a text says to a question."""

    def meant(said: str, question: Question | None) -> str:
        labels = () if question is None else tuple(option["label"] for option in question.options)
        context = replace(context_of(scene, "", now), choices=labels, offered=question is not None)
        understood = understand(said, context)
        if understood.intent == Intent.ANSWER_YES:
            return "yes"
        dated = _from(understood) is not None
        no = understood.intent == Intent.ANSWER_NO or (understood.intent == Intent.RELEASE and not dated)
        return "no" if no or (dated and _same_weekday(understood, said, question)) else ""

    return meant


def _same_weekday(understood: Understanding, text: str, question: Question | None) -> bool:
    """Whether "ik kan donderdag niet" is about the Thursday that was asked for, whichever comes first."""
    start = _from(understood)
    if question is None or start is None or any(letter.isdigit() for letter in text):
        return False
    return moments.label(datetime.fromisoformat(start)).split()[0] in question.about.split()


def _same_day(understood: Understanding, question: Question | None) -> bool:
    """Whether it is about the very day that was asked for, so that all of that day is meant; or no ask at all."""
    start = _from(understood)
    if question is None or start is None or all(option["do"] != offers.LATER for option in question.options):
        return True
    return moments.label(datetime.fromisoformat(start)).rpartition(" ")[0] in question.about


def _from(understood: Understanding) -> str | None:
    """The first day or moment that somebody cannot come, where one is named."""
    if understood.intent not in (Intent.ABSENCE, Intent.RELEASE):
        return None
    start = understood.values.get("start") or understood.values.get("from")
    return None if start is None else str(start)


def _in_other_words(understood: Understanding, text: str, scene: Scene, now: datetime) -> Heard | None:
    """An answer that has more words than yes or no: by its reason or its day, or of who has no phone."""
    newest = _newest(scene)
    dated = _same_weekday(understood, text, newest) and not _same_day(understood, newest)
    undated = understood.intent in _WITHOUT_ME and not {"start", "from", "who"} & understood.values.keys()
    if understood.intent in _VAGUE or dated or undated:
        answer = offers.answered(text, newest, no=dated)
        if answer is not None:
            return _chosen(*answer, text)
    if understood.intent in _SAYS_LITTLE and not understood.values:
        answer = offers.in_more_words(text, newest)
        if answer is not None:
            return _chosen(*answer, text)
    other = offers.cannot_for(text, scene.members, _meaning(scene, now)) if understood.intent in _VAGUE else None
    return None if other is None else Heard("release", {"who": [str(other.id)]}, text=text)


def _newest(scene: Scene) -> Question | None:
    """The newest question, where nothing was answered since."""
    newest = scene.questions[0] if scene.questions else None
    return None if newest is None or newest.id <= scene.settled else newest


def _just_asked(scene: Scene, now: datetime) -> Question | None:
    """What this person was asked in answer to their last message: which of several, or yes or no."""
    newest = _newest(scene)
    spoke = scene.conversation.last_in_at if scene.conversation else None
    if newest is None or newest.dialog or spoke is None or newest.asked_at < spoke or now - spoke > JUST_NOW:
        return None
    which = len(newest.options) > 1 and len({option["do"] for option in newest.options}) == 1
    both = {"yes", "no"} <= {option.get("means") for option in newest.options}
    return newest if (newest.once and both) or which else None


def _wish(text: str, scene: Scene, now: datetime) -> Understanding:
    """What a text means by itself, whatever was asked and could be chosen."""
    return understand(text, replace(context_of(scene, "", now), choices=()))


def _no_name(wish: Understanding, text: str, scene: Scene, now: datetime) -> bool:
    """Whether this says something instead of a name: "dat lukt niet", "gedaan, hij was vrolijk"."""
    lead, comma, _ = text.partition(",")
    leads = _wish(lead, scene, now).intent if comma else Intent.UNKNOWN
    return wish.intent not in _COULD_BE_NAMED or leads not in _COULD_BE_NAMED


def _something_else(wish: Understanding, scene: Scene) -> bool:
    """Whether this plans something else, whole, while a question about one plan is open."""
    state = scene.conversation.state if scene.conversation else {}
    before, now = state.get("values", {}).get("what"), wish.values.get("what")
    if state.get("dialog") != "plan" or not before or not now or wish.intent not in _PLANNING:
        return False
    one_of_them = str(now).casefold() in moments.unlisted(str(before).casefold())  # "koken" of "koken en douchen"
    whole = bool(wish.values.get("start") or wish.values.get("rrule"))
    return whole and (one_of_them or not is_like(str(before), str(now)))


def context_of(scene: Scene, asked: str, now: datetime) -> Context:
    """The conversation as understanding needs it."""
    organises = any(member.role == Role.ORGANISER for member, _ in scene.places)
    newest = scene.questions[0] if scene.questions else None
    zone = scene.places[0][1].zone if scene.places else AMSTERDAM
    spoken_of = scene.conversation.circle if scene.conversation else None
    regions = [circle.region for _, circle in scene.places if circle.id == spoken_of or len(scene.places) == 1]
    return Context(
        now=now.astimezone(ZoneInfo(zone)),
        speaker="organiser" if organises else "helper",
        members=tuple(Person(member.name, str(member.id)) for member in scene.members),
        recipients=tuple(dict.fromkeys(circle.recipient for _, circle in scene.places)),
        asked=asked or None,
        choices=tuple(option["label"] for option in newest.options) if newest else (),
        tasks=scene.tasks,
        region=regions[0] if regions else "",
        offered=bool(_offered(scene)),
    )


def _offered(scene: Scene) -> dict[str, Any]:
    """What the newest question asks somebody to do: `shifts`, and the `ask` where it is one; {} where it is none."""
    newest, found = _newest(scene), dict[str, Any]()
    for option in () if newest is None else newest.options:
        if option["do"] in offers.OFFERS:
            values = option.get("values", {})
            ids = values.get("shifts") or [values.get("shift")]
            found["shifts"] = list(dict.fromkeys([*found.get("shifts", ()), *(id for id in ids if id)]))
            found["ask"] = values.get("ask") or found.get("ask")
    return found


def _answer(understood: Understanding, scene: Scene, text: str) -> Heard | None:
    """A typed answer to the options on the table."""
    if not scene.questions:
        return None
    if understood.intent in ("answer_yes", "answer_no"):
        means = "yes" if understood.intent == "answer_yes" else "no"
        for question in scene.questions:
            if question.id <= scene.settled:
                return None
            index = choices.by_meaning(means, question.options)
            if index is not None and (shift := offers.own_instead(text, question, index)):
                return Heard("claim", {"shift": shift}, text=text)
            if index is not None and question.options[index]["do"] in _NEVER_FOR_REST and offered.lets_be(text):
                return Heard("fine", text=text)
            if index is not None:
                return _unless_two_fit(question, index, means, scene, text)
            if means == "yes" and choices.by_meaning("all", question.options) is not None:
                return Heard("ask_which", {"question": question.id}, text=text)
            if any(option.get("means") for option in question.options):
                return None  # it is this question that is answered, not an older one
    if understood.intent == "answer_slot" and isinstance(understood.values.get("option"), int):
        question = scene.questions[0]
        index = choices.by_number(understood.values["option"], question.options)
        if index is not None:
            return _chosen(question, index, text)
    return None


def _unless_two_fit(question: Question, index: int, means: str, scene: Scene, text: str) -> Heard:
    """A bare yes answers the newest open question; where two came in since the person last spoke, ask which."""
    spoke = scene.conversation.last_in_at if scene.conversation else None
    fitting = [
        (other, at)
        for other in scene.questions
        if other.about
        and other.id > scene.settled
        and (spoke is None or other.asked_at > spoke)
        and (at := choices.by_meaning(means, other.options)) is not None
    ]
    # Asked twice about the same (a day and an hour before a visit) is one question.
    if len({other.about for other, _ in fitting}) < 2 or question.id not in {other.id for other, _ in fitting}:
        return _chosen(question, index, text)
    return Heard(
        "which_question",
        {"answers": [{"question": other.id, "index": at, "about": other.about} for other, at in fitting[:10]]},
        text=text,
    )


def _chosen(question: Question, index: int, text: str) -> Heard:
    return Heard(question.options[index]["do"], question=question, index=index, text=text)


def _tap(inbound: Inbound, scene: Scene) -> Heard:
    if inbound.choice == VIEW:
        return Heard("view")
    tapped, question = choices.tapped(inbound.choice), scene.tapped
    if question is None or tapped is None or tapped[1] >= len(question.options):
        return Heard("old_button")
    return _chosen(question, tapped[1], "")
