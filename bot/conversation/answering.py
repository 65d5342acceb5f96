"""Which of the questions on the table a message answers, and how: by a button, a number, a yes, or in other words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.conversation import choices, offers
from bot.conversation.scene import Heard, Scene, choose, context_of, local, newest_of
from bot.messages import VIEW, Inbound
from bot.understanding import Intent, Understanding, understand
from locales.nl import moments, numbers, offered, phrases
from locales.nl.among import among, is_more, is_of_days, labelled
from locales.nl.grammar.expression import CODES
from locales.nl.people import SPEAKER
from locales.nl.picking import Line, counted, picked, says_all
from locales.nl.remarks import (
    before_question,
    begins_done,
    did,
    did_oneself,
    parted,
    says_done,
    tells_how_it_was,
    tells_no_harm,
    was_missed,
)
from locales.nl.spoken import SHORT_DAYS
from locales.nl.words import fold
from storage.turns import Question

_VAGUE = (Intent.UNKNOWN, Intent.CORRECTION)
_OF_ONESELF = (Intent.CLAIM, Intent.CLAIM_MANY, Intent.RELEASE, Intent.ABSENCE)
_SEVERAL = {"claim": "claim_these", "ask_yes": "ask_yes"}  # what takes one shift, and what takes several
_WITHOUT_ME = (Intent.ABSENCE, Intent.RELEASE, Intent.TAKE_OVER_REQUEST)  # on no day in particular: a no
_SAYS_LITTLE = (*_VAGUE, Intent.INVITE, Intent.CLAIM, Intent.JOIN, Intent.ADD_PLACEHOLDER)  # where nothing is named
_NEXT_STEPS = ("placeholder", "invite", "plan", "export", "show_open", "show_roster", "show_mine", "ask_around")
_PLANS_OTHERWISE = "plan_change"  # a no asks what must be otherwise, but to who says "laat maar"
_NEVER_FOR_REST = ("not_done", "cannot")  # no answer for who says "laat maar"


def lines_of_list(text: str, scene: Scene) -> Heard | None:
    """Some lines of the numbered list that is on the table: "1, 3 en 4", "alleen die van Piet niet"."""
    newest = newest_of(scene)
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


def numbered(text: str, scene: Scene) -> Heard | None:
    """What is chosen by its number, in a few words: "doe maar 2", "(1)"; of what is open several: "1 en 3"."""
    newest = newest_of(scene)
    if newest is None or not newest.options:
        return None
    numbers = counted(text)
    if says_all(text):
        every = [number for number, option in enumerate(newest.options, 1) if says_all(option["label"])]
        if every:
            return choose(newest, every[0] - 1, text)
        numbers = [number for number, option in enumerate(newest.options, 1) if option["values"].get("shift")]
    if not numbers:
        return None
    if not all(1 <= number <= len(newest.options) for number in numbers):
        return Heard("no_such_number", {"question": newest.id}, text=text) if len(newest.options) > 1 else None
    chosen = [newest.options[number - 1] for number in numbers]
    if any(option.get("means") for option in chosen):  # a yes and a no are read with what was asked
        return None
    if len(chosen) == 1:
        return choose(newest, numbers[0] - 1, text)
    return _several(newest, [number - 1 for number in numbers], text)


def _several(question: Question, places: list[int], text: str) -> Heard | None:
    """These options of one question at once, where each takes a shift."""
    chosen = [question.options[place] for place in places]
    first = chosen[0]
    if any(option["do"] != first["do"] or not _takes_one(option) for option in chosen):
        return None
    shifts = {"shifts": [option["values"]["shift"] for option in chosen]}
    return Heard(
        _SEVERAL[first["do"]], {**{k: v for k, v in first["values"].items() if k == "ask"}, **shifts}, text=text
    )


def _takes_one(option: dict[str, Any]) -> bool:
    return option["do"] in _SEVERAL and bool(option["values"].get("shift"))


def by_their_days(text: str, scene: Scene, now: datetime) -> Heard | None:
    """The times that somebody can of those they were shown: "donderdag en vrijdag", "vrijdag niet, de rest wel"."""
    among_several = any(sum(map(_takes_one, question.options)) > 1 for question in scene.questions)
    now = local(scene, now)
    if not among_several or not is_of_days(text, now):
        return None
    for question in scene.questions:
        places = [at for at, option in enumerate(question.options) if _takes_one(option)]
        if len(places) < 2 and question.id > scene.settled and any(o.get("means") for o in question.options):
            return None  # that is answered first
        labels = [question.options[at]["label"] for at in places]
        starts = labelled(labels, question.asked_at.astimezone(now.tzinfo)) if len(places) > 1 else []
        found = among(text, [start if start and start > now else None for start in starts], now) if starts else None
        if found is None:
            continue
        if is_more(text, [start for at in found.yes if (start := starts[at]) is not None]):
            return None
        if found.without:
            asks = question.answered_at is None and question.options[places[0]]["do"] == "ask_yes"
            left = [at for at in places if at not in [places[one] for one in found.without]]
            if not asks or not left:
                continue
            return Heard("ask_others", {"question": question.id, "left": left}, text=text)
        yes = [places[at] for at in found.yes]
        if found.either:
            return Heard("which_one", {"question": question.id, "only": yes}, text=text)
        heard = choose(question, yes[0], text) if len(yes) == 1 else _several(question, yes, text)
        unsure = {"unsure": [labels[at] for at in found.maybe]} if found.maybe else {}
        return None if heard is None else replace(heard, values={**heard.values, **unsure})
    return None


def told_how_it_went(text: str, scene: Scene, now: datetime) -> Heard | None:
    """An answer to "is het gelukt?" with a line for the log: "gedaan, maar hij was moe"."""
    newest = newest_of(scene)
    if newest is None or all(option["do"] != "done" for option in newest.options):
        if begins_done(text):
            return Heard("already_done", {"note": text.strip()}, text=text)
        goes = newest is None or any(option["do"] == "going" for option in newest.options)
        return _done_before(text, scene) if goes and says_done(text) and scene.places else None
    if says_done(text) and (index := choices.by_meaning("yes", newest.options)) is not None:
        return choose(newest, index, text)
    if tells_no_harm(text) and (index := choices.by_meaning("yes", newest.options)) is not None:
        return replace(choose(newest, index, text), values={"note": text.strip()})
    told = before_question(text)
    lead, remark = parted(told)
    if told != text.strip() and tells_how_it_was(told):
        remark = text.strip()
    if not remark and was_missed(text) and (index := choices.by_meaning("no", newest.options)) is not None:
        return choose(newest, index, text)
    if not remark and tells_how_it_was(text):  # "het was gezellig, we hebben gepuzzeld": it was done, then
        index = choices.by_meaning("yes", newest.options)
        return None if index is None else replace(choose(newest, index, text), values={"note": text.strip()})
    if not remark:
        return None
    understood = understand(lead, context_of(scene, "", now))
    if "option" in understood.values:
        index = choices.by_number(understood.values["option"], newest.options)
    else:
        done = understood.intent in (Intent.ANSWER_YES, Intent.ALREADY_DONE)
        means = "yes" if done else "no" if understood.intent == Intent.ANSWER_NO else ""
        index = choices.by_meaning(means, newest.options)
        if index is None and tells_how_it_was(told):  # "was gezellig, mooie wandeling"
            index, remark = choices.by_meaning("yes", newest.options), text.strip()
    if index is None:
        return None
    if _is_wish(remark, scene, now):  # "gedaan. morgen ook wel hoor"
        return replace(choose(newest, index, text), values={"goes_on": True}, then=remark)
    return replace(choose(newest, index, text), values={"note": remark})


def _is_wish(remark: str, scene: Scene, now: datetime) -> bool:
    """Whether what comes after "gedaan" is about another day of their own, and no line for the log."""
    found = understand(remark, context_of(scene, "", now))
    dated = any(found.values.get(name) for name in ("start", "from"))
    return found.intent in _OF_ONESELF and dated and not found.doubts


def _done_before(text: str, scene: Scene) -> Heard:
    """ "Ja is gelukt hoor", to who reminds of the next visit: it is for the one before."""
    for question in scene.questions:
        if question.answered_at is None and any(option["do"] == "done" for option in question.options):
            index = choices.by_meaning("yes", question.options)
            if index is not None:
                return choose(question, index, text)
    return Heard("already_done", text=text)


def told_what_was_done(text: str, scene: Scene) -> Heard | None:
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


def answered_freely(text: str, scene: Scene, now: datetime) -> Heard | None:
    """No answer yet, or an answer for who has no phone."""
    later = offers.put_off(text, newest_of(scene))
    found = later or offers.in_their_stead(text, scene.questions, scene.members, _meaning(scene, now))
    return None if found is None else choose(*found, text)


def agreed_plainly(text: str, scene: Scene) -> Heard | None:
    """ "Leuk, doe ik", to what was asked of them; what is a yes anywhere is read with all that is on the table."""
    newest = newest_of(scene)
    anywhere = (
        phrases.answer(tuple(fold(text).split())) is not None or choices.newest_with(scene.questions, text) is not None
    )
    agrees = offers.asks(newest) and not anywhere and (offered.is_plain_yes(text) or offered.ends_with_yes(text))
    index = choices.by_meaning("yes", newest.options) if agrees and newest else None
    return None if index is None or newest is None else _unless_two_fit(newest, index, "yes", scene, text)


def later_there(understood: Understanding, text: str, scene: Scene, now: datetime) -> Understanding:
    """ "Ik kom tien minuten later" to who reminds or plans somebody is no wish for another time."""
    if understood.intent not in (Intent.OTHER_TIME, Intent.LATE):
        return understood
    own = offers.of_own_visit(newest_of(scene))
    if understood.intent == Intent.LATE:
        return replace(understood, values={**understood.values, **(own or {})})
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


def of_its_day(text: str, question: Question | None) -> bool:
    """Whether an answer names no weekday, or one of those that are asked about."""
    days = {SHORT_DAYS[CODES.index(code)] for code in numbers.weekdays(tuple(fold(text).split()))}
    return question is None or not days or not days.isdisjoint(question.about.split())


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
    first = start[0] if isinstance(start, list) else start
    return str(first) if first and "-" in str(first) else None


def in_other_words(understood: Understanding, text: str, scene: Scene, now: datetime) -> Heard | None:
    """An answer that has more words than yes or no: by its reason or its day, or of who has no phone."""
    newest = newest_of(scene)
    if offered.neither(text):
        asked = next((one for one in scene.questions if one.answered_at is None and offers.whose(one) is None), None)
        answer = offers.answered(text, asked, no=True)
        if answer is not None:
            return choose(*answer, text)
    led = _led_answer(understood, text, newest)
    if led is not None:
        return led
    dated = _same_weekday(understood, text, newest) and not _same_day(understood, newest)
    undated = understood.intent in _WITHOUT_ME and not {"start", "from", "who"} & understood.values.keys()
    if (understood.intent in _VAGUE and "from" not in understood.values) or dated or undated:
        answer = offers.answered(text, newest, no=dated)
        if answer is not None:
            return choose(*answer, text)
    if understood.intent in _SAYS_LITTLE and not understood.values:
        answer = offers.in_more_words(text, newest)
        if answer is not None:
            return choose(*answer, text)
    other = offers.cannot_for(text, scene.members, _meaning(scene, now)) if understood.intent in _VAGUE else None
    return None if other is None else Heard("release", {"who": [str(other.id)]}, text=text)


def _led_answer(understood: Understanding, text: str, newest: Question | None) -> Heard | None:
    """ "Ja, koffie is goed donderdag" to who asks for help is a yes, and nothing to write down."""
    if (
        newest is None
        or not offers.asks(newest)
        or understood.intent not in (*_VAGUE, Intent.LOG_NOTE)
        or text.endswith("?")
    ):
        return None
    said = phrases.opens_with(tuple(fold(text).split()))
    index = None if said is None else choices.by_meaning("yes" if said else "no", newest.options)
    return None if index is None else choose(newest, index, text)


def answered(understood: Understanding, scene: Scene, text: str) -> Heard | None:
    """A typed answer to the options on the table."""
    means = {"answer_yes": "yes", "answer_no": "no"}.get(str(understood.intent), "")
    theirs = scene.by_others[0] if means and scene.by_others else None
    if theirs is not None and theirs.id > max((one.id for one in scene.questions), default=0):
        index = choices.by_meaning(means, theirs.options)  # another was first: how it stands now is said
        if index is not None:
            return choose(theirs, index, text)
    if not scene.questions:
        return None
    takes = [at for at, option in enumerate(scene.questions[0].options) if option["do"] == "claim"]
    if means == "yes" and len(takes) == 1 and offered.speaks_of_self(text):  # "dan doe ik dat", of what was just shown
        return choose(scene.questions[0], takes[0], text)
    if means == "no" and offered.takes_back(text) and _changed_since(scene.questions[0], scene):
        return Heard("answer_no", text=text)  # what was just done, not what was asked before
    if means:
        for question in scene.questions:
            if question.id <= scene.settled or _before_what_is_asked(question, scene):
                return None
            if offers.asks_help(question) and _spoke_since(question, scene) and offered.only_acknowledges(text):
                return Heard("still_asked", {"question": question.id}, text=text)
            index = choices.by_meaning(means, question.options)
            if index is not None and _only_offered(question.options[index]["do"], question, scene):
                return None
            if index is not None and (shift := offers.own_instead(text, question, index)):
                return Heard("claim", {"shift": shift}, text=text)
            if index is not None and question.options[index]["do"] in _NEVER_FOR_REST and offered.lets_be(text):
                return Heard("fine", text=text)
            if index is not None and question.options[index]["do"] == _PLANS_OTHERWISE and offered.lets_be(text):
                return Heard("stop_dialog", {"question": question.id}, text=text)
            if index is not None:
                return _unless_two_fit(question, index, means, scene, text)
            if means == "yes" and choices.by_meaning("all", question.options) is not None:
                return Heard("ask_which", {"question": question.id}, text=text)
            if any(option.get("means") for option in question.options):
                return None  # it is this question that is answered, not an older one
            if means == "yes" and question is scene.questions[0] and _of_several(question):
                return None  # which one is asked: a yes to that agrees to nothing from before
    if understood.intent == "answer_slot" and isinstance(understood.values.get("option"), int):
        listed = [question for question in scene.questions if len(question.options) > 1]
        by_word = bool(listed) and numbers.ordinal(tuple(fold(text).split())) is not None  # "en de laatste"
        question = listed[0] if by_word else scene.questions[0]
        index = choices.by_number(understood.values["option"], question.options)
        if index is not None:
            return choose(question, index, text)
    return None


def takes_what_is_shown(understood: Understanding, scene: Scene, text: str) -> Heard | None:
    """ "Ik doe het zelf wel" to who looked at something else while a plan waited: what was shown, not the plan."""
    state = scene.conversation.state if scene.conversation else {}
    newest = newest_of(scene)
    if newest is None or understood.intent != Intent.CORRECTION or understood.values != {"who": [SPEAKER]}:
        return None
    takes = [at for at, option in enumerate(newest.options) if option["do"] == "claim"]
    looked_since = bool(newest.dialog != state.get("dialog") and offered.speaks_of_self(text))
    return choose(newest, takes[0], text) if looked_since and len(takes) == 1 else None


def _spoke_since(question: Question, scene: Scene) -> bool:
    """Whether their last wish came after it was asked: "top" is then for how that was answered."""
    lately = scene.conversation.lately if scene.conversation else {}
    return int(lately.get("after") or 0) >= question.id


def _before_what_is_asked(question: Question, scene: Scene) -> bool:
    """Whether it is older than what a dialog asks now: "ja", to "hoe lang?", agrees to nothing from before."""
    state = scene.conversation.state if scene.conversation else {}
    spoke = scene.conversation.last_in_at if scene.conversation else None
    asks = bool(state.get("asked")) and state.get("dialog") != question.dialog
    shown = any(option["do"] == "claim" for option in question.options)  # in what was only looked at
    return asks and spoke is not None and (question.asked_at < spoke or (shown and question.asked_at == spoke))


def _of_several(question: Question) -> bool:
    """Whether it asks which of several is meant."""
    return len(question.options) > 1 and len({option["do"] for option in question.options}) == 1


def _changed_since(question: Question, scene: Scene) -> bool:
    """Whether the last message changed something, and this question is older, or only says what was done."""
    lately = scene.conversation.lately if scene.conversation else {}
    if not lately or not lately.get("changed"):
        return False
    older = question.asked_at < datetime.fromisoformat(str(lately["at"]))
    return older or not any(option.get("means") for option in question.options)


def _only_offered(do: str, question: Question, scene: Scene) -> bool:
    """Whether it only offered a next step, and something else was said since: no yes is meant for it."""
    spoke = scene.conversation.last_in_at if scene.conversation else None
    older = question.id < max(one.id for one in scene.questions)
    return do in _NEXT_STEPS and (older or (spoke is not None and question.asked_at < spoke))


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
        return choose(question, index, text)
    once: dict[str, tuple[Question, int]] = {}  # the newest of those about the same
    for other, at in sorted(fitting, key=lambda one: -one[0].id):
        once.setdefault(other.about, (other, at))
    return Heard(
        "which_question",
        {"answers": [{"question": other.id, "index": at, "about": other.about} for other, at in once.values()][:10]},
        text=text,
    )


def tap(inbound: Inbound, scene: Scene) -> Heard:
    """The option that a button stands for; what to say where it is none of ours, or gone."""
    if inbound.choice == VIEW:
        return Heard("view")
    tapped, question = choices.tapped(inbound.choice), scene.tapped
    if question is None or tapped is None or tapped[1] >= len(question.options):
        return Heard("old_button")
    return choose(question, tapped[1], "")
