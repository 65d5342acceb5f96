"""A family's group sees what is open, when, and who does it: nothing else of a circle ever reaches it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import Kind, Outgoing
from bot.play import fresh_store
from locales.words import words
from scheduling.people import Circle, CircleState
from storage.database import Database
from tests.soak import share
from tests.talking import Cast, trouble

FAMILY = "-1001"


def group(cast: Cast) -> list[Outgoing]:
    """What all in the group see, oldest first; answers to taps are for one person alone."""
    return [one for one in cast.post.given if one.chat == FAMILY and not one.tap]


def in_group(cast: Cast, name: str, text: str = "", kind: Kind = Kind.TEXT, **more: str) -> None:
    cast.handles(cast.inbound(name, text, kind, chat=FAMILY, group="Familie", **more))
    cast.tick()


def tap(cast: Cast, name: str, label: str) -> Outgoing:
    """A tap on the newest list; what is shown to who tapped."""
    in_group(cast, name, kind=Kind.TAP, choice=cast.choice(FAMILY, label).id, tap=f"tap-{len(cast.post.given)}")
    return [one for one in cast.post.given if one.tap][-1]


def tied(cast: Cast, *open_: str) -> Circle:
    circle = cast.circle()
    for days, what in enumerate(open_, 3):
        cast.planned(circle, what, hours=24 * days)
    in_group(cast, "Anna", "/koppel")
    cast.taps("Anna", "Ja, koppel")
    cast.tick()
    return circle


@pytest.fixture
def cast(database: Database) -> Cast:
    return Cast(database)


PRIVATE = (
    *("ik kan donderdag niet, ik lig met griep op bed", "lukt niet, ik heb een migraine", "ik ben volgende week weg"),
    *("het is me te veel, ik ben op", "ik kan nooit op donderdag", "notitie: Nel is verward en heeft een wond"),
    *("wie doet hoeveel?", "wat staat er open?", "ik doe de huisarts", "ik doe de boodschappen", "ongedaan maken"),
    *("kan iemand vrijdag om 9 uur met Nel wandelen", "ja", "nee", "het nummer van de huisarts is 0201234567"),
    *("wie kan het van me overnemen", "zet de boodschappen een uur later", "de boodschappen gaan niet door"),
    *("ik wil uit de kring", "ik wil ruilen", "de kring even op pauze", "Nel is weer thuis", "vergeet mij"),
)
PEOPLE = ("Anna", "Piet", "Fatima", "Riet", "Els")
steps = st.one_of(
    st.tuples(st.just("says"), st.sampled_from(PEOPLE), st.sampled_from(PRIVATE)),
    st.tuples(st.just("shouts"), st.sampled_from(PEOPLE), st.sampled_from((*PRIVATE, "/koppel", "/help", "/open"))),
    st.tuples(st.just("taps"), st.sampled_from(PEOPLE), st.integers(0, 9)),
    st.tuples(st.just("waits"), st.just(""), st.sampled_from((1, 120, 1000))),
)


@pytest.mark.soak
@settings(max_examples=share(4, 400))
@given(st.lists(steps, min_size=4, max_size=14))
def test_nothing_private_ever_reaches_a_group(script: list[tuple[str, str, str | int]]) -> None:
    database = fresh_store()
    try:
        cast = Cast(database)
        tied(cast, "huisarts", "boodschappen")
        for act, name, what in script:
            if act == "says":
                cast.says(name, str(what))
            elif act == "shouts":
                in_group(cast, name, str(what))
            elif act == "taps":
                choices = [choice for one in group(cast) for choice in one.reply.choices]
                if choices:
                    in_group(cast, name, kind=Kind.TAP, choice=choices[int(what) % len(choices)].id, tap="t")
            else:
                cast.now += timedelta(minutes=int(what))
            cast.tick()
        for one in group(cast):
            for line in one.reply.text.split("\n"):
                assert any(pattern.fullmatch(line) for pattern in ALLOWED), line
            assert one.reply.attachments == ()
    finally:
        database.close()


def _allowed() -> Iterator[re.Pattern[str]]:
    """Every line that may stand in a group."""
    link = "https://t.me/zorgkring_bot"
    names = rf"(?:{'|'.join((*PEOPLE, 'en', ','))}|\s)+"
    for key in ("open", "all-done", "nothing-open"):
        yield re.compile(re.escape(words()(f"groups-{key}", recipient="Nel")))
    for key in ("in-private", "who-may", "board-old", "board-untied", "hello"):
        yield re.compile(re.escape(words()(f"groups-{key}", link=link)))
    for name in PEOPLE:
        yield re.compile(re.escape(words()("groups-asked", name=name, link=link)))
    wanted = r"(?: \(nog (?:iemand|\d mensen) nodig\))?"
    when, what = r"[a-z]{2} \d+ mrt \d\d:\d\d-\d\d:\d\d", "(?:huisarts|boodschappen|wandelen)"
    yield re.compile(rf"\d+\. {when} {what}(?:: {names})?{wanted}")


ALLOWED = tuple(_allowed())


def test_who_taps_too_late_hears_so_alone(cast: Cast) -> None:
    tied(cast, "huisarts")
    cast.says("Piet", "ik doe de huisarts")
    cast.says("Piet", "ongedaan maken")
    cast.tick()
    button = cast.choice(FAMILY, "Ik doe het").id
    assert tap(cast, "Piet", "Ik doe het").reply.text.startswith("Fijn, Piet!")
    said = len(group(cast))
    in_group(cast, "Fatima", kind=Kind.TAP, choice=button, tap="late")
    shown = cast.post.given[-2]
    assert (shown.tap, shown.alert) == ("late", True)
    assert "Piet" not in shown.reply.text
    assert "Piet doet het al" in cast.heard("Fatima")[-1]
    assert len(group(cast)) == said


def test_the_same_tap_delivered_twice_is_answered_once(cast: Cast) -> None:
    tied(cast, "huisarts")
    cast.says("Piet", "ik doe de huisarts")
    cast.says("Piet", "ongedaan maken")
    cast.tick()
    twice = cast.inbound(
        "Piet", kind=Kind.TAP, chat=FAMILY, group="Familie", choice=cast.choice(FAMILY, "Ik doe het").id, tap="t"
    )
    cast.handles(twice)
    told = len(cast.post.given)
    assert cast.handles(twice) == []
    assert len(cast.post.given) == told


def test_only_who_organises_ties_a_group_or_takes_it_apart(cast: Cast) -> None:
    tied(cast)
    in_group(cast, "Piet", "/ontkoppel")
    cast.says("Piet", "ontkoppel de groep")
    with cast.database.reading() as store:
        assert len(store.tied_groups()) == 1
    in_group(cast, "Anna", "/ontkoppel")
    with cast.database.reading() as store:
        assert store.tied_groups() == []
    assert group(cast)[-1].reply.choices == ()


def test_a_button_of_an_old_list_means_what_it_said(cast: Cast) -> None:
    """The numbers move as shifts come and go; a tap that crosses such a change takes what its list showed."""
    tied(cast, "boodschappen")
    cast.says("Anna", "kan iemand woensdag om 9 uur met Nel wandelen")
    cast.says("Anna", "ja")
    cast.tick()
    first = cast.choice(FAMILY, "2. Ik doe het").id
    cast.says("Anna", "ik doe het wandelen")
    cast.tick()
    in_group(cast, "Piet", kind=Kind.TAP, choice=first, tap="t")
    assert "boodschappen: Piet" in group(cast)[-1].reply.text


def test_a_list_that_cannot_go_now_goes_later_with_the_state_of_then(cast: Cast) -> None:
    tied(cast, "huisarts", "boodschappen")
    cast.post.fails(trouble("flood", retry_after=30), chat=FAMILY)
    for said in ("ik doe de huisarts", "ongedaan maken", "ik doe de boodschappen"):
        cast.says("Piet", said)
        cast.tick()
    before = len(group(cast))
    cast.tick(after=31)
    assert len(group(cast)) == before + 1
    assert group(cast)[-1].reply.text.split("\n")[1:] == [
        "1. do 6 mrt 10:00-11:00 huisarts",
        "2. vr 7 mrt 10:00-11:00 boodschappen: Piet",
    ]


def test_a_group_that_is_gone_when_it_is_written_to_is_tied_no_more(cast: Cast) -> None:
    tied(cast, "huisarts")
    cast.post.fails(trouble("blocked", permanent=True), chat=FAMILY)
    cast.says("Piet", "ik doe de huisarts")
    cast.tick()
    with cast.database.reading() as store:
        assert store.tied_groups() == []
    cast.tick(after=1)
    assert sum("uit de groep" in text for text in cast.heard("Anna")) == 1


def test_a_circle_that_is_closed_leaves_its_groups(cast: Cast) -> None:
    circle = tied(cast, "huisarts")
    with cast.database.writing() as store:
        store.change(store.get(Circle, circle.id), state=CircleState.CLOSED)
        [group_] = store.tied_groups()
        store.owe_board(group_, cast.now)
    cast.tick()
    with cast.database.reading() as store:
        assert store.tied_groups() == []
    assert group(cast)[-1].reply.text == words()("groups-board-untied")


def test_whoever_writes_as_the_group_itself_ties_nothing_and_hears_what_to_do(cast: Cast) -> None:
    cast.circle()
    in_group(cast, FAMILY, "/koppel")
    assert group(cast)[-1].reply.text.startswith("Je schrijft hier anoniem")
    assert cast.heard("Anna") == []
    cast.now += timedelta(minutes=2)
    in_group(cast, "Anna", "/koppel")
    cast.taps("Anna", "Ja, koppel")
    cast.tick()
    cast.now += timedelta(minutes=2)
    in_group(cast, FAMILY, "/ontkoppel")
    assert group(cast)[-1].reply.text.startswith("Je schrijft hier anoniem")
    with cast.database.reading() as store:
        assert len(store.tied_groups()) == 1


def test_an_erased_circle_leaves_no_buttons_and_no_name_of_the_group(cast: Cast) -> None:
    tied_alone(cast)
    cast.says("Anna", "vergeet mij")
    cast.taps("Anna", "Ja, wis alles")
    cast.tick()
    last = group(cast)[-1]
    assert (last.reply.text, last.reply.choices) == (words()("groups-board-untied"), ())
    assert (last.edits != "", last.or_nothing) == (True, True)
    with cast.database.reading() as store:
        titles = list(store.connection.exec_driver_sql("SELECT title FROM group_chat").scalars())
    assert titles == [""]


def tied_alone(cast: Cast) -> None:
    circle = cast.circle("Anna")
    cast.planned(circle, "huisarts")
    in_group(cast, "Anna", "/koppel")
    cast.taps("Anna", "Ja, koppel")
    cast.tick()
    assert group(cast)[-1].reply.choices


def test_a_tap_on_the_list_of_before_the_group_moved_is_answered(cast: Cast) -> None:
    tied_alone(cast)
    button = cast.choice(FAMILY, "Ik doe het").id
    in_group(cast, FAMILY, "-2002", kind=Kind.MOVED)
    assert [one.reply.text for one in cast.post.given if one.chat == "-2002"][-1].startswith("Wie kan er helpen")
    in_group(cast, "Anna", kind=Kind.TAP, choice=button, tap="t")
    shown = cast.post.given[-1]
    assert (shown.tap, shown.reply.text) == ("t", words()("groups-tap-gone"))
    moved = cast.inbound(
        "Anna", kind=Kind.TAP, choice=cast.choice("-2002", "Ik doe het").id, chat="-2002", group="F", tap="u"
    )
    cast.handles(moved)
    cast.tick()
    assert "huisarts: Anna" in [one.reply.text for one in cast.post.given if one.chat == "-2002" and not one.tap][-1]


def test_two_groups_of_one_circle_both_show_who_does_it_and_are_let_go_together(cast: Cast) -> None:
    tied_alone(cast)
    cast.handles(cast.inbound("Anna", "/koppel", chat="-1002", group="Buren"))
    cast.tick()
    cast.taps("Anna", "Ja, koppel")
    cast.tick()
    cast.handles(
        cast.inbound(
            "Anna", kind=Kind.TAP, choice=cast.choice("-1002", "Ik doe het").id, chat="-1002", group="Buren", tap="t"
        )
    )
    cast.tick()
    for chat in (FAMILY, "-1002"):
        shown = [one.reply for one in cast.post.given if one.chat == chat and not one.tap][-1]
        assert "huisarts: Anna" in shown.text
        assert shown.choices == ()
    assert cast.says("Anna", "ontkoppel de groep")[0].text.startswith('De groepen "Familie" en "Buren" zijn losgemaakt')
    cast.tick()
    for chat in (FAMILY, "-1002"):
        assert [one.reply.text for one in cast.post.given if one.chat == chat][-1] == words()("groups-board-untied")


def test_who_organises_another_circle_hears_in_private_that_the_group_is_taken(cast: Cast) -> None:
    tied_alone(cast)
    cast.circle("Riet", recipient="Joop")
    said = len(group(cast))
    in_group(cast, "Riet", "/koppel")
    assert "hoort al bij een andere kring" in cast.heard("Riet")[-1]
    assert "Nel" not in cast.heard("Riet")[-1]
    in_group(cast, "Riet", "/ontkoppel")
    with cast.database.reading() as store:
        assert len(store.tied_groups()) == 1
    assert not any("Joop" in one.reply.text for one in group(cast)[said:])
