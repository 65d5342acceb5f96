"""The conversations of tests/chats go the same however they are said: worded, answered, interrupted, named otherwise.

`make test` tries a few changes beside each line of some of them, `make soak` all of them beside every line of all. What
is known to go otherwise stands in metamorphic_known.toml with its reason, or has a share that may: all else is new.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from tests.later import tells_no_date, weeks_later
from tests.metamorphic import CHATS, tried
from tests.otherwise import CHANGES
from tests.renamed import NAMES, with_names
from tests.soak import share

KNOWN: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "metamorphic_known.toml").read_text(encoding="utf-8")
)
LOOSE = {
    "a slip": 0.06,  # a slip can make another Dutch word, or leave two that were meant
    "a word split": 0.05,  # a word that stands in none of our examples stays as it was written
    "flemish": 0.95,  # "commissies" is kept as it was written
    "short weekdays": 0.35,  # "zo" and "ma" may be another word
    "in haste": 0.45,  # "nt" stands in no list
    "dictated": 0.15,  # without a comma it may be one task or two
    "no question mark": 0.08,  # "kan ik dinsdag komen" is a wish rather than a question
    "a question mark": 0.08,
    "no capitals": 0.05,  # "jo" is a name alone with its capital
    "capitals alone": 0.02,  # one or two words may be a code or a name
    "dates in digits": 0.1,  # "dinsdag 5-3", where 5 March is no Tuesday, may be hours
    "ordinal dates": 0.06,
    "a u in clocks": 0.05,  # "om 2u30" is the afternoon
    "a tap in other words": 0.06,  # of two that can be done, "ik doe het wel" says not which
    "a tap by number": 0.01,
    "a word tapped": 0.01,  # whoever has two addresses taps on the one they wrote at last
    "said again": 0.06,  # who undoes twice undoes two things
    "after a look": 0.045,  # what was shown since is answered first: half of them are a bare "ja"
    "after help": 0.02,
    "after small talk": 0.02,
    "after thanks": 0.01,
    "after 'wacht even'": 0.01,
    "filled": 0.01,
    "beginning with oh": 0.01,
    "thinking it": 0.01,
    "a greeting": 0.01,
    "a capital after each dot": 0.01,
    "bare hours": 0.03,  # "09:00" is the morning, "9 uur" the evening where the morning has been
    "short months": 0.03,  # "31 feb bestaat niet" says it as it was written
    "with u": 0.1,  # "zeg maar u" asks for u
    "no space after a comma": 0.05,
    "spaces before signs": 0.02,
    "leave and a name": 0.01,
    "a letter": 0.01,
    "please": 0.01,
    "broad": 0.01,
}
"""What may be lost, as a share of the lines, by changes that do change something now and then."""
PARTS = share(1, 8)  # of these changes, for as many processes
SOME = ("first_circle", "voice", "claim_typed")

PLAYED = [chat for chat in CHATS if share(chat.stem in SOME, True)]
chats = pytest.mark.parametrize("chat", PLAYED, ids=lambda chat: chat.stem)
undated = pytest.mark.parametrize("chat", [chat for chat in PLAYED if tells_no_date(chat)], ids=lambda chat: chat.stem)


@pytest.mark.soak
@chats
def test_it_goes_the_same_however_it_is_said_and_done(chat: Path) -> None:
    found, _ = tried(chat, {name: change for name, change in CHANGES.items() if name not in LOOSE}, share(2, 99))
    assert not found, "\n".join(map(str, found))


@pytest.mark.soak
@pytest.mark.parametrize("part", range(PARTS))
def test_little_is_lost_where_something_may_be(part: int) -> None:
    allowed = {name: most for at, (name, most) in enumerate(LOOSE.items()) if at % PARTS == part}
    lost, counts = Counter[str](), Counter[str]()
    for chat in CHATS if share(False, True) else [chat for chat in CHATS if chat.stem in SOME]:
        found, tries = tried(chat, {name: CHANGES[name] for name in allowed}, share(1, 99))
        lost.update(one.change for one in found)
        counts.update(tries)
    few = share(20, 0)  # of so few a share says nothing
    shares = {name: lost[name] / counts[name] for name in allowed if counts[name] > few}
    assert {name: round(found, 3) for name, found in shares.items() if found > allowed[name]} == {}


@pytest.mark.soak
@chats
@pytest.mark.parametrize("kind", share(("double",), tuple(NAMES)))
def test_it_goes_the_same_with_people_of_other_names(chat: Path, kind: str) -> None:
    found = with_names(chat, kind)
    assert found is None or chat.stem in KNOWN["names"], str(found)


@pytest.mark.soak
@pytest.mark.parametrize("weeks", share((34,), (3, 34)))  # over a change of the clock, each way
@undated
def test_it_goes_the_same_weeks_later(chat: Path, weeks: int) -> None:
    found = weeks_later(chat, weeks)
    assert found is None or chat.stem in KNOWN["later"], str(found)
