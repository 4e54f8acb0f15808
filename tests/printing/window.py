"""A window with a key of its own, to sign papers as services.papers.issue does; made-up keys, the same each time."""

import base64
from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.domain.key_sheet import KeySheet, PublicKey
from desktop.domain.paper_code import PaperCode, content_hash, key_id, signed_part
from desktop.domain.papers import CopyMark, Paper, encode
from printing.render import render


class Window:
    """Signs; `key` is its line on the key sheet."""

    def __init__(self, seed: int = 1, **key: object) -> None:
        self.private = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
        public = base64.b64encode(self.private.public_key().public_bytes_raw()).decode()
        line = {"origin": "K7QX", "hall": "示例镇便民服务中心", "window": "02", "valid_from": date(2026, 1, 1), **key}
        self.key = PublicKey(public_key=public, **line)  # type: ignore[arg-type]
        self.keys = KeySheet(keys=(self.key,))

    def code(self, paper: Paper, *, number: str = "") -> str:
        """The text for the QR of a paper."""
        named, digest, key = number or paper.head.number, content_hash(encode(paper)), key_id(self.key.raw)
        return PaperCode(named, key, digest, self.private.sign(signed_part(named, key, digest))).text

    def issue(self, paper: Paper, *, reprint_no: int = 0) -> bytes:
        """The PDF of a paper with its code."""
        return render(paper, code=self.code(paper), copy=CopyMark(reprint_no=reprint_no))
