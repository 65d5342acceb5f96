"""A yes on a condition, and a yes that is none of the question on the table."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from bot.conversation import offers
from bot.conversation.scene import Heard, Scene, choose, context_of, local, newest_of, offered_by
from bot.understanding import Intent, understand
from locales.nl import changing, conditions, contrasts, phrases, relaying
from locales.nl.partly import partly
from locales.nl.time import parse
from locales.nl.words import fold
from locales.nl.written import clocks_of
from storage.turns import Question

# What may stand before the condition: what refuses or plans something is read as a whole.
_AGREES = (
    *(Intent.UNKNOWN, Intent.ANSWER_YES, Intent.CLAIM, Intent.CLAIM_MANY, Intent.AVAILABILITY),
    *(Intent.OTHER_TIME, Intent.CORRECTION),
)

_PUTS_RIGHT = (Intent.UNKNOWN, Intent.CORRECTION, Intent.ANSWER_NO)


def on_condition(text: str, scene: Scene, now: datetime) -> Heard | None:
    """ "Vrijdag kan ik wel, maar alleen als ik voor 4 weg kan"."""
    said = conditions.leaves_by(text, local(scene, now))
    if said is None or not scene.places:
        return None
    lead = understand(said.lead, replace(context_of(scene, "", now), choices=(), offered=False)) if said.lead else None
    if lead is not None and lead.intent not in _AGREES:
        return None
    start = lead.values.get("start") if lead is not None else None
    return Heard(
        "leaves_by", {"hour": said.hour, **({"start": start} if start else {}), **offered_by(scene)}, text=text
    )


def at_another_hour(text: str, scene: Scene, now: datetime) -> Heard | None:
    """ "Kan het zaterdag ook om 11?", to who asks for help then: an hour that somebody would like, and no yes."""
    newest, here = newest_of(scene), local(scene, now)
    if not offers.asks_help(newest) or not changing.asks_for_hour(text):
        return None
    times = [time for time in parse(text, here) if time.start is not None and time.kind != "duration"]
    clocks = [time for time in times if time.has_clock and time.kind in ("time", "datetime") and not time.rule]
    if len(clocks) != 1 or len(times) > 2 or changing.is_limit(text, clocks[0].span[0]):
        return None
    day = next((time.start.date().isoformat() for time in times if time.has_date and time.start), "")
    return Heard(
        "other_time", {"clocks": clocks_of(clocks[0]), **({"day": day} if day else {}), **offered_by(scene)}, text=text
    )


def needs_something(text: str, scene: Scene, now: datetime) -> Heard | None:
    """ "Ja dinsdag lukt, maar dan moet iemand haar ophalen", to who asks for help: a yes; the rest is passed on."""
    newest, added = newest_of(scene), relaying.added(text)
    takes = [] if newest is None else [at for at, one in enumerate(newest.options) if one["do"] == offers.ASKS_HELP]
    if (
        newest is None
        or len(takes) != 1
        or not added
        or any(time.has_clock for time in parse(added, local(scene, now)))
    ):
        return None
    lead = text.strip().removesuffix(added)
    return choose(newest, takes[0], text) if phrases.opens_with(tuple(fold(lead).split())) else None


def there_partly(text: str, scene: Scene, now: datetime) -> Heard | None:
    """ "Zaterdag kan ik pas vanaf 8 uur", of a day, and not to who asks for help then."""
    said = partly(text, local(scene, now)) if scene.places and not offers.asks_help(newest_of(scene)) else None
    return None if said is None else Heard("partly", asdict(said), text=text)


def some_of_them(text: str, scene: Scene, now: datetime) -> Heard | None:
    """ "Nee, maandag moet ik werken, doe zondag maar", where several are shown to be taken."""
    newest, here = _shown_to_take(scene), local(scene, now)
    if newest is None or not (refused := contrasts.days_refused(text, here)):
        return None
    meant = understand(text, replace(context_of(scene, "", now), choices=(), offered=False))
    if meant.intent in (Intent.CREATE_TASK, Intent.CREATE_SERIES, Intent.EDIT_TASK, Intent.CANCEL_TASK):
        return None  # something else is wished
    taken = [day for day in contrasts.days_named(text, here) if day not in {str(one) for one in refused}]
    if taken:
        return Heard("correction", {"start": taken, "of_those": True}, text=text)
    if meant.intent not in _PUTS_RIGHT and not contrasts.refused_alone(text, here):
        return None
    return Heard("all_but", {"question": newest.id, "days": [str(one) for one in refused]}, text=text)


def some_of_planned(text: str, scene: Scene, now: datetime) -> Heard | None:
    """ "Ik kan alleen de 6e en de 13e", to several shifts that somebody else put on one's name."""
    newest = newest_of(scene)
    if newest is None or all(len(option["values"].get("shifts", ())) < 2 for option in _declines(newest)):
        return None
    days = contrasts.only_days(text, local(scene, now))
    return Heard("keep_some", {"question": newest.id, "days": days}, text=text) if days else None


def _declines(question: Question) -> list[dict[str, Any]]:
    return [option for option in question.options if option["do"] == "decline"]


def _shown_to_take(scene: Scene) -> Question | None:
    """The newest question that waits for its answer, where it shows several shifts to be taken."""
    waiting = [one for one in scene.questions if one.answered_at is None and one.id > scene.settled]
    newest = next((one for one in waiting if any(option.get("means") for option in one.options)), None)
    several = newest is not None and any(
        option["do"] == "claim_these" and len(option["values"]["shifts"]) > 1 for option in newest.options
    )
    return newest if several else None


def of_the_newest(text: str, scene: Scene) -> Heard | None:
    """ "Graag" to "is het gelukt?" says nothing of it; "ik loop zelf wel" takes the one shift that is offered."""
    newest = newest_of(scene)
    if newest is None:
        return None
    unclear = conditions.welcomes(text) or conditions.promises(text)
    if any(option["do"] == "done" for option in newest.options) and unclear:
        return Heard("done_or_not", {"question": newest.id}, text=text)
    takes = [at for at, option in enumerate(newest.options) if option["do"] == "claim"]
    return choose(newest, takes[0], text) if len(takes) == 1 and conditions.does_it_oneself(text) else None
