"""What a technician gets to read holds no number of a person and no key (mission: logs without personal data)."""

import logging
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.log import FILES_KEPT, MASK, log_file, mask

KEY = "c0ffee" * 10 + "beef"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("id 450000199001010013.", "id ****."),
        ("45000019900101001X", "****"),
        ("45000019900101001x，已收", "****，已收"),
        ("450000 1990 0101 001X", "****"),
        ("４５００００１９９００１０１００１Ｘ".replace("Ｘ", "X"), "****"),
        ("old number 450000900101001 here", "old number **** here"),
        ("tel 13800000000", "tel ****"),
        ("tel 138-0000-0000, 138 0000 0000", "tel ****, ****"),
        ("tel +86 13800000000", "tel ****"),
        ("tel 0776-1234567", "tel ****"),
        (f"pragma key = \"x'{KEY}'\"", "pragma key = ****"),
        (f"slot {KEY} opened", "slot **** opened"),
        ("YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY9YWI= read", "**** read"),
        ("password=secret1 user=w02", "password=**** user=w02"),
        ('{"password": "two words", "window": 2}', '{"password": ****, "window": 2}'),
        ("db_key: abc123", "db_key: ****"),
        ("口令：一二三四", "口令：****"),
        ("恢复码 = ABCD-EFGH", "恢复码 = ****"),
    ],
)
def test_numbers_and_secrets_are_masked(text, masked):
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "case 451002112-020-20261123-0007-K received",
        "due on 2026-12-14, 15 working days",
        "KeyError: 'case_no'",
        "018f3c2e-7b1a-7c3d-9e4f-5a6b7c8d9e0f",
        "at 1767225600000",
        "/home/hall/yichuang/profiles/hall/ledger.db-wal",
        "id 4500…0013",
    ],
)
def test_what_a_technician_needs_is_kept(text):
    assert mask(text) == text


@given(st.from_regex(r"[0-9]{17}[0-9X]", fullmatch=True), st.text(string.ascii_letters + " :,.(", max_size=9))
def test_no_18_digit_number_gets_through(number, around):
    assert number not in mask(f"{around} {number} {around}")


@given(st.text(max_size=200))
def test_masking_twice_is_masking_once(text):
    assert mask(mask(text)) == mask(text)


def test_a_number_in_an_argument_and_in_a_traceback_is_masked(tmp_path):
    log = logging.getLogger("desktop.test")

    with log_file(tmp_path / "logs") as path:
        try:
            raise ValueError("450000199001010013")
        except ValueError:
            log.info("read %s", "13800000000", exc_info=True)

    text = path.read_text("utf-8")
    assert "450000199001010013" not in text
    assert "13800000000" not in text
    assert f"ValueError: {MASK}" in text
    assert f"INFO desktop.test read {MASK}" in text


def test_the_log_keeps_a_few_files_and_no_more(tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.log.FILE_SIZE_BYTES", 200)

    with log_file(tmp_path / "logs") as path:
        for number in range(60):
            logging.getLogger("desktop.test").info("line %d of a long morning", number)

    assert len(list(path.parent.iterdir())) == FILES_KEPT + 1


def test_leaving_the_block_leaves_no_handler_behind(tmp_path):
    before = list(logging.getLogger().handlers)

    with log_file(tmp_path / "logs"):
        pass

    assert logging.getLogger().handlers == before


def test_the_folder_of_the_log_is_for_its_user_alone(tmp_path):
    with log_file(tmp_path / "logs") as path:
        assert path.parent.stat().st_mode & 0o077 == 0
