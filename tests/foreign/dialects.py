#!/usr/bin/env python3
"""Stand-ins for two services whose device flow is not quite that of RFC 8628: Trakt and MDBList.

Written from what the two services document, with nothing but Python's standard library; it shares no code with Couchpin.

    dialects.py --dialect trakt|mdblist [--interval S]

The first line on standard output is "listening on http://127.0.0.1:PORT". The client id is "living-room"; Trakt's secret is
"canary-secret", MDBList's application has none.

    Trakt    takes JSON only. The status of a poll's answer says everything, and its body is empty. Refresh tokens rotate, and
             a refresh needs the redirect address that is registered.
    MDBList  takes forms only. Its addresses end with a slash. The errors of a poll are those of RFC 8628, and
             device_not_found. Refresh tokens rotate. The answer to a revocation is empty.

Both answer a poll that came within the interval with slow_down, whatever was planned, and log it as early; each slow_down
adds 5 s to the interval of its code (RFC 8628 section 3.5). Control, for tests:

    POST /_control/polls     body: what the next polls are answered with, one word each: pending | slow_down | denied | used |
                             expired | unknown | approve; after the last one, and at the start, polls are pending
    POST /_control/lose      the next refresh is handled, and the connection is closed instead of an answer
    POST /_control/hold      refreshes wait from now on
    POST /_control/release   they go on
    GET  /_control/log       a list of {kind, status, at, early, answer}, oldest first; "kind" is code | poll | refresh | revoke |
                             account | other; "at" is in seconds, "answer" is the word of a poll
    GET  /_control/tokens    {"access", "refresh": those that are accepted now, oldest first, "secrets": all that was handed
                             out}
"""

import argparse
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

CLIENT_ID = "living-room"
CLIENT_SECRET = "canary-secret"
REDIRECT_URI = "urn:ietf:wg:oauth:2.0:oob"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
SLOW_DOWN = 5
WEEK = 604800
ANSWERS = ("pending", "slow_down", "denied", "used", "expired", "unknown", "approve")
# What ends a code.
LAST = ("denied", "used", "expired", "unknown", "approve")


class Refusal(Exception):
    """A status and the error in its body; without one the body is empty."""

    def __init__(self, status, error=None):
        super().__init__(status)
        self.status, self.error = status, error


class Code:
    def __init__(self, interval):
        self.device, self.user = secrets.token_hex(32), secrets.token_hex(4).upper()
        self.interval, self.not_before, self.ended = interval, time.monotonic() + interval, None


class Service:
    """What both have in common."""

    def __init__(self, interval):
        self.interval = interval
        self.lock = threading.Lock()
        self.go = threading.Event()
        self.go.set()
        self.loses = False
        self.planned, self.codes, self.log, self.secrets = [], {}, [], []
        self.access, self.refresh = [], []

    def new_code(self):
        code = Code(self.interval)
        self.codes[code.device] = code
        self.secrets += [code.device, code.user]
        return code

    def poll(self, device, entry):
        """The word that answers a poll."""
        code, now = self.codes.get(device), time.monotonic()
        if code is None:
            answer = "unknown"
        elif code.ended is not None:
            answer = "used" if code.ended == "approve" else code.ended
        elif now < code.not_before:
            answer, entry["early"] = "slow_down", True
        else:
            answer = self.planned.pop(0) if self.planned else "pending"
        entry["answer"] = answer
        if code is not None:
            if answer == "slow_down":
                code.interval += SLOW_DOWN
            code.not_before = now + code.interval
            code.ended = answer if answer in LAST else None
        return answer

    def new_pair(self):
        access, refresh = secrets.token_hex(32), secrets.token_hex(32)
        self.access.append(access)
        self.refresh.append(refresh)
        self.secrets += [access, refresh]
        return {"access_token": access, "refresh_token": refresh, "expires_in": WEEK, "scope": self.scope}

    def rotate(self, refresh):
        """The pair that follows a refresh token, which is of no use any more; nothing else ends."""
        if refresh not in self.refresh:
            raise Refusal(self.used_refresh, "invalid_grant")
        self.refresh.remove(refresh)
        return self.new_pair()

    def revoke(self, token):
        """Ends the pair of a token: the newest one has all that is of use."""
        if token in self.access or token in self.refresh:
            self.access.clear()
            self.refresh.clear()
        return {}


class Trakt(Service):
    scope, used_refresh = "public", 401
    statuses = {"pending": 400, "unknown": 404, "used": 409, "expired": 410, "denied": 418, "slow_down": 429}
    kinds = {
        "/oauth/device/code": "code",
        "/oauth/device/token": "poll",
        "/oauth/token": "refresh",
        "/oauth/revoke": "revoke",
        "/users/settings": "account",
    }

    def read(self, kind, body):
        if kind != "application/json":
            raise Refusal(415)
        return json.loads(body)

    def serve(self, entry, fields, headers, here):
        kind = entry["kind"]
        if kind == "account":
            return self.settings(headers)
        if kind == "code":
            self.check(fields, {"client_id"})
            code = self.new_code()
            return {
                "device_code": code.device,
                "user_code": code.user,
                "verification_url": f"{here}/activate",
                "expires_in": 600,
                "interval": self.interval,
            }
        self.check(fields, {"client_id", "client_secret"})
        if kind == "poll":
            answer = self.poll(fields.get("code"), entry)
            if answer != "approve":
                raise Refusal(self.statuses[answer])
            return self.typed(self.new_pair())
        if kind == "refresh":
            good = fields.get("grant_type") == "refresh_token" and fields.get("redirect_uri") == REDIRECT_URI
            if not good:
                raise Refusal(400, "invalid_request")
            return self.typed(self.rotate(fields.get("refresh_token")))
        return self.revoke(fields.get("token"))

    def typed(self, pair):
        return {**pair, "token_type": "bearer", "created_at": int(time.time())}

    def check(self, fields, needed):
        if fields.get("client_id") != CLIENT_ID:
            raise Refusal(401, "invalid_client")
        if "client_secret" in needed and fields.get("client_secret") != CLIENT_SECRET:
            raise Refusal(401, "invalid_client")

    def settings(self, headers):
        if headers.get("trakt-api-key") != CLIENT_ID or headers.get("trakt-api-version") != "2":
            raise Refusal(403)
        if headers.get("authorization", "").removeprefix("Bearer ") not in self.access:
            raise Refusal(401, "invalid_token")
        avatar = {"avatar": {"full": None}}
        return {"user": {"username": "ann", "ids": {"slug": "ann"}, "images": avatar}}


class Mdblist(Service):
    scope, used_refresh = "write", 400
    errors = {
        "pending": "authorization_pending",
        "slow_down": "slow_down",
        "denied": "access_denied",
        "expired": "expired_token",
        "used": "device_not_found",
        "unknown": "device_not_found",
    }
    kinds = {"/oauth/device-authorization/": "code", "/oauth/token/": "poll", "/oauth/revoke_token/": "revoke"}

    def read(self, kind, body):
        if kind != "application/x-www-form-urlencoded":
            raise Refusal(400, "invalid_request")
        return dict(parse_qsl(body))

    def serve(self, entry, fields, _headers, here):
        if fields.get("client_id") != CLIENT_ID:
            raise Refusal(401, "invalid_client")
        if entry["kind"] == "code":
            if fields.get("scope") != "write":
                raise Refusal(400, "invalid_scope")
            code = self.new_code()
            return {
                "device_code": code.device,
                "user_code": code.user,
                "verification_uri": f"{here}/device/",
                "expires_in": 1800,
                "interval": self.interval,
            }
        if entry["kind"] == "revoke":
            self.revoke(fields.get("token"))
            return None
        if entry["kind"] == "refresh":
            return {**self.rotate(fields.get("refresh_token")), "token_type": "Bearer"}
        if fields.get("grant_type") != DEVICE_GRANT:
            raise Refusal(400, "unsupported_grant_type")
        answer = self.poll(fields.get("device_code"), entry)
        if answer != "approve":
            error = self.errors[answer]
            raise Refusal(404 if error == "device_not_found" else 400, error)
        return {**self.new_pair(), "token_type": "Bearer"}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    service = None

    def log_message(self, *_):
        pass  # a request line would be no news

    def do_GET(self):
        self.handle_request(b"")

    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.handle_request(self.rfile.read(length))

    def handle_request(self, body):
        if self.path.startswith("/_control/"):
            return self.control(self.path.removeprefix("/_control/"), body.decode())
        service = self.service
        entry = {"kind": service.kinds.get(self.path, "other"), "status": None, "at": time.monotonic(), "early": False, "answer": None}
        status, reply, lost = 200, None, False
        try:
            fields = {}
            if self.command == "POST":
                fields = service.read((self.headers.get("Content-Type") or "").split(";")[0], body.decode())
            if fields.get("grant_type") == "refresh_token":
                entry["kind"] = "refresh"
            with service.lock:
                service.log.append(entry)
            if entry["kind"] == "other" or (self.command == "GET") != (entry["kind"] == "account"):
                raise Refusal(404)
            if entry["kind"] == "refresh":
                service.go.wait()
            headers = {name.lower(): value for name, value in self.headers.items()}
            with service.lock:
                lost = entry["kind"] == "refresh" and service.loses
                service.loses = service.loses and not lost
                reply = service.serve(entry, fields, headers, f"http://{self.headers['Host']}")
        except Refusal as refusal:
            status, reply = refusal.status, refusal.error and {"error": refusal.error}
        entry["status"] = status
        if lost:
            self.close_connection = True
            return None
        return self.answer(status, reply)

    def control(self, what, body):
        service, reply = self.service, {}
        with service.lock:
            if what == "polls":
                service.planned = body.split()
                if not set(service.planned) <= set(ANSWERS):
                    return self.answer(400, None)
            elif what == "lose":
                service.loses = True
            elif what == "hold":
                service.go.clear()
            elif what == "release":
                service.go.set()
            elif what == "log":
                reply = service.log
            elif what == "tokens":
                reply = {"access": service.access, "refresh": service.refresh, "secrets": service.secrets}
            else:
                return self.answer(404, None)
            reply = json.loads(json.dumps(reply))
        return self.answer(200, reply)

    def answer(self, status, reply):
        data = b"" if reply is None else json.dumps(reply).encode()
        self.send_response(status)
        # Web frameworks announce a page also where there is no body.
        self.send_header("Content-Type", "application/json" if data else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.wfile.flush()


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass  # a client that hangs up is no news


def main():
    parser = argparse.ArgumentParser(description="Stand-ins for Trakt and MDBList.")
    parser.add_argument("--dialect", choices=("trakt", "mdblist"), required=True)
    parser.add_argument("--interval", type=int, default=5, metavar="S")
    options = parser.parse_args()
    kind = Trakt if options.dialect == "trakt" else Mdblist
    Handler.service = kind(options.interval)
    server = Server(("127.0.0.1", 0), Handler)
    print(f"listening on http://127.0.0.1:{server.server_address[1]}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
