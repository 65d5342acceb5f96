"""Settings from the environment (and a file `.env` beside the program)."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Config(BaseSettings):
    """What whoever hosts this can set."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    database_url: str = "sqlite:///zorgkring.db"
    telegram_token: str = ""
    telegram_secret: str = ""  # for the webhook; made from the token where it is empty
    telegram_url: str = "https://api.telegram.org/bot"  # another Bot API server, for who runs one
    public_url: str = ""  # https address of this program; with it Telegram uses a webhook and the chat page is off
    whatsapp_number: str = ""  # for wa.me links
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)

    @property
    def sqlalchemy_url(self) -> str:
        """The database address with the driver we use; hosts often give "postgres://"."""
        for prefix in ("postgres://", "postgresql://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url[len(prefix) :]
        return self.database_url
