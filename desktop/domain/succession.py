"""How one origin of a PC introduces the next: what the older key signs."""

_CONTEXT = b"yichuang succession 1\0"


def succession_message(origin: str, public_key: bytes) -> bytes:
    """What the predecessor's Ed25519 key signs: a fixed text and zero byte, the new origin's name, zero, its key."""
    return _CONTEXT + origin.encode() + b"\0" + public_key
