#!/usr/bin/env python3
"""A second opinion: Simkl's sign-in as somebody else would write it.

It was written from Simkl's own pages and RFC 8628 with nothing but Python's standard library, and shares no code
with Couchpin. A client that gets along with this server and with the project's own is not merely agreeing with itself.

    server.py --flow pin|device [--port N] [--interval S] [--expires S] [--latency MS] [--uri URL]

The first line on standard output is "listening on http://127.0.0.1:PORT". Control, for tests:

    POST /_control/approve   body: a user code to approve, or nothing to approve every waiting one;
                             answers {"approved": N}
    POST /_control/decline   presses "No" on every waiting code (only the device flow tells the device)
    POST /_control/revoke    ends every token
    POST /_control/fault     body: 500 | html | silence | reset | lost | late | none, or {"kind": "500", "times": 1}
                             reset: a TCP reset, the request is not handled
                             lost: the request is handled, then a TCP reset instead of the answer
    POST /_control/avatar    what the person's picture is from now on: good | none | huge | long | endless | slow | wrong |
                             missing | redirect | scheme; "good" at the start
    GET  /_control/log       a list of {kind, method, at, done, status, ...}; times are monotonic seconds;
                             "done" is when the last byte was handed to the system, null while there is no answer;
                             "headers" are the names of the headers that came, "query" is what stood behind the "?"
    GET  /_control/now       {"now": monotonic seconds}, to compare with the log
    GET  /_control/secrets   all that was ever handed out and must not leak, oldest first:
                             {"user_codes", "device_codes", "access_tokens", "refresh_tokens"}
"""

import argparse
import json
import secrets
import socket
import struct
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
PIN_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
DEVICE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
PICTURES = ("good", "none", "huge", "long", "endless", "slow", "wrong", "missing", "redirect", "scheme")
FAULTS = ("500", "html", "silence", "reset", "lost", "late")


class Refusal(Exception):
    """An answer that is not a success: a status and a body."""

    def __init__(self, status, body):
        super().__init__(status)
        self.status, self.body = status, body


def simkl_error(status, error, message):
    return Refusal(status, {"error": error, "code": status, "message": message})


def oauth_error(error, status=400):
    return Refusal(status, {"error": error, "error_description": error.replace("_", " ").capitalize()})


def pick(letters, count):
    return "".join(secrets.choice(letters) for _ in range(count))


def png(width, height, rows=None):
    """A PNG of one colour; with fewer rows than its head promises if told so."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    row = b"\0" + bytes((90, 140, 60)) * min(width, 4096)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(row * (height if rows is None else rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


class Simkl:
    """Codes and tokens. Every method is called with the lock held."""

    def __init__(self, options):
        self.options = options
        self.lock = threading.Lock()
        self.codes = {}  # user code -> its record
        self.pin_tokens = {}  # client id -> the one token it gets
        self.grants = []  # device grants
        self.log = []
        self.secrets = {"user_codes": [], "device_codes": [], "access_tokens": [], "refresh_tokens": []}
        self.fault, self.fault_left = None, None
        self.avatar = "good"

    # --- codes -------------------------------------------------------------------------------------------

    def new_code(self, client, scope=""):
        pin = self.options.flow == "pin"
        code = None
        while code is None or code in self.codes:
            code = pick(PIN_LETTERS, 5) if pin else pick(DEVICE_LETTERS, 4) + "-" + pick(DEVICE_LETTERS, 4)
        words = [word for word in ("media:read", "media:write") if word in scope.split()]
        record = {
            "user_code": code,
            "device_code": "DEVICE_CODE" if pin else secrets.token_urlsafe(32),
            "client": client,
            "scope": " ".join(words) or "media:read",
            "dies": time.monotonic() + self.options.expires,
            "interval": self.options.interval,
            "polled": None,
            "verdict": None,
        }
        self.codes[code] = record
        self.secrets["user_codes"].append(code)
        if not pin:
            self.secrets["device_codes"].append(record["device_code"])
        return record

    def waiting(self):
        now = time.monotonic()
        return [c for c in self.codes.values() if c["verdict"] is None and c["dies"] > now]

    def judge(self, verdict, user_code=""):
        codes = [c for c in self.waiting() if user_code in ("", c["user_code"])]
        for code in codes:
            code["verdict"] = verdict
        return len(codes)

    # --- the PIN flow ------------------------------------------------------------------------------------

    def pin_client(self, query):
        client = query.get("client_id", "")
        if not client:
            raise simkl_error(412, "client_id_failed", "client_id is missing")
        if self.options.flow != "pin":
            raise simkl_error(400, "unauthorized_client", "This client uses /oauth2")
        return client

    def pin_answer(self, client):
        record = self.new_code(client)
        uri = self.options.uri.rstrip("/")
        return {
            "result": "OK",
            "device_code": "DEVICE_CODE",
            "user_code": record["user_code"],
            "verification_uri": uri,
            "verification_url": uri + "/",
            "expires_in": whole(self.options.expires),
            "interval": whole(self.options.interval),
        }

    def pin_ask(self, query):
        return self.pin_answer(self.pin_client(query))

    def pin_poll(self, query, code):
        client = self.pin_client(query)
        record = self.codes.get(code)
        if record is None or record["client"] != client or record["dies"] <= time.monotonic():
            return self.pin_answer(client)
        if record["verdict"] != "yes":
            return {"result": "KO", "message": "Authorization pending"}
        del self.codes[code]
        token = self.pin_tokens.setdefault(client, secrets.token_hex(32))
        self.secrets["access_tokens"].append(token)
        return {"result": "OK", "access_token": token}

    # --- the device grant --------------------------------------------------------------------------------

    def device_client(self, form):
        client = form.get("client_id", "")
        if not client or self.options.flow != "device":
            raise oauth_error("invalid_client", 401)
        return client

    def device_ask(self, form):
        record = self.new_code(self.device_client(form), form.get("scope", ""))
        uri = self.options.uri.rstrip("/")
        return {
            "device_code": record["device_code"],
            "user_code": record["user_code"],
            "verification_uri": uri,
            "verification_uri_complete": f"{uri}?user_code={record['user_code']}",
            "expires_in": whole(self.options.expires),
            "interval": whole(self.options.interval),
        }

    def device_token(self, form):
        client = self.device_client(form)
        kind = form.get("grant_type", "")
        if kind == "refresh_token":
            for grant in self.grants:
                if grant["client"] == client and grant["refresh"] == form.get("refresh_token"):
                    grant["access"] = "simkl_at_" + secrets.token_hex(24)  # the previous one dies at once
                    return self.token_answer(grant)
            raise oauth_error("invalid_grant")
        if kind != DEVICE_GRANT:
            raise oauth_error("unsupported_grant_type")
        record = next(
            (c for c in self.codes.values()
             if c["device_code"] == form.get("device_code") and c["client"] == client),
            None,
        )
        if record is None:
            raise oauth_error("invalid_grant")
        now = time.monotonic()
        if record["dies"] <= now:
            raise oauth_error("expired_token")
        hurried = record["polled"] is not None and now - record["polled"] < record["interval"]
        record["polled"] = now
        if hurried:
            record["interval"] += 5
            raise oauth_error("slow_down")
        if record["verdict"] is None:
            raise oauth_error("authorization_pending")
        if record["verdict"] == "no":
            raise oauth_error("access_denied")
        del self.codes[record["user_code"]]
        grant = {
            "client": client,
            "access": "simkl_at_" + secrets.token_hex(24),
            "refresh": "simkl_rt_" + secrets.token_hex(24),
            "scope": record["scope"],
        }
        self.grants.append(grant)
        return self.token_answer(grant)

    def token_answer(self, grant):
        self.secrets["access_tokens"].append(grant["access"])
        self.secrets["refresh_tokens"].append(grant["refresh"])
        return {
            "access_token": grant["access"],
            "token_type": "bearer",
            "refresh_token": grant["refresh"],
            "expires_in": 604800,
            "scope": grant["scope"],
        }

    def device_revoke(self, form):
        token = form.get("token")
        self.grants = [g for g in self.grants if token not in (g["access"], g["refresh"])]
        return {}

    # --- the account -------------------------------------------------------------------------------------

    def user(self, query, token, body):
        if not query.get("client_id"):
            raise simkl_error(412, "client_id_failed", "client_id is missing")
        good = list(self.pin_tokens.values()) + [g["access"] for g in self.grants]
        if token not in good:
            raise simkl_error(401, "user_token_failed", "The token is not valid")
        return body


def whole(seconds):
    """Whole seconds as a JSON integer; tests may run with fractions."""
    return int(seconds) if seconds >= 1 or seconds == 0 else 1


def kind_of(path, form):
    if path.startswith("/avatars/"):
        return "picture"
    if path in ("/oauth/pin", "/oauth2/device"):
        return "code"
    if path.startswith("/oauth/pin/"):
        return "poll"
    if path == "/oauth2/token":
        return "refresh" if form.get("grant_type") == "refresh_token" else "poll"
    names = {"/oauth2/revoke": "revoke", "/users/settings": "settings", "/sync/activities": "activities"}
    return names.get(path, "other")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one write for head and body: no pause between two small packets
    disable_nagle_algorithm = True
    simkl = None

    def log_message(self, *_):
        pass  # request lines hold codes

    def do_GET(self):
        self.serve()

    def do_POST(self):
        self.serve()

    def serve(self):
        parts = urlsplit(self.path)
        path = parts.path if parts.path == "/" else parts.path.rstrip("/")
        query = dict(parse_qsl(parts.query))
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "replace")
        if path.startswith("/_control/"):
            return self.control(path, body)
        form = {}
        if (self.headers.get("Content-Type") or "").startswith("application/x-www-form-urlencoded"):
            form = dict(parse_qsl(body))
        scheme, _, token = (self.headers.get("Authorization") or "").partition(" ")
        token = token if scheme.lower() == "bearer" else None
        entry = {
            "kind": kind_of(path, form),
            "method": self.command,
            "at": time.monotonic(),
            "done": None,
            "status": None,
            "fault": None,
            "client_id": query.get("client_id") or form.get("client_id"),
            "app_name": query.get("app-name"),
            "app_version": query.get("app-version"),
            "user_agent": self.headers.get("User-Agent"),
            "bearer": token is not None,
            "headers": sorted(name.lower() for name in self.headers.keys()),
            "query": parts.query,
        }
        if entry["kind"] == "picture":
            with self.simkl.lock:
                self.simkl.log.append(entry)
            return self.picture(path, entry)
        with self.simkl.lock:
            self.simkl.log.append(entry)
            fault = self.take_fault()
            entry["fault"] = fault
        time.sleep(self.simkl.options.latency / 1000)
        if fault == "silence":
            self.wait_for_hang_up()
            return None
        if fault == "late":
            time.sleep(3)
        if fault == "reset":
            return self.reset()
        if fault == "html":
            page = b"<!doctype html><title>Welcome to the hotel</title><h1>Please sign in</h1>"
            return self.answer(200, page, "text/html; charset=utf-8", entry)
        if fault == "500":
            return self.answer(500, b'{"error":"server_error","code":500,"message":"Oops"}', None, entry)
        try:
            with self.simkl.lock:
                status, reply = 200, self.route(path, query, form, token)
        except Refusal as refusal:
            status, reply = refusal.status, refusal.body
        if fault == "lost":
            return self.reset()
        return self.answer(status, json.dumps(reply).encode(), None, entry)

    def avatar(self):
        """Where the settings say that the picture is."""
        here = f"http://127.0.0.1:{self.server.server_address[1]}/avatars/1"
        told = self.simkl.avatar
        return {"none": "", "scheme": here.replace("http:", "ftp:")}.get(told, f"{here}_{told}.png")

    def picture(self, path, entry):
        told = path.rpartition("_")[2].removesuffix(".png")
        if told == "good":
            return self.answer(200, png(64, 64), "image/png", entry)
        if told == "huge":  # in pixels: a few bytes that promise gigabytes
            return self.answer(200, png(30000, 30000, rows=1), "image/png", entry)
        if told == "long":  # in bytes, and honest about it
            return self.answer(200, png(64, 64) + bytes(1024 * 1024), "image/png", entry)
        if told == "wrong":
            return self.answer(200, b"<!doctype html><h1>Not a picture</h1>", "image/png", entry)
        if told == "redirect":
            self.send_response(302)
            self.send_header("Location", "/avatars/1_good.png")
            self.send_header("Content-Length", "0")
            self.end_headers()
            self.wfile.flush()
            return None
        if told in ("endless", "slow"):
            return self.drip(told, entry)
        return self.answer(404, b"", "text/plain", entry)

    def drip(self, told, entry):
        """A body that does not end: as fast as it goes, or a byte now and then."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        sent = 0
        try:
            self.wfile.write(png(64, 64)[:-20])
            while True:
                piece = bytes(65536) if told == "endless" else b"\0"
                self.wfile.write(piece)
                self.wfile.flush()
                sent += len(piece)
                time.sleep(0 if told == "endless" else 0.2)
        except OSError:
            pass
        with self.simkl.lock:
            entry["status"], entry["sent"] = 200, sent

    def route(self, path, query, form, token):
        simkl, get, post = self.simkl, self.command == "GET", self.command == "POST"
        if get and path == "/oauth/pin":
            return simkl.pin_ask(query)
        if get and path.startswith("/oauth/pin/"):
            return simkl.pin_poll(query, unquote(path[len("/oauth/pin/"):]))
        if post and path == "/oauth2/device":
            return simkl.device_ask(form)
        if post and path == "/oauth2/token":
            return simkl.device_token(form)
        if post and path == "/oauth2/revoke":
            return simkl.device_revoke(form)
        if get and path == "/sync/activities":
            return simkl.user(query, token, {"all": "2026-02-03T04:05:06Z"})
        # The PIN flow's reference says POST, the device grant's says GET.
        if path == "/users/settings" and (get or simkl.options.flow == "pin"):
            body = {"user": {"name": "Ann", "avatar": self.avatar()}, "account": {"id": 4242, "type": "free"}}
            return simkl.user(query, token, body)
        raise simkl_error(404, "url_failed", "No such page")

    def control(self, path, body):
        simkl = self.simkl
        with simkl.lock:
            if path == "/_control/approve":
                reply = {"approved": simkl.judge("yes", body.strip())}
            elif path == "/_control/decline":
                reply = {"declined": len(simkl.waiting()) if simkl.options.flow == "pin" else simkl.judge("no")}
            elif path == "/_control/revoke":
                simkl.pin_tokens.clear()
                simkl.grants.clear()
                reply = {}
            elif path == "/_control/fault":
                reply = self.set_fault(body)
            elif path == "/_control/avatar":
                reply = {"avatar": body.strip()} if body.strip() in PICTURES else None
                simkl.avatar = body.strip()
            elif path == "/_control/log":
                reply = simkl.log
            elif path == "/_control/secrets":
                reply = simkl.secrets
            elif path == "/_control/now":
                reply = {"now": time.monotonic()}
            else:
                reply = None
            data = json.dumps(reply).encode()
        self.answer(200 if reply is not None else 404, data)

    def set_fault(self, body):
        text = body.strip()
        order = json.loads(text) if text.startswith("{") else {"kind": text}
        kind = str(order.get("kind"))
        if kind != "none" and kind not in FAULTS:
            return None
        self.simkl.fault = None if kind == "none" else kind
        self.simkl.fault_left = order.get("times")
        return {"fault": kind}

    def take_fault(self):
        simkl, fault = self.simkl, self.simkl.fault
        if fault and simkl.fault_left is not None:
            simkl.fault_left -= 1
            if simkl.fault_left <= 0:
                simkl.fault = None
        return fault

    def answer(self, status, data, kind=None, entry=None):
        self.send_response(status)
        self.send_header("Content-Type", kind or "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        try:
            self.wfile.flush()
        except OSError:
            self.close_connection = True
            return
        if entry is not None:
            with self.simkl.lock:
                entry["status"], entry["done"] = status, time.monotonic()

    def reset(self):
        """Lingering for no time at all makes close() a reset instead of a farewell."""
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        # The file objects keep the socket open until they are closed too.
        self.rfile.close()
        self.connection.close()

    def wait_for_hang_up(self):
        self.close_connection = True
        try:
            while self.connection.recv(1024):
                pass
        except OSError:
            pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def shutdown_request(self, request):
        # A farewell here would soften the reset into an ordinary end.
        if request.fileno() != -1:
            super().shutdown_request(request)

    def handle_error(self, request, client_address):
        pass  # a client that hangs up is no news; a broken test shows in the test


def main():
    parser = argparse.ArgumentParser(description="A foreign stand-in for Simkl's sign-in, for end-to-end tests.")
    parser.add_argument("--flow", choices=("pin", "device"), default="pin")
    parser.add_argument("--port", type=int, default=0, help="on 127.0.0.1; 0 lets the system choose")
    parser.add_argument("--interval", type=float, default=5, metavar="S")
    parser.add_argument("--expires", type=float, default=900, metavar="S")
    parser.add_argument("--latency", type=float, default=0, metavar="MS", help="wait before each answer")
    parser.add_argument("--uri", default="https://simkl.com/pin", help="where people are sent to")
    Handler.simkl = Simkl(parser.parse_args())
    server = Server(("127.0.0.1", Handler.simkl.options.port), Handler)
    print(f"listening on http://127.0.0.1:{server.server_address[1]}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
