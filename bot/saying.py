"""What the program says, before it has an address: buttons still name what they do."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.messages import Attachment


@dataclass(frozen=True)
class Option:
    """A button: an intent that is ready to be done. `means` lets a typed yes or no find it."""

    label: str
    do: str
    values: Mapping[str, Any] = field(default_factory=dict)
    means: str = ""  # "yes", "no" or ""

    def as_json(self) -> dict[str, Any]:
        """For the row that keeps it."""
        return {"label": self.label, "do": self.do, "values": dict(self.values), "means": self.means}


@dataclass(frozen=True)
class Say:
    """One message."""

    text: str
    options: tuple[Option, ...] = ()
    once: bool = True  # the first answer closes it
    about: str = ""  # what it is about in a few words, to tell two open questions apart
    attachments: tuple[Attachment, ...] = ()
    dialog: str = ""  # the dialog whose slot it asks
    secret: bool = False  # nothing of it is kept once it is sent (an invitation code)

    def as_json(self) -> dict[str, Any]:
        """As an outbox row keeps it."""
        files = [{"name": a.name, "mime": a.mime, "data": b64encode(a.data).decode()} for a in self.attachments]
        return {
            "text": self.text,
            "options": [option.as_json() for option in self.options],
            "once": self.once,
            "about": self.about,
            "dialog": self.dialog,
            "files": files,
            "secret": self.secret,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Say:
        """The inverse of `as_json`."""
        return cls(
            kept["text"],
            tuple(Option(**option) for option in kept.get("options", ())),
            kept.get("once", True),
            kept.get("about", ""),
            tuple(Attachment(f["name"], f["mime"], b64decode(f["data"])) for f in kept.get("files", ())),
            kept.get("dialog", ""),
            kept.get("secret", False),
        )
