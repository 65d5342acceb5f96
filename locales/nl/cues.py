"""Small signs in a Dutch message by which the program tells what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import cache

from locales.nl import numbers, people, phrases, tasks
from locales.nl.reading import Reading
from locales.nl.words import data, fold

_COUNTED = re.compile(r"(?:optie|nummer|nr|keuze|antwoord)?\s*(\d{1,2})[.)]?")
_COUNTED_DE = re.compile(r"(?:optie|nummer|nr|keuze|antwoord|de)?\s*(\d{1,2})[.)]?")
# "Piet en ik", "alleen ik", "ik breng haar zelf": in a message with people marked.
_ITSELF = re.compile(
    r" alleen ik | ik alleen | \{[a-z]+\} en (?:ik|mij) | (?:ik|mij) en \{[a-z]+\} | en ik samen "
    r"| (?:doe|doen) (?:ik|we|wij) (?:het )?zelf "
    r"| ik (?:ga|doe|breng|haal|kook|rij|rijd|kom|regel|neem|blijf|maak|zorg|wil|zal|kan)"
    r"(?: (?!niet |geen )\S+){0,6} zelf "
    r"| zelf (?:ga|doe|breng|haal|kook|rij|rijd|kom|regel|neem|blijf|maak|zorg) ik "
    # with which it ends: "vandaag 11 uur koffie, ik doe het", "die neem ik wel", "ik ga mee"
    r"| ik (?:doe|neem|pak|regel) (?:het|dat|die|dit|deze|hem) (?:(?:wel|zelf|dan|maar) )*$"
    r"| (?:dat|die|dit|deze) (?:doe|neem|regel) ik (?:(?:wel|zelf|dan|maar) )*$"
    r"| ik (?:ga|rij|rijd) (?:(?:wel|zelf|dan) )*mee $"
)
# After a request: what the one who asks, or who is cared for, does meanwhile.
_OWN_AFFAIRS = re.compile(
    r"(?:en )?(?:ik|wij|we|zelf|ze|hij|zij) (?:kan|kunnen|zit|zitten|moet|moeten|ben|zijn|heb|hebben|werk|werken|sta|"
    r"ga|gaan|lig|neemt|is|kom|weet) |mijn \w+ |anders |dan "
)
_FIRST_PERSON = frozenset(
    {
        "heeft",
        "krijgt",
        "zit",
        "ik",
        "wij",
        "we",
        "niet",
        "geen",
        "nooit",
        "zal",
        "niemand",
        "hoeft",
        "hoeven",
        "is",
        "komt",
    }
)
_PARTICIPLE = re.compile(r" (?:ge|af|op|uit|ver|be)[a-z]+(?:d|t) ")
_ASKING = frozenset(
    {"komt", "komen", "gaat", "gaan", "is", "doet", "heeft", "zou", "weet", "kan", "staat", "zit", "blijft"}
)
_MYSELF = ((), ("zelf",), ("maar",), ("wel",), ("graag",))  # "mij maar"
_ALL_THE_SAME = re.compile(r"\b(?:alle plezier|alle liefde|alle geval|alles goed|alle drukte)\b")
_REQUESTS = frozenset({"kun", "kan", "wil", "zou", "mag", "kunnen", "willen", "zouden"})
_EVERY = frozenset({"allebei", "beide", "alle", "allemaal", "alles", "elke", "iedere"})
_OFF = frozenset({"geen", "uit", "uitzetten", "niet", "stop"})
_JOINING = frozenset({"code", "uitnodiging", "uitgenodigd", "start", "meedoen"})
_GREETINGS = frozenset({"hoi", "hallo", "hey", "hee", "hai", "dag", "moi", "hi"})
_FAREWELLS = frozenset(
    {"groet", "groetjes", "groeten", "gr", "grt", "grtjs", "liefs", "mvg", "xx", "xxx", "kus", "kusjes", "gegroet"}
)
_NO_DEED = (
    "moet|moeten|heb|hebben|ben|zijn|kan|kunnen|wil|willen|zou|mag|zal|hoef|vind|weet|denk|zie|hoop|zoek|vraag|eet"
)
_DOES_IT = re.compile(rf"\b(?!(?:{_NO_DEED})\b)[a-z]+ (?:ik|wij|we)\b|\b(?:ik|wij|we) (?!(?:{_NO_DEED})\b)[a-z]+")
_INSTEAD = re.compile(r"\b(?:niet|geen) (?:\w+ ){1,4}?maar\b")
_MY_TURN = re.compile(
    r"\bmijn (?:beurt\w*|dienst\w*|taak|taken|shift|plek|plaats|uren|uurtje"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag)\b"
)
_TURN = re.compile(r" (?:beurt\w*|dienst\w*|taak|taken|shift|plek|plaats)$")
_TWO_HOURS = re.compile(r"(?i)(?<![\d/.:-])(?:[01]?\d|2[0-4])\s*-\s*(?:[01]?\d|2[0-4])(?![\d/:-]|\.\d|\s*u)")
_OPENS_A_PART = ("en", "dan", "zet", "en dan", "doe", "kan", "wil", "zou")  # before whoever is named first
_NO_NAME = ("mijn", "onze", "ons", "de", "het", "een", "met", "en", "op", "aan")
_CLAUSES = re.compile(r"[^.,!?;\n]+(?:[.,](?=\d)[^.,!?;\n]*)*[.,!?;\n]*")
_SIDES = re.compile(r"(?i)(?:(?!,|;|\. |\bmaar\b).)+")
_NO_SIDE = re.compile(r"(?i)\b(?:niet|geen)\b")
_YES_SIDE = re.compile(r"(?i)\bwel\b")
_AT = re.compile(r"(?i)(?:er )?(?:pas )?(?:om|rond|tegen|half|kwart)\b")
_REFUSING = frozenset({"ik", "maar", "nee", "neen", "niet", "geen"})
_SOMEBODY = re.compile(
    r"\bwie (?:gaat|kan|wil|neemt|heeft|rijdt|brengt|komt|zou)\b"
    r"|\b(?:kan|wil|zou|zouden|kunnen|heeft|is|mag) (?:er |toevallig |misschien )*(?:iemand|een ander|een van)\b"
    r"|\b(?:zoek|zoeken|gezocht|gevraagd)\b|\biemand (?:anders )?(?:die|zin|tijd|nodig)\b"
)
_SENTENCE_ENDS = re.compile(
    r"(?<=[.!?;\n])\s+|\n+"
    r"|,?\s+(?:maar|dus)\s+(?=(?:dan )?(?:ik|we|wij|kan|kun|wil|wie|zet|rij|doe|neem|kom|ga|breng|haal)\b)"
    r"|,\s+dus\s+"
    r"|,\s+(?=(?:ik|kan|kun|wil|wie|zet)\b)"
)
# "de was", "morgen was ik hem zelf", "ik was haar {time}"
_LAUNDRY = re.compile(
    r"(?m)(?<= )(?:(?:de|haar|zijn|mijn|onze|vuile|schone) was"
    r"|was (?:ik|wij|we) (?:haar|hem|\{recipient\})(?= (?:zelf|wel|dan|\{time\}|$))"
    r"|(?:ik|wij|we) was (?:haar|hem|\{recipient\}))(?= )"
)
_DECLINES = re.compile(
    r"\b(?:kom|ga|doe|help|kan|wil|neem|red) (?:ik|wij|we) (?:\w+ ){0,3}?(?:niet|geen|niks)\b(?! (?:alleen|erg))"
    r"|\b(?:ik|wij|we) (?:kom|ga|doe|help|neem|komen|gaan|doen) (?:\w+ ){0,3}?(?:niet|geen|niks)\b(?! (?:alleen|erg))"
)
# "ik moet zelf naar de dokter", without who is cared for and without going along
_OWN_DUTY = re.compile(
    r" (?:ik|we|wij) (?:moet|moeten|heb|hebben)(?: (?!mee |met |\{recipient\}|haar |hem |ze |niet )\S+){0,4} zelf "
    r"(?!.* (?:mee|haar|hem|\{recipient\}) )"
    r"| zelf (?:moet|moeten|heb|hebben) (?:ik|we|wij) (?!.* (?:mee|haar|hem|\{recipient\}) )"
)
_DISMISSES = re.compile(
    r"(?i)(?:(?:o|oh|ach|nee|ok|oke),? )*laat (?:het |dat )?(?:dan |toch |nu )?maar(?: zitten| even)?[\s,.!;:-]+"
    r"(?=(?:dan )?(?:ik|wij|we|doe|neem) (?:(?:doe|doen|neem|nemen|ga|gaan|pak|kom|rij|breng|haal|kook)\b|ik\b))"
)
_ONLY_THESE = re.compile(r" alleen (?:\{who\}|ik|wij|we|mij) ")
_HOURS_NEVER = re.compile(
    r"(?:ik|wij|we) (?:kan|kunnen) (?:echt |liever |helaas |eigenlijk )?niet (?:meer )?(?:na|voor|tussen|vanaf) "
    r"(?!.*\b(?:vandaag|vanavond|vanmiddag|vanmorgen|vannacht|morgen|nu|zo)\b)"
)
_TAKES_OVER = re.compile(r"\b(?:ik|we|wij)\b.* (?:over|overnemen|overneem)$|\b(?:ik|we|wij)\b.* (?:over|overnemen) ")
_WANTED = re.compile(r"\b(?:wil|zoek|heb|hebben|zou|zoeken|willen) (?:\w+ ){0,6}iemand\b")
# These open a plan.
PLANNING = frozenset(
    {"plan", "zet", "voeg", "nieuwe", "nieuw", "noteer", "schrijf", "plannen", "inplannen"}
)  # opens a plan
_MUST = re.compile(r"(?<!\bik )\bmoet(?:en)?\b(?! (?:ik|we|wij)\b)")
_CIRCLE_NAME = re.compile(
    r"\s*,?\s*(?:(?:die|ze|hij)?\s*heet\s+)?"
    r"([^\W\d_][\w'’-]*(?:\s+(?:(?:van|de|der|den|ter|te)\s+)*[A-Z][\w'’-]*)*)"
)


def greets(reading: Reading) -> bool:
    """Whether the message is only a greeting."""
    said = re.findall(r"\w+", reading.text.casefold())
    return bool(said) and all(word in _GREETINGS for word in said)


def speaks_of_joining(reading: Reading) -> bool:
    """Whether a code in this message is an invitation."""
    return bool(reading.vocabulary & _JOINING)


def counted(text: str, *, article: bool = False) -> int | None:
    """A choice by number: "2", "optie 2", with `article` also "de 2"."""
    match = (_COUNTED_DE if article else _COUNTED).fullmatch(text)
    return int(match[1]) if match else None


def is_option(reading: Reading) -> bool:
    """Whether a number in this message can only be that of a choice."""
    return not reading.times or "optie" in reading.plain or len(reading.plain) == 1


def speaker_is_meant(reading: Reading) -> bool:
    """Whether the speaker is among those who are to do it: "Piet en ik", "ik doe het zelf"."""
    plain = reading.plain
    if (
        len(plain) <= 2
        and plain[:1] in (("ik",), ("mij",), ("ikke",))
        and plain[1:] in ((), ("zelf",), ("maar",), ("wel",), ("graag",))
    ):
        return True
    return "ikzelf" in plain or ("ik" in plain and bool(_ITSELF.search(reading.rows[min(1, len(reading.rows) - 1)])))


def excluded_before(word: str) -> bool:
    """Whether somebody named after this word is not the one to do it: "niet Piet", "bedankt Piet"."""
    return word in ("niet", "geen", "zei", "bedankt", "dank", "ipv")


def is_done_for(reading: Reading, first: int, last: int) -> bool:
    """Whether who is named there is not the one who does it: "Nel moet naar", "in plaats van Piet"."""
    before = [word.norm for word in reading.words[max(0, first - 3) : first]]
    after = " ".join(word.norm for word in reading.words[last : last + 2])
    if before[-3:] == ["in", "plaats", "van"] or before[-1:] in (["hoeft"], ["hoef"]):
        return True
    rest = " ".join(word.norm or word.text for word in reading.words[last:])
    others = any(m.first > first and m.kind == "member" for m in reading.mentions)
    if others and re.match(r"(?:doet|kan|gaat|komt|wil) [^,.;]*\bniet\b", rest):
        return True  # "Theo doet de wandeling niet, maak er Wendy van"
    owns = after.startswith(("haar ", "zijn ")) and before[-1:] != ["kan"] and not _TURN.search(after)
    goes = before[-1:] == ["moet"] and after.startswith(("naar", "bij", "op"))
    goes = goes or (after.startswith("moet") and {"naar", "bij"} & set(reading.plain) != set())
    return owns or (goes and asks_for_somebody(reading))


def signs(reading: Reading, place: int) -> bool:
    """Whether the name at this place says who writes: "groetjes Piet", "hallo met Lies", "Murat hier"."""
    before = reading.words[place - 1].norm if place else ""
    opens = [word.norm for word in reading.words[:place] if word.norm]
    after = reading.words[place + 1].norm if place + 1 < len(reading.words) else ""
    if before in _FAREWELLS or (before == "hier" and len(opens) <= 2):
        return True
    if before == "met" and len(opens) <= 3 and frozenset(opens[:-1]) & _GREETINGS:
        return True
    return after == "hier" and len(opens) <= 1


def is_addressed(reading: Reading, place: int) -> bool:
    """Whether somebody is only spoken to: "Els, het spijt me", "hoi Anna, ...", "sorry Piet!"."""
    after = reading.words[place + 1].text if place + 1 < len(reading.words) else ""
    opens = [word.norm for word in reading.words[:place] if word.norm]
    greeted = all(word in _GREETINGS or word in ("lieve", "beste", "sorry", "ha") for word in opens)
    return greeted and (after in (",", "!", ".", "\n") or bool(opens))


def joins_recipient(word: str) -> bool:
    """Whether the person cared for belongs to the task's name after this word: "met Nel"."""
    return word in ("met", "bij", "voor")


def is_first_person(reading: Reading) -> bool:
    """Whether the message speaks of oneself or of what is not, so that it does not just name a task."""
    said = re.sub(r" (?:dat|het) is (?=\d|een |zo |ongeveer )", " ", reading.rows[0])
    return bool(frozenset(said.split()) & _FIRST_PERSON)


def requests(reading: Reading) -> bool:
    """Whether it begins by asking for something to be done: "kun je de soep verzetten" names no task alone."""
    return reading.first_word in _REQUESTS


def is_habit(reading: Reading) -> bool:
    """Whether somebody who cannot, never can on such days, rather than no longer: "zaterdagen lukken mij niet"."""
    return reading.holds("set") and not reading.vocabulary & {"toch", "meer", "helaas", "afzeggen", "beurt", "beurten"}


def is_always(reading: Reading) -> bool:
    """Whether somebody always does a task that stands: "Tom doet altijd dinsdag de medicijnen om 10 uur"."""
    somebody = reading.holds("who") or "ik" in reading.vocabulary
    return "altijd" in reading.vocabulary and reading.open_task is not None and somebody


def never_suits(reading: Reading) -> bool:
    """Whether hours are said that never suit, and no day: "ik kan niet na 9 uur", "wij kunnen niet voor tienen"."""
    dated = any(t.has_date or t.rule for t in reading.times)
    return bool(reading.times) and not dated and bool(_HOURS_NEVER.match(" ".join(reading.plain)))


def takes_a_stretch(reading: Reading) -> bool:
    """Whether somebody takes what there is in some days: "ik kan volgende week alle avonden wel"."""
    bounded = any(t.rule and t.since and "week" in reading.vocabulary for t in reading.times)
    return (reading.holds("stretch") or bounded) and "wel" in reading.vocabulary and not reading.holds("negation")


def speaks_of_self(reading: Reading) -> bool:
    """Whether somebody speaks of themselves."""
    return bool(reading.vocabulary & {"ik", "wij", "we", "ben"})


def means_all(reading: Reading) -> bool:
    """Whether all of them are meant: "alle dinsdagen", "ik doe ze allemaal"."""
    return bool(reading.vocabulary & _EVERY) and not _ALL_THE_SAME.search(" ".join(reading.plain))


def switches_off(reading: Reading) -> bool:
    """Whether something is to stop coming."""
    return bool(reading.vocabulary & _OFF)


def wants_polite_form(reading: Reading) -> bool:
    """Whether somebody asks to be addressed as "u"."""
    said = re.findall(r"\b(?:u|je|jij|jou|tutoy\w+|vousvoy\w+)\b", reading.text.lower())
    named = [word for word in said if word.startswith(("tutoy", "vousvoy"))] or said
    return bool(named) and named[-1].startswith(("u", "vousvoy"))  # "u mag je zeggen": the last is what is wished


def is_only_fragment(reading: Reading) -> bool:
    """Whether the message is only a time, a person or a number, with nothing around it."""
    if not (reading.times or reading.mentions or reading.people_needed):
        return False
    filler = frozenset(data("tasks")["filler"]["anywhere"]) | frozenset(data("tasks")["filler"]["leading"])
    return not [w for i, w in enumerate(reading.words) if w.norm and i not in reading.taken and w.norm not in filler]


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a message stands, cut too where "maar" or a comma begins what its writer will do."""
    ends = [match.span() for match in _SENTENCE_ENDS.finditer(text)]
    spans = zip([0, *(last for _, last in ends)], [*(first for first, _ in ends), len(text)], strict=True)
    return [span for span in spans if text[slice(*span)].strip()]


@cache
def _reasons() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What leads a reason in, and how sentences begin that only tell one."""
    told = data("intents")["reasons"]
    return re.compile(rf"(?i)[,\s]+(?:{'|'.join(told['from'])})\s"), tuple(f"{row} " for row in told["sentences"])


def without_reasons(reading: Reading) -> str | None:
    """The message with what only tells why blanked out; None where it tells no reason."""
    reason, sentences = _reasons()
    rest, kept, asked = list(reading.text), 0, False
    for clause in _CLAUSES.finditer(reading.text):
        begin, end = clause.span()
        plain = " ".join(word.norm for word in reading.words if word.norm and begin <= word.start < end)
        if kept and plain.startswith(sentences):
            rest[begin:end] = " " * (end - begin)
            continue
        if asked and _OWN_AFFAIRS.match(f"{plain} ") and not _SOMEBODY.search(plain):
            rest[begin:end] = " " * (end - begin)
            continue
        asked = asked or clause.group().rstrip().endswith("?")
        kept += 1
        why = reason.search(clause.group())
        if why and why.start():
            rest[begin + why.start() : end] = " " * (len(clause.group()) - why.start())
    row = "".join(rest).rstrip()
    return row if row.rstrip(" ,.") != reading.text.rstrip(" ,.") else None


def one_side(reading: Reading, *, can: bool) -> str | None:
    """A contrast of days with the other side blanked out ("vrijdag kan ik niet, zaterdag wel"): what one can do, or
    what not. None where there is no such contrast."""
    sides: list[tuple[int, int, bool]] = []
    for piece in _SIDES.finditer(reading.text):
        begin, end = piece.span()
        no, yes = _NO_SIDE.search(piece.group()), _YES_SIDE.search(piece.group())
        dated = any(begin <= t.span[0] < end and (t.has_date or t.rule) for t in reading.times)
        if dated and (no or yes):
            sides.append((begin, end, no is None))
        elif sides and not dated and not no and not yes and _AT.match(piece.group().strip()):  # ", om half zes"
            sides[-1] = (sides[-1][0], end, sides[-1][2])
    if {side for *_, side in sides} != {True, False}:
        return None
    rest = list(reading.text)
    for begin, end, side in sides:
        if side is not can:
            rest[begin:end] = " " * (end - begin)
    return "".join(rest)


def comes_at(reading: Reading) -> bool:
    """Whether a clock time is said, and not how much later: "ik ben er om 6 uur"."""
    return any(t.has_clock and _AT.match(reading.text[slice(*t.span)]) for t in reading.times)


def may_refuse(reading: Reading) -> bool:
    """Whether thanks in a message may say no: "ik bedank", "bedankt maar nee"."""
    return not _REFUSING.isdisjoint(reading.plain)


@cache
def _lead_ins() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row.split()) for row in data("intents")["lead_in"]["rows"])


def without_lead_in(reading: Reading) -> str | None:
    """The message without what comes before the matter: "o ja, voor ik het vergeet, ..."; None where nothing does."""
    begin, place = 0, 0
    rows = _lead_ins()
    words = [word for word in reading.words if word.norm]
    pieces = [(piece, word) for word in words for piece in word.norm.split()]
    while True:
        fitting = [row for row in rows if tuple(piece for piece, _ in pieces[place : place + len(row)]) == row]
        if not fitting:
            break
        place += len(max(fitting, key=len))
        begin = pieces[place - 1][1].end
    rest = reading.text[begin:].lstrip(" ,.!?:;-\n")
    return rest if begin and rest else None


def puts_right(reading: Reading) -> bool:
    """Whether one thing is put in the place of another: "wacht even, niet donderdag maar vrijdag"."""
    said = " ".join(reading.plain)
    return bool(_INSTEAD.search(said)) and phrases.correction_opening(reading.plain, alone=False) > 0


def with_hours(text: str) -> str:
    """The same answer with "9-12" as hours: "9-12 uur"."""
    return _TWO_HOURS.sub(r"\g<0> uur", text)


def without_dismissal(text: str) -> str:
    """A message without the "laat maar" before what its writer will do: "laat maar, ik doe het toch zelf"."""
    match = _DISMISSES.match(text)
    return text[match.end() :] if match else text


def beginnings_of_parts(reading: Reading) -> list[int]:
    """Where each part of a message begins that is about somebody else: "ik doe dinsdag | en Kees woensdag"."""
    members = {mention.first: mention.last for mention in reading.mentions if mention.kind == "member"}
    found: list[int] = []
    for place, word in enumerate(reading.words):
        if place not in members and word.norm not in ("ik", "wij", "we"):
            continue
        before = [w for w in reading.words[:place] if w.norm not in _OPENS_A_PART]
        begins = not before or before[-1].text in ",;.\n" or reading.words[place - 1].norm == "en"
        after = members.get(place, place + 1)
        joined = (
            after < len(reading.words) and reading.words[after].norm in ("en", "of") and after + 1 < len(reading.words)
        )
        if joined and (after + 1 in members or reading.words[after + 1].norm in ("ik", "mij", "wij", "we")):
            return []  # "Piet en ik": together
        if begins:
            found.append(place)
    return found


def weekdays_of_this_week(reading: Reading) -> dict[str, str]:
    """The working days of this week, where "de week" stands beside "het weekend"."""
    if not re.search(r"(?i)\bde (?:week|weekdagen|werkdagen)\b", reading.text):
        return {}
    now = reading.setting.now
    monday = (now - timedelta(days=now.weekday())).date()
    return {
        "start": monday.isoformat(),
        "end": (monday + timedelta(days=7)).isoformat(),
        "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    }


def does_it_oneself(reading: Reading) -> bool:
    """Whether who writes says what they do themselves: "vrijdag douche ik haar zelf" plans nothing for others.

    With its hour too an organiser plans it: "donderdag half 11 apotheek, ik ga zelf".
    """
    if reading.holds("organiser") and reading.holds("day") and reading.holds("clock"):
        return False
    said = " ".join(reading.plain)
    return "zelf" in reading.plain and bool(_DOES_IT.search(said)) and not asks_for_somebody(reading)


def own_affairs(reading: Reading) -> bool:
    """Whether who writes tells what they have to do themselves: "ik moet zelf naar de dokter" plans nothing."""
    return bool(_OWN_DUTY.search(reading.rows[min(1, len(reading.rows) - 1)])) and not asks_for_somebody(reading)


def only_these_can(reading: Reading) -> bool:
    """Whether it is said of people that nobody else can: "alleen Riet en ik kunnen dit weekend"."""
    return bool(_ONLY_THESE.search(reading.rows[min(1, len(reading.rows) - 1)]))


def takes_from(reading: Reading) -> bool:
    """Whether who speaks takes something over from who is named: "ik neem de beurt van Piet over"."""
    return bool(_TAKES_OVER.search(" ".join(reading.plain)))


def asks_for_somebody(reading: Reading) -> bool:
    """Whether somebody is sought, whatever else is said: "ik kan niet, wie gaat er mee?"."""
    return bool(_SOMEBODY.search(" ".join(reading.plain)))


def wants_somebody(reading: Reading) -> bool:
    """Whether the speaker wants somebody else to do it: "ik wil zondag iemand bij hem hebben"."""
    return bool(_WANTED.search(" ".join(reading.plain)))


def may_plan(reading: Reading) -> bool:
    """Whether a helper, who seldom plans, does so here: a task at a day and a time, or a word that says it."""
    if reading.plain[0] in PLANNING:
        return True
    if reading.holds("day") and reading.holds("people") and not speaks_of_self(reading):
        return True  # a group that comes
    sought = asks_for_somebody(reading)
    mine = _MY_TURN.search(" ".join(reading.plain)) if sought else "mijn" in reading.vocabulary
    fixed = reading.holds("day") and reading.holds("clock") and not mine
    planned = reading.has_task and not speaks_of_self(reading)
    return fixed and (sought or planned or (reading.holds("set") and must_be_done(reading)))


def without_laundry(lines: str) -> str:
    """The rows of a message without "de was": what hangs on the line tells of no past."""
    return _LAUNDRY.sub(" ", lines)


def declines(reading: Reading) -> bool:
    """Whether who writes will not: "morgen kom ik niet"; "niet alleen" and "niet erg" say something else."""
    return bool(_DECLINES.search(" ".join(reading.plain)))


def asks(reading: Reading) -> bool:
    """Whether the message is a question, with a sign for it or by its first word: "wie komt er", "komt Riet nog"."""
    return reading.holds("question") or reading.first_word in _ASKING or "wie" in reading.plain


def must_be_done(reading: Reading) -> bool:
    """Whether something has to be done by whomever: "de hond moet uit"."""
    return bool(_MUST.search(" ".join(reading.plain)))


def takes_along(reading: Reading) -> bool:
    """Whether the speaker is named together with somebody: "Jef en ik"."""
    return bool(re.search(r"\ben ik\b|\bik en\b", " ".join(reading.plain)))


def note(reading: Reading) -> str:
    """What is to be written down, without the words that say so; "" where there is nothing else."""
    text = reading.text
    for pattern in data("intents")["note"]["opens"]:
        match = re.match(pattern, text, re.IGNORECASE)
        if match:
            text = text[match.end() :].strip(" :,-\n")
            break
    alone = data("intents")["note"]["alone"]
    return "" if all(word in alone for word in fold(text).split()) else text


def stranger(reading: Reading) -> str | None:
    """A name that the circle does not know yet: "nodig tante Joke uit"."""
    for place in sorted(reading.strange_capitals):
        word = reading.words[place]
        if not tasks.known_word(word.norm) and word.text.isalpha():
            return word.text
    return None


def means_oneself(reading: Reading) -> bool:
    """Whether who writes is spoken of, or all that is kept."""
    return bool(
        {"mij", "me", "mijn", "ik", "alles", "account", *data("intents")["groups"]["gegevens"]} & set(reading.plain)
    )


def circle(reading: Reading) -> dict[str, str]:
    """For whom a circle is, `recipient` and `relation`: "maak een zorgkring voor mijn moeder Nel"."""
    values: dict[str, str] = {}
    relation = next((m for m in reading.mentions if m.kind in ("recipient", "relation")), None)
    begin = len(reading.text)
    if relation:
        values["relation"] = fold(relation.said)
        begin = reading.words[relation.last - 1].end
    elif match := re.search(r"\b(?:voor|van)\b", reading.text.lower()):
        begin = match.end()
    name = _CIRCLE_NAME.match(reading.text[begin:])
    if name and fold(name[1]) not in _NO_NAME:
        said = name[1].strip()
        first, _, rest = said.partition(" ")
        if rest and "relation" not in values and fold(first) in data("people")["recipient_with_possessive"]:
            values["relation"], said = fold(first), rest
        values["recipient"] = said.title() if said.islower() else said
    elif relation and relation.names:
        values["recipient"] = relation.names[0]
    return values


def core(words: Iterable[str]) -> frozenset[str]:
    """The words of a short answer that say something: "dan doe ik het zelf" and "ik doe het zelf" have the same."""
    return frozenset(words).difference(data("intents")["particles"]["words"])


def said_number(reading: Reading) -> int | None:
    """The one number of the message."""
    return numbers.number(reading.plain)


def first_number(reading: Reading) -> int | None:
    """The number with which a message begins, where something explains it: "drie: twee om te tillen, ..."."""
    opens = reading.plain[:1] and len(reading.words) > 1 and reading.words[1].text in ":,.;("
    return numbers.number(reading.plain[:1]) if opens else None


def only_the_whole_day(reading: Reading) -> bool:
    """Whether "de hele dag" is all that a message says of time."""
    said = [reading.text[slice(*t.span)].lower() for t in reading.times]
    return bool(said) and all("hele dag" in row or "heel de dag" in row for row in said)


def place(reading: Reading) -> int | None:
    """The place in a list that is meant: "de tweede"; -1 for the last."""
    return numbers.ordinal(reading.plain)


def means_the_middle(reading: Reading) -> bool:
    """Whether the place in a list that is meant is the middle: "de middelste"."""
    return "middelste" in reading.plain


SPEAKER = people.SPEAKER


def denies(words: Iterable[str]) -> bool:
    """Whether a no stands among these words."""
    return not {"niet", "geen", "nee", "niks", "niets", "nooit"}.isdisjoint(words)


def went(words: Iterable[str]) -> bool | None:
    """Whether these words say that it was done, or was not: "is goed gegaan", "lukte niet"; None where neither."""
    row = frozenset(words)
    return None if row.isdisjoint(data("intents")["went"]["words"]) else not denies(row)


def names_the_day(reading: Reading) -> bool:
    """Whether the one moment said is the day that the task has: "de boodschappen van zaterdag duren 2 uur"."""
    said = [t for t in reading.future if t.kind != "duration" and not t.rule]
    if len(said) != 1 or said[0].kind != "date" or said[0].has_clock or said[0].start is None:
        return False
    return bool(re.search(r"\bvan\s+$|\bvan$", reading.text[: said[0].span[0]].lower())) or reading.text.lower()[
        slice(*said[0].span)
    ].startswith("van ")


def is_order(text: str) -> bool:
    """Whether somebody tells us to do something, by the first word: "zeg de vrijdag af"."""
    return fold(text.partition(" ")[0]) in data("intents")["orders"]["words"]
