"""A certificate authority of the test's own, and certificates for servers on this machine."""

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.servers.ports import HOST


class Authority:
    """Signs certificates for servers here; `path` is its own, for clients to trust."""

    def __init__(self, folder: Path, name: str = "test") -> None:
        self._folder, self._name = folder, name
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.path = folder / f"{name}-ca.pem"
        now = datetime.now(UTC)
        subject = _name(f"{name} CA")
        self._certificate = (
            _builder(subject, subject, key=self._key, start=now - timedelta(days=900), end=now + timedelta(days=900))
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        self.path.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))

    def issue(
        self, label: str = "server", *, host: str = HOST, starts_in_days: int = -1, days: int = 30
    ) -> tuple[Path, Path]:
        """Files of a new certificate for the address `host`, and its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        start = datetime.now(UTC) + timedelta(days=starts_in_days)
        names = [x509.IPAddress(ipaddress.ip_address(host)), x509.DNSName("localhost")]
        certificate = (
            _builder(_name(label), self._certificate.subject, key=key, start=start, end=start + timedelta(days=days))
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        paths = self._folder / f"{self._name}-{label}.pem", self._folder / f"{self._name}-{label}.key"
        paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        paths[1].write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        return paths


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _builder(
    subject: x509.Name, issuer: x509.Name, *, key: ec.EllipticCurvePrivateKey, start: datetime, end: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
    )
