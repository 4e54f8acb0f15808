"""The electronic seal of the office (电子签名法 13, 14; 国务院令716 第9条): its own picture and its certificate."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class OfficeSeal:
    """All that is needed to seal a paper; the secret parts are kept out of every log.

    `image` is a PNG with a transparent ground, `pkcs12` certificate and private key under `password`.
    """

    image: bytes = field(repr=False)
    pkcs12: bytes = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says of itself; `serial` in hexadecimal digits, valid from the first day to the last."""

    holder: str
    issuer: str
    serial: str
    valid_from: date
    valid_to: date
