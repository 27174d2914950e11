"""Every promise of the Python package, tried against a local cloud. It prints the broken ones, and how many were kept.

``the_client``, ``TheClient`` and ``TheError`` stand for the names of the package, which main.ts fills in.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
import time
import traceback
import uuid
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice

import the_client as sdk
from the_client import TheClient
from the_client.models import CaseInput, CasePatch, CaseStatus, ChatDoneEvent, ChatInput, ProductInput, ProductPatch
from the_client.sdk.retries import retry_after
from the_client.types import UNSET

URL, FLAKY, TOKEN, API_KEY = (os.environ[name] for name in ("SDK_URL", "SDK_FLAKY", "SDK_TOKEN", "SDK_API_KEY"))

kept = 0
broken: list[str] = []


def check(promise: str, holds: bool) -> None:
    global kept
    kept += holds
    if not holds:
        broken.append(promise)


def raised(kind: type[BaseException], work: Callable[[], object]) -> BaseException | None:
    try:
        work()
    except kind as error:
        return error
    return None


def problem(work: Callable[[], object]) -> sdk.ProblemError:
    error = raised(sdk.ProblemError, work)
    assert isinstance(error, sdk.ProblemError), "no problem"
    return error


def flaky(manner: str) -> TheClient:
    return TheClient(f"{FLAKY}/{manner}/{uuid.uuid4()}", token=TOKEN, api_key=API_KEY, base_delay=0.02, max_retries=3)


def items(client: TheClient) -> None:
    answer = client.cases.create_with_response(CaseInput(description="Broken kiosk"))
    case = answer.data
    check(
        "a creation answers the item, its status and its request id", answer.status == 201 and bool(answer.request_id)
    )
    check("an item is read as a model", client.cases.get(case.case_id).status is CaseStatus.OPEN)
    check(
        "an item that has not changed is no answer",
        client.cases.get_if_changed(case.case_id, if_none_match=answer.etag or "") is None,
    )
    changed = client.cases.update(case.case_id, CasePatch(status=CaseStatus.CLOSED), if_match=answer.etag or "")
    check("a change on the condition of an ETag is made", changed.status is CaseStatus.CLOSED)
    check(
        "an item that has changed is an answer",
        client.cases.get_if_changed(case.case_id, if_none_match=answer.etag or "") is not None,
    )
    stale = problem(lambda: client.cases.update(case.case_id, CasePatch(description="x"), if_match=answer.etag or ""))
    check("a change of an older version is a PreconditionFailedError", isinstance(stale, sdk.PreconditionFailedError))

    seen: list[str] = []

    def change(current: object) -> CasePatch | None:
        if not seen:
            # Somebody else writes in between.
            client.cases.update(case.case_id, CasePatch(description="Theirs"))
        seen.append("again")
        return CasePatch(description="Ours")

    both = client.cases.update_with(case.case_id, change)
    check("update_with begins again after a conflict", (len(seen), both.description) == (2, "Ours"))
    check(
        "update_with may leave the item alone",
        client.cases.update_with(case.case_id, lambda _: None).description == "Ours",
    )

    for limit in (float("inf"), 1e300):
        file = client.cases.upload(
            case.case_id,
            bytearray(b"a photo"),  # type: ignore[arg-type]
            file_name="photo.png",
            content_type="image/png",
            attempt_timeout=limit,
            timeout=limit,
        )
        listed = client.cases.list_files(case.case_id).to_list()
        check("an upload without limits is listed", ("photo.png", 7) in [(f.file_name, f.size) for f in listed])
        check("it has the length of its bytes", file.size == 7)


def pages(client: TheClient) -> None:
    made = {client.cases.create(CaseInput(description=f"Page {n}")).case_id for n in range(5)}
    found = list(islice(client.cases.list(limit=2), 5))
    check("an iteration gives every item, page by page", {case.case_id for case in found} == made)
    sizes = [len(page.cases) for page in islice(client.cases.list(limit=2).pages(), 2)]
    check("pages have the size that was asked for", sizes == [2, 2])
    first = client.cases.list(limit=2).first_page()
    second = client.cases.list(limit=2, cursor=first.next_cursor).first_page()
    check("a cursor goes on", not {c.case_id for c in first.cases} & {c.case_id for c in second.cases})
    check("to_list ends at its max", len(client.cases.list(limit=2).to_list(max=3)) == 3)
    closed = client.cases.list(status=CaseStatus.CLOSED)
    check("a filter holds on every page", {case.status for case in closed} <= {CaseStatus.CLOSED})


def problems(client: TheClient) -> None:
    absent = problem(lambda: client.cases.get(uuid.uuid4()))
    check("an absent item is a NotFoundError", isinstance(absent, sdk.NotFoundError) and absent.status == 404)
    check(
        "a problem has its type, title and request id",
        absent.type.endswith("/not-found") and bool(absent.title and absent.request_id),
    )
    check("a problem names its operation and attempts", (absent.operation, absent.attempts) == ("getCase", 1))
    bad = problem(lambda: client.cases.create(CaseInput(description="")))
    check(
        "bad input names each place",
        isinstance(bad, sdk.BadRequestError) and bad.errors[0]["pointer"] == "/description",
    )
    check("bad input is not sent again", bad.attempts == 1)
    check("every error is the error of the package", isinstance(bad, sdk.TheError))

    content = {"category": "chairs", "product_name": "Chair", "product_price": 19.99, "stock": 3}
    product = ProductInput(product_id=f"p-{uuid.uuid4()}", **content)  # type: ignore[arg-type]
    client.products.create(product)
    again = client.products.create_with_response(product)
    check("the same content again is the same item", again.status == 201 and again.replayed)
    product.stock = 4
    other = problem(lambda: client.products.create(product))
    check("other content is a ConflictError", isinstance(other, sdk.ConflictError))
    client.products.update(product.product_id, ProductPatch(stock=5))
    client.products.delete(product.product_id)
    check(
        "a deleted item is gone",
        isinstance(problem(lambda: client.products.get(product.product_id)), sdk.NotFoundError),
    )


def idempotency(client: TheClient) -> None:
    key = str(uuid.uuid4())
    once = client.cases.create(CaseInput(description="Once"), idempotency_key=key)
    twice = client.cases.create_with_response(CaseInput(description="Once"), idempotency_key=key)
    check("a key makes a creation repeatable", (twice.data.case_id, twice.replayed) == (once.case_id, True))
    other = problem(lambda: client.cases.create(CaseInput(description="Other"), idempotency_key=key))
    check(
        "another body is an UnprocessableContentError",
        isinstance(other, sdk.UnprocessableContentError) and other.idempotency_key == key,
    )


def retries(client: TheClient) -> None:
    before = client.cases.list(limit=1).first_page().cases[0].case_id
    made = flaky("fails-first").cases.create_with_response(CaseInput(description="Flaky"))
    check("a creation goes on after 429, 503 and a broken connection", made.status == 201)
    lost = flaky("loses-answers").cases.create_with_response(CaseInput(description="Lost"))
    check("a lost answer creates no second item", lost.replayed)
    newest = [case.description for case in islice(client.cases.list(), 2)]
    check("each was created once", newest == ["Lost", "Flaky"] and before is not None)
    check("a read goes on too", flaky("fails-first").cases.get(made.data.case_id).description == "Flaky")
    gone = flaky("loses-answers")
    product = ProductInput(product_id=f"p-{uuid.uuid4()}", category="a", product_name="b", product_price=1, stock=1)
    client.products.create(product)
    gone.products.delete(product.product_id)
    check(
        "a deletion whose answer was lost has been done",
        isinstance(problem(lambda: client.products.get(product.product_id)), sdk.NotFoundError),
    )
    few = TheClient(f"{FLAKY}/fails-first/{uuid.uuid4()}", token=TOKEN, max_retries=0)
    limited = problem(lambda: few.cases.list().first_page())
    check(
        "without retries the first failure is raised", isinstance(limited, sdk.RateLimitError) and limited.attempts == 1
    )
    own = problem(lambda: few.cases.list(limit=3, max_retries=1).first_page())
    check("options of a call replace those of the client", (own.attempts, own.status) == (2, 503))
    once = TheClient("http://127.0.0.1:9", token=TOKEN, base_delay=0.01)
    refused = raised(ConnectionError, lambda: once.cases.list().first_page())
    check(
        "no connection is a ConnectionError, Python's own too",
        isinstance(refused, sdk.ConnectionError) and refused.attempts == 3,
    )
    redirected = raised(sdk.TheError, lambda: flaky("redirects").cases.list().first_page())
    check("a redirect is refused", "redirect" in str(redirected))
    for value, seconds in (("7", 7), ("3, 60", 3), ("4 ", 4), (" 5", 5), ("2.5", 2), ("soon", None), ("-1", None)):
        failed = sdk.ProblemError(operation="x", status=503, headers={"retry-after": value}, body=None)
        check(f"the wait of Retry-After: {value!r} is {seconds}", retry_after(failed) == seconds)
    # It takes connections, and answers nothing.
    with socket.create_server(("127.0.0.1", 0)) as silent:
        waiting = TheClient(f"http://127.0.0.1:{silent.getsockname()[1]}", attempt_timeout=0.3, max_retries=0)
        slow = raised(TimeoutError, lambda: waiting.cases.list().first_page())
    check("an attempt that takes too long is a TimeoutError", isinstance(slow, sdk.TimeoutError))


def credentials(client: TheClient) -> None:
    asked: list[str | None] = []

    def token(rejected: str | None) -> str | None:
        asked.append(rejected)
        return TOKEN if rejected else "wrong"

    TheClient(URL, token=token).system.get_status()
    check("a token function runs again after a 401", asked == [None, "wrong"])
    nobody = problem(lambda: TheClient(URL).system.get_status())
    check("nobody is an UnauthenticatedError", isinstance(nobody, sdk.UnauthenticatedError))
    name = f"c-{uuid.uuid4()}"
    check("an operation with an API key gets it", not client.customers.get(name).exists)
    check("a body may be left out", client.customers.put_with_response(name, UNSET).status == 201)
    client.customers.delete(name)
    check(
        "a wrong key is a ForbiddenError",
        isinstance(problem(lambda: TheClient(URL, api_key="no").customers.get(name)), sdk.ForbiddenError),
    )
    check("no token is in an error", TOKEN not in repr(nobody) + str(nobody))


def streams(client: TheClient) -> None:
    events = list(client.chat.stream(ChatInput(message="How many cases are open?")))
    check("a stream ends with its last event", len(events) > 1 and isinstance(events[-1], ChatDoneEvent))
    first = client.chat.stream(ChatInput(message="How many cases are open?"))
    next(first)
    check("a stream can be left", client.chat(ChatInput(message="Hello")).reply != "")
    bad = problem(lambda: list(client.chat.stream(ChatInput(message=""))))
    check("what fails before the first event is a problem", isinstance(bad, sdk.BadRequestError))
    cut = raised(sdk.ConnectionError, lambda: list(flaky("loses-answers").chat.stream(ChatInput(message="Hello"))))
    check("a stream without an answer is a ConnectionError", cut is not None)


def finish(connection: socket.socket, data: bytes, spaces: int = 0) -> None:
    """Sends the data, then a space at times, and waits until the caller has left: what is not read would reset the connection."""
    with suppress(OSError):
        connection.sendall(data)
        for _ in range(spaces):
            time.sleep(0.1)
            connection.sendall(b" ")
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):
            pass


class Answers(ThreadingHTTPServer):
    """A service that gives one answer to everything: a status, headers and a body."""

    answer: tuple[int, dict[str, str], bytes] = (200, {}, b"")

    def finish_request(self, request: object, client_address: object) -> None:
        connection = request
        assert isinstance(connection, socket.socket)
        connection.recv(65536)
        status, headers, body = self.answer
        head = {"content-type": "application/json", "content-length": str(len(body)), "connection": "close", **headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        finish(connection, f"HTTP/1.1 {status} Answer\r\n{lines}\r\n".encode() + body)


DEEP = b"[" * 100_000 + b"]" * 100_000
PACKED = {"content-encoding": "gzip"}
STREAM = {"content-type": "text/event-stream"}
HOSTILE: list[tuple[int, dict[str, str], bytes]] = [
    *[(200, {}, body) for body in (b"", b"null", b"[]", b"5", b"<html>", b"{}", b"\xff", b"1" * 5000, DEEP)],
    *[
        (status, {}, body)
        for status in (204, 299, 300, 304, 400, 503, 600)
        for body in (b"", b"[]", b'{"errors":5}', DEEP)
    ],
    (200, PACKED, b"no gzip"),
    (502, PACKED, b"no gzip"),
    (503, {"retry-after": "Mon, 99 Foo 99999"}, b"{}"),
    *[
        (200, STREAM, b"data: " + body + b"\n\n")
        for body in (b"", b"{", b"[]", b'{"type":"news"}', b'{"type":"error"}')
    ],
    (200, STREAM, b"data: " + DEEP + b"\n\n"),
    (200, {**STREAM, **PACKED}, b"no gzip"),
]


def quoting(server: Answers, name: str) -> None:
    """Failures that quote the credential of their request, plain and with the escapes of other writers of JSON."""
    # Base64 has these signs.
    secret = "s3cret/with+signs=="
    client = TheClient(f"http://127.0.0.1:{server.server_port}", token=secret, api_key=secret, max_retries=0)
    problem_body = {"title": "Bad", "detail": f"I got {secret}", "seen": [{secret: secret}]}
    plain = json.dumps(problem_body)
    written = [plain, plain.replace("/", "\\/"), plain.replace("+", "\\u002B"), f"I got {secret}"]
    event = json.dumps({"type": "error", "problem": {"status": 400, **problem_body}})
    streamed: list[tuple[int, dict[str, str], bytes]] = [
        (200, STREAM, f"data: {text}\n\n".encode()) for text in (event, event.replace("/", "\\/"))
    ]
    works: list[tuple[str, Callable[[], object]]] = [
        ("token", lambda: client.cases.get(uuid.uuid4())),
        ("key", lambda: client.customers.get(name)),
    ]
    for kind, work in works:
        for body in written:
            server.answer = (400, {}, body.encode())
            told = problem(work)
            shown = str(told) + repr(told.body)
            check(f"no failure shows the {kind} that it quotes: {shown}", "I got" in shown and "s3cret" not in shown)
    for answer in streamed:
        server.answer = answer
        told = problem(lambda: list(client.chat.stream(ChatInput(message="Hello"))))
        shown = str(told) + repr(told.body)
        check(f"nor does that of a stream: {shown}", "I got" in shown and "s3cret" not in shown)


CURSORS = (b'"again"', b"7", b"{}", b"[]", b"true")


def cursors(server: Answers, client: TheClient) -> None:
    for cursor in CURSORS:
        server.answer = (200, {}, b'{"cases":[],"nextCursor":' + cursor + b"}")
        # The iteration would have no end.
        endless = raised(Exception, lambda: list(islice(client.cases.list().pages(), 9)))
        holds = isinstance(endless, sdk.ConnectionError) and endless.operation == "listCases"
        check(f"the cursor {cursor!r} ends the iteration", holds and "no new cursor" in str(endless))


CASE = {"caseId": str(uuid.uuid4()), "description": "x", "status": "open"} | dict.fromkeys(
    ("createdAt", "updatedAt"), "2026-01-01T00:00:00.000Z"
)


def successes(server: Answers, client: TheClient) -> None:
    for status in (200, 201, 202, 203, 206, 299):
        server.answer = (status, {}, json.dumps(CASE).encode())
        made = client.cases.create_with_response(CaseInput(description="x"))
        check(f"a success with the status {status} has its data", (made.status, made.data.description) == (status, "x"))


ODD = "a\u2028b\u2029c\x85d\x1cf"
DONE = {
    "type": "done",
    "stopReason": "end_turn",
    "usage": dict.fromkeys(("inputTokens", "outputTokens", "totalTokens"), 1),
}
TEXTS = "".join(f"data: {json.dumps(event, ensure_ascii=False)}\n\n" for event in ({"type": "text", "text": ODD}, DONE))


def writings(server: Answers, client: TheClient) -> None:
    """The same events, as different services write them."""
    for how, text in {
        "plain": TEXTS,
        "with line ends of Windows": TEXTS.replace("\n", "\r\n"),
        "with line ends of old Macs": TEXTS.replace("\n", "\r"),
        "with a byte order mark": "\ufeff" + TEXTS,
        "with comments": ": hi\n\n: hi\n" + TEXTS,
    }.items():
        server.answer = (200, {"content-type": "text/event-stream; charset=latin-1"}, text.encode())
        events = raised_or(lambda: list(client.chat.stream(ChatInput(message="Hello"))))
        texts = [getattr(event, "text", None) for event in events] if isinstance(events, list) else events
        check(f"a text {how} has all its signs: {texts!r}", texts == [ODD, None])
    server.answer = (200, {}, TEXTS.encode())
    page = raised(Exception, lambda: list(client.chat.stream(ChatInput(message="Hello"))))
    check("a stream of another type is none", isinstance(page, sdk.ConnectionError) and "not as promised" in str(page))
    server.answer = (200, STREAM, b"data: " + b"x" * 5_000_000)
    long = raised(Exception, lambda: list(client.chat.stream(ChatInput(message="Hello"))))
    check(
        f"an event without an end is too long: {long!r}", isinstance(long, sdk.ConnectionError) and "long" in str(long)
    )


def raised_or(work: Callable[[], object]) -> object:
    try:
        return work()
    except Exception as error:
        return error


class Raw(Answers):
    """A service that writes these bytes, and then a space at times, to everything."""

    raw = b""
    trickles = False

    def finish_request(self, request: object, client_address: object) -> None:
        connection = request
        assert isinstance(connection, socket.socket)
        connection.recv(65536)
        finish(connection, self.raw, 40 if self.trickles else 0)


def raw(_: TheClient) -> None:
    with Raw(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        # A proxy may write the request into its answer.
        client = TheClient(url, token="s3cret-token", api_key="s3cret-key", max_retries=0)
        for answer in (
            b"Bearer s3cret-token\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nBearer s3cret-token\r\n\r\n",
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\ns3cret-token\r\n",
        ):
            server.raw = answer
            works: list[Callable[[], object]] = [
                lambda: client.cases.get(uuid.uuid4()),
                lambda: list(client.chat.stream(ChatInput(message="Hello"))),
            ]
            for work in works:
                error = raised(Exception, work)
                shown = "".join(traceback.format_exception(error)) if error else ""
                holds = isinstance(error, sdk.ConnectionError) and "s3cret" not in shown
                check(f"no traceback shows what a broken answer quotes: {error!r}", holds)
        server.raw = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n"
        server.trickles = True
        begin = time.monotonic()
        waiting = TheClient(url, token=TOKEN, attempt_timeout=0.4, base_delay=0.01, max_retries=1)
        late = raised(Exception, lambda: waiting.cases.get(uuid.uuid4()))
        holds = isinstance(late, sdk.TimeoutError) and late.attempts == 2 and time.monotonic() - begin < 2
        check(f"an answer that trickles is a TimeoutError: {late!r}", holds)
        server.shutdown()


def hostile(_: TheClient) -> None:
    with Answers(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        client = TheClient(f"http://127.0.0.1:{server.server_port}", token=TOKEN, api_key=API_KEY, max_retries=0)
        name = str(uuid.uuid4())
        for answer in HOSTILE:
            server.answer = answer
            works: list[tuple[str, Callable[[], object]]] = [
                ("getCase", lambda: client.cases.get(uuid.uuid4())),
                ("listCases", lambda: client.cases.list().to_list()),
                ("chatStream", lambda: list(client.chat.stream(ChatInput(message="Hello")))),
                ("getCaseUploadUrl", lambda: client.cases.upload(uuid.uuid4(), b"x")),
            ]
            for operation, work in works:
                error = raised(Exception, work)
                holds = isinstance(error, sdk.TheError) and (error.operation, error.attempts) == (operation, 1)
                check(f"{operation} after {str(answer)[:60]} fails with its name: {error!r}"[:200], holds)
        quoting(server, name)
        for answers in (cursors, successes, writings):
            answers(server, client)
        server.shutdown()


NOT_JSON = ProductInput(product_id="p", category="a", product_name="b", product_price=float("nan"), stock=1)


def refusals(client: TheClient) -> None:
    some = uuid.uuid4()
    of_client: list[tuple[str, Callable[[], object]]] = [
        ("base_url must be", lambda: TheClient("localhost:3000")),
        ("base_url must be", lambda: TheClient("http://user:s3cret@127.0.0.1")),
        ("token must be", lambda: TheClient(URL, token="Bearer s3cret")),
        ("api_key must be", lambda: TheClient(URL, api_key="s3cret\nwords")),
        ("max_retries, timeout, token", lambda: TheClient(URL, **{"retries": 3})),  # type: ignore[arg-type]
        ("timeout must be a number", lambda: TheClient(URL, timeout=float("nan"))),
    ]
    of_call: list[tuple[str, str, Callable[[], object]]] = [
        ("getCase", "token must be", lambda: TheClient(URL, token=lambda _: "s3cret\nwords").cases.get(some)),
        ("getCase", "got no token", lambda: TheClient(URL, token=lambda _: str(1 // 0)).cases.get(some)),
        ("getCase", "max_retries, timeout", lambda: client.cases.get(some, **{"retries": 3})),  # type: ignore[arg-type]
        ("getCase", "retries is no option", lambda: client.cases.get(some, **{"retries": 3})),  # type: ignore[arg-type]
        ("getCase", "max_retries must be a number", lambda: client.cases.get(some, max_retries=-1)),
        ("getCase", "headers must be a dict", lambda: client.cases.get(some, headers=5)),  # type: ignore[arg-type]
        ("getCase", "x-one is an invalid header", lambda: client.cases.get(some, headers={"x-one": "s3cret\n"})),
        ("deleteProduct", "product_id must be an id, not ''", lambda: client.products.delete("")),
        ("getProduct", "product_id must be an id, not '..'", lambda: client.products.get("..")),
        (
            "chatStream",
            "timeout must be a number",
            lambda: list(client.chat.stream(ChatInput(message="Hello"), attempt_timeout=float("nan"))),
        ),
        ("listCases", "max must be a number", lambda: client.cases.list().to_list(-1)),
        ("listCases", "max must be a number", lambda: client.cases.list().to_list(2.5)),  # type: ignore[arg-type]
        ("createProduct", "cannot be sent", lambda: client.products.create(NOT_JSON)),
        ("getProduct", "cannot be sent", lambda: client.products.get("p" * 70_000)),
        ("upload", "timeout must be a number", lambda: client.cases.upload(some, b"x", timeout=-1)),
        ("upload", "encode a text", lambda: client.cases.upload(some, "s3cret")),  # type: ignore[arg-type]
        ("upload", "read() an open file", lambda: client.cases.upload(some, sys.stdin)),  # type: ignore[arg-type]
    ]
    for operation, words, work in [*((None, *row) for row in of_client), *of_call]:
        error = raised(Exception, work)
        holds = isinstance(error, sdk.TheError) and words in str(error) and "s3cret" not in repr(error)
        check(f"{words} is said, and no secret: {error!r}", holds)
        check(f"{words} names {operation}", isinstance(error, sdk.TheError) and error.operation == operation)
    absent = raised(
        sdk.ProblemError, lambda: TheClient(URL, token=f"{TOKEN}\n", timeout=float("inf")).cases.get(uuid.uuid4())
    )
    check("the line break of a file with a token is none of it", isinstance(absent, sdk.NotFoundError))


with TheClient(URL, token=TOKEN, api_key=API_KEY, base_delay=0.02) as everything:
    for part in (items, pages, problems, idempotency, retries, credentials, streams, hostile, raw, refusals):
        try:
            part(everything)
        except Exception as error:
            broken.append(f"{part.__name__} ended early: {type(error).__name__}: {error}")
print(*(f"not so: {promise}" for promise in broken), sep="\n", end="\n" if broken else "")
print(f"{kept} kept")
sys.exit(1 if broken else 0)
