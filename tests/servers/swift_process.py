"""OpenStack Swift with s3api in one process: account, container, object and proxy server. Run by its own Python.

    python -P swift_process.py FOLDER PROXY_PORT ACCOUNT_PORT CONTAINER_PORT OBJECT_PORT MEMCACHED_PORT

One device, one replica, one partition: the rings take a tenth of a second, where a hundred partitions on three
replicas and a process for each server take minutes. FOLDER must be on a file system with extended attributes.
"""

# mypy: ignore-errors
# Its libraries are in another environment than those of the tests.

import socket
import sys
from pathlib import Path

import eventlet
from eventlet import wsgi
from swift.common import utils

SERVERS = ("proxy", "account", "container", "object")
USERS = "user_y_city = not-a-secret .admin\nuser_y_A = not-a-secret\n"
PIPELINE = (
    "catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth copy slo dlo "
    "versioned_writes symlink"
)


def main(folder: Path, ports: dict[str, int], memcached: int) -> None:
    utils.SWIFT_CONF_FILE = str(folder / "swift.conf")
    (folder / "swift.conf").write_text(
        "[swift-hash]\nswift_hash_path_suffix = t\nswift_hash_path_prefix = t\n"
        "[storage-policy:0]\nname = gold\ndefault = yes\n"
    )
    (folder / "devices/d1").mkdir(parents=True)
    for kind in SERVERS[1:]:
        write_ring(folder, kind, ports[kind])
        write_storage_server(folder, kind, ports[kind])
    write_proxy(folder, memcached)
    serve(folder, ports)


def write_ring(folder: Path, kind: str, port: int) -> None:
    from swift.common.ring.builder import RingBuilder

    builder = RingBuilder(1, 1, 0)
    builder.add_dev({"region": 1, "zone": 1, "ip": "127.0.0.1", "port": port, "device": "d1", "weight": 1.0})
    builder.rebalance()
    builder.get_ring().save(str(folder / f"{kind}.ring.gz"))


def write_storage_server(folder: Path, kind: str, port: int) -> None:
    (folder / f"{kind}.conf").write_text(
        f"[DEFAULT]\ndevices = {folder}/devices\nmount_check = false\nbind_ip = 127.0.0.1\nbind_port = {port}\n"
        f"swift_dir = {folder}\nfallocate_reserve = 0\nlog_level = ERROR\n"
        f"[pipeline:main]\npipeline = {kind}-server\n[app:{kind}-server]\nuse = egg:swift#{kind}\n"
    )


def write_proxy(folder: Path, memcached: int) -> None:
    options = {
        "cache": f"memcache_servers = 127.0.0.1:{memcached}\n",
        "s3api": "location = us-east-1\ndns_compliant_bucket_names = false\n",
        "tempauth": USERS,
        "versioned_writes": "allow_versioned_writes = true\nallow_object_versioning = true\n",
    }
    filters = "".join(
        f"[filter:{name}]\nuse = egg:swift#{'memcache' if name == 'cache' else name}\n{options.get(name, '')}"
        for name in PIPELINE.split()
    )
    (folder / "proxy.conf").write_text(
        f"[DEFAULT]\nswift_dir = {folder}\nlog_level = ERROR\nbind_port = 0\n"
        f"[pipeline:main]\npipeline = {PIPELINE} proxy-server\n{filters}"
        "[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\n"
    )


def serve(folder: Path, ports: dict[str, int]) -> None:
    from swift.common.wsgi import loadapp

    serving = []
    for kind in reversed(SERVERS):  # the proxy last: whoever reaches it reaches all
        app = loadapp(str(folder / f"{kind}.conf"), global_conf={"log_name": kind})
        listener = eventlet.listen(("127.0.0.1", ports[kind]))
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else 40 ms for each request, four in each put
        protocol = {"protocol": swift_protocol()}
        serving.append(eventlet.spawn(wsgi.server, listener, app, log_output=False, debug=False, **protocol))
    for thread in serving:
        thread.wait()


def swift_protocol() -> type:
    from swift.common.wsgi import SwiftHttpProtocol

    return SwiftHttpProtocol


if __name__ == "__main__":
    utils.monkey_patch()
    main(Path(sys.argv[1]), dict(zip(SERVERS, map(int, sys.argv[2:6]), strict=True)), int(sys.argv[6]))
