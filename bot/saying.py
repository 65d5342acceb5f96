"""What the program says, before it has an address: buttons still name what they do."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.messages import Attachment


@dataclass(frozen=True)
class Option:
    """A button: an intent that is ready to be done. `means` lets a typed yes or no find it."""

    label: str
    do: str
    values: Mapping[str, Any] = field(default_factory=dict)
    means: str = ""  # "yes", "no", "all" (a yes to all of several), "nod" (no bare yes is meant for it) or ""

    def as_json(self) -> dict[str, Any]:
        """For the row that keeps it."""
        return {"label": self.label, "do": self.do, "values": dict(self.values), "means": self.means}


LONGEST_LABEL = 20  # characters that a button of WhatsApp can show


def label_for(word: Callable[..., str], key: str, name: str) -> str:
    """The label `key` with somebody's name: the first name alone where the whole does not fit on a button."""
    whole = word(key, name=name)
    return whole if len(whole) <= LONGEST_LABEL else word(key, name=name.split()[0])[:LONGEST_LABEL]


@dataclass(frozen=True)
class Drawing:
    """Files that are typeset when they are needed, outside the transaction that owes them: what they are made of."""

    name: str  # "week.pdf"; of pictures "week.png", with the page in it where there are more
    template: str  # in bot/papers
    values: Mapping[str, Any]
    kind: str = "pdf"  # or "png": a picture a page

    def made(self) -> tuple[Attachment, ...]:
        """The files."""
        from bot.papers import typeset  # only who needs paper loads the typesetter

        if self.kind == "pdf":
            return (Attachment(self.name, "application/pdf", typeset.pdf(self.template, dict(self.values))),)
        pages = typeset.pictures(self.template, dict(self.values))
        stem = self.name.removesuffix(".png")
        return tuple(
            Attachment(self.name if len(pages) == 1 else f"{stem}-{n}.png", "image/png", page)
            for n, page in enumerate(pages, 1)
        )


@dataclass(frozen=True)
class Say:
    """One message."""

    text: str
    options: tuple[Option, ...] = ()
    once: bool = True  # the first answer closes it
    about: str = ""  # what it is about in a few words, to tell two open questions apart
    attachments: tuple[Attachment | Drawing, ...] = ()
    dialog: str = ""  # the dialog whose slot it asks
    secret: bool = False  # nothing of it is kept once it is sent (an invitation code)

    def files(self) -> tuple[Attachment, ...]:
        """What goes with it, made where it is not made yet."""
        return tuple(
            made for file in self.attachments for made in (file.made() if isinstance(file, Drawing) else (file,))
        )

    def as_json(self) -> dict[str, Any]:
        """As an outbox row keeps it."""
        files = [_kept(file) for file in self.attachments]
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
            tuple(_file(one) for one in kept.get("files", ())),
            kept.get("dialog", ""),
            kept.get("secret", False),
        )


def _kept(file: Attachment | Drawing) -> dict[str, Any]:
    if isinstance(file, Drawing):
        return {"name": file.name, "template": file.template, "values": dict(file.values), "kind": file.kind}
    return {"name": file.name, "mime": file.mime, "data": b64encode(file.data).decode()}


def _file(kept: Mapping[str, Any]) -> Attachment | Drawing:
    if "template" in kept:
        return Drawing(**kept)
    return Attachment(kept["name"], kept["mime"], b64decode(kept["data"]))
