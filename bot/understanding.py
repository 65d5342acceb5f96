"""Dutch text -> what somebody means: an intent, its values, and what must be asked first. Pure; touches no store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from locales.nl.reading import Setting

Value = Any  # what JSON can hold: str, int, list[str], list[dict]


class Intent(StrEnum):
    """What somebody wants. The first part is public (`python -m bot understand`), the rest is the program's own."""

    CREATE_TASK = "create_task"
    CREATE_SERIES = "create_series"
    CLAIM = "claim"
    CLAIM_MANY = "claim_many"
    RELEASE = "release"
    TAKE_OVER_REQUEST = "take_over_request"
    SWAP_REQUEST = "swap_request"
    ABSENCE = "absence"
    AVAILABILITY = "availability"
    SHOW_ROSTER = "show_roster"
    SHOW_MINE = "show_mine"
    SHOW_OPEN = "show_open"
    WHO_IS_COMING = "who_is_coming"
    EDIT_TASK = "edit_task"
    CANCEL_TASK = "cancel_task"
    ANSWER_YES = "answer_yes"
    ANSWER_NO = "answer_no"
    ANSWER_SLOT = "answer_slot"
    CORRECTION = "correction"
    LOG_NOTE = "log_note"
    INVITE = "invite"
    JOIN = "join"
    SETTINGS_QUIET = "settings_quiet"
    SETTINGS_REMINDER = "settings_reminder"
    EXPORT = "export"
    PROPOSE_ROSTER = "propose_roster"
    HELP = "help"
    THANKS = "thanks"
    STRAIN_SIGNAL = "strain_signal"
    EMERGENCY = "emergency"
    STOP_DIALOG = "stop_dialog"
    UNDO = "undo"
    DELETE_ME = "delete_me"
    MY_DATA = "my_data"
    UNKNOWN = "unknown"
    # the program's own
    START = "start"
    BACK = "back"
    PLAN = "plan"  # "ik wil iets plannen", without saying what
    MAKE_CIRCLE = "make_circle"
    SWITCH_CIRCLE = "switch_circle"
    PAUSE_CIRCLE = "pause_circle"
    RESUME_CIRCLE = "resume_circle"
    CLOSE_CIRCLE = "close_circle"
    LEAVE_CIRCLE = "leave_circle"
    REMOVE_MEMBER = "remove_member"
    ADD_ORGANISER = "add_organiser"
    ADD_PLACEHOLDER = "add_placeholder"
    WITHDRAW_INVITE = "withdraw_invite"
    SHOW_DONE = "show_done"
    LATE = "late"
    ALREADY_DONE = "already_done"
    ARRIVED = "arrived"
    HOW_LONG = "how_long"
    GOING = "going"  # "ben onderweg": not there yet
    SETTINGS = "settings"
    ADDRESS_FORM = "address_form"
    ASK_AROUND = "ask_around"
    ASK_STOP = "ask_stop"
    HELP_ME_ASK = "help_me_ask"
    MESSAGES = "messages"  # what somebody gets and when
    MARK_CRITICAL = "mark_critical"  # "de medicijnen mogen niet gemist worden"
    GIVES_BACK = "gives_back"  # what the recipient likes to give to who helps
    SHOW_LOG = "show_log"
    SHOW_LOAD = "show_load"
    SHOW_MEMBERS = "show_members"
    RESET_CALENDAR = "reset_calendar"
    IMPACT = "impact"
    SET_CONTACT = "set_contact"
    SET_REGION = "set_region"
    OWN_NUMBER = "own_number"
    HABIT = "habit"  # "Piet doet altijd de dinsdag"
    HABIT_END = "habit_end"  # "ik stop met de dinsdag"
    WISH = "wish"  # what somebody can, has or likes
    WEIGHTS = "weights"  # how heavily nights and weekends count
    OVERVIEW = "overview"
    COORDINATOR_SEES = "coordinator_sees"
    VOLUNTEERS = "volunteers"
    LEND = "lend"
    GROUP_CLAIM = "group_claim"
    TIMESHEET = "timesheet"
    SIGN_HOURS = "sign_hours"
    SEARCH_LOG = "search_log"
    EXPORT_LOG = "export_log"
    INVITE_WALL = "invite_wall"  # a notice on a wall
    SPEAK_FOR = "speak_for"  # "buurman Jan heeft geen telefoon"
    ADD_ADDRESS = "add_address"  # "ik wil ook op WhatsApp"
    MY_ADDRESSES = "my_addresses"
    PREFER_ADDRESS = "prefer_address"
    DROP_ADDRESS = "drop_address"
    TIE_GROUP = "tie_group"  # a family's group chat and a circle
    UNTIE_GROUP = "untie_group"
    GOODBYE = "goodbye"
    GOES_ON = "goes_on"  # "de fysio gaat toch door"
    OTHER_TIME = "other_time"  # "ik kan wel, maar pas na 4 uur", to what one is asked
    REST = "rest"  # "even geen berichten tot maandag"
    REST_END = "rest_end"
    ASK_PERSON = "ask_person"  # "vraag Piet of hij vrijdag kan"


PUBLIC = {
    Intent.START: "unknown",
    Intent.BACK: "stop_dialog",
    Intent.PLAN: "create_task",
    Intent.MAKE_CIRCLE: "unknown",
    Intent.SWITCH_CIRCLE: "unknown",
    Intent.PAUSE_CIRCLE: "unknown",
    Intent.RESUME_CIRCLE: "unknown",
    Intent.CLOSE_CIRCLE: "unknown",
    Intent.LEAVE_CIRCLE: "unknown",
    Intent.REMOVE_MEMBER: "unknown",
    Intent.ADD_ORGANISER: "unknown",
    Intent.ADD_PLACEHOLDER: "invite",
    Intent.WITHDRAW_INVITE: "unknown",
    Intent.SHOW_DONE: "show_roster",
    Intent.LATE: "log_note",
    Intent.ALREADY_DONE: "log_note",
    Intent.ARRIVED: "answer_yes",
    Intent.GOING: "answer_yes",
    Intent.HOW_LONG: "show_roster",
    Intent.SETTINGS: "help",
    Intent.ADDRESS_FORM: "unknown",
    Intent.ASK_AROUND: "unknown",
    Intent.ASK_STOP: "unknown",
    Intent.MESSAGES: "unknown",
    Intent.MARK_CRITICAL: "unknown",
    Intent.GIVES_BACK: "unknown",
    Intent.HELP_ME_ASK: "help",
    Intent.SHOW_LOG: "unknown",
    Intent.SHOW_LOAD: "unknown",
    Intent.SHOW_MEMBERS: "unknown",
    Intent.RESET_CALENDAR: "unknown",
    Intent.IMPACT: "unknown",
    Intent.SET_CONTACT: "unknown",
    Intent.SET_REGION: "unknown",
    Intent.OWN_NUMBER: "unknown",
    Intent.HABIT: "claim_many",
    Intent.HABIT_END: "release",
    Intent.WISH: "unknown",
    Intent.WEIGHTS: "unknown",
    Intent.OVERVIEW: "show_open",
    Intent.COORDINATOR_SEES: "unknown",
    Intent.VOLUNTEERS: "unknown",
    Intent.LEND: "unknown",
    Intent.GROUP_CLAIM: "claim",
    Intent.TIMESHEET: "export",
    Intent.SIGN_HOURS: "unknown",
    Intent.SEARCH_LOG: "unknown",
    Intent.EXPORT_LOG: "export",
    Intent.INVITE_WALL: "invite",
    Intent.SPEAK_FOR: "invite",
    Intent.ADD_ADDRESS: "unknown",
    Intent.MY_ADDRESSES: "unknown",
    Intent.PREFER_ADDRESS: "unknown",
    Intent.DROP_ADDRESS: "unknown",
    Intent.TIE_GROUP: "unknown",
    Intent.UNTIE_GROUP: "unknown",
    Intent.GOODBYE: "unknown",
    Intent.GOES_ON: "unknown",
    Intent.OTHER_TIME: "availability",
    Intent.REST: "settings_quiet",
    Intent.REST_END: "settings_reminder",
    Intent.ASK_PERSON: "take_over_request",
}  # how the program's own intents look in the public list

# Whatever creates or changes something. Talk about the past or small talk never becomes one of these.
ACTING = frozenset(
    {
        Intent.CREATE_TASK, Intent.CREATE_SERIES, Intent.CLAIM, Intent.CLAIM_MANY, Intent.RELEASE,
        Intent.TAKE_OVER_REQUEST, Intent.SWAP_REQUEST, Intent.ABSENCE, Intent.AVAILABILITY,
        Intent.EDIT_TASK, Intent.CANCEL_TASK,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A member as the conversation knows them."""

    name: str
    key: str = ""  # what `who` holds for this person; the name where it is ""
    nicknames: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """What the conversation knows when a message comes in."""

    now: datetime  # aware, in the circle's zone
    speaker: str = "organiser"  # or "helper"
    members: tuple[Person, ...] = ()
    recipients: tuple[str, ...] = ()  # who is cared for: "Nel"
    asked: str | None = (
        None  # the slot just asked: what, when, duration, people_needed, who, note, name, yes_no, option, ...
    )
    choices: tuple[str, ...] = ()  # the labels last offered, in order
    tasks: tuple[str, ...] = ()  # names of tasks that have shifts
    day: datetime | None = None  # the day on the table, where one is
    region: str = ""  # for school holidays: noord, midden, zuid
    offered: bool = False  # whether something to do is on the table, at a time of its own

    @cached_property
    def setting(self) -> Setting:
        """What reading a message needs of it."""
        return Setting(
            now=self.now,
            organiser=self.speaker == "organiser",
            members=tuple(person.name for person in self.members),
            nicknames=tuple((person.name, nick) for person in self.members for nick in person.nicknames),
            recipients=self.recipients,
            tasks=self.tasks,
            day=self.day,
            region=self.region,
        )


@dataclass(frozen=True)
class Doubt:
    """One thing to ask before anything is done."""

    slot: str  # the value that is in doubt
    alternatives: tuple[Value, ...] = ()  # what it may be, the likeliest first
    reason: str = ""  # part_of_day, weekday_date, which_week, which_person, ...


@dataclass(frozen=True)
class Understanding:
    """What a message means.

    `values` holds what the text itself fixes, as JSON: `start` and `end` are local ISO times ("2025-03-06T14:30:00"),
    a date where only the day is said ("2025-03-06"), a clock time where only that is ("14:30", in corrections, answers
    and changes); `end` is exclusive. `from` and `until` are dates, both included. `who` is a list of members' keys,
    "ik" for the speaker. `option` is the number of the choice meant. Beside the public values: `title` (the task to be
    read back), `task` (the one on the roster that is meant), `recipient`, `part` of the day, `times` of a day, `code`,
    `note`, `items` of a pasted week (`one_by_one` where each is asked about), `minutes`, `shift_min`, `skip`.
    """

    intent: Intent
    values: Mapping[str, Value] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    sentence: str = ""  # the one of a long message that matters, where the rest only tells how it is


def understand(text: str, context: Context) -> Understanding:
    """What `text` means in this conversation: emergency, expected answer, correction, new wish, or unknown."""
    from bot.meaning import find  # it needs the types above

    return find(text, context)


def prepare() -> None:
    """Read and compile everything that the first message would else wait for; done at the start."""
    noon = datetime(2025, 1, 6, 12, tzinfo=UTC)
    understand("a b c 12:00", Context(noon))
    understand("a b c", Context(noon, asked="yes_no"))
