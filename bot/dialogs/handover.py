"""What was written down: the last days for whoever comes next, a search, and all of it as a file."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from bot.dialog import Capability, Values
from bot.messages import Attachment
from bot.papers import log as paper
from bot.papers.log import Note
from bot.saying import Drawing, Say
from bot.turn import Place, Turn
from locales.nl import logs, moments, recalling
from scheduling.care import LogEntry, Shift
from scheduling.people import Member, Role
from scheduling.rights import Action, may

LOOKS_BACK = timedelta(days=7)
FAR_BACK = timedelta(days=366)
LINES = 12
LONGEST = 1800  # letters: half a page
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _entries(turn: Turn, place: Place, start: datetime, end: datetime) -> list[LogEntry]:
    """What this member may read; private lines are for organisers alone."""
    member, circle = place
    found = turn.store.log_between(circle.id, start, end)
    return [entry for entry in found if not entry.private or member.role == Role.ORGANISER]


def _author(turn: Turn, entry: LogEntry) -> str:
    author = None if entry.author is None else turn.store.find(Member, entry.author)
    return author.name if author else turn.word("roster-somebody")


def _lines(turn: Turn, place: Place, entries: list[LogEntry]) -> list[str]:
    """The newest of these notes, as many as half a page holds, in order of time."""
    here = turn.local(place[1])
    lines: list[str] = []
    for entry in reversed(entries[-LINES:]):
        when = moments.near_day(entry.at.astimezone(here.tzinfo).date(), here.date())
        line = f"- {when}, {_author(turn, entry)}: {entry.text}"
        if lines and sum(map(len, lines)) + len(line) > LONGEST:
            break
        lines.insert(0, line)
    return lines


def show_log(turn: Turn, values: Values) -> None:
    """The notes of a week, the newest last."""
    place = turn.place(values, "show_log", action=Action.READ_LOG)
    circle = place[1]
    entries = _entries(turn, place, turn.now - LOOKS_BACK, turn.now + timedelta(minutes=1))
    if not entries:
        turn.say("handover-empty", recipient=circle.recipient)
        return
    lines = _lines(turn, place, entries)
    if len(lines) < len(entries):
        lines.append(turn.word("handover-more", count=len(entries) - len(lines)))
    turn.said.append(Say("\n".join([turn.word("handover-title", recipient=circle.recipient), *lines])))


def search(turn: Turn, values: Values) -> None:
    """ "Zoek in het logboek naar slapen": the notes of a year that speak of it."""
    place = turn.place(values, "search_log", action=Action.READ_LOG)
    circle = place[1]
    words = logs.sought(turn.text)
    if not words and recalling.asks_back(turn.text):
        if not tells(turn, place):
            of_address = recalling.about(turn.text) == recalling.ADDRESS
            turn.say("handover-no-address" if of_address else "handover-not-told", recipient=circle.recipient)
        return
    if not words:
        turn.say("handover-search-what", recipient=circle.recipient)
        return
    first, last = _days(values, turn.local(circle).date(), FAR_BACK)
    start, end = _span(turn, place, first, last)
    found = [entry for entry in _entries(turn, place, start, end) if logs.fits(entry.text, words)]
    about = " ".join(words)
    if not found:
        turn.say("handover-not-found", recipient=circle.recipient, sought=about)
        return
    lines = _lines(turn, place, found)
    title = turn.word("handover-found", recipient=circle.recipient, sought=about, count=len(found))
    if len(lines) < len(found):
        lines.append(turn.word("handover-more", count=len(found) - len(lines)))
    turn.said.append(Say("\n".join([title, *lines])))


def tells(turn: Turn, place: Place) -> bool:
    """Answer a question with what was once told in this circle about all that it names; False where nothing was."""
    member, circle = place
    words = recalling.about(turn.text)
    if not words or not may(member, Action.READ_LOG, circle):
        return False
    noted = _entries(turn, place, turn.now - FAR_BACK, turn.now + timedelta(minutes=1))
    lines = _lines(turn, place, [entry for entry in noted if recalling.answers(entry.text, words)])
    if may(member, Action.EXPORT, circle):  # these stand on the page for the fridge
        numbers = [f"{one.label}: {one.number}" for one in turn.store.contacts_of(circle.id)]
        lines += [f"- {line}" for line in numbers if recalling.answers(line, words)]
    if lines:
        turn.said.append(Say("\n".join([turn.word("handover-told", recipient=circle.recipient), *lines])))
    return bool(lines)


def tells_any(turn: Turn, place: Place, words: tuple[str, ...]) -> bool:
    """Answer with what was once told in this circle about one of these words; False where nothing was."""
    member, circle = place
    if not may(member, Action.READ_LOG, circle):
        return False
    noted = _entries(turn, place, turn.now - FAR_BACK, turn.now + timedelta(minutes=1))
    found = [entry for entry in noted if any(recalling.answers(entry.text, (word,)) for word in words)]
    if found:
        lines = _lines(turn, place, found)
        turn.said.append(Say("\n".join([turn.word("handover-told", recipient=circle.recipient), *lines])))
    return bool(found)


def take_along(turn: Turn, values: Values) -> None:
    """ "Exporteer het logboek": as a sheet, or on paper."""
    place = turn.place(values, "export_log", action=Action.READ_LOG)
    circle = place[1]
    here = turn.local(circle)
    first, last = _days(values, here.date(), FAR_BACK)
    entries = _entries(turn, place, *_span(turn, place, first, last))
    if not entries:
        turn.say("handover-nothing-to-take", recipient=circle.recipient, period=moments.days(first, last))
        return
    first = max(first, entries[0].at.astimezone(here.tzinfo).date())
    notes = [_note(turn, entry, here) for entry in entries]
    period = moments.days(first, last)
    title = turn.word("handover-file-title", recipient=circle.recipient)
    file: Attachment | Drawing
    if values.get("format") == "pdf":
        file = Drawing(turn.word("handover-file-pdf"), "log", paper.page(title, period, notes, here, turn.words))
    else:
        file = Attachment(turn.word("handover-file-xlsx"), SHEET, paper.excel(title, notes, turn.words))
    other = "xlsx" if values.get("format") == "pdf" else "pdf"
    days = {"start": first.isoformat(), "end": (last + timedelta(days=1)).isoformat()}
    options = (turn.option(f"button-log-{other}", "export_log", circle=circle.id, format=other, **days),)
    turn.say("handover-file", options, once=False, attachments=(file,), recipient=circle.recipient,
             count=len(notes), period=period)  # fmt: skip


def _note(turn: Turn, entry: LogEntry, here: datetime) -> Note:
    shift = None if entry.shift is None else turn.store.find(Shift, entry.shift)
    what = "" if shift is None else shift.what
    return Note(entry.at.astimezone(here.tzinfo), _author(turn, entry), what, entry.text)


def _days(values: Values, today: date, back: timedelta) -> tuple[date, date]:
    """The first and last day: what was said, looking back; else so far back until today."""
    said = values.get("start")
    said = str(said[0] if isinstance(said, list) and said else said or "")
    if len(said) < 10:
        return today - back, today
    first = last = date.fromisoformat(said[:10])
    end = values.get("end")
    if isinstance(end, str) and len(end) >= 10:
        last = date.fromisoformat(end[:10]) - timedelta(days=1)
    while first > today:
        first, last = first - relativedelta(years=1), last - relativedelta(years=1)
    return first, max(first, min(last, today))


def _span(turn: Turn, place: Place, first: date, last: date) -> tuple[datetime, datetime]:
    zone = turn.local(place[1]).tzinfo
    start, end = datetime.combine(first, time(), zone), datetime.combine(last + timedelta(days=1), time(), zone)
    return start.astimezone(UTC), end.astimezone(UTC)


CAPABILITY = Capability("handover", {"show_log": show_log, "search_log": search, "export_log": take_along})
