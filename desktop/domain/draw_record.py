"""The record of a random draw as a file: the line of the ledger as JSON, for whoever wants to repeat the lot.

It names cases by number and officers by login name, and nobody else. How a draw is repeated stands in
desktop.domain.pledge_draw; with that and this file any language, or a shell, gives the same result.
"""

import codecs

import msgspec

from desktop.domain import pledge_draw
from desktop.domain.errors import InvalidInput
from desktop.domain.events_pledge import PledgesDrawn

MOST_BYTES = 64 << 20
"""A million pledges; what is larger is no record of a hall."""


def encode(event: PledgesDrawn) -> bytes:
    """The record, one field a line; the same draw gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(event), indent=2) + b"\n"


def decode(data: bytes) -> PledgesDrawn:
    """The draw that a file records.

    Raises:
        InvalidInput: `draw_record_large`; `draw_record_json`: no whole JSON in UTF-8; `draw_record_fault`: no record of
            a draw, with the place; `draw_not_repeatable`: a field with which nothing can be drawn.
    """
    if len(data) > MOST_BYTES:
        raise InvalidInput("draw_record_large", field="file", most=MOST_BYTES >> 20)
    try:
        event = msgspec.json.decode(data.removeprefix(codecs.BOM_UTF8), type=PledgesDrawn)  # Notepad writes one
    except msgspec.ValidationError as error:
        raise InvalidInput("draw_record_fault", field="file", fault=str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidInput("draw_record_json", field="file", fault=str(error)) from error
    pledge_draw.require_repeatable(event)
    return event
