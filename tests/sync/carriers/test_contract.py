"""What every store must do, whichever it is: the contract of desktop.sync.carrier.Carrier."""

import asyncio

import pytest

from desktop.sync.carrier import LARGEST_FILE_BYTES
from desktop.sync.problems import NotThere, TooLarge
from tests.sync.carriers.conftest import used

BODY, OTHER = b"\x00\xffsealed" * 200, b"another" * 200
DECIDES_IN_ONE_STEP = {"folder", "stick"}  # Apache and Swift look when a PUT begins, see their carriers


def test_a_file_is_put_and_comes_back_as_it_was(shop):
    name = f"{shop.top}202611/000000000001.seg"

    async def work(carrier):
        return await carrier.put_new(name, BODY), await carrier.get(name), await carrier.stat(name)

    is_new, fetched, stat = shop.ask(work)

    assert (is_new, fetched.body, stat.size_bytes) == (True, BODY, len(BODY))


@pytest.mark.parametrize("again", [BODY, OTHER])
def test_a_taken_name_stays_taken_whoever_comes_with_what(shop, again):
    name = f"{shop.top}202611/000000000001.seg"

    async def work(carrier):
        await carrier.put_new(name, BODY)
        return await carrier.put_new(name, again), (await carrier.get(name)).body

    assert shop.ask(work) == (False, BODY)


def test_of_two_puts_at_once_one_stays_whole(shop):
    name = f"{shop.top}202611/000000000001.seg"
    bodies = [bytes([number]) * 20_000 for number in range(6)]

    async def work(carrier):
        answers = await asyncio.gather(*(carrier.put_new(name, body) for body in bodies))
        return answers, (await carrier.get(name)).body, await carrier.list(shop.top)

    answers, body, names = shop.ask(work)

    assert body in [each for each, is_new in zip(bodies, answers, strict=True) if is_new]
    assert names == [name]
    if shop.kind in DECIDES_IN_ONE_STEP:
        assert answers.count(True) == 1


def test_many_at_once_all_arrive(shop):
    names = [f"{shop.top}{number:03d}" for number in range(20)]

    async def work(carrier):
        answers = await asyncio.gather(*(carrier.put_new(name, name.encode()) for name in names))
        bodies = await asyncio.gather(*(carrier.get(name) for name in names))
        return all(answers), [fetched.body.decode() for fetched in bodies], await carrier.list(shop.top)

    assert shop.ask(work) == (True, names, names)


def test_an_empty_file_is_a_file(shop):
    name = f"{shop.top}pointer"

    async def work(carrier):
        is_new = await carrier.put_new(name, b"")
        return (
            is_new,
            (await carrier.get(name)).body,
            (await carrier.stat(name)).size_bytes,
            await carrier.list(shop.top),
        )

    assert shop.ask(work) == (True, b"", 0, [name])


def test_the_head_is_replaced_whole_and_its_tag_tells(shop):
    name = "city-A/HEAD.json"

    async def work(city):
        await city.replace(name, BODY)
        first = await city.get(name)
        unchanged = await city.get_if_changed(name, first.tag)
        await city.replace(name, OTHER)
        changed = await city.get_if_changed(name, first.tag)
        always = await city.get_if_changed(name, "")
        return first.body, unchanged, changed.body, changed.tag != first.tag, always.body

    assert used(shop.as_city, work) == (BODY, None, OTHER, True, OTHER)


def test_what_is_not_there_is_said_to_be_not_there(shop):
    async def work(carrier):
        problems = []
        for asked in (carrier.get(f"{shop.top}no"), carrier.get_if_changed(f"{shop.top}no", '"tag"')):
            with pytest.raises(NotThere) as caught:
                await asked
            problems.append(caught.value.fields)
        return problems, await carrier.stat(f"{shop.top}no"), await carrier.list(f"{shop.top}no/")

    assert shop.ask(work) == ([{"name": f"{shop.top}no"}] * 2, None, [])


def test_names_are_listed_in_order_over_all_folders_and_from_one_on(shop):
    names = [
        f"{shop.top}{part}" for part in ("202610/000000000001.seg", "202611/000000000002.seg", "202611/3/x", "a-b")
    ]

    async def work(carrier):
        for name in reversed(names):
            await carrier.put_new(name, b"1")
        whole = await carrier.list(shop.top)
        rest = [await carrier.list(shop.top, after=name) for name in names]
        return whole, rest, await carrier.list(f"{shop.top}202611/"), await carrier.list("ev-A/", after=names[-1][:-1])

    whole, rest, month, late = shop.ask(work)

    assert whole == names
    assert rest == [names[1:], names[2:], names[3:], []]
    assert month == names[1:3]
    assert names[-1] in late
    assert not set(names[:-1]) & set(late)


def test_a_file_that_is_too_long_is_not_taken_in(shop):
    name = f"{shop.top}long"

    async def work(carrier):
        await carrier.put_new(name, b"x" * 300_000)
        with pytest.raises(TooLarge) as caught:
            await carrier.get(name, limit_bytes=1_000)
        exact = await carrier.get(name, limit_bytes=300_000)  # the connection is as good as before
        with pytest.raises(TooLarge):
            await carrier.put_new(f"{shop.top}longer", bytes(LARGEST_FILE_BYTES + 1))
        return caught.value.fields, len(exact.body), await carrier.stat(f"{shop.top}longer")

    assert shop.ask(work) == ({"name": name}, 300_000, None)


def test_a_name_that_no_store_of_ours_has_is_our_mistake(shop):
    async def work(carrier):
        for asked in (carrier.put_new, carrier.replace):
            with pytest.raises(ValueError, match="no name of a store"):
                await asked("../up", b"")
        for asked in (carrier.get, carrier.stat):
            with pytest.raises(ValueError, match="no name of a store"):
                await asked("../up")
        with pytest.raises(ValueError, match="no prefix of a store"):
            await carrier.list("../")

    shop.ask(work)


def test_cancelled_in_the_middle_leaves_a_whole_file_or_none_and_a_carrier_that_goes_on(shop):
    body = bytes(range(256)) * 8_000  # 2 MB
    names = [f"{shop.top}{number:02d}" for number in range(8)]

    async def work(carrier):
        await carrier.put_new(f"{shop.top}first", b"1")
        for turns, name in enumerate(names):
            put = asyncio.ensure_future(carrier.put_new(name, body))
            for _ in range(turns * 3):
                await asyncio.sleep(0)
            put.cancel()
            await asyncio.gather(put, return_exceptions=True)
        after = await carrier.put_new(f"{shop.top}last", b"1")
        return after, [(await carrier.get(name)).body == body for name in await carrier.list(shop.top) if name in names]

    after, are_whole = shop.ask(work)

    assert after
    assert all(are_whole)
