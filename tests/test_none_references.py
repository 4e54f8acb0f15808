"""A void Qt call must not cost a reference to None.

PySide6 6.12.0 gives one away at each such call; where None is mortal (before Python 3.12, PEP 683) the process aborts
after some thousands of them: a counter would fall over within minutes. pyproject.toml keeps that version out; this
guard is for the next one.
"""

import sys

import pytest

CALLS = 10_000
UNRELATED = 200  # references that other parts of the process may take or drop meanwhile


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on (PEP 683): there is no count to lose"
)
def test_void_qt_calls_keep_every_reference_to_none(qapp):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QLabel

    label, timer = QLabel(), QTimer()

    before = sys.getrefcount(None)
    for number in range(CALLS // 2):
        label.setText("一窗")
        timer.setInterval(number)
    after = sys.getrefcount(None)

    assert abs(after - before) < UNRELATED
