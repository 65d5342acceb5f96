"""A long message: the one sentence of it that asks or tells something to act on, among those that tell how it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.meaning.added import filled
from bot.meaning.said import Said
from bot.meaning.sentences import LOOKS, PLANS, TELLS, Sentence, is_long, sentences_of
from bot.meaning.slots import values_of
from bot.meaning.wishes import asked_of
from bot.understanding import ACTING, Doubt, Intent, Understanding

MANY = 3  # sentences of which it is not clear which one matters: what they mean together is a guess
_TAKES = frozenset({Intent.CLAIM, Intent.CLAIM_MANY})
_AWAY = frozenset({Intent.RELEASE, Intent.ABSENCE, Intent.AVAILABILITY})
_ASKS = frozenset({Intent.TAKE_OVER_REQUEST, Intent.SWAP_REQUEST})
_CHANGES = frozenset({Intent.CANCEL_TASK, Intent.EDIT_TASK})
_OF_ITSELF = frozenset(  # what may be asked after a story that has nothing to do with it
    {
        Intent.EXPORT, Intent.INVITE, Intent.PROPOSE_ROSTER, Intent.ASK_PERSON, Intent.HABIT, Intent.HABIT_END,
        Intent.REST,
    }
)  # fmt: skip


_SAYS_WHY = (Intent.LATE, Intent.WISH)
_OWN_KIN = re.compile(
    r"\bmijn (?:schoon|stief|pleeg|groot)?(?:vader|moeder|ouders|zus|broer|zusje|broertje|tante|oom|oma|opa|man|vrouw"
    r"|collega|buurman|buurvrouw|vriend|vriendin|neef|nicht)\b"
)


def _says_why(one: Sentence) -> bool:
    """Whether it wants nothing itself, but tells why: "mijn schoonvader is overleden. Ik ben er niet"."""
    died = one.intent is Intent.CLOSE_CIRCLE and not one.said.holds("organiser")
    return one.intent in _SAYS_WHY or (died and _OWN_KIN.search(one.said.text.lower()) is not None)


def _wants_after(one: Sentence, sentences: Sequence[Sentence]) -> bool:
    return any(other.plain for other in sentences[sentences.index(one) + 1 :])


def story(reading: Said, again: Callable[[Said], Understanding]) -> Understanding | None:
    """What the one sentence that matters means, with the time and the task that others name; None where the message is
    short, or where it is not one sentence that matters."""
    if reading.context.asked is not None or not is_long(reading.text):
        return None
    sentences = sentences_of(reading)
    reading.found["only tells"] = all(
        (one.intent is None or one.intent in TELLS) and not one.timed for one in sentences
    )
    reading.found["many"] = len(sentences) >= MANY and "\n" not in reading.text
    if len(sentences) < 2:
        return None
    wanted = any(one.plain for one in sentences)
    apart = [one for one in sentences if one.apart and not (wanted and _says_why(one))]
    if wanted and apart and apart[-1].intent is Intent.STOP_DIALOG and not _wants_after(apart[-1], sentences):
        return Understanding(Intent.UNKNOWN)  # "kan iemand ...? Ze komt al. Vergeet het maar"
    if apart:
        return _alone(apart[0], again) if not apart[1:] and not wanted else None
    main = _main(sentences)
    if main is None:
        reading.found["many"] = reading.found["many"] or len({one.intent for one in sentences if one.plain}) > 1
        return None
    if reading.leaning and main.said.times:  # what else is told says nothing of the hour
        main = main._replace(said=reading.another(main.said.text))
    sentences = [main if one.said.text == main.said.text else one for one in sentences]
    found = again(main.said)
    otherwise = (main.intent in _CHANGES and found.intent in PLANS) or (
        main.intent is Intent.AVAILABILITY and found.intent in _TAKES
    )
    if main.intent is not None and (not main.phrased or otherwise):
        found = values_of(main.said, main.intent)
    if found.intent not in ACTING | LOOKS or any(doubt.slot == "intent" for doubt in found.doubts):
        return None
    found = replace(found, sentence=main.said.text)
    return asked_of(reading, _in_order(filled(found, main, sentences))) if found.intent in ACTING else found


def _in_order(found: Understanding) -> Understanding:
    """Without an end that others tell and that lies before it begins."""
    first, last = str(found.values.get("from") or ""), str(found.values.get("until") or "")
    if not last or not first or last >= first[: len(last)]:
        return found
    return replace(found, values={name: value for name, value in found.values.items() if name != "until"})


def unclear(found: Understanding, reading: Said) -> Understanding:
    """The same, to be asked about where it was read from many sentences together and would be done at once."""
    acts = found.intent in ACTING - PLANS and all(doubt.slot != "intent" for doubt in found.doubts)
    if not acts or not reading.found.get("many"):
        return found
    return replace(found, doubts=(*found.doubts, Doubt("intent", reason="guess")))


def _alone(one: Sentence, again: Callable[[Said], Understanding]) -> Understanding | None:
    """What the only sentence means that wants something, and that is no part of a story."""
    found = again(one.said)
    sure = found.intent is one.intent in _OF_ITSELF and all(doubt.slot != "intent" for doubt in found.doubts)
    return replace(found, sentence=one.said.text) if sure else None


def _main(sentences: Sequence[Sentence]) -> Sentence | None:
    """The sentence that matters of those that want something; None where there is none, or more than one."""
    wishes = [one for one in sentences if one.plain]
    if all(one.intent in _AWAY and not one.said.has_task for one in wishes):  # "... kan iemand bij pap zitten?"
        wishes += [one for one in sentences if one.sought and one.intent in PLANS]
    elif len(wishes) == 1 and _seeks_for_a_day(wishes[0], sentences):
        return wishes[0]._replace(intent=Intent.CREATE_TASK, phrased=False)
    if not wishes and len(planned := [one for one in sentences if one.intent in PLANS and _says_when(one)]) == 1:
        return planned[0]  # "... ma moet donderdag om kwart over 9 naar de fysio": it is read back before it stands
    looks = [one for one in wishes if one.intent in LOOKS]
    if len(looks) == 1 and all(one.intent in _AWAY and not one.said.has_task for one in wishes if one is not looks[0]):
        return looks[0]  # "ik raak er zelf niet. Wie gaat er vanmiddag bij hem langs?"
    intents = {wish.intent for wish in wishes}
    sought = [wish for wish in wishes if wish.sought and wish.intent in PLANS]
    away = [wish for wish in wishes if wish.intent in _AWAY]
    for asked in (Intent.SWAP_REQUEST, Intent.TAKE_OVER_REQUEST):  # what was said before says of what
        returned = {one.intent for one in wishes if one.intent in _TAKES and not (one.timed or one.said.has_task)}
        if asked in intents and intents - returned <= _AWAY | _ASKS | (
            _TAKES if asked is Intent.SWAP_REQUEST else set()
        ):
            wish = _first(wishes, {asked})
            gone = next((one for one in away if one.intent is Intent.ABSENCE), wish)
            names_it = wish.timed and (wish.said.has_task or asked is Intent.SWAP_REQUEST)
            return wish if names_it else gone  # "... kun jij mijn rit van 2 uur overnemen?"
    if sought:  # "ik zorg voor koffie" at no time is no claim
        intents -= {wish.intent for wish in wishes if wish.intent in _TAKES and not wish.timed}
    if sought and intents <= PLANS | _AWAY and not (len(sought) > 1 and all(one.dated for one in sought)):
        whole = [one for one in wishes if one.intent in PLANS and _says_when(one)]  # "... Wie heeft er zin?"
        return next((one for one in (*sought, *whole) if one.dated), sought[0])  # "... ik kan zelf niet" says why
    if sought and intents - PLANS == {Intent.CANCEL_TASK} and wishes[-1] is sought[-1]:
        rest = sentences[sentences.index(_first(wishes, {Intent.CANCEL_TASK})) + 1 :]
        if any(one.said.holds("clock") for one in rest):
            return sought[-1]  # "de thuiszorg komt maandag niet, dus dan moet iemand om half 9 helpen. Wie kan dat?"
    if intents & _CHANGES and intents <= _CHANGES | PLANS:
        wishes = [wish for wish in wishes if wish.intent in _CHANGES]
        intents = {wish.intent for wish in wishes}
    planned = [wish for wish in wishes if wish.intent in PLANS and _says_when(wish)]
    if len(planned) == 1 and planned[0].said.holds("organiser") and intents <= PLANS | _TAKES | _AWAY:
        return planned[0]  # "... elke dag om 6 uur iemand. Ik doe het weekend zelf": what else is said comes after it
    if intents == {Intent.AVAILABILITY, Intent.ABSENCE}:
        return wishes[0]  # "maandag werk ik altijd laat. Op andere dagen ben ik vanaf vijf uur vrij"
    if len(intents) == 1 or (intents and (intents <= PLANS or intents <= _TAKES)):
        dated = [wish for wish in wishes if wish.dated]
        return (dated or wishes)[0] if len(dated) < 2 else None
    return None


def _says_when(one: Sentence) -> bool:
    return one.phrased and one.dated and one.said.holds("clock")


def _seeks_for_a_day(asks: Sentence, sentences: Sequence[Sentence]) -> bool:
    """Whether it asks who, of something that another sentence tells: "zondag is er een mis. Wie brengt haar?"."""
    asks_who = asks.intent is Intent.WHO_IS_COMING and not asks.timed and asks.said.holds("organiser")
    return asks_who and any(one.timed for one in sentences)


def _first(wishes: Sequence[Sentence], intents: set[Intent]) -> Sentence:
    return next(wish for wish in wishes if wish.intent in intents)
