"""Opening a city from the command line."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from desktop.city.folder import City


def with_city(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives the command the city of the group's --folder, open, and closes it again in any case."""

    @click.option("--into", metavar="URL", default="", help="Another database than the configured one.")
    @wraps(command)
    def opened(into: str, **options: Any) -> Any:
        folder: Path = click.get_current_context().obj
        with City.open(folder, into=into) as here:
            return command(here, **options)

    return opened
