"""Names of devices that are talked to directly, as they stand in the ledger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from printing.devices_address import Address, FilePath, Language, Serial, Tcp, Usb, is_direct, parse_address

PLACES = st.one_of(
    st.builds(Tcp, st.from_regex(r"[a-z0-9]([a-z0-9.-]{0,20}[a-z0-9])?", fullmatch=True), st.integers(1, 65535)),
    st.builds(Usb, st.integers(0, 0xFFFF), st.integers(0, 0xFFFF)),
    st.builds(Serial, st.from_regex(r"/dev/tty[A-Z]{1,4}[0-9]", fullmatch=True), st.sampled_from([9600, 19200])),
    st.builds(FilePath, st.from_regex(r"/[\w /.-]{1,30}", fullmatch=True).map(str.rstrip).filter(len)),
)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("escpos:tcp://192.168.1.50:9100", Address(Language.ESCPOS, Tcp("192.168.1.50", 9100))),
        ("escpos:tcp://slip.hall", Address(Language.ESCPOS, Tcp("slip.hall"))),
        ("escpos:usb:04b8:0E15", Address(Language.ESCPOS, Usb(0x04B8, 0x0E15))),
        ("escpos:serial:/dev/ttyUSB0", Address(Language.ESCPOS, Serial("/dev/ttyUSB0"))),
        ("escp:serial:COM3@19200", Address(Language.ESCP, Serial("COM3", 19200))),
        (" escp:file:/dev/usb/lp0 ", Address(Language.ESCP, FilePath("/dev/usb/lp0"))),
    ],
)
def test_a_name_is_read(name, address):
    assert parse_address(name) == address


@given(st.builds(Address, st.sampled_from(Language), PLACES))
def test_a_name_that_is_written_is_read_back(address):
    assert is_direct(str(address))
    assert parse_address(str(address)) == address


@pytest.mark.parametrize(
    "name",
    [
        "escpos:",
        "escpos:tcp://",
        "escpos:tcp://host:0",
        "escpos:tcp://host:99999",
        "escpos:tcp://a b:9100",
        "escpos:usb:04b8",
        "escpos:usb:xyzw:0001",
        "escpos:http://host",
        "escpos:file:",
        "Counter",
    ],
)
def test_a_name_that_leads_nowhere_is_refused(name):
    with pytest.raises(InvalidInput) as caught:
        parse_address(name)

    assert (caught.value.key, caught.value.fields["field"]) == ("invalid.device_address", "address")


def test_queues_and_folders_are_no_such_names():
    assert not any(map(is_direct, ("", "Counter", "file:/tmp", "escpos")))
