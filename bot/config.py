"""Settings from the environment (and a file `.env` beside the program)."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

E164 = PhoneNumberFormat.E164
LOOPBACK = "127.0.0.1"


class Config(BaseSettings):
    """What whoever hosts this can set."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    database_url: str = "sqlite:///zorgkring.db"
    telegram_token: str = ""
    telegram_secret: str = ""  # for the webhook; made from the token where it is empty
    telegram_url: str = "https://api.telegram.org/bot"  # another Bot API server, for who runs one
    public_url: str = ""  # https address of this program; with it Telegram uses a webhook and the chat page is off
    whatsapp_number: str = ""  # digits with the country code: for wa.me links, and ours where Twilio is set
    twilio_account_sid: str = ""  # with it and the token the program answers on WhatsApp; PUBLIC_URL is needed too
    twilio_auth_token: str = ""
    twilio_url: str = ""  # another server than Twilio's own, for trying things out
    host: str = ""  # to serve on; empty: this machine alone, or with PUBLIC_URL everywhere
    port: int = Field(default=8080, ge=1, le=65535)

    @property
    def on_whatsapp(self) -> bool:
        """Whether Twilio is set. Raises ValueError, in words for whoever hosts this, where it is set half or wrong."""
        if not self.twilio_account_sid and not self.twilio_auth_token:
            return False
        if not re.fullmatch(r"AC[0-9a-fA-F]{32}", self.twilio_account_sid) or not self.twilio_auth_token:
            raise ValueError("TWILIO_ACCOUNT_SID is AC and 32 characters, and TWILIO_AUTH_TOKEN belongs with it")
        if not self.public_url.startswith("https://"):
            raise ValueError("WhatsApp needs PUBLIC_URL, the https address where Twilio reaches this program")
        try:
            number = phonenumbers.parse(f"+{self.whatsapp_number}")
            right = phonenumbers.format_number(number, E164) == f"+{self.whatsapp_number}"
        except phonenumbers.NumberParseException:
            right = False
        if not right:
            raise ValueError("WHATSAPP_NUMBER is digits only, with the country code and without its 0: 31612345678")
        return True

    metrics_token: str = ""  # who shows it may read /metrics; without it: this machine alone
    metrics_port: int = Field(default=0, ge=0, le=65535)  # where `worker` shows its metrics, to this machine

    @property
    def serves_on(self) -> str:
        """The address to listen on."""
        return self.host or ("0.0.0.0" if self.public_url else LOOPBACK)

    @property
    def is_private(self) -> bool:
        """Whether nobody outside this machine reaches the program: then alone there is a chat page."""
        return not self.public_url and self.serves_on in (LOOPBACK, "localhost", "::1")

    @property
    def sqlalchemy_url(self) -> str:
        """The database address with the driver we use; hosts often give "postgres://"."""
        for prefix in ("postgres://", "postgresql://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url[len(prefix) :]
        return self.database_url
