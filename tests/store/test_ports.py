"""The store fills the ports of the services; mypy checks what this file says."""

from desktop import ports
from desktop.store.store import Store


def as_port(store: Store) -> ports.Store:
    return store


def test_store_gives_services_what_their_ports_ask_for(store: Store):
    port = as_port(store)
    asked = {name for name in dir(ports.CaseReader) if not name.startswith("_")}
    written = {name for name in dir(ports.UnitOfWork) if not name.startswith("_")} | {"origin"}

    with port.read() as reader:
        assert asked - set(dir(reader)) == set()
    with port.write(None) as unit:
        assert written - set(dir(unit)) == set()


def test_tail_and_whole_ledger_are_verified_by_the_store(store: Store):
    with store.write(None) as unit:
        unit.set_setting("a", "b")

    assert (store.verify_tail(), store.verify(), store.verify_tail()) == (None, None, None)
