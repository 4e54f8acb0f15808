"""AWS Signature Version 4 for S3: how a request proves that it comes from whoever has the secret key."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import quote

_ALGORITHM = "AWS4-HMAC-SHA256"
_SERVICE = "s3"


@dataclass(frozen=True, slots=True)
class Keys:
    """Who signs, and for which region of the store."""

    access_key: str
    secret_key: str = field(repr=False)
    region: str = "us-east-1"


def query_string(query: Mapping[str, str]) -> str:
    """The query as it is signed and sent: sorted, percent-encoded."""
    return "&".join(f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}" for name, value in sorted(query.items()))


def signed_headers(
    method: str,
    path: str,
    *,
    query: str,
    host: str,
    extra: tuple[tuple[str, str], ...],
    body: bytes,
    keys: Keys,
    now: datetime,
) -> tuple[tuple[str, str], ...]:
    """All headers of the request but `host`: `extra` in lower case, the date, the body's hash and the signature."""
    moment = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    payload = hashlib.sha256(body).hexdigest()
    headers = (*extra, ("x-amz-content-sha256", payload), ("x-amz-date", moment))
    to_sign = sorted((("host", host), *headers))
    names = ";".join(name for name, _ in to_sign)
    canonical = "\n".join(
        (method, path, query, *(f"{name}:{' '.join(value.split())}" for name, value in to_sign), "", names, payload)
    )
    scope = f"{moment[:8]}/{keys.region}/{_SERVICE}/aws4_request"
    text = "\n".join((_ALGORITHM, moment, scope, hashlib.sha256(canonical.encode()).hexdigest()))
    signature = hmac.new(_signing_key(keys, moment[:8]), text.encode(), hashlib.sha256).hexdigest()
    credential = f"{_ALGORITHM} Credential={keys.access_key}/{scope},SignedHeaders={names},Signature={signature}"
    return (*headers, ("authorization", credential))


def _signing_key(keys: Keys, day: str) -> bytes:
    key = f"AWS4{keys.secret_key}".encode()
    for part in (day, keys.region, _SERVICE, "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return key
