"""Signatures as in the worked examples of Amazon's S3 API reference, "Authenticating Requests (Version 4)"."""

from datetime import UTC, datetime

import pytest

from desktop.sync.carriers.sigv4 import Keys, query_string, signed_headers

KEYS = Keys("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
NOW = datetime(2013, 5, 24, tzinfo=UTC)
HOST = "examplebucket.s3.amazonaws.com"


@pytest.mark.parametrize(
    ("path", "query", "extra", "signature"),
    [
        (
            "/test.txt",
            {},
            (("range", "bytes=0-9"),),
            "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
        ),
        (
            "/",
            {"prefix": "J", "max-keys": "2"},
            (),
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
        ),
    ],
)
def test_signature_is_that_of_the_worked_example(path, query, extra, signature):
    headers = signed_headers(
        "GET", path, query=query_string(query), host=HOST, extra=extra, body=b"", keys=KEYS, now=NOW
    )

    assert dict(headers)["authorization"].endswith(f"Signature={signature}")
    assert dict(headers)["x-amz-date"] == "20130524T000000Z"


def test_a_query_is_sorted_and_encoded():
    assert query_string({"prefix": "ev-A/seg/", "after": "a b"}) == "after=a%20b&prefix=ev-A%2Fseg%2F"


def test_the_secret_is_not_shown():
    assert KEYS.secret_key not in repr(KEYS)
