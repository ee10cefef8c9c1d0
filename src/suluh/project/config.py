"""Settings of one installation, from environment variables that begin with SULUH_ (and DATABASE_URL)."""

from functools import cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Config(BaseSettings):
    """Every setting with its meaning; a test holds this list against docs/admin/settings.md."""

    model_config = SettingsConfigDict(env_prefix="SULUH_", env_file=None, extra="ignore")

    data: Path = Field(default=Path("data"), description="Folder that holds the database and private files.")
    database_url: str = Field(
        default="",
        validation_alias="DATABASE_URL",
        description="postgres://user:password@host:port/name of an own server; empty runs the private one.",
    )
    pg_bin: str = Field(default="", description="Folder of PostgreSQL programs to use instead of the bundled ones.")
    secret_key: str = Field(default="", description="Key for sessions; empty keeps one in the key folder.")
    keys: Path | None = Field(default=None, description="Folder of the sealing and session keys, outside the data.")
    hosts: str = Field(default="localhost,127.0.0.1,[::1],.localhost", description="Host names served, by comma.")
    listen: str = Field(default="127.0.0.1", description="Address the web part listens on.")
    port: int = Field(default=8000, description="Port of the web part.")
    web_processes: int = Field(default=1, ge=1, description="Processes of the web part, eight threads each.")
    workers: int = Field(default=2, ge=1, description="Worker processes that 'suluh serve' runs.")
    worker_silence: int = Field(
        default=30, ge=3, description="Seconds without a heartbeat after which a worker counts as dead."
    )
    lease_seconds: int = Field(
        default=60, ge=4, description="Seconds after which the sites of an engine that died are visited by another."
    )
    https: bool = Field(default=False, description="True behind TLS: secure cookies, HSTS.")
    proxies: int = Field(
        default=0,
        ge=0,
        description="Proxies of your own before the web part; limits of tries count visitors behind them.",
    )
    debug: bool = Field(default=False, description="Development only: error pages with source.")
    log_level: str = Field(default="INFO", description="Least level of what is logged: DEBUG, INFO, WARNING, ERROR.")
    mail_url: str = Field(default="", description="smtp://user:password@host:port; empty writes mail to a folder.")
    mail_from: str = Field(default="suluh@localhost", description="Sender of every mail.")
    intake_url: str = Field(default="", description="Mailbox for requests: imaps://user:password@host/INBOX.")
    base_url: str = Field(
        default="", description="Address that people use, for links in mail; platforms fetch media there."
    )
    app_facebook: str = Field(default="", repr=False, description="Office's app at Facebook, name:secret.")
    app_instagram: str = Field(default="", repr=False, description="Office's app at Instagram, name:secret.")
    app_threads: str = Field(default="", repr=False, description="Office's app at Threads, name:secret.")
    app_x: str = Field(default="", repr=False, description="Office's app at X, name:secret.")
    app_youtube: str = Field(default="", repr=False, description="Office's app at Google, name:secret.")
    app_tiktok: str = Field(default="", repr=False, description="Office's app at TikTok, name:secret.")
    platforms_at: str = Field(
        default="", description="Address of the simulated platforms that take all the real ones' place; trial only."
    )
    crawl_map: Path | None = Field(default=None, description="JSON of host to address and ports; demonstration only.")
    crawl_ca: Path | None = Field(default=None, description="Extra certificate authority; demonstration only.")
    allow_private: bool = Field(default=False, description="Visit private addresses too; demonstration only.")
    settle_seconds: int = Field(default=600, description="Least time between two sightings that open a finding.")


@cache
def config() -> Config:
    """The settings of this process, read once."""
    return Config()
