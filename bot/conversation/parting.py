"""Two wishes in one message: each is done in its turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from bot.understanding import Intent, Understanding
from locales.nl import clauses, moods, seeking, tasks
from locales.nl.written import ISO_DAY

_PLANS = frozenset({Intent.CREATE_TASK, Intent.CREATE_SERIES})
_OWN = frozenset(  # what somebody says about their own help is one story
    {
        Intent.CLAIM, Intent.CLAIM_MANY, Intent.RELEASE, Intent.ABSENCE, Intent.AVAILABILITY, Intent.SWAP_REQUEST,
        Intent.TAKE_OVER_REQUEST, Intent.HABIT, Intent.HABIT_END, Intent.ASK_PERSON,
    }
)  # fmt: skip
_AWAY = frozenset({Intent.RELEASE, Intent.ABSENCE, Intent.AVAILABILITY})
_CHANGES = frozenset({Intent.EDIT_TASK, Intent.CANCEL_TASK})
_LOOKS = frozenset(
    {
        Intent.SHOW_ROSTER, Intent.SHOW_MINE, Intent.SHOW_OPEN, Intent.WHO_IS_COMING, Intent.SHOW_DONE,
        Intent.SHOW_LOG, Intent.SHOW_MEMBERS, Intent.PROPOSE_ROSTER,
    }
)  # fmt: skip
_WHEN = ("start", "rrule", "times")
_NEEDS: dict[Intent, tuple[tuple[str, ...], ...]] = {  # of each of these one must be said
    Intent.CREATE_TASK: (("what",), _WHEN),
    Intent.CREATE_SERIES: (("what",), _WHEN),
    Intent.EDIT_TASK: (("what",), ("start", "end", "shift_min", "duration_min", "people_needed", "rrule")),
    Intent.CANCEL_TASK: (("what",),),
    Intent.CLAIM: (("what", "start"),),
    Intent.CLAIM_MANY: (("what", "start", "rrule"),),
    Intent.RELEASE: (("what", "start"),),
    Intent.ABSENCE: (("start", "from", "until"),),
    Intent.HABIT: (("what", "times", "days"),),
    Intent.INVITE: (),
    Intent.EXPORT: (),
    Intent.AVAILABILITY: (("start", "rrule", "times", "days", "end"),),
    Intent.TAKE_OVER_REQUEST: (("what",),),
    Intent.ASK_PERSON: (("what",), ("who",)),
    Intent.SETTINGS_QUIET: (("quiet_from", "quiet_to"),),
    Intent.SETTINGS_REMINDER: (("minutes_before",),),
}
_BESIDES = _LOOKS | {Intent.EXPORT, Intent.INVITE, Intent.SETTINGS_QUIET, Intent.SETTINGS_REMINDER}  # no part of a yes
_BARE = 5  # words
_TOGETHER = {"items", "shares"}  # several tasks or people, understood as one wish
_OF_ITSELF = {Intent.LEAVE_CIRCLE, Intent.INVITE, Intent.SHOW_OPEN, Intent.SHOW_MINE}
_WISHED = _NEEDS.keys() | _OF_ITSELF | _LOOKS  # what is done beside a word of comfort
_SAYS = ("what", "start", "from", "until", "rrule", "times", "days", "who")


class Parted(NamedTuple):
    """What is wished first, and the rest of the message."""

    first: str
    rest: str


def parted(
    text: str,
    meaning: Callable[[str], Understanding],
    cuts: Sequence[tuple[str, str]] | None = None,
    *,
    after_yes: bool = False,
) -> Parted | None:
    """The first of several wishes in a message and the rest of it; None where it holds one.

    `meaning` is what a text means by itself, unknown where that is a guess. `cuts` are the ways to part it where those
    are known. `after_yes`: only a yes comes first.
    """
    whole: Understanding | None = None
    for first, rest in clauses.parted(text) if cuts is None else cuts:
        begins = meaning(first)
        if begins.intent == Intent.ANSWER_YES and not begins.values:
            goes_on = meaning(rest)
            if _is_whole(goes_on, rest) and (goes_on.intent in _BESIDES or moods.is_order(rest)):
                return Parted(first, rest)
            if goes_on.intent == Intent.ASK_PERSON and goes_on.values.get("who"):  # "ja, vraag Piet": for that
                return Parted(first, rest)
            continue
        if _drops(begins) and clauses.drops(first):
            return Parted(first, rest) if _is_whole(meaning(rest), rest) else None
        if after_yes:
            continue
        goes_on = meaning(rest)
        takes_it = begins.intent == Intent.CLAIM and not begins.values and len(first.split()) <= _BARE
        if not ((takes_it or _is_whole(begins, first)) and _is_whole(goes_on, rest)):
            continue
        if clauses.takes(rest) and _instead(begins, goes_on):
            return Parted(first, rest)
        if not _apart(begins, goes_on):
            continue
        looks = goes_on.intent in _LOOKS
        known = goes_on.intent is Intent.INVITE or (tasks.names_known(_what(goes_on.values)) and not looks)
        if not known and (clauses.refers_back(rest) or (seeking.asks_somebody(rest) and not _says_when(goes_on))):
            continue
        if (
            begins.intent in _AWAY
            and goes_on.intent in _CHANGES
            and not (moods.is_order(rest) or goes_on.values.get("from"))
        ):
            continue  # "ik kan niet, de oppas heeft afgezegd" says why
        whole = whole or meaning(text)
        if whole.values.get("then") or (goes_on.intent not in _CHANGES and whole.values.keys() & _TOGETHER):
            return None
        return Parted(first, rest)
    return None


def _drops(said: Understanding) -> bool:
    return said.intent in (Intent.ANSWER_NO, Intent.STOP_DIALOG)


def beside_sigh(
    text: str, meaning: Callable[[str], Understanding], cuts: Sequence[tuple[str, str]] | None = None
) -> Parted | None:
    """That somebody cannot go on, and what they wish besides, whichever is said first; None where it is not both."""
    if not (clauses.may_sigh(text) if cuts is None else cuts):  # most messages: reading them whole would be done twice
        return None
    sighs = cuts is not None or meaning(text).intent is Intent.STRAIN_SIGNAL
    if cuts is None:
        cuts = [*clauses.at_signs(text), *(clauses.parted(text, bare=True) if sighs else ())]
    for parts in cuts:
        for sigh, wish in (parts, parts[::-1]):
            wished = meaning(wish)
            says_what = any(wished.values.get(name) for name in _SAYS) or wished.intent in _OF_ITSELF
            meant = wished.intent in _WISHED and says_what if sighs else wished.intent is Intent.LEAVE_CIRCLE
            if meant and meaning(sigh).intent is Intent.STRAIN_SIGNAL:
                return Parted(sigh, wish)
    return None


def can_and_cannot(text: str, meaning: Callable[[str], Understanding]) -> Parted | None:
    """Both halves of an answer: "deze vrijdag wel, volgende week vrijdag niet"; None where it has not both."""
    for first, rest in clauses.parted(text):
        if {meaning(first).intent, meaning(rest).intent} == {Intent.CLAIM, Intent.ABSENCE}:
            return Parted(first, rest)
    return None


def _is_whole(said: Understanding, text: str) -> bool:
    """Whether a part says all that such a wish cannot do without."""
    if said.intent in _LOOKS:
        return text.endswith("?") or clauses.asks(text) or moods.is_order(text)
    if said.intent in _PLANS and said.values.get("items"):
        return True
    if said.intent in _PLANS and said.values.get("task") and said.values.get("who"):
        return True  # "kan Piet de dokter doen": it stands on the roster
    if said.intent == Intent.EDIT_TASK and said.values.get("from") and said.values.get("start"):
        return True  # "de 24e wordt het half 11"
    if said.intent in _CHANGES and not said.values.get("task") and not tasks.names_known(_what(said.values)):
        return False
    needs = _NEEDS.get(said.intent)
    return needs is not None and all(any(said.values.get(name) for name in one) for one in needs)


def _apart(first: Understanding, rest: Understanding) -> bool:
    """Whether two wishes have nothing to do with each other."""
    if first.intent == Intent.ABSENCE and rest.intent == Intent.CLAIM and first.values.get("from"):
        begin, taken = str(first.values["from"])[:ISO_DAY], str(rest.values.get("start") or "")[:ISO_DAY]
        end = str(first.values.get("until") or begin)[:ISO_DAY]
        return bool(taken) and not begin <= taken <= end  # "woensdag zit ik in Gent, vrijdag kan ik wel"
    if {first.intent, rest.intent} <= _OWN:
        return False
    if first.intent in _PLANS and rest.intent in _PLANS | _AWAY:
        return rest.intent in _PLANS and _what(first.values) != _what(rest.values)
    if first.intent == rest.intent:
        return first.intent in _CHANGES and _what(first.values) != _what(rest.values)
    return True


def _instead(first: Understanding, rest: Understanding) -> bool:
    """Whether a day is given up and another taken: "zaterdag moet ik werken, doe mij maar zondag"."""
    gone, taken = (str(said.values.get("start") or "")[:ISO_DAY] for said in (first, rest))
    return first.intent == Intent.RELEASE and rest.intent == Intent.CLAIM and "" != gone != taken != ""


def _says_when(said: Understanding) -> bool:
    return any(said.values.get(name) for name in _WHEN)


def _what(values: Mapping[str, Any]) -> str:
    return str(values.get("what", ""))
