#!/usr/bin/env python3
"""A second implementation of Simkl's sign-in, to check the client and the project's own stand-in.

It was written from Simkl's own pages, RFC 6749, 7636, 8628 and 9207 with nothing but Python's standard library, and shares
no code with Couchpin. A client that gets along with this server and with the project's own is not merely agreeing with itself.

    server.py --flow pin|device [--port N] [--interval S] [--expires S] [--latency MS] [--uri URL]
              [--application ID:browser|device|server[:SECRET]] [--token-bytes N]

Without an --application, every id is one without a secret. The one that is named is the only one then, and its redirect
address is http://127.0.0.1/callback. A browser signs in with the device flow (AUTH V2) only.

The first line on standard output is "listening on http://127.0.0.1:PORT". Control, for tests:

    POST /_control/approve   body: a user code to approve, or nothing to approve every waiting one;
                             answers {"approved": N}
    POST /_control/revoke    ends every token
    POST /_control/fault     body: 500 | html | silence | lost | late | none, or {"kind": "500", "times": 1}
                             lost: the request is handled, then a TCP reset instead of the answer
    POST /_control/avatar    what the person's picture is from now on: good | none | huge | long | endless | slow | wrong |
                             missing | redirect | scheme; "good" at the start
    GET  /_control/log       a list of {kind, method, at, done, headers, query, secret}; times are monotonic seconds;
                             "done" is when the last byte was handed to the system, null while there is no answer;
                             "headers" are the names of the headers that came, "query" is what stood behind the "?"
    GET  /_control/secrets   all that was ever handed out and must not leak, oldest first:
                             {"user_codes", "device_codes", "access_tokens", "refresh_tokens"}
"""

import argparse
import base64
import hashlib
import html
import json
import secrets
import socket
import struct
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
PIN_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
DEVICE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
PICTURES = ("good", "none", "huge", "long", "endless", "slow", "wrong", "missing", "redirect", "scheme")
SCOPES = ("media:read", "media:write")
ACCESS_LIFE = 7 * 24 * 3600
TICKET_LIFE = 600
FAULTS = ("500", "html", "silence", "lost", "late")


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


class Application:
    def __init__(self, client_id, kind, secret=None):
        self.id, self.kind, self.secret = client_id, kind, secret

    @classmethod
    def parsed(cls, text):
        return cls(*text.split(":"))

    def returns_to(self, address):
        """The port of a loopback address is open (RFC 8252, 7.3)."""
        given = urlsplit(address)
        return (given.scheme, given.hostname, given.path, given.query) == ("http", "127.0.0.1", "/callback", "")


class Simkl:
    """Codes and tokens. Every method is called with the lock held."""

    def __init__(self, options):
        self.options = options
        self.lock = threading.Lock()
        self.codes = {}  # user code -> its record
        self.pin_tokens = {}  # client id -> the one token it gets
        self.grants = []  # those of the device flow
        self.pages = {}  # open sign-in pages, by what their buttons send: (application, query)
        self.tickets = {}  # the codes that browsers carry: (application, query, when they expire)
        self.issuer = None
        self.log = []
        self.secrets = {"user_codes": [], "device_codes": [], "access_tokens": [], "refresh_tokens": []}
        self.fault, self.fault_left = None, None
        self.avatar = "good"

    # --- applications -------------------------------------------------------------------------------------

    def application(self, client_id):
        if self.options.application:
            return self.options.application if self.options.application.id == client_id else None
        return Application(client_id, "browser") if client_id else None

    def of_v1(self, client_id):
        application = self.application(client_id)
        if application is None:
            raise simkl_error(412, "client_id_failed", "client_id is missing or wrong")
        if self.options.flow != "pin":
            raise simkl_error(400, "unauthorized_client", "This client uses /oauth2")
        return application

    def of_v2(self, form, proof=True):
        """The application; for tokens its secret, if it has one, is judged before anything else."""
        application = self.application(form.get("client_id", ""))
        if application is None or self.options.flow != "device":
            raise oauth_error("invalid_client", 401)
        if proof and application.secret is not None and form.get("client_secret") != application.secret:
            raise oauth_error("invalid_client", 401)
        return application

    # --- codes -------------------------------------------------------------------------------------------

    def new_code(self, application, scope=""):
        pin = self.options.flow == "pin"
        code = None
        while code is None or code in self.codes:
            code = pick(PIN_LETTERS, 5) if pin else pick(DEVICE_LETTERS, 4) + "-" + pick(DEVICE_LETTERS, 4)
        record = {
            "user_code": code,
            "device_code": "DEVICE_CODE" if pin else secrets.token_urlsafe(32),
            "client": application.id,
            "scope": granted(scope),
            "expires": time.monotonic() + self.options.expires,
            "interval": self.options.interval,
            "polled": None,
            "approved": False,
        }
        self.codes[code] = record
        self.secrets["user_codes"].append(code)
        if not pin:
            self.secrets["device_codes"].append(record["device_code"])
        return record

    def approve(self, user_code=""):
        """There is no counterpart: a "No" changes nothing that a device could see."""
        now = time.monotonic()
        waiting = [c for c in self.codes.values() if not c["approved"] and c["expires"] > now]
        codes = [c for c in waiting if user_code in ("", c["user_code"])]
        for code in codes:
            code["approved"] = True
        return len(codes)

    # --- the PIN flow ------------------------------------------------------------------------------------

    def pin_answer(self, application):
        record = self.new_code(application)
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
        return self.pin_answer(self.of_v1(query.get("client_id", "")))

    def pin_poll(self, query, code):
        application = self.of_v1(query.get("client_id", ""))
        record = self.codes.get(code)
        if record is None or record["client"] != application.id or record["expires"] <= time.monotonic():
            return self.pin_answer(application)
        if not record["approved"]:
            return {"result": "KO", "message": "Authorization pending"}
        del self.codes[code]
        return {"result": "OK", "access_token": self.pin_token(application)}

    def pin_token(self, application):
        token = self.pin_tokens.setdefault(application.id, secrets.token_hex(32))
        self.secrets["access_tokens"].append(token)
        return token

    # --- the device grant --------------------------------------------------------------------------------

    def device_ask(self, form):
        record = self.new_code(self.of_v2(form, proof=False), form.get("scope", ""))
        uri = self.options.uri.rstrip("/")
        return {
            "device_code": record["device_code"],
            "user_code": record["user_code"],
            "verification_uri": uri,
            "verification_uri_complete": f"{uri}?user_code={record['user_code']}",
            "expires_in": whole(self.options.expires),
            "interval": whole(self.options.interval),
        }

    def token(self, form):
        application = self.of_v2(form)
        kind = form.get("grant_type", "")
        if kind == "refresh_token":
            return self.refresh(application, form)
        if kind == "authorization_code":
            asked = self.redeem(application, form)
            if asked is None:
                raise oauth_error("invalid_grant")
            return self.new_grant(application, granted(asked.get("scope", "")))
        if kind != DEVICE_GRANT:
            raise oauth_error("unsupported_grant_type")
        record = next(
            (c for c in self.codes.values()
             if c["device_code"] == form.get("device_code") and c["client"] == application.id),
            None,
        )
        if record is None:
            raise oauth_error("invalid_grant")
        now = time.monotonic()
        if record["expires"] <= now:
            raise oauth_error("expired_token")
        hurried = record["polled"] is not None and now - record["polled"] < record["interval"]
        record["polled"] = now
        if hurried:
            record["interval"] += 5
            raise oauth_error("slow_down")
        if not record["approved"]:
            raise oauth_error("authorization_pending")
        del self.codes[record["user_code"]]
        return self.new_grant(application, record["scope"])

    def new_grant(self, application, scope):
        grant = {"client": application.id, "scope": scope, "refresh": "simkl_rt_" + secrets.token_hex(24)}
        self.grants.append(grant)
        return self.token_answer(grant)

    def refresh(self, application, form):
        """The previous access token ends at once, the refresh token stays."""
        for grant in self.grants:
            if grant["client"] == application.id and grant["refresh"] == form.get("refresh_token"):
                return self.token_answer(grant)
        raise oauth_error("invalid_grant")

    def token_answer(self, grant):
        grant["access"], grant["used"] = "simkl_at_" + secrets.token_hex(self.options.token_bytes), time.monotonic()
        self.secrets["access_tokens"].append(grant["access"])
        self.secrets["refresh_tokens"].append(grant["refresh"])
        return {
            "access_token": grant["access"],
            "token_type": "Bearer",
            "refresh_token": grant["refresh"],
            "expires_in": ACCESS_LIFE,
            "scope": grant["scope"],
        }

    def revoke(self, form):
        application, token = self.of_v2(form), form.get("token")
        mine = lambda g: g["client"] == application.id and token in (g["access"], g["refresh"])
        self.grants = [g for g in self.grants if not mine(g)]
        return {}

    # --- through a browser -------------------------------------------------------------------------------

    def page(self, query):
        """The page that asks: what its buttons send, a sentence instead of it, or the address to go back to."""
        application = self.application(query.get("client_id", ""))
        if application is None or self.options.flow != "device":
            return None, "This client id is not one of this page.", None
        if application.kind == "device":
            return None, "Applications for TVs and devices sign in by a code.", None
        if not application.returns_to(query.get("redirect_uri", "")):
            return None, "The redirect address is not the registered one.", None
        proved = query.get("code_challenge") and query.get("code_challenge_method") == "S256"
        if not (proved and query.get("response_type") == "code"):
            return None, None, self.back(query, error="invalid_request")
        key = secrets.token_hex(16)
        self.pages[key] = (application, query)
        return key, None, None

    def pressed(self, button, key):
        """Where the browser goes."""
        application, query = self.pages.pop(key)
        if button != "allow":
            return self.back(query, error="access_denied")
        code = secrets.token_hex(20)
        self.tickets[code] = (application, query, time.monotonic() + TICKET_LIFE)
        return self.back(query, code=code)

    def back(self, query, **answer):
        if "state" in query:
            answer["state"] = query["state"]
        return query["redirect_uri"] + "?" + urlencode({**answer, "iss": self.issuer})

    def redeem(self, application, form):
        """Gives what the code was asked for with, or None; either way the code is gone."""
        owner, asked, expires = self.tickets.pop(form.get("code", ""), (None, {}, 0))
        mine = owner is not None and owner.id == application.id and time.monotonic() < expires
        if not mine or form.get("redirect_uri") != asked.get("redirect_uri"):
            return None
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        proved = base64.urlsafe_b64encode(digest).decode().rstrip("=") == asked["code_challenge"]
        return asked if proved else None

    # --- the account -------------------------------------------------------------------------------------

    def user(self, query, token, body):
        application = self.application(query.get("client_id", ""))
        if application is None:
            raise simkl_error(412, "client_id_failed", "client_id is missing or wrong")
        now, mine = time.monotonic(), application.id
        good = [g["access"] for g in self.grants if g["client"] == mine and now - g["used"] < ACCESS_LIFE]
        if token not in good + [self.pin_tokens.get(mine)] or token is None:
            error = "user_token_failed" if self.options.flow == "pin" else "invalid_token"
            raise simkl_error(401, error, "The token is not valid")
        return body


def granted(scope):
    """Unknown words are passed over; nothing is enough to read."""
    return " ".join(word for word in SCOPES if word in scope.split()) or SCOPES[0]


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
        return {"refresh_token": "refresh", "authorization_code": "exchange"}.get(form.get("grant_type"), "poll")
    return {"/oauth2/revoke": "revoke", "/users/settings": "settings"}.get(path, "other")


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
        if path in ("/oauth2/authorize", "/allow", "/deny"):
            return self.browser(path, query, form)
        scheme, _, token = (self.headers.get("Authorization") or "").partition(" ")
        token = token if scheme.lower() == "bearer" else None
        entry = {
            "kind": kind_of(path, form),
            "method": self.command,
            "at": time.monotonic(),
            "done": None,
            "secret": "client_secret" in form or "client_secret" in query or scheme.lower() == "basic",
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
        time.sleep(self.simkl.options.latency / 1000)
        if fault == "silence":
            self.wait_for_hang_up()
            return None
        if fault == "late":
            time.sleep(3)
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

    def browser(self, path, query, form):
        """What a person sees; it is not in the log."""
        with self.simkl.lock:
            if path in ("/allow", "/deny"):
                key, why, to = None, "That was all.", self.simkl.pressed(path[1:], form.get("key"))
            else:
                key, why, to = self.simkl.page(query)
        if to is not None:
            self.send_response(303)
            self.send_header("Location", to)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return self.wfile.flush()
        page = f"<!doctype html><title>Simkl</title><p>{html.escape(why or '')}</p>"
        for button in ("allow", "deny") if key else ():
            page += f'<form action="/{button}" method="post"><input name="key" value="{key}"><button>{button}</button></form>'
        refused = key is None and path not in ("/allow", "/deny")
        return self.answer(400 if refused else 200, page.encode(), "text/html; charset=utf-8")

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
            entry["sent"] = sent

    def route(self, path, query, form, token):
        simkl, get, post = self.simkl, self.command == "GET", self.command == "POST"
        if get and path == "/oauth/pin":
            return simkl.pin_ask(query)
        if get and path.startswith("/oauth/pin/"):
            return simkl.pin_poll(query, unquote(path[len("/oauth/pin/"):]))
        if post and path == "/oauth2/device":
            return simkl.device_ask(form)
        if post and path == "/oauth2/token":
            return simkl.token(form)
        if post and path == "/oauth2/revoke":
            return simkl.revoke(form)
        if get and path == "/users/settings":
            body = {"user": {"name": "Ann", "avatar": self.avatar()}, "account": {"id": 4242, "type": "free"}}
            return simkl.user(query, token, body)
        raise simkl_error(404, "url_failed", "No such page")

    def control(self, path, body):
        simkl = self.simkl
        with simkl.lock:
            if path == "/_control/approve":
                reply = {"approved": simkl.approve(body.strip())}
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
                entry["done"] = time.monotonic()

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
    parser.add_argument("--token-bytes", type=int, default=24, help="of an access token, two digits each")
    parser.add_argument("--application", type=Application.parsed, help="see above")
    Handler.simkl = Simkl(parser.parse_args())
    server = Server(("127.0.0.1", Handler.simkl.options.port), Handler)
    Handler.simkl.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    print(f"listening on http://127.0.0.1:{server.server_address[1]}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
