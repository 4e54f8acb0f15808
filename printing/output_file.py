"""Files that a command writes: whole or not at all, and never over what is there unless told to."""

import os
from pathlib import Path

import click

from desktop.domain.errors import InvalidInput


def require_free(target: Path, *, force: bool) -> None:
    """Raises InvalidInput `out_exists` if there is something at the target and it is not to be overwritten."""
    if target.exists() and not force:
        raise InvalidInput("out_exists", field="out", path=str(target))


def write_whole(target: Path, data: bytes, *, force: bool) -> None:
    """Whole or not at all, and told on the error stream, so that the output may be piped."""
    require_free(target, force=force)
    part = target.parent / f"{target.name}.{os.getpid()}.part"
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error  # the name that was asked for
    finally:
        part.unlink(missing_ok=True)
    click.echo(str(target), err=True)
