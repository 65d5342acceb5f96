"""Whatever people say and tap, in whatever order: always an answer, never a fault, and the roster stays whole."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import select

from bot.messages import Inbound, Kind, Reply
from bot.play import fresh_store
from scheduling.care import FIRM, HOLDS, RESPONSIBLE, Assignment, Part, Shift, ShiftState
from scheduling.clashes import clashes
from scheduling.people import Circle, CircleState, Member
from scheduling.reminders import CHECKOUT, REMINDER, reminder_times
from storage.base import Base
from storage.tables import assignments, changes, shifts
from storage.turns import Change
from tests.held import differs, held
from tests.soak import share
from tests.talking import MONDAY, Cast

PEOPLE = ("Anna", "Piet", "Fatima", "Riet", "Karin")
IN_CIRCLE = {"Nel": ("Anna", "Piet", "Fatima"), "Bep": ("Riet", "Piet", "Karin")}
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


def _everything(store: Base, kind: type) -> list:  # type: ignore[type-arg]
    return store._all(kind, select({Shift: shifts, Assignment: assignments}[kind]))


class Life(RuleBasedStateMachine):
    """Two circles that share Piet, and days that go by."""

    def __init__(self) -> None:
        super().__init__()
        self.cast = Cast(fresh_store())

    @initialize(start=st.sampled_from((MONDAY, *CLOCK_CHANGES)))
    def people(self, start: datetime) -> None:
        self.cast.now = start
        self.planned: set[int] = set()
        for recipient, names in IN_CIRCLE.items():
            self.cast.circle(*names, recipient=recipient)

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

    def changes(self, name: str) -> dict[int, Change]:
        if name not in self.cast.persons:
            return {}
        with self.cast.database.reading() as store:
            of_them = changes.c.person == self.cast.persons[name]
            return {change.id: change for change in store._all(Change, select(changes).where(of_them))}

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
        self.done(name, self.cast.inbound(name, text), back)
        for place in taps:
            last = next((one.reply.choices for one in reversed(self.cast.post.given) if one.chat == name), ())
            if last:
                choice = last[place % len(last)]
                self.done(name, self.cast.inbound(name, kind=Kind.TAP, choice=choice.id), back)

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


TestLife = pytest.mark.no_cover(Life.TestCase)  # counting the lines costs as much as living
TestLife.settings = settings(
    max_examples=share(20, 1500),
    stateful_step_count=share(25, 60),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@given(hours=st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40), st.booleans()), max_size=12))
def test_visits_part_the_shifts(hours: list[tuple[int, int, bool]]) -> None:
    """Every shift is in one visit; two visits at home neither touch nor overlap."""
    from scheduling.visits import visits

    made = [
        Shift(
            n, 1, 1, 1, MONDAY, MONDAY + timedelta(minutes=30 * a), MONDAY + timedelta(minutes=30 * (a + b)), "x",
            at_home=home,
        )
        for n, (a, b, home) in enumerate(hours)
    ]  # fmt: skip
    grouped = visits(made)
    assert sorted(s.id for visit in grouped for s in visit.shifts) == [s.id for s in made]
    home = sorted((v.start, v.end) for v in grouped if v.shifts[0].at_home)
    assert all(end < start for (_, end), (start, _) in pairwise(home))
