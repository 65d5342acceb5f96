"""What is kept about somebody: nothing before they agreed, all of it shown when asked, nothing left when they go."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.messages import Kind
from bot.saying import Say
from scheduling.care import LogEntry
from scheduling.people import Address, Person
from storage.database import Database
from storage.tables import addresses, metadata, persons
from storage.turns import Question
from tests.talking import Cast


def dump(database: Database) -> Iterator[str]:
    """Every row of every table, as text."""
    with database.reading() as store:
        for table in metadata.sorted_tables:
            for row in store.connection.execute(select(table)).mappings():
                yield f"{table.name}: {dict(row)!r}"


def rows_with(database: Database, *words: str) -> list[str]:
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words), re.IGNORECASE)
    return [row for row in dump(database) if pattern.search(row)]


@pytest.fixture
def cast(database: Database) -> Cast:
    return Cast(database)


def came(cast: Cast, name: str, code: str, chat: str) -> None:
    cast.handles(cast.inbound(name, f"/start {code}", chat=chat))
    cast.handles(cast.inbound(name, "ja", chat=chat))


def code_of(cast: Cast) -> str:
    cast.says("Anna", "ik wil mensen uitnodigen")
    found = re.search(r"\b\w{4}-\w{4}-\w{4}\b", cast.heard("Anna")[-1])
    assert found is not None
    return found[0]


def test_who_declines_leaves_an_address_and_the_no(cast: Cast) -> None:
    cast.circle("Anna")
    code = code_of(cast)
    chat = "31655512345"
    cast.handles(cast.inbound("Hendrik", f"/start {code}", chat=chat))
    cast.handles(cast.inbound("Hendrik", "mijn vrouw is ziek", chat=chat))
    assert rows_with(cast.database, "Hendrik")  # a greeting by name is on its way
    cast.handles(cast.inbound("Hendrik", "nee", chat=chat))
    assert not rows_with(cast.database, "Hendrik", "vrouw", code)
    kept = rows_with(cast.database, chat)
    assert len(kept) == 1
    assert "declined_at': datetime" in kept[0]


def test_a_code_is_kept_nowhere_once_it_was_shown_and_used(cast: Cast) -> None:
    cast.circle("Anna")
    code = code_of(cast)
    came(cast, "Piet", code, "7002")
    for label in ("Tekst voor de groep", "QR-code"):
        cast.taps("Anna", label)
    shown = set(re.findall(r"\b\w{4}-\w{4}-\w{4}\b", " ".join(cast.heard("Anna"))))
    assert len(shown) == 3
    assert not rows_with(cast.database, *shown, *(one.replace("-", "") for one in shown))


def test_a_no_can_become_a_yes(cast: Cast) -> None:
    cast.says("Henk", "hallo")
    cast.says("Henk", "nee")
    cast.says("Henk", "start")
    assert cast.says("Henk", "ja")[0].text.startswith("Fijn, Henk!")
    with cast.database.reading() as store:
        address = store.address_of("telegram", "Henk")
    assert address is not None
    assert address.declined_at is None


@pytest.mark.parametrize("profile", ["", "🌸", "."])
def test_who_has_no_name_on_the_profile_is_asked(cast: Cast, profile: str) -> None:
    def says(text: str, kind: Kind = Kind.TEXT) -> str:
        from dataclasses import replace

        given = replace(cast.inbound("x", text, kind, chat="7001"), name=profile)
        return cast.handles(given)[0].text

    assert says("start").startswith("Hoi! ")
    assert "Hoe heet je?" in says("ja")
    assert "hoe ik je mag noemen" in says("", Kind.STICKER)
    assert says("ik heet Annelies").startswith("Fijn, Annelies!")
    with cast.database.reading() as store:
        assert [row.name for row in store.connection.execute(select(persons))] == ["Annelies"]


def test_somebody_sees_everything_that_is_kept(cast: Cast) -> None:
    circle = cast.circle("Anna", "Piet")
    shift = cast.planned(circle, "boodschappen")
    cast.says("Piet", "ik doe de boodschappen")
    with cast.database.writing() as store:
        place = store.member_in(circle.id, cast.persons["Piet"])
        assert place is not None
        store.add(LogEntry(0, circle.id, place.id, cast.now, "De sleutel ligt bij de buren", shift.id))
    reply = cast.says("Piet", "wat weet je van mij?")[0]
    assert "Naam: Piet" in reply.text
    assert "Kring van Nel: je bent helper. Er staat een beurt op jouw naam." in reply.text
    assert "een beurt en een notitie voor de kring" in reply.text
    everything: dict[str, list[dict[str, Any]]] = json.loads(reply.attachments[0].data)
    assert everything["log_entry"][0]["text"] == "De sleutel ligt bij de buren"
    assert everything["shift"][0]["what"] == "boodschappen"
    assert everything["address"][0]["chat"] == "Piet"
    assert not re.search(r"\bAnna\b", json.dumps({**everything, "outbox": []}))  # others are none of his data


def test_who_is_forgotten_is_nowhere_any_more(cast: Cast) -> None:
    circle = cast.circle("Anna", "Fatima")
    shift = cast.planned(circle, "boodschappen")
    chat = "31655567890"
    came(cast, "Pieternel", code_of(cast), chat)

    def says(text: str) -> None:
        cast.handles(cast.inbound("Pieternel", text, chat=chat))
        cast.tick()

    says("ik doe de boodschappen")
    says("zeg maar u")
    says("ben 20 tot 25 maart weg")
    says("ja")
    with cast.database.writing() as store:
        member = next(m for m in store.members_of(circle.id) if m.name == "Pieternel")
        store.add(LogEntry(0, circle.id, member.id, cast.now, "zij sliep slecht vannacht", shift.id))
    cast.says("Anna", "verwijder Pieternel")
    cast.taps("Anna", "Nee")
    cast.tick()
    assert rows_with(cast.database, "Pieternel")

    says("vergeet mij")
    says("ja")
    assert not rows_with(cast.database, "Pieternel", "sliep")
    cast.tick(after=60)
    assert "Klaar, ik ben u vergeten" in cast.post.given[-1].reply.text or any(
        "ben u vergeten" in one.reply.text for one in cast.post.given
    )
    told = cast.heard("Anna")[-1]
    assert "weer open" in told
    assert "Pieternel" not in told
    with cast.database.reading() as store:
        staffed = store.staffed(shift.id)
    assert staffed is not None
    assert not staffed.responsible

    with cast.database.writing() as store:  # the night comes
        store.tidy(cast.now - timedelta(days=60))
    assert not rows_with(cast.database, "Pieternel", chat)


def test_erased_data_never_comes_back_by_an_undo(cast: Cast) -> None:
    cast.circle("Anna", "Piet", "Fatima")
    cast.says("Anna", "verwijder Piet")
    cast.taps("Anna", "Ja, eruit")
    cast.says("Piet", "vergeet mij")
    cast.says("Piet", "ja")
    replies = cast.says("Anna", "ongedaan")
    assert "intussen" in replies[0].text
    assert not [row for row in rows_with(cast.database, "Piet") if "'chat': 'Piet'" not in row]


def test_a_circle_of_one_goes_with_its_person(cast: Cast) -> None:
    circle = cast.circle("Anna", recipient="Geertruida")
    cast.planned(circle, "griepprik")
    cast.says("Anna", "ik doe de griepprik")
    cast.says("Anna", "vergeet mij")
    cast.says("Anna", "ja")
    assert not rows_with(cast.database, "Geertruida", "griepprik")
    with cast.database.reading() as store:
        assert store.circles_count() == 0
        assert store.connection.execute(select(addresses.c.person)).scalars().all() == [None]


def test_the_last_organiser_of_others_is_not_erased_before_another_is_named(cast: Cast) -> None:
    cast.circle("Anna", "Piet")
    assert "Wie neemt het van je over?" in cast.says("Anna", "vergeet mij")[0].text
    with cast.database.reading() as store:
        assert store.get(Person, cast.persons["Anna"]).name == "Anna"
    cast.taps("Anna", "Piet")
    cast.taps("Anna", "Ja, wis alles")
    with cast.database.reading() as store:
        (place,) = store.memberships_of(cast.persons["Piet"])
    assert place[0].role == "organiser"


def test_who_speaks_for_somebody_is_forgotten_and_an_organiser_does_it_from_then_on(cast: Cast) -> None:
    circle = cast.circle("Anna", "Piet")
    shift = cast.planned(circle, "tuin")
    cast.says("Anna", "buurman Jan heeft geen telefoon")
    cast.taps("Anna", "Iemand anders")
    cast.taps("Anna", "Piet")
    cast.says("Piet", "Jan doet de tuin")
    everything = json.loads(cast.says("Piet", "wat weet je van mij?")[0].attachments[0].data)
    assert "Jan" in [row["name"] for row in everything["member"]]
    cast.says("Piet", "vergeet mij")
    cast.says("Piet", "ja")
    with cast.database.reading() as store:
        anna = store.member_in(circle.id, cast.persons["Anna"])
        jan = next(m for m in store.members_of(circle.id) if m.name == "Jan")
        staffed = store.staffed(shift.id)
    assert anna is not None
    assert jan.voice == anna.id
    assert staffed is not None
    assert [a.member for a in staffed.responsible] == [jan.id]
    assert not [row for row in rows_with(cast.database, "Piet") if "'chat': 'Piet'" not in row]


def test_a_second_address_is_seen_and_forgotten_with_its_person_and_its_code_is_kept_nowhere(cast: Cast) -> None:
    cast.circle("Anna", "Piet")
    cast.says("Piet", "ik heb een nieuw nummer")
    code = re.search(r"\b\w{4}-\w{4}-\w{4}\b", cast.heard("Piet")[-1])
    assert code is not None
    cast.handles(cast.inbound("Pieter", f"/start {code[0]}", chat="31655500001"))
    cast.tick()
    assert not rows_with(cast.database, code[0], code[0].replace("-", ""))
    everything = json.loads(cast.says("Piet", "wat weet je van mij?")[0].attachments[0].data)
    assert {row["chat"] for row in everything["address"]} == {"Piet", "31655500001"}
    cast.says("Piet", "vergeet mij")
    cast.says("Piet", "ja")
    cast.tick(after=5)
    with cast.database.writing() as store:
        store.tidy(cast.now - timedelta(days=60))
    assert not rows_with(cast.database, "Piet", "Pieter", "31655500001")


def test_asking_twice_what_is_known_does_not_bring_the_first_answer_again(cast: Cast) -> None:
    cast.circle("Anna", "Piet")
    sizes = []
    for _ in range(4):
        sizes.append(len(cast.says("Piet", "wat weet je van mij?")[0].attachments[0].data))
        cast.tick()
    assert sizes[3] - sizes[2] < 1.2 * (sizes[2] - sizes[1])  # a message more each time, not all of them again


def test_the_night_erases_strangers_and_what_was_asked_of_them_and_keeps_a_no(database: Database) -> None:
    now = datetime(2025, 3, 9, 19, tzinfo=UTC)
    old, new = now - timedelta(days=90), now - timedelta(days=1)
    with database.writing() as store:
        for chat, came, declined in (("Riet", old, None), ("Piet", new, None), ("Fatima", old, old)):
            address = store.add(Address(0, "telegram", chat, declined_at=declined, last_in_at=came))
            store.owe("notice", new, address=address.id, payload=Say(f"hoi {chat}").as_json())
            store.add(Question(0, address.id, [{"label": f"[{chat}]", "do": "help", "values": {}}], new))
        store.tidy(now - timedelta(days=60))
    assert [bool(rows_with(database, chat)) for chat in ("Riet", "Piet", "Fatima")] == [False, True, True]
    for chat in ("Piet", "Fatima"):
        assert {row.split(":")[0] for row in rows_with(database, chat)} == {"address", "outbox", "question"}
