"""Who may take along what: every kind of export, for every role."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import icalendar
import openpyxl
import pypdfium2
import pytest
from sqlalchemy import select

from bot.dialog import Values
from bot.dialogs import share
from bot.dialogs.export import export
from bot.dialogs.handover import search, take_along
from bot.dialogs.impact import show_impact
from bot.dialogs.lend import lend
from bot.dialogs.overview import overview
from bot.dialogs.volunteers import invite_volunteers
from bot.messages import Attachment, Inbound
from bot.overviews.weighing import Weighing
from bot.overviews.workbook import Workbook
from bot.papers.circles import CircleSheet
from bot.saying import Say
from bot.turn import Answered, Doors, Turn
from locales.nl.exports import wish
from locales.words import words
from scheduling.care import LogEntry
from scheduling.claims import claim
from scheduling.feeds import hashed
from scheduling.jobs import IMPACT, OVERVIEW, Job
from scheduling.people import Address, Contact, Member, Person, Role, Standing
from scheduling.plans import Draft, plan
from storage.database import Database
from storage.store import Store
from storage.tables import outbox
from storage.turns import Conversation, Owed
from tests.cast import MONDAY, Family, at, family, planned

MARCH = {"circles": [], "first": "2025-03-01", "last": "2025-03-31"}
FORMS = ("pdf", "png", "xlsx", "csv", "ics", "")
LIVE = "https://zorg.example"


def asks(
    store: Store,
    who: Member,
    form: str,
    text: str = "exporteer",
    /,
    does: Callable[[Turn, Values], None] = export,
    **values: object,
) -> Say:
    """What the program answers to somebody who asks for a file."""
    assert who.person is not None
    person = store.get(Person, who.person)
    address = store.add(Address(0, "terminal", f"{who.id}-{form}-{text}-{len(values)}", person.id))
    inbound = Inbound("terminal", address.chat, address.chat, person.name, "1", MONDAY, text)
    doors = Doors("zorgkring_bot", "", LIVE)
    turn = Turn(
        store, words(), MONDAY.astimezone(UTC), inbound, address, Conversation(0, address.id), person, doors, text
    )
    try:
        does(turn, {"format": form, **values} if form else dict(values))
    except Answered as answered:
        return answered.say
    return turn.said[-1]


def owed(store: Store) -> list[Owed]:
    """All that is to be sent."""
    rows = store.connection.execute(select(outbox).order_by(outbox.c.id)).mappings()
    return [Owed(**row) for row in rows]


def content(file: Attachment) -> str:
    """All the text that a file holds, read by another program."""
    if file.mime == "application/pdf":
        return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(file.data))
    if file.mime.endswith("sheet"):
        book = openpyxl.load_workbook(io.BytesIO(file.data))
        return "\n".join(str(cell) for one in book for row in one.iter_rows(values_only=True) for cell in row)
    if file.mime == "text/csv":
        return "\n".join(" ".join(row) for row in csv.reader(io.StringIO(file.data.decode("utf-8-sig")), delimiter=";"))
    if file.mime == "text/calendar":
        return "\n".join(str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(file.data).walk("VEVENT"))
    return ""


def a_week(store: Store, of: Family, role: Role) -> Member:
    """Piet on the doctor, Jan on the coffee, nobody on the garden; and Jan has this role."""
    person = store.add(Person(0, "Jan", MONDAY))
    jan = store.add(Member(0, of.circle.id, "Jan", person.id, role, standing=Standing.ACTIVE, since=MONDAY))
    store.add(Contact(0, of.circle.id, "huisarts De Linde", "010-1234567"))
    for what, day, who in (("dokter", 6, of.piet), ("koffie", 7, None), ("tuin", 8, None)):
        plan(store, of.circle, of.anna, Draft(what, at(day, "14:00"), 60), (who,) if who else (), MONDAY)
    coffee = store.roster_between(of.circle.id, at(7, "00:00"), at(8, "00:00"))[0]
    if role in (Role.ORGANISER, Role.HELPER, Role.PAID):
        claim(store, coffee.shift.id, jan, MONDAY)
    return jan


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("role", [Role.ORGANISER, Role.HELPER, Role.RECIPIENT, Role.VIEWER])
def test_who_may_see_the_roster_takes_all_of_it_along(sqlite_database: Database, role: Role, form: str) -> None:
    with sqlite_database.writing() as store:
        jan = a_week(store, family(store), role)
        say = asks(store, jan, form, mine=False)
        files = say.files()
        assert files
        for file in files:
            if file.mime != "image/png":
                assert all(word in content(file) for word in ("dokter", "koffie", "tuin", "Piet"))


@pytest.mark.parametrize("form", FORMS)
def test_paid_help_takes_along_its_own_shifts_alone(sqlite_database: Database, form: str) -> None:
    with sqlite_database.writing() as store:
        jan = a_week(store, family(store), Role.PAID)
        for say in (asks(store, jan, form), asks(store, jan, form, mine=False)):
            for file in say.files():
                assert file.mime == "image/png" or "koffie" in content(file)
                assert not any(word in content(file) for word in ("dokter", "tuin", "Piet", "De Linde"))
            assert "Piet" not in say.text


@pytest.mark.parametrize("form", FORMS)
def test_a_coordinator_sees_what_is_open_and_how_much_and_never_who(sqlite_database: Database, form: str) -> None:
    with sqlite_database.writing() as store:
        jan = a_week(store, family(store), Role.COORDINATOR)
        for say in (asks(store, jan, form), asks(store, jan, form, mine=False, named=True)):
            for file in say.files():
                assert file.mime == "image/png" or "tuin" in content(file)
                assert not any(word in content(file) for word in ("Piet", "Jan", "Anna", "De Linde", "dokter"))
            assert "Piet" not in say.text
            assert "dokter" not in say.text
            assert "kalender" not in say.text, "no address that follows the names"


@pytest.mark.parametrize("form", FORMS)
def test_a_coordinator_gets_nothing_from_a_circle_that_shows_nothing(sqlite_database: Database, form: str) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, Role.COORDINATOR)
        store.change(us.circle, coordinator_sees=())
        assert not asks(store, jan, form).files()
        assert not asks(store, jan, "", "impact", does=show_impact).files()
        work = Workbook(sqlite_database, words(), Job(0, OVERVIEW, us.circle.id, jan.person or 0, MARCH, MONDAY))
        sheet = work.of(store, us.circle.id, MONDAY.astimezone(UTC))
        assert sheet == CircleSheet("Nel", ())


@pytest.mark.parametrize(
    ("sees", "rows", "who", "hours"),
    [((), 0, "", False), (("open",), 2, "", False), (("hours",), 0, "", True), (("names", "hours"), 3, "Piet", True)],
)
def test_the_workbook_of_many_circles_holds_what_each_shows(
    sqlite_database: Database, sees: tuple[str, ...], rows: int, who: str, hours: bool
) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, Role.COORDINATOR)
        store.change(us.circle, coordinator_sees=sees)
        work = Workbook(sqlite_database, words(), Job(0, OVERVIEW, us.circle.id, jan.person or 0, MARCH, MONDAY))
        sheet = work.of(store, us.circle.id, at(31, "12:00"))
        assert sheet is not None
        assert len(sheet.rows) == rows
        assert {row.who for row in sheet.rows} - {""} == ({who} if who else set())
        assert (sheet.hours is not None) is hours
        store.change(jan, standing=Standing.LEFT)
        assert work.of(store, us.circle.id, MONDAY) is None


@pytest.mark.parametrize("role", list(Role))
def test_the_workbook_shows_every_role_what_it_may_see(sqlite_database: Database, role: Role) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, role)
        work = Workbook(sqlite_database, words(), Job(0, OVERVIEW, us.circle.id, jan.person or 0, MARCH, MONDAY))
        sheet = work.of(store, us.circle.id, at(31, "12:00"))
        assert sheet is not None
        sees = role not in (Role.PAID, Role.COORDINATOR)
        assert {row.what for row in sheet.rows} >= ({"dokter", "koffie", "tuin"} if sees else set())
        assert ("Piet" in {row.who for row in sheet.rows}) is sees
        assert bool(sheet.rows) is (role != Role.PAID)
        assert (sheet.hours is not None) is (role in (Role.ORGANISER, Role.COORDINATOR))
        stranger = store.add(Person(0, "Kees", MONDAY))
        work = Workbook(sqlite_database, words(), Job(0, OVERVIEW, us.circle.id, stranger.id, MARCH, MONDAY))
        assert work.of(store, us.circle.id, at(31, "12:00")) is None


@pytest.mark.parametrize("role", list(Role))
def test_the_look_over_all_circles_names_nobody_and_paid_help_has_none(sqlite_database: Database, role: Role) -> None:
    with sqlite_database.writing() as store:
        jan = a_week(store, family(store), role)
        said = asks(store, jan, "", "waar dreigt het mis?", does=overview).text
        assert ("tuin" in said) is (role != Role.PAID)
        assert not any(name in said for name in ("Piet", "Anna", "dokter"))
        store.change(jan, standing=Standing.LEFT)
        assert "tuin" not in asks(store, jan, "", "waar dreigt het mis, nu?", does=overview).text


@pytest.mark.parametrize("role", list(Role))
def test_sums_over_many_circles_are_of_those_that_show_who_asks_their_hours(
    sqlite_database: Database, role: Role
) -> None:
    later = at(2, "10:00", month=5)
    with sqlite_database.writing() as store:
        marja, ids = store.add(Person(0, "Marja", MONDAY)), []
        for n in range(3):
            us = family(store, f"Nel {n}")
            store.add(Member(0, us.circle.id, "Marja", marja.id, role, since=MONDAY))
            ids.append(us.circle.id)
            for day, who in enumerate((us.anna, us.piet, us.fatima, us.riet), 8):
                claim(store, planned(store, us, "koffie", at(day, "10:00", month=4), 150).id, who, MONDAY)
        payload = {"circles": ids, "first": "2025-04-01", "last": "2025-04-30"}
        job = Job(0, IMPACT, ids[0], marja.id, payload, later)
    work = Weighing(sqlite_database, words(), job)
    work.read(ids, later)
    made = work.made(later)
    assert bool(made.files) is (role in (Role.ORGANISER, Role.COORDINATOR))


@pytest.mark.parametrize("form", ["xlsx", "pdf"])
@pytest.mark.parametrize("role", list(Role))
def test_the_log_is_for_whoever_may_read_it_and_what_is_private_for_organisers(
    sqlite_database: Database, role: Role, form: str
) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, role)
        for text, private in (("=slecht geslapen", False), ("geld geslapen", True)):
            store.add(LogEntry(0, us.circle.id, us.anna.id, at(2, "10:00"), text, private=private))
        say = asks(store, jan, form, "logboek", does=take_along)
        found = asks(store, jan, "", "zoek in het logboek naar slapen", does=search).text
        reads = role in (Role.ORGANISER, Role.HELPER, Role.RECIPIENT)
        for said in (found, "".join(content(file) for file in say.files())):
            assert ("slecht geslapen" in said) is reads
            assert ("geld" in said) is (role == Role.ORGANISER)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.COORDINATOR])
def test_nobody_but_a_coordinator_lends_or_has_volunteers(sqlite_database: Database, role: Role) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, role)
        for text, does in (("bied aan", lend), ("nodig uit", invite_volunteers)):
            assert asks(store, jan, "", text, does=does).text == words()("may-not-lend")
        assert not store.organisations_of(jan.person or 0)


def test_a_coordinator_offers_nobody_for_a_circle_that_does_not_show_what_is_open(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, Role.COORDINATOR)
        shift = store.roster_between(us.circle.id, at(8, "00:00"), at(9, "00:00"))[0].shift.id
        refused = words()("may-not-see-open", recipient="Nel")
        assert asks(store, jan, "", "bied aan", does=lend, shift=shift).text != refused
        store.change(us.circle, coordinator_sees=("hours",))
        assert asks(store, jan, "", "bied aan", does=lend, shift=shift, again=True).text == refused


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("role", list(Role))
def test_paper_for_another_is_for_who_sees_the_roster_or_speaks_for_them(
    sqlite_database: Database, role: Role, form: str
) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, role)
        opa = store.add(Member(0, us.circle.id, "Opa", None, standing=Standing.EXPECTED))
        plan(store, us.circle, us.anna, Draft("bridge", at(7, "14:00"), 60), (opa,), MONDAY)
        sees = role not in (Role.PAID, Role.COORDINATOR)
        say = asks(store, jan, form, "print voor Opa", who=[str(opa.id)])
        assert all(file.mime == "image/png" or "bridge" in content(file) for file in say.files())
        assert bool(say.files()) is sees
        assert not any("dokter" in content(file) for file in say.files())
        if role == Role.PAID:
            store.change(opa, voice=jan.id)
            say = asks(store, jan, form, "nu print voor Opa", who=[str(opa.id)])
            assert say.files()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("role", list(Role))
def test_who_left_takes_nothing_along(sqlite_database: Database, role: Role, form: str) -> None:
    with sqlite_database.writing() as store:
        jan = a_week(store, family(store), role)
        store.change(jan, standing=Standing.LEFT)
        say = asks(store, jan, form)
        assert not say.files()
        assert "Piet" not in say.text


@pytest.mark.parametrize("role", list(Role))
def test_only_an_organiser_hands_out_a_code_on_paper(sqlite_database: Database, role: Role) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, role)
        paper = content(asks(store, jan, "pdf").files()[0]) if role != Role.RECIPIENT else ""
        assert ("Ook helpen?" in paper) == (role == Role.ORGANISER)
        assert len(store.open_invites(us.circle.id, MONDAY)) == (1 if role == Role.ORGANISER else 0)


def test_only_an_organiser_sees_the_hours_of_others(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        a_week(store, us, Role.HELPER)

        def people(who: Member) -> list[object]:
            book = openpyxl.load_workbook(io.BytesIO(asks(store, who, "xlsx").files()[0].data))
            return [row[0] for row in book["Uren"].iter_rows(min_row=2, values_only=True) if row[1] is not None]

        assert people(us.anna) == ["Piet", "Jan"]
        assert people(us.piet) == ["Piet", "iedereen samen"]


@pytest.mark.parametrize("form", FORMS)
def test_without_names_no_file_names_anybody(sqlite_database: Database, form: str) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        a_week(store, us, Role.HELPER)
        say = asks(store, us.anna, form, "het hele rooster zonder namen")
        assert say.files()
        for file in say.files():
            assert not any(name in content(file) for name in ("Piet", "Jan", "Anna"))


@pytest.mark.parametrize("role", list(Role))
def test_only_an_organiser_sends_the_roster_to_others_and_only_to_who_may_see_it(
    sqlite_database: Database, role: Role
) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, role)
        store.change(us.fatima, role=Role.PAID)
        say = asks(store, jan, "", "stuur het rooster naar iedereen")
        offered = [option for option in say.options if option.do == "share_roster"]
        assert bool(offered) is (role == Role.ORGANISER)
        every = [us.anna.id, us.piet.id, us.fatima.id, us.riet.id]
        values = {"circle": us.circle.id, "start": "2025-03-03", "end": "2025-03-09", "to": every}
        store.change(us.riet, standing=Standing.LEFT)
        asks(store, jan, "", "een oude knop", does=share.send, **values)
        told = {row.person for row in owed(store) if row.kind == "notice"}
        assert told == ({us.anna.person, us.piet.person} if role == Role.ORGANISER else set())


@pytest.mark.parametrize(
    "text", ["naar iedereen", "mail alle helpers het rooster", "deel het rooster met de hele familie"]
)
def test_everybody_is_heard(text: str) -> None:
    assert wish(text).everybody


@pytest.mark.parametrize("text", ["print het rooster voor iedereen", "het rooster van iedereen", "rooster"])
def test_what_is_for_oneself_goes_to_nobody_else(text: str) -> None:
    assert not wish(text).everybody


@pytest.mark.parametrize("does", [export, show_impact])
def test_a_circle_that_one_left_is_not_taken_for_another(
    sqlite_database: Database, does: Callable[[Turn, Values], None]
) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        jan = a_week(store, us, Role.ORGANISER)
        said = asks(store, jan, "", "de kring van Kees graag", does=does)
        assert "niet in een kring van Kees" in said.text
        assert not said.files()
        assert "kring van Kees" not in asks(store, jan, "", "de kring van Nel graag", does=does).text


def test_the_address_of_a_calendar_is_kept_as_a_hash_alone(sqlite_database: Database) -> None:
    with sqlite_database.writing() as store:
        us = family(store)
        plan(store, us.circle, us.anna, Draft("dokter", at(6, "14:00"), 60), (us.piet,), MONDAY)
        say = asks(store, us.piet, "ics", "zet het in mijn agenda")
        token = say.text.split("/kalender/")[1].split(".ics")[0]
        feeds = store.feeds_of(us.piet.person or 0)
        assert [feed.token_hash for feed in feeds] == [hashed(token)]
        assert feeds[0].made_at == MONDAY.astimezone(UTC)
        known = store.everything_about(us.piet.person or 0)
        assert "token_hash" not in known["feed"][0]


def test_the_oldest_of_many_addresses_goes(sqlite_database: Database) -> None:
    from scheduling.feeds import MOST, open_feed

    with sqlite_database.writing() as store:
        us = family(store)
        now = datetime(2025, 3, 3, tzinfo=UTC)
        tokens = [open_feed(store, us.piet.person or 0, None, now + timedelta(days=n)) for n in range(MOST + 2)]
        assert store.feed_with(hashed(tokens[0])) is None
        assert store.feed_with(hashed(tokens[-1])) is not None
        assert len(store.feeds_of(us.piet.person or 0)) == MOST
