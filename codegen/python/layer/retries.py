"""Repeats attempts with full-jitter backoff, where a repeat is safe."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypedDict, TypeVar

from .errors import ConnectionError, ProblemError, SdkError, TimeoutError

T = TypeVar("T")

LONGEST = (2**31 - 1) / 1000
"""The longest wait of a socket, in seconds: it holds 31 bits of milliseconds, which is 24 days."""

SECONDS = re.compile(r"\s*\+?([0-9]+)")


class CallOptions(TypedDict, total=False):
    """Options of every call. All times are seconds."""

    attempt_timeout: float
    """How long an attempt may wait for the service. Default 30."""
    timeout: float
    """How long the whole call may take, with the waits between attempts. Default 90."""
    max_retries: int
    """The most repeats of a failed attempt, where a repeat is safe. Default 2."""
    base_delay: float
    """The first wait is a random part of this time, which doubles with each attempt. Default 0.5."""
    max_delay: float
    """The longest wait, except after a ``Retry-After``. Default 8."""
    headers: dict[str, str]
    """Headers to send with those of the call itself."""


@dataclass
class Budget:
    """The calls of a client share 500, from which a repeat takes 5, as in the standard mode of the AWS SDKs."""

    spent: int = 0


def is_passing(error: SdkError) -> bool:
    """Whether the failure may go away by itself."""
    if isinstance(error, ProblemError):
        return error.status in (408, 429, 502, 503, 504)
    return isinstance(error, (ConnectionError, TimeoutError))


def retry_after(error: SdkError) -> float | None:
    """The seconds of a ``Retry-After``, which has seconds or a date. Of several in one, the first one counts."""
    value = error.headers.get("retry-after") if isinstance(error, ProblemError) else None
    if value is None:
        return None
    seconds = SECONDS.match(value)
    if seconds:
        return float(seconds[1])
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    wait = ((date if date.tzinfo else date.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds()
    return wait if wait >= 0 else None


def least_wait(options: CallOptions, attempt: int, least: int = 1) -> float:
    """A random part of a wait, by default at least half of it."""
    longest: float = min(options.get("max_delay", 8.0), options.get("base_delay", 0.5) * 2.0**attempt)
    return longest * (least + random.random()) / (least + 1)


def limit_of(seconds: float) -> float | None:
    """The limit of a request. A longer time than a socket can wait means none."""
    return seconds if seconds <= LONGEST else None


def pause(seconds: float) -> None:
    """Waits, 24 days at most."""
    time.sleep(min(seconds, LONGEST))


def with_retries(
    options: CallOptions, budget: Budget, work: Callable[[float], T], may_repeat: Callable[[SdkError], bool]
) -> T:
    """Gives the result of ``work``, which gets the seconds that its attempt may take."""
    deadline = time.monotonic() + options.get("timeout", 90.0)
    attempt = 0
    while True:
        try:
            left = deadline - time.monotonic()
            result = work(max(0.001, min(options.get("attempt_timeout", 30.0), left)))
            budget.spent = max(0, budget.spent - (5 if attempt else 1))
            return result
        except SdkError as error:
            error.attempts = attempt + 1
            if attempt >= options.get("max_retries", 2) or not may_repeat(error) or budget.spent > 495:
                raise
            asked = retry_after(error)
            # A Retry-After gets jitter too. Without it all clients with the same value would come back at once.
            delay = (asked or 0) + least_wait(options, attempt, 0 if asked is None else 1)
            if time.monotonic() + delay >= deadline:
                raise
            budget.spent += 5
            pause(delay)
            attempt += 1
