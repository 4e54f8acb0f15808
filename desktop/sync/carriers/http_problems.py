"""From what HTTP, TLS and the system say to the problems of desktop.sync.problems; one place for all HTTP stores."""

import email.utils
import re
import socket
import ssl
from datetime import UTC, datetime
from urllib.parse import urlsplit

from desktop.sync.carriers.exchange import Reply
from desktop.sync.problems import (
    CertificateRefused,
    ClockWrong,
    CredentialsRefused,
    LineDown,
    LineProblem,
    LoginPageInTheWay,
    NotThere,
    StoreBusy,
    StoreFaulty,
    StoreForbids,
    StoreFull,
    TooLarge,
)

CLOCK_TOLERANCE_S = 300.0
"""A PC further off than this is told to check its clock when TLS or the store refuses."""
_CERTIFICATE_NOT_YET_VALID, _CERTIFICATE_EXPIRED = 9, 10
_LONGEST_WAIT_S = 3_600
_FULL_CODES = frozenset({"QuotaExceeded", "InsufficientStorage", "XMinioStorageFull", "EntityTooLargeForQuota"})
_CLOCK_CODES = frozenset({"RequestTimeTooSkewed", "RequestExpired"})
_BUSY_CODES = frozenset({"SlowDown", "OperationAborted", "ConditionalRequestConflict", "RequestTimeout"})
_NOT_SET_UP_CODES = frozenset({"NoSuchBucket", "InvalidBucketName"})
_CREDENTIAL_CODES = frozenset({"InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken"})
_ERROR_CODE = re.compile(rb"<Code>\s*([A-Za-z]{1,60})\s*</Code>")


def clock_skew_s(reply: Reply, *, now: datetime) -> float | None:
    """Seconds that this PC is ahead of the store, by the Date header; None without one."""
    try:
        sent_at = email.utils.parsedate_to_datetime(reply.headers.get("date", ""))
    except ValueError:
        return None
    if sent_at.tzinfo is None:
        sent_at = sent_at.replace(tzinfo=UTC)
    return (now - sent_at).total_seconds()


def problem_of_reply(reply: Reply, *, name: str, url: str, skew_s: float | None) -> LineProblem:
    """What a reply that is no success says. `url` is the store's own, to know a redirect that leads elsewhere."""
    code = error_code(reply)
    if code in _CLOCK_CODES or (reply.status in (400, 401, 403) and _is_off(skew_s) and code):
        return clock_wrong(skew_s)
    if code in _NOT_SET_UP_CODES:
        return StoreFaulty(reason=code)
    if code in _FULL_CODES:
        return StoreFull()
    if code in _CREDENTIAL_CODES:
        return CredentialsRefused()
    if code in _BUSY_CODES or reply.status in (408, 425, 429, 503):
        return _busy(reply)
    match reply.status:
        case 401:
            return CredentialsRefused()
        case 403:
            return StoreForbids(name=name)
        case 404 | 410:
            return NotThere(name=name)
        case 413:
            return TooLarge(name=name)
        case 507:
            return StoreFull()
        case 511:
            return LoginPageInTheWay()
    if reply.status in (301, 302, 303, 307, 308) and _leads_elsewhere(reply, url):
        return LoginPageInTheWay()
    return StoreFaulty(reason=f"HTTP {reply.status}" + (f" {code}" if code else ""))


def check_is_no_page(reply: Reply) -> None:
    """Raises LoginPageInTheWay if a success carries a web page where a file or nothing should be."""
    if is_page(reply):
        raise LoginPageInTheWay


def is_page(reply: Reply) -> bool:
    """True for a web page, which none of our files is; Swift calls an empty body one."""
    return "html" in reply.headers.get("content-type", "").lower() and bool(reply.body or reply.length)


def problem_of_line(error: OSError) -> LineProblem:
    """What the system or TLS said; certificates out of their time are the caller's, who can compare clocks."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return CertificateRefused(reason=error.verify_message)
    if isinstance(error, ssl.SSLError):
        return LineDown(reason=(error.reason or "TLS").replace("_", " ").lower())
    if isinstance(error, socket.gaierror):
        return LineDown(reason="unknown host")
    return LineDown(reason=error.strerror or str(error) or type(error).__name__)


def is_out_of_its_time(error: OSError) -> bool:
    """True if a certificate was refused because of today's date: either it is old, or the PC's clock is wrong."""
    return isinstance(error, ssl.SSLCertVerificationError) and error.verify_code in (
        _CERTIFICATE_NOT_YET_VALID,
        _CERTIFICATE_EXPIRED,
    )


def clock_wrong(skew_s: float | None) -> LineProblem:
    """The problem with its minutes, of at least one."""
    return ClockWrong(minutes=max(1, round(abs(skew_s or 0) / 60)))


def error_code(reply: Reply) -> str:
    """The word in an S3 store's error, empty if there is none."""
    found = _ERROR_CODE.search(reply.body)
    return found[1].decode("ascii") if found else ""


def _is_off(skew_s: float | None) -> bool:
    return skew_s is not None and abs(skew_s) > CLOCK_TOLERANCE_S


def _busy(reply: Reply) -> StoreBusy:
    text = reply.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return StoreBusy(retry_after_s=min(int(text[:9]), _LONGEST_WAIT_S))
    return StoreBusy()


def _leads_elsewhere(reply: Reply, url: str) -> bool:
    target, own = urlsplit(reply.headers.get("location", "")), urlsplit(url)
    return bool(target.netloc) and (target.scheme, target.netloc) != (own.scheme, own.netloc)
