"""Changes that take several requests: an update that nobody else disturbs, and an upload."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

import httpx

from .checks import checked
from .errors import ConnectionError, PreconditionFailedError, ProblemError, SdkError, TimeoutError, problem_of
from .retries import CallOptions, is_passing, least_wait, limit_of, pause, with_retries
from .sending import Answer, Sender, cause_of, exchange

Item = TypeVar("Item")
Patch = TypeVar("Patch")


def update_with(
    read: Callable[[], Answer[Item]],
    write: Callable[[Patch, str], Item],
    change: Callable[[Item], Patch | None],
    max_conflicts: int,
    options: CallOptions,
) -> Item:
    """Reads, changes and writes, and starts again when somebody else wrote in between."""
    conflicts = 0
    while True:
        answer = read()
        patch = change(answer.data)
        if patch is None:
            return answer.data
        # Without an ETag the write would overwrite changes of others.
        if answer.etag is None:
            raise SdkError("update_with got no ETag")
        try:
            return write(patch, answer.etag)
        except PreconditionFailedError:
            if conflicts >= max_conflicts:
                raise
        # Others that met the conflict at the same time must not come back at the same time.
        pause(least_wait(options, conflicts))
        conflicts += 1


class _Headers(Protocol):
    def to_dict(self) -> dict[str, str]: ...


class Presigned(Protocol):
    """The answer of an operation that presigns."""

    key: str
    upload_url: str

    @property
    def headers(self) -> _Headers: ...


@dataclass(frozen=True)
class UploadedFile:
    """An uploaded file: the key under which the service keeps it, its length in bytes, and its type."""

    key: str
    size: int
    content_type: str


def upload(
    sender: Sender, presign: Callable[[], Presigned], file: bytes, content_type: str, own: CallOptions
) -> UploadedFile:
    """Sends a file to the presigned URL that it asks for first, and to a fresh one when the URL was refused."""
    options: CallOptions = {"attempt_timeout": 600.0, "timeout": 900.0, **sender.options, **checked(own, "upload")}
    content = _content_of(file)
    target: Presigned | None = None

    def attempt(seconds: float) -> UploadedFile:
        nonlocal target
        is_repeat = target is not None
        target = target or presign()
        try:
            headers = target.headers.to_dict()
            built = sender.http.build_request(
                "PUT", target.upload_url, content=content, headers=headers, timeout=limit_of(seconds)
            )
            response = exchange(sender.http, built, seconds)
        except httpx.TimeoutException as error:
            raise TimeoutError(f"upload was not done within {seconds:g} s") from error
        except httpx.RequestError as error:
            raise ConnectionError(f"upload got no usable answer: {type(error).__name__}") from cause_of(error)
        status = response.status_code
        # The URL writes once. Then the answer of an earlier attempt was lost.
        if status >= 300 and not (status == 412 and is_repeat):
            raise problem_of(operation="upload", status=status, headers=response.headers, body=response.text)
        return UploadedFile(target.key, len(content), content_type)

    def may_repeat(error: SdkError) -> bool:
        nonlocal target
        if not isinstance(error, ProblemError) or error.operation != "upload":
            return is_passing(error)
        # The storage answers 403 to an expired URL, by its own clock, and 400 to expired credentials.
        if error.status in (400, 403) and "expired" in str(error.body).lower():
            target = None
            return True
        return error.status in (409, 500) or is_passing(error)

    try:
        return with_retries(options, sender.budget, attempt, may_repeat)
    except SdkError as error:
        error.operation = error.operation or "upload"
        raise


def _content_of(file: bytes) -> bytes:
    """The bytes of the file, without a copy. A text has another length than its bytes."""
    try:
        return file if isinstance(file, bytes) else bytes(memoryview(file))
    except TypeError:
        error = SdkError("file must be bytes: encode a text, or read() an open file")
        error.operation = "upload"
        raise error from None
