"""Days with an article: "de 15e", "het weekend", "de week van 30 november", "de volgende dag"."""

from __future__ import annotations

from locales.nl.grammar import dates, days, daysoff, ordinals
from locales.nl.grammar.form import Day, Moment, Reading
from locales.nl.grammar.words import COUNTED


def definite(r: Reading, i: int, m: Moment) -> days.Found | None:
    """With an article: "de 15e", "het weekend", "de week van 30 november", "de volgende dag"."""
    j = i + 1
    token = r.at(j)
    if (
        token.word in ("volgende", "komende", "eerstvolgende")
        or "shift" in token.means
        or token.word in ("week", "rest", "maand", "dag", "hele", "gehele")
    ):
        found = days.day(r, j, m)
        if found:
            return found
        return None
    if (
        token.word in days.FIRST_DAYS
        or token.means.get("unit") == "weekend"
        or "season" in token.means
        or token.word in daysoff.SCHOOL
        or token.word == "jaar"
    ):
        return days.day(r, j, m)
    if token.word in daysoff.FIRST_WORDS and (feast := daysoff.feast(r, j)):
        return feast
    if token.word == "op" and r.words(j + 2, "na", "laatste"):
        return ordinals.nth(r, j + 1)
    if token.word in ("laatste", "voorlaatste") or "ordinal" in token.means:
        found = ordinals.nth(r, j)
        if found:
            return found
    if token.word == "maand" and "month" in r.at(j + 1).means:
        return dates.month(r, j + 1, sure=True)
    number = dates.number_at(r, j, 1, 31)
    if number is None or r.word(i) == "het":
        return None
    dated = dates.dated(r, j, number)
    if dated:
        return dated
    after = r.at(j + 1)
    if token.kind == "ordinal":
        k = j + 1
        return (
            (Day(day=number), k)
            if after.word not in days.ORDINAL_NOUNS and "weekday" not in after.means and "unit" not in after.means
            else None
        )
    hours_follow = (
        after.word in ("van", "tussen", "om", "vanaf")
        and (r.at(j + 2).kind == "clock" or "number" in r.at(j + 2).means)
        and token.word.isdigit()
    )
    if hours_follow:
        return Day(day=number), j + 1
    share = r.word(i - 1) == "op" and "number" in r.at(i - 2).means  # "1 op de 3"
    led = (not share and r.word(i - 1) in ("op", "vanaf", "tot", "t/m", "sinds", "voor", "na")) or (
        i == 0 and after.kind == "end"
    )
    closed = after.kind in ("end", "stop", "mark", "clock") or after.word in (
        "van",
        "om",
        "tot",
        "tussen",
        "vanaf",
        "terug",
        "kan",
        "ga",
        "kom",
        "ben",
        "en",
        "heb",
        "moet",
        "is",
        "zijn",
        "rond",
        "voor",
        "na",
        "weg",
        "t/m",
    )
    ranged = after.word in ("t/m", "tem", "tm", "tot") and _another_day(r, j + 2)
    if "ordinal" in token.means:
        if ranged and (r.word(i - 1) in ("van", "vanaf") or i == 0):
            return Day(day=number), j + 1  # "van de vijfde tot de negende mei"
        timed = after.word in ("om", "rond") or after.kind == "clock" or after.word in ("'s", "s")
        counts = after.word in days.ORDINAL_NOUNS or {"weekday", "unit", "part", "season"} & after.means.keys()
        last = r.word(i - 1) in ("t/m", "tem", "tm", "met") and number > 3  # "van de tiende t/m de veertiende"
        late = (number >= 20 or (r.word(i - 1) == "op" and number > 9)) and not counts  # "de eenentwintigste kan ik"
        return (Day(day=number), j + 1) if (led and closed) or timed or (last and not counts) or late else None
    return (Day(day=number), j + 1) if led and closed and after.word not in COUNTED and token.word.isdigit() else None


def _another_day(r: Reading, j: int) -> bool:
    """Whether the last day of a range stands at `j`: "(tot) de negende", "(tot) en met de 9e"."""
    while r.word(j) in ("en", "met", "de", "den", "aan"):
        j += 1
    return "ordinal" in r.at(j).means or ("number" in r.at(j).means and "month" in r.at(j + 1).means)
