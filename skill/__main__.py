"""The command line: ``python -m skill COMMAND``."""

from __future__ import annotations

import argparse
import io
import os
import sys

from skill.alexa.envelopes import DEVICE_KINDS, Device
from skill.commands.ask import ask
from skill.commands.build import build
from skill.commands.chat import chat
from skill.commands.check import check
from skill.library import ContentError
from skill.library.library import load_library
from skill.settings import SettingsError


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Out: 0 fine; 1 a problem in the input or the content, one line each on standard error; 2 wrong usage.
    """
    _speak_utf8()
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        if "locale" in options and options.locale not in load_library().locale_codes:
            parser.error(f"--locale: choose one of {', '.join(load_library().locale_codes)}")
        return _run(options)
    except (ContentError, SettingsError) as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the answers has left
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115  # Python flushes it once more at its end
        return 0
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace) -> int:
    if options.command == "ask":
        return ask(options.question, options.locale, json_output=options.json)
    if options.command == "chat":
        device = Device(options.locale, options.device, options.user, options.audio)
        return chat(device, json_output=options.json)
    if options.command == "check":
        return check()
    if options.command == "build":
        return build()
    from skill.commands.serve import (
        serve,
    )  # Flask is slow to import, and only this command needs it

    return serve(options.port, local=options.local)


def _speak_utf8() -> None:
    """Read and write UTF-8 wherever this runs; bytes that are no UTF-8 are replaced, not fatal."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("choose a port from 0 to 65535")
    return port


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m skill",
        description="Answers spoken questions about the signs of miscarriage. Not a substitute for care.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    asking = commands.add_parser("ask", help="speak the answer to one question")
    asking.add_argument("question", metavar="QUESTION", help="the question; - reads one a line")
    _add_common(asking)

    chatting = commands.add_parser("chat", help="hold a conversation, a line a turn")
    _add_common(chatting)
    chatting.add_argument("--device", choices=DEVICE_KINDS, default="speaker")
    chatting.add_argument("--user", default="someone", metavar="NAME", help="who speaks")
    chatting.add_argument("--audio", action="store_true", help="the device can play recordings")

    commands.add_parser("check", help="validate content and interaction models")
    commands.add_parser("build", help="refresh the interaction models from their sources")

    serving = commands.add_parser("serve", help="run the web service on this machine")
    serving.add_argument("--port", type=_port, default=8080)
    serving.add_argument(
        "--local", action="store_true", help="for trying: SKILL_VERIFY=off is accepted"
    )
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--locale", default="en-US", metavar="LOCALE")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


if __name__ == "__main__":
    sys.exit(main())
