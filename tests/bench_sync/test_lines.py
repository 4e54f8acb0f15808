"""The lines themselves: schedule, checksum, resets, and that the emulation takes the time that its link says."""

import contextlib
import socket
import struct
import threading
import time

import msgspec
import pytest

from tests.bench_sync.lines import EmulatedLine, floor_s, floor_with_cuts_s
from tests.bench_sync.loopback import relay
from tests.bench_sync.weaklink import FLAP, WEAK, Link, checksum, reset_of

QUICK = Link(up_bps=800_000, down_bps=800_000, delay_s=0.02)


@pytest.mark.parametrize(("age_s", "dial"), [(0, 0), (19.9, 0), (20.1, None), (24.9, None), (25, 1), (46, None)])
def test_a_line_that_flaps_is_up_for_twenty_seconds_and_down_for_five(age_s: float, dial: int | None):
    assert FLAP.dial(age_s) == dial


def test_the_physical_limit_is_time_on_the_wire_and_one_round_trip():
    assert floor_s(WEAK, 171_200) == pytest.approx(21.4 + 0.6)


def test_cuts_add_their_time_to_the_physical_limit():
    assert floor_with_cuts_s(FLAP, 5_000_000) == pytest.approx(625.6 + 31 * 5)


def test_the_checksum_of_the_example_in_rfc_1071():
    assert checksum(bytes.fromhex("0001f203f4f5f6f7")) == ~0xDDF2 & 0xFFFF


def test_a_reset_answers_from_where_the_packet_was_going():
    ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 40, 0, 0, 64, 6, 0, b"\x0a\x4d\0\x02", b"\x0a\x4d\0\x01")
    sent = ip + struct.pack("!HHIIBBHHH", 40000, 443, 1, 99, 0x50, 0x10, 100, 0, 0)

    reset = reset_of(sent)

    assert (reset[12:16], reset[16:20]) == (sent[16:20], sent[12:16])
    assert struct.unpack_from("!HHI", reset, 20) == (443, 40000, 99)
    assert reset[33] == 0x04
    assert checksum(reset[:20]) == 0


def drain(server: socket.socket) -> None:
    connection, _ = server.accept()
    got = 0
    with connection, contextlib.suppress(ConnectionError):
        while piece := connection.recv(65536):
            got += len(piece)
        connection.sendall(str(got).encode())


def send_for_ever(sender: socket.socket) -> None:
    while True:
        sender.sendall(bytes(1000))


def test_the_emulated_line_brings_everything_and_not_sooner_than_its_link_can():
    with socket.create_server(("127.0.0.1", 0)) as server, relay(QUICK) as made:
        sink = threading.Thread(target=drain, args=(server,))
        sink.start()
        line = EmulatedLine(QUICK, made)
        begin = time.monotonic()

        with socket.create_connection(line.reach(server.getsockname()[1])) as sender:
            sender.sendall(bytes(50_000))
            sender.shutdown(socket.SHUT_WR)
            answer = sender.recv(100)

        assert answer == b"50000"
        assert time.monotonic() - begin >= floor_s(QUICK, 50_000)  # a lower bound: the machine may be slow
        assert line.counters().up.size_bytes >= 50_000
        sink.join()


def test_the_emulated_line_cuts_what_was_open():
    flap = msgspec.structs.replace(QUICK, up_s=0.3, down_s=0.1)
    with socket.create_server(("127.0.0.1", 0)) as server, relay(flap) as made:
        sink = threading.Thread(target=drain, args=(server,))
        sink.start()
        end = ("127.0.0.1", made.reach(server.getsockname()[1]))

        with socket.create_connection(end) as sender, pytest.raises(ConnectionError):
            send_for_ever(sender)

        sink.join()
