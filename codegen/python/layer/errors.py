"""The errors of a call: no answer, no answer in time, or a problem (RFC 9457). Their words are those of the TypeScript SDK."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any


class SdkError(Exception):
    """The base class of everything that this package raises.

    ``operation`` is the operationId of the call, ``attempts`` how often the request was sent or tried to be sent, and
    ``idempotency_key`` the key of a creation: the same body with the same key creates no second item.
    """

    operation: str | None = None
    attempts: int | None = None
    idempotency_key: str | None = None


class ConnectionError(SdkError, builtins.ConnectionError):
    """There was no usable answer. The request may have been carried out."""


class TimeoutError(SdkError, builtins.TimeoutError):
    """The answer did not come in time. The request may have been carried out."""


class ProblemError(SdkError):
    """The service, or something in front of it, answered with a failure."""

    def __init__(self, *, operation: str, status: int, headers: Mapping[str, str], body: object) -> None:
        problem: Mapping[str, Any] = body if isinstance(body, dict) else {}

        def text(member: str) -> str | None:
            value = problem.get(member)
            return value if isinstance(value, str) else None

        self.status = status
        self.headers = headers
        self.body = body
        self.type = text("type") or "about:blank"
        """The kind of problem: a link to its documentation."""
        self.title = text("title") or f"HTTP {status}"
        """The kind of problem in words, the same each time."""
        self.detail = text("detail")
        """What happened this time, and how to correct it."""
        self.request_id = headers.get("x-request-id") or text("requestId")
        """The request's id. Quote it when you ask for help."""
        places = problem.get("errors")
        self.errors: list[dict[str, Any]] = [
            place for place in (places if isinstance(places, list) else []) if isinstance(place, dict)
        ]
        """Each wrong place of bad input; empty otherwise."""
        self.operation = operation
        super().__init__(f"{operation} failed: {status} {self.detail or self.title}")


class BadRequestError(ProblemError):
    """400: the request does not match the contract; ``errors`` names each place. Nothing was stored."""


class UnauthenticatedError(ProblemError):
    """401: the token is missing, expired or not accepted. A token function was called a second time before."""


class ForbiddenError(ProblemError):
    """403: the token lacks the operation's scope, or the API key is not accepted."""


class NotFoundError(ProblemError):
    """404: the item does not exist."""


class ConflictError(ProblemError):
    """409: an item with this id exists already, with other content."""


class PreconditionFailedError(ProblemError):
    """412: the item has changed since the ETag in ``if_match`` was read."""


class PayloadTooLargeError(ProblemError):
    """413: the body is larger than the service accepts."""


class UnsupportedMediaTypeError(ProblemError):
    """415: the body was not sent as JSON."""


class UnprocessableContentError(ProblemError):
    """422: the ``idempotency_key`` was used before with another body."""


class RateLimitError(ProblemError):
    """429: the rate limit was exceeded, and the retries did not help."""


class HeadersTooLargeError(ProblemError):
    """431: the path, the query and the headers are larger than the gateway accepts."""


class ServerError(ProblemError):
    """500 to 599: the service or one of its dependencies failed."""


class ServiceUnavailableError(ServerError):
    """503: a dependency of the service is not available, and the retries did not help."""


class GatewayTimeoutError(ServerError):
    """504: a dependency of the service did not answer in time."""


BY_STATUS: dict[int, type[ProblemError]] = {
    400: BadRequestError,
    401: UnauthenticatedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    412: PreconditionFailedError,
    413: PayloadTooLargeError,
    415: UnsupportedMediaTypeError,
    422: UnprocessableContentError,
    429: RateLimitError,
    431: HeadersTooLargeError,
    503: ServiceUnavailableError,
    504: GatewayTimeoutError,
}


def problem_of(*, operation: str, status: int, headers: Mapping[str, str], body: object) -> ProblemError:
    """The error of a failed answer, of the class of its status."""
    found = BY_STATUS.get(status, ServerError if status >= 500 else ProblemError)
    return found(operation=operation, status=status, headers=headers, body=body)
