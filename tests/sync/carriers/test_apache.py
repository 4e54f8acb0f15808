"""What a hall may do in a store on Apache, configured as the city prints it, and what that costs on the line."""

import asyncio
import os
import subprocess

import pytest

from desktop.sync.carriers import connections, open_carrier
from desktop.sync.carriers.stream import Stream
from desktop.sync.carriers.webdav import WebDavCarrier
from desktop.sync.problems import CredentialsRefused, LineDown, StoreForbids, StoreFull
from desktop.sync.store_config import StoreConfig
from tests.servers.counting import counting
from tests.sync.carriers.conftest import used

SEGMENT = b"s" * 1_600


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """No second try of a handshake: here silence is a machine at its limit, and connections and bytes are counted."""
    monkeypatch.setattr(connections, "_TRY_S", 30.0)


def enter(server, user="A", **changed):
    carrier = open_carrier(StoreConfig("webdav", server.options(user) | changed))
    assert isinstance(carrier, WebDavCarrier)
    return carrier


async def status(carrier, method, name, *headers, body=b""):
    return (await carrier._ask(method, name, *headers, body=body)).status


def test_a_hall_creates_and_reads_what_is_its_own_and_nothing_else(running_apache):
    async def city_prepares(city):
        await city.replace("city-A/HEAD.json", b"{}")
        await city.replace("catalogue/snap/000000000001.zst", b"z")
        await city.put_new("ev-A/own", b"1")
        await city.put_new("ev-B/other", b"1")

    async def hall_tries(hall):
        return {
            "own read": await status(hall, "GET", "ev-A/own"),
            "own overwrite": await status(hall, "PUT", "ev-A/own", body=b"2"),
            "own delete": await status(hall, "DELETE", "ev-A/own"),
            "own move": await status(hall, "MOVE", "ev-A/own", ("destination", f"{running_apache.url}ev-A/away")),
            "own lock": await status(hall, "LOCK", "ev-A/own"),
            "head read": await status(hall, "GET", "city-A/HEAD.json"),
            "head write": await status(hall, "PUT", "city-A/HEAD.json", body=b"2"),
            "head delete": await status(hall, "DELETE", "city-A/HEAD.json"),
            "catalogue read": await status(hall, "GET", "catalogue/snap/000000000001.zst"),
            "catalogue write": await status(hall, "PUT", "catalogue/snap/000000000002.zst", body=b"2"),
            "other read": await status(hall, "GET", "ev-B/other"),
            "other write": await status(hall, "PUT", "ev-B/new", body=b"2"),
            "other list": await status(hall, "PROPFIND", "ev-B/", ("depth", "1")),
            "all list": await status(hall, "PROPFIND", "ev-A/", ("depth", "infinity")),
            "hall beside": await status(hall, "PUT", "ev-AB", body=b"2"),
        }

    used(lambda: enter(running_apache, "city"), city_prepares)
    answers = used(lambda: enter(running_apache), hall_tries)

    allowed = {name for name, answer in answers.items() if answer == 200}
    assert allowed == {"own read", "head read", "catalogue read"}
    assert {answer for name, answer in answers.items() if name not in allowed} == {403}


def test_nobody_overwrites_what_came_from_a_hall_and_the_city_may_delete_it(running_apache):
    async def work(city):
        await city.put_new("ev-A/kept", b"1")
        with pytest.raises(StoreForbids):
            await city.replace("ev-A/kept", b"2")
        return (await city.get("ev-A/kept")).body, await status(city, "DELETE", "ev-A/kept")

    assert used(lambda: enter(running_apache, "city"), work) == (b"1", 204)


def test_a_wrong_password_is_told_from_a_forbidden_file(running_apache):
    async def work(carrier):
        with pytest.raises(CredentialsRefused):
            await carrier.put_new("ev-A/x", b"")

    used(lambda: enter(running_apache, password="wrong"), work)


def test_a_hall_makes_its_own_folder(running_apache):
    async def work(hall):
        return await hall.put_new("ev-B/seg/B-1-00000000/202611/000000000001.seg", SEGMENT)

    assert used(lambda: enter(running_apache, "B"), work)


def test_a_refused_long_body_is_told_while_it_is_being_sent(running_apache):
    async def work(hall):
        with pytest.raises(StoreForbids):
            await hall.put_new("catalogue/long", bytes(4_000_000))  # more than any window lets through unasked
        return hall.line.connections.opened

    assert used(lambda: enter(running_apache), work) == 1


def test_everything_goes_over_one_connection_and_the_next_takes_up_its_tls(running_apache):
    async def work(hall):
        names = [f"ev-A/one/{number}" for number in range(30)]
        await asyncio.gather(*(hall.put_new(name, SEGMENT) for name in names))
        opened = hall.line.connections.opened
        await hall.line.close()
        await hall.stat(names[0])
        return opened, hall.line.connections.opened, hall.line.connections.resumed

    assert used(lambda: enter(running_apache), work) == (1, 2, 1)


def test_a_connection_that_acknowledges_nothing_any_more_gives_way_to_a_new_one(running_apache, monkeypatch):
    port = int(running_apache.url.rsplit(":", 1)[1].rstrip("/"))

    async def run():
        async with counting(port) as count:
            hall = enter(running_apache, url=f"https://127.0.0.1:{count.port}/")
            await hall.put_new("ev-A/stall/0", SEGMENT)
            count.is_cut = True
            lost = asyncio.create_task(hall.put_new("ev-A/stall/1", SEGMENT))
            monkeypatch.setattr(connections, "_LOOK_EVERY_S", 0)
            monkeypatch.setattr(connections, "_STALL_S", -1)  # this machine's own network is never silent
            monkeypatch.setattr(Stream, "unacknowledged_s", 9.0)
            while not count.cut_bytes:
                await asyncio.sleep(0)
            count.is_cut = False
            with pytest.raises(LineDown):
                await lost
            monkeypatch.undo()
            opened = hall.line.connections.opened
            again = await hall.put_new("ev-A/stall/1", SEGMENT)
            await hall.close()
            return opened, again, hall.line.connections.opened

    assert asyncio.run(run()) == (2, True, 2)


def test_a_store_that_owes_a_reply_and_is_silent_is_asked_for_a_sign_of_life(running_apache, monkeypatch):
    port = int(running_apache.url.rsplit(":", 1)[1].rstrip("/"))

    async def run():
        async with counting(port) as count, asyncio.timeout(20):
            hall = enter(running_apache, url=f"https://127.0.0.1:{count.port}/")
            await hall.put_new("ev-A/quiet", SEGMENT)
            monkeypatch.setattr(connections, "_LOOK_EVERY_S", 0)
            monkeypatch.setattr(connections, "_QUIET_S", -1)
            count.is_cut = True
            asked = asyncio.create_task(hall.stat("ev-A/quiet"))
            while not count.cut_bytes:
                await asyncio.sleep(0)
            of_the_request = count.cut_bytes
            while count.cut_bytes == of_the_request:
                await asyncio.sleep(0)
            asked.cancel()
            await asyncio.gather(asked, return_exceptions=True)
            await hall.close()

    asyncio.run(run())


def test_one_case_and_a_poll_cost_what_they_must(running_apache):
    port = int(running_apache.url.rsplit(":", 1)[1].rstrip("/"))

    async def run():
        async with counting(port) as count:
            city = enter(running_apache, "city")
            await city.replace("city-A/HEAD.json", b"{}" * 300)
            hall = enter(running_apache, url=f"https://127.0.0.1:{count.port}/")
            try:
                await hall.stat("ev-A/cost")
                tag = (await hall.get("city-A/HEAD.json")).tag
                costs = {}
                for label, ask, is_cold in (
                    ("cold put", lambda: hall.put_new("ev-A/cost-1", SEGMENT), True),
                    ("warm put", lambda: hall.put_new("ev-A/cost-2", SEGMENT), False),
                    ("poll", lambda: hall.get_if_changed("city-A/HEAD.json", tag), False),
                ):
                    if is_cold:
                        await hall.line.close()
                    count.restart()
                    await ask()
                    costs[label] = (count.up, count.down)
                return costs
            finally:
                await hall.close()
                await city.close()

    costs = asyncio.run(run())

    print(costs)  # bytes above TCP, up and down
    assert sum(costs["cold put"]) < 3_600  # 1,600 of them the segment
    assert costs["warm put"][0] < 1_600 + 200
    assert sum(costs["poll"]) < 400


def asked_of(carrier) -> list[str]:
    """Methods that the carrier asks from now on, in their order."""
    methods: list[str] = []
    ask = carrier.line.ask

    async def noted(method, *arguments, **words):
        methods.append(method)
        return await ask(method, *arguments, **words)

    carrier.line.ask = noted
    return methods


def test_a_pointer_costs_two_turns_in_a_minute_of_its_own_and_a_known_folder_none(running_apache):
    async def work(hall):
        await hall.put_new("ev-A/inbox/20260101/0000/A-1", b"")
        methods = asked_of(hall)
        await hall.put_new("ev-A/inbox/20260101/0001/A-1", b"")
        pointer = methods[:]
        methods.clear()
        hall.expect_folder_of("ev-A/inbox/20260101/0001/000000000002.seg")
        await hall.put_new("ev-A/inbox/20260101/0001/000000000002.seg", bytes(50_000))
        return pointer, methods

    assert used(lambda: enter(running_apache), work) == (["MKCOL", "PUT"], ["PUT"])


def test_new_folders_in_new_folders_are_made_by_many_at_once_and_in_few_turns(running_apache):
    names = [f"ev-A/blob/A-1-00000007/20260101/{number}/00000000" for number in range(6)]

    async def work(hall):
        await hall.put_new("ev-A/here", b"1")
        methods = asked_of(hall)
        answers = await asyncio.gather(*(hall.put_new(name, bytes(20_000)) for name in names))
        return answers, methods.count("PUT")

    assert used(lambda: enter(running_apache), work) == ([True] * 6, 6)


def test_a_folder_that_was_expected_and_is_not_there_is_made(running_apache):
    async def work(hall):
        hall.expect_folder_of("ev-A/seg/A-1-00000009/202601/000000000001.seg")
        return await hall.put_new("ev-A/seg/A-1-00000009/202601/000000000001.seg", bytes(50_000))

    assert used(lambda: enter(running_apache), work)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_is_a_full_store(running_apache):
    folder = running_apache.folder / "ev-B/full"
    folder.mkdir(parents=True, exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k,mode=777", "tmpfs", folder], check=False)
    if mounted.returncode:
        pytest.skip("this machine lets nobody make a small disk")
    try:

        async def work(hall):
            with pytest.raises(StoreFull):
                await hall.put_new("ev-B/full/long", bytes(200_000))
            return await hall.stat("ev-B/full/long"), await hall.put_new("ev-B/full/short", b"1")

        assert used(lambda: enter(running_apache, "B"), work) == (None, True)
    finally:
        subprocess.run(["umount", folder], check=True)
