"""The `suluh` command. Each command is a module here, imported only when it is called."""

import gc
import sys
from importlib import import_module

COMMANDS = {
    "init": "Prepare the data folder, the database and the first administrator.",
    "serve": "Run database, web and worker together on this machine.",
    "web": "Run the web part alone.",
    "worker": "Run a worker alone.",
    "doctor": "Say in plain words what is wrong with this installation.",
    "manage": "Run a Django management command.",
    "import": "Import units or the monthly recap from a sheet.",
    "sweep": "Visit the registered sites now.",
    "recap": "Write the recap of a month as a sheet.",
    "check": "Look at live sites once, without a database.",
    "read": "Read saved pages: title, date, author, text.",
    "dates": "Read visible date strings.",
    "integrity": "Judge saved pages for gambling or other injected content.",
    "deadline": "Compute legal deadlines.",
    "suggest": "Find public items that answer questions.",
    "audit": "Verify the chain of events.",
    "backup": "Write a backup.",
    "restore": "Restore a backup into a new place.",
    "upgrade": "Bring the database to this version.",
    "demo": "Build and serve the demonstration regency.",
    "simulate-platforms": "Serve simulated social platforms on this machine.",
}
"""Every command with its one line of help. A module has "_" for "-", and a trailing one beside a reserved word."""


def _module_name(command: str) -> str:
    name = command.replace("-", "_")
    return f"{__name__}.{name}_" if name == "import" else f"{__name__}.{name}"


def _print_help() -> None:
    lines = ["Usage: suluh COMMAND [OPTIONS]", "", "Commands:"]
    lines += [f"  {name:<18} {text}" for name, text in COMMANDS.items()]
    sys.stdout.write("\n".join(lines) + "\n")


def main(argv: list[str] | None = None) -> None:
    """Run one command: every module here offers `app`, a Typer application."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in ("-h", "--help", "help"):
        _print_help()
        return
    if words[0] == "--version":
        from importlib.metadata import version

        sys.stdout.write(f"suluh {version('suluh')}\n")
        return
    if words[0] not in COMMANDS:
        sys.stderr.write(f"suluh: no command '{words[0]}'. 'suluh --help' lists them.\n")
        raise SystemExit(2)
    gc.disable()  # what a command loads stays for good: looking for garbage in it took a tenth of the start
    module = import_module(_module_name(words[0]))
    gc.enable()
    module.app(args=words[1:], prog_name=f"suluh {words[0]}")
