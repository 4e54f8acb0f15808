"""What a store, the line and what sits between say comes out as one problem each, over WebDAV and over S3."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta

import pytest

from desktop.sync.carriers.s3 import S3Carrier
from desktop.sync.carriers.sigv4 import Keys
from desktop.sync.carriers.webdav import WebDavCarrier
from desktop.sync.problems import (
    CertificateRefused,
    ClockWrong,
    CredentialsRefused,
    LineDown,
    LineSilent,
    LoginPageInTheWay,
    StoreBusy,
    StoreFaulty,
    StoreForbids,
    StoreFull,
)
from tests.servers.certificates import Authority
from tests.servers.odd import Cut, odd, reply

NAME = "ev-A/seg/x/000000000001.seg"
PAGE = reply("200 OK", ["Content-Type: text/html; charset=utf-8"], b"<html>log in</html>")
ELSEWHERE = reply("302 Found", ["Location: http://login.example/?from=store"])
BUSY_A_WHILE = {"retry_after_s": 17}


def open_webdav(url, *, ca_file="", patience_s=5.0):
    return WebDavCarrier(url, user="A", password="p", ca_file=ca_file, patience_s=patience_s)


def open_s3(url, *, ca_file="", patience_s=5.0):
    return S3Carrier(url, bucket="b", keys=Keys("A", "p"), ca_file=ca_file, patience_s=patience_s)


@pytest.fixture(params=[open_webdav, open_s3], ids=["webdav", "s3"])
def opened(request):
    return request.param


async def problem_of(carrier, ask):
    try:
        await ask(carrier)
    except Exception as error:  # noqa: BLE001 - the test looks at whatever comes
        return error
    finally:
        await carrier.close()
    return None


def put(carrier):
    return carrier.put_new(NAME, b"1")


def get(carrier):
    return carrier.get(NAME)


def listed(carrier):
    return carrier.list("ev-A/")


def met(opened, ask, *replies, **options):
    """The problem that the carrier raises when the server says these."""

    async def run():
        async with odd(*replies) as server:
            return await problem_of(opened(server.url, **options), ask)

    return asyncio.run(run())


@pytest.mark.parametrize("ask", [put, get, listed])
@pytest.mark.parametrize(
    ("said", "problem", "fields"),
    [
        (reply("401 Unauthorized"), CredentialsRefused, {}),
        (reply("408 Request Timeout"), StoreBusy, {}),
        (reply("429 Too Many Requests", ["Retry-After: 17"]), StoreBusy, BUSY_A_WHILE),
        (reply("503 Service Unavailable", ["Retry-After: 17"]), StoreBusy, BUSY_A_WHILE),
        (reply("503 Service Unavailable", ["Retry-After: Fri, 27 Nov 2026 00:00:00 GMT"]), StoreBusy, {}),
        (reply("507 Insufficient Storage"), StoreFull, {}),
        (reply("500 Internal Server Error"), StoreFaulty, {"reason": "HTTP 500"}),
        (reply("502 Bad Gateway", ["Content-Type: text/html"], b"<html>"), StoreFaulty, {"reason": "HTTP 502"}),
        (reply("511 Network Authentication Required"), LoginPageInTheWay, {}),
        (PAGE, LoginPageInTheWay, {}),
        (reply("200 OK", ["Content-Type: text/html"], b"<html>" + b"x" * 200_000), LoginPageInTheWay, {}),
        (ELSEWHERE, LoginPageInTheWay, {}),
        (b"garbage\r\n\r\n", LineDown, None),
        (Cut(b""), LineDown, {"reason": "connection ended by the store"}),
        (Cut(b"HTTP/1.1 200 OK\r\nContent-Le"), LineDown, None),
        (Cut(b"HTTP/1.1 207 Multi-Status\r\nContent-Length: 100\r\n\r\nhalf a bo"), LineDown, None),
    ],
    ids=lambda value: value[:24].decode() if isinstance(value, bytes) else getattr(value, "__name__", ""),
)
def test_each_answer_is_named(opened, ask, said, problem, fields):
    found = met(opened, ask, said)

    assert type(found) is problem
    assert fields is None or found.fields == fields


@pytest.mark.parametrize("ask", [put, get, listed])
def test_silence_is_named_with_its_seconds_and_the_next_question_takes_a_new_connection(opened, ask):
    async def run():
        async with odd() as server:
            return await problem_of(opened(server.url, patience_s=0.2), ask)

    assert isinstance(asyncio.run(run()), LineSilent)


def test_time_is_given_by_size(opened):
    found = met(opened, lambda carrier: carrier.replace(NAME, b"x" * 1_000), patience_s=0.2)

    assert isinstance(found, LineSilent)
    assert found.fields == {"seconds": 1}  # 0.2 s and 1,000 bytes at 2,500 a second


def test_forbidden_is_said_with_the_name_if_nothing_is_there(opened):
    found = met(opened, put, reply("403 Forbidden"), reply("404 Not Found"))

    assert isinstance(found, StoreForbids)
    assert found.fields == {"name": NAME}


def test_forbidden_because_something_is_there_is_no_problem(opened):
    async def run():
        async with odd(reply("403 Forbidden"), reply("200 OK")) as server:
            carrier = opened(server.url)
            is_new = await carrier.put_new(NAME, b"1")
            await carrier.close()
            return is_new, [line.split(" ")[0] for line in server.asked]

    assert asyncio.run(run()) == (False, ["PUT", "HEAD"])


def test_a_store_that_overwrites_is_found_out():
    assert isinstance(met(open_webdav, put, reply("204 No Content")), StoreFaulty)


def test_no_redirect_is_followed(opened):
    async def run():
        async with odd(PAGE) as other, odd(reply("307 Temporary Redirect", [f"Location: {other.url}"])) as server:
            found = await problem_of(opened(server.url), get)
            return type(found), other.asked, len(server.asked)

    assert asyncio.run(run()) == (LoginPageInTheWay, [], 1)


def test_nobody_listening_is_a_line_that_is_down(opened):
    async def run():
        async with odd() as server:
            pass
        return await problem_of(opened(server.url), put)

    assert isinstance(asyncio.run(run()), LineDown)


def test_a_store_that_does_not_know_conditions_is_looked_at_first():
    async def run():
        replies = (reply("501 Not Implemented"), reply("404 Not Found"), reply("200 OK"), reply("200 OK"))
        async with odd(*replies) as server:
            carrier = open_s3(server.url)
            answers = await carrier.put_new(NAME, b"1"), await carrier.put_new(NAME, b"2")
            await carrier.close()
            return answers, [line.split(" ")[0] for line in server.asked]

    assert asyncio.run(run()) == ((True, False), ["PUT", "HEAD", "PUT", "HEAD"])


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("RequestTimeTooSkewed", ClockWrong),
        ("InvalidAccessKeyId", CredentialsRefused),
        ("SignatureDoesNotMatch", CredentialsRefused),
        ("AccessDenied", StoreForbids),
        ("SlowDown", StoreBusy),
        ("QuotaExceeded", StoreFull),
        ("NoSuchBucket", StoreFaulty),
    ],
)
def test_the_words_of_s3_are_understood(code, problem):
    body = f"<?xml version='1.0'?><Error><Code>{code}</Code></Error>".encode()
    assert type(met(open_s3, get, reply("403 Forbidden", ["Content-Type: application/xml"], body))) is problem


def test_a_wrong_clock_is_told_in_minutes():
    date = f"{datetime.now(UTC) - timedelta(minutes=42):%a, %d %b %Y %H:%M:%S GMT}"
    refusal = reply("403 Forbidden", [f"Date: {date}"], b"<Error><Code>RequestTimeTooSkewed</Code></Error>")

    found = met(open_s3, get, refusal)

    assert found.fields == {"minutes": 42}


def test_the_skew_of_the_clock_is_known_after_any_answer(opened):
    date = f"{datetime.now(UTC) - timedelta(hours=2):%a, %d %b %Y %H:%M:%S GMT}"

    async def run():
        async with odd(reply("200 OK", [f"Date: {date}"])) as server:
            carrier = opened(server.url)
            before = carrier.line.skew_s
            await carrier.stat(NAME)
            await carrier.close()
            return before, carrier.line.skew_s

    before, skew_s = asyncio.run(run())

    assert before is None
    assert round(skew_s / 3600) == 2


def met_over_tls(opened, authority, trusted, *said, **validity):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*authority.issue(**validity))

    async def run():
        async with odd(*said, tls=context) as server:
            return await problem_of(opened(server.url, ca_file=str(trusted.path)), get), server.asked

    return asyncio.run(run())


def test_a_certificate_of_a_stranger_is_refused_and_nothing_is_asked(opened, tmp_path):
    found, asked = met_over_tls(opened, Authority(tmp_path, "stranger"), Authority(tmp_path), PAGE)

    assert isinstance(found, CertificateRefused)
    assert asked == []


@pytest.mark.parametrize("validity", [{"starts_in_days": 10}, {"starts_in_days": -40}], ids=["not yet", "no more"])
def test_a_certificate_out_of_its_time_with_right_clocks_is_refused(opened, tmp_path, validity):
    authority = Authority(tmp_path)
    date = f"{datetime.now(UTC):%a, %d %b %Y %H:%M:%S GMT}"

    found, asked = met_over_tls(opened, authority, authority, reply("200 OK", [f"Date: {date}"]), **validity)

    assert isinstance(found, CertificateRefused)
    assert asked == ["HEAD / HTTP/1.1"]  # for the time alone: no name, no password


@pytest.mark.parametrize("days", [10, -40])
def test_a_certificate_out_of_its_time_by_this_pcs_clock_alone_is_a_wrong_clock(opened, tmp_path, days):
    authority = Authority(tmp_path)
    date = f"{datetime.now(UTC) + timedelta(days=days + 1):%a, %d %b %Y %H:%M:%S GMT}"

    found, _ = met_over_tls(opened, authority, authority, reply("200 OK", [f"Date: {date}"]), starts_in_days=days)

    assert isinstance(found, ClockWrong)
    assert found.fields == {"minutes": abs(days + 1) * 24 * 60}
