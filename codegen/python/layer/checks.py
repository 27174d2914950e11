"""The checks that refuse wrong options and arguments. They show no value that may be a secret, because errors end up in logs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from .errors import SdkError
from .retries import CallOptions

NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
TEXT = re.compile(r"[\t -~]*")
CREDENTIAL = re.compile(r"\s*[!-~]+\s*")


def checked(options: CallOptions, operation: str | None = None) -> CallOptions:
    """The options of an operation, or of the client. Unknown names and wrong numbers are refused.

    With NaN a call would have no end.
    """
    try:
        for name, value in options.items():
            _check(name, value, () if operation else ("api_key", "http", "token"))
    except SdkError as error:
        error.operation = operation
        raise
    return options


def _check(name: str, value: object, others: tuple[str, ...]) -> None:
    if name not in CallOptions.__optional_keys__:
        known = sorted({*CallOptions.__optional_keys__, *others})
        raise SdkError(f"{name} is no option. The options are {', '.join(known)}")
    if name == "headers":
        if not isinstance(value, Mapping):
            raise SdkError("headers must be a dict")
    elif not (isinstance(value, (int, float)) and value >= 0):
        raise SdkError(f"{name} must be a number from 0 on, not {value!r}")


def address_of(base_url: str) -> str:
    """The address in front of every path."""
    try:
        parts = urlsplit(base_url)
        is_usable = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except (ValueError, AttributeError, TypeError):
        is_usable = False
    if not is_usable or parts.query or parts.fragment:
        raise SdkError("base_url must be an http or https URL without password and query")
    return base_url.rstrip("/")


def credential(name: str, value: object) -> str | None:
    """The credential; None when there is none."""
    if value is None:
        return None
    if not isinstance(value, str) or not CREDENTIAL.fullmatch(value):
        raise SdkError(f"{name} must be visible ASCII, without the word Bearer")
    return value.strip()


def check_headers(headers: Mapping[str, object]) -> None:
    """httpx would show the value of a wrong one."""
    for name, value in headers.items():
        if not NAME.fullmatch(name) or not isinstance(value, str) or not TEXT.fullmatch(value):
            raise SdkError(f"{name} is an invalid header")


def check_ids(template: str, url: str) -> None:
    """The id '..' would lead to another path, and '' to the list."""
    for part, sent in zip(template.split("/"), url.split("/"), strict=False):
        if part.startswith("{") and sent in ("", ".", ".."):
            raise SdkError(f"{part.strip('{}')} must be an id, not '{sent}'")
