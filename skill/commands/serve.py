"""``serve``: the web service on this machine."""

from __future__ import annotations

from werkzeug.serving import make_server

from skill.settings import Settings
from skill.web import create_app

LOOPBACK = "127.0.0.1"


def serve(port: int, *, local: bool) -> int:
    """Serve Alexa's endpoint on the loopback address until interrupted.

    A reverse proxy with TLS stands before it on a public machine. ``local`` is for trying: it accepts
    SKILL_VERIFY=off and then refuses whatever was forwarded or comes from elsewhere.
    """
    app = create_app(Settings.from_environment(local=local))
    server = make_server(LOOPBACK, port, app, threaded=True)
    print(f"Serving the skill on http://{LOOPBACK}:{server.port}/ (Ctrl+C ends it)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("Stopped.")
    return 0
