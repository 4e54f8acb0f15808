"""The commands that open a window. Qt is imported when one of them runs."""

import click

from desktop.paths import profile_dir


@click.command()
@click.option("--profile", default="hall", show_default=True, help="Name of the profile: one window of one hall.")
def run(profile: str) -> None:
    """Open the counter."""
    from ui import app

    raise SystemExit(app.run(profile_dir(profile)))
