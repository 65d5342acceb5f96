"""Who wants to be left alone for a while: "even geen berichten tot maandag", "zet mij op stil tot morgenochtend"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from locales.nl.time import TimeExpression, parse
from locales.nl.words import fold

_MESSAGES = r"(?:bericht\w*|app(?:en|jes?|s)?|melding\w*|notificatie\w*|herinner\w*|reminders?|sms\w*|whatsapp\w*)"
_NONE = r"(?:geen|niks|niets|niet|stop\w*|zonder|uit|pauzeer|pauze|snooze|demp|dempen|mute|stil)"
_WANTS = re.compile(
    rf"\b{_NONE}\b.*\b{_MESSAGES}\b|\b{_MESSAGES}\b.*\b{_NONE}\b"
    r"|\bop (?:stil|mute|stille|niet storen|do not disturb)\b|\bniet (?:te )?storen\b|\bstoor (?:me|mij) .*niet\b"
    r"|\b(?:me|mij|ons) .*met rust\b|\bmet rust\b.*\b(?:gelaten|laten)\b"
    r"|\b(?:ik wil|geef (?:me|mij)|mag ik|gun (?:me|mij)|ik heb) .*\brust\b"
    r"|\b(?:niks|niets) (?:van (?:je|jullie|u) )?(?:horen|sturen|appen)\b"
    r"|\b(?:stuur|app|vraag) (?:me|mij) .*\b(?:niks|niets)\b"
    r"|\b(?:mag|kan|wil|zet|houd?|ben|wees) (?:het|je|jij|u|me|mij|jezelf) .*\bstil\b|\bsnooze\b|\bmute\b"
)
_NOT = re.compile(
    r"\b(?:elke?|ieder\w*|altijd|voortaan|nooit|steeds|alleen|liever|dagelijks)\b"
    r"|\b(?:s (?:nachts|avonds|ochtends|morgens)|snachts)\b"
    r"|\b(?:kring|rooster|alles|iedereen|bezoek|overzicht\w*|weekoverzicht|dagoverzicht|weekbericht|stille uren)\b"
    r"|\b(?:ik|we) (?:krijg|kreeg|kregen|ontvang|ontving|heb|had|zag|zie)\b.*\b(?:bericht|melding|herinner|app)"
    r"|\bwaarom\b|\bwie\b|\bhoe(?:veel)?\b"
)
_NOW = re.compile(r"\b(?:even|eventjes|ff|effe|nu|vandaag|straks|op (?:stil|mute))\b")
_AGAIN = re.compile(
    rf"\b{_MESSAGES}\b.*\b(?:weer|terug) (?:aan|sturen|hebben|krijgen|ontvangen)\b"
    rf"|\b(?:weer|opnieuw) .*\b{_MESSAGES}\b"
    r"|\b(?:stilte|stil|snooze|mute|rust)\b.*\b(?:weer )?(?:eraf|er af|uit|opheffen|voorbij)\b"
    r"|\b(?:niet meer|haal (?:me|mij)?) ?(?:van)? ?(?:op )?stil\b|\bje mag (?:me|mij) weer\b|\bik ben er weer\b"
)
_ALL = rf"(?:(?:al |alle |de |die |deze |dat |je |jullie |zulke )*)(?:{_MESSAGES}|gepiep|ge-?app|spam)"
_SENDING = r"(?:sturen|stuur|appen|berichten|bericht|pingen|piepen|melden|lastig vallen|storen)"
_WHILE = r"(?:(?:nu |even |eventjes |eens |ff |effe |maar |voorlopig |tijdelijk |een tijdje |een poosje |nou )*)"
_STOPS = re.compile(
    rf"\b(?:stop|stoppen|hou|houd|ophouden|kap|kappen|schei|pauzeer|pauze|pauzeren|snooze|demp|dempen)\b"
    rf" {_WHILE}(?:er )?(?:nu |even |maar )*(?:op |uit )?(?:met )?{_WHILE}(?:{_ALL}|(?:mij |me )?(?:te )?{_SENDING})\b"
    rf"|\bweg met {_ALL}"
    rf"|\b(?:geen|niet meer) {_ALL}|\b{_ALL} {_WHILE}(?:niet meer|hoeven niet|hoeft niet)"
    rf"|\b(?:niets|niks) {_WHILE}(?:meer )?(?:te )?{_SENDING}$|\b(?:laat|laten) (?:me|mij|ons) {_WHILE}met rust\b"
)
_FEWER = re.compile(
    rf"\b(?:minder|te veel|teveel|zoveel|zo veel|niet zo vaak|niet zo veel|niet steeds|wat veel) (?:{_MESSAGES}|sturen)"
    rf"|\b{_MESSAGES} (?:mogen|mag|kunnen|kan) .*\bminder\b|\bminder\b.*\b{_MESSAGES}$"
    rf"|\b(?:app|stuur|bericht) (?:me|mij|ons) {_WHILE}(?:wat |iets |alsjeblieft )*(?:minder|niet (?:zo|steeds|te) )"
    rf"|\bje (?:stuurt|appt) (?:wel |me |mij |echt |wat |zo )*(?:te |heel )?veel\b"
    rf"|\b(?:gek|moe|knettergek|gestoord) van (?:al )?{_ALL}"
    rf"|\bwat (?:krijg|stuur) \w+ (?:toch |me |een )*veel {_MESSAGES}"
)
_KINDS = re.compile(  # what is set by itself
    r"\b(?:herinner\w*|reminders?|overzicht\w*|weekoverzicht|dagoverzicht|weekbericht|dagbericht\w*|vragen|vraag|over"
    r"|alarm\w*|bedank\w*|dankbericht\w*|stilte|stille|na|voor|tussen|om|als|of|wanneer|naar|aan|dat|nooit)\b"
)
_HAS = re.compile(
    r"\b(?:ik|we) (?:krijg|kreeg|kregen|ontvang|ontving|heb|had|zag|zie|kan)\b|\b(?:waarom|wie|hoe|wat is)\b"
)
_BARE_AGAIN = re.compile(
    r"(?:(?:ok|oke|ja|nou|zo) )?(?:(?:je|jullie|u) (?:mag|mogen|kan|kunt|kunnen) (?:nu |wel |gerust |me |mij )*weer"
    rf"(?: (?:beginnen|{_SENDING}|berichten sturen|vragen))?"
    rf"|(?:begin|start|stuur|app)(?: me| mij)? maar weer(?: met {_SENDING}| {_MESSAGES})?"
    rf"|(?:doe|kom) maar weer met {_ALL}"
    r"|stuur maar weer)"
)
_LONG = 12  # words
LONGEST = timedelta(days=366)
_MORNING = 10  # "tot 9 uur" is an hour of every day, "tot 3 uur" is this afternoon


class Rest(NamedTuple):
    """From when (None: from now) until when somebody wants to hear nothing; local."""

    start: datetime | None
    end: datetime


def rest(text: str, now: datetime) -> Rest | None:
    """The stretch in which somebody wants no messages; None where this asks for hours of every day, or for no rest."""
    said = fold(text).strip(" .!")
    if text.rstrip().endswith("?") and not re.match(r"(?:mag|kun|kan|wil|zou|kunt|wilt)\b", said):
        return None
    if not _WANTS.search(said) or _NOT.search(said):
        return None
    times = parse(text, now)
    if len(times) != 1:
        return None
    found = _stretch(times[0], now, at_once=bool(_NOW.search(said)))
    return found if found is not None and now < found.end <= now + LONGEST else None


def wants_none(text: str) -> bool:
    """Whether somebody wants no messages, without saying until when: "stop even met alle berichten"."""
    said = _plain(text)
    return bool(_STOPS.search(said)) and not _KINDS.search(said) and not _HAS.search(said)


def wants_fewer(text: str) -> bool:
    """Whether somebody wants fewer messages: "de berichten mogen wel wat minder"."""
    said = _plain(text)
    return bool(_FEWER.search(said)) and not _KINDS.search(said) and not re.search(r"\b(?:waarom|wie|hoe)\b", said)


def may_begin_again(text: str) -> bool:
    """Whether that is all that is said: "begin maar weer", "je mag weer". Only who is left alone means messages."""
    return bool(_BARE_AGAIN.fullmatch(_plain(text)))


def _plain(text: str) -> str:
    """A few words without marks; "" for more, which tell something else."""
    said = re.sub(r"[^\w\s'-]", "", fold(text)).strip()
    return said if len(said.split()) <= _LONG else ""


def ends(text: str) -> bool:
    """Whether somebody wants to hear everything again: "zet de meldingen weer aan"."""
    said = fold(text).strip(" .!?")
    return bool(_AGAIN.search(said)) and not re.search(r"\b(?:geen|niet sturen|stop)\b", said)


def _stretch(time: TimeExpression, now: datetime, *, at_once: bool) -> Rest | None:
    if time.rule is not None:
        return None
    if time.kind == "duration":
        length = time.duration
        return None if length is None else Rest(None, now + length)
    if time.end is None:
        return None
    if not time.has_date:
        today = time.start is None and time.end.date() == now.date() and time.end.hour >= _MORNING
        if not (at_once or today):
            return None
    start = time.start if time.start is not None and time.start > now else None
    return Rest(start, time.end)
