"""A second witness: what a message resembles of all that people have said, beside what its phrases say."""

from __future__ import annotations

from bot.meaning.said import Said
from bot.understanding import ACTING, PUBLIC, Intent
from locales.nl import cues, likeness, phrases, tasks

# How far ahead of the next a likeness must be where no phrase stands in the message: to act on, and to answer.
_CLEARLY, _RATHER = 3.0, 2.0
_ALIKE = -1.5  # how much it must resemble the examples for that; a few words must do so fully
_FEW = 5  # words
_SURELY, _UTTERLY = 8.0, 16.0  # how far ahead of what a phrase says, or one that leaves little doubt, to be believed
_HEAVY = 95  # the weight of such a phrase
NAMED = 70  # the weight of a message that only names a task and a time
_AGAINST = 12.0  # how far behind what it resembles most, for a phrase not to be acted on
_WARNS = 5.0  # how far ahead "it asks for nothing" must be, to keep from acting on a phrase
# Which of these it is, the times of the message tell.
_SAME = (frozenset({"claim", "claim_many"}), frozenset({"create_task", "create_series"}))
# Between these the phrase decides: what they resemble tells them apart badly.
_NEAR = (
    frozenset({"release", "cancel_task"}),
    frozenset({"release", "absence"}),
    frozenset({"release", "take_over_request"}),
    frozenset({"absence", "availability"}),
)


def likely(reading: Said, phrased: Intent | None, weight: int, whole: bool) -> Intent | None:
    """What is meant, where `phrased` is what a phrase of this weight says; `whole`: the phrase is all there is."""
    if phrased is None and _names_a_task(reading):
        return Intent.CREATE_TASK
    if whole or reading.context.asked is not None or phrases.answer(reading.plain) is not None:
        return phrased
    if phrased is None and len(reading.plain) < 2:
        return None
    seen = likeness.likest(reading)
    intent = Intent(seen.intent)
    if phrased is None:
        talk = reading.speaks("veto")
        if talk and intent not in (Intent.THANKS, Intent.STRAIN_SIGNAL):
            return None
        serious = intent in ACTING or intent is Intent.EMERGENCY
        few = len(reading.plain) < _FEW
        far = _CLEARLY if serious or few else _RATHER
        sure = seen.fit >= (0 if few else _ALIKE) and seen.lead >= far
    elif (phrased in PUBLIC and intent is not Intent.EDIT_TASK) or (intent is Intent.UNKNOWN and phrased not in ACTING):
        return phrased  # the program's own wishes are no examples
    else:
        public = PUBLIC.get(phrased, phrased.value)
        if public == intent or any({public, intent.value} <= same for same in _SAME):
            return phrased
        warned = intent is Intent.UNKNOWN and phrased in ACTING and seen.fit > 0 and seen.lead > _WARNS
        sure = warned or (
            seen.fit >= -1 and seen.lead >= _WARNS and seen.over(public) >= (_UTTERLY if weight >= _HEAVY else _SURELY)
        )
        near = any({public, intent.value} <= pair for pair in _NEAR)
        doubted = phrased in ACTING and NAMED < weight < _HEAVY and not near and seen.over(public) > _AGAINST
        if doubted and not sure and _may_be(reading, intent):
            return None  # whatever it is, it is hardly this
        if weight <= NAMED and phrased in ACTING and intent is not Intent.UNKNOWN:
            return phrased
    if not sure or not _may_be(reading, intent):
        return phrased
    return None if intent is Intent.UNKNOWN else intent


def _names_a_task(reading: Said) -> bool:
    """Whether an organiser names a task and nothing else: "boodschappen"."""
    if reading.context.asked is not None or not reading.holds("organiser") or reading.text.endswith("?"):
        return False
    return len(reading.plain) <= 2 and all(map(tasks.known_word, reading.plain))


def _may_be(reading: Said, intent: Intent) -> bool:
    """Whether a message holds what such a wish cannot do without, and is no talk about the past or about others."""
    if intent is Intent.WHO_IS_COMING:
        return cues.asks(reading)
    if intent is Intent.DELETE_ME:  # "vergeet Lieke" is about somebody else
        return cues.means_oneself(reading)
    if intent is Intent.INVITE:
        return not reading.holds("question_word") or reading.plain[0] == "hoe"
    if intent not in ACTING:
        return True
    if not phrases.could_say(intent, reading.vocabulary):
        return False
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
        if cues.own_affairs(reading):
            return False
        if not reading.holds("organiser") and not cues.may_plan(reading):
            return False
        return timed and reading.holds("what")
    if intent in (Intent.ABSENCE, Intent.AVAILABILITY):
        return timed and (self_said or reading.holds("who")) and not reading.holds("soon_over")
    if intent is Intent.CLAIM and not self_said and not reading.holds("who"):
        return False
    return timed or reading.has_task
