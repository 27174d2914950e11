"""Sends one call: its attempts, the token of each, and its answer."""

from __future__ import annotations

import json
import re
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

import httpx

from ..client import Client
from ..types import Unset
from .checks import address_of, check_headers, check_ids, checked, credential
from .errors import ConnectionError, ProblemError, SdkError, TimeoutError, problem_of
from .retries import Budget, CallOptions, is_passing, limit_of, with_retries

T = TypeVar("T")

MALFORMED = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
"""What the parsers raise for an answer that is not as promised."""

LINE_END = re.compile(r"\r\n|\n|\r(?=[^\n])")
"""No other sign ends a line of a stream. ``str.splitlines`` knows more, which a text may have."""

LONGEST_EVENT = 2**22
"""Signs. Without a limit an event that never ends would fill the memory."""

QUOTED = re.compile(r": (bytearray\()?b['\"].*", re.DOTALL)
"""What h11 quotes of a broken answer. The answer may quote the request."""

TokenSource = Callable[[str | None], str | None]
"""Gives the token, or ``None`` when nobody is signed in. It gets the token that the service has rejected, or ``None``."""


@dataclass(frozen=True)
class Answer(Generic[T]):
    """An answer: its data, and what came with it."""

    data: T
    status: int
    headers: Mapping[str, str]
    request_id: str | None

    @property
    def etag(self) -> str | None:
        """The version of the item, for ``if_match``."""
        return self.headers.get("etag")

    @property
    def replayed(self) -> bool:
        """Whether an earlier call with the same idempotency key has made the item."""
        return self.headers.get("idempotent-replayed") == "true"


@dataclass(frozen=True)
class Operation:
    """The part of an operation of the contract that is needed to send it."""

    id: str
    method: str
    auth: Literal["token", "apiKey", "none", "any"]
    repeat: Literal["key", "content"] | None
    is_empty: bool
    path: str
    successes: tuple[int, ...]
    key_name: str = "x-api-key"


def key_or_random(key: str | Unset) -> str:
    """Every creation has a key, the same for all its attempts."""
    return str(uuid.uuid4()) if isinstance(key, Unset) else key


class Sender:
    """What the resources of a client share."""

    def __init__(
        self,
        base_url: str,
        token: str | TokenSource | None,
        api_key: str | None,
        http: httpx.Client,
        options: CallOptions,
    ) -> None:
        self.http = http
        self.options = checked(options)
        self.budget = Budget()
        self._base_url = address_of(base_url)
        self._token = token if callable(token) else credential("token", token)
        self._api_key = credential("api_key", api_key)
        # The generated parsers ask it for one setting alone.
        self._parser = Client(base_url=base_url)

    def send(
        self, operation: Operation, request: dict[str, Any], parse: Callable[..., Any], own: CallOptions
    ) -> Answer[Any]:
        """The answer of the call. A failure is raised."""
        options: CallOptions = {**self.options, **checked(own, operation.id)}
        given = {name.lower(): value for name, value in request.get("headers", {}).items()}
        key: str | None = given.get("idempotency-key")
        common = {**self.options.get("headers", {}), **own.get("headers", {}), **given}
        is_repeatable = key is not None or operation.repeat is not None or operation.method not in ("POST", "PATCH")
        is_lost = False

        def may_repeat(error: SdkError) -> bool:
            nonlocal is_lost
            repeats = is_repeatable and is_passing(error)
            # A 429 came before anything was done. After any other failure the service may have done its work.
            is_lost = is_lost or (repeats and not (isinstance(error, ProblemError) and error.status == 429))
            return repeats

        def attempt(seconds: float) -> Answer[Any]:
            response = self._attempt(operation, request, common, seconds)
            return self._answer(operation, response, parse, "if-none-match" in given)

        try:
            return with_retries(options, self.budget, attempt, may_repeat)
        except SdkError as error:
            error.operation = operation.id
            error.idempotency_key = key
            is_gone = operation.method == "DELETE" and isinstance(error, ProblemError) and error.status == 404
            if not (is_lost and isinstance(error, ProblemError)) or not (is_gone or error.status == 412):
                raise
            # An earlier attempt may have made this change, or somebody else another one.
            if "if-match" in given:
                lost = ConnectionError(f"{operation.id} lost an answer, and may have been done")
                lost.operation, lost.attempts = operation.id, error.attempts
                raise lost from error
            if not is_gone:
                raise
            # An earlier attempt may have deleted the item. Either way it is gone.
            return Answer(None, 204, error.headers, error.request_id)

    def stream(
        self,
        operation: Operation,
        request: dict[str, Any],
        parse: Callable[..., Any],
        own: CallOptions,
        end: str,
        failure: str,
    ) -> Iterator[Any]:
        """The events of one answer. Whoever stops reading ends the request, and with it the work of the service."""
        seconds = checked(own, operation.id).get("attempt_timeout", self.options.get("attempt_timeout", 30.0))
        common = {**self.options.get("headers", {}), **own.get("headers", {}), **request.get("headers", {})}
        response: httpx.Response | None = None
        try:
            response = self._attempt(operation, request, {"accept": "text/event-stream", **common}, seconds)
            if response.status_code >= 300:
                response.read()
                self._answer(operation, response, parse, False)
            if not response.headers.get("content-type", "").lower().startswith("text/event-stream"):
                raise ConnectionError(f"{operation.id} got no usable answer: not as promised")
            # Events are UTF-8 (HTML, section 9.2), whatever the header says. This one takes away a byte order mark.
            response.encoding = "utf-8-sig"
            for body in events_in(lines_in(response.iter_text())):
                event = json.loads(body)
                kind = event.get("type")
                # The service has failed after its first event, which has the problem that would have been the answer.
                if kind == failure:
                    raise _problem_in(event.get("problem"), operation, response)
                yield parse(client=self._parser, response=httpx.Response(response.status_code, content=body))
                if kind == end:
                    return
            raise ConnectionError(f"{operation.id} was cut off before its end")
        except SdkError as error:
            # A stream is never repeated.
            error.operation, error.attempts = operation.id, 1
            raise
        except MALFORMED as met:
            raise _broken(operation, f"got no usable event: {type(met).__name__}") from met
        except httpx.TimeoutException as met:
            late = TimeoutError(f"the next event of {operation.id} did not come within {seconds:g} s")
            late.operation, late.attempts = operation.id, 1
            raise late from met
        except httpx.RequestError as met:
            raise _broken(operation, f"was cut off: {type(met).__name__}") from cause_of(met)
        finally:
            if response is not None:
                response.close()

    def _attempt(
        self, operation: Operation, request: dict[str, Any], common: dict[str, str], seconds: float
    ) -> httpx.Response:
        """The answer of one attempt. Only after a 401 it is that of another token. The body of a stream is not read yet."""
        token = self._token_of(operation, None) if operation.auth in ("token", "any") else None
        response = self._request(operation, request, common, token, seconds)
        if response.status_code == 401 and token is not None and callable(self._token):
            response.close()
            response = self._request(operation, request, common, self._token_of(operation, token), seconds)
        return response

    def _token_of(self, operation: Operation, rejected: str | None) -> str | None:
        if not callable(self._token):
            return self._token
        try:
            found = self._token(rejected)
        # Always wrapped: the function may raise the failure of a call that it made, and that must not repeat this call.
        except Exception as error:
            raise SdkError(f"{operation.id} got no token") from error
        return credential("token", found or None)

    def _request(
        self, operation: Operation, request: dict[str, Any], common: dict[str, str], token: str | None, seconds: float
    ) -> httpx.Response:
        headers = dict(common)
        if token is not None:
            headers["authorization"] = f"Bearer {token}"
        if self._api_key is not None and operation.auth in ("apiKey", "any"):
            headers[operation.key_name] = self._api_key
        check_headers(headers)
        check_ids(operation.path, request["url"])
        sent = {**request, "headers": headers, "url": self._base_url + request["url"]}
        # The generator sends a body that may be null, also when there is none.
        if isinstance(sent.get("json"), Unset):
            sent.pop("json")
        try:
            built = self.http.build_request(**sent, timeout=limit_of(seconds))
        # A number that JSON has not, half of a surrogate pair, or ids that are too long together.
        except (ValueError, TypeError, httpx.InvalidURL) as error:
            raise SdkError(f"{operation.id} cannot be sent: {type(error).__name__}") from error
        try:
            return exchange(self.http, built, seconds, headers.get("accept") == "text/event-stream")
        except httpx.TimeoutException as error:
            raise TimeoutError(f"{operation.id} was not done within {seconds:g} s") from error
        except httpx.RequestError as error:
            text = QUOTED.sub("", str(error))
            raise ConnectionError(f"{operation.id} got no usable answer: {text}") from cause_of(error)

    def _answer(
        self, operation: Operation, response: httpx.Response, parse: Callable[..., Any], is_conditional: bool
    ) -> Answer[Any]:
        status = response.status_code
        request_id = response.headers.get("x-request-id")
        if status == 304 and is_conditional:
            return Answer(None, status, response.headers, request_id)
        if 300 <= status < 400 and status not in (300, 304):
            raise SdkError(f"{operation.id} met a redirect: is base_url right?")
        if status >= 300:
            raise problem_of(
                operation=operation.id, status=status, headers=response.headers, body=_body_of(operation, response)
            )
        # A success that the contract does not name has the body of the one that it names.
        is_known = status in operation.successes
        known = response if is_known else httpx.Response(operation.successes[0], content=response.content)
        try:
            data = parse(client=self._parser, response=known)
        except MALFORMED as error:
            raise ConnectionError(f"{operation.id} got no usable answer: {type(error).__name__}") from error
        if data is None and not operation.is_empty:
            raise ConnectionError(f"{operation.id} got no usable answer: status {status} without data")
        return Answer(data, status, response.headers, request_id)


class _Limited(httpx.SyncByteStream):
    """The body of an answer, until the time is over. httpx limits each silence alone: a body that trickles would have no end."""

    def __init__(self, whole: httpx.SyncByteStream, deadline: float) -> None:
        self._whole = whole
        self._deadline = deadline

    def __iter__(self) -> Iterator[bytes]:
        for part in self._whole:
            if time.monotonic() > self._deadline:
                raise httpx.ReadTimeout("the body is not complete")
            yield part

    def close(self) -> None:
        self._whole.close()


def exchange(http: httpx.Client, request: httpx.Request, seconds: float, is_stream: bool = False) -> httpx.Response:
    """The answer, with its body unless that is a stream. A redirect is an answer, whatever the client of httpx does else."""
    deadline = time.monotonic() + seconds
    response = http.send(request, follow_redirects=False, stream=True)
    if is_stream:
        return response
    try:
        if isinstance(response.stream, httpx.SyncByteStream):
            response.stream = _Limited(response.stream, deadline)
        response.read()
    finally:
        response.close()
    return response


def cause_of(error: httpx.RequestError) -> httpx.RequestError | None:
    """The error, unless it quotes the answer: a traceback would show it."""
    return None if QUOTED.search(str(error)) else error


def _broken(operation: Operation, reason: str) -> ConnectionError:
    error = ConnectionError(f"{operation.id} {reason}")
    error.operation, error.attempts = operation.id, 1
    return error


def _problem_in(problem: object, operation: Operation, response: httpx.Response) -> ProblemError:
    body = _cleaned(problem, _secrets_of(operation, response))
    given = body.get("status") if isinstance(body, dict) else None
    status = given if isinstance(given, int) and 400 <= given < 600 else 500
    return problem_of(operation=operation.id, status=status, headers=response.headers, body=body)


def lines_in(pieces: Iterable[str]) -> Iterator[str]:
    """The lines of a stream, as they come."""
    rest = ""
    for piece in pieces:
        *lines, rest = LINE_END.split(rest + piece)
        yield from lines
        if len(rest) > LONGEST_EVENT:
            raise ConnectionError("an event is too long")
    yield from rest.split("\r")[:-1]


def events_in(lines: Iterable[str]) -> Iterator[str]:
    """The data of each server-sent event (HTML, section 9.2). A comment is no event."""
    data: list[str] = []
    length = 0
    for line in lines:
        if line == "" and data:
            yield "\n".join(data)
            data, length = [], 0
        elif line.startswith("data:"):
            data.append(line.removeprefix("data:").removeprefix(" "))
            length += len(line)
        if length > LONGEST_EVENT:
            raise ConnectionError("an event is too long")


def _body_of(operation: Operation, response: httpx.Response) -> object:
    """The parsed body when it was JSON, else its text. A failure may quote the request, and its text ends up in logs."""
    secrets = _secrets_of(operation, response)
    try:
        # Parsed first: JSON may write a sign of a credential as an escape.
        return _cleaned(json.loads(response.text), secrets)
    except (ValueError, RecursionError):
        return _cleaned(response.text, secrets)


def _secrets_of(operation: Operation, response: httpx.Response) -> list[str]:
    """The credentials of the request."""
    sent = [response.request.headers.get(name, "") for name in ("authorization", operation.key_name)]
    # A short one may be a part of any word.
    return [secret for secret in (text.removeprefix("Bearer ") for text in sent) if len(secret) > 7]


def _cleaned(value: Any, secrets: list[str]) -> Any:
    """The value, without the credentials in its texts."""
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, "…")
    elif isinstance(value, list):
        return [_cleaned(item, secrets) for item in value]
    elif isinstance(value, dict):
        return {_cleaned(name, secrets): _cleaned(item, secrets) for name, item in value.items()}
    return value
