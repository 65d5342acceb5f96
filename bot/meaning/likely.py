"""A second witness: what a message resembles of all that people have said, beside what its phrases say."""

from __future__ import annotations

from typing import NamedTuple

from bot.meaning.said import Said
from bot.understanding import ACTING, PUBLIC, Intent
from locales.nl import likeness, moods, offered, oneself, phrases, planning, seeking, strangers, tasks

# How likely it must be where no phrase stands in the message: to act on it, to ask whether it is meant, to answer it.
_CLEARLY, _MAYBE, _RATHER = 0.8, 0.55, 0.4
_CERTAINLY = 0.9  # the same, to act without asking
_LEAST = 0.3  # below this nothing is answered
_TALK = 0.4  # of what is written to the program less asks for nothing than of the examples: its chance counts for this
_FEW, _SOME = 5, 4  # words
_PLAINLY = 0.75  # so likely that the words which usually say it may be missing
_SURELY, _UTTERLY = 0.8, 0.93  # the same against what a phrase says, or one that leaves little doubt
_BEYOND_DOUBT = 0.96  # the same to act against a phrase, or where words of the past or of talk stand in the message
_MOSTLY = 0.8  # the same against a message that only names a task and a time
_NEARLY = 0.94  # the same where both are alike
_HEAVY = 95  # the weight of such a phrase
NAMED = 70  # the weight of a message that only names a task and a time
_HARDLY = 0.03  # less likely than this, a phrase is not acted on
_AGREED = 0.5  # less likely than this, what a phrase says that acts is asked about
_WARNS = 0.8  # how likely "it asks for nothing" must be, to keep from acting on a phrase
# Which of these it is, the times of the message tell.
_ONE = {"claim_many": "claim", "create_series": "create_task"}
# What else may only be done on a clear word.
_SERIOUS = ACTING | {
    Intent.EMERGENCY, Intent.UNDO, Intent.DELETE_ME, Intent.SETTINGS_QUIET, Intent.SETTINGS_REMINDER, Intent.LOG_NOTE,
    Intent.STOP_DIALOG, Intent.STRAIN_SIGNAL,
}  # fmt: skip
# Of these nothing else need be said for certain.
_SAY_IT_ALL = frozenset(
    {
        Intent.EDIT_TASK, Intent.CANCEL_TASK, Intent.CLAIM, Intent.RELEASE, Intent.TAKE_OVER_REQUEST,
        Intent.SWAP_REQUEST, Intent.SETTINGS_QUIET, Intent.SETTINGS_REMINDER,
    }
)  # fmt: skip
# Between these the phrase mostly decides: what they resemble tells them apart badly.
_NEAR = (
    frozenset({"release", "cancel_task"}),
    frozenset({"edit_task", "cancel_task"}),
    frozenset({"edit_task", "claim"}),
    frozenset({"cancel_task", "settings_quiet"}),
    frozenset({"release", "absence"}),
    frozenset({"release", "take_over_request"}),
    frozenset({"absence", "availability"}),
    frozenset({"create_task", "take_over_request"}),
)


class Guess(NamedTuple):
    """What is likely meant, and whether that is sure enough to act on."""

    intent: Intent
    sure: bool = True


def likely(reading: Said, phrased: Intent | None, weight: int, whole: bool) -> Guess | None:
    """What is meant, where `phrased` is what a phrase of this weight says; `whole`: the phrase is all there is."""
    intent = _likely(reading, phrased, weight, whole)
    if intent is None:
        return None
    if intent in (Intent.CLAIM, Intent.CLAIM_MANY) and offered.says_perhaps(reading.text):
        return Guess(intent, False)
    if intent not in ACTING or whole or _names_a_task(reading) or reading.context.asked is not None:
        return Guess(intent)
    seen = _resembled(reading)
    if phrased is None:
        return Guess(intent, seen.chance >= _CERTAINLY)
    if intent is not phrased and intent.value == seen.intent:  # it speaks against the phrase
        return Guess(intent, seen.chance >= _BEYOND_DOUBT)
    public = _ONE.get(intent.value, intent.value)
    alike = {public}.union(*(pair for pair in _NEAR if public in pair))
    agreed = sum(seen.chances.get(name, 0.0) for name in alike) >= _AGREED
    return Guess(intent, agreed or not NAMED < weight < _HEAVY)


def speaks_against(reading: Said, intent: Intent) -> bool:
    """Whether a message resembles something else so much that this is to be asked, whatever a part of it says."""
    seen = _resembled(reading)
    return seen.chance >= _BEYOND_DOUBT and _ONE.get(intent.value, intent.value) != seen.intent


def _resembled(reading: Said) -> likeness.Likeness:
    """What the message most resembles; worked out once for each message."""
    if "resembled" not in reading.found:
        reading.found["resembled"] = likeness.likest(reading)
    seen = reading.found["resembled"]
    assert isinstance(seen, likeness.Likeness)
    return seen


def _likely(reading: Said, phrased: Intent | None, weight: int, whole: bool) -> Intent | None:
    if phrased is None and _names_a_task(reading):
        return Intent.CREATE_TASK
    if whole or reading.context.asked is not None or phrases.answer(reading.plain) is not None:
        return phrased
    if phrased is None and len(reading.plain) < 2:
        return None
    if phrased is Intent.AVAILABILITY and reading.holds("hours"):
        return phrased  # "ik kan niet na 9 uur": no beurt, but hours
    seen = _resembled(reading)
    intent = Intent(seen.intent)
    if (
        intent is Intent.CREATE_TASK
        and phrased in (None, Intent.CLAIM, Intent.CLAIM_MANY)
        and oneself.does_it_oneself(reading)
    ):
        intent = phrased or Intent.CLAIM
    if phrased is None:
        talk = reading.speaks("veto")
        if (
            talk
            and not _beyond_doubt(reading, seen)
            and intent not in (Intent.THANKS, Intent.STRAIN_SIGNAL, Intent.JOIN)
        ):
            return None
        serious = intent in _SERIOUS
        few = len(reading.plain) < _FEW
        if intent is Intent.EMERGENCY:
            enough = _UTTERLY
        elif serious:
            enough = _CLEARLY if few or intent not in ACTING else _MAYBE
        else:
            enough = _MAYBE if few else _RATHER
        sure = seen.chance >= enough
        if intent is Intent.UNKNOWN or not sure:
            supposes = intent is Intent.UNKNOWN and reading.speaks("supposed")
            answered = None if few or supposes else _answerable(seen)
            if answered is not None and (not serious or seen.chance < _RATHER):
                intent, sure = answered, True
    elif (phrased in PUBLIC and (intent is not Intent.EDIT_TASK or weight >= _HEAVY)) or (
        intent is Intent.UNKNOWN and phrased not in ACTING
    ):
        return phrased  # the program's own wishes are no examples
    else:
        public = str(PUBLIC.get(phrased, phrased.value))
        public = _ONE.get(public, public)
        if public == intent:
            return phrased
        near = any({public, intent.value} <= pair for pair in _NEAR)
        if intent is Intent.UNKNOWN and phrased in ACTING:
            enough = _NEARLY if weight >= _HEAVY else _WARNS
        else:
            enough = _NEARLY if near else _UTTERLY if weight >= _HEAVY else _SURELY
        sure = seen.chance >= enough
        hardly = (
            seen.chance >= (_UTTERLY if intent is Intent.UNKNOWN else _SURELY)
            and seen.chances.get(public, 0.0) < _HARDLY
        )
        doubted = phrased in ACTING and NAMED < weight < _HEAVY and not near and hardly
        if doubted and not sure and _may_be(reading, intent):
            return None  # whatever it is, it is hardly this
        if weight <= NAMED and phrased in ACTING and intent is not Intent.UNKNOWN and seen.chance < _MOSTLY:
            return phrased
        if weight <= NAMED and not _says_so(reading, intent):
            return phrased
    certain = seen.chance >= _UTTERLY and intent in _SAY_IT_ALL and len(reading.plain) >= _SOME
    certain = certain and not reading.speaks("past") and not reading.speaks("veto")
    certain = certain or (phrased is None and _beyond_doubt(reading, seen))
    if not sure or not (certain or _may_be(reading, intent, seen.chance >= _PLAINLY)):
        return phrased
    if intent is Intent.CLAIM and phrased is None and _is_done_by_another(reading):
        return None
    return None if intent is Intent.UNKNOWN else intent


def _beyond_doubt(reading: Said, seen: likeness.Likeness) -> bool:
    """Whether nothing in what it resembles speaks against it, and none of its times is over."""
    if seen.chance < _BEYOND_DOUBT or seen.intent in (Intent.UNKNOWN, Intent.CORRECTION):
        return False
    if len(reading.plain) < _SOME or (reading.times and not reading.future):
        return False
    if seen.intent not in (Intent.CREATE_TASK, Intent.CREATE_SERIES):
        return True
    if reading.speaks("past") and not (seeking.asks_for_somebody(reading) or planning.must_be_done(reading)):
        return False  # "om 5 uur thee gedronken met oma"
    return reading.holds("what") and not oneself.own_affairs(reading)


def _is_done_by_another(reading: Said) -> bool:
    """Whether somebody whom the circle does not know does it: "Sanne doet de boodschappen van zaterdag"."""
    if reading.holds("first_person_subject") or reading.holds("who"):
        return False
    if any(mention.kind == "relation" and mention.first == 0 for mention in reading.mentions):
        return True  # "mijn buurvrouw"
    return bool(strangers.doers(reading.text, (*reading.setting.members, *reading.setting.recipients)))


def _answerable(seen: likeness.Likeness) -> Intent | None:
    """What may be answered without harm, where nothing else that would is nearly as likely."""
    rest = {name: chance for name, chance in seen.chances.items() if Intent(name) not in _SERIOUS | {Intent.UNKNOWN}}
    best = max(rest, key=rest.__getitem__)
    others = max(
        chance * (_TALK if name == Intent.UNKNOWN else 1) for name, chance in seen.chances.items() if name != best
    )
    return Intent(best) if rest[best] >= max(_LEAST, others) else None


def _names_a_task(reading: Said) -> bool:
    """Whether an organiser names a task and nothing else: "boodschappen"."""
    if reading.context.asked is not None or not reading.holds("organiser") or reading.text.endswith("?"):
        return False
    return len(reading.plain) <= 2 and all(map(tasks.known_word, reading.plain))


def _says_so(reading: Said, intent: Intent) -> bool:
    """Whether a message that names a task and a time says a word more that can mean this."""
    if intent is Intent.CLAIM:
        return reading.holds("first_person_subject") or reading.holds("who")
    when = {place for place, at in reading.time_places.items() if reading.times[at].has_clock}  # "om half 6"
    return phrases.could_say(intent, frozenset(w.norm for at, w in enumerate(reading.words) if at not in when))


def _may_be(reading: Said, intent: Intent, plainly: bool = False) -> bool:
    """Whether a message holds what such a wish cannot do without, and is no talk about the past or about others.

    `plainly`: it can do without the words that usually say it.
    """
    if intent is Intent.WHO_IS_COMING:
        return moods.asks(reading)
    if intent is Intent.DELETE_ME:  # "vergeet Lieke" is about somebody else
        return oneself.means_oneself(reading)
    if intent is Intent.INVITE:
        return not reading.holds("question_word") or reading.plain[0] == "hoe"
    if not (plainly and intent in ACTING | {Intent.UNDO}) and not phrases.could_say(intent, reading.vocabulary):
        return False
    if intent not in ACTING:
        return True
    if intent is Intent.ABSENCE and plainly and reading.holds("first_person_subject") and not reading.future:
        return not reading.speaks("veto") and not oneself.own_affairs(reading)  # from when is then asked
    if intent is Intent.RELEASE and reading.holds("organiser") and not reading.holds("first_person_subject"):
        return reading.holds("who")
    for name in ("veto", "past"):
        if reading.speaks(name):
            return False
    if reading.holds("other"):
        return False
    timed = reading.holds("day") or reading.holds("clock")
    self_said = reading.holds("first_person_subject")
    if intent in (Intent.CREATE_TASK, Intent.CREATE_SERIES):
        if oneself.own_affairs(reading):
            return False
        if not reading.holds("organiser") and not planning.may_plan(reading):
            return False
        return timed and reading.holds("what")
    if intent in (Intent.ABSENCE, Intent.AVAILABILITY):
        return timed and (plainly or self_said or reading.holds("who")) and not reading.holds("soon_over")
    if intent is Intent.CLAIM and not plainly and not self_said and not reading.holds("who"):
        return False
    return timed or reading.has_task or (plainly and intent is not Intent.EDIT_TASK)
