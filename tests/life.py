"""Two circles that share Piet, as a state machine: people say and tap whatever they like, or what they mean to do."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import ClassVar, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from bot.messages import Inbound, Kind, Reply
from bot.nightly import night
from bot.play import fresh_store
from bot.proposing import begin_job, finish_job
from scheduling.care import FIRM, HOLDS, RESPONSIBLE, Assignment, Part, Series, Shift, ShiftState, Staffed
from scheduling.claims import claim
from scheduling.clashes import clashes
from scheduling.people import Circle, CircleState, Member
from scheduling.reminders import CHECKOUT, REMINDER, reminder_times
from scheduling.roster import divide
from storage.base import Base
from storage.tables import assignments, changes, shifts
from storage.turns import Change
from tests.held import differs, held
from tests.talking import MONDAY, Cast

T = TypeVar("T")
PEOPLE = ("Anna", "Piet", "Fatima", "Riet", "Karin")
IN_CIRCLE = {"Nel": ("Anna", "Piet", "Fatima"), "Bep": ("Riet", "Piet", "Karin")}
CIRCLES = (1, 2)
NAMES_IN = dict(zip(CIRCLES, IN_CIRCLE.values(), strict=True))
ORGANISERS = {circle: names[0] for circle, names in NAMES_IN.items()}
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
STANDS = (("koffie", 30), ("huisarts", 52), ("warm eten", 79), ("de hond", 100), ("boodschappen", 123))
TASKS = ("koffie", "huisarts", "boodschappen", "warm eten", "nachtwacht", "de hond")
DAYS = ("morgen", "donderdag", "volgende week dinsdag", "elke maandag", "om de dag", "vandaag", "gisteren")
CLOCK_CHANGES = (datetime(2025, 3, 28, 9, tzinfo=UTC), datetime(2025, 10, 24, 8, tzinfo=UTC))  # days before
TIMES = ("22:30", "zondag 02:30", "half tien", "morgen")
HOURS = ("om half drie", "om 9 uur", "van 9 tot 12", "om 22:00", "'s ochtends", "")
REFUSED = ("voorbij", "Dat kan alleen", "iets aan veranderd", "niets om terug", "intussen")  # why it stays as it is
PHRASES = st.one_of(
    st.builds("plan {} {} {}".format, st.sampled_from(DAYS), st.sampled_from(HOURS), st.sampled_from(TASKS)),
    st.builds("ik doe {} {}".format, st.sampled_from(DAYS), st.sampled_from(TASKS)),
    st.builds("ik kan {} niet {}".format, st.sampled_from(DAYS), st.sampled_from((*TASKS, ""))),
    st.builds("zeg {} af".format, st.sampled_from(TASKS)),
    st.builds("zet {} een uur later".format, st.sampled_from(TASKS)),
    st.builds("{} doet {}".format, st.sampled_from(PEOPLE), st.sampled_from(TASKS)),
    st.builds("{} {} {}, {} doet het".format, *map(st.sampled_from, (DAYS, HOURS, TASKS, PEOPLE))),
    st.builds("ik ben {} weg".format, st.sampled_from(DAYS)),
    st.builds("{}, zullen we ruilen?".format, st.sampled_from(PEOPLE)),
    st.builds("zet {} naar {}".format, st.sampled_from(TASKS), st.sampled_from(TIMES)),
    st.sampled_from(
        (
            "ja", "nee", "1", "2", "de derde", "stop", "terug", "ongedaan", "help", "rooster", "mijn beurten",
            "wat staat er open?", "wie komt er vanavond?", "wie komt er morgen?", "stuur het rooster", "instellingen",
            "niet na negenen appen", "zeg maar u", "ik trek het niet meer", "ruilen", "kun jij het overnemen?",
            "ben 3 t/m 10 augustus weg", "ik kan nooit op dinsdag", "uitnodigen", "vraag het rond",
            "nee wacht, woensdag",
            "heb ik al gedaan", "ben tien minuten later", "plan", "wat weet je van mij?", "wie doet wat?", "dank je",
            "noteer: slecht geslapen", "🙂", "", "...", "/start", "/nietbestaand", "bel 112",
        )
    ),
)  # fmt: skip

WISHES = st.one_of(
    st.builds("{} {} {}".format, *map(st.sampled_from, (DAYS, HOURS, TASKS))),
    st.builds("{} om {} uur {}, met zijn tweeën".format, *map(st.sampled_from, (DAYS, ("9", "14", "20"), TASKS))),
    st.builds("elke dag om 8 uur en {} {}".format, st.sampled_from(("13 uur", "half 7")), st.sampled_from(TASKS)),
    st.builds("{} doet altijd de {}".format, st.sampled_from(PEOPLE), st.sampled_from(TASKS)),
    st.builds("{} is {} ziek".format, st.sampled_from(PEOPLE), st.sampled_from(DAYS)),
    st.builds("{}, wil je {} de {} van mij overnemen?".format, *map(st.sampled_from, (PEOPLE, DAYS, TASKS))),
    st.builds("ik wil mijn {} ruilen met {}".format, st.sampled_from(TASKS), st.sampled_from(PEOPLE)),
    st.builds("sla {} over van {} april".format, st.sampled_from((*TASKS, "alles")), st.sampled_from(("3 tot 9",))),
    st.builds("de {} stopt".format, st.sampled_from(TASKS)),
    st.builds("alle {} een half uur eerder".format, st.sampled_from(TASKS)),
    st.sampled_from(
        (
            "mama ligt in het ziekenhuis", "mama is weer thuis", "verdeel de week", "ik doe alles van deze week",
            "ik heb een auto", "liever geen nachten", "ik kan deze week niet", "ik kan niet meer op vrijdag",
            "nachten tellen dubbel", "Buurman Jan doet ook mee", "Fatima mag ook regelen", "haal Karin uit de kring",
            "stuur mij geen weekbericht meer", "herinner mij een uur van tevoren", "ik wil uit de kring",
        )
    ),
)  # fmt: skip


def counted(cast: Cast) -> dict[int, tuple[object, ...]]:
    """Every planned shift: when it is, and who has what part in it."""
    with cast.database.reading() as store:
        found: dict[int, tuple[object, ...]] = {}
        for shift in _everything(store, Shift):
            parts = [
                (a.member, a.part)
                for a in _everything(store, Assignment)
                if a.shift == shift.id and a.part not in (Part.RELEASED, Part.TAKEN_OVER)
            ]
            if shift.state == ShiftState.PLANNED:
                found[shift.id] = (shift.start, shift.end, shift.what, sorted(parts))
        return found


async def _in_thread(work: Callable[[], T]) -> T:
    return work()


def _everything(store: Base, kind: type) -> list:  # type: ignore[type-arg]
    return store._all(kind, select({Shift: shifts, Assignment: assignments}[kind]))


class Life(RuleBasedStateMachine):
    """Two circles that share Piet, and days that go by."""

    happened: ClassVar[Counter[str]] = Counter()  # how often somebody changed what, over all examples
    taken_back: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.cast = Cast(fresh_store())

    @initialize(start=st.sampled_from((MONDAY, *CLOCK_CHANGES)))
    def people(self, start: datetime) -> None:
        self.cast.now = start
        self.planned: set[int] = set()
        for recipient, names in IN_CIRCLE.items():
            circle = self.cast.circle(*names, recipient=recipient)
            for place, (what, hours) in enumerate(STANDS):
                shift = self.cast.planned(circle, what, hours=hours, people_needed=1 + (place == 3))
                with self.cast.database.writing() as store:
                    if place < len(names) + 1 and recipient == "Nel":
                        member = store.member_in(circle.id, self.cast.persons[names[place % len(names)]])
                        assert member
                        claim(store, shift.id, member, self.cast.now)

    def teardown(self) -> None:
        self.cast.database.close()

    def answered(self, name: str, replies: list[Reply]) -> None:
        assert replies, f"{name} hears nothing"
        for reply in replies:
            assert reply.text.strip()
            assert len(reply.choices) <= 10
            assert all(0 < len(choice.label) <= 20 for choice in reply.choices), reply.choices

    def done(self, name: str, do: Inbound, back: bool) -> None:
        """A step of this person, which is always answered; where it changed something, undoing restores all of it."""
        before, known = held(self.cast), self.changes(name)
        self.answered(name, self.cast.handles(do))
        fresh = [change for id, change in self.changes(name).items() if id not in known]
        self.happened.update(change.what for change in fresh)
        if not back or not fresh:
            return
        event(f"takes back: {fresh[0].what}")
        replies = self.cast.says(name, "ongedaan")
        self.answered(name, replies)
        if self.changes(name)[fresh[0].id].undone_at is None:  # it could not be, and was said
            assert any(word in replies[0].text for word in REFUSED), (fresh[0].what, replies)
            event(f"cannot take back: {fresh[0].what}")
        else:
            left = differs(before, held(self.cast))
            assert not left, (fresh[0].what, left)
            self.taken_back[fresh[0].what] += 1

    def changes(self, name: str) -> dict[int, Change]:
        if name not in self.cast.persons:
            return {}
        with self.cast.database.reading() as store:
            of_them = changes.c.person == self.cast.persons[name]
            return {change.id: change for change in store._all(Change, select(changes).where(of_them))}

    def goes_on(self, name: str, text: str, taps: list[int], back: bool) -> None:
        """Says it, and taps these buttons of what is answered, one after the other."""
        self.done(name, self.cast.inbound(name, text), back)
        for place in taps:
            last = next((one.reply.choices for one in reversed(self.cast.post.given) if one.chat == name), ())
            if last:
                choice = last[place % len(last)]
                self.done(name, self.cast.inbound(name, kind=Kind.TAP, choice=choice.id), back)

    def ahead(self, circle: int) -> list[Staffed]:
        """What is planned there in the days to come, by time."""
        with self.cast.database.reading() as store:
            every = store.roster_between(circle, self.cast.now, self.cast.now + timedelta(days=21))
            return [one for one in every if one.shift.start > self.cast.now]

    def of(self, circle: int, name: str) -> list[Staffed]:
        """What is somebody's there."""
        with self.cast.database.reading() as store:
            own = store.member_in(circle, self.cast.persons[name])
        return [one for one in self.ahead(circle) if own and any(a.member == own.id for a in one.responsible)]

    def when(self, one: Staffed) -> str:
        """ "12 maart"."""
        day = one.shift.start.astimezone(ZoneInfo("Europe/Amsterdam"))
        return f"{day.day} {MONTHS[day.month - 1]}"

    # What they mean to do.

    @rule(
        circle=st.sampled_from(CIRCLES), days=st.integers(1, 12), hour=st.integers(8, 21), what=st.sampled_from(TASKS),
        how=st.sampled_from(("", "", "", "elke dag ", "met zijn tweeën ")), taps=st.sampled_from(([0], [0, 1], [0, 0])),
        back=st.booleans(),
    )  # fmt: skip
    def plans(self, circle: int, days: int, hour: int, what: str, how: str, taps: list[int], back: bool) -> None:
        day = self.cast.now.astimezone(ZoneInfo("Europe/Amsterdam")) + timedelta(days=days)
        moment = f"{how}vanaf" if "elke" in how else how
        text = f"{moment} {day.day} {MONTHS[day.month - 1]} om {hour}:00 {what}".strip()
        self.goes_on(ORGANISERS[circle], text, taps, back)

    @rule(circle=st.sampled_from(CIRCLES), who=st.integers(0, 2), which=st.integers(0, 9), back=st.booleans())
    def claims(self, circle: int, who: int, which: int, back: bool) -> None:
        name, there = NAMES_IN[circle][who], [one for one in self.ahead(circle) if one.places_open]
        if there:
            one = there[which % len(there)]
            self.goes_on(name, f"ik doe {self.when(one)} {one.shift.what}", [], back)

    @rule(
        circle=st.sampled_from(CIRCLES), who=st.integers(0, 2), which=st.integers(0, 9),
        how=st.sampled_from(("ik kan {} toch niet {}", "ik ben {} weg", "ik kan {} niet bij de {} zijn")),
        taps=st.lists(st.integers(0, 4), max_size=2), back=st.booleans(),
    )  # fmt: skip
    def cannot(self, circle: int, who: int, which: int, how: str, taps: list[int], back: bool) -> None:
        name = NAMES_IN[circle][who]
        if own := self.of(circle, name):
            one = own[which % len(own)]
            self.goes_on(name, how.format(self.when(one), one.shift.what), taps, back)

    @rule(
        circle=st.sampled_from(CIRCLES), pair=st.sampled_from(((0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0))),
        which=st.integers(0, 9), both=st.booleans(), taps=st.lists(st.integers(0, 2), min_size=1, max_size=2),
        answer=st.sampled_from(("Is goed", "Is goed", "Lukt niet")), back=st.booleans(),
    )  # fmt: skip
    def swaps(
        self, circle: int, pair: tuple[int, int], which: int, both: bool, taps: list[int], answer: str, back: bool
    ) -> None:
        name, other = (NAMES_IN[circle][place] for place in pair)
        if not (own := self.of(circle, name)):
            return
        one = own[which % len(own)]
        wish = f"ik wil mijn {one.shift.what} van {self.when(one)} ruilen met {other}"
        plain = f"{other}, wil je {self.when(one)} de {one.shift.what} van mij overnemen?"
        self.goes_on(name, wish if both else plain, taps if both else [], False)
        self.cast.tick()
        asked = (c for o in reversed(self.cast.post.given) if o.chat == other for c in o.reply.choices)
        if choice := next((choice for choice in asked if choice.label == answer), None):
            mine = self.parts_of(other)
            self.done(other, self.cast.inbound(other, kind=Kind.TAP, choice=choice.id), back)
            assert answer != "Lukt niet" or back or self.parts_of(other) <= mine, other

    @rule(
        circle=st.sampled_from(CIRCLES), which=st.integers(0, 9),
        how=st.sampled_from(("zet {what} van {day} een uur later", "{what} van {day} gaat niet door",
                             "verzet {what} van {day} naar de dag erna", "{other} doet altijd de {what}",
                             "{other} doet {day} de {what}", "voor {what} van {day} zijn toch 2 mensen nodig")),
        other=st.integers(0, 2), taps=st.lists(st.integers(0, 2), min_size=1, max_size=2), back=st.booleans(),
    )  # fmt: skip
    def changes_what_stands(self, circle: int, which: int, how: str, other: int, taps: list[int], back: bool) -> None:
        if there := self.ahead(circle):
            one = there[which % len(there)]
            text = how.format(what=one.shift.what, day=self.when(one), other=NAMES_IN[circle][other])
            self.goes_on(ORGANISERS[circle], text, taps, back)

    @rule(circle=st.sampled_from(CIRCLES), days=st.integers(2, 9), answers=st.lists(st.integers(0, 2), max_size=4))
    def divides(self, circle: int, days: int, answers: list[int]) -> None:
        """A division is proposed: nobody has anything by it before their own yes."""
        organiser, before = ORGANISERS[circle], self.firm()
        until = self.cast.now + timedelta(days=days)
        if sum(one.shift.start < until for one in self.ahead(circle) if one.places_open) > 12:
            return  # the solver has tests of its own
        day = until.astimezone(ZoneInfo("Europe/Amsterdam"))
        self.answered(organiser, self.cast.says(organiser, f"verdeel tot en met {day.day} {MONTHS[day.month - 1]}"))
        while begun := begin_job(self.cast.database, self.cast.now):
            roster = divide(begun[1].problem, 2) if begun[1] else None
            finish_job(self.cast.database, *begun, roster, self.cast.now)
        self.cast.tick()
        assert self.firm() == before
        for name, place in zip((organiser, *NAMES_IN[circle]), answers, strict=False):
            mine = self.parts_of(name)
            last = next((one.reply.choices for one in reversed(self.cast.post.given) if one.chat == name), ())
            if last:
                choice = last[place % len(last)]
                self.done(name, self.cast.inbound(name, kind=Kind.TAP, choice=choice.id), False)
                self.cast.tick()
                if choice.label == "Lukt niet":
                    assert self.parts_of(name) <= mine, name

    @rule()
    def a_night_passes(self) -> None:
        """Nobody says anything: all that is new is in new weeks of what is somebody's by habit."""
        shifts, before = {shift for shift, _ in self.everything()}, self.firm()
        self.cast.tick(after=12 * 3600)
        asyncio.run(night(self.cast.database, self.cast.now, _in_thread))
        fresh = self.firm() - before
        with self.cast.database.reading() as store:
            for shift, member in fresh:
                assert shift not in shifts, (shift, member)
                assert store.get(Series, store.get(Shift, shift).series).habit == member

    def everything(self) -> set[tuple[int, datetime]]:
        with self.cast.database.reading() as store:
            return {(shift.id, shift.start) for shift in _everything(store, Shift)}

    def firm(self) -> set[tuple[int, int]]:
        """Who fills a place: shift and member."""
        with self.cast.database.reading() as store:
            return {(a.shift, a.member) for a in _everything(store, Assignment) if a.part in FIRM}

    def parts_of(self, name: str) -> set[tuple[int, int]]:
        """The same of one person."""
        every = self.firm()
        with self.cast.database.reading() as store:
            return {(shift, one) for shift, one in every if store.get(Member, one).person == self.cast.persons[name]}

    # Whatever comes to their minds.

    @rule(name=st.sampled_from(PEOPLE), text=PHRASES, back=st.booleans())
    def says(self, name: str, text: str, back: bool) -> None:
        self.done(name, self.cast.inbound(name, text), back)

    @rule(
        name=st.sampled_from(PEOPLE),
        text=st.one_of(PHRASES, WISHES),
        taps=st.lists(st.integers(0, 3), min_size=1, max_size=3),
        back=st.booleans(),
    )
    def says_and_goes_on(self, name: str, text: str, taps: list[int], back: bool) -> None:
        """A wish, and buttons of its answers, so that steps come to something."""
        self.goes_on(name, text, taps, back)

    @rule(name=st.sampled_from(PEOPLE), text=st.text(max_size=300))
    def says_anything(self, name: str, text: str) -> None:
        self.answered(name, self.cast.says(name, text.replace("\0", "").encode("utf-8", "ignore").decode()))

    @rule(name=st.sampled_from(PEOPLE), newest=st.integers(0, 12), back=st.booleans())
    def taps_some_button(self, name: str, newest: int, back: bool) -> None:
        seen = [choice for one in self.cast.post.given if one.chat == name for choice in one.reply.choices]
        if seen:
            choice = seen[-1 - newest % len(seen)]
            self.done(name, self.cast.inbound(name, kind=Kind.TAP, choice=choice.id), back)

    @rule(hours=st.sampled_from((0.02, 1, 7, 20)))
    def time_goes_by(self, hours: float) -> None:
        self.cast.tick(after=hours * 3600)

    @precondition(lambda self: self.cast.persons)
    @rule(name=st.sampled_from(("Anna", "Piet", "Fatima")), hours=st.integers(20, 200))
    def takes_one_and_takes_it_back(self, name: str, hours: int) -> None:
        with self.cast.database.reading() as store:
            circle = store.get(Circle, 1)
            if store.member_in(1, self.cast.persons[name]) is None or circle.state != CircleState.ACTIVE:
                return
            if not store.organisers_of(1):
                return
        shift = self.cast.planned(circle, "schoenlepel poetsen", hours=hours)
        before = counted(self.cast)
        [reply] = self.cast.says(name, "ik doe de schoenlepel poetsen")
        if any(choice.label == "Ongedaan maken" for choice in reply.choices):
            self.cast.taps(name, "Ongedaan maken")
            assert counted(self.cast) == before
        with self.cast.database.writing() as store:
            from scheduling.plans import cancel

            staffed = store.staffed(shift.id)
            assert staffed
            cancel(store, staffed, self.cast.now)

    @invariant()
    def no_shift_has_more_people_than_it_wants(self) -> None:
        with self.cast.database.reading() as store:
            every = _everything(store, Assignment)
            for shift in _everything(store, Shift):
                of_it = [a for a in every if a.shift == shift.id and a.part in FIRM]
                firm = [a.member for a in of_it]
                assert sum(a.people for a in of_it) <= shift.people_needed or len(firm) == 1
                assert len(firm) == len(set(firm))

    @invariant()
    def nothing_clashes_unmarked_and_nobody_is_on_what_they_said_no_to(self) -> None:
        with self.cast.database.reading() as store:
            held: dict[int, list[tuple[Assignment, Shift, Circle]]] = defaultdict(list)
            for assignment in _everything(store, Assignment):
                shift, person = store.get(Shift, assignment.shift), store.get(Member, assignment.member).person
                if (
                    person
                    and assignment.part in HOLDS
                    and shift.state == ShiftState.PLANNED
                    and shift.end > self.cast.now
                ):
                    held[person].append((assignment, shift, store.get(Circle, shift.circle)))
            for person, theirs in held.items():
                marked = {shift.id for assignment, shift, _ in theirs if assignment.overridden}
                for assignment, shift, circle in theirs:
                    away = store.absences_of(person, shift.start, shift.end)
                    others = [other for _, other, _ in theirs]
                    for clash in clashes(shift, others, away, store.nevers_of(person), circle.zone):
                        other = clash.with_shift
                        assert assignment.overridden or (other is not None and other.id in marked), (shift, clash)

    @invariant()
    def nothing_is_lost(self) -> None:
        with self.cast.database.reading() as store:
            now = {shift.id for shift in _everything(store, Shift)}
        assert getattr(self, "planned", set()) <= now
        self.planned = now

    @invariant()
    def nobody_sees_a_circle_that_is_not_theirs(self) -> None:
        for outgoing in self.cast.post.given[-6:]:
            for recipient, names in IN_CIRCLE.items():
                if outgoing.chat not in names:
                    assert recipient not in outgoing.reply.text

    @invariant()
    def who_is_responsible_is_reminded_and_nobody_else(self) -> None:
        owed = [row for row in self.cast.owed() if row.kind in (REMINDER, CHECKOUT)]
        with self.cast.database.reading() as store:
            by_id = {shift.id: shift for shift in _everything(store, Shift)}
            every = {a.id: a for a in _everything(store, Assignment)}
            for row in owed:
                if row.sent_at is None and not row.error:
                    assignment = every[row.subject or 0]
                    assert assignment.part in RESPONSIBLE
                    assert by_id[assignment.shift].state == ShiftState.PLANNED
                    assert store.get(Member, assignment.member).person == row.person
            for assignment in every.values():
                shift, member = by_id[assignment.shift], store.get(Member, assignment.member)
                if (
                    assignment.part in (Part.CLAIMED, Part.CONFIRMED)
                    and member.person is not None
                    and shift.state == ShiftState.PLANNED
                    and store.get(Circle, shift.circle).state == CircleState.ACTIVE
                ):
                    person = store.person(member.person)
                    wanted = {m for m in reminder_times(shift.start, person) if m > self.cast.now}
                    there = {row.due_at for row in owed if row.kind == REMINDER and row.subject == assignment.id}
                    assert wanted <= there

    @invariant()
    def reminders_keep_out_of_the_quiet_hours(self) -> None:
        owed = self.cast.owed()
        with self.cast.database.reading() as store:
            for row in owed:
                if row.kind == REMINDER and row.sent_at is None and row.person is not None:
                    person = store.person(row.person)
                    assert not person.is_quiet(row.due_at.astimezone(ZoneInfo(person.zone)).time())
