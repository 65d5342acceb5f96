"""The tables. Column names are the fields of the dataclasses they hold."""

from storage.tables.arranging import absences, ask_rounds, asks, loans, nevers, offers, wishes
from storage.tables.base import metadata
from storage.tables.care import assignments, log_entries, series, shifts, tasks, timesheets
from storage.tables.delivery import message_counts, outbox, paces
from storage.tables.people import addresses, circles, consents, contacts, invites, members, pairings, persons
from storage.tables.sharing import cuts, feeds, groups, jobs
from storage.tables.turns import changes, conversations, inbounds, questions

__all__ = [
    "absences",
    "addresses",
    "ask_rounds",
    "asks",
    "assignments",
    "changes",
    "circles",
    "consents",
    "contacts",
    "conversations",
    "cuts",
    "feeds",
    "groups",
    "inbounds",
    "invites",
    "jobs",
    "loans",
    "log_entries",
    "members",
    "message_counts",
    "metadata",
    "nevers",
    "offers",
    "outbox",
    "paces",
    "pairings",
    "persons",
    "questions",
    "series",
    "shifts",
    "tasks",
    "timesheets",
    "wishes",
]
