"""What a longer message is about: many first greet, tell how they are or reassure, and say why."""

from __future__ import annotations

import re
from functools import cache

from locales.nl.grammar.words import REASONS
from locales.nl.greetings import greeting_rows
from locales.nl.reading import Reading
from locales.nl.seeking import seeks
from locales.nl.time import TimeExpression
from locales.nl.words import data

_MOST = 4  # parts that are looked at
_FEWEST = 4  # words that an aside leaves
_SHORTEST = 12  # letters of a part that may be what it is about
_LEADS_UP = re.compile(
    r"(?i),\s+(?=(?:wie|kan|kun|wil|zou|is|komt|ik bedoel\w*|zet|haal|mag)\b)|\bmaar\s+(?=(?:wil|kun|kan|ik|wie)\b)"
)
_ASIDE = re.compile(
    r"(?i),?\s*\b(?:(?:maak|maakt) (?:je|u|jullie) (?:daar |er |maar |over )*geen zorgen"
    r"|(?:ge|je|u) (?:moet|hoeft|hoef) (?:u|je|jullie)? ?(?:daar |er |daarover |over )*geen zorgen (?:te )?maken"
    r"|geen zorgen)\b"
    r"|(?:^|[,.!]\s*)(?:(?:dat |het )?is )?geen (?:enkel )?(?:probleem|punt|moeite|haast|stress)\b(?=\s*(?:[,.!]|$))"
)
# "Omdat Piet ziek is, neem ik de zaterdagen"
_BECAUSE_FIRST = re.compile(
    r"(?i)^\s*(?:omdat|aangezien|doordat) [^,.;!?]{8,},"
    r"(?=\s*(?:neem|doe|kan|kom|ga|pak|zal|wil|ben|heb) (?:ik|we|wij)\b)"
)
# "Ik wou nog even zeggen dat ma donderdag naar de huisarts moet"
# "... als dat mag", "mits het uitkomt": politeness, and no condition
_IF_ALLOWED = re.compile(
    r"(?i),?\s+(?:als|indien|mits) (?:dat|het|zoiets) (?:mag|kan|lukt|past|schikt|uitkomt|helpt|"
    r"(?:goed|oke|ok|handig|prima|nodig) is|"
    r"(?:zo |ook |jullie |u |je |haar |hem )+(?:uitkomt|past|schikt|goed is|mag|kan)|geen (?:probleem|bezwaar) is)"
    r"(?: voor (?:je|jullie|u|haar|hem|\w+))?(?=\s*[,.!?]|\s*$)"
)
# "Mocht er niemand zijn, dan wil ik de koffie wel doen"
_SHOULD_THERE_BE = re.compile(
    r"(?i)(?:^|(?<=[.!?] ))\s*mocht(?:en)? (?:er|het|je|jullie|ze|hij|niemand|dat) [^.;!?]{2,40}?(?:,| (?=dan\b))"
    r"(?=\s*(?:dan )?(?:neem|doe|kan|kom|ga|pak|zal|wil|ben|heb|spring|help) (?:ik|we|wij)\b)"
)
_SAYS_THAT = re.compile(
    r"(?i)(?:^|(?<=[,.;!])|(?<=\bmaar))\s*(?:(?:en|maar|hoi|hallo|zeg|ps),? )*"
    r"(?:ik )?(?:wou|wil|wilde|moet|moest)(?: ik)?"
    r"(?: (?:nog|even|ff|effe|rap|snel|gauw|ook|alleen|maar|jullie|je|u|eens|graag))*"
    r" zeggen dat\s+(?=\w+ \w+ \w+)"
)
# After a request: what the one who asks, or who is cared for, does meanwhile.
_OWN_AFFAIRS = re.compile(
    r"(?:en )?(?:ik|wij|we|zelf|ze|hij|zij) (?:kan|kunnen|zit|zitten|moet|moeten|ben|zijn|heb|hebben|werk|werken|sta|"
    r"ga|gaan|lig|neemt|is|kom|weet) |mijn \w+ |anders |dan "
)
_CLAUSES = re.compile(r"[^.,!?;\n]+(?:[.,](?=\d)[^.,!?;\n]*)*[.,!?;\n]*")
_SENTENCE_ENDS = re.compile(
    r"(?<=[.!?;\n])\s+|\n+"
    r"|,?\s+(?:maar|dus)\s+(?=(?:dan )?(?:ik|we|wij|kan|kun|wil|wie|zet|rij|doe|neem|kom|ga|breng|haal)\b)"
    r"|,\s+dus\s+"
    r"|,?\s+dus\s+(?=(?:dan )?(?:moet|mag|kan|wil|zoek\w*) (?:er |ik |we )?(?:\w+ )?iemand\b)"
    r"|,\s+(?=(?:ik|kan|kun|wil|wie|zet)\b)"
)
# Where a picture stands, or a comma before what somebody or something else does or is, another statement begins.
_STATEMENT_ENDS = re.compile(
    r"\s*[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]+\s+"
    r"|,\s+(?:en\s+)?(?=(?:die|dat|het|mijn|onze|ze|hij|zij|haar|zijn) (?:\w+ )?"
    r"(?:is|zijn|heeft|hebben|kan|moet|wil|wordt|zit|ligt|duurt)\b)"
    r"|,\s+(?=(?:eerst|daarvoor|daarna) (?:moet|ga|heb|ben|breng|haal) (?:ik|we|wij)\b)"
    r"|,\s+(?=(?:de|het|mijn|onze) (?:andere )?\w+ (?:[a-z]+t|is|zijn|kan|kunnen)\b)"
)
_ASKS_POLITELY = re.compile(r",\s+(?=(?:zou|zoudt|wilt|kunt) (?:je|u|jij|ge|gij|jullie)\b)")
_NOT_NEEDED = re.compile(
    r"(?i)\b(?:ervaring|voorkennis|kennis|diploma|rijbewijs|auto|haast|vooropleiding|opleiding)\b[^.!?,;]*\bniet nodig"
    r"|\bgeen (?:ervaring|voorkennis|kennis|diploma|rijbewijs|haast|vooropleiding|opleiding) nodig"
)
_OFFERS = re.compile(r"dan kan ik (?:.* )?(?:(?:doen|zijn|koken|zorgen) voor|helpen|inspringen|bijspringen|oppassen) ")
_SOURCE = re.compile(r"(?i)\bvolgens (?:(?:de|het|mijn|haar|zijn|onze|die) )?\w+")  # "ze mag volgens de huisarts ..."
_SIGN = re.compile(r"[.,!?;:\n](?!\d)")
_BUT = re.compile(r"(?i)(?:\w+ ){2}\w+,? maar\s+$")  # no "reken maar op half elf"
_MAAR = re.compile(r"(?i),? (?:dan )?maar ")
_LEFT = re.compile(r"(?i)\b(?:niet|nie|ni|geen|van|ipv|in plaats van) $")
_CAN = re.compile(r"(?i) (?:wel|kan|kunnen)\b")
_NEAR = 80  # letters
_CALLED = 2  # words that only call somebody: "Bilal kan jij ..."
_SPOKEN_ENDS = re.compile(
    r"(?<!\bwant)(?<!\bdat)(?<!\bof)(?<!\bals)(?<!\bwat)(?<!\bdie)(?<!\bomdat)(?<!\bdan)\s+(?:(?:en|maar|dus)\s+)*"
    r"(?=(?:ik|we|wij) (?:ben|zijn|heb|hebben|moet|moeten|kan|kunnen|wil|willen|zal|ga|gaan|kom|doe|neem|woon|werk|zit|"
    r"hoorde|zag|las|dacht|maak|kook|sta|zou|mag|had|was)\b|(?:kan|wil|zou|kun|kunnen) (?:iemand|jij|je|u|jullie|er)\b"
    r"|wie (?:kan|wil|gaat|heeft|zou)\b|(?:zet|schrijf|noteer) (?:mij|me)\b|dan (?:neem|doe|kom|ben|ga) ik\b"
    r"|dat (?:wil|kan|doe|ga|zal) (?:ik|we|wij)\b)"
)
_ONESELF_AFTER = re.compile(r"\s+(?:kan|kom|doe|neem|ga|wil|moet|zou|ben|heb) (?:ik|we|wij)\b")
_DISMISSES = re.compile(
    r"(?i)(?:(?:o|oh|ach|nee|ok|oke),? )*laat (?:het |dat )?(?:dan |toch |nu )?maar(?: zitten| even)?[\s,.!;:-]+"
    r"(?=(?:dan )?(?:ik|wij|we|doe|neem) (?:(?:doe|doen|neem|nemen|ga|gaan|pak|kom|rij|breng|haal|kook)\b|ik\b))"
)
_SOUNDS = re.compile(
    r"^(?:(?:o+h*|ach|ah|hm+|oeps|oei|wacht(?: even)?|sorry|shit|jee|jeetje|oja|ojee|nou|tja|eh+|uh+|hee|zeg|pf+)"
    r"[\s,.!…-]+)+",
    re.IGNORECASE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a message stands, cut too where "maar" or a comma begins what its writer will do."""
    return _between(text, [match.span() for match in _SENTENCE_ENDS.finditer(text)])


def statements(reading: Reading) -> list[tuple[int, int]]:
    """Where each statement of a longer message stands: its sentences, cut too where somebody else comes into them.

    What was dictated has no signs: there a statement begins with who does something, or with when.
    """
    text = reading.text
    dictated = _SIGN.search(text) is None
    patterns = (_SENTENCE_ENDS, _STATEMENT_ENDS, *((_SPOKEN_ENDS,) if dictated else ()))
    ends = {match.span() for pattern in patterns for match in pattern.finditer(text)}
    after_but = [
        time.span[0]
        for time in reading.times
        if _BUT.search(text, max(0, time.span[0] - _NEAR), time.span[0]) and not _instead(reading, time)
    ]
    ends |= {match.span() for match in _ASKS_POLITELY.finditer(text) if len(text[: match.start()].split()) > _CALLED}
    ends |= {(len(text[:begin].rstrip()) - len("maar"), begin) for begin in after_but}
    if dictated:
        begins = [time.span[0] for time in reading.times if _ONESELF_AFTER.match(text, time.span[1])]
        ends |= {(begin - 1, begin) for begin in begins if begin}
    return _between(text, sorted(end for end in ends if not dictated or len(text[: end[0]].split()) > _CALLED))


def _instead(reading: Reading, new: TimeExpression) -> bool:
    """Whether a time is put in the place of the one before it: "niet om 2 uur maar om 3", "van 5 uur maar op 6"."""
    text = reading.text
    for time in reading.times:
        if _MAAR.fullmatch(text, time.span[1], new.span[0]) and _LEFT.search(text, 0, time.span[0]):
            return not _CAN.match(text, new.span[1])
    return False


def _between(text: str, ends: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What stands between these ends."""
    spans = zip([0, *(last for _, last in ends)], [*(first for first, _ in ends), len(text)], strict=True)
    return [span for span in spans if text[slice(*span)].strip()]


def parts(text: str) -> list[tuple[int, int]]:
    """Where parts of a longer message stand that it may be about: its sentences, the last first, then what a comma
    leads up to."""
    spans = sentences(text)
    found = list(reversed(spans)) if len(spans) > 1 else []
    found += [(match.end(), len(text)) for match in _LEADS_UP.finditer(text)]
    return [(begin, end) for begin, end in dict.fromkeys(found) if end - begin > _SHORTEST][:_MOST]


_BESIDE_IT = re.compile(
    r"(?i)[,.;]\s+(?:(?:ik )?(?:ben|was|heb|werkte|deed) (?:ik )?vroeger\b[^,.!?]*|dan hoeft niemand te \w+)[.!]*\s*$"
)


def without_asides(text: str) -> str:
    """A message without what only reassures, or tells of long ago: "ge moet u geen zorgen maken" refuses nothing."""
    text = _BESIDE_IT.sub("", text)
    if leads := _SAYS_THAT.match(text):
        text = text[leads.end() :]
    if "geen" not in text.lower():  # none is without it
        return text
    rest = _ASIDE.sub(lambda found: " " * len(found[0]), text)
    return rest if len(rest.split()) >= _FEWEST else text


@cache
def _reasons() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """What leads a reason in, and how sentences begin that only tell one."""
    told = data("intents")["reasons"]
    return re.compile(rf"(?i)[,\s]+(?:{'|'.join(REASONS)})\s"), tuple(f"{row} " for row in told["sentences"])


@cache
def _lead_ins() -> frozenset[tuple[str, ...]]:
    said = data("manners")
    return frozenset(tuple(row.split()) for row in (*said["lead_ins"], *said["remembers"], *greeting_rows()))


@cache
def _longest_lead_in() -> int:
    return max(map(len, _lead_ins()))


_SO = re.compile(r"(?i)[\s,]+dus\b(?! dat\b)")
_OPEN_END = re.compile(
    r"(?i)[\s,.;]+(?:(?:en|maar|van)\s+)*de\s+rest\s+(?:weet|hoor|kijk|zie|bekijk|volgt|laat\s+ik)\b.*$"
)
_FEW = 3  # words before "dus", and after it


def without_reasons(reading: Reading) -> str | None:
    """The message with what only tells why blanked out; None where it tells no reason."""
    reason, telling = _reasons()
    rest, kept, asked = list(reading.text), 0, False
    for pattern in (_SOURCE, _NOT_NEEDED, _SAYS_THAT, _BECAUSE_FIRST, _SHOULD_THERE_BE, _IF_ALLOWED):
        for beside in pattern.finditer(reading.text):
            rest[slice(*beside.span())] = " " * len(beside[0])
    for clause in _CLAUSES.finditer(reading.text):
        begin, end = clause.span()
        plain = " ".join(word.norm for word in reading.words if word.norm and begin <= word.start < end)
        if kept and plain.startswith(telling) and not _OFFERS.match(f"{plain} "):
            rest[begin:end] = " " * (end - begin)
            continue
        if asked and _OWN_AFFAIRS.match(f"{plain} ") and not seeks(plain):
            rest[begin:end] = " " * (end - begin)
            continue
        asked = asked or clause.group().rstrip().endswith("?")
        kept += 1
        why = reason.search(clause.group())
        if why and begin + why.start():
            rest[begin + why.start() : end] = " " * (len(clause.group()) - why.start())
    row = "".join(rest).rstrip()
    return row if row.rstrip(" ,.") != reading.text.rstrip(" ,.") else None


def without_open_end(reading: Reading) -> str | None:
    """The message without that the rest is not known yet: "ik doe maandag, de rest weet ik nog niet"; None without."""
    found = _OPEN_END.search(reading.text)
    return reading.text[: found.start()] if found and found.start() else None


def conclusion(reading: Reading) -> str | None:
    """The message with what comes before "dus" blanked out, but for its one time where "dus" is followed by none."""
    found = _SO.search(reading.text)
    if (
        found is None
        or len(reading.text[: found.start()].split()) < _FEW
        or len(reading.text[found.end() :].split()) < _FEW
    ):
        return None
    before = [time for time in reading.times if time.span[1] <= found.start()]
    rest = list(" " * found.end() + reading.text[found.end() :])
    if len(before) == 1 and not any(time.span[0] >= found.end() for time in reading.times):
        rest[slice(*before[0].span)] = reading.text[slice(*before[0].span)]
    return "".join(rest)


def without_lead_in(reading: Reading) -> str | None:
    """The message without what comes before the matter: "o ja, voor ik het vergeet, ..."; None where nothing does."""
    place, rows = 0, _lead_ins()
    pieces = [(piece, word.end) for word in reading.words if word.norm for piece in word.norm.split()]
    while True:
        ahead = tuple(piece for piece, _ in pieces[place : place + _longest_lead_in()])
        length = next((n for n in range(len(ahead), 0, -1) if ahead[:n] in rows), 0)
        if not length:
            break
        place += length
    begin = pieces[place - 1][1] if place else 0
    rest = reading.text[begin:].lstrip(" ,.!?:;-\n")
    return rest if begin and rest else None


def without_dismissal(text: str) -> str:
    """A message without the "laat maar" before what its writer will do: "laat maar, ik doe het toch zelf"."""
    match = _DISMISSES.match(text)
    return text[match.end() :] if match else text


def without_sounds(text: str) -> str:
    """A text without the sounds that it begins with: "oh wacht ik kan niet" is "ik kan niet"."""
    return _SOUNDS.sub("", text, count=1).strip()


def hesitates(text: str) -> bool:
    """Whether it begins with a wait: what is left of "o wacht dat is met die ene erbij" is no yes."""
    return "wacht" in text[: len(text) - len(without_sounds(text))].casefold()


_REASON_BEGINS = re.compile(r"(?i)[,\s]+(?:want|omdat|aangezien|doordat)\s")


def explains(reading: Reading) -> bool:
    """Whether a sentence says more of what was said before it: "het gaat om de woensdagen"."""
    return reading.plain[:1] in (("het",), ("dat",))


def before_reason(text: str) -> str:
    """What is said before why: "volgende week kan ik niet" of "..., want dan heb ik de oogarts"; "" where no why is."""
    found = _REASON_BEGINS.search(text)
    return text[: found.start()].strip() if found else ""
