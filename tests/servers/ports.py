"""Free ports, and waiting until somebody listens there."""

import socket
import subprocess
import time

HOST = "127.0.0.1"
_LOOK_EVERY_S = 0.02


def free_port() -> int:
    """A port that nobody had a moment ago."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def wait_until_it_listens(port: int, *, process: subprocess.Popen[bytes], within_s: float) -> None:
    """Raises RuntimeError if the process ends, or nobody listens in time."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with {process.returncode}")
        try:
            with socket.create_connection((HOST, port), timeout=1):
                return
        except OSError:
            time.sleep(_LOOK_EVERY_S)
    raise RuntimeError(f"{process.args!r}: nobody listens on {port}")


def stop(process: subprocess.Popen[bytes], *, within_s: float = 5) -> None:
    """Ask it to end, then make it."""
    process.terminate()
    try:
        process.wait(within_s)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
