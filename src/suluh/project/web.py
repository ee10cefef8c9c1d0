"""The web part: gunicorn with threads."""

from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.config import Config as GunicornConfig

from suluh.project.config import Config

THREADS = 8


class Web(BaseApplication):
    """Gunicorn, configured from our settings instead of a file."""

    cfg: GunicornConfig

    def __init__(self, config: Config) -> None:
        self._config = config
        super().__init__()

    def load_config(self) -> None:
        """Hand gunicorn what it needs to know."""
        values: dict[str, Any] = {
            "bind": [f"{self._config.listen}:{self._config.port}"],
            "workers": self._config.web_processes,
            "worker_class": "gthread",
            "threads": THREADS,
            "timeout": 60,
            "graceful_timeout": 10,
            "keepalive": 5,
            "max_requests": 20000,
            "max_requests_jitter": 2000,
            "forwarded_allow_ips": "127.0.0.1,::1" if self._config.https else "",
            "proc_name": "suluh web",
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        for name, value in values.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """Load the application in each worker process, so that none shares a connection."""
        from suluh.project.wsgi import application

        return application
