"""A workbook that is sound, to be broken in one place by each test."""

import io
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from openpyxl import Workbook, load_workbook

from desktop.catalogue_files.excel_read import read_excel
from desktop.catalogue_files.excel_write import TITLE_ROW, write_excel
from desktop.catalogue_files.faults import FileFault
from desktop.catalogue_files.plan import normalised
from desktop.catalogue_files.sample import load_sample
from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import CatalogueInvalid

FELLING, CARD = "林木采伐", "社会保障卡申领"


@pytest.fixture(scope="session")
def sample() -> Catalogue:
    return load_sample()


@pytest.fixture(scope="session")
def small(sample: Catalogue) -> Catalogue:
    """Two items of the sample, with the whole head."""
    items = tuple(item for item in sample.items if item.name.startswith((FELLING, CARD)))
    return msgspec.structs.replace(sample, items=items, bundles=(), referrals=sample.referrals[:2])


@pytest.fixture(scope="session")
def small_bytes(small: Catalogue) -> bytes:
    return write_excel(small)


@pytest.fixture
def workbook(small_bytes: bytes) -> Workbook:
    return load_workbook(io.BytesIO(small_bytes))


def column(workbook: Workbook, sheet: str, title: str) -> int:
    """Index of the column with this title."""
    titles = [normalised(cell.value) for cell in workbook[sheet][TITLE_ROW]]
    return titles.index(normalised(title)) + 1


def put(workbook: Workbook, sheet: str, title: str, value: Any, row: int = TITLE_ROW + 1) -> None:
    """Sets one cell of the row, the first with content unless told."""
    workbook[sheet].cell(row, column(workbook, sheet, title)).value = value


def saved(workbook: Workbook) -> bytes:
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def faults_of(read: Callable[[bytes], object], data: bytes) -> list[FileFault]:
    """The faults that reading raises; a file that is let pass fails the test."""
    with pytest.raises(CatalogueInvalid) as caught:
        read(data)
    found = list(caught.value.fields["faults"])
    assert all(fault.sentence("zh") and fault.sentence("en") and fault.place for fault in found)
    return found


def excel_faults(workbook: Workbook) -> list[FileFault]:
    return faults_of(read_excel, saved(workbook))
