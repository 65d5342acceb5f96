"""Ways to say and do the same: each takes what somebody writes, and returns it as another would have written it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from bot.play import Line
from tests.metamorphic import Change, Conversation, Trial

Wording = Callable[[str, Random], str]

# How a message is dressed.

DRESSED: dict[str, Callable[[str], str]] = {
    "no capitals": str.lower,
    "capitals alone": str.upper,
    "a greeting": lambda text: f"hoi, {text[:1].lower()}{text[1:]}",
    "a greeting to all": lambda text: f"Goedemorgen allemaal! {text}",
    "leave and a name": lambda text: f"{text} groetjes Toos",
    "a letter": lambda text: f"{text}\nMet vriendelijke groet,\nToos van Dam",
    "a kiss and emoji": lambda text: f"{text} xx 😘🌷",
    "dots": lambda text: f"{text.rstrip('.')}...",
    "please": lambda text: f"{text.rstrip('.')} aub",
    "softened": lambda text: f"{text.rstrip('.')} hoor!",
    "double spaces": lambda text: f" {text.replace(' ', '  ')}\t",
}

# How a thumb, a keyboard or a voice writes it.

_NEAR = {
    **{"a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk"},
    **{"k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "r": "et", "s": "ad", "t": "ry", "u": "yi"},
    **{"v": "cb", "w": "qe", "y": "tu", "z": "x"},
}
_LONG_WORD = re.compile(r"\b[a-z]{5,}\b")


def a_slip(text: str, random: Random) -> str:
    words = list(_LONG_WORD.finditer(text))
    if not words:
        return text
    found = random.choice(words)
    word, at = found[0], random.randrange(1, len(found[0]) - 1)
    slipped = random.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + random.choice(_NEAR.get(word[at], word[at])) + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        ]
    )
    return text[: found.start()] + slipped + text[found.end() :]


def capital_after_each_dot(text: str, random: Random) -> str:
    text = re.sub(r"(^|[.!?:] +)([a-z])", lambda found: found[1] + found[2].upper(), text)
    return re.sub(r"([.!?,])(?= )", r"\1 ", text)


def spaces_before_signs(text: str, random: Random) -> str:
    return re.sub(r"(?<=[^\W\d])([?!,])(?= |$)", r" \1", text)


def no_space_after_a_comma(text: str, random: Random) -> str:
    return re.sub(r"(?<=[^\W\d]), (?=[^\W\d])", ",", text)


def no_question_mark(text: str, random: Random) -> str:
    return text.replace("?", "")


def a_question_mark(text: str, random: Random) -> str:
    return text if text[-1:] in "?!" or not _ASKS.search(text) else text.rstrip(".") + "?"


_ASKS = re.compile(r"^(?:kan|kun|wie|wil|zou|mag|wat|wanneer|waar|hoe|komt|zijn|is) ", re.I)
_COMPOUND = re.compile(
    r"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|bood|huis|zieken|steun|tand|oog|uit|over|wandel|"
    r"zorg|verjaar|mantel|avond|week|wasmachine|buur|klein|schoon|zwem|door|thuis)"
    r"(ochtend|middag|avond|nacht|schappen|arts|huis|kousen|nodigen|laten|nemen|ing|stoel|kring|dag|zorger|eten|einde|"
    r"vrouw|man|zoon|dochter|moeder|zus|geven)\b",
    re.I,
)


def a_word_split(text: str, random: Random) -> str:
    return _COMPOUND.sub(r"\1 \2", text)


_APART = re.compile(
    r"\b((?:maan|dins|woens|donder|vrij|zater|zon)dag|morgen) "
    r"(ochtend|middag|avond|nacht)\b",
    re.I,
)


def two_words_joined(text: str, random: Random) -> str:
    return _APART.sub(r"\1\2", text)


_SMALL = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    *("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig", "eenentwintig"),
    *("tweeëntwintig", "drieëntwintig", "vierentwintig", "vijfentwintig", "zesentwintig", "zevenentwintig"),
    *("achtentwintig", "negenentwintig", "dertig", "eenendertig"),
)
_QUARTERS = {"00": "{hour} uur", "15": "kwart over {hour}", "30": "half {next}", "45": "kwart voor {next}"}


def _spoken_clock(found: re.Match[str]) -> str:
    hour = int(found[1])
    if found[2] not in _QUARTERS or hour > 23:
        return found[0]
    if found[2] == "00":
        return f"{_SMALL[hour]} uur"
    return f"{_SMALL[hour]} uur {_SMALL[int(found[2])] if int(found[2]) <= 31 else 'vijfenveertig'}"


def dictated(text: str, random: Random) -> str:
    """No signs and no digits, as a telephone writes what it hears."""
    if re.search(r"\d[-/\d]{4,}|\d{3,}|https?:|@", text):
        return text
    text = re.sub(r"\b(\d\d?)[:.](\d\d)(?: uur)?\b", _spoken_clock, text)
    text = re.sub(r"(?<![\d:.-])\b(\d\d?)\b(?![\d:.-]\d)", lambda found: _number(found[1]), text)
    return re.sub(r" {2,}", " ", re.sub(r"[.,!?;:]+(?=\s|$)|[()\"]| - ", " ", text)).strip()


def _number(digits: str) -> str:
    return _SMALL[int(digits)] if int(digits) < len(_SMALL) else digits


# The same clocks and days, written otherwise.


def a_dot_in_clocks(text: str, random: Random) -> str:
    return re.sub(r"\b(\d\d?):(\d\d)\b", r"\1.\2", text)


def a_u_in_clocks(text: str, random: Random) -> str:
    return re.sub(r"\b(\d\d?):(\d\d)\b", lambda found: f"{int(found[1])}u{found[2].replace('00', '')}", text)


def bare_hours(text: str, random: Random) -> str:
    return re.sub(r"\b0?(\d\d?):00\b(?! uur)", r"\1 uur", text)


_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"),
    *("november", "december"),
)
_A_DATE = re.compile(rf"\b(\d\d?) ({'|'.join(_MONTHS)})\b")


def short_weekdays(text: str, random: Random) -> str:
    return re.sub(rf"\b({'|'.join(_WEEKDAYS)})\b", lambda found: found[1][:2], text)


def dates_in_digits(text: str, random: Random) -> str:
    return _A_DATE.sub(lambda found: f"{found[1]}-{_MONTHS.index(found[2]) + 1}", text)


def ordinal_dates(text: str, random: Random) -> str:
    return _A_DATE.sub(lambda found: f"{found[1]}e {found[2]}", text)


def short_months(text: str, random: Random) -> str:
    return _A_DATE.sub(lambda found: f"{found[1]} {'mrt' if found[2] == 'maart' else found[2][:3]}", text)


# The same words in another mouth.


def _in_words(text: str, words: dict[str, str]) -> str:
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b", re.I)

    def other(found: re.Match[str]) -> str:
        said = words[found[0].lower()]
        return said[:1].upper() + said[1:] if found[0][:1].isupper() else said

    return pattern.sub(other, text)


_U = {
    **{"kun je": "kunt u", "kan je": "kunt u", "wil je": "wilt u", "heb je": "hebt u", "weet je": "weet u"},
    **{"bewaar je": "bewaart u", "doe je": "doet u", "vraag je": "vraagt u", "je": "u", "jij": "u", "jou": "u"},
    **{"jouw": "uw", "kun jij": "kunt u", "wil jij": "wilt u"},
}
_FLEMISH = {
    **{"kun je": "kunde", "kan je": "kunde", "wil je": "wilde", "jij": "gij", "heb je": "hebde"},
    **{"middag": "namiddag", "vanmiddag": "vannamiddag", "boodschappen": "commissies", "mama": "ons mama"},
    **{"dinsdagmiddag": "dinsdagnamiddag", "zondagmiddag": "zondagnamiddag", "woensdagmiddag": "woensdagnamiddag"},
    **{"even": "efkes", "niet": "nie", "een": "ne", "leuk": "plezant", "dokter": "den dokter", "ja": "joa"},
}


def with_u(text: str, random: Random) -> str:
    return _in_words(text, _U)


def flemish(text: str, random: Random) -> str:
    return _in_words(text, {key: said for key, said in _FLEMISH.items() if key not in ("niet", "een", "ja")})


def broad(text: str, random: Random) -> str:
    return _in_words(text, {"niet": "nie", "even": "effe", "dat": "da", "mijn": "m'n", "haar": "d'r", "het": "'t"})


def in_haste(text: str, random: Random) -> str:
    return _in_words(text, {"even": "ff", "misschien": "mss", "iemand": "iem", "niet": "nt", "morgen": "mrgn"})


def filled(text: str, random: Random) -> str:
    return f"uhm {text[:1].lower()}{text[1:]}"


def beginning_with_oh(text: str, random: Random) -> str:
    return f"Oh ja, {text[:1].lower()}{text[1:]}"


def thinking_it(text: str, random: Random) -> str:
    return f"even kijken, {text[:1].lower()}{text[1:]}"


def no_accents(text: str, random: Random) -> str:
    return text.translate(str.maketrans("éèëêïöüáà", "eeeeiouaa"))


def _long(change: Callable[[str], str]) -> Wording:
    return lambda text, random: change(text) if len(text.split()) > 2 else text


WORDINGS: dict[str, Wording] = {
    **{name: _long(change) for name, change in DRESSED.items()},
    "a slip": a_slip,
    "a capital after each dot": capital_after_each_dot,
    "spaces before signs": spaces_before_signs,
    "no space after a comma": no_space_after_a_comma,
    "no question mark": no_question_mark,
    "a question mark": a_question_mark,
    "a word split": a_word_split,
    "two words joined": two_words_joined,
    "dictated": dictated,
    "a dot in clocks": a_dot_in_clocks,
    "a u in clocks": a_u_in_clocks,
    "bare hours": bare_hours,
    "short weekdays": short_weekdays,
    "dates in digits": dates_in_digits,
    "ordinal dates": ordinal_dates,
    "short months": short_months,
    "with u": with_u,
    "flemish": flemish,
    "broad": broad,
    "in haste": in_haste,
    "filled": filled,
    "beginning with oh": beginning_with_oh,
    "thinking it": thinking_it,
    "no accents": no_accents,
}


def is_text(line: Line) -> bool:
    """Whether somebody writes words here: no tap, no command, no code alone."""
    return line.kind == "say" and not line.text.startswith(("[", "{", "/")) and any(s.isalpha() for s in line.text)


def worded(wording: Wording) -> Change:
    """A change of what one message says."""

    def change(conversation: Conversation, place: int, random: Random) -> Trial | None:
        line = conversation.lines[place]
        if not is_text(line) or line.group:
            return None
        if "{" in line.text:  # a code stays as it was given
            return None
        text = wording(line.text, random)
        return Trial((replace(line, text=text),)) if text != line.text else None

    return change


# What else can be done otherwise.

_SAID_FOR = {
    "Ja": ("ja hoor", "jawel", "ja graag", "jazeker", "prima", "ok", "👍", "is goed", "doe maar", "JA", "yes", "klopt"),
    "Nee": ("nee hoor", "neen", "nee dank je", "liever niet", "nee, toch niet", "👎", "NEE", "nope"),
    "Ik doe het": ("ik doe het wel", "doe ik", "ik wel", "dat doe ik", "zet mij er maar op", "ik neem hem", "1"),
    "Lukt niet": ("lukt me niet", "dat lukt niet", "sorry, dat lukt me niet", "ik kan niet", "helaas niet"),
    "Ik ga": ("ik ga", "ja ik ga", "ik kom", "komt goed", "ja hoor", "ok"),
    "Gedaan": ("gedaan", "is gedaan", "het is gelukt", "gelukt", "ja gelukt", "klaar", "alles goed gegaan"),
    "Niet gelukt": ("niet gelukt", "het is niet gelukt", "helaas niet gelukt", "nee", "nee, niet gelukt"),
    "Hoeft niet": ("hoeft niet", "nee hoor hoeft niet", "nee", "dat hoeft niet", "laat maar"),
    "Nee, hoor": ("nee hoor", "nee", "niks bijzonders", "geen bijzonderheden", "nee hoor"),
    "Ongedaan maken": ("ongedaan maken", "maak maar ongedaan", "undo", "draai maar terug"),
    "Kring maken": ("kring maken", "ik wil een kring maken", "maak een kring", "een kring maken graag"),
    "Uitnodigen": ("uitnodigen", "mensen uitnodigen", "ik wil iemand uitnodigen"),
    "Wat staat er open?": ("wat staat er open", "wat is er nog open?", "wat staat er nog open"),
    "Rooster": ("rooster", "laat het rooster zien", "het rooster graag"),
    "Plannen": ("plannen", "iets plannen", "ik wil iets plannen"),
    "Vraag me later": ("vraag me later", "later", "straks", "weet ik nog niet"),
}


def a_tap_typed(conversation: Conversation, place: int, random: Random) -> Trial | None:
    """The label of a button, typed in small letters without its signs."""
    line = conversation.lines[place]
    label = line.text[1:-1]
    if line.group or not line.text.startswith("[") or label not in conversation.labels(line.name):
        return None
    return Trial((replace(line, text=re.sub(r"[?!.]", "", label).lower()),))


def a_tap_in_other_words(conversation: Conversation, place: int, random: Random) -> Trial | None:
    line = conversation.lines[place]
    label = line.text[1:-1]
    if line.group or label not in _SAID_FOR or label not in conversation.labels(line.name):
        return None
    return Trial((replace(line, text=random.choice(_SAID_FOR[label])),))


def a_tap_by_number(conversation: Conversation, place: int, random: Random) -> Trial | None:
    line = conversation.lines[place]
    labels = conversation.labels(line.name)
    label = line.text[1:-1]
    if line.group or not line.text.startswith("[") or labels.count(label) != 1 or len(labels) < 2:
        return None
    return Trial((replace(line, text=str(labels.index(label) + 1)),))


def a_word_tapped(conversation: Conversation, place: int, random: Random) -> Trial | None:
    """What was typed stands on a button, which is tapped."""
    line = conversation.lines[place]
    said = line.text.strip(" .!?").lower()
    label = next((one for one in conversation.labels(line.name) if one.strip(" .!?").lower() == said), None)
    return Trial((replace(line, text=f"[{label}]"),)) if label and not line.group else None


def delivered_twice(conversation: Conversation, place: int, random: Random) -> Trial | None:
    return Trial((conversation.lines[place],), twice=True)


def after(*said: str) -> Change:
    """Somebody says something else first."""

    def change(conversation: Conversation, place: int, random: Random) -> Trial | None:
        line = conversation.lines[place]
        met = line.name in {one.name for one in conversation.lines[:place] if one.kind == "say"}
        if line.group or not met:
            return None
        return Trial((replace(line, text=random.choice(said)), line), beside=1)

    return change


def said_again(conversation: Conversation, place: int, random: Random) -> Trial | None:
    """Between two messages of one person, the first is said once more."""
    line = conversation.lines[place]
    following = conversation.lines[place + 1] if place + 1 < len(conversation.lines) else None
    if following is None or following.name != line.name or line.group or following.group or not is_text(line):
        return None
    return Trial((line, line, following), beside=2, instead_of=2)


DOINGS: dict[str, Change] = {
    "a tap typed": a_tap_typed,
    "a tap in other words": a_tap_in_other_words,
    "a tap by number": a_tap_by_number,
    "a word tapped": a_word_tapped,
    "delivered twice": delivered_twice,
    "after 'wacht even'": after("wacht even", "momentje", "ogenblikje hoor", "even wachten"),
    "after small talk": after("lekker weer vandaag", "hoe gaat het met je?", "poeh wat een dag", "😊", "haha"),
    "after help": after("help", "wat kun je allemaal?", "hoe werkt dit?"),
    "after thanks": after("dank je wel", "bedankt!", "dankjewel hoor"),
    "after a look": after("wat staat er open?", "rooster", "wie doet er mee?"),
    "said again": said_again,
}
CHANGES: dict[str, Change] = {**{name: worded(wording) for name, wording in WORDINGS.items()}, **DOINGS}
