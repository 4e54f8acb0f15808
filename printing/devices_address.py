"""Names of devices that we talk to ourselves, without a queue of the system: slip printers and needle printers.

The name goes into the ledger and the settings: `escpos:` or `escp:`, then `tcp://host:9100`, `usb:04b8:0e15`,
`serial:/dev/ttyUSB0` (with `@19200` for another speed than 9600) or `file:/dev/usb/lp0`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.errors import InvalidInput

TCP_PORT = 9100
SERIAL_BAUD = 9600


class Language(StrEnum):
    """What the device understands."""

    ESCPOS = "escpos"  # 小票打印机
    ESCP = "escp"  # 针式打印机, with Chinese letters of its own (ESC/P-K)


@dataclass(frozen=True, slots=True)
class Tcp:
    """A printer in the network."""

    host: str
    port: int = TCP_PORT

    def __str__(self) -> str:
        return f"tcp://{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Usb:
    """A printer on USB, by the numbers of its maker and model."""

    vendor: int
    product: int

    def __str__(self) -> str:
        return f"usb:{self.vendor:04x}:{self.product:04x}"


@dataclass(frozen=True, slots=True)
class Serial:
    """A printer on a serial port."""

    port: str
    baud: int = SERIAL_BAUD

    def __str__(self) -> str:
        return f"serial:{self.port}" + (f"@{self.baud}" if self.baud != SERIAL_BAUD else "")


@dataclass(frozen=True, slots=True)
class FilePath:
    """A device file such as /dev/usb/lp0; in a plain file what is printed is added at the end."""

    path: str

    def __str__(self) -> str:
        return f"file:{self.path}"


Place = Tcp | Usb | Serial | FilePath


@dataclass(frozen=True, slots=True)
class Address:
    """A device that is spoken to directly; as text it is the name in ledger and settings."""

    language: Language
    place: Place

    def __str__(self) -> str:
        return f"{self.language}:{self.place}"


_NAME = re.compile(r"(?P<language>escpos|escp):(?P<place>.+)", re.DOTALL)
_TCP = re.compile(r"tcp://(?P<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::(?P<port>\d{1,5}))?/?")
_USB = re.compile(r"usb:(?P<vendor>[0-9a-fA-F]{4}):(?P<product>[0-9a-fA-F]{4})")
_SERIAL = re.compile(r"serial:(?P<port>[^@\x00]+?)(?:@(?P<baud>\d{3,7}))?")
_FILE = re.compile(r"file:(?P<path>[^\x00]+)")


def is_direct(device: str) -> bool:
    """Whether this is such a name, sound or not."""
    return _NAME.fullmatch(device) is not None


def parse_address(device: str) -> Address:
    """The inverse of `str(address)`; the port and the speed may be left out.

    Raises:
        InvalidInput: `device_address`: it cannot be read as one.
    """
    named = _NAME.fullmatch(device.strip())
    place = _place(named["place"].strip()) if named else None
    if named is None or place is None:
        raise InvalidInput("device_address", field="address")
    return Address(Language(named["language"]), place)


def _place(text: str) -> Place | None:
    if tcp := _TCP.fullmatch(text):
        port = int(tcp["port"] or TCP_PORT)
        return Tcp(tcp["host"], port) if 0 < port < 65536 else None
    if usb := _USB.fullmatch(text):
        return Usb(int(usb["vendor"], 16), int(usb["product"], 16))
    if serial := _SERIAL.fullmatch(text):
        return Serial(serial["port"], int(serial["baud"] or SERIAL_BAUD))
    if file := _FILE.fullmatch(text):
        return FilePath(file["path"])
    return None
