"""A gateway in five calls, with the standard library of Python alone: to read, and to see that the contract needs no language of its own.

It knows test persons instead of a broker. `python3 gateway.py 8787`, then `npx library-signup conformance http://127.0.0.1:8787/`.
"""
import datetime
import hashlib
import json
import re
import secrets
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BRANCHES = [{"id": "DK-710100-1", "name": "Hovedbiblioteket"}]
CALLS = ["GET capabilities", "POST sessions", "GET sessions/current", "DELETE sessions/current", "GET branches", "POST patrons"]
STATUS = {"proof-invalid": 400, "session-expired": 401, "under-age": 403, "not-found": 404, "already-patron": 409, "field-invalid": 422}
SESSION_SECONDS = 1200
ORIGIN = "https://library.example"
REDIRECT_URI = ORIGIN + "/sign-up"
lock = threading.Lock()
sessions, patrons, answers, used = {}, {}, {}, set()
YEAR = datetime.date.today().year


def person(name):
    """Here goes the broker: who somebody is, by the claims of an ID token that was checked."""
    young = {"seventeen": YEAR - 17}.get(name, 1986)
    return {"subject": name, "birth": f"{young}-03-12", "name": "Test", "protected": name == "protected"}


class Problem(Exception):
    def __init__(self, code=None, status=None, **facts):
        self.status = status or STATUS[code]
        self.body = {"type": "about:blank", "title": code or "Not a request", "status": self.status, **({"code": code} if code else {}), **facts}


def age(birth):
    today, born = datetime.date.today(), datetime.date.fromisoformat(birth)
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def describe(token):
    who = sessions[token]
    shown = {"birthDate": who["birth"], "age": age(who["birth"]), "hasCpr": True}
    shown |= {"addressProtected": True} if who["protected"] else {"name": who["name"]}
    status = "active" if who["subject"] in patrons else "none"
    return {"token": token, "expiresIn": SESSION_SECONDS, "person": shown, "patron": {"status": status}, "library": "DK-710100", "method": "eid"}


def open_session(body):
    if not isinstance(body, dict) or body.get("method") != "code":
        raise Problem("field-invalid", errors=[{"field": "method", "code": "required"}])
    code = body.get("code", "")
    name = code.partition(":")[0]
    with lock:
        wrong = not body.get("codeVerifier") or not body.get("nonce") or body.get("provider") != "mitid" or body.get("redirectUri") != REDIRECT_URI
        if wrong or ":" not in code or code in used:
            raise Problem("proof-invalid")
        used.add(code)
    token = secrets.token_hex(16)
    sessions[token] = person(name)
    return 201, describe(token)


def weak(pin):
    steps = {ord(b) - ord(a) for a, b in zip(pin, pin[1:])}
    return len(pin) != 4 or not pin.isdigit() or steps in ({0}, {1}, {-1})


def register(body, token):
    if token not in sessions:
        raise Problem("session-expired")
    who, body = sessions[token], body if isinstance(body, dict) else {}
    if who["subject"] in patrons:
        raise Problem("already-patron")
    if age(who["birth"]) < 18:
        raise Problem("under-age")
    text = lambda name: body.get(name) if isinstance(body.get(name), str) else ""
    errors = []
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text("email")):
        errors.append({"field": "email", "code": "invalid"})
    if text("branch") not in [branch["id"] for branch in BRANCHES]:
        errors.append({"field": "branch", "code": "unknown"})
    if body.get("phone") and not re.fullmatch(r"\d{8}", text("phone")):
        errors.append({"field": "phone", "code": "invalid"})
    if weak(text("pin")):
        errors.append({"field": "pin", "code": "weak-sequence"})
    if errors:
        raise Problem("field-invalid", errors=errors)
    patrons[who["subject"]] = body
    return 201, {"userId": {"type": "cpr", "hint": "720386-••••"}, "resident": True, "card": "health-card"}


class Gateway(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=None, kind="application/json"):
        data = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        if data:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        if self.headers.get("Origin") == ORIGIN:
            self.send_header("Access-Control-Allow-Origin", ORIGIN)
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
            self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key")
        self.end_headers()
        self.wfile.write(data)

    def body(self):
        length = int(self.headers.get("Content-Length") or 0)
        raw = self.rfile.read(length)
        if length > 16384:
            raise Problem(status=413)
        if not raw:
            return None
        if not self.headers.get("Content-Type", "").startswith("application/json"):
            raise Problem(status=415)
        try:
            return json.loads(raw)
        except (ValueError, RecursionError):
            raise Problem(status=400)

    def route(self, body):
        name = f"{self.command} {self.path.strip('/')}"
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if name == "GET capabilities":
            pin = {"minLength": 4, "maxLength": 4, "weak": "refuse"}
            return 200, {"calls": CALLS, "userIds": ["cpr"], "pin": pin, "mailsPinLink": False, "tellsExpiredLink": False}
        if name == "GET branches":
            return 200, {"branches": BRANCHES}
        if name == "POST sessions":
            return self.once(name, body, token, lambda: open_session(body))
        if name == "POST patrons":
            return self.once(name, body, token, lambda: register(body, token))
        if name in ("GET sessions/current", "DELETE sessions/current"):
            if token not in sessions:
                raise Problem("session-expired")
            if self.command == "GET":
                return 200, describe(token)
            del sessions[token]
            return 204, None
        raise Problem("not-found")

    def once(self, name, body, token, work):
        """The same key gets the same answer, and is bound to the request. One at a time: two at once are one patron."""
        key = self.headers.get("Idempotency-Key")
        if key is None:
            return work()
        print_of = hashlib.sha256(json.dumps([name, body, token]).encode()).hexdigest()
        with lock if name == "POST patrons" else threading.Lock():
            if key in answers:
                fingerprint, answer = answers[key]
                if fingerprint != print_of:
                    raise Problem("field-invalid", errors=[{"field": "Idempotency-Key", "code": "reused"}])
            else:
                try:
                    answer = work()
                except Problem as problem:
                    answer = problem
                answers[key] = (print_of, answer)
        if isinstance(answer, Problem):
            raise answer
        return answer

    def handle_call(self):
        try:
            self.answer(*self.route(self.body()))
        except Problem as problem:
            self.answer(problem.status, problem.body, "application/problem+json")

    do_GET = do_POST = do_PUT = do_DELETE = handle_call

    def do_OPTIONS(self):
        self.answer(204)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8787), Gateway)
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()
